/* `pages:` is met or told: stories wait where the paper must come down, and what no copy can reach is
 * refused. */
#include "small_edition.h"

static void make(struct small_edition *small, const char *pages, int stories, const char *extra)
{
	g_autofree char *yaml = g_strdup_printf("name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\n"
						"language: en\nsections: [{name: News}]\npages: %s\n",
						pages);

	for (int i = 0; i < stories; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		small_story(small, path, 8 + i % 5, extra);
	}
	small_make(small, yaml);
}

static int held(const struct small_edition *small)
{
	int count = 0;

	for (guint i = 0; i < small->decisions->stories->len; i++)
		count += ((const struct story_decision *)small->decisions->stories->pdata[i])->outcome ==
			 STORY_HELD;
	return count;
}

static void assert_full(const struct small_edition *small)
{
	for (guint i = 0; i < small->decisions->pages->len; i++) {
		const struct page_decision *page = small->decisions->pages->pdata[i];
		g_assert_cmpint(page->cells[CELLS_EMPTY], ==, 0);
	}
}

/* Copy for five pages comes down to four. */
static void test_page_count_down(void)
{
	struct small_edition small = small_new();

	make(&small, "{multiple: 4}", 24, "");
	g_assert_cmpuint(small.paper->pages->len, ==, 4);
	g_assert_cmpint(held(&small), >, 0);
	g_assert_false(small_told(&small, DIAG_PLAN_IMPOSSIBLE, NULL));
	assert_full(&small);
	small_free(&small);
}

static void test_page_count_met(void)
{
	struct small_edition small = small_new();

	make(&small, "{max: 16}", 20, "");
	g_assert_cmpint(held(&small), ==, 0);
	g_assert_false(small_told(&small, DIAG_PLAN_IMPOSSIBLE, NULL));
	small_free(&small);
}

/* Copy for five pages is stretched to the six that a paper of an even number has: nobody waits. */
static void test_page_count_stretched(void)
{
	struct small_edition small = small_new();

	make(&small, "{multiple: 2}", 28, "");
	g_assert_cmpuint(small.paper->pages->len, ==, 6);
	g_assert_cmpint(held(&small), ==, 0);
	g_assert_false(small_told(&small, DIAG_PLAN_IMPOSSIBLE, NULL));
	assert_full(&small);
	small_free(&small);
}

/* No copy is made up from nothing: both ways out are told. */
static void test_page_count_up(void)
{
	struct small_edition small = small_new();

	make(&small, "12", 20, "");
	g_assert_true(small_told(&small, DIAG_PLAN_IMPOSSIBLE, "to reach 12"));
	small_free(&small);
}

static void test_page_count_multiple_up(void)
{
	struct small_edition small = small_new();

	make(&small, "{multiple: 8}", 20, "");
	g_assert_true(small_told(&small, DIAG_PLAN_IMPOSSIBLE, "to reach 8"));
	small_free(&small);
}

/* Stories that must run are not held over for a number. */
static void test_page_count_must(void)
{
	struct small_edition small = small_new();

	make(&small, "2", 20, "must: true\n");
	g_assert_true(small_told(&small, DIAG_PLAN_IMPOSSIBLE, "take 'must' away"));
	g_assert_cmpint(held(&small), ==, 0);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/page-count/down", test_page_count_down);
	g_test_add_func("/page-count/met", test_page_count_met);
	g_test_add_func("/page-count/stretched", test_page_count_stretched);
	g_test_add_func("/page-count/up", test_page_count_up);
	g_test_add_func("/page-count/multiple-up", test_page_count_multiple_up);
	g_test_add_func("/page-count/must", test_page_count_must);
	return g_test_run();
}
