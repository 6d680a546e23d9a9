/* See-also lines: who must turn a page is told which one, and who need not is told that too. */
#include "small_edition.h"

static const char *const paper = "name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\n"
				 "sections: [{name: News}, {name: World, start: page}]\nplan: {1: {lead: "
				 "news/first}, 2: {stories: [{story: world/far}]}}\n";

static const struct page *page_of(const struct small_edition *small, const char *id)
{
	const struct story_decision *story = small_decision(small, id);
	const char *label = g_array_index(story->parts, struct story_part, 0).page;

	for (guint i = 0; i < small->paper->pages->len; i++)
		if (strcmp(((const struct page *)small->paper->pages->pdata[i])->label, label) == 0)
			return small->paper->pages->pdata[i];
	g_assert_not_reached();
}

/* What the link to `story` on that page says; NULL where there is none. */
static const char *reference_on(const struct page *page, const char *story)
{
	g_autofree char *to = g_strconcat("#story/", story, NULL);

	for (guint i = 0; i < page->items->len; i++) {
		const struct page_item *item = page->items->pdata[i];
		if (item->kind == ITEM_LINK && strcmp(item->link.to, to) == 0 &&
		    g_str_has_prefix(item->link.about, "See also"))
			return item->link.about;
	}
	return NULL;
}

static struct small_edition made(void)
{
	struct small_edition small = small_new();

	small_story(&small, "news/first.md", 9, "priority: 1\nsee_also: [news/second, world/far]\n");
	small_story(&small, "news/second.md", 7, "");
	for (int i = 0; i < 4; i++) {
		g_autofree char *path = g_strdup_printf("news/other-%d.md", i);
		small_story(&small, path, 4 + i, "");
	}
	g_autofree char *words = small_words(3, 400);
	g_autofree char *far = g_strconcat(
		"---\nheadline: Far away\nsection: World\nsee_also: [news/first]\n---\n", words, "\n", NULL);
	small_write(&small, "world/far.md", far);
	small_make(&small, paper);
	return small;
}

static void test_names_page_or_this_page(void)
{
	struct small_edition small = made();
	const struct page *first = page_of(&small, "news/first"), *far = page_of(&small, "world/far");
	g_autofree char *to_far = g_strdup_printf("See also: Far away, Page %s", far->label);
	gboolean together = first == page_of(&small, "news/second");
	const char *second = reference_on(first, "news/second");

	g_assert_true(first != far);
	g_assert_cmpstr(reference_on(first, "world/far"), ==, to_far);
	g_assert_cmpstr(reference_on(far, "news/first"), ==, "See also: Boats wait at news/first.md, Page 1");
	g_assert_nonnull(second);
	g_assert_true((strstr(second, "Page") == NULL) == together);
	g_assert_true(together);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/reference/names-page-or-this-page", test_names_page_or_this_page);
	return g_test_run();
}
