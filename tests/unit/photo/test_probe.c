#include "pictures.h"

static struct photo_facts probe(GBytes *file)
{
	struct photo_facts facts;
	g_autoptr(GError) error = NULL;

	photo_probe(file, &facts, &error);
	g_assert_no_error(error);
	return facts;
}

/* Refused with that code, and with a sentence that holds `words`. */
static void refused(GBytes *file, enum photo_error code, const char *words)
{
	struct photo_facts facts;
	g_autoptr(GError) error = NULL;

	g_assert_false(photo_probe(file, &facts, &error));
	g_assert_error(error, PHOTO_ERROR, (int)code);
	if (strstr(error->message, words) == NULL)
		g_error("'%s' does not say '%s'", error->message, words);
	g_bytes_unref(file);
}

static void test_baseline(void)
{
	g_autoptr(GBytes) file = picture_jpeg(&(struct recipe){.width = 61, .height = 40, .components = 3});
	struct photo_facts facts = probe(file);
	g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file);

	g_assert_cmpint(facts.format, ==, PHOTO_JPEG);
	g_assert_cmpint(facts.width_px, ==, 61);
	g_assert_cmpint(facts.height_px, ==, 40);
	g_assert_cmpint(facts.components, ==, 3);
	g_assert_cmpint(facts.orientation, ==, 1);
	g_assert_false(facts.progressive);
	g_assert_false(facts.has_profile);
	g_assert_cmpstr(facts.sha256, ==, sum);
}

static void test_kinds(void)
{
	struct recipe grey = {.width = 16, .height = 16, .components = 1};
	struct recipe ink = {.width = 16, .height = 16, .components = 4, .adobe = TRUE};
	struct recipe slow = {.width = 16, .height = 16, .components = 3, .progressive = TRUE};
	struct recipe arithmetic = {.width = 16, .height = 16, .components = 3, .arithmetic = TRUE};
	g_autoptr(GBytes) a = picture_jpeg(&grey), b = picture_jpeg(&ink), c = picture_jpeg(&slow);
	g_autoptr(GBytes) d = picture_jpeg(&arithmetic);

	g_assert_cmpint(probe(a).components, ==, 1);
	g_assert_cmpint(probe(b).components, ==, 4);
	g_assert_true(probe(b).has_profile);
	g_assert_true(probe(c).progressive);
	g_assert_cmpint(probe(d).width_px, ==, 16);
}

static void test_orientation(void)
{
	for (int orientation = 0; orientation <= 9; orientation++) {
		guint8 app1[64];
		struct recipe recipe = {.width = 60, .height = 40, .components = 3, .app1 = app1};
		g_autoptr(GBytes) file = NULL;
		struct photo_facts facts;
		gboolean known = orientation >= 1 && orientation <= 8;

		picture_orientation(app1, &recipe.app1_length, orientation);
		file = picture_jpeg(&recipe);
		facts = probe(file);
		g_assert_cmpint(facts.orientation, ==, known ? orientation : 1);
		g_assert_cmpint(facts.width_px, ==, known && orientation >= 5 ? 40 : 60);
		g_assert_cmpint(facts.height_px, ==, known && orientation >= 5 ? 60 : 40);
	}
}

static GBytes *patched(int marker, int offset, const char *bytes, gsize length)
{
	g_autoptr(GBytes) file = picture_jpeg(&(struct recipe){.width = 32, .height = 32, .components = 3});
	gsize size;
	guint8 *data = g_bytes_unref_to_data(g_bytes_ref(file), &size);

	for (gsize i = 0; i + 1 < size; i++) {
		if (data[i] == 0xff && data[i + 1] == marker) {
			memcpy(data + i + offset, bytes, length);
			break;
		}
	}
	return g_bytes_new_take(data, size);
}

static void test_strange_frames(void)
{
	refused(patched(0xc0, 4, "\x0c", 1), PHOTO_ERROR_FORMAT, "12 bits");
	refused(patched(0xc0, 1, "\xc3", 1), PHOTO_ERROR_FORMAT, "lossless");
	refused(patched(0xc0, 1, "\xc5", 1), PHOTO_ERROR_FORMAT, "hierarchical");
	refused(patched(0xc0, 5, "\0\0", 2), PHOTO_ERROR_FORMAT, "no width or no height");
	refused(patched(0xc0, 5, "\xff\xff\xff\xff", 4), PHOTO_ERROR_LIMIT, "100 million");
	refused(patched(0xc0, 9, "\x02", 1), PHOTO_ERROR_FORMAT, "2 colour components");
	refused(patched(0xc0, 11, "\x71", 1), PHOTO_ERROR_FORMAT, "sampling");
	refused(patched(0xc0, 2, "\x00\x04", 2), PHOTO_ERROR_FORMAT, "too short");
	refused(patched(0xda, 2, "\xff\xff", 2), PHOTO_ERROR_FORMAT, "cut short");
}

static void test_cut_short(void)
{
	g_autoptr(GBytes) file = picture_jpeg(&(struct recipe){.width = 64, .height = 64, .components = 3});
	gsize size = g_bytes_get_size(file);

	for (gsize length = 3; length < size; length += 7)
		refused(picture_head(file, length), PHOTO_ERROR_FORMAT, "fetch the original");
}

static void test_foreign(void)
{
	static const struct {
		const char *bytes, *words;
	} cases[] = {
		{"", "empty"},
		{"GIF89a.......", "GIF"},
		{"%PDF-1.7 ....", "pdftocairo"},
		{"II*\0.........", "TIFF"},
		{"<?xml ?><plist", "SVG or PNG"},
		{"hello, reader", "not a JPEG"},
		{"<!DOCTYPE html>", "web page"},
		{"\0\0\0\x18"
		 "ftypheic....",
		 "HEIC"},
	};

	/* Some signatures hold a NUL; every text is 13 bytes or is the empty one. */
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		refused(g_bytes_new(cases[i].bytes, i == 0 ? 0 : 13), PHOTO_ERROR_FORMAT, cases[i].words);
}

static void test_too_many_bytes(void)
{
	gsize length = (64u << 20) + 1;

	refused(g_bytes_new_take(g_malloc0(length), length), PHOTO_ERROR_LIMIT, "64");
}

/* One scan header over and over: a hundred are the limit. */
static void test_too_many_scans(void)
{
	struct recipe recipe = {.width = 16, .height = 16, .components = 1, .progressive = TRUE};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	static const guint8 scan[] = {0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0x21, 0};
	GByteArray *many = g_byte_array_new();
	gsize size;
	const guint8 *data = g_bytes_get_data(file, &size);

	g_byte_array_append(many, data, (guint)size - 2);
	for (int i = 0; i < 120; i++)
		g_byte_array_append(many, scan, sizeof scan);
	g_byte_array_append(many, data + size - 2, 2);
	refused(g_byte_array_free_to_bytes(many), PHOTO_ERROR_LIMIT, "scans");
}

/* A progressive frame of 90 Mpx would be held whole. */
static void test_progressive_bomb(void)
{
	struct recipe recipe = {.width = 16, .height = 16, .components = 3, .progressive = TRUE};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	gsize size;
	guint8 *data = g_bytes_unref_to_data(g_bytes_ref(file), &size);

	for (gsize i = 0; i + 9 < size; i++)
		if (data[i] == 0xff && data[i + 1] == 0xc2)
			memcpy(data + i + 5, "\x23\x28\x27\x10", 4);
	refused(g_bytes_new_take(data, size), PHOTO_ERROR_LIMIT, "");
}

static void paint_square(int x, int y, guint8 *pixel)
{
	memset(pixel, (x ^ y) & 8 ? 255 : 0, 1);
}

static void test_png(void)
{
	struct png_recipe recipe = {20, 30, PNG_COLOR_TYPE_GRAY, 8, FALSE, paint_square, NULL, 0};
	g_autoptr(GBytes) file = picture_png(&recipe);
	struct photo_facts facts = probe(file);

	g_assert_cmpint(facts.format, ==, PHOTO_PNG);
	g_assert_cmpint(facts.width_px, ==, 20);
	g_assert_cmpint(facts.height_px, ==, 30);
	g_assert_cmpint(facts.components, ==, 1);
	g_assert_false(facts.transparent);
	for (gsize length = 8; length < g_bytes_get_size(file); length += 5)
		refused(picture_head(file, length), PHOTO_ERROR_FORMAT, "PNG");
}

static void test_profiles(void)
{
	guint8 nonsense[200] = {0};
	g_autoptr(GBytes) profile = g_bytes_new(nonsense, sizeof nonsense);
	struct recipe recipe = {.width = 16, .height = 16, .components = 3, .profile = profile};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);

	g_assert_false(probe(file).has_profile);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/probe/baseline", test_baseline);
	g_test_add_func("/probe/kinds", test_kinds);
	g_test_add_func("/probe/orientation", test_orientation);
	g_test_add_func("/probe/strange-frames", test_strange_frames);
	g_test_add_func("/probe/cut-short", test_cut_short);
	g_test_add_func("/probe/foreign", test_foreign);
	g_test_add_func("/probe/too-many-bytes", test_too_many_bytes);
	g_test_add_func("/probe/too-many-scans", test_too_many_scans);
	g_test_add_func("/probe/progressive-bomb", test_progressive_bomb);
	g_test_add_func("/probe/png", test_png);
	g_test_add_func("/probe/profiles", test_profiles);
	return g_test_run();
}
