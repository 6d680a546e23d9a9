/* changes.c - this proof against the last: page beside page, story by story */
#include <string.h>

#include "desk/frame.h"
#include "desk/parts.h"
#include "desk/record.h"

/* ---- text against text ---- */

/* Longest common subsequence by the table; what is longer than the limit is shown whole. */
#define CHANGES_MAX 2000

static gboolean same(const GPtrArray *a, guint i, const GPtrArray *b, guint k)
{
	return strcmp(g_ptr_array_index(a, i), g_ptr_array_index(b, k)) == 0;
}

static guint16 *common_table(const GPtrArray *a, const GPtrArray *b)
{
	guint width = b->len + 1;
	guint16 *table = g_new0(guint16, (gsize)(a->len + 1) * width);

	for (guint i = a->len; i-- > 0;)
		for (guint k = b->len; k-- > 0;)
			table[i * width + k] =
				same(a, i, b, k) ? (guint16)(table[(i + 1) * width + k + 1] + 1)
						 : MAX(table[(i + 1) * width + k], table[i * width + k + 1]);
	return table;
}

struct difference {
	struct html *html;
	const GPtrArray *old, *new;
	/* a stretch that differs: old[i..i_end) became new[k..k_end) */
	void (*write)(const struct difference *difference, guint i, guint i_end, guint k, guint k_end);
	void (*write_same)(const struct difference *difference, guint k);
};

static void difference_walk(const struct difference *difference)
{
	const GPtrArray *a = difference->old, *b = difference->new;
	g_autofree guint16 *table = NULL;
	guint width = b->len + 1, i = 0, k = 0, from_i = 0, from_k = 0;

	if (a->len > CHANGES_MAX || b->len > CHANGES_MAX) {
		difference->write(difference, 0, a->len, 0, b->len);
		return;
	}
	table = common_table(a, b);
	while (i < a->len || k < b->len) {
		if (i < a->len && k < b->len && same(a, i, b, k)) {
			if (from_i < i || from_k < k)
				difference->write(difference, from_i, i, from_k, k);
			if (difference->write_same != NULL)
				difference->write_same(difference, k);
			from_i = ++i;
			from_k = ++k;
		} else if (k >= b->len ||
			   (i < a->len && table[(i + 1) * width + k] >= table[i * width + k + 1])) {
			i++;
		} else {
			k++;
		}
	}
	if (from_i < i || from_k < k)
		difference->write(difference, from_i, i, from_k, k);
}

/* ---- words within a paragraph ---- */

static GPtrArray *words_of(const char *text)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) split = g_strsplit_set(text, " \n", -1);

	for (char **word = split; *word != NULL; word++)
		if (**word != '\0')
			g_ptr_array_add(words, g_strdup(*word));
	return words;
}

static void write_words(struct html *html, const char *element, const GPtrArray *words, guint from, guint end)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (from >= end)
		return;
	for (guint i = from; i < end; i++)
		g_string_append_printf(text, "%s%s", i > from ? " " : "",
				       (const char *)g_ptr_array_index(words, i));
	html_line(html, element, text->str, NULL);
	html_text(html, " ");
}

static void words_differ(const struct difference *difference, guint i, guint i_end, guint k, guint k_end)
{
	write_words(difference->html, "del", difference->old, i, i_end);
	write_words(difference->html, "ins", difference->new, k, k_end);
}

static void words_agree(const struct difference *difference, guint k)
{
	html_text(difference->html, g_ptr_array_index(difference->new, k));
	html_text(difference->html, " ");
}

static void write_paragraph_change(struct html *html, const char *old, const char *new)
{
	g_autoptr(GPtrArray) old_words = words_of(old), new_words = words_of(new);
	struct difference difference = {html, old_words, new_words, words_differ, words_agree};

	html_open(html, "p", "class", "change", NULL);
	difference_walk(&difference);
	html_close(html);
}

static void paragraphs_differ(const struct difference *difference, guint i, guint i_end, guint k, guint k_end)
{
	for (; i < i_end || k < k_end; i++, k++)
		write_paragraph_change(difference->html,
				       i < i_end ? g_ptr_array_index(difference->old, i) : "",
				       k < k_end ? g_ptr_array_index(difference->new, k) : "");
}

/* ---- stories ---- */

static char *joined(const GPtrArray *texts, const char *between)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < texts->len; i++)
		g_string_append_printf(all, "%s%s", i > 0 ? between : "",
				       (const char *)g_ptr_array_index(texts, i));
	return g_string_free(g_steal_pointer(&all), FALSE);
}

static char *stands_at(const struct record_story *story)
{
	g_autofree char *pages = joined(story->pages, ", ");

	if (story->pages->len == 0)
		return g_strdup(card_outcome_word((enum story_outcome)story->outcome));
	return g_strdup_printf("page %s", pages);
}

static void write_story_change(struct html *html, const struct record_story *old,
			       const struct record_story *new, gboolean text_differs, gboolean place_differs)
{
	html_open(html, "article", "class", "card", NULL);
	html_line(html, "h3", new != NULL ? new->headline : old->headline, NULL);
	html_open(html, "p", "class", "story-id", NULL);
	html_line(html, "code", new != NULL ? new->id : old->id, NULL);
	html_close(html);
	if (place_differs) {
		g_autofree char *was = old != NULL ? stands_at(old) : g_strdup("not there");
		g_autofree char *is = new != NULL ? stands_at(new) : g_strdup("taken away");
		html_open(html, "p", NULL);
		html_format(html, "%s → %s", was, is);
		html_close(html);
	}
	if (old != NULL && new != NULL && old->lines != new->lines) {
		html_open(html, "p", NULL);
		html_format(html, "%d → %d lines", old->lines, new->lines);
		html_close(html);
	}
	if (text_differs) {
		struct difference difference = {html, old->text, new->text, paragraphs_differ, NULL};
		difference_walk(&difference);
	}
	html_close(html);
}

static gboolean story_changed(const struct record_story *old, const struct record_story *new, gboolean *text,
			      gboolean *place)
{
	g_autofree char *old_text = old != NULL ? joined(old->text, "\n\n") : NULL;
	g_autofree char *new_text = new != NULL ? joined(new->text, "\n\n") : NULL;
	g_autofree char *was = old != NULL ? stands_at(old) : NULL, *is = new != NULL ? stands_at(new) : NULL;

	*text = old != NULL && new != NULL &&strcmp(old_text, new_text) != 0;
	*place = g_strcmp0(was, is) != 0;
	return *text || *place;
}

static int write_story_changes(struct html *html, const struct record *last, const struct record *now)
{
	gboolean text, place;
	int count = 0;

	for (guint i = 0; i < now->stories->len; i++) {
		const struct record_story *new = g_ptr_array_index(now->stories, i);
		const struct record_story *old = record_find_story(last, new->id);
		if (!story_changed(old, new, &text, &place))
			continue;
		write_story_change(html, old, new, text, place);
		count++;
	}
	for (guint i = 0; i < last->stories->len; i++) {
		const struct record_story *old = g_ptr_array_index(last->stories, i);
		if (record_find_story(now, old->id) != NULL)
			continue;
		write_story_change(html, old, NULL, FALSE, TRUE);
		count++;
	}
	return count;
}

/* ---- pages ---- */

static void write_side(struct html *html, const struct record_page *page, const char *says)
{
	html_open(html, "figure", NULL);
	html_line(html, "figcaption", says, NULL);
	if (page != NULL && page->picture != NULL) {
		g_autofree char *alt = g_strdup_printf("Page %s, %s", page->label, says);
		g_autofree char *width = g_strdup_printf("%d", page->width_px);
		g_autofree char *height = g_strdup_printf("%d", page->height_px);
		html_open(html, "a", "href", page->picture, NULL);
		html_single(html, "img", "src", page->picture, "width", width, "height", height, "loading",
			    "lazy", "alt", alt, NULL);
		html_close(html);
	} else {
		html_line(html, "p", "There was no such page.", "class", "none", NULL);
	}
	html_close(html);
}

static void write_pair(struct html *html, const struct record_page *old, const struct record_page *new)
{
	const char *label = new != NULL ? new->label : old->label;

	html_open(html, "section", "class", "pair", NULL);
	html_open(html, "h3", NULL);
	if (new != NULL) {
		g_autofree char *name = proof_page_name(label);
		html_open(html, "a", "href", name, NULL);
		html_format(html, "Page %s", label);
		html_close(html);
	} else {
		html_format(html, "Page %s is gone", label);
	}
	html_close(html);
	html_open(html, "div", "class", "sides", NULL);
	write_side(html, old, "last proof");
	if (new != NULL)
		write_side(html, new, "this proof");
	html_close(html);
	html_close(html);
}

static int write_page_changes(struct html *html, const struct record *last, const struct record *now)
{
	int count = 0;

	for (guint i = 0; i < now->pages->len; i++) {
		const struct record_page *new = g_ptr_array_index(now->pages, i);
		const struct record_page *old = record_find_page(last, new->label);
		if (old != NULL && g_strcmp0(old->picture, new->picture) == 0)
			continue;
		write_pair(html, old, new);
		count++;
	}
	for (guint i = 0; i < last->pages->len; i++) {
		const struct record_page *old = g_ptr_array_index(last->pages, i);
		if (record_find_page(now, old->label) != NULL)
			continue;
		write_pair(html, old, NULL);
		count++;
	}
	return count;
}

static void write_all(struct html *html, const struct proof *proof)
{
	if (proof->last == NULL) {
		html_line(html, "p",
			  "This is the first proof in its folder: there is none to hold it against.", "class",
			  "none", NULL);
		return;
	}
	html_line(html, "h2", "Stories", NULL);
	html_open(html, "div", "class", "cards", NULL);
	if (write_story_changes(html, proof->last, proof->record) == 0)
		html_line(html, "p", "No story changed or moved.", "class", "none", NULL);
	html_close(html);
	html_line(html, "h2", "Pages", NULL);
	if (write_page_changes(html, proof->last, proof->record) == 0)
		html_line(html, "p", "Every page looks as it did.", "class", "none", NULL);
}

char *changes_page(const struct proof *proof)
{
	struct html *html = frame_begin(proof, "Changes", FRAME_CHANGES);

	html_open(html, "main", "id", "main", NULL);
	html_line(html, "h1", "Since the last proof", NULL);
	write_all(html, proof);
	html_close(html);
	return frame_end(html, proof, NULL);
}
