/* The slack of a line is spent in full, spaces first, letters and glyphs within their limits. */
#include "type/justify.h"

#include <math.h>

static const struct justify_limits limits = {
	.space_stretch = 0.6, .space_shrink = 0.28, .letter = 0.02, .glyph = 0.02};
/* Five spaces of 2 pt, 25 gaps of an 8 pt em, 100 pt of glyphs. */
static const struct justify_room room = {.spaces = 10, .letters = 200, .glyphs = 100};

static double spent(const struct justified *set)
{
	return set->space * room.spaces + set->letter * room.letters + set->glyph * room.glyphs;
}

static void test_all_is_spent(void)
{
	for (double slack = -8; slack <= 40; slack += 0.25) {
		struct justified set = justify_line(&limits, &room, slack);

		g_assert_cmpfloat(fabs(spent(&set) - slack), <, 1e-9);
		g_assert_cmpfloat(fabs(set.letter), <=, limits.letter + 1e-12);
		g_assert_cmpfloat(fabs(set.glyph), <=, limits.glyph + 1e-12);
		g_assert_true(set.fits);
	}
}

static void test_spaces_give_first(void)
{
	struct justified little = justify_line(&limits, &room, 1.0), more = justify_line(&limits, &room, 8.0);

	g_assert_cmpfloat(little.letter, ==, 0);
	g_assert_cmpfloat(little.glyph, ==, 0);
	g_assert_cmpfloat(more.letter, >, 0);
	g_assert_cmpfloat(more.tension, <, 1.0);
}

static void test_limit(void)
{
	/* 6 from the spaces, 4 from letters, 2 from glyphs: just the style's limit. */
	struct justified set = justify_line(&limits, &room, 12.0);

	g_assert_cmpfloat(fabs(set.tension - 1.0), <, 1e-9);
	g_assert_cmpfloat(fabs(set.letter - 0.02), <, 1e-9);
	set = justify_line(&limits, &room, -8.8);
	g_assert_cmpfloat(fabs(set.tension + 1.0), <, 1e-9);
}

static void test_rises_without_steps(void)
{
	double before = -10;

	for (double slack = -8; slack <= 30; slack += 0.05) {
		double tension = justify_line(&limits, &room, slack).tension;

		g_assert_cmpfloat(tension, >, before);
		g_assert_cmpfloat(tension - before, <, slack < -7.9 ? 20 : 0.06);
		before = tension;
	}
}

static void test_one_word(void)
{
	struct justify_room word = {.letters = 80, .glyphs = 60};

	g_assert_false(justify_line(&limits, &word, 30).fits);
	g_assert_true(justify_line(&limits, &word, 2).fits);
}

static void test_much_too_long(void)
{
	g_assert_false(justify_line(&limits, &room, -30).fits);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/justify/all-is-spent", test_all_is_spent);
	g_test_add_func("/justify/spaces-first", test_spaces_give_first);
	g_test_add_func("/justify/limit", test_limit);
	g_test_add_func("/justify/no-steps", test_rises_without_steps);
	g_test_add_func("/justify/one-word", test_one_word);
	g_test_add_func("/justify/too-long", test_much_too_long);
	return g_test_run();
}
