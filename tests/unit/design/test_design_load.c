/* layout.yaml is read whole, and every fault in it is told where it stands. */
#include "layout_case.h"

static struct design *layout_load(const char *name)
{
	g_autofree char *layouts = g_build_filename(g_getenv("ANBAN_SOURCE"), "layouts", NULL);
	struct diag *diag = diag_new();
	struct design *design = design_load(layouts, name, diag);

	for (guint i = 0; i < diag->messages->len; i++) {
		g_autofree char *line = diag_message_line(g_ptr_array_index(diag->messages, i));

		g_printerr("%s\n", line);
	}
	g_assert_nonnull(design);
	g_assert_cmpuint(diag->messages->len, ==, 0);
	diag_free(diag);
	return design;
}

/* ---- the layouts that are shipped ---- */

static void test_every_layout_loads(void)
{
	g_autofree char *layouts = g_build_filename(g_getenv("ANBAN_SOURCE"), "layouts", NULL);
	g_autoptr(GDir) folder = g_dir_open(layouts, 0, NULL);
	const char *name;
	int count = 0;

	g_assert_nonnull(folder);
	while ((name = g_dir_read_name(folder))) {
		g_autofree char *path = g_build_filename(layouts, name, NULL);

		/* The pictures that layouts/README.md shows lie beside them. */
		if (!g_file_test(path, G_FILE_TEST_IS_DIR) || g_str_equal(name, "pictures"))
			continue;
		struct design *design = layout_load(name);

		g_assert_cmpstr(design->name, ==, name);
		design_free(design);
		count++;
	}
	g_assert_cmpint(count, >=, 1);
}

/* The grid and body of the tabloid are what the paper's readers know. */
static void test_tabloid_page(void)
{
	struct design *design = layout_load("tabloid");

	g_assert_cmpint(design->page_width, ==, fix_from_mm(280));
	g_assert_cmpint(design->page_height, ==, fix_from_mm(400));
	g_assert_cmpint(design->columns, ==, 5);
	g_assert_cmpint(design->rows, ==, 95);
	g_assert_cmpint(design->styles[STYLE_BODY].size, ==, fix_from_pt(8.5));
	g_assert_cmpint(design->styles[STYLE_BODY].leading, ==, design->leading);
	design_free(design);
}

/* ---- a layout read whole ---- */

static struct design *plain_load(void)
{
	struct layout_case c = layout_case_load(NULL);

	g_assert_nonnull(c.design);
	g_assert_cmpuint(c.diag->messages->len, ==, 0);
	return layout_case_keep(&c);
}

static void test_grid(void)
{
	struct design *design = plain_load();

	g_assert_cmpstr(design->name, ==, "paper");
	g_assert_cmpint(design->page_width, ==, fix_from_mm(280));
	g_assert_cmpint(design->columns, ==, 5);
	g_assert_cmpint(design->furniture_rows, ==, 4);
	g_assert_cmpint(design->rows, ==, 95);
	g_assert_cmpint(design->leading, ==, fix_from_pt(10.5));
	g_assert_cmpint(design->accent, ==, 0xa3182a);
	g_assert_cmpint(design->crop_ratio_min, ==, 480);
	g_assert_cmpint(design->crop_ratio_max, ==, 1450);
	g_assert_cmpint(design->photo_ppi, ==, 200);
	g_assert_cmpuint(strlen(design->sha256), ==, 64);
	design_free(design);
}

static void test_styles(void)
{
	struct design *design = plain_load();
	const struct text_style *body = &design->styles[STYLE_BODY];
	const struct text_style *first = &design->styles[STYLE_BODY_FIRST];

	for (int i = 0; i < STYLE_COUNT; i++) {
		if (i < STYLE_STANDFIRST_WIDE)
			g_assert_cmpstr(design->styles[i].name, ==, style_word((enum style_id)i));
		g_assert_nonnull(design->styles[i].font);
		g_assert_nonnull(design->styles[i].font_emphasis);
		g_assert_nonnull(design->styles[i].font_strong);
	}
	g_assert_cmpint(body->size, ==, fix_from_pt(8.5));
	g_assert_cmpint(body->leading, ==, design->leading);
	g_assert_cmpint(body->indent, ==, body->size);
	g_assert_cmpint(body->align, ==, ALIGN_JUSTIFY);
	g_assert_true(body->hyphenate && body->ligatures);
	g_assert_cmpint(body->space_min, ==, 720);
	g_assert_cmpint(body->space_max, ==, 1600);
	g_assert_cmpint(body->letter_give, ==, 20);
	g_assert_cmpint(body->hang, ==, 700);
	g_assert_cmpint(first->indent, ==, 0);
	/* This layout has no box of its own. */
	g_assert_cmpstr(design->styles[STYLE_BOX_HEAD].name, ==, style_word(STYLE_HEADLINE));
	g_assert_cmpint(design->styles[STYLE_SPONSORED].size, ==, body->size);
	g_assert_cmpstr(first->font, ==, body->font);
	g_assert_cmpint(first->letter_give, ==, body->letter_give);
	g_assert_cmpint(design->styles[STYLE_KICKER].letter_case, ==, CASE_UPPER);
	g_assert_cmpint(design->styles[STYLE_KICKER].colour, ==, design->accent);
	g_assert_cmpint(design->styles[STYLE_KICKER].tracking, ==, (fix)(fix_from_pt(8.5) * 0.05));
	g_assert_cmpint(design->styles[STYLE_TABLE].figures, ==, FIGURES_TABULAR);
	design_free(design);
}

static void test_ladder(void)
{
	struct design *design = plain_load();

	g_assert_cmpuint(design->headline_ladder->len, ==, 5);
	for (guint i = 0; i < 5; i++) {
		const struct ladder_step *step =
			&g_array_index(design->headline_ladder, struct ladder_step, i);

		g_assert_cmpint(step->columns, ==, (int)i + 1);
		g_assert_cmpint(step->lines_min, <=, step->lines_max);
		for (guint k = 1; k < step->sizes->len; k++)
			g_assert_cmpint(g_array_index(step->sizes, fix, k), <,
					g_array_index(step->sizes, fix, k - 1));
	}
	g_assert_cmpint(g_array_index(design->brief_ladder.sizes, fix, 0), ==, fix_from_pt(13));
	design_free(design);
}

static void test_faces_and_drop_caps(void)
{
	struct layout_change change = {
		"layout.yaml", "  body-first: {like: body,",
		"  body-first: {like: body, strong_emphasis: body-bold-italic, drop_cap: 3, "
		"drop_cap_font: headline, drop_cap_kinds: [feature, opinion],"};
	struct layout_case c = layout_case_load(&change);
	const struct text_style *body = &c.design->styles[STYLE_BODY];
	const struct text_style *first = &c.design->styles[STYLE_BODY_FIRST];

	g_assert_cmpstr(body->font_strong_emphasis, ==, body->font_strong);
	g_assert_cmpstr(first->font_strong_emphasis, ==, "body-bold-italic");
	g_assert_cmpint(body->drop_cap, ==, 0);
	g_assert_cmpint(first->drop_cap, ==, 3);
	g_assert_cmpstr(first->font_drop_cap, ==, "headline");
	g_assert_cmpstr(first->drop_cap_kinds, ==, " feature opinion ");
	layout_case_free(&c);
}

static void test_costs(void)
{
	struct layout_change change = {"layout.yaml", "\nstyles:", "\ncosts: {tombstone: 21.5}\nstyles:"};
	struct layout_case c = layout_case_load(&change);

	g_assert_nonnull(c.design);
	g_assert_cmpfloat(c.design->costs.tombstone, ==, 21.5);
	g_assert_cmpfloat(c.design->costs.empty_cell, ==, 50.0);
	layout_case_free(&c);
}

static void test_font_roles(void)
{
	struct design *design = plain_load();
	g_autoptr(GPtrArray) roles = design_font_roles(design);

	for (guint i = 1; i < roles->len; i++)
		g_assert_cmpstr(g_ptr_array_index(roles, i - 1), <, g_ptr_array_index(roles, i));
	g_assert_cmpstr(g_ptr_array_index(roles, 0), ==, "body");
	design_free(design);
}

static void test_hash_follows_the_files(void)
{
	struct layout_change change = {"words.yaml", "Inside", "In this issue"};
	struct layout_case changed = layout_case_load(&change);
	struct design *one = plain_load(), *other = plain_load();

	g_assert_cmpstr(one->sha256, ==, other->sha256);
	g_assert_cmpstr(one->sha256, !=, changed.design->sha256);
	design_free(one);
	design_free(other);
	layout_case_free(&changed);
}

/* ---- finding it ---- */

static void assert_missing(const char *layouts, const char *name, const char *words)
{
	struct diag *diag = diag_new();

	g_assert_null(design_load(layouts, name, diag));
	g_assert_cmpuint(diag->messages->len, ==, 1);
	const struct diag_message *message = g_ptr_array_index(diag->messages, 0);

	g_assert_cmpint(message->code, ==, DIAG_LAYOUT_MISSING);
	if (!strstr(message->text, words))
		g_error("'%s' does not say '%s'", message->text, words);
	g_assert_cmpint(diag_exit_code(diag, FALSE), ==, 78);
	diag_free(diag);
}

static void test_layout_is_missing(void)
{
	g_autofree char *layouts = g_build_filename(g_getenv("ANBAN_SOURCE"), "layouts", NULL);

	assert_missing(layouts, "tabliod", "did you mean 'tabloid'?");
	assert_missing(layouts, "../layouts/tabloid", "no layout");
	assert_missing(layouts, "", "no layout");
	assert_missing(layouts, "..", "no layout");
	assert_missing("/nonexistent", "tabloid", "--layouts");
}

static void test_file_is_missing(void)
{
	struct layout_case c = layout_case_load(NULL);
	g_autofree char *words = layout_path(c.layouts, "words.yaml");
	struct diag *diag = diag_new();

	g_unlink(words);
	g_assert_null(design_load(c.layouts, "paper", diag));
	const struct diag_message *message = g_ptr_array_index(diag->messages, 0);

	g_assert_cmpint(message->code, ==, DIAG_LAYOUT_MISSING);
	g_assert_cmpstr(message->place.file, ==, words);
	diag_free(diag);
	layout_case_free(&c);
}

/* ---- faults ---- */

static void fault(const char *from, const char *to, const char *marker, int offset, const char *words)
{
	assert_refused("layout.yaml", from, to, marker, offset, DIAG_LAYOUT_VALUE, words);
}

static void test_page_faults(void)
{
	fault("width: 280mm", "width: 280", "280", 0, "8.5pt, 12mm or 2rows");
	fault("width: 280mm", "width: 0mm", "0mm", 0, "more than 0");
	fault("width: 280mm", "width: 2801mm", "2801mm", 0, "at most 2000 mm");
	fault("leading: 10.5pt", "leading: 2rows", "2rows", 0, "no length");
	fault("left: 12mm", "left: -3mm", "{columns: 5, g", 0, "less than 0");
	fault("gutter: 4mm", "gutter: 60mm", "{columns: 5, g", 0, "narrower than 20 mm");
	fault("columns: 5", "columns: 13", "13,", 0, "from 1 to 12");
	fault("top: 20mm", "top: 350mm", "{columns: 5, g", 0, "rows for copy");
	fault("page: {width: 280mm, height: 400mm}\n", "", "margins", 0, "'page' is missing");
	fault("ppi: 200", "ppi: 20", "20,", 0, "from 72 to 600");
	fault("[0.48, 1.45]", "[1.45, 0.48]", "[1.45", 0, "the smaller first");
	fault("'#a3182a'", "red", "red", 0, "no colour");
	fault("'#a3182a'", "'#a3182'", "'#a3182'", 0, "six digits");
}

static void test_ladder_faults(void)
{
	fault("{columns: 2, lines", "{columns: 4, lines", "4, lines", 0, "every number of columns");
	fault("lines: [1, 5]", "lines: [3, 2]", "[3, 2]", 0, "the smaller first");
	fault("lines: [1, 5]", "lines: [1, 2.5]", "[1, 2.5]", 0, "whole numbers");
	fault("[24pt, 23pt", "[23pt, 24pt", "24pt", 0, "the largest first");
	fault("[24pt, 23pt", "[24, 23pt", "24, ", 0, "write it as 24pt");
	fault("[13pt, 12.5pt, 12pt, 11.5pt, 11pt]", "[]", "[]", 0, "list of lengths");
	fault("columns: 5, gutter", "columns: 6, gutter", "- {columns: 1", 0, "the page has 6");
}

static void test_style_faults(void)
{
	fault("  signoff: {like: body", "  signoff: {like: caption", "caption, font", 0, "no style above");
	fault("  signoff: {like: body", "  signoff: {like: bodi", "bodi,", 0, "no style above");
	fault("teaser: {font: headline, emphasis", "teaser: {emphasis",
	      "{emphasis: headline-italic, strong: headline, "
	      "size: 11pt",
	      0, "no font");
	fault("size: 6pt, leading", "leading",
	      "{font: sans, emphasis: sans-italic, strong: sans-bold, leading: 8pt, "
	      "case",
	      0, "size from 1pt");
	fault("size: 6pt, leading: 8pt", "size: 6pt, leading: 80pt",
	      "{font: sans, emphasis: sans-italic, strong: sans-bold, size: 6pt", 0, "four times");
	fault("align: centre", "align: center", "center", 0, "did you mean 'centre'?");
	fault("tracking: 0.08em", "tracking: 0.08", "0.08,", 0, "0.02em");
	fault("letters: 2", "letters: 40", "40,", 0, "from 0 to 10");
	fault("  body-first: {like: body", "  body-first: {like: body, drop_cap_kinds: [opinion, featur]",
	      "featur]", 0, "did you mean 'feature'?");
	fault("hyphen_run: 2", "hyphen_run: many", "many", 0, "whole number");
	fault("spaces: [72, 160]", "spaces: [72]", "[72]", 0, "two numbers");
	fault("  imprint: {", "  imprint-not: {", "body:\n", 0, "'imprint' is missing");
	fault("colour: accent", "colour: akzent", "akzent", 0, "no colour");
}

static void test_cost_faults(void)
{
	fault("\nstyles:", "\ncosts: {tombstone: -1}\nstyles:", "-1}", 0, "less than 0");
	fault("\nstyles:", "\ncosts: {tombstone: much}\nstyles:", "much", 0, "number");
}

static void test_syntax_is_told(void)
{
	assert_refused("layout.yaml", "page: {width", "page: {page: 1, page: 2, width", "page: 2", 0,
		       DIAG_LAYOUT_SYNTAX, "page");
	assert_refused("words.yaml", "en:\n", "en: [\n", "{page}", 0, DIAG_LAYOUT_SYNTAX, "");
}

static void test_unknown_key_is_a_warning(void)
{
	struct layout_change change = {"layout.yaml", "hyphen_run: 2", "hyphen_runs: 2"};
	struct layout_case c = layout_case_load(&change);

	g_assert_nonnull(c.design);
	assert_told(&c, DIAG_LAYOUT_KEY_UNKNOWN, layout_case_place(&c, "layout.yaml", "hyphen_runs"),
		    "did you mean 'hyphen_run'?");
	g_assert_cmpint(diag_exit_code(c.diag, FALSE), ==, 0);
	layout_case_free(&c);
}

static void test_one_run_tells_all(void)
{
	struct layout_change change = {"layout.yaml", "ppi: 200, crop_ratio: [0.48, 1.45]",
				       "ppi: 2, crop_ratio: [3]"};
	struct layout_case c = layout_case_load(&change);

	g_assert_null(c.design);
	g_assert_cmpuint(c.diag->messages->len, ==, 2);
	layout_case_free(&c);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/design/every-layout", test_every_layout_loads);
	g_test_add_func("/design/tabloid", test_tabloid_page);
	g_test_add_func("/design/grid", test_grid);
	g_test_add_func("/design/styles", test_styles);
	g_test_add_func("/design/faces-and-drop-caps", test_faces_and_drop_caps);
	g_test_add_func("/design/ladder", test_ladder);
	g_test_add_func("/design/costs", test_costs);
	g_test_add_func("/design/font-roles", test_font_roles);
	g_test_add_func("/design/hash", test_hash_follows_the_files);
	g_test_add_func("/design/missing/layout", test_layout_is_missing);
	g_test_add_func("/design/missing/file", test_file_is_missing);
	g_test_add_func("/design/faults/page", test_page_faults);
	g_test_add_func("/design/faults/ladder", test_ladder_faults);
	g_test_add_func("/design/faults/style", test_style_faults);
	g_test_add_func("/design/faults/cost", test_cost_faults);
	g_test_add_func("/design/faults/syntax", test_syntax_is_told);
	g_test_add_func("/design/faults/unknown-key", test_unknown_key_is_a_warning);
	g_test_add_func("/design/faults/all-at-once", test_one_run_tells_all);
	return g_test_run();
}
