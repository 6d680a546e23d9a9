/* Zones of a drawing that hold stories or furniture of their own: each is there, nothing is lost, nothing is
   empty. */
#include "small_edition.h"

static const char *const paper =
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n";

static const char *const zones_drawn = "last-zones:\n"
				       "  page: last\n"
				       "  map: |\n"
				       "    H H H H H\n"
				       "    . . . S S\n"
				       "    . . . S S\n"
				       "    . . . S S\n"
				       "    . . . S S\n"
				       "    . . . S S\n"
				       "    . . . S S\n"
				       "    . . . S S\n"
				       "    . . . S S\n"
				       "    . . . . .\n"
				       "    . . . . .\n"
				       "    . . . . .\n"
				       "    . . . . .\n"
				       "    C . . . .\n"
				       "    C . . . .\n"
				       "    C . . . .\n"
				       "    C . . . .\n"
				       "    C . . . .\n"
				       "    K K K K K\n"
				       "    F F F F F\n"
				       "  zones:\n"
				       "    H: {furniture: section-head}\n"
				       "    C: {furniture: corrections}\n"
				       "    S: {story: news/fixed}\n"
				       "    K: {furniture: credits}\n"
				       "    F: {furniture: folio}\n";

static const char *const services_drawn = "last-zones:\n"
					  "  page: last\n"
					  "  map: |\n"
					  "    . . . . W\n"
					  "    . . . . W\n"
					  "    . . . . W\n"
					  "    . . . . W\n"
					  "    . . . . W\n"
					  "    . . . . .\n"
					  "    . . . . .\n"
					  "    . . . . .\n"
					  "    . . . . .\n"
					  "    . . . . .\n"
					  "    . . . . .\n"
					  "    . . . . .\n"
					  "    . . . . .\n"
					  "    R . . . .\n"
					  "    R . . . .\n"
					  "    R . . . .\n"
					  "    R . . . .\n"
					  "    R . . . .\n"
					  "    R . . . .\n"
					  "  zones:\n"
					  "    W: {furniture: weather}\n"
					  "    R: {furniture: rates}\n";

static const char *const zone_small = "last-zones:\n"
				      "  page: last\n"
				      "  map: |\n"
				      "    . . . . .\n    . . . . .\n    . . . . .\n    . . . . .\n"
				      "    . . . . .\n    . . . . .\n    . . . . .\n    . . . . .\n"
				      "    . . . . .\n    . . . . .\n    . . . . .\n    . . . . .\n"
				      "    . . . . .\n    . . . . .\n    . . . . .\n    . . . . .\n"
				      "    . . . . .\n    . . . . .\n    . . . . .\n    . . . . .\n"
				      "    C . . . .\n"
				      "  zones:\n"
				      "    C: {furniture: corrections}\n";

/* The tabloid with another drawing of the last page. */
static void make(struct small_edition *small, const char *last)
{
	g_autofree char *from = g_build_filename(g_getenv("ANBAN_SOURCE"), "layouts", "tabloid", NULL);
	g_autofree char *layouts = g_build_filename(small->folder, "layouts", NULL);
	static const char *const files[] = {"layout.yaml", "templates.yaml", "words.yaml"};

	for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
		g_autofree char *source = g_build_filename(from, files[i], NULL), *text = NULL;
		g_autofree char *path = g_build_filename("layouts", "tabloid", files[i], NULL);
		g_assert_true(g_file_get_contents(source, &text, NULL, NULL));
		g_autofree char *all = g_strconcat(i == 1 ? last : "", text, NULL);
		small_write(small, path, all);
	}
	small_write(small, "edition.yaml", paper);
	small->diag = diag_new();
	small->edition = edition_load(small->folder, small->diag);
	g_assert_nonnull(small->edition);
	small->design = design_load(layouts, "tabloid", small->diag);
	g_assert_nonnull(small->design);
	small->book = fontbook_open(g_getenv("ANBAN_TEST_FONTS"), small->diag);
	small->decisions = decisions_new();
	small->paper =
		makeup_paper(small->edition, small->design, small->book, NULL, small->decisions, small->diag);
}

static void add_copy(const struct small_edition *small)
{
	for (int i = 0; i < 9; i++) {
		g_autofree char *path = g_strdup_printf("news/other-%02d.md", i);
		small_story(small, path, 8 + i, "byline: Nguyễn Thu Hà\n");
	}
	small_story(small, "news/wrong.md", 2, "kind: correction\n");
	small_story(small, "news/weather.md", 2, "kind: listing\n");
	small_story(small, "service/rates.md", 2, "kind: listing\n");
	small_story(small, "news/fixed.md", 7, "byline: Trần An\n");
}

static const struct story_part *part_of(const struct small_edition *small, const char *id)
{
	const struct story_decision *story = small_decision(small, id);

	g_assert_nonnull(story);
	g_assert_cmpint(story->outcome, ==, STORY_PLACED);
	return &g_array_index(story->parts, struct story_part, 0);
}

static void assert_full(const struct small_edition *small)
{
	for (guint i = 0; i < small->decisions->pages->len; i++) {
		const struct page_decision *page = small->decisions->pages->pdata[i];
		g_assert_cmpint(page->cells[CELLS_EMPTY], ==, 0);
	}
}

static gboolean is_inked(const struct small_edition *small, const char *label)
{
	const struct page *last = small->paper->pages->pdata[small->paper->pages->len - 1];

	for (guint i = 0; i < last->items->len; i++) {
		const struct page_item *item = last->items->pdata[i];
		if (item->kind == ITEM_MARK && g_strcmp0(item->mark.label, label) == 0)
			return TRUE;
	}
	return FALSE;
}

static void assert_stands(const struct small_edition *small, const char *id, int column, int columns)
{
	const struct page *last = small->paper->pages->pdata[small->paper->pages->len - 1];
	const struct story_part *part = part_of(small, id);

	g_assert_cmpstr(part->page, ==, last->label);
	g_assert_cmpint(part->column, ==, column);
	g_assert_cmpint(part->columns, ==, columns);
}

static void test_regulars_zones(void)
{
	struct small_edition small = small_new();

	add_copy(&small);
	make(&small, zones_drawn);
	assert_stands(&small, "news/wrong", 0, 1);
	assert_stands(&small, "news/fixed", 3, 2);
	g_assert_true(is_inked(&small, "credits"));
	g_assert_true(is_inked(&small, "section-head"));
	g_assert_true(is_inked(&small, "footer"));
	assert_full(&small);
	small_free(&small);
}

static void test_regulars_services(void)
{
	struct small_edition small = small_new();

	add_copy(&small);
	make(&small, services_drawn);
	assert_stands(&small, "news/weather", 4, 1);
	assert_stands(&small, "service/rates", 0, 1);
	assert_full(&small);
	small_free(&small);
}

/* The zone is open then, and the correction stands with the others. */
static void test_regulars_small(void)
{
	struct small_edition small = small_new();

	add_copy(&small);
	make(&small, zone_small);
	g_assert_true(small_told(&small, DIAG_ZONE_TOO_SMALL, "zone 'C' of 'last-zones'"));
	g_assert_nonnull(part_of(&small, "news/wrong"));
	assert_full(&small);
	small_free(&small);
}

/* Nothing to correct: the zones are open. */
static void test_regulars_nothing(void)
{
	struct small_edition small = small_new();

	for (int i = 0; i < 6; i++) {
		g_autofree char *path = g_strdup_printf("news/other-%02d.md", i);
		small_story(&small, path, 8 + i, "byline: Nguyễn Thu Hà\n");
	}
	make(&small, zone_small);
	g_assert_false(small_told(&small, DIAG_ZONE_TOO_SMALL, NULL));
	assert_full(&small);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/regulars/zones", test_regulars_zones);
	g_test_add_func("/regulars/services", test_regulars_services);
	g_test_add_func("/regulars/small", test_regulars_small);
	g_test_add_func("/regulars/nothing", test_regulars_nothing);
	return g_test_run();
}
