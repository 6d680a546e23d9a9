/* What a line costs by itself and under its neighbours. */
#include "type/price.h"

#define EM 1000

static const struct linebreak_order order = {
	.limits = {.space_stretch = 0.6, .space_shrink = 0.28, .letter = 0.02, .glyph = 0.02},
	.measure = {.width = 10 * EM},
	.hyphen_run_max = 2,
	.last_line_least = 2 * EM,
};

/* A line of glyphs and spaces that are so wide; `line` is behind `before`. */
static struct line_end end_behind(const struct line_end *before, guint32 glyphs, guint32 spaces)
{
	struct line_end end = {.end = before->start};

	end.end.width += glyphs + spaces;
	end.end.glyphs += glyphs;
	end.end.spaces += spaces;
	end.start = end.end;
	return end;
}

static struct fit fit_of(guint32 glyphs, guint32 spaces, gboolean any, gboolean last)
{
	struct line_end start = {.cost = 0}, end = end_behind(&start, glyphs, spaces);
	struct line_matter matter = {.em = EM};
	struct price_terms terms = {.matter = &matter, .order = &order, .any = any};

	return price_line(&terms, &start, &end, 1, last);
}

static void test_rises_with_tension(void)
{
	double before = -1;

	for (guint32 glyphs = 8500; glyphs > 6500; glyphs -= 100) {
		struct fit fit = fit_of(glyphs, 1500, FALSE, FALSE);

		if (!fit.possible)
			break;
		g_assert_cmpfloat(fit.cost, >, before);
		before = fit.cost;
	}
	g_assert_cmpfloat(fit_of(8500, 1500, FALSE, FALSE).cost, ==, 0);
}

static void test_stages(void)
{
	struct fit loose;

	g_assert_cmpint(fit_of(8300, 1500, FALSE, FALSE).stage, ==, 0);
	loose = fit_of(7000, 1500, FALSE, FALSE);
	g_assert_true(loose.possible);
	g_assert_cmpint(loose.stage, >, 0);
	/* Torn: only the last stage takes it. */
	g_assert_false(fit_of(4000, 1000, FALSE, FALSE).possible);
	g_assert_true(fit_of(4000, 1000, TRUE, FALSE).possible);
	g_assert_cmpint(fit_of(4000, 1000, TRUE, FALSE).stage, ==, PRICE_STAGES);
}

static void test_too_long(void)
{
	struct fit fit = fit_of(10500, 1500, FALSE, FALSE);

	g_assert_true(fit.too_long);
	g_assert_false(fit.possible);
	g_assert_true(fit_of(10500, 1500, TRUE, FALSE).possible);
	/* Within what spaces, letters and glyphs can give. */
	g_assert_false(fit_of(8800, 1500, FALSE, FALSE).too_long);
}

static void test_last_line(void)
{
	g_assert_cmpfloat(fit_of(5000, 500, FALSE, TRUE).cost, ==, 0);
	g_assert_cmpfloat(fit_of(1000, 0, FALSE, TRUE).cost, >, 3);
	g_assert_cmpfloat(fit_of(500, 0, FALSE, TRUE).cost, >, fit_of(1900, 0, FALSE, TRUE).cost);
}

/* ---- neighbours ---- */

struct neighbours {
	struct line_end ends[4];
	struct line_matter matter;
	struct price_terms terms;
	struct price_lines lines;
	struct fit fit;
};

static void neighbours_open(struct neighbours *n)
{
	*n = (struct neighbours){.matter = {.em = EM}};
	for (int i = 1; i < 4; i++)
		n->ends[i] = end_behind(&n->ends[i - 1], 8500, 1500);
	n->terms = (struct price_terms){.matter = &n->matter, .order = &order};
	n->lines = (struct price_lines){
		.before = &n->ends[0], .a = &n->ends[1], .b = &n->ends[2], .c = &n->ends[3]};
	n->fit.possible = TRUE;
}

static double price(const struct neighbours *n)
{
	return price_neighbours(&n->terms, &n->lines, &n->fit);
}

static void test_contrast(void)
{
	struct neighbours n;

	neighbours_open(&n);
	g_assert_cmpfloat(price(&n), ==, 0);
	n.fit.tension = 1.0f;
	double one = price(&n);

	n.lines.tension_above = -1.0f;
	g_assert_cmpfloat(price(&n), >, one);
	n.lines.tension_above = 1.0f;
	g_assert_cmpfloat(price(&n), ==, 0);
}

static void test_hyphens(void)
{
	struct neighbours n;

	neighbours_open(&n);
	n.ends[2].flags = n.ends[3].flags = LINE_END_HYPHEN;
	n.lines.hyphens_above = 1;
	double pair = price(&n);

	g_assert_cmpfloat(pair, >, 0);
	g_assert_cmpfloat(pair, <, PRICE_LADDER);
	n.lines.hyphens_above = 2;
	g_assert_cmpfloat(price(&n), >=, PRICE_LADDER);
	n.ends[3].flags = 0;
	g_assert_cmpfloat(price(&n), ==, 0);
	n.lines.last = TRUE;
	g_assert_cmpfloat(price(&n), >, 1);
}

static void test_stacked(void)
{
	struct neighbours n;

	neighbours_open(&n);
	n.ends[2].word_before = n.ends[3].word_before = 77;
	double foot = price(&n);

	g_assert_cmpfloat(foot, >, 0);
	n.ends[1].word_after = n.ends[2].word_after = 78;
	g_assert_cmpfloat(price(&n), >, foot);
	n.ends[3].word_before = 79;
	n.ends[2].word_after = 80;
	g_assert_cmpfloat(price(&n), ==, 0);
}

static void test_river(void)
{
	struct line_gap gaps[3];
	struct neighbours n;

	neighbours_open(&n);
	for (int i = 0; i < 3; i++) {
		gaps[i] = (struct line_gap){
			.left = n.ends[i].start.width + 4000, .spaces = n.ends[i].start.spaces, .width = 300};
		n.ends[i + 1].gaps_end = n.ends[i + 1].gaps_start = i + 1;
	}
	n.matter.gaps = gaps;
	n.lines.tension_before = n.lines.tension_above = n.fit.tension = 0.9f;
	double river = price(&n);

	g_assert_cmpfloat(river, >, 0);
	/* One gap aside, and the white no longer runs. */
	gaps[1].left += 400;
	g_assert_cmpfloat(price(&n), ==, 0);
	gaps[1].left -= 400;
	n.lines.tension_before = 0;
	g_assert_cmpfloat(price(&n), <, river);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/price/rises", test_rises_with_tension);
	g_test_add_func("/price/stages", test_stages);
	g_test_add_func("/price/too-long", test_too_long);
	g_test_add_func("/price/last-line", test_last_line);
	g_test_add_func("/price/contrast", test_contrast);
	g_test_add_func("/price/hyphens", test_hyphens);
	g_test_add_func("/price/stacked", test_stacked);
	g_test_add_func("/price/river", test_river);
	return g_test_run();
}
