/* Photographs as other programs write them; skipped where those are missing. */
#include <glib/gstdio.h>

#include "pictures.h"

static gboolean program_is_there(const char *name)
{
	g_autofree char *path = g_find_program_in_path(name);

	if (path == NULL)
		g_test_skip("the program is not installed");
	return path != NULL;
}

static GBytes *file_bytes(const char *path)
{
	char *data;
	gsize length;

	g_assert_true(g_file_get_contents(path, &data, &length, NULL));
	return g_bytes_new_take(data, length);
}

/* What a program makes of the file: FILE among its arguments stands for the path
   of the file, OUT for that of a new one; without OUT the file itself changes. */
static GBytes *run_over(GBytes *file, const char *const *arguments)
{
	g_autofree char *folder = g_dir_make_tmp("outside-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "photo.jpg", NULL);
	g_autofree char *out = g_build_filename(folder, "out.jpg", NULL);
	g_autoptr(GPtrArray) argv = g_ptr_array_new();
	g_autoptr(GError) error = NULL;
	GBytes *bytes;
	int status;

	g_assert_true(g_file_set_contents(path, g_bytes_get_data(file, NULL), (gssize)g_bytes_get_size(file),
					  NULL));
	for (; *arguments != NULL; arguments++)
		g_ptr_array_add(argv, (char *)(g_str_equal(*arguments, "FILE")	? path
					       : g_str_equal(*arguments, "OUT") ? out
										: *arguments));
	g_ptr_array_add(argv, NULL);
	g_spawn_sync(NULL, (char **)argv->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
		     NULL, NULL, NULL, &status, &error);
	g_assert_no_error(error);
	g_assert_true(g_spawn_check_wait_status(status, NULL));
	bytes = file_bytes(g_file_test(out, G_FILE_TEST_EXISTS) ? out : path);
	g_unlink(path);
	g_unlink(out);
	g_rmdir(folder);
	return bytes;
}

static void test_exiftool(void)
{
	static const char *const words[] = {
		"exiftool",
		"-q",
		"-overwrite_original",
		"-codedcharacterset=utf8",
		"-IPTC:Caption-Abstract=Bến phà Đồ Bài",
		"-IPTC:Credit=RRP Photo/Trần An",
		"-XMP-iptcCore:AltTextAccessibility=A white ferry",
		"-XMP-photoshop:Headline=Ferry",
		"-EXIF:Copyright=RRP",
		"-EXIF:DateTimeOriginal=2026:11:21 09:30:00",
		"-Orientation#=6",
		"-XMP-iptcExt:ImageRegion=[{RegionBoundary={RbShape=rectangle,RbUnit=relative,"
		"RbX=0.1,RbY=0.2,RbW=0.3,RbH=0.4}}]",
		"FILE",
		NULL};
	g_autoptr(GBytes) bare = picture_jpeg(&(struct recipe){.width = 60, .height = 40, .components = 3});
	g_autoptr(GBytes) file = NULL;
	struct photo_metadata *metadata;
	struct photo_facts facts;

	if (!program_is_there("exiftool"))
		return;
	file = run_over(bare, words);
	g_assert_true(photo_probe(file, &facts, NULL));
	g_assert_cmpint(facts.orientation, ==, 6);
	g_assert_cmpint(facts.width_px, ==, 40);
	metadata = photo_read_metadata(file);
	g_assert_nonnull(metadata);
	g_assert_cmpstr(metadata->caption, ==, "Bến phà Đồ Bài");
	g_assert_cmpstr(metadata->credit, ==, "RRP Photo/Trần An");
	g_assert_cmpstr(metadata->alt, ==, "A white ferry");
	g_assert_cmpstr(metadata->headline, ==, "Ferry");
	g_assert_cmpstr(metadata->copyright, ==, "RRP");
	g_assert_cmpstr(metadata->date, ==, "2026-11-21T09:30:00");
	g_assert_cmpuint(metadata->regions->len, ==, 1);
	g_assert_cmpint(ABS(g_array_index(metadata->regions, struct photo_region, 0).part.left - 26214), <=,
			2);
	photo_metadata_free(metadata);
}

/* What the other program made of the scene prints like the scene. */
static void assert_prints(const char *const *arguments, int components)
{
	struct recipe recipe = {.width = 320, .height = 200, .components = 3};
	g_autoptr(GBytes) plain = picture_jpeg(&recipe);
	g_autoptr(GBytes) odd = run_over(plain, arguments);
	guint8 *pixels[2];
	int width, height, channels, far_off = 0;

	for (int i = 0; i < 2; i++) {
		g_autoptr(GError) error = NULL;
		GBytes *file = i == 0 ? plain : odd;
		struct photo_order order = {{0, 0, 65536, 65536}, 100, 100};
		struct photo_facts facts;
		struct photo_print *print;
		g_assert_true(photo_probe(file, &facts, &error));
		print = photo_render(file, &facts, &order, &error);
		g_assert_no_error(error);
		pixels[i] = picture_pixels(print->bytes, &width, &height, &channels);
		g_assert_cmpint(channels, ==, i == 0 ? 3 : components);
		photo_print_free(print);
	}
	for (int i = 0; components == 3 && i < width * height * 3; i++)
		far_off += ABS(pixels[0][i] - pixels[1][i]) > 40;
	g_free(pixels[0]);
	g_free(pixels[1]);
	g_assert_cmpint(far_off, <, width * height * 3 / 50);
}

static void test_jpegtran(void)
{
	static const char *const ways[][7] = {
		{"jpegtran", "-progressive", "-outfile", "OUT", "FILE", NULL},
		{"jpegtran", "-arithmetic", "-outfile", "OUT", "FILE", NULL},
		{"jpegtran", "-restart", "1", "-outfile", "OUT", "FILE", NULL},
		{"jpegtran", "-grayscale", "-outfile", "OUT", "FILE", NULL},
	};

	if (!program_is_there("jpegtran"))
		return;
	for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
		assert_prints(ways[i], i == 3 ? 1 : 3);
}

static void test_imagemagick(void)
{
	static const char *const ways[][9] = {
		{"convert", "FILE", "-colorspace", "CMYK", "-quality", "95", "OUT", NULL},
		{"convert", "FILE", "-sampling-factor", "4:1:1", "OUT", NULL},
		{"convert", "FILE", "-colorspace", "Gray", "OUT", NULL},
	};

	if (!program_is_there("convert"))
		return;
	/* Its CMYK is the complement of RGB and no printing process: only read it. */
	for (gsize i = 0; i < G_N_ELEMENTS(ways); i++) {
		g_autoptr(GBytes) plain = NULL, odd = NULL;
		struct photo_facts facts;
		if (i > 0) {
			assert_prints(ways[i], i == 2 ? 1 : 3);
			continue;
		}
		plain = picture_jpeg(&(struct recipe){.width = 60, .height = 40, .components = 3});
		odd = run_over(plain, ways[i]);
		g_assert_true(photo_probe(odd, &facts, NULL));
		g_assert_cmpint(facts.components, ==, 4);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/outside/exiftool", test_exiftool);
	g_test_add_func("/outside/jpegtran", test_jpegtran);
	g_test_add_func("/outside/imagemagick", test_imagemagick);
	return g_test_run();
}
