/* Whole editions, made up: nothing lost, nothing empty, the desk obeyed. */
#include "small_edition.h"

#define PAPER                                                                                                \
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n"

static void add_stories(struct small_edition *small, int count)
{
	for (int i = 0; i < count; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		small_story(small, path, 3 + i * 5 % 9, i == 0 ? "priority: 1\n" : "");
	}
}

static void check_cells(const struct small_edition *small)
{
	for (guint i = 0; i < small->decisions->pages->len; i++) {
		const struct page_decision *page = small->decisions->pages->pdata[i];
		int sum = 0;
		for (int use = 0; use < CELL_USES; use++) {
			g_assert_cmpint(page->cells[use], >=, 0);
			sum += page->cells[use];
		}
		g_assert_cmpint(sum, ==, page->columns * page->rows);
		g_assert_cmpint(page->cells[CELLS_EMPTY], ==, 0);
		if (i + 1 < small->decisions->pages->len)
			g_assert_cmpint(page->cells[CELLS_END], ==, 0);
	}
}

static char *text_of_story(const struct small_edition *small, const char *id)
{
	GString *text = g_string_new(NULL);

	for (guint p = 0; p < small->paper->pages->len; p++) {
		const struct page *page = small->paper->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			if (item->kind == ITEM_GLYPHS && g_strcmp0(item->glyphs.story, id) == 0 &&
			    !(item->glyphs.flags & GLYPHS_HYPHEN))
				g_string_append(text, item->glyphs.text);
		}
	}
	return g_string_free(text, FALSE);
}

static void strip_blanks(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; from++)
		if (!g_ascii_isspace(*from))
			*to++ = *from;
	*to = '\0';
}

/* Every paragraph of every placed story stands on the pages, in order, letter by letter. */
static void check_text(const struct small_edition *small)
{
	for (guint s = 0; s < small->edition->stories->len; s++) {
		const struct story *story = small->edition->stories->pdata[s];
		g_autofree char *set = text_of_story(small, story->id);
		const char *at = set;
		strip_blanks(set);
		for (guint b = 0; b < story->blocks->len; b++) {
			const struct block *block = story->blocks->pdata[b];
			g_autofree char *copy = g_strdup(g_array_index(block->spans, struct span, 0).text);
			strip_blanks(copy);
			at = strstr(at, copy);
			g_assert_nonnull(at);
			at += strlen(copy);
		}
	}
}

static void test_nothing_lost(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 9);
	small_make(&small, PAPER);
	g_assert_cmpint(diag_count(small.diag, DIAG_ERROR), ==, 0);
	g_assert_cmpuint(small.paper->pages->len, >=, 2);
	for (guint i = 0; i < small.decisions->stories->len; i++)
		g_assert_cmpint(((struct story_decision *)small.decisions->stories->pdata[i])->outcome, ==,
				STORY_PLACED);
	check_cells(&small);
	check_text(&small);
	small_free(&small);
}

static void test_one_story_alone(void)
{
	struct small_edition small = small_new();

	small_story(&small, "news/alone.md", 3, "");
	small_make(&small, PAPER);
	g_assert_cmpuint(small.paper->pages->len, ==, 1);
	g_assert_cmpint(small_decision(&small, "news/alone")->outcome, ==, STORY_PLACED);
	check_cells(&small);
	check_text(&small);
	small_free(&small);
}

/* Longer than any page: it goes on from page to page, and no line is lost. */
static void test_long_story_goes_on(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 6);
	small_story(&small, "news/long.md", 90, "trim: false\n");
	small_make(&small, PAPER);
	g_assert_cmpuint(small_decision(&small, "news/long")->parts->len, >=, 2);
	check_cells(&small);
	check_text(&small);
	small_free(&small);
}

static void test_held_over_for_want_of_pages(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 20);
	small_make(&small, PAPER "pages: 2\n");
	g_assert_cmpuint(small.paper->pages->len, <=, 2);
	g_assert_true(small_told(&small, DIAG_STORY_HELD_OVER, "no more pages"));
	g_assert_cmpint(diag_exit_code(small.diag, FALSE), ==, 0);
	small_free(&small);
}

static struct small_edition short_of_pages(const char *lead)
{
	struct small_edition small = small_new();

	for (int i = 0; i < 12; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		small_story(&small, path, 8 + i % 5, i == 0 ? lead : i == 11 ? "priority: 5\n" : "");
	}
	small_make(&small, PAPER "pages: 1\n");
	g_assert_cmpint(small_decision(&small, "news/story-11")->outcome, ==, STORY_HELD);
	return small;
}

/* No line points to what is held over, and none is left white for it. */
static void test_no_line_points_to_what_is_held(void)
{
	struct small_edition bare = short_of_pages("priority: 1\n");
	struct small_edition small = short_of_pages("priority: 1\nsee_also: [news/story-11]\n");

	for (int i = 0; i < 12; i++) {
		g_autofree char *id = g_strdup_printf("news/story-%02d", i);
		const struct story_decision *one = small_decision(&bare, id),
					    *two = small_decision(&small, id);
		g_assert_cmpint(one->outcome, ==, two->outcome);
		g_assert_cmpint(one->lines, ==, two->lines);
		g_assert_cmpfloat_with_epsilon(one->cost, two->cost, 1e-6);
	}
	check_cells(&small);
	small_free(&small);
	small_free(&bare);
}

static const struct story_part *part_of(const struct small_edition *small, const char *id)
{
	return &g_array_index(small_decision(small, id)->parts, struct story_part, 0);
}

static void test_plan_is_obeyed(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 10);
	small_make(&small,
		   PAPER "plan:\n  2: {stories: [{story: news/story-09, at: bottom-right, columns: 2}]}\n");
	const struct story_part *part = part_of(&small, "news/story-09");
	g_assert_cmpstr(part->page, ==, "2");
	g_assert_cmpint(part->columns, ==, 2);
	g_assert_cmpint(part->column + part->columns, ==, 5);
	g_assert_cmpint(part->row + part->rows, ==, small.design->rows);
	check_cells(&small);
	check_text(&small);
	small_free(&small);
}

/* Of any page, not the first alone: at the top left, under the largest head. */
static void test_planned_lead_leads(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 10);
	small_make(&small, PAPER "plan:\n  2: {lead: news/story-09}\n");
	const struct story_part *part = part_of(&small, "news/story-09");
	g_assert_cmpstr(part->page, ==, "2");
	g_assert_cmpint(part->column, ==, 0);
	for (guint i = 0; i < small.decisions->stories->len; i++) {
		const struct story_decision *other = small.decisions->stories->pdata[i];
		const struct story_part *first = &g_array_index(other->parts, struct story_part, 0);
		if (strcmp(first->page, "2") == 0)
			g_assert_cmpint(part->row, <=, first->row);
	}
	check_cells(&small);
	small_free(&small);
}

static void test_impossible_plan_names_the_nearest(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 10);
	small_story(&small, "news/short.md", 1, "");
	small_make(
		&small, PAPER
		"plan:\n  2: {stories: [{story: news/short, columns: 5}, {story: news/story-03, columns: 5}, "
		"{story: news/story-04, columns: 5, photo_columns: 3}]}\n");
	if (small_told(&small, DIAG_PLAN_IMPOSSIBLE, NULL))
		g_assert_cmpint(diag_exit_code(small.diag, FALSE), ==, 65);
	else
		check_cells(&small);
	small_free(&small);
}

static void test_planned_page_beyond_the_end(void)
{
	struct small_edition small = small_new();

	add_stories(&small, 8);
	small_make(&small, PAPER "plan:\n  30: {stories: [{story: news/story-03}]}\n");
	g_assert_true(small_told(&small, DIAG_PLAN_IMPOSSIBLE, "no page 30"));
	small_free(&small);
}

static void test_same_pages_twice(void)
{
	char *traces[2] = {NULL, NULL};

	for (int i = 0; i < 2; i++) {
		struct small_edition small = small_new();
		g_autoptr(GString) out = g_string_new(NULL);
		add_stories(&small, 9);
		small_make(&small, PAPER);
		paper_write(small.paper, out);
		traces[i] = g_strdup(out->str);
		small_free(&small);
	}
	g_assert_cmpstr(traces[0], ==, traces[1]);
	g_free(traces[0]);
	g_free(traces[1]);
}

/* An index with nothing to say leaves its columns to the lead: no panel stands beside one story. */
static void test_lead_over_an_idle_index(void)
{
	struct small_edition small = small_new();

	small_story(&small, "news/alone.md", 16, "");
	small_make(&small, "name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\n"
			   "sections: [{name: News}]\n");
	const struct page_decision *page = small.decisions->pages->pdata[0];
	const struct story_part *part =
		&g_array_index(small_decision(&small, "news/alone")->parts, struct story_part, 0);
	g_assert_cmpuint(small.decisions->pages->len, ==, 1);
	g_assert_cmpint(page->cells[CELLS_FILLER], ==, 0);
	g_assert_cmpint(page->cells[CELLS_EMPTY], ==, 0);
	g_assert_cmpint(part->columns, ==, page->columns);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/makeup/nothing-lost", test_nothing_lost);
	g_test_add_func("/makeup/one-story-alone", test_one_story_alone);
	g_test_add_func("/makeup/long-story-goes-on", test_long_story_goes_on);
	g_test_add_func("/makeup/held-over-for-want-of-pages", test_held_over_for_want_of_pages);
	g_test_add_func("/makeup/no-line-points-to-what-is-held", test_no_line_points_to_what_is_held);
	g_test_add_func("/makeup/plan-is-obeyed", test_plan_is_obeyed);
	g_test_add_func("/makeup/planned-lead-leads", test_planned_lead_leads);
	g_test_add_func("/makeup/impossible-plan-names-the-nearest", test_impossible_plan_names_the_nearest);
	g_test_add_func("/makeup/planned-page-beyond-the-end", test_planned_page_beyond_the_end);
	g_test_add_func("/makeup/same-pages-twice", test_same_pages_twice);
	g_test_add_func("/makeup/lead-over-an-idle-index", test_lead_over_an_idle_index);
	return g_test_run();
}
