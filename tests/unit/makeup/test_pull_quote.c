/* Pull quotes stand where they are asked for, are read once, and what they cost is told. */
#include <math.h>

#include "small_edition.h"

static const char *const paper =
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n";

/* Words of the first paragraph that small_story() writes to this path. */
static char *quote_of(const char *path)
{
	g_autofree char *words = small_words((int)strlen(path), 40);
	g_auto(GStrv) each = g_strsplit(words, " ", 14);

	g_clear_pointer(&each[13], g_free);
	return g_strjoinv(" ", each);
}

static int quotes_inked(const struct paper *made)
{
	int quotes = 0;

	for (guint p = 0; p < made->pages->len; p++) {
		const struct page *page = made->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			quotes += item->kind == ITEM_MARK && item->mark.role == MARK_ARTIFACT &&
				  g_strcmp0(item->mark.label, "pull-quote") == 0;
		}
	}
	return quotes;
}

static struct small_edition made_of(const char *kind, gboolean quoted)
{
	struct small_edition small = small_new();

	for (int i = 0; i < 6; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		g_autofree char *quote = quote_of(path);
		g_autofree char *extra =
			quoted ? g_strdup_printf("kind: %s\npull_quotes: [\"%s\"]\n", kind, quote)
			       : g_strdup_printf("kind: %s\n", kind);
		small_story(&small, path, 12 + i, extra);
	}
	small_make(&small, paper);
	return small;
}

static void test_pull_quote_stands_in_features(void)
{
	struct small_edition small = made_of("feature", TRUE);

	g_assert_cmpint(quotes_inked(small.paper), >=, 3);
	g_assert_cmpint(quotes_inked(small.paper), <=, 6);
	small_free(&small);
}

static void test_pull_quote_needs_words(void)
{
	struct small_edition small = made_of("feature", FALSE);

	g_assert_cmpint(quotes_inked(small.paper), ==, 0);
	small_free(&small);
}

static void test_pull_quote_pages_are_full(void)
{
	struct small_edition small = made_of("opinion", TRUE);

	for (guint i = 0; i < small.decisions->pages->len; i++)
		g_assert_cmpint(
			((struct page_decision *)small.decisions->pages->pdata[i])->cells[CELLS_EMPTY], ==,
			0);
	small_free(&small);
}

static void test_pull_quote_is_priced(void)
{
	struct small_edition small = made_of("feature", TRUE);

	for (guint s = 0; s < small.decisions->stories->len; s++) {
		const struct story_decision *story = small.decisions->stories->pdata[s];
		for (guint p = 0; p < story->parts->len; p++) {
			const struct story_part *part = &g_array_index(story->parts, struct story_part, p);
			double sum = 0;
			for (guint t = 0; t < part->terms->len; t++)
				sum += g_array_index(part->terms, struct cost_term, t).cost;
			g_assert_cmpfloat(fabs(sum - part->cost), <, 0.01 + part->cost * 1e-4);
		}
	}
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pull-quote/features", test_pull_quote_stands_in_features);
	g_test_add_func("/pull-quote/words", test_pull_quote_needs_words);
	g_test_add_func("/pull-quote/full", test_pull_quote_pages_are_full);
	g_test_add_func("/pull-quote/terms", test_pull_quote_is_priced);
	return g_test_run();
}
