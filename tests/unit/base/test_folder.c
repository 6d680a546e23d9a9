#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"

/* room/inside is the folder under test, room/outside.md lies above it. */
struct room {
	char *path;
	struct folder *folder;
};

static void put(const struct room *room, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(room->path, name, NULL);
	g_autofree char *parent = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void link_to(const struct room *room, const char *target, const char *name)
{
	g_autofree char *path = g_build_filename(room->path, name, NULL);

	g_assert_cmpint(symlink(target, path), ==, 0);
}

static void room_open(struct room *room, gconstpointer data)
{
	g_autofree char *inside = NULL;

	room->path = g_dir_make_tmp("anban-folder-XXXXXX", NULL);
	put(room, "outside.md", "outside");
	put(room, "inside/a.md", "a");
	put(room, "inside/b/c.md", "c");
	put(room, "inside/b/d.txt", "d");
	put(room, "inside/.hidden/e.md", "e");
	put(room, "inside/.f.md", "f");
	inside = g_build_filename(room->path, "inside", NULL);
	room->folder = folder_open(inside, NULL);
	g_assert_nonnull(room->folder);
}

static void remove_all(const char *path)
{
	GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *child = g_build_filename(path, name, NULL);
		remove_all(child);
	}
	if (dir != NULL)
		g_dir_close(dir);
	g_remove(path);
}

static void room_close(struct room *room, gconstpointer data)
{
	folder_close(room->folder);
	remove_all(room->path);
	g_free(room->path);
}

static void reads(const struct room *room, const char *name, const char *text)
{
	g_autoptr(GError) error = NULL;
	GBytes *bytes = folder_read(room->folder, name, 100, &error);

	g_assert_no_error(error);
	g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), text, strlen(text));
	g_assert_true(folder_has(room->folder, name));
	g_bytes_unref(bytes);
}

static void refuses(const struct room *room, const char *name, enum folder_error code)
{
	g_autoptr(GError) error = NULL;
	GBytes *bytes = folder_read(room->folder, name, 100, &error);

	g_assert_null(bytes);
	g_assert_error(error, FOLDER_ERROR, (int)code);
	g_assert_nonnull(strstr(error->message, name));
}

static void test_read(struct room *room, gconstpointer data)
{
	reads(room, "a.md", "a");
	reads(room, "b/c.md", "c");
	reads(room, "./b//c.md", "c");
	put(room, "inside/empty.md", "");
	reads(room, "empty.md", "");
}

static void test_escape(struct room *room, gconstpointer data)
{
	g_autofree char *absolute = g_build_filename(room->path, "inside", "a.md", NULL);

	link_to(room, "../outside.md", "inside/up.md");
	link_to(room, "..", "inside/parent");
	link_to(room, "/etc/passwd", "inside/far.md");
	link_to(room, "/proc/self/environ", "inside/proc.md");
	link_to(room, "/dev/zero", "inside/zero.jpg");
	link_to(room, "round.md", "inside/round.md");
	refuses(room, "../outside.md", FOLDER_ERROR_ESCAPES);
	refuses(room, "b/../../outside.md", FOLDER_ERROR_ESCAPES);
	refuses(room, absolute, FOLDER_ERROR_ESCAPES);
	refuses(room, "up.md", FOLDER_ERROR_ESCAPES);
	refuses(room, "parent/outside.md", FOLDER_ERROR_ESCAPES);
	refuses(room, "far.md", FOLDER_ERROR_ESCAPES);
	refuses(room, "proc.md", FOLDER_ERROR_ESCAPES);
	refuses(room, "zero.jpg", FOLDER_ERROR_ESCAPES);
	refuses(room, "round.md", FOLDER_ERROR_ESCAPES);
	g_assert_false(folder_has(room->folder, "up.md"));
}

static void test_irregular(struct room *room, gconstpointer data)
{
	g_autofree char *pipe = g_build_filename(room->path, "inside", "pipe.md", NULL);

	g_assert_cmpint(mkfifo(pipe, 0600), ==, 0);
	refuses(room, "pipe.md", FOLDER_ERROR_IRREGULAR);
	refuses(room, "b", FOLDER_ERROR_IRREGULAR);
	refuses(room, "none.md", FOLDER_ERROR_MISSING);
	refuses(room, "a.md/none.md", FOLDER_ERROR_MISSING);
	g_assert_false(folder_has(room->folder, "b"));
	g_assert_false(folder_has(room->folder, "none.md"));
}

struct swapping {
	const struct room *room;
	gint stop;
};

/* One name, by turns a file of the folder and a link out of it. */
static gpointer swap(gpointer data)
{
	struct swapping *swapping = data;
	const struct room *room = swapping->room;
	g_autofree char *name = g_build_filename(room->path, "inside", "race.md", NULL);
	g_autofree char *spare = g_build_filename(room->path, "inside", "spare", NULL);

	while (!g_atomic_int_get(&swapping->stop)) {
		g_assert_cmpint(symlink("../outside.md", spare), ==, 0);
		g_assert_cmpint(rename(spare, name), ==, 0);
		put(room, "inside/spare", "inside");
		g_assert_cmpint(rename(spare, name), ==, 0);
	}
	return NULL;
}

static void test_race(struct room *room, gconstpointer data)
{
	struct swapping swapping = {.room = room};
	GThread *thread;
	int good = 0;

	put(room, "inside/race.md", "inside");
	thread = g_thread_new("swap", swap, &swapping);
	for (int i = 0; i < 3000; i++) {
		GBytes *bytes = folder_read(room->folder, "race.md", 100, NULL);
		if (bytes == NULL)
			continue;
		g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "inside", 6);
		g_bytes_unref(bytes);
		good++;
	}
	g_atomic_int_set(&swapping.stop, 1);
	g_thread_join(thread);
	g_test_message("%d of 3000 read", good);
}

static void test_link_inside(struct room *room, gconstpointer data)
{
	link_to(room, "b/c.md", "inside/link.md");
	reads(room, "link.md", "c");
}

static void test_limit(struct room *room, gconstpointer data)
{
	g_autofree char *hundred = g_strnfill(100, 'x');
	g_autofree char *more = g_strnfill(101, 'x');

	put(room, "inside/hundred.md", hundred);
	put(room, "inside/more.md", more);
	reads(room, "hundred.md", hundred);
	refuses(room, "more.md", FOLDER_ERROR_TOO_LARGE);
}

/* A name written decomposed, asked for composed. */
static void test_name_forms(struct room *room, gconstpointer data)
{
	put(room, "inside/pha\xCC\x80.md", "ferry");
	reads(room, "ph\xC3\xA0.md", "ferry");
}

static void test_list(struct room *room, gconstpointer data)
{
	g_autoptr(GPtrArray) all = NULL, some = NULL;
	g_autofree char *joined = NULL;
	GError *error = NULL;

	link_to(room, ".", "inside/circle");
	link_to(room, "../outside.md", "inside/up.md");
	all = folder_list(room->folder, "", ".md", NULL);
	g_ptr_array_add(all, NULL);
	joined = g_strjoinv(" ", (char **)all->pdata);
	g_assert_cmpstr(joined, ==, "a.md b/c.md up.md");
	some = folder_list(room->folder, "b/", ".md", NULL);
	g_assert_cmpuint(some->len, ==, 1);
	g_assert_cmpstr(g_ptr_array_index(some, 0), ==, "b/c.md");
	g_assert_null(folder_list(room->folder, "none", ".md", &error));
	g_assert_error(error, FOLDER_ERROR, FOLDER_ERROR_MISSING);
	g_clear_error(&error);
	g_assert_null(folder_list(room->folder, "..", ".md", &error));
	g_assert_error(error, FOLDER_ERROR, FOLDER_ERROR_ESCAPES);
	g_clear_error(&error);
}

static void test_open_missing(void)
{
	g_autoptr(GError) error = NULL;

	g_assert_null(folder_open("/nowhere/at/all", &error));
	g_assert_error(error, FOLDER_ERROR, FOLDER_ERROR_MISSING);
}

static void resolves(const char *from, const char *path, const char *expected)
{
	g_autofree char *resolved = folder_resolve(from, path);

	g_assert_cmpstr(resolved, ==, expected);
}

static void test_resolve(void)
{
	resolves("politics/a.md", "b.jpg", "politics/b.jpg");
	resolves("politics/a.md", "../photos/a.jpg", "photos/a.jpg");
	resolves("a.md", "photos/./a.jpg", "photos/a.jpg");
	resolves("a.md", "x/../a.jpg", "a.jpg");
	resolves("", "a.jpg", "a.jpg");
	resolves("a.md", "../a.jpg", NULL);
	resolves("politics/a.md", "../../a.jpg", NULL);
	resolves("politics/a.md", "/etc/passwd", NULL);
	resolves("politics/a.md", "", NULL);
	resolves("a.md", ".", NULL);
}

#define ROOM_TEST(name, function) g_test_add(name, struct room, NULL, room_open, function, room_close)

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/folder/read", test_read);
	ROOM_TEST("/folder/escape", test_escape);
	ROOM_TEST("/folder/irregular", test_irregular);
	ROOM_TEST("/folder/race", test_race);
	ROOM_TEST("/folder/link-inside", test_link_inside);
	ROOM_TEST("/folder/limit", test_limit);
	ROOM_TEST("/folder/name-forms", test_name_forms);
	ROOM_TEST("/folder/list", test_list);
	g_test_add_func("/folder/open-missing", test_open_missing);
	g_test_add_func("/folder/resolve", test_resolve);
	return g_test_run();
}
