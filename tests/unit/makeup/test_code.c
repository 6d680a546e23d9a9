/* The code of a link: the same every time, with the marks that a telephone looks for. */
#include "makeup/code.h"
#include "small_edition.h"

static gboolean is_dark(const struct code *code, int x, int y)
{
	return code->cells[y * code->side + x];
}

/* A dark ring of seven cells, a light one in it, a dark square of three. */
static void assert_finder(const struct code *code, int left, int top)
{
	for (int y = 0; y < 7; y++)
		for (int x = 0; x < 7; x++) {
			int ring = MAX(ABS(x - 3), ABS(y - 3));
			g_assert_cmpint(is_dark(code, left + x, top + y), ==, ring != 2);
		}
}

static void test_code_finders(void)
{
	struct code *code = code_new("https://example.org/video/ferry");

	g_assert_nonnull(code);
	g_assert_cmpint(code->side % 4, ==, 1);
	assert_finder(code, 0, 0);
	assert_finder(code, code->side - 7, 0);
	assert_finder(code, 0, code->side - 7);
	code_free(code);
}

static void test_code_same(void)
{
	struct code *one = code_new("https://example.org/a"), *two = code_new("https://example.org/a");

	g_assert_cmpmem(one->cells, (gsize)one->side * one->side, two->cells, (gsize)two->side * two->side);
	code_free(one);
	code_free(two);
}

static void test_code_too_long(void)
{
	g_autofree char *link = g_strnfill(5000, 'x');

	g_assert_null(code_new(link));
}

static int count(const struct paper *paper, enum item_kind kind, const char *text)
{
	int found = 0;

	for (guint p = 0; p < paper->pages->len; p++) {
		const struct page *page = paper->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			if (item->kind != kind)
				continue;
			found += kind == ITEM_LINK     ? strcmp(item->link.to, text) == 0
				 : kind == ITEM_GLYPHS ? strstr(item->glyphs.text, text) != NULL
						       : g_strcmp0(item->mark.label, text) == 0;
		}
	}
	return found;
}

static void test_code_on_the_page(void)
{
	struct small_edition small = small_new();

	small_story(&small, "news/long.md", 12,
		    "byline: {name: Lê Mai, role: Sailor, bio: Lê Mai has sailed for years}\n");
	small_story(&small, "news/video.md", 2, "kind: video\nurl: https://example.org/video\n");
	small_story(&small, "news/silent.md", 2, "kind: video\n");
	small_make(&small,
		   "name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: "
		   "News}]\n");
	g_assert_cmpint(count(small.paper, ITEM_LINK, "https://example.org/video"), ==, 1);
	g_assert_cmpint(count(small.paper, ITEM_MARK, "code"), ==, 1);
	g_assert_cmpint(count(small.paper, ITEM_GLYPHS, "Sailor"), ==, 1);
	g_assert_cmpint(count(small.paper, ITEM_GLYPHS, "sailed"), >=, 1);
	g_assert_true(small_told(&small, DIAG_STORY_VALUE, "add 'url:'"));
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/code/finders", test_code_finders);
	g_test_add_func("/code/same", test_code_same);
	g_test_add_func("/code/long", test_code_too_long);
	g_test_add_func("/code/page", test_code_on_the_page);
	return g_test_run();
}
