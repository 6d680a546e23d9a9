/* Outlines and ink agree, clear Vietnamese capitals, and may be read by several threads. */
#include "font/fontbook.h"

#include <hb.h>
#include <math.h>
#include <string.h>

#include "font/face_foreign.h"

static struct fontbook *book;

static uint32_t glyph_of(const struct face *face, gunichar character)
{
	hb_font_t *font = hb_font_create(face_hb_face(face));
	hb_codepoint_t glyph = 0;

	g_assert_true(hb_font_get_nominal_glyph(font, character, &glyph));
	hb_font_destroy(font);
	return glyph;
}

struct bounds {
	double left, right, top, bottom;
};

static void bounds_take(struct bounds *bounds, struct outline_point point)
{
	bounds->left = MIN(bounds->left, point.x);
	bounds->right = MAX(bounds->right, point.x);
	bounds->top = MAX(bounds->top, point.y);
	bounds->bottom = MIN(bounds->bottom, point.y);
}

static struct bounds outline_bounds(const GArray *outline)
{
	struct bounds bounds = {1e9, -1e9, -1e9, 1e9};

	for (guint i = 0; i < outline->len; i++) {
		const struct outline_step *step = &g_array_index(outline, struct outline_step, i);

		if (step->verb == OUTLINE_CURVE)
			bounds_take(&bounds, step->to[2]);
		else if (step->verb != OUTLINE_CLOSE)
			bounds_take(&bounds, step->to[0]);
	}
	return bounds;
}

static void assert_ink_holds_outline(const struct face *face, gunichar letter)
{
	uint32_t glyph = glyph_of(face, letter);
	struct ink ink = face_ink(face, glyph);
	g_autoptr(GArray) outline = face_outline(face, glyph);
	struct bounds bounds = outline_bounds(outline);

	g_assert_cmpfloat(fabs(bounds.top * 1000 - ink.top), <, 2);
	g_assert_cmpfloat(fabs(bounds.bottom * 1000 - ink.bottom), <, 2);
	g_assert_cmpfloat(fabs(bounds.left * 1000 - ink.left), <, 2);
	g_assert_cmpfloat(fabs(bounds.right * 1000 - ink.right), <, 2);
}

static void test_ink_is_the_outline(void)
{
	const char *letters = "HxgĐẤỖỄẪẴỵƯữợÂ";

	for (int i = 0; i < fontbook_count(book); i++)
		for (const char *at = letters; *at; at = g_utf8_next_char(at))
			assert_ink_holds_outline(fontbook_face_at(book, i), g_utf8_get_char(at));
}

static void test_stacked_capitals_rise(void)
{
	const struct face *body = fontbook_face(book, "body");

	g_assert_cmpint(face_ink(body, glyph_of(body, 0x1ed6)).top, >=, 1000); /* Ỗ */
	g_assert_cmpint(face_ink(body, glyph_of(body, 'H')).top, ==, body->cap_height);
	g_assert_cmpint(face_ink(body, glyph_of(body, 'H')).bottom, ==, 0);
	g_assert_cmpint(face_ink(body, glyph_of(body, 'g')).bottom, <, -200);
}

static void test_contours_are_whole(void)
{
	const struct face *face = fontbook_face(book, "headline");
	g_autoptr(GArray) outline = face_outline(face, glyph_of(face, 0x1ea4)); /* Ấ */
	gboolean open = FALSE;
	int contours = 0;

	for (guint i = 0; i < outline->len; i++) {
		enum outline_verb verb = g_array_index(outline, struct outline_step, i).verb;

		g_assert_true(verb == OUTLINE_MOVE ? !open : open);
		open = verb != OUTLINE_CLOSE;
		contours += verb == OUTLINE_CLOSE;
	}
	g_assert_false(open);
	g_assert_cmpint(contours, >=, 4); /* A and its counter, circumflex, acute */
}

static void test_blank_and_unknown_glyphs(void)
{
	const struct face *body = fontbook_face(book, "body");
	g_autoptr(GArray) space = face_outline(body, glyph_of(body, ' '));
	g_autoptr(GArray) none = face_outline(body, 0xffffffu);
	struct ink blank = face_ink(body, glyph_of(body, ' '));
	struct ink unknown = face_ink(body, 0xffffffu);

	g_assert_cmpuint(space->len, ==, 0);
	g_assert_cmpuint(none->len, ==, 0);
	g_assert_true(blank.left == 0 && blank.right == 0 && blank.top == 0 && blank.bottom == 0);
	g_assert_true(unknown.right == 0 && unknown.top == 0);
}

static gpointer thread_reads(gpointer data)
{
	gsize steps = 0;
	gint64 sum = 0;

	(void)data;
	for (int i = 0; i < fontbook_count(book); i++)
		for (uint32_t glyph = 0; glyph < 300; glyph++) {
			g_autoptr(GArray) outline = face_outline(fontbook_face_at(book, i), glyph);

			steps += outline->len;
			sum += face_ink(fontbook_face_at(book, i), glyph).right;
		}
	return (gpointer)(steps * 1000000u + (gsize)ABS(sum) % 1000000u);
}

static void test_threads_read_the_same(void)
{
	GThread *threads[3];
	gpointer first = NULL;

	for (int i = 0; i < 3; i++)
		threads[i] = g_thread_new("outlines", thread_reads, NULL);
	for (int i = 0; i < 3; i++) {
		gpointer seen = g_thread_join(threads[i]);

		g_assert_true(i == 0 || seen == first);
		first = seen;
	}
	g_assert_nonnull(first);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	struct diag *diag = diag_new();

	book = fontbook_open(g_getenv("ANBAN_TEST_FONTS"), diag);
	g_assert_nonnull(book);
	g_test_add_func("/outline/threads", test_threads_read_the_same);
	g_test_add_func("/outline/ink", test_ink_is_the_outline);
	g_test_add_func("/outline/stacked-capitals", test_stacked_capitals_rise);
	g_test_add_func("/outline/contours", test_contours_are_whole);
	g_test_add_func("/outline/blank", test_blank_and_unknown_glyphs);
	int result = g_test_run();

	fontbook_free(book);
	diag_free(diag);
	return result;
}
