/* fonts/fetch without a network: from the cache, over a damaged file, again, and when it cannot. */
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct fetching {
	char *folder, *tools; /* where the fonts go; a PATH without apt-get */
};

static struct fetching fetching_new(void)
{
	static const char *const programs[] = {"sh",	"awk", "sha256sum", "cut",    "find", "cp",
					       "chmod", "mv",  "mkdir",	    "mktemp", "rm",   "sort",
					       "id",	"sed", "tar",	    "dirname"};
	struct fetching fetching = {g_dir_make_tmp("anban-fetch-XXXXXX", NULL),
				    g_dir_make_tmp("anban-tools-XXXXXX", NULL)};

	for (gsize i = 0; i < G_N_ELEMENTS(programs); i++) {
		g_autofree char *program = g_find_program_in_path(programs[i]);
		g_autofree char *link = g_build_filename(fetching.tools, programs[i], NULL);

		g_assert_nonnull(program);
		g_assert_cmpint(symlink(program, link), ==, 0);
	}
	return fetching;
}

static void folder_remove(const char *path)
{
	g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
	const char *name;

	while (folder && (name = g_dir_read_name(folder))) {
		g_autofree char *file = g_build_filename(path, name, NULL);

		g_unlink(file);
	}
	g_rmdir(path);
}

static void fetching_free(struct fetching *fetching)
{
	folder_remove(fetching->folder);
	folder_remove(fetching->tools);
	g_free(fetching->folder);
	g_free(fetching->tools);
}

/* The exit code; what it says goes to `said`. */
static int fetch_run(const struct fetching *fetching, const char *cache, const char *folder, char **said)
{
	g_autofree char *program = g_build_filename(g_getenv("ANBAN_SOURCE"), "fonts", "fetch", NULL);
	g_autofree char *path = g_strconcat("PATH=", fetching->tools, NULL);
	g_autofree char *cached = g_strconcat("ANBAN_FONT_CACHE=", cache, NULL);
	g_autofree char *installed = g_strconcat("ANBAN_FONT_INSTALLED=", fetching->tools, NULL);
	char *arguments[] = {program, (char *)folder, NULL};
	char *environment[] = {path, cached, installed, NULL};
	g_autoptr(GError) error = NULL;
	int status;

	g_spawn_sync(NULL, arguments, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, said, &status, &error);
	g_assert_no_error(error);
	return g_spawn_check_wait_status(status, &error) ? 0 : error->code;
}

static char *fetched(const struct fetching *fetching, const char *name)
{
	return g_build_filename(fetching->folder, name, NULL);
}

static void assert_same_bytes(const char *one, const char *other)
{
	g_autofree char *a = NULL, *b = NULL;
	gsize a_length, b_length;

	g_assert_true(g_file_get_contents(one, &a, &a_length, NULL));
	g_assert_true(g_file_get_contents(other, &b, &b_length, NULL));
	g_assert_cmpmem(a, a_length, b, b_length);
}

static void test_from_the_cache(void)
{
	const char *pinned_fonts = g_getenv("ANBAN_TEST_FONTS");
	struct fetching fetching = fetching_new();
	g_autofree char *said = NULL, *list = fetched(&fetching, "fonts.yaml");
	g_autofree char *font = fetched(&fetching, "NotoSerif-SemiCondensed.ttf");
	g_autofree char *pinned = g_build_filename(pinned_fonts, "NotoSerif-SemiCondensed.ttf", NULL);
	g_autofree char *source = g_build_filename(g_getenv("ANBAN_SOURCE"), "fonts", "fonts.yaml", NULL);

	g_assert_true(g_file_set_contents(font, "half a fo", -1, NULL));
	g_assert_cmpint(fetch_run(&fetching, pinned_fonts, fetching.folder, &said), ==, 0);
	g_assert_cmpstr(said, ==, "");
	assert_same_bytes(list, source);
	assert_same_bytes(font, pinned);
	/* Once all are there, neither cache nor network is asked. */
	g_assert_cmpint(fetch_run(&fetching, "/nonexistent", fetching.folder, NULL), ==, 0);
	fetching_free(&fetching);
}

static void test_cannot(void)
{
	struct fetching fetching = fetching_new();
	g_autofree char *said = NULL, *wrong_use = NULL;
	g_autofree char *list = fetched(&fetching, "fonts.yaml");

	g_assert_cmpint(fetch_run(&fetching, "/nonexistent", fetching.folder, &said), ==, 69);
	g_assert_nonnull(strstr(said, "apt-get is missing"));
	g_assert_nonnull(strstr(said, "fonts-noto-extra"));
	g_assert_false(g_file_test(list, G_FILE_TEST_EXISTS));
	g_assert_cmpint(fetch_run(&fetching, "/nonexistent", NULL, &wrong_use), ==, 64);
	g_assert_nonnull(strstr(wrong_use, "usage"));
	fetching_free(&fetching);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fetch/cache", test_from_the_cache);
	g_test_add_func("/fetch/cannot", test_cannot);
	return g_test_run();
}
