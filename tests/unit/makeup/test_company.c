/* Boxes stand touching their story, briefs run under one label, and a faulty box is told and loses nothing.
 */
#include "small_edition.h"

static const char *const paper =
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n";

static void add_stories(const struct small_edition *small, int count, const char *extra)
{
	for (int i = 0; i < count; i++) {
		g_autofree char *path = g_strdup_printf("news/other-%02d.md", i);
		small_story(small, path, 6 + i, extra);
	}
}

static const struct story_part *part_of(const struct small_edition *small, const char *id)
{
	const struct story_decision *story = small_decision(small, id);

	g_assert_nonnull(story);
	g_assert_cmpint(story->outcome, ==, STORY_PLACED);
	return &g_array_index(story->parts, struct story_part, 0);
}

static gboolean touch(const struct story_part *a, const struct story_part *b)
{
	gboolean over = a->column < b->column + b->columns && b->column < a->column + a->columns;
	gboolean beside = a->row < b->row + b->rows && b->row < a->row + a->rows;
	gboolean edge = a->column + a->columns == b->column || b->column + b->columns == a->column;
	gboolean end = a->row + a->rows == b->row || b->row + b->rows == a->row;

	return g_strcmp0(a->page, b->page) == 0 && ((over && end) || (beside && edge));
}

static int labels_inked(const struct paper *made, const char *label)
{
	int labels = 0;

	for (guint p = 0; p < made->pages->len; p++) {
		const struct page *page = made->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			labels += item->kind == ITEM_MARK && g_strcmp0(item->mark.label, label) == 0;
		}
	}
	return labels;
}

static void assert_full(const struct small_edition *small)
{
	for (guint i = 0; i < small->decisions->pages->len; i++) {
		const struct page_decision *page = small->decisions->pages->pdata[i];
		g_assert_cmpint(page->cells[CELLS_EMPTY], ==, 0);
	}
}

static void test_company_box_touches(const char *main_extra, const char *box_extra)
{
	struct small_edition small = small_new();

	add_stories(&small, 6, "");
	small_story(&small, "news/main.md", 14, main_extra);
	small_story(&small, "news/facts.md", 3, box_extra);
	small_make(&small, paper);
	g_assert_false(small_told(&small, DIAG_BOX_ASTRAY, NULL));
	g_assert_true(touch(part_of(&small, "news/main"), part_of(&small, "news/facts")));
	assert_full(&small);
	small_free(&small);
}

static void test_company_boxes(void)
{
	test_company_box_touches("boxes: [news/facts]\n", "");
}

static void test_company_with(void)
{
	test_company_box_touches("", "with: news/main.md\n");
}

static void test_company_faulty_boxes(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 4, "");
	small_story(&small, "news/main.md", 8, "boxes: [news/nowhere, news/main]\n");
	small_story(&small, "news/lost.md", 4, "with: news/nobody\n");
	small_make(&small, paper);
	g_assert_true(small_told(&small, DIAG_BOX_ASTRAY, "news/nowhere"));
	g_assert_true(small_told(&small, DIAG_BOX_ASTRAY, "is this story itself"));
	g_assert_true(small_told(&small, DIAG_BOX_ASTRAY, "news/nobody"));
	part_of(&small, "news/main");
	part_of(&small, "news/lost");
	small_free(&small);
}

static void test_company_briefs(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 8, "");
	for (int i = 0; i < 4; i++) {
		g_autofree char *path = g_strdup_printf("news/brief-%02d.md", i);
		small_story(&small, path, 2, "kind: brief\npriority: 5\n");
	}
	small_make(&small, paper);
	g_assert_cmpint(labels_inked(small.paper, "briefs"), <=, 1);
	for (int i = 0; labels_inked(small.paper, "briefs") == 1 && i < 4; i++) {
		g_autofree char *id = g_strdup_printf("news/brief-%02d", i);
		g_assert_cmpstr(part_of(&small, id)->page, ==, part_of(&small, "news/brief-00")->page);
	}
	assert_full(&small);
	small_free(&small);
}

/* Small stories alone make full pages too: no panel, and room only at the end. */
static void test_company_briefs_alone(void)
{
	struct small_edition small = small_new();
	int filler = 0;

	for (int i = 0; i < 24; i++) {
		g_autofree char *path = g_strdup_printf("news/brief-%02d.md", i);
		small_story(&small, path, 2 + i % 3, "kind: brief\npriority: 5\n");
	}
	small_make(&small, paper);
	for (guint i = 0; i < small.decisions->pages->len; i++)
		filler +=
			((const struct page_decision *)small.decisions->pages->pdata[i])->cells[CELLS_FILLER];
	g_assert_cmpint(filler, ==, 0);
	assert_full(&small);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/company/boxes", test_company_boxes);
	g_test_add_func("/company/with", test_company_with);
	g_test_add_func("/company/faulty", test_company_faulty_boxes);
	g_test_add_func("/company/briefs", test_company_briefs);
	g_test_add_func("/company/briefs-alone", test_company_briefs_alone);
	return g_test_run();
}
