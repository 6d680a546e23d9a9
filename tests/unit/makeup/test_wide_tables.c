/* Tables over several legs: two in one story, one that is all there is, one with too little copy under it. */
#include "small_edition.h"

static const char *const paper =
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n";

static void add_table(GString *text, const char *name)
{
	g_string_append(text, "\n| Company and where it has its seat | Close | Week | Year |\n| --- | ---: | "
			      "---: | ---: |\n");
	for (int i = 0; i < 6; i++)
		g_string_append_printf(text,
				       "| %s-%d of the lower quay of Hải Phòng | %d.10 | 0.%d | 1.%d |\n",
				       name, i, 40 + i, i, i);
	g_string_append_c(text, '\n');
}

static void add_words(GString *text, int seed, int count)
{
	g_autofree char *words = small_words(seed, count);
	g_string_append_printf(text, "%s\n\n", words);
}

static struct small_edition made(void)
{
	struct small_edition small = small_new();
	g_autoptr(GString) two = g_string_new("---\nheadline: Two tables\nsection: News\n---\n");
	g_autoptr(GString) only = g_string_new("---\nheadline: A table\nsection: News\nkind: listing\n---\n");
	g_autoptr(GString) little =
		g_string_new("---\nheadline: A line and a table\nsection: News\nkind: listing\n---\n");

	add_words(two, 1, 60);
	add_table(two, "First");
	add_words(two, 2, 70);
	add_table(two, "Second");
	add_words(two, 3, 90);
	small_write(&small, "news/two.md", two->str);
	add_table(only, "Only");
	small_write(&small, "news/only.md", only->str);
	g_string_append(little, "As of Friday.\n\n");
	add_table(little, "Little");
	small_write(&small, "news/little.md", little->str);
	for (int i = 0; i < 7; i++) {
		g_autofree char *path = g_strdup_printf("news/other-%d.md", i);
		small_story(&small, path, 5 + i % 4, i == 0 ? "priority: 1\n" : "");
	}
	small_make(&small, paper);
	return small;
}

/* Of the one run that begins so; its baseline. */
static fix find(const struct small_edition *small, const char *begins)
{
	fix y = -1;

	for (guint p = 0; p < small->paper->pages->len; p++) {
		const struct page *page = small->paper->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			if (item->kind != ITEM_GLYPHS || !g_str_has_prefix(item->glyphs.text, begins))
				continue;
			g_assert_cmpint(y, ==, -1);
			y = g_array_index(item->glyphs.glyphs, struct page_glyph, 0).y;
		}
	}
	g_assert_cmpint(y, >, 0);
	return y;
}

static void test_one_under_another(void)
{
	struct small_edition small = made();
	fix gap = find(&small, "Second-0") - find(&small, "First-5");

	/* A row of white and the second's head between them. */
	g_assert_cmpint(gap, ==, 3 * small.design->leading);
	small_free(&small);
}

static void test_none_is_held_over(void)
{
	struct small_edition small = made();
	const char *const stories[] = {"news/two", "news/only", "news/little"};

	for (guint i = 0; i < G_N_ELEMENTS(stories); i++)
		g_assert_cmpint(small_decision(&small, stories[i])->outcome, ==, STORY_PLACED);
	for (int i = 0; i < 6; i++) {
		g_autofree char *only = g_strdup_printf("Only-%d", i),
				*little = g_strdup_printf("Little-%d", i);
		find(&small, only);
		find(&small, little);
	}
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/wide-tables/one-under-another", test_one_under_another);
	g_test_add_func("/wide-tables/none-is-held-over", test_none_is_held_over);
	return g_test_run();
}
