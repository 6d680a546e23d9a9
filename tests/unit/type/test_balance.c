/* Lines of like length, found once for all widths and sizes, are those that each would find for itself. */
#include "type/balance.h"

#include "type_case.h"

#define WORD_MOST 12

/* ---- against the programme that looks at one width alone ---- */

static void keep_setting(const struct setting *setting, gpointer data)
{
	g_array_append_val((GArray *)data, *setting);
}

static struct line_end *random_words(GRand *random, int words)
{
	struct line_end *ends = g_new0(struct line_end, (gsize)words + 1);
	struct line_sums sums = {0};

	for (int i = 1; i <= words; i++) {
		sums.width += g_rand_int_range(random, 800, 5000);
		ends[i] = (struct line_end){.end = sums,
					    .cluster_end = i,
					    .cluster_start = i,
					    .cost = (float)g_rand_int_range(random, 0, 8),
					    .flags = g_rand_int_range(random, 0, 12) == 0 ? LINE_END_FORCED
											  : 0};
		sums.width += 250;
		ends[i].start = sums;
	}
	ends[words].flags = 0;
	ends[words].cost = 0;
	return ends;
}

static void assert_alone(const struct line_matter *matter, struct linebreak_order order, fix width,
			 const struct setting *found)
{
	struct setting alone;

	order.measure.width = width;
	g_assert_true(linebreak_balanced(matter, &order, found->lines, &alone));
	g_assert_cmpfloat(ABS(alone.cost - found->cost), <, 1e-9);
	for (int line = 0; line < found->lines; line++) {
		int from = line > 0 ? found->breaks[line - 1] : 0;
		g_assert_cmpint(linebreak_natural(&matter->ends[from], &matter->ends[found->breaks[line]]),
				<=, width);
	}
	g_free(alone.breaks);
	g_free(alone.hyphenated);
}

static gboolean fits(const struct line_matter *matter, struct linebreak_order order, int lines, fix width)
{
	struct setting setting;

	order.measure.width = width;
	if (!linebreak_balanced(matter, &order, lines, &setting))
		return FALSE;
	g_free(setting.breaks);
	g_free(setting.hyphenated);
	return TRUE;
}

static void widths_in_any_order(GRand *random)
{
	int words = g_rand_int_range(random, 1, WORD_MOST);
	struct line_end *ends = random_words(random, words);
	struct line_matter matter = {.ends = ends, .count = words + 1, .em = 1000};
	struct linebreak_order order = {.manner = LINEBREAK_BALANCED, .hyphen_run_max = 2};
	struct balance *balance = balance_new(&matter, &order, ends);

	for (int i = 0; i < 20; i++) {
		fix width = g_rand_int_range(random, 1000, 30000);
		g_autoptr(GArray) settings = g_array_new(FALSE, FALSE, sizeof(struct setting));
		gboolean any = balance_settings(balance, width, keep_setting, settings);

		g_assert_true(any == (settings->len > 0));
		for (guint k = 0; k < settings->len; k++)
			assert_alone(&matter, order, width, &g_array_index(settings, struct setting, k));
		int first = any ? g_array_index(settings, struct setting, 0).lines : WORD_MOST;
		for (int lines = 1; lines < first; lines++)
			g_assert_false(fits(&matter, order, lines, width));
	}
	balance_free(balance);
}

static void test_widths(void)
{
	GRand *random = g_rand_new_with_seed(11);

	for (int i = 0; i < 300; i++)
		widths_in_any_order(random);
	g_rand_free(random);
}

/* ---- sizes cut from a pattern ---- */

static struct paragraph *shaped_at(struct type_case *c, fix size, const char *text)
{
	struct text_style style = c->headline;
	struct text_run run = {
		.text = text, .language = "en", .size = size, .place = place_in("a.md", 2, 11)};

	style.size = size;
	style.leading = fix_scale(c->headline.leading, size, c->headline.size);
	return paragraph_new(c->typesetter, &style, &run, 1);
}

static const struct paragraph *cut_at(struct type_case *c, struct paragraph *pattern, fix size)
{
	struct text_style style = c->headline;

	style.size = size;
	style.leading = fix_scale(c->headline.leading, size, c->headline.size);
	return paragraph_at_size(pattern, &style);
}

static void assert_same_line(const struct set_line *one, const struct set_line *other)
{
	g_assert_cmpint(ABS(one->width - other->width), <=, 2 * (fix)one->spaces + 40);
	g_assert_cmpint(one->runs->len, ==, other->runs->len);
	for (guint r = 0; r < one->runs->len; r++) {
		const struct set_run *a = one->runs->pdata[r], *b = other->runs->pdata[r];
		g_assert_cmpstr(a->text, ==, b->text);
		g_assert_true(a->face == b->face);
		g_assert_cmpint(a->size, ==, b->size);
		g_assert_cmpint(a->glyphs->len, ==, b->glyphs->len);
		g_assert_cmpint(a->place.column, ==, b->place.column);
	}
}

static void assert_same_type(struct type_case *c, struct paragraph *pattern, const char *text, fix size)
{
	struct paragraph *shaped = shaped_at(c, size, text);
	const struct paragraph *cut = cut_at(c, pattern, size);
	const struct settings *own = paragraph_settings_by_sense(shaped, &c->column);
	const struct settings *settings = paragraph_settings_by_sense(cut, &c->column);

	g_assert_cmpint(settings->count, >=, 1);
	g_assert_cmpint(settings->by_lines[0].lines, ==, own->by_lines[0].lines);
	for (int i = 0; i < MIN(settings->count, own->count); i++) {
		const struct setting *setting = &settings->by_lines[i];
		const struct line_extent *extents = paragraph_extents(cut, setting, &c->column);
		for (int line = 0; line < setting->lines; line++) {
			struct set_line *a = paragraph_line(cut, setting, &c->column, line);
			struct set_line *b = paragraph_line(shaped, &own->by_lines[i], &c->column, line);
			assert_same_line(a, b);
			/* Marks hang out of the line that is set, and not where its ends were looked for. */
			g_assert_cmpint(extents[line].width, >=, a->width - 40);
			g_assert_cmpint(ABS(extents[line].ink_top - a->ink_top), <=, 4);
			set_line_free(a);
			set_line_free(b);
		}
	}
	paragraph_free(shaped);
}

static void test_sizes(struct type_case *c, gconstpointer unused)
{
	static const char *const heads[] = {
		"Ferry link to Cát Bà opens a month early",
		"“Ấn Độ và Ý ký thỏa thuận lớn”, says the office of the minister",
		"A\nturn that the desk has made",
	};
	(void)unused;

	for (gsize i = 0; i < G_N_ELEMENTS(heads); i++) {
		struct paragraph *pattern;
		fix hang = c->headline.hang;

		c->headline.hang = 0;
		pattern = shaped_at(c, 256 * FIX_PT, heads[i]);
		assert_same_type(c, pattern, heads[i], 16 * FIX_PT);
		assert_same_type(c, pattern, heads[i], 21 * FIX_PT + 512);
		c->headline.hang = hang;
		g_assert_true(cut_at(c, pattern, 21 * FIX_PT + 512) == cut_at(c, pattern, 21 * FIX_PT + 512));
		paragraph_free(pattern);
	}
}

/* A word that is too long for its column is broken by force, as in type that was never cut. */
static void test_too_long(struct type_case *c, gconstpointer unused)
{
	struct paragraph *pattern = shaped_at(c, 256 * FIX_PT, "Nghiêngnghiêngnghiêngnghiêngnghiêngnghiêng");
	const struct paragraph *cut = cut_at(c, pattern, 20 * FIX_PT);
	const struct settings *settings = paragraph_settings_by_sense(cut, &c->column);
	(void)unused;

	g_assert_cmpint(settings->by_lines[0].lines, >, 1);
	g_assert_cmpint(settings->by_lines[0].stage, >, 1);
	struct set_line *line = paragraph_line(cut, &settings->by_lines[0], &c->column, 0);
	g_assert_cmpint(line->width, <=, c->column.width);
	set_line_free(line);
	paragraph_free(pattern);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/balance/widths", test_widths);
	g_test_add("/balance/sizes", struct type_case, NULL, type_case_open, test_sizes, type_case_close);
	g_test_add("/balance/too-long", struct type_case, NULL, type_case_open, test_too_long,
		   type_case_close);
	return g_test_run();
}
