/* Tables among the copy: in pieces where legs end in them, and white before what follows. */
#include "small_edition.h"

#define RUNNERS 70

static const char *const paper =
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n";

static void add_results(const struct small_edition *small)
{
	g_autoptr(GString) text =
		g_string_new("---\nheadline: All who ran the mountain\nsection: News\nkind: results\n---\n");
	g_autofree char *before = small_words(1, 60), *after = small_words(2, 80);

	g_string_append_printf(text, "%s\n\n| Name | Club | Time |\n| --- | --- | ---: |\n", before);
	for (int i = 0; i < RUNNERS; i++)
		g_string_append_printf(text, "| Runner-%02d | Huế | %d.%02d |\n", i, 10 + i, i * 7 % 60);
	g_string_append_printf(text, "\n%s\n", after);
	small_write(small, "news/results.md", text->str);
}

static struct small_edition made(void)
{
	struct small_edition small = small_new();

	add_results(&small);
	for (int i = 0; i < 8; i++) {
		g_autofree char *path = g_strdup_printf("news/other-%d.md", i);
		small_story(&small, path, 5 + i % 4, i == 0 ? "priority: 1\n" : "");
	}
	small_make(&small, paper);
	return small;
}

/* Its baseline on the page that it stands on; the count of all in `times`. */
static const struct page_glyphs *find(const struct small_edition *small, const char *text, int *times)
{
	const struct page_glyphs *found = NULL;

	*times = 0;
	for (guint p = 0; p < small->paper->pages->len; p++) {
		const struct page *page = small->paper->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			if (item->kind != ITEM_GLYPHS || g_strcmp0(item->glyphs.story, "news/results") != 0 ||
			    strcmp(item->glyphs.text, text) != 0)
				continue;
			found = &item->glyphs;
			(*times)++;
		}
	}
	return found;
}

static fix x_of(const struct page_glyphs *glyphs)
{
	return g_array_index(glyphs->glyphs, struct page_glyph, 0).x;
}

static fix y_of(const struct page_glyphs *glyphs)
{
	return g_array_index(glyphs->glyphs, struct page_glyph, 0).y;
}

/* Every row once, the head over each piece of the table. */
static void test_head_stands_over_each_piece(void)
{
	struct small_edition small = made();
	int heads, rows, pieces = 1;
	fix x = 0;

	find(&small, "Name", &heads);
	for (int i = 0; i < RUNNERS; i++) {
		g_autofree char *name = g_strdup_printf("Runner-%02d", i);
		const struct page_glyphs *row = find(&small, name, &rows);
		g_assert_cmpint(rows, ==, 1);
		pieces += i > 0 && x_of(row) != x;
		x = x_of(row);
	}
	g_assert_cmpint(pieces, >, 1);
	g_assert_cmpint(heads, ==, pieces);
	small_free(&small);
}

/* Of what stands under the last row in its leg, the nearest. */
static fix gap_under(const struct small_edition *small, const struct page_glyphs *last)
{
	fix gap = FIX_MAX;

	for (guint p = 0; p < small->paper->pages->len; p++) {
		const struct page *page = small->paper->pages->pdata[p];
		gboolean is_here = FALSE;
		for (guint i = 0; i < page->items->len; i++)
			is_here |= &((struct page_item *)page->items->pdata[i])->glyphs == last;
		for (guint i = 0; is_here && i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			if (item->kind == ITEM_GLYPHS &&
			    ABS(x_of(&item->glyphs) - x_of(last)) < 12 * FIX_PT &&
			    y_of(&item->glyphs) > y_of(last))
				gap = MIN(gap, y_of(&item->glyphs) - y_of(last));
		}
	}
	return gap;
}

static void test_white_under_the_last_row(void)
{
	struct small_edition small = made();
	g_autofree char *name = g_strdup_printf("Runner-%02d", RUNNERS - 1);
	int rows;
	const struct page_glyphs *last = find(&small, name, &rows);

	g_assert_cmpint(gap_under(&small, last), >=, 2 * small.design->leading - FIX_PT);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/table-choices/head-stands-over-each-piece", test_head_stands_over_each_piece);
	g_test_add_func("/table-choices/white-under-the-last-row", test_white_under_the_last_row);
	return g_test_run();
}
