#include "edition/marked_line.h"

#include <cmark-gfm.h>
#include <string.h>

#include "edition/markup_limit.h"
#include "edition/parts.h"

/* A letter in front keeps "1." or "-" at the start of a line from being a list. */
#define GUARD "x"

struct reading {
	GArray *spans; /* struct span */
	struct place place;
	unsigned flags;
	gboolean started;	  /* the guard is behind */
	gboolean stressed, plain; /* something is; nothing but words and stress is there */
};

static void words_add(struct reading *reading, const char *words)
{
	struct span span = {.flags = reading->flags, .place = reading->place};

	if (!reading->started)
		words += strlen(GUARD);
	reading->started = TRUE;
	span.text = g_strdup(words);
	g_array_append_val(reading->spans, span);
	reading->place.column += (int)g_utf8_strlen(words, -1);
	reading->stressed = reading->stressed || reading->flags != 0;
}

static void inlines_read(struct reading *reading, cmark_node *parent)
{
	unsigned outside = reading->flags;

	for (cmark_node *node = cmark_node_first_child(parent); node != NULL; node = cmark_node_next(node)) {
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_TEXT)
			words_add(reading, cmark_node_get_literal(node));
		else if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) {
			reading->flags |= type == CMARK_NODE_EMPH ? SPAN_EMPHASIS : SPAN_STRONG;
			inlines_read(reading, node);
			reading->flags = outside;
		} else {
			reading->plain = FALSE;
		}
	}
}

static char *text_of(const GArray *spans)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < spans->len; i++)
		g_string_append(text, g_array_index(spans, struct span, i).text);
	return g_string_free(text, FALSE);
}

static void copy_part(struct copy *copy, cmark_node *document)
{
	cmark_node *paragraph = cmark_node_first_child(document);
	struct reading reading = {.spans = spans_new(), .place = copy->place, .plain = TRUE};

	if (paragraph != NULL && cmark_node_next(paragraph) == NULL)
		inlines_read(&reading, paragraph);
	if (!reading.stressed || !reading.plain) {
		g_array_unref(reading.spans);
		return;
	}
	g_free(copy->text);
	copy->text = text_of(reading.spans);
	copy->spans = reading.spans;
}

void marked_line_read(struct copy *copy, struct diag *diag)
{
	int line;

	if (copy->text == NULL || strchr(copy->text, '*') == NULL)
		return;
	g_autofree char *guarded = g_strconcat(GUARD, copy->text, NULL);
	const char *why = markup_limit(guarded, &line);

	if (why != NULL) {
		diag_add(diag, DIAG_STORY_VALUE, copy->place, "%s; the line stands as it was written", why);
		return;
	}
	cmark_node *document = cmark_parse_document(guarded, strlen(guarded), CMARK_OPT_DEFAULT);

	copy_part(copy, document);
	cmark_node_free(document);
}
