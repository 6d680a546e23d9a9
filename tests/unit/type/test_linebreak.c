/* The programme finds the cheapest line ends for every line count; checked against all ways there are. */
#include "type/linebreak.h"

#include <math.h>
#include <string.h>

#define EM    1000
#define SPACE 250

/* Words of given widths, a space between each two; "-" in the list is a place for a hyphen. */
struct matter_case {
	GArray *ends;
	struct line_matter matter;
	struct linebreak_order order;
};

static void case_open(struct matter_case *c, const int *widths, int count)
{
	struct line_sums sums = {0};
	struct line_end end = {.cost = 0};

	memset(c, 0, sizeof *c);
	c->ends = g_array_new(FALSE, FALSE, sizeof(struct line_end));
	g_array_append_val(c->ends, end);
	for (int i = 0; i < count; i++) {
		gboolean hyphen = widths[i] < 0;
		int width = ABS(widths[i]);

		sums.width += (guint32)width;
		sums.glyphs += (guint32)width;
		end = (struct line_end){.end = sums, .cluster_end = i + 1, .cluster_start = i + 1};
		if (hyphen) {
			end.mark = 300;
			end.cost = 1.0f;
			end.flags = LINE_END_HYPHEN | LINE_END_OURS;
		} else if (i + 1 < count) {
			sums.width += SPACE;
			sums.spaces += SPACE;
		}
		end.start = sums;
		g_array_append_val(c->ends, end);
	}
	c->matter = (struct line_matter){.ends = (const struct line_end *)(const void *)c->ends->data,
					 .count = (int)c->ends->len,
					 .em = EM};
	c->order = (struct linebreak_order){
		.limits = {.space_stretch = 0.6, .space_shrink = 0.28},
		.measure = {.width = 10 * EM},
		.hyphen_run_max = 2,
		.last_line_least = 2 * EM,
	};
}

static void case_close(struct matter_case *c)
{
	g_array_unref(c->ends);
}

static fix line_width(const struct matter_case *c, const struct setting *setting, int line)
{
	return linebreak_natural(&c->matter.ends[line > 0 ? setting->breaks[line - 1] : 0],
				 &c->matter.ends[setting->breaks[line]]);
}

/* Line ends rise, end at the end, and no line is too long to be set. */
static void assert_sound(const struct matter_case *c, const struct settings *settings)
{
	for (int i = 0; i < settings->count; i++) {
		const struct setting *setting = &settings->by_lines[i];

		g_assert_cmpint(setting->lines, ==, settings->by_lines[0].lines + i);
		g_assert_cmpint(setting->breaks[setting->lines - 1], ==, c->matter.count - 1);
		for (int k = 1; k < setting->lines; k++)
			g_assert_cmpint(setting->breaks[k], >, setting->breaks[k - 1]);
		g_assert_cmpfloat(setting->cost, >=, settings->by_lines[settings->best].cost);
	}
}

static int *random_widths(int count, guint32 seed)
{
	GRand *random = g_rand_new_with_seed(seed);
	int *widths = g_new(int, (gsize)count);

	for (int i = 0; i < count; i++) {
		widths[i] = g_rand_int_range(random, 400, 3200);
		if (i + 1 < count && g_rand_int_range(random, 0, 3) == 0)
			widths[i] = -widths[i];
	}
	g_rand_free(random);
	return widths;
}

static void test_random_is_sound(void)
{
	for (guint32 seed = 1; seed <= 60; seed++) {
		g_autofree int *widths = random_widths(60, seed);
		struct matter_case c;

		case_open(&c, widths, 60);
		struct settings *settings = linebreak(&c.matter, &c.order);

		assert_sound(&c, settings);
		settings_free(settings);
		case_close(&c);
	}
}

/* ---- against every way there is ---- */

static double spaces_tension(const struct matter_case *c, int from, int to)
{
	struct justify_room room = linebreak_room(&c->matter.ends[from], &c->matter.ends[to]);
	double slack = c->order.measure.width - linebreak_natural(&c->matter.ends[from], &c->matter.ends[to]);

	return justify_line(&c->order.limits, &room, slack).tension;
}

/* The least tension, over all ways, that the worst full line must have in so many lines. */
static double least_worst(const struct matter_case *c, int from, int lines)
{
	int last = c->matter.count - 1;
	double least = HUGE_VAL;

	if (lines == 1) {
		double tension = spaces_tension(c, from, last);
		fix natural = linebreak_natural(&c->matter.ends[from], &c->matter.ends[last]);

		return natural <= c->order.measure.width ? 0 : (tension >= -1 ? 1 : HUGE_VAL);
	}
	for (int to = from + 1; to < last; to++) {
		double tension = spaces_tension(c, from, to);

		if (tension < -1)
			break;
		least = MIN(least, MAX(fabs(tension), least_worst(c, to, lines - 1)));
	}
	return least;
}

/* A count that can be set within the first stage is offered, and one that cannot be set at all is not. */
static void test_every_count(void)
{
	for (guint32 seed = 1; seed <= 40; seed++) {
		g_autofree int *widths = random_widths(14, seed);
		struct matter_case c;

		case_open(&c, widths, 14);
		struct settings *settings = linebreak(&c.matter, &c.order);
		const struct setting *best = &settings->by_lines[settings->best];

		for (int lines = best->lines - 1; lines <= best->lines + 1; lines++) {
			double worst = lines > 0 ? least_worst(&c, 0, lines) : HUGE_VAL;

			if (worst <= 1.0 && best->stage < 3)
				g_assert_nonnull(settings_with(settings, lines));
			if (worst == HUGE_VAL && best->stage < 3)
				g_assert_null(settings_with(settings, lines));
		}
		settings_free(settings);
		case_close(&c);
	}
}

/* ---- what costs ---- */

static void test_word_too_long(void)
{
	static const int widths[] = {2000, 30000, 2000};
	struct matter_case c;

	case_open(&c, widths, 3);
	struct settings *settings = linebreak(&c.matter, &c.order);

	assert_sound(&c, settings);
	g_assert_cmpint(settings->by_lines[settings->best].stage, ==, 3);
	settings_free(settings);
	case_close(&c);
}

static void test_one_word(void)
{
	static const int widths[] = {4000};
	struct matter_case c;

	case_open(&c, widths, 1);
	struct settings *settings = linebreak(&c.matter, &c.order);

	g_assert_cmpint(settings->count, ==, 1);
	g_assert_cmpint(settings->by_lines[0].lines, ==, 1);
	g_assert_cmpint(settings->by_lines[0].stage, ==, 0);
	settings_free(settings);
	case_close(&c);
}

/* Three hyphens running are avoided at any price in spaces. */
static void test_no_ladder(void)
{
	for (guint32 seed = 1; seed <= 80; seed++) {
		g_autofree int *widths = random_widths(50, seed + 1000);
		struct matter_case c;

		for (int i = 0; i < 50; i++)
			widths[i] = i % 3 == 2 || i == 49 ? ABS(widths[i]) : -ABS(widths[i]);
		case_open(&c, widths, 50);
		struct settings *settings = linebreak(&c.matter, &c.order);
		const struct setting *best = &settings->by_lines[settings->best];
		int run = 0;

		for (int i = 0; i < best->lines; i++) {
			run = best->hyphenated[i] ? run + 1 : 0;
			g_assert_cmpint(run, <=, 2);
		}
		settings_free(settings);
		case_close(&c);
	}
}

static void test_forced_turn(void)
{
	static const int widths[] = {2000, 2000, 2000, 2000, 2000, 2000};
	struct matter_case c;

	case_open(&c, widths, 6);
	g_array_index(c.ends, struct line_end, 2).flags |= LINE_END_FORCED;
	struct settings *settings = linebreak(&c.matter, &c.order);
	const struct setting *best = &settings->by_lines[settings->best];

	g_assert_cmpint(best->lines, ==, 2);
	g_assert_cmpint(best->breaks[0], ==, 2);
	g_assert_cmpint(best->stage, ==, 0);
	settings_free(settings);
	case_close(&c);
}

/* A line that stands beside a drop cap is filled to its own width. */
static void test_narrow_lines(void)
{
	g_autofree int *widths = random_widths(60, 7);
	struct matter_case c;

	case_open(&c, widths, 60);
	c.order.measure.narrow_lines = 3;
	c.order.measure.narrow_by = 3 * EM;
	c.order.measure.indent = EM;
	g_assert_cmpint(linebreak_width(&c.order.measure, 0), ==, 6 * EM);
	g_assert_cmpint(linebreak_width(&c.order.measure, 2), ==, 7 * EM);
	g_assert_cmpint(linebreak_width(&c.order.measure, 3), ==, 10 * EM);
	struct settings *settings = linebreak(&c.matter, &c.order);
	const struct setting *best = &settings->by_lines[settings->best];

	assert_sound(&c, settings);
	for (int i = 0; i < 3; i++)
		g_assert_cmpint(line_width(&c, best, i), <, 8 * EM);
	settings_free(settings);
	case_close(&c);
}

static void test_balanced(void)
{
	static const int widths[] = {2000, 2000, 2000, 2000, 2000, 2000};
	struct matter_case c;
	struct setting setting;

	case_open(&c, widths, 6);
	c.order.manner = LINEBREAK_BALANCED;
	/* Four words fit on a line, but three and three are even. */
	g_assert_true(linebreak_balanced(&c.matter, &c.order, 2, &setting));
	g_assert_cmpint(setting.breaks[0], ==, 3);
	g_free(setting.breaks);
	g_free(setting.hyphenated);
	g_assert_true(linebreak_balanced(&c.matter, &c.order, 3, &setting));
	g_assert_cmpint(setting.breaks[0], ==, 2);
	g_free(setting.breaks);
	g_free(setting.hyphenated);
	g_assert_false(linebreak_balanced(&c.matter, &c.order, 1, &setting));
	g_assert_false(linebreak_balanced(&c.matter, &c.order, 7, &setting));
	case_close(&c);
}

/* Ink that would meet the line above is worth a looser line. */
static void test_ink(void)
{
	static const int widths[] = {2400, 2300, 2300, 2300, 2300, 2300, 2300, 2300, 2300, 2300, 2300, 2300};
	struct matter_case c;
	struct line_ink deep = {.left = 0, .right = 9000, .reach = 300}, tall = {.reach = 1100};

	case_open(&c, widths, 12);
	struct settings *plain = linebreak(&c.matter, &c.order);
	int turn = plain->by_lines[plain->best].breaks[0];

	tall.left = c.matter.ends[turn].start.width;
	tall.right = tall.left + 600;
	tall.spaces = c.matter.ends[turn].start.spaces;
	for (int i = 1; i < c.matter.count; i++) {
		struct line_end *end = &g_array_index(c.ends, struct line_end, (guint)i);

		end->deep = 1;
		end->tall = i > turn;
	}
	c.matter.deep = &deep;
	c.matter.tall = &tall;
	c.matter.ink_limit = 1235;
	struct settings *settings = linebreak(&c.matter, &c.order);

	g_assert_cmpfloat(settings->by_lines[settings->best].cost, >, plain->by_lines[plain->best].cost);
	settings_free(plain);
	settings_free(settings);
	case_close(&c);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/linebreak/sound", test_random_is_sound);
	g_test_add_func("/linebreak/every-count", test_every_count);
	g_test_add_func("/linebreak/too-long", test_word_too_long);
	g_test_add_func("/linebreak/one-word", test_one_word);
	g_test_add_func("/linebreak/no-ladder", test_no_ladder);
	g_test_add_func("/linebreak/forced-turn", test_forced_turn);
	g_test_add_func("/linebreak/narrow-lines", test_narrow_lines);
	g_test_add_func("/linebreak/balanced", test_balanced);
	g_test_add_func("/linebreak/ink", test_ink);
	return g_test_run();
}
