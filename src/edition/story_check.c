#include "edition/story_check.h"

#include <string.h>

#include "edition/copy_text.h"

static char *text_of(const GArray *spans)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);
		g_string_append(text, span->flags & SPAN_LINE_BREAK ? " " : span->text);
	}
	return g_string_free(text, FALSE);
}

static const struct block *first_paragraph(const struct story *story)
{
	const struct block *block = story->blocks->len == 0 ? NULL : g_ptr_array_index(story->blocks, 0);

	return block == NULL || block->kind != BLOCK_PARAGRAPH ? NULL : block;
}

static const struct block *last_paragraph(const struct story *story)
{
	const struct block *block =
		story->blocks->len == 0 ? NULL : g_ptr_array_index(story->blocks, story->blocks->len - 1);

	return block == NULL || block->kind != BLOCK_PARAGRAPH ? NULL : block;
}

/* ---- dateline and sign-off ---- */

/* Whether the text opens with the words and a dash or colon after them. */
static gboolean opens_with_dateline(const char *text, const char *dateline)
{
	g_autofree char *lower = g_utf8_casefold(text, -1);
	g_autofree char *wanted = g_utf8_casefold(dateline, -1);
	const char *rest;

	if (!g_str_has_prefix(lower, wanted))
		return FALSE;
	for (rest = lower + strlen(wanted); *rest == ' '; rest++)
		;
	return *rest == '-' || *rest == ':' || g_str_has_prefix(rest, "–") || g_str_has_prefix(rest, "—");
}

static void dateline_check(const struct loading *loading, struct story *story)
{
	const struct block *block = first_paragraph(story);
	g_autofree char *text = block == NULL ? NULL : text_of(block->spans);

	if (story->dateline.text == NULL || text == NULL || !opens_with_dateline(text, story->dateline.text))
		return;
	diag_add(loading->diag, DIAG_STORY_DOUBLED, block->place,
		 "the text opens with the dateline '%s' that the front matter gives too: it is set once; "
		 "take one away",
		 story->dateline.text);
	g_clear_pointer(&story->dateline.text, g_free);
}

/* "… the sea. — RRP", "(RRP)" or "RRP" on its own. */
static gboolean ends_with_signoff(const char *text, const char *signoff)
{
	static const char *const openings[] = {"–", "—", "-", "/", "(", "\n"};
	g_autofree char *trimmed = g_strchomp(g_strdup(text));
	gsize length = strlen(trimmed), tail = strlen(signoff);

	while (length > 0 && strchr(").", trimmed[length - 1]) != NULL)
		trimmed[--length] = '\0';
	if (length < tail || strcmp(trimmed + length - tail, signoff) != 0)
		return FALSE;
	trimmed[length - tail] = '\0';
	g_strchomp(trimmed);
	for (guint i = 0; i < G_N_ELEMENTS(openings); i++)
		if (g_str_has_suffix(trimmed, openings[i]))
			return TRUE;
	return *trimmed == '\0';
}

static void signoff_check(const struct loading *loading, struct story *story)
{
	const struct block *block = last_paragraph(story);
	g_autofree char *text = block == NULL ? NULL : text_of(block->spans);

	if (story->signoff.text == NULL || text == NULL || !ends_with_signoff(text, story->signoff.text))
		return;
	diag_add(loading->diag, DIAG_STORY_DOUBLED, block->place,
		 "the text ends with the sign-off '%s' that the front matter gives too: it is set once; take "
		 "one away",
		 story->signoff.text);
	g_clear_pointer(&story->signoff.text, g_free);
}

/* ---- pull quotes ---- */

static char *body_folded(const struct story *story)
{
	g_autoptr(GString) body = g_string_new(NULL);

	for (guint i = 0; i < story->blocks->len; i++) {
		const struct block *block = g_ptr_array_index(story->blocks, i);
		g_autofree char *text = text_of(block->spans);
		g_string_append(body, text);
		g_string_append_c(body, '\n');
	}
	return copy_text_fold(body->str);
}

static gboolean holds_words(const char *folded, const char *words)
{
	g_autofree char *whole = g_strconcat(" ", folded, " ", NULL);
	g_autofree char *wanted = g_strconcat(" ", words, " ", NULL);

	return strstr(whole, wanted) != NULL;
}

/* A quotation may leave out "he said" between two sentences: each sentence must
   stand in the body. */
static gboolean quote_stands(const char *folded, const char *quote)
{
	g_autofree char *marked = g_strdup(quote);
	g_auto(GStrv) sentences = NULL;

	g_strdelimit(marked, "!?;:", '.');
	g_autoptr(GString) dots = g_string_new(marked);
	g_string_replace(dots, "…", ".", 0);
	g_string_replace(dots, "—", ".", 0);
	g_string_replace(dots, "–", ".", 0);
	sentences = g_strsplit(dots->str, ".", -1);
	for (char **sentence = sentences; *sentence != NULL; sentence++) {
		g_autofree char *words = copy_text_fold(*sentence);
		if (*words != '\0' && !holds_words(folded, words))
			return FALSE;
	}
	return TRUE;
}

static void quotes_check(const struct loading *loading, const struct story *story)
{
	g_autofree char *folded = story->pull_quotes->len == 0 ? NULL : body_folded(story);

	for (guint i = 0; i < story->pull_quotes->len; i++) {
		const char *quote = g_ptr_array_index(story->pull_quotes, i);
		if (!quote_stands(folded, quote))
			diag_add(loading->diag, DIAG_PULL_QUOTE_ASTRAY, story->place,
				 "the pull quote '%s' does not stand so in the text: quote the words of the "
				 "body",
				 quote);
	}
}

/* ---- text ---- */

static gboolean kind_needs_text(enum story_kind kind)
{
	return kind != KIND_PHOTO && kind != KIND_GRAPHIC && kind != KIND_VIDEO && kind != KIND_IMPRINT;
}

static gboolean has_something(const struct story *story)
{
	return story->pictures->len > 0 || story->standfirst.text != NULL;
}

gboolean story_check(struct loading *loading, struct story *story)
{
	if (story->blocks->len == 0 && (kind_needs_text(story->kind) || !has_something(story))) {
		diag_add(loading->diag, DIAG_STORY_EMPTY, story->place,
			 "the story has no text: write it below the second '---'");
		return FALSE;
	}
	dateline_check(loading, story);
	signoff_check(loading, story);
	quotes_check(loading, story);
	if (story->kind == KIND_VIDEO && story->url == NULL)
		diag_add(loading->diag, DIAG_STORY_VALUE, story->place,
			 "a video is seen elsewhere and this one names no address: add 'url:'");
	return TRUE;
}
