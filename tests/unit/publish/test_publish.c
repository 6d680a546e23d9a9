#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publish.h"

#define SLUG "red-river-post-2026-11-22"

struct desk {
	char *out;
};

static void desk_open(struct desk *desk, gconstpointer unused)
{
	desk->out = g_dir_make_tmp("anban-publish-XXXXXX", NULL);
	g_assert_nonnull(desk->out);
}

static void desk_close(struct desk *desk, gconstpointer unused)
{
	const char *command[] = {"rm", "-rf", desk->out, NULL};
	g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
	g_free(desk->out);
}

static gboolean put(struct publication *publication, const char *path, const char *text, GError **error)
{
	g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
	return publish_file(publication, path, bytes, error);
}

static void publish_text(const char *out, const char *text)
{
	g_autoptr(GError) error = NULL;
	struct publication *publication = publish_begin(out, SLUG, &error);

	g_assert_no_error(error);
	g_assert_true(put(publication, SLUG ".pdf", text, &error));
	g_assert_true(put(publication, "pages/001.jpg", "picture", &error));
	g_assert_true(publish_finish(publication, "{}\n", &error));
	g_assert_no_error(error);
	publish_end(publication);
}

static char *read_text(const char *out, const char *path)
{
	g_autofree char *file = g_build_filename(out, path, NULL);
	char *text = NULL;
	g_file_get_contents(file, &text, NULL, NULL);
	return text;
}

static void assert_text(const char *out, const char *path, const char *expected)
{
	g_autofree char *text = read_text(out, path);
	g_assert_cmpstr(text, ==, expected);
}

static gboolean is_there(const char *out, const char *path)
{
	g_autofree char *file = g_build_filename(out, path, NULL);
	struct stat facts;
	return lstat(file, &facts) == 0;
}

static void assert_link(const char *out, const char *name, const char *target)
{
	g_autofree char *file = g_build_filename(out, name, NULL);
	g_autofree char *text = g_file_read_link(file, NULL);
	g_assert_cmpstr(text, ==, target);
}

static int count_editions(const char *out)
{
	g_autofree char *path = g_build_filename(out, ".editions", NULL);
	GDir *folder = g_dir_open(path, 0, NULL);
	const char *name;
	int count = 0;

	while (folder != NULL && (name = g_dir_read_name(folder)) != NULL)
		count += strcmp(name, "lock") != 0;
	if (folder != NULL)
		g_dir_close(folder);
	return count;
}

static void test_complete(struct desk *desk, gconstpointer unused)
{
	const char *check[] = {"sha256sum", "-c", "--quiet", "SHA256SUMS", NULL};
	g_autofree char *folder = g_build_filename(desk->out, "latest", NULL);
	g_autofree char *manifest = NULL, *sums = NULL;
	int status = -1;

	publish_text(desk->out, "one");
	assert_link(desk->out, SLUG, ".editions/" SLUG ".1");
	assert_link(desk->out, "latest", ".editions/" SLUG ".1");
	assert_text(desk->out, "latest/" SLUG ".pdf", "one");
	assert_text(desk->out, "latest/run.json", "{}\n");
	g_assert_true(g_spawn_sync(folder, (char **)check, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
				   &status, NULL));
	g_assert_cmpint(status, ==, 0);
	manifest = read_text(desk->out, "latest/manifest.json");
	g_assert_nonnull(strstr(manifest, "\"pages/001.jpg\""));
	g_assert_null(strstr(manifest, "run.json"));
	sums = read_text(desk->out, "latest/SHA256SUMS");
	g_assert_nonnull(strstr(sums, "  manifest.json\n"));
	g_assert_null(strstr(sums, "run.json"));
}

static void test_one_before_is_kept(struct desk *desk, gconstpointer unused)
{
	publish_text(desk->out, "one");
	publish_text(desk->out, "two");
	assert_text(desk->out, "latest/" SLUG ".pdf", "two");
	assert_text(desk->out, ".editions/" SLUG ".1/" SLUG ".pdf", "one");
	publish_text(desk->out, "three");
	assert_link(desk->out, "latest", ".editions/" SLUG ".3");
	g_assert_false(is_there(desk->out, ".editions/" SLUG ".1"));
	g_assert_cmpint(count_editions(desk->out), ==, 2);
}

static void test_given_up(struct desk *desk, gconstpointer unused)
{
	g_autoptr(GError) error = NULL;
	struct publication *publication;

	publish_text(desk->out, "one");
	publication = publish_begin(desk->out, SLUG, &error);
	g_assert_no_error(error);
	g_assert_true(put(publication, "pages/001.jpg", "half", &error));
	publish_end(publication);
	assert_text(desk->out, "latest/" SLUG ".pdf", "one");
	g_assert_cmpint(count_editions(desk->out), ==, 1);
}

static void make_folder(const char *out, const char *path)
{
	g_autofree char *folder = g_build_filename(out, path, NULL);
	g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
}

static void make_link(const char *out, const char *path, const char *target)
{
	g_autofree char *file = g_build_filename(out, path, NULL);
	g_assert_cmpint(symlink(target, file), ==, 0);
}

static void test_strays_are_swept(struct desk *desk, gconstpointer unused)
{
	publish_text(desk->out, "one");
	make_folder(desk->out, ".editions/" SLUG ".2.part/pages");
	make_folder(desk->out, ".editions/" SLUG ".2/pages");
	make_folder(desk->out, ".editions/other-2026-11-22.4.part");
	make_folder(desk->out, ".editions/other-2026-11-22.3");
	make_link(desk->out, ".editions/" SLUG ".link", "nowhere");
	publish_text(desk->out, "two");
	assert_text(desk->out, "latest/" SLUG ".pdf", "two");
	g_assert_true(is_there(desk->out, ".editions/other-2026-11-22.3"));
	g_assert_cmpint(count_editions(desk->out), ==, 3);
}

static void test_latest_survives_a_lost_link(struct desk *desk, gconstpointer unused)
{
	g_autofree char *link = g_build_filename(desk->out, SLUG, NULL);
	struct publication *publication;

	publish_text(desk->out, "one");
	g_assert_cmpint(unlink(link), ==, 0);
	publication = publish_begin(desk->out, SLUG, NULL);
	publish_end(publication);
	assert_text(desk->out, "latest/" SLUG ".pdf", "one");
	publish_text(desk->out, "two");
	assert_text(desk->out, SLUG "/" SLUG ".pdf", "two");
}

static void test_locked(struct desk *desk, gconstpointer unused)
{
	g_autoptr(GError) error = NULL;
	struct publication *first = publish_begin(desk->out, SLUG, &error);

	g_assert_no_error(error);
	g_assert_null(publish_begin(desk->out, "another-2026-11-22", &error));
	g_assert_error(error, PUBLISH_ERROR, PUBLISH_ERROR_LOCKED);
	publish_end(first);
	publish_text(desk->out, "one");
}

static void test_out_is_a_file(struct desk *desk, gconstpointer unused)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *file = g_build_filename(desk->out, "taken", NULL);

	g_assert_true(g_file_set_contents(file, "x", 1, NULL));
	g_assert_null(publish_begin(file, SLUG, &error));
	g_assert_error(error, PUBLISH_ERROR, PUBLISH_ERROR_CREATE);
}

static void test_link_name_is_taken(struct desk *desk, gconstpointer unused)
{
	g_autoptr(GError) error = NULL;

	make_folder(desk->out, "latest/mine");
	g_assert_null(publish_begin(desk->out, SLUG, &error));
	g_assert_error(error, PUBLISH_ERROR, PUBLISH_ERROR_CREATE);
	g_assert_nonnull(strstr(error->message, "latest"));
	g_assert_true(is_there(desk->out, "latest/mine"));
	g_assert_cmpint(count_editions(desk->out), ==, 0);
}

static void test_a_file_is_never_replaced(struct desk *desk, gconstpointer unused)
{
	g_autoptr(GError) error = NULL;
	struct publication *publication = publish_begin(desk->out, SLUG, NULL);

	g_assert_true(put(publication, "zones.json", "a", &error));
	g_assert_false(put(publication, "zones.json", "b", &error));
	g_assert_error(error, PUBLISH_ERROR, PUBLISH_ERROR_CREATE);
	publish_end(publication);
}

/* A limit on file size stands for a full disk: the write fails half-way. */
static void test_disk_full(struct desk *desk, gconstpointer unused)
{
	g_autoptr(GError) error = NULL;
	struct rlimit before, small;
	struct publication *publication;
	g_autofree char *long_text = g_strnfill(100000, 'x');

	publish_text(desk->out, "one");
	publication = publish_begin(desk->out, SLUG, NULL);
	g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
	small = before;
	small.rlim_cur = 4096;
	signal(SIGXFSZ, SIG_IGN);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
	g_assert_false(put(publication, SLUG ".pdf", long_text, &error));
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
	g_assert_error(error, PUBLISH_ERROR, PUBLISH_ERROR_IO);
	publish_end(publication);
	assert_text(desk->out, "latest/" SLUG ".pdf", "one");
	g_assert_cmpint(count_editions(desk->out), ==, 1);
}

static void assert_mode(const char *out, const char *path, mode_t mode)
{
	g_autofree char *file = g_build_filename(out, path, NULL);
	struct stat facts;

	g_assert_cmpint(stat(file, &facts), ==, 0);
	g_assert_cmpint(facts.st_mode & 07777, ==, mode);
}

static void test_modes_whatever_the_umask(struct desk *desk, gconstpointer unused)
{
	g_autofree char *out = g_build_filename(desk->out, "a/b", NULL);
	mode_t before = umask(0077);

	publish_text(out, "one");
	umask(before);
	assert_mode(desk->out, "a/b", 0755);
	assert_mode(desk->out, "a/b/latest", 0755);
	assert_mode(desk->out, "a/b/latest/pages", 0755);
	assert_mode(desk->out, "a/b/latest/" SLUG ".pdf", 0644);
	assert_mode(desk->out, "a/b/latest/run.json", 0644);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(path, test) g_test_add("/publish/" path, struct desk, NULL, desk_open, test, desk_close)
	ADD("complete", test_complete);
	ADD("one-before-is-kept", test_one_before_is_kept);
	ADD("given-up", test_given_up);
	ADD("strays-are-swept", test_strays_are_swept);
	ADD("latest-survives-a-lost-link", test_latest_survives_a_lost_link);
	ADD("locked", test_locked);
	ADD("out-is-a-file", test_out_is_a_file);
	ADD("link-name-is-taken", test_link_name_is_taken);
	ADD("a-file-is-never-replaced", test_a_file_is_never_replaced);
	ADD("disk-full", test_disk_full);
	ADD("modes-whatever-the-umask", test_modes_whatever_the_umask);
	return g_test_run();
}
