/* Drawings become zones; a faulty drawing is told to the letter. */
#include "layout_case.h"

/* A layout with a front page drawn as given, and plain inside pages. */
static char *templates_with(const char *map, const char *zones)
{
	return g_strdup_printf("front:\n  page: first\n  columns: 3\n  map: |\n%s  zones:\n%s"
			       "inside:\n  page: inside\n  columns: 2\n  map: |\n    . .\n",
			       map, zones);
}

static const char *const plain_zones = "    N: {furniture: nameplate}\n    A: {story: lead}\n";

static struct layout_case drawing_load(const char *map, const char *zones)
{
	g_autofree char *templates = templates_with(map, zones);
	struct layout_change change = {"templates.yaml", NULL, templates};

	return layout_case_load(&change);
}

static void fault(const char *map, const char *zones, const char *marker, int offset, const char *words)
{
	g_autofree char *templates = templates_with(map, zones);

	assert_refused("templates.yaml", NULL, templates, marker, offset, DIAG_TEMPLATE_DRAWING, words);
}

/* ---- zones ---- */

static void test_zones_are_read(void)
{
	struct layout_case c =
		drawing_load("    N N N   # the name of the paper\n"
			     "    A A .\n"
			     "    A A T\n"
			     "    . . T\n",
			     "    T: {ad: tea}\n    N: {furniture: nameplate}\n    A: {story: lead}\n");
	const struct page_template *front = design_template_named(c.design, "front", 0);

	g_assert_cmpint(front->map_lines, ==, 4);
	g_assert_cmpint(front->columns, ==, 3);
	g_assert_cmpstr(front->map, ==, "NNNAA.AAT..T");
	g_assert_cmpuint(front->zones->len, ==, 3);
	const struct zone *zones = (const struct zone *)(void *)front->zones->data;

	g_assert_true(zones[0].letter == 'N' && zones[0].kind == ZONE_FURNITURE && zones[0].columns == 3);
	g_assert_true(zones[1].letter == 'A' && zones[1].kind == ZONE_STORY && zones[1].columns == 2);
	g_assert_cmpint(zones[1].map_row, ==, 1);
	g_assert_cmpint(zones[1].map_rows, ==, 2);
	g_assert_true(zones[2].kind == ZONE_AD && zones[2].column == 2);
	g_assert_cmpstr(zones[2].what, ==, "tea");
	layout_case_free(&c);
}

static void test_letters_may_stand_close(void)
{
	struct layout_case c = drawing_load("    NNN\n    AA.\n", plain_zones);

	g_assert_nonnull(c.design);
	g_assert_cmpstr(design_template_named(c.design, "front", 0)->map, ==, "NNNAA.");
	layout_case_free(&c);
}

static void test_rows_are_shared(void)
{
	struct page_template template_ = {.map_lines = 4};

	g_assert_cmpint(template_row(&template_, 0, 95), ==, 0);
	g_assert_cmpint(template_row(&template_, 1, 95), ==, 23);
	g_assert_cmpint(template_row(&template_, 3, 95), ==, 71);
	g_assert_cmpint(template_row(&template_, 4, 95), ==, 95);
}

static void test_several_any_zones(void)
{
	struct layout_case c =
		drawing_load("    N N N\n    A . B\n",
			     "    N: {furniture: nameplate}\n    A: {ad: any}\n    B: {ad: any}\n");

	g_assert_nonnull(c.design);
	layout_case_free(&c);
}

/* ---- faults in a drawing ---- */

static void test_letters_at_fault(void)
{
	fault("    N N N\n    A A 5\n", plain_zones, "A A 5", 4, "'5' is no zone");
	fault("    N N N\n    A A đ\n", plain_zones, "A A đ", 4, "'đ' is no zone");
	fault("    N N N\n    A A . . # wide\n", plain_zones, "A A . .", 6, "a column too many");
	fault("    N N N\n    A A   # short\n    . . .\n", plain_zones, "A A   #", 3, "2 letters where");
	fault("    N N N\n\n    A A .\n", plain_zones, "\n    A A .", 0, "an empty line");
	fault("    N N N\n    A B .\n", plain_zones, "B .", 0, "letter 'B' is not under 'zones:'");
	fault("    N N N\n    A A .\n      B B .\n", plain_zones, "B B .", 0, "letter 'B'");
}

static void test_zones_at_fault(void)
{
	fault("    N N N\n    A A .\n    A . .\n", plain_zones, "A . .", 2, "zone 'A' is no rectangle");
	fault("    N N N\n    A . A\n", plain_zones, "A . A", 2, "zone 'A' is no rectangle");
	fault("    N N N\n    . . .\n", plain_zones, "A: {", 0, "zone 'A' is not in the drawing");
	fault("    N N N\n    A A .\n", "    N: {furniture: nameplate}\n    AA: {story: lead}\n", "AA: {", 0,
	      "'AA' cannot name a zone");
	fault("    N N N\n    A B .\n",
	      "    N: {furniture: nameplate}\n    A: {story: lead}\n    B: {story: lead}\n", "B: {", 0,
	      "second zone for 'lead'");
	fault("    N N N\n    A A .\n", "    N: {furniture: nameplate}\n    A: {story: lead, ad: any}\n",
	      "{story: lead, ad", 0, "holds one of");
	fault("    N N N\n    A A .\n", "    N: {furniture: nameplate}\n    A: {stori: lead}\n", "stori", 0,
	      "holds one of");
	fault("    N N N\n    A A .\n", "    N: {furniture: nameplate}\n    A: lead\n", "lead\n", 0,
	      "holds one of");
}

static void test_furniture_at_fault(void)
{
	fault("    N N N\n    A A .\n", "    N: {furniture: namplate}\n    A: {story: lead}\n", "namplate", 0,
	      "did you mean 'nameplate'?");
	fault("    N N N\n    A A .\n", "    N: {furniture: horoscope}\n    A: {story: lead}\n", "horoscope",
	      0, "there are nameplate, ears");
	fault("    N N N\n    A A .\n", "    N: {furniture: index}\n    A: {story: lead}\n", "front:", 0,
	      "no nameplate");
}

static void test_furniture_for_stories(void)
{
	struct layout_case c = drawing_load("    N N N\n    W A A\n",
					    "    N: {furniture: nameplate}\n    W: {furniture: weather}\n"
					    "    A: {story: lead}\n");

	g_assert_nonnull(c.design);
	g_assert_cmpuint(c.diag->messages->len, ==, 0);
	layout_case_free(&c);
}

static void test_drawing_is_a_block(void)
{
	assert_refused(
		"templates.yaml", NULL,
		"front:\n  page: first\n  columns: 2\n  map: N N\n  zones: {N: {furniture: nameplate}}\n",
		"N N", 0, DIAG_TEMPLATE_DRAWING, "map: |");
	assert_refused("templates.yaml", NULL,
		       "front:\n  page: first\n  map: |\n  zones: {N: {furniture: nameplate}}\n", "|", 0,
		       DIAG_TEMPLATE_DRAWING, "empty");
}

static void test_drawing_has_too_many_lines(void)
{
	g_autoptr(GString) map = g_string_new("    N N N\n");

	for (int i = 0; i < 95; i++)
		g_string_append(map, "    . . .\n");
	fault(map->str, "    N: {furniture: nameplate}\n", "|", 0, "has 96 lines, the page 95 rows");
}

/* ---- faults in the list ---- */

static void list_fault(const char *from, const char *to, const char *marker, enum diag_code code,
		       const char *words)
{
	assert_refused("templates.yaml", from, to, marker, 0, code, words);
}

static void test_list_faults(void)
{
	list_fault("last:\n  page: last", "inside:\n  page: last", "inside:\n  page: last",
		   DIAG_LAYOUT_SYNTAX, "inside");
	list_fault("page: last", "page: lats", "lats", DIAG_LAYOUT_VALUE, "did you mean 'last'?");
	list_fault("page: last", "page: 7", "7", DIAG_LAYOUT_VALUE, "page labels");
	list_fault("page: inside", "page: left", "front:", DIAG_LAYOUT_VALUE, "right-hand pages");
	list_fault("columns: 4", "columns: 40", "40", DIAG_LAYOUT_VALUE, "from 1 to 12");
	list_fault("columns: 4", "columns: 12", "12", DIAG_LAYOUT_VALUE, "narrower than 20 mm");
	list_fault("page: section\n  sections", "page: last\n  sections", "sections:", DIAG_LAYOUT_VALUE,
		   "is not for sections");
	list_fault(NULL, "[]\n", "[]", DIAG_LAYOUT_VALUE, "a map");
	list_fault(NULL, "front: 5\n", "5", DIAG_LAYOUT_VALUE, "map");
}

/* ---- choosing ---- */

static const char *chosen(const struct design *design, const char *label, int number, gboolean is_last,
			  const char *section, gboolean opens)
{
	struct page_position position = {.label = label,
					 .number = number,
					 .is_last = is_last,
					 .section = section,
					 .opens_section = opens};

	return design_template_for(design, &position)->name;
}

static void test_choosing(void)
{
	struct layout_change change = {"templates.yaml", "last:\n",
				       "special:\n  page: [7, S1]\n  map: |\n    . . . . .\nlast:\n"};
	struct layout_case c = layout_case_load(&change);
	const struct design *design = c.design;

	g_assert_nonnull(design);
	g_assert_cmpstr(chosen(design, "1", 1, FALSE, "World", TRUE), ==, "front");
	g_assert_cmpstr(chosen(design, "1", 1, TRUE, NULL, FALSE), ==, "front");
	g_assert_cmpstr(chosen(design, "2", 2, FALSE, "World", FALSE), ==, "inside");
	g_assert_cmpstr(chosen(design, "3", 3, FALSE, NULL, FALSE), ==, "inside");
	g_assert_cmpstr(chosen(design, "3", 3, FALSE, "World", TRUE), ==, "section");
	g_assert_cmpstr(chosen(design, "3", 3, FALSE, "Opinion", FALSE), ==, "opinion");
	g_assert_cmpstr(chosen(design, "8", 8, TRUE, "Opinion", TRUE), ==, "last");
	g_assert_cmpstr(chosen(design, "7", 7, FALSE, "World", TRUE), ==, "special");
	g_assert_cmpstr(chosen(design, "S1", 1, FALSE, NULL, FALSE), ==, "special");
	g_assert_null(design_template_named(design, "none", 0));
	layout_case_free(&c);
}

/* A section of wider columns that ends the paper has the imprint of the last page. */
static void test_bands_suit_any_columns(void)
{
	struct layout_case c = layout_case_load(NULL);
	struct page_position position = {
		.label = "8", .number = 8, .columns = 4, .is_last = TRUE, .section = "Opinion"};
	const struct page_template *last = design_template_for(c.design, &position);
	const struct zone *imprint = &g_array_index(last->zones, struct zone, 0);

	g_assert_cmpstr(last->name, ==, "last");
	g_assert_cmpint(last->columns, ==, 4);
	g_assert_cmpint(imprint->columns, ==, 4);
	g_assert_cmpstr(last->map + last->map_lines * 4 - 5, ==, ".MMMM");
	g_assert_null(design_template_named(c.design, "front", 4));
	layout_case_free(&c);
}

static int open_cells(const struct page_template *template_, int rows)
{
	int cells = 0;

	for (int line = 0; line < template_->map_lines; line++)
		for (int column = 0; column < template_->columns; column++)
			if (template_->map[line * template_->columns + column] == '.')
				cells += template_row(template_, line + 1, rows) -
					 template_row(template_, line, rows);
	return cells;
}

static void test_fronts_leave_room(void)
{
	g_autofree char *layouts = g_build_filename(g_getenv("ANBAN_SOURCE"), "layouts", NULL);
	struct diag *diag = diag_new();
	struct design *design = design_load(layouts, "tabloid", diag);

	for (guint i = 0; i < design->templates->len; i++) {
		const struct page_template *template_ = g_ptr_array_index(design->templates, i);
		int cells = template_->columns * design->rows;

		g_assert_cmpint(open_cells(template_, design->rows), >=, cells * 2 / 5);
	}
	design_free(design);
	diag_free(diag);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/template/zones", test_zones_are_read);
	g_test_add_func("/template/letters-close", test_letters_may_stand_close);
	g_test_add_func("/template/rows", test_rows_are_shared);
	g_test_add_func("/template/several-any", test_several_any_zones);
	g_test_add_func("/template/faults/letters", test_letters_at_fault);
	g_test_add_func("/template/faults/zones", test_zones_at_fault);
	g_test_add_func("/template/faults/furniture", test_furniture_at_fault);
	g_test_add_func("/template/faults/block", test_drawing_is_a_block);
	g_test_add_func("/template/faults/lines", test_drawing_has_too_many_lines);
	g_test_add_func("/template/faults/list", test_list_faults);
	g_test_add_func("/template/not-set-yet", test_furniture_for_stories);
	g_test_add_func("/template/choosing", test_choosing);
	g_test_add_func("/template/bands-suit-any-columns", test_bands_suit_any_columns);
	g_test_add_func("/template/fronts-leave-room", test_fronts_leave_room);
	return g_test_run();
}
