/* Lines open only where ink would meet, drop caps clear their accents, copyfit says what to cut. */
#include "type/leading.h"

#include "type/copyfit.h"
#include "type/drop_cap.h"
#include "type_case.h"

static struct set_line *first_line(struct type_case *c, const struct text_style *style, const char *text,
				   struct paragraph **paragraph, const struct settings **settings)
{
	static const struct measure wide = {.width = 2000 * FIX_PT};

	*paragraph = type_case_set(c, style, "vi", text);
	*settings = paragraph_settings(*paragraph, &wide);
	return paragraph_line(*paragraph, &(*settings)->by_lines[0], &wide, 0);
}

static fix leading_of(struct type_case *c, const char *above, const char *below, fix leading)
{
	struct paragraph *paragraphs[2];
	const struct settings *settings[2];
	struct set_line *upper = first_line(c, &c->headline, above, &paragraphs[0], &settings[0]);
	struct set_line *lower = first_line(c, &c->headline, below, &paragraphs[1], &settings[1]);
	fix found = leading_between(upper, lower, leading, fix_scale(c->headline.size, 30, 1000));

	set_line_free(upper);
	set_line_free(lower);
	for (int i = 0; i < 2; i++) {
		paragraph_free(paragraphs[i]);
	}
	return found;
}

static void test_leading(struct type_case *c, gconstpointer unused)
{
	fix tight = fix_scale(c->headline.size, 1120, 1000);

	/* Nothing hangs down, nothing rises: the style's leading stands. */
	g_assert_cmpint(leading_of(c, "Maximum", "common", tight), ==, tight);
	/* Stacked capitals under descenders are opened. */
	fix opened = leading_of(c, "gggggg", "ỖỖỖỖỖỖ", tight);

	g_assert_cmpint(opened, >, fix_scale(c->headline.size, 1250, 1000));
	g_assert_cmpint(opened, <, fix_scale(c->headline.size, 1450, 1000));
	/* A dot below under a stacked capital. */
	g_assert_cmpint(leading_of(c, "ỵỵỵỵ", "ẤẤẤẤ", tight), >, fix_scale(c->headline.size, 1200, 1000));
	/* The two would meet only if they stood one over the other. */
	g_assert_cmpint(leading_of(c, "nnnnnnnnnnnnnnnng", "Ỗnnnnnnnnnnn", tight), ==, tight);
	g_assert_cmpint(leading_of(c, "", "Ỗ", tight), ==, tight);
}

static void test_drop_cap_length(void)
{
	g_assert_cmpint(drop_cap_length("The"), ==, 1);
	g_assert_cmpint(drop_cap_length("Ấn bản"), ==, 3);
	g_assert_cmpint(drop_cap_length("A day"), ==, 2);
	g_assert_cmpint(drop_cap_length("A – day"), ==, 0);
	g_assert_cmpint(drop_cap_length("“The”"), ==, 0);
	g_assert_cmpint(drop_cap_length("the"), ==, 0);
	g_assert_cmpint(drop_cap_length("1999"), ==, 0);
	g_assert_cmpint(drop_cap_length(""), ==, 0);
}

static struct drop_cap *drop(struct type_case *c, const char *letter, fix headroom)
{
	struct text_run run = {.text = letter, .font = "headline", .language = "vi"};

	return drop_cap_new(c->typesetter, &c->body, &run, 3, headroom);
}

static void test_drop_cap(struct type_case *c, gconstpointer unused)
{
	struct drop_cap *plain = drop(c, "T", 0), *roomy = drop(c, "Ấ", 30 * FIX_PT),
			*close = drop(c, "Ấ", 0);

	g_assert_cmpint(plain->lines, ==, 3);
	g_assert_cmpint(plain->baseline, ==, 2 * c->body.leading);
	/* Its top is at the cap height of the first line, within a hair. */
	g_assert_cmpint(ABS(plain->rise), <, FIX_PT);
	g_assert_cmpint(plain->narrow_by, >, paragraph_natural_width(plain->paragraph) - plain->left);
	/* An accent rises where there is room and makes the letter smaller where there is none. */
	g_assert_cmpint(roomy->rise, >, 5 * FIX_PT);
	g_assert_cmpint(close->rise, <=, FIX_PT / 50);
	g_assert_cmpint(close->narrow_by, <, roomy->narrow_by);
	drop_cap_free(plain);
	drop_cap_free(roomy);
	drop_cap_free(close);
}

/* The word is whole for readers' programs: the first line reads the letter, the letter reads nothing. */
static void assert_reads(struct type_case *c, const char *letter, const char *rest, const char *word)
{
	struct drop_cap *cap = drop(c, letter, 0);
	struct measure measure = {.width = c->column.width, .narrow_lines = 3, .narrow_by = cap->narrow_by};
	g_autoptr(GString) copy = g_string_new(NULL);

	for (int i = 0; i < 12; i++)
		g_string_append(copy, rest);
	struct paragraph *paragraph = type_case_set(c, &c->body, "vi", copy->str);
	const struct settings *settings = paragraph_settings(paragraph, &measure);
	struct set_line *first = paragraph_line(paragraph, settings_best(settings), &measure, 0);
	struct set_line *alone = drop_cap_line(cap);

	drop_cap_join(cap, first);
	g_autofree char *text = line_text(first, 0), *nothing = line_text(alone, 0);
	const struct set_run *run = first->runs->pdata[0];
	const struct set_glyph *glyph = &g_array_index(run->glyphs, struct set_glyph, 0);

	g_assert_true(g_str_has_prefix(text, word));
	g_assert_cmpstr(nothing, ==, "");
	g_assert_cmpint(glyph->text_start, ==, 0);
	g_assert_cmpint(glyph[1].text_start, ==, glyph->text_length);
	g_assert_cmpint(glyph->x, >=, cap->narrow_by - FIX_PT);
	set_line_free(first);
	set_line_free(alone);
	paragraph_free(paragraph);
	drop_cap_free(cap);
}

static void test_drop_cap_reads(struct type_case *c, gconstpointer unused)
{
	assert_reads(c, "T", "he ferry was early ", "The ferry");
	assert_reads(c, "Ấ", "n bản sáng nay ", "Ấn bản");
	assert_reads(c, "A ", "ferry was early ", "A ferry");
}

static void test_copyfit(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph =
		type_case_set(c, &c->body, "en",
			      "Residents of Westbridge have waited twenty-seven days for a decision on the "
			      "flood barrier, and the "
			      "transport ministry has until Thursday to answer all of them.");
	const struct settings *settings = paragraph_settings(paragraph, &c->column);
	struct copyfit copyfit = copyfit_of(paragraph, settings_best(settings), &c->column);

	g_assert_cmpint(copyfit.lines, ==, settings_best(settings)->lines);
	g_assert_cmpint(copyfit.full_lines, >=, copyfit.lines - 1);
	g_assert_cmpint(copyfit.words_last, >, 0);
	g_assert_cmpint(copyfit.room_last, >=, 0);
	g_assert_cmpint(copyfit.room_last, <, 1000);
	g_assert_cmpint(copyfit.loosest, >=, 0);
	struct set_line *line =
		paragraph_line(paragraph, settings_best(settings), &c->column, copyfit.loosest);
	g_autofree char *text = copyfit_line_text(line);

	g_assert_cmpint(line->space_em, ==, copyfit.loosest_space_em);
	g_assert_cmpstr(text, ==, copyfit.loosest_text);
	g_assert_cmpint(copyfit.loosest_place.line, ==, 7);
	/* The place is that of the line's first letter in the copy. */
	const char *in_copy = strstr(paragraph_text(paragraph), copyfit.loosest_text);

	if (!line->hyphenated)
		g_assert_cmpint(copyfit.loosest_place.column, ==,
				1 + (int)(in_copy - paragraph_text(paragraph)));
	set_line_free(line);
	copyfit_clear(&copyfit);
	paragraph_free(paragraph);
}

static void test_copyfit_tells(struct type_case *c, gconstpointer unused)
{
	struct copyfit copyfit = {.loosest = 1,
				  .loosest_space_em = 720,
				  .loosest_text = (char *)"a b",
				  .loosest_place = place_in("s.md", 3, 4)};
	struct setting setting = {.lines = 3, .stage = 2};

	copyfit_tell(&copyfit, &setting, 800, c->diag);
	g_assert_cmpuint(c->diag->messages->len, ==, 0);
	copyfit_tell(&copyfit, &setting, 600, c->diag);
	setting.stage = 3;
	copyfit_tell(&copyfit, &setting, 600, c->diag);
	copyfit.loosest = -1;
	copyfit_tell(&copyfit, &setting, 600, c->diag);
	g_assert_cmpuint(c->diag->messages->len, ==, 2);
	const struct diag_message *loose = g_ptr_array_index(c->diag->messages, 0);
	const struct diag_message *forced = g_ptr_array_index(c->diag->messages, 1);

	g_assert_cmpint(loose->code, ==, DIAG_LINE_LOOSE);
	g_assert_nonnull(strstr(loose->text, "0.72 em"));
	g_assert_cmpint(forced->code, ==, DIAG_LINE_FORCED);
	g_assert_cmpint(forced->place.line, ==, 3);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	TYPE_TEST("/leading/between", test_leading);
	g_test_add_func("/drop-cap/length", test_drop_cap_length);
	TYPE_TEST("/drop-cap/clears", test_drop_cap);
	TYPE_TEST("/drop-cap/reads", test_drop_cap_reads);
	TYPE_TEST("/copyfit/facts", test_copyfit);
	TYPE_TEST("/copyfit/tells", test_copyfit_tells);
	return g_test_run();
}
