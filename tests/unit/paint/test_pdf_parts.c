/* The pure parts of the PDF writer: numbers, strings, tables of fonts, dates, addresses, rows. */
#include <string.h>

#include "paint/pdf/font_map.h"
#include "paint/pdf/image_rows.h"
#include "paint/pdf/metadata.h"
#include "paint/pdf/number.h"
#include "paint/pdf/profile.h"
#include "paint/pdf/web_link.h"

/* ---- number.c ---- */

static void check_number(int64_t value, int decimals, const char *expect)
{
	g_autoptr(GString) out = g_string_new(NULL);
	number_put(out, value, decimals);
	g_assert_cmpstr(out->str, ==, expect);
}

static void test_numbers(void)
{
	check_number(0, 3, "0");
	check_number(1500, 3, "1.5");
	check_number(-1500, 3, "-1.5");
	check_number(5, 3, ".005");
	check_number(-50, 3, "-.05");
	check_number(12000, 3, "12");
	check_number(1000000, 3, "1000");
	check_number(980, 1, "98");
	check_number(INT64_MIN, 0, "-9223372036854775808");
	g_assert_cmpint(number_mpt(FIX_PT), ==, 1000);
	g_assert_cmpint(number_mpt(-FIX_PT / 2), ==, -500);
	g_assert_cmpint(number_mpt(1), ==, 1);
	g_assert_cmpint(number_mpt(INT32_MAX), ==, 2097151999);
}

static void check_text(void (*put)(GString *out, const char *text), const char *text, const char *expect)
{
	g_autoptr(GString) out = g_string_new(NULL);
	put(out, text);
	g_assert_cmpstr(out->str, ==, expect);
}

static void test_strings(void)
{
	check_text(number_put_name, "NotoSerif-Bold", "/NotoSerif-Bold");
	check_text(number_put_name, "a b/c#", "/a#20b#2Fc#23");
	check_text(number_put_name, "Đ", "/#C4#90");
	check_text(number_put_text, "plain (text) \\", "(plain \\(text\\) \\\\)");
	check_text(number_put_text, "Phở", "<FEFF005000681EDF>");
	check_text(number_put_text, "𝄞", "<FEFFD834DD1E>");
	check_text(number_put_text, "two\nlines", "<FEFF00740077006F000A006C0069006E00650073>");
	check_text(number_put_text, "", "()");
	g_autoptr(GString) out = g_string_new(NULL);
	number_put_bytes(out, "\r(\0)", 4);
	g_assert_cmpmem(out->str, out->len, "(\\r\\(\0\\))", 9);
}

/* ---- font_map.c ---- */

static GPtrArray *codes_sample(int count)
{
	GPtrArray *codes = g_ptr_array_new_with_free_func(g_free);
	for (int i = 0; i < count; i++) {
		struct font_code *code = g_new0(struct font_code, 1);
		*code = (struct font_code){.glyph_in_subset = (uint32_t)(count - 1 - i),
					   .width = 500 + i,
					   .text = (char *)(i % 2 == 0 ? "ề" : "ffi")};
		g_ptr_array_add(codes, code);
	}
	return codes;
}

static void test_widths(void)
{
	g_autoptr(GPtrArray) codes = codes_sample(3);
	g_autoptr(GString) by_code = g_string_new(NULL), by_glyph = g_string_new(NULL);
	font_map_put_widths(by_code, codes, FALSE);
	g_assert_cmpstr(by_code->str, ==, "[0[500 501 502]]");
	font_map_put_widths(by_glyph, codes, TRUE);
	g_assert_cmpstr(by_glyph->str, ==, "[0[502 501 500]]");
	((struct font_code *)codes->pdata[0])->glyph_in_subset = 9;
	((struct font_code *)codes->pdata[1])->glyph_in_subset = 0;
	g_string_truncate(by_glyph, 0);
	font_map_put_widths(by_glyph, codes, TRUE);
	g_assert_cmpstr(by_glyph->str, ==, "[0[501]9[500]]");
}

static guint count_of(const char *text, const char *piece)
{
	guint count = 0;
	for (const char *at = strstr(text, piece); at != NULL; at = strstr(at + 1, piece))
		count++;
	return count;
}

static void test_unicode_map(void)
{
	g_autoptr(GPtrArray) codes = codes_sample(251);
	((struct font_code *)codes->pdata[7])->text = (char *)"";
	((struct font_code *)codes->pdata[8])->text = (char *)"\uFEFF";
	((struct font_code *)codes->pdata[9])->text = (char *)"a\uFFFE";
	g_autoptr(GString) map = g_string_new(NULL);
	font_map_put_unicode(map, codes);
	g_assert_nonnull(strstr(map->str, "<0008><200B>\n<0009><200B>\n"));
	g_assert_cmpuint(count_of(map->str, "endbfchar"), ==, 3);
	g_assert_nonnull(strstr(map->str, "100 beginbfchar\n<0001><006600660069>\n<0002><1EC1>\n"));
	g_assert_nonnull(strstr(map->str, "\n50 beginbfchar\n"));
	g_assert_nonnull(strstr(map->str, "<0007><200B>"));
	g_assert_null(strstr(map->str, "<0000><1EC1>"));
}

static void test_glyph_map(void)
{
	g_autoptr(GPtrArray) codes = codes_sample(2);
	((struct font_code *)codes->pdata[0])->glyph_in_subset = 0x1234;
	g_autoptr(GString) map = g_string_new(NULL), encoding = g_string_new(NULL);
	font_map_put_glyphs(map, codes);
	g_assert_cmpmem(map->str, map->len, "\x12\x34\x00\x00", 4);
	font_map_put_encoding(encoding, codes);
	g_assert_nonnull(strstr(encoding->str, "1 begincidchar\n<0001>0\nendcidchar\n"));
}

/* Header, one name, a Top DICT of these bytes. */
static GBytes *cff_with(const void *dict, guint8 length)
{
	static const guint8 head[] = {1, 0, 4, 1, 0, 1, 1, 1, 2, 'N', 0, 1, 1, 1};
	GByteArray *bytes = g_byte_array_new();
	guint8 end = (guint8)(length + 1);
	g_byte_array_append(bytes, head, sizeof head);
	g_byte_array_append(bytes, &end, 1);
	g_byte_array_append(bytes, dict, length);
	return g_byte_array_free_to_bytes(bytes);
}

static void test_cid_keyed(void)
{
	static const guint8 ros[] = {139, 140, 28, 1, 2, 12, 30}, version[] = {29, 0, 0, 1, 2, 0, 12, 30};
	g_autoptr(GBytes) keyed = cff_with(ros, sizeof ros), named = cff_with(version, sizeof version);
	gsize length;
	const guint8 *bytes = g_bytes_get_data(keyed, &length);
	g_assert_true(font_map_cff_is_cid_keyed(bytes, length));
	for (gsize cut = 0; cut < length; cut++) {
		g_autofree guint8 *part = g_memdup2(bytes, cut);
		g_assert_false(font_map_cff_is_cid_keyed(part, cut));
	}
	bytes = g_bytes_get_data(named, &length);
	g_assert_false(font_map_cff_is_cid_keyed(bytes, length));
}

/* ---- metadata.c ---- */

static void check_date(const char *iso, const char *expect)
{
	g_autofree char *date = metadata_pdf_date(iso);
	g_assert_cmpstr(date, ==, expect);
}

static void test_dates(void)
{
	check_date("2026-11-22T05:00:00+07:00", "D:20261122050000+07'00'");
	check_date("2026-11-22T05:06:07-03:30", "D:20261122050607-03'30'");
	check_date("2026-11-22T05:00:00Z", "D:20261122050000Z");
	check_date("2026-11-22T05:00:00", NULL);
	check_date("2026-11-22", NULL);
	check_date("", NULL);
	check_date(NULL, NULL);
	check_date("2026-11-22T05:00:00+0700", NULL);
	check_date("2026-11-22T05:00:00+07:00 ", NULL);
}

static void test_xmp(void)
{
	struct paper *paper = paper_new();
	paper->title = g_strdup("Post <1> & “more”");
	paper->language = g_intern_static_string("vi");
	g_autofree char *xmp = metadata_xmp(paper, "anban", "2026-11-22T05:00:00Z");
	g_assert_nonnull(strstr(xmp, ">Post &lt;1&gt; &amp; “more”</rdf:li>"));
	g_assert_nonnull(strstr(xmp, "<xmp:ModifyDate>2026-11-22T05:00:00Z</xmp:ModifyDate>"));
	g_assert_null(strstr(xmp, "dc:creator"));
	g_assert_null(strstr(xmp, "encoding="));
	paper_free(paper);
}

static void test_profile(void)
{
	g_autoptr(GBytes) one = profile_srgb(), two = profile_srgb();
	g_assert_true(g_bytes_equal(one, two));
	gsize length;
	const char *bytes = g_bytes_get_data(one, &length);
	g_assert_cmpuint(length, >, 300);
	g_assert_cmpuint(length, <, 8000);
	g_assert_cmpmem(bytes + 12, 8, "mntrRGB ", 8);
}

/* ---- web_link.c ---- */

static void test_web_links(void)
{
	static const char *const good[] = {"https://example.org", "HTTP://example.org",
					   "mailto:desk@example.org", "tel:+842412345678"};
	static const char *const bad[] = {"javascript:alert(1)",
					  "file:///etc/passwd",
					  "//example.org",
					  "",
					  "data:text/html,x",
					  "vbscript:x",
					  " https://example.org",
					  "https://example.org\njavascript:x",
					  "ftp://a"};
	for (guint i = 0; i < G_N_ELEMENTS(good); i++)
		g_assert_true(web_link_is_allowed(good[i]));
	for (guint i = 0; i < G_N_ELEMENTS(bad); i++)
		g_assert_false(web_link_is_allowed(bad[i]));
	g_autofree char *address = web_link_address("https://example.org/chủ nhật?a=%20(b)&c=\"d\"#e");
	g_assert_cmpstr(address, ==, "https://example.org/ch%E1%BB%A7%20nh%E1%BA%ADt?a=%20(b)&c=%22d%22#e");
}

/* ---- image_rows.c ---- */

static void unfilter(guint8 *pixels, const guint8 *rows, int width, int height, int step)
{
	gsize length = (gsize)(width * step);
	for (int y = 0; y < height; y++, rows += length + 1) {
		guint8 *row = pixels + (gsize)y * length;
		g_assert_cmpint(rows[0], <=, 2);
		for (gsize i = 0; i < length; i++) {
			guint8 left = i >= (gsize)step ? row[i - (gsize)step] : 0,
			       above = y > 0 ? row[i - length] : 0;
			row[i] = (guint8)(rows[i + 1] + (rows[0] == 1 ? left : rows[0] == 2 ? above : 0));
		}
	}
}

static void check_rows(int width, int height, int components)
{
	gsize length = (gsize)(width * height * components);
	guint8 *pixels = g_malloc(length);
	g_autofree guint8 *back = g_malloc0(length);
	GRand *random = g_rand_new_with_seed(7);
	for (gsize i = 0; i < length; i++)
		pixels[i] = (guint8)(i % 3 == 0 ? (guint32)i : g_rand_int(random));
	g_autoptr(GBytes) bytes = g_bytes_new_take(pixels, length);
	struct photo_print print = {.bytes = bytes,
				    .width_px = width,
				    .height_px = height,
				    .components = components,
				    .format = PRINT_PIXELS};
	g_autoptr(GBytes) rows = image_rows_predicted(&print);
	g_assert_cmpuint(g_bytes_get_size(rows), ==, length + (gsize)height);
	unfilter(back, g_bytes_get_data(rows, NULL), width, height, components);
	g_assert_cmpmem(back, length, pixels, length);
	g_rand_free(random);
}

static void test_rows(void)
{
	check_rows(1, 1, 1);
	check_rows(17, 9, 1);
	check_rows(31, 20, 3);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/paint/pdf/numbers", test_numbers);
	g_test_add_func("/paint/pdf/strings", test_strings);
	g_test_add_func("/paint/pdf/widths", test_widths);
	g_test_add_func("/paint/pdf/unicode-map", test_unicode_map);
	g_test_add_func("/paint/pdf/glyph-map", test_glyph_map);
	g_test_add_func("/paint/pdf/cid-keyed", test_cid_keyed);
	g_test_add_func("/paint/pdf/dates", test_dates);
	g_test_add_func("/paint/pdf/xmp", test_xmp);
	g_test_add_func("/paint/pdf/profile", test_profile);
	g_test_add_func("/paint/pdf/web-links", test_web_links);
	g_test_add_func("/paint/pdf/rows", test_rows);
	return g_test_run();
}
