/* What a story's kind promises the reader: paid copy says so, and a question stands with its answer. */
#include "small_edition.h"

static const char *const paper =
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n";

static void add_others(const struct small_edition *small)
{
	for (int i = 0; i < 5; i++) {
		g_autofree char *path = g_strdup_printf("news/other-%02d.md", i);
		small_story(small, path, 6 + i, "");
	}
}

static gboolean says(const struct paper *made, const char *story, const char *text)
{
	for (guint p = 0; p < made->pages->len; p++) {
		const struct page *page = made->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			if (item->kind == ITEM_GLYPHS && g_strcmp0(item->glyphs.story, story) == 0 &&
			    strstr(item->glyphs.text, text) != NULL)
				return TRUE;
		}
	}
	return FALSE;
}

static void assert_label(const char *label, const char *printed)
{
	struct small_edition small = small_new();
	g_autofree char *extra = g_strdup_printf("kind: sponsored\n%s", label);

	add_others(&small);
	small_story(&small, "news/paid.md", 6, extra);
	small_make(&small, paper);
	g_assert_true(says(small.paper, "news/paid", printed));
	small_free(&small);
}

/* The paper's own words (in capitals here) are kept where they say it; else the layout's word stands before
 * them. */
static void test_paid_label(void)
{
	assert_label("", "ADVERTISEMENT");
	assert_label("label: Review\n", "SPONSORED CONTENT · REVIEW");
	assert_label("label: Paid review\n", "PAID REVIEW");
}

/* An interview of short answers, so that many legs end near a question. */
static void add_interview(const struct small_edition *small, int answers, int words)
{
	g_autoptr(GString) text =
		g_string_new("---\nheadline: A captain speaks\nsection: News\nkind: interview\n---\n");

	for (int i = 0; i < answers; i++) {
		g_autofree char *answer = small_words(i, words + i % 7);
		g_string_append_printf(text, "**Question %d?**\n\n%s\n\n", i, answer);
	}
	small_write(small, "news/interview.md", text->str);
}

/* Whether that line of the interview has another one of it right under it. */
static gboolean has_line_below(const struct page *page, const struct page_glyphs *question)
{
	for (guint i = 0; i < page->items->len; i++) {
		const struct page_item *item = page->items->pdata[i];
		const struct page_glyph *first = &g_array_index(question->glyphs, struct page_glyph, 0);
		if (item->kind != ITEM_GLYPHS || item->glyphs.glyphs->len == 0 ||
		    g_strcmp0(item->glyphs.story, "news/interview") != 0)
			continue;
		const struct page_glyph *other = &g_array_index(item->glyphs.glyphs, struct page_glyph, 0);
		if (other->y > first->y && other->y < first->y + 2 * question->size &&
		    ABS(other->x - first->x) < 2 * question->size)
			return TRUE;
	}
	return FALSE;
}

static int assert_questions(const struct paper *made)
{
	int questions = 0;

	for (guint p = 0; p < made->pages->len; p++) {
		const struct page *page = made->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			if (item->kind != ITEM_GLYPHS || strstr(item->glyphs.text, "Question") == NULL)
				continue;
			g_assert_true(has_line_below(page, &item->glyphs));
			questions++;
		}
	}
	return questions;
}

static void test_question_with_answer(void)
{
	for (int words = 18; words <= 33; words += 5) {
		struct small_edition small = small_new();
		add_others(&small);
		add_interview(&small, 24, words);
		small_make(&small, paper);
		g_assert_cmpint(assert_questions(small.paper), ==, 24);
		small_free(&small);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/kinds/paid-label", test_paid_label);
	g_test_add_func("/kinds/question-with-answer", test_question_with_answer);
	return g_test_run();
}
