#include "audit/story_copy.h"

#include <string.h>

#include "edition/paid.h"

static gboolean has_text(const char *text)
{
	return text != NULL && *text != '\0';
}

/* ---- body ---- */

static void add_spans(struct folded *body, const GArray *spans, int source)
{
	for (guint i = 0; i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);
		if (span->flags & SPAN_LINE_BREAK)
			folded_end_word(body);
		folded_add(body, span->text, source);
	}
	folded_end_word(body);
}

static void add_block(struct folded *body, const struct block *block, int source)
{
	const struct table *table = block->kind == BLOCK_TABLE ? block->table : NULL;

	if (block->kind == BLOCK_LIST_ITEM && block->list_number > 0) {
		g_autofree char *number = g_strdup_printf("%d. ", block->list_number);
		folded_add(body, number, source);
	}
	for (int cell = 0; table != NULL && cell < table->columns * table->rows; cell++)
		add_spans(body, table->cells[cell].spans, source);
	if (table == NULL)
		add_spans(body, block->spans, source);
}

static gboolean carries_dateline(const struct story *story)
{
	const struct block *first = story->blocks->len > 0 ? story->blocks->pdata[0] : NULL;
	return has_text(story->dateline.text) && first != NULL && first->kind == BLOCK_PARAGRAPH;
}

static gboolean carries_signoff(const struct story *story)
{
	const struct block *last =
		story->blocks->len > 0 ? story->blocks->pdata[story->blocks->len - 1] : NULL;
	return has_text(story->signoff.text) && last != NULL && last->kind != BLOCK_TABLE;
}

struct folded *story_copy_body(const struct story *story, gboolean is_trimmed, const struct design *design)
{
	struct folded *body = folded_new();

	if (carries_dateline(story)) {
		g_autofree char *dateline = design_phrase(design, story->language, "dateline", "place",
							  story->dateline.text, NULL);
		folded_add(body, dateline, 0);
		folded_end_word(body);
	}
	for (guint i = 0; i < story->blocks->len; i++)
		add_block(body, story->blocks->pdata[i], (int)i);
	if (carries_signoff(story) && !is_trimmed)
		folded_add(body, story->signoff.text, (int)story->blocks->len - 1);
	return body;
}

/* ---- phrases ---- */

static void phrase_free(gpointer data)
{
	struct phrase *phrase = data;
	folded_free(phrase->words);
	g_free(phrase);
}

void story_copy_add_phrase(GPtrArray *phrases, enum phrase_kind kind, int page, const char *text)
{
	struct phrase *phrase;

	if (!has_text(text))
		return;
	phrase = g_new0(struct phrase, 1);
	phrase->kind = kind;
	phrase->page = page;
	phrase->words = folded_new();
	folded_add(phrase->words, text, 0);
	g_ptr_array_add(phrases, phrase);
}

static void add(GPtrArray *phrases, enum phrase_kind kind, const char *text)
{
	story_copy_add_phrase(phrases, kind, -1, text);
}

static void add_must(GPtrArray *phrases, enum phrase_kind kind, const char *text, gboolean must)
{
	guint before = phrases->len;

	add(phrases, kind, text);
	if (phrases->len > before)
		((struct phrase *)phrases->pdata[before])->must = must;
}

static void add_all(GPtrArray *phrases, enum phrase_kind kind, const GPtrArray *texts)
{
	for (guint i = 0; texts != NULL && i < texts->len; i++)
		add(phrases, kind, texts->pdata[i]);
}

static void add_byline(GPtrArray *phrases, const struct story *story, const struct design *design)
{
	g_autoptr(GString) names = g_string_new(NULL);
	g_autofree char *and = design_phrase(design, story->language, "byline-and", NULL);

	for (guint i = 0; story->bylines != NULL && i < story->bylines->len; i++) {
		const struct byline *byline = &g_array_index(story->bylines, struct byline, i);
		if (i > 0 && i + 1 == story->bylines->len)
			g_string_append_printf(names, " %s ", and);
		else if (i > 0)
			g_string_append(names, ", ");
		g_string_append(names, byline->name);
		add(phrases, PHRASE_OTHER, byline->role);
		add(phrases, PHRASE_OTHER, byline->bio);
	}
	if (names->len == 0)
		return;
	g_autofree char *line = design_phrase(design, story->language, "byline", "name", names->str, NULL);
	add_must(phrases, PHRASE_BYLINE, line, TRUE);
}

static gboolean is_used(const struct picture *picture, const GPtrArray *photos)
{
	for (guint i = 0; i < photos->len; i++)
		if (strcmp(photos->pdata[i], picture->file) == 0)
			return TRUE;
	return FALSE;
}

static void add_pictures(GPtrArray *phrases, const struct story *story, const GPtrArray *photos)
{
	for (guint i = 0; i < story->pictures->len; i++) {
		const struct picture *picture = story->pictures->pdata[i];
		gboolean used = is_used(picture, photos);
		add_must(phrases, PHRASE_CAPTION, picture->caption.text, used);
		add_must(phrases, PHRASE_CAPTION, picture->credit.text, used);
	}
}

/* Furniture of kinds, and of the section the story belongs to. */
static void add_labels(GPtrArray *phrases, const struct story *story, const struct edition *edition,
		       const struct design *design)
{
	g_autofree char *key = g_strconcat("kind-", story_kind_word(story->kind), NULL);
	g_autofree char *kind = design_phrase(design, story->language, key, NULL);
	g_autofree char *watch = design_phrase(design, story->language, "watch", NULL);
	g_autofree char *sponsored = design_phrase(design, story->language, "sponsored", NULL);
	const struct section *section = edition->sections->pdata[story->section];

	add(phrases, PHRASE_OTHER, kind);
	add(phrases, PHRASE_CODE, watch);
	add_must(phrases, PHRASE_OTHER, sponsored,
		 story->kind == KIND_SPONSORED && !paid_is_said(edition, story->label.text));
	add(phrases, PHRASE_OTHER, section->name);
	add(phrases, PHRASE_OTHER, story->subsection);
	add(phrases, PHRASE_OTHER, "·");
	add(phrases, PHRASE_OTHER, edition->rules.ad_mark);
	if (has_text(story->url)) {
		g_autofree char *address = edition_printed_address(story->url);
		add(phrases, PHRASE_REFERENCE, address);
	}
}

/* A label takes the kicker's place; a brief has neither deck nor standfirst. */
static void add_heads(GPtrArray *phrases, const struct story *story)
{
	const struct copy *heads[] = {&story->headline, &story->headline_short, &story->jump_head,
				      &story->teaser};
	gboolean is_full = story->kind != KIND_BRIEF,
		 labelled = has_text(story->label.text) || story->kind == KIND_SPONSORED;

	for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
		add(phrases, PHRASE_HEAD, heads[i]->text);
	add_all(phrases, PHRASE_HEAD, story->alternates);
	add_must(phrases, PHRASE_HEAD, story->label.text, TRUE);
	add_must(phrases, PHRASE_HEAD, story->kicker.text, !labelled);
	add_must(phrases, PHRASE_HEAD, story->deck.text, is_full);
	add_must(phrases, PHRASE_HEAD, story->standfirst.text, is_full);
}

GPtrArray *story_copy_phrases(const struct story *story, gboolean is_trimmed, const GPtrArray *photos,
			      const struct edition *edition, const struct design *design)
{
	GPtrArray *phrases = g_ptr_array_new_with_free_func(phrase_free);

	add_heads(phrases, story);
	add_all(phrases, PHRASE_QUOTE, story->pull_quotes);
	add_all(phrases, PHRASE_OTHER, story->boxes);
	add_byline(phrases, story, design);
	add_pictures(phrases, story, photos);
	add_labels(phrases, story, edition, design);
	/* Behind a table the sign-off may stand before it. */
	if (!carries_signoff(story) || is_trimmed)
		add_must(phrases, PHRASE_SIGNOFF, story->signoff.text, story->blocks->len > 0);
	return phrases;
}
