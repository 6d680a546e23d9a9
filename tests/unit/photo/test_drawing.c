/* Drawings: what is let in, what comes out, and what is stopped. The program
   is its own drawing board, as anban is. */
#include <string.h>

#include "photo/drawing.h"

#define SVG(attributes, inside) "<svg xmlns='http://www.w3.org/2000/svg' " attributes ">" inside "</svg>"
#define BOX			"viewBox='0 0 400 300'"

static GBytes *bytes_of(const char *text)
{
	return g_bytes_new(text, strlen(text));
}

static void refused(const char *text, int code, const char *words)
{
	g_autoptr(GBytes) file = bytes_of(text);
	g_autoptr(GError) error = NULL;
	struct photo_facts facts;

	g_assert_false(photo_probe(file, &facts, &error));
	g_assert_error(error, PHOTO_ERROR, code);
	g_assert_nonnull(strstr(error->message, words));
}

static struct photo_facts facts_of(const char *text)
{
	g_autoptr(GBytes) file = bytes_of(text);
	g_autoptr(GError) error = NULL;
	struct photo_facts facts = {0};

	photo_probe(file, &facts, &error);
	g_assert_no_error(error);
	g_assert_cmpint(facts.format, ==, PHOTO_SVG);
	return facts;
}

/* ---- what is let in ---- */

static void test_size(void)
{
	static const struct {
		const char *file;
		int width, height;
	} cases[] = {
		{SVG(BOX, ""), 8192, 6144},
		{"\xef\xbb\xbf <?xml version='1.0'?><!-- x -->\n" SVG(BOX, ""), 8192, 6144},
		{SVG("width='100mm' height='20cm' " BOX, ""), 4096, 8192},
		{SVG("width='2in' height='72pt'", ""), 8192, 4096},
		{SVG("width='100%' height='100%' viewBox='-5,-5 10,20'", ""), 4096, 8192},
		{"<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><!--<svg--></s:svg>", 8192,
		 8192},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct photo_facts facts = facts_of(cases[i].file);
		g_assert_cmpint(facts.width_px, ==, cases[i].width);
		g_assert_cmpint(facts.height_px, ==, cases[i].height);
		g_assert_cmpint((int)strlen(facts.sha256), ==, 64);
	}
}

static void test_description(void)
{
	g_autoptr(GBytes) file =
		bytes_of(SVG(BOX, "<desc>\n Bars, &amp; rising\n</desc><g><desc>one bar</desc></g>"));
	g_autoptr(GBytes) silent = bytes_of(SVG(BOX, "<g><desc>one bar</desc></g>"));
	struct photo_metadata *metadata = photo_read_metadata(file);

	g_assert_nonnull(metadata);
	g_assert_cmpstr(metadata->alt, ==, "Bars, & rising");
	g_assert_null(metadata->caption);
	photo_metadata_free(metadata);
	g_assert_null(photo_read_metadata(silent));
}

static void test_not_let_in(void)
{
	static const struct {
		const char *file, *words;
	} cases[] = {
		{"<svg xmlns=''>", "broken"},
		{"<svg xmlns='' viewBox='0 0 1 1'><g></svg>", "broken"},
		{SVG("", "<rect/>"), "viewBox"},
		{SVG("viewBox='0 0 nan 5'", ""), "viewBox"},
		{SVG("width='100%' height='50%'", ""), "viewBox"},
		{"<p>a page about <svg/></p>", "no SVG"},
		{SVG(BOX, "\n<image href='data:image/png;base64,AA'/>"), "line 2"},
		{SVG(BOX, "<filter id='f'/>"), "filter"},
		{SVG(BOX, "<script>1</script>"), "program"},
		{SVG(BOX, "<foreignObject/>"), "web page"},
		{SVG(BOX, "<use href='other.svg#a'/>"), "out of the drawing"},
		{SVG(BOX, "<use xmlns:x='http://www.w3.org/1999/xlink' x:href='file:///etc/passwd#a'/>"),
		 "out of the drawing"},
		{SVG(BOX, "<rect fill=\"uRl( 'http://x/#a')\"/>"), "out of the drawing"},
		{SVG(BOX, "<rect style='fill:\\75 rl(http://x/#a)'/>"), "backslash"},
		{SVG(BOX, "<style>@import 'x.css';</style>"), "style sheet"},
		{SVG(BOX, "<style>rect{fill:url(http://x/#a)}</style>"), "style sheet"},
		{"<?xml-stylesheet href='x.css'?>" SVG(BOX, ""), "style sheet"},
		{"<!DOCTYPE svg [<!ENTITY a 'aa'>]>" SVG(BOX, ""), "entities"},
		{SVG(BOX, "<text>\xff\xfe</text>"), "UTF-8"},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
		refused(cases[i].file, PHOTO_ERROR_FORMAT, cases[i].words);
	refused(SVG("viewBox='0 0 4100 100'", ""), PHOTO_ERROR_LIMIT, "40 times");
	/* A link leads readers out, not the drawing. */
	facts_of(SVG(BOX, "<a href='https://example.org'><rect/></a><style>rect{fill:url(#a)}</style>"));
}

static char *repeated(const char *text, int times, const char *before, const char *after)
{
	GString *all = g_string_new(before);

	for (int i = 0; i < times; i++)
		g_string_append(all, text);
	g_string_append(all, after);
	return g_string_free(all, FALSE);
}

/* Ten times ten times ten... of something small, by each way there is. */
static void test_bombs(void)
{
	GString *uses = g_string_new("<svg " BOX "><g id='a0'><rect/></g>");
	g_autofree char *many = repeated("<g/>", 20001, "<svg " BOX ">", "</svg>");
	g_autofree char *deep = repeated("<g>", 70, "<svg " BOX ">", "");
	g_autofree char *points =
		repeated("1,2 3,4 ", 9000, "<polyline marker-mid='url(#m)' points='", "'/>");
	g_autofree char *heads = repeated("<circle/>", 500, "<marker id='m'>", "</marker>");
	g_autofree char *marked = g_strconcat("<svg " BOX ">", heads, points, "</svg>", NULL);
	g_autofree char *painted = repeated("<rect/>", 2000, "<g fill='url(#m)'>", "</g>");
	g_autofree char *tiled = g_strconcat("<svg " BOX ">", heads, painted, "</svg>", NULL);

	for (int i = 1; i < 10; i++) {
		g_string_append_printf(uses, "<g id='a%d'>", i);
		for (int j = 0; j < 10; j++)
			g_string_append_printf(uses, "<use href='#a%d'/>", i - 1);
		g_string_append(uses, "</g>");
	}
	g_string_append(uses, "</svg>");
	refused(uses->str, PHOTO_ERROR_LIMIT, "too often");
	refused(marked, PHOTO_ERROR_LIMIT, "too often");
	refused(tiled, PHOTO_ERROR_LIMIT, "too often");
	refused(many, PHOTO_ERROR_LIMIT, "20,000");
	refused(deep, PHOTO_ERROR_LIMIT, "64 deep");
	g_string_free(uses, TRUE);
	/* What names itself is drawn by nobody, and no bomb. */
	facts_of(SVG(BOX, "<g id='a'><use href='#a'/></g><use href='#none'/>"));
}

/* ---- what comes out ---- */

static struct photo_print *drawn(const char *text, struct photo_order order, GError **error)
{
	g_autoptr(GBytes) file = bytes_of(text);
	struct photo_facts facts = facts_of(text);

	return photo_render(file, &facts, &order, error);
}

static const guint8 *pixel(const struct photo_print *print, int x, int y)
{
	const guint8 *rows = g_bytes_get_data(print->pixels, NULL);
	return rows + ((gsize)y * (gsize)print->width_px + (gsize)x) * 3;
}

static const char quarters[] =
	SVG("viewBox='0 0 40 20'", "<rect width='20' height='20' fill='#f00'/>"
				   "<rect x='20' y='10' width='20' height='10' fill='#00f' opacity='.5'/>");

static void test_drawn(void)
{
	g_autoptr(GError) error = NULL;
	struct photo_print *print = drawn(quarters, (struct photo_order){PHOTO_WHOLE, 400, 200}, &error);

	g_assert_no_error(error);
	g_assert_cmpint(print->format, ==, PRINT_DRAWING);
	g_assert_cmpint(print->width_px, ==, 400);
	g_assert_cmpint(print->height_px, ==, 200);
	g_assert_cmpmem(pixel(print, 100, 100), 3, "\xff\0\0", 3);
	g_assert_cmpmem(pixel(print, 300, 50), 3, "\xff\xff\xff", 3);
	g_assert_cmpint(pixel(print, 300, 150)[0], >=, 126);
	g_assert_cmpint(pixel(print, 300, 150)[2], ==, 255);
	g_assert_true(g_str_has_prefix(g_bytes_get_data(print->bytes, NULL), "%PDF-1.4"));
	photo_print_free(print);
}

/* The lower right quarter alone; a large one is shown in a small picture. */
static void test_part(void)
{
	g_autoptr(GError) error = NULL;
	struct photo_order order = {{32768, 32768, 32768, 32768}, 4000, 2000};
	struct photo_print *print = drawn(quarters, order, &error);

	g_assert_no_error(error);
	g_assert_cmpint(print->width_px, ==, 1000);
	g_assert_cmpint(print->height_px, ==, 500);
	for (int x = 5; x < 1000; x += 99)
		g_assert_cmpint(pixel(print, x, 250)[2], ==, 255);
	photo_print_free(print);
}

static void test_same_bytes(void)
{
	struct photo_order order = {PHOTO_WHOLE, 300, 150};
	struct photo_print *one = drawn(quarters, order, NULL), *two = drawn(quarters, order, NULL);

	g_assert_true(g_bytes_equal(one->bytes, two->bytes));
	g_assert_true(g_bytes_equal(one->pixels, two->pixels));
	photo_print_free(one);
	photo_print_free(two);
}

/* Light to read and endless to draw: stopped in time, by name. */
static void test_stopped(void)
{
	g_autoptr(GError) error = NULL;
	GString *text = g_string_new("<svg " BOX " xmlns='http://www.w3.org/2000/svg'><polygon points='");
	guint32 seed = 7;
	gint64 start = g_get_monotonic_time();

	for (int i = 0; i < 100000; i++) {
		seed = seed * 1664525 + 1013904223;
		g_string_append_printf(text, "%u,%u ", (seed >> 8) % 400, i % 2 * 300);
	}
	g_string_append(text, "'/></svg>");
	g_assert_null(drawn(text->str, (struct photo_order){PHOTO_WHOLE, 800, 600}, &error));
	g_assert_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT);
	g_assert_nonnull(strstr(error->message, "simplify"));
	g_assert_cmpint((int)((g_get_monotonic_time() - start) / 1000000), <, 60);
	g_string_free(text, TRUE);
}

/* Good enough for our reading, not for the library's. */
static void test_told_late(void)
{
	g_autoptr(GError) error = NULL;

	g_assert_null(drawn("<?xml version='1.0' encoding='UTF-16'?>" SVG(BOX, ""),
			    (struct photo_order){PHOTO_WHOLE, 80, 60}, &error));
	g_assert_error(error, PHOTO_ERROR, PHOTO_ERROR_LIBRARY);
	g_assert_nonnull(strstr(error->message, "export it again"));
}

int main(int argc, char **argv)
{
	if (photo_board_is_called(argc, argv))
		return photo_board(argc, argv);
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/drawing/size", test_size);
	g_test_add_func("/drawing/description", test_description);
	g_test_add_func("/drawing/not-let-in", test_not_let_in);
	g_test_add_func("/drawing/bombs", test_bombs);
	g_test_add_func("/drawing/drawn", test_drawn);
	g_test_add_func("/drawing/part", test_part);
	g_test_add_func("/drawing/same-bytes", test_same_bytes);
	g_test_add_func("/drawing/stopped", test_stopped);
	g_test_add_func("/drawing/told-late", test_told_late);
	return g_test_run();
}
