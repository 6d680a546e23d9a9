#include "makeup/manuscript.h"

#include <string.h>

#include "type/house.h"

static const char *kept(const struct stone *stone, const char *text)
{
	return text != NULL ? g_string_chunk_insert_const(stone->strings, text) : NULL;
}

static void add_run(const struct stone *stone, GArray *runs, guint at, const char *text, const char *font,
		    const struct text_style *style, const char *language, const char *link,
		    struct place place)
{
	struct text_run run = {
		.text = kept(stone, text),
		.font = g_intern_string(font),
		.size = style->size,
		.colour = style->colour,
		.language = language,
		.link = kept(stone, link),
		.place = place,
	};
	g_array_insert_val(runs, at, run);
}

static const char *font_of(const struct span *span, const struct text_style *style)
{
	if ((span->flags & SPAN_STRONG) && (span->flags & SPAN_EMPHASIS) &&
	    style->font_strong_emphasis != NULL)
		return style->font_strong_emphasis;
	if ((span->flags & SPAN_STRONG) && style->font_strong != NULL)
		return style->font_strong;
	if ((span->flags & SPAN_EMPHASIS) && style->font_emphasis != NULL)
		return style->font_emphasis;
	return style->font;
}

GArray *manuscript_spans(const struct stone *stone, const GArray *spans, const struct text_style *style,
			 const char *language)
{
	GArray *runs = g_array_new(FALSE, TRUE, sizeof(struct text_run));

	for (guint i = 0; i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);
		const char *text = span->flags & SPAN_LINE_BREAK ? "\n" : span->text;
		if (*text != '\0')
			add_run(stone, runs, runs->len, text, font_of(span, style), style, language,
				span->link, span->place);
	}
	return runs;
}

GArray *manuscript_text(const struct stone *stone, const char *text, struct place place,
			const struct text_style *style, const char *language)
{
	GArray *runs = g_array_new(FALSE, TRUE, sizeof(struct text_run));
	add_run(stone, runs, 0, text, style->font, style, language, NULL, place);
	return runs;
}

static void add_piece(const struct stone *stone, GArray *runs, const char *from, const char *to,
		      struct text_run as, const struct text_style *style)
{
	g_autofree char *text = g_strndup(from, (gsize)(to - from));

	if (from == to)
		return;
	add_run(stone, runs, runs->len, text, style->font, style, as.language, NULL, as.place);
	struct text_run *run = &g_array_index(runs, struct text_run, runs->len - 1);
	run->keep = as.keep;
	run->layouts_own = as.layouts_own;
}

GArray *manuscript_phrase(const struct stone *stone, const char *phrase, const char *const *pieces,
			  struct place place, const struct text_style *style, const char *language,
			  gboolean keep)
{
	GArray *runs = g_array_new(FALSE, TRUE, sizeof(struct text_run));
	struct text_run ours = {.language = language, .place = place, .layouts_own = TRUE};
	struct text_run copy = {.language = language, .place = place, .keep = keep};

	for (; *pieces != NULL; pieces++) {
		const char *at = strstr(phrase, *pieces);
		if (at == NULL)
			continue;
		add_piece(stone, runs, phrase, at, ours, style);
		phrase = at + strlen(*pieces);
		add_piece(stone, runs, at, phrase, copy, style);
	}
	add_piece(stone, runs, phrase, phrase + strlen(phrase), ours, style);
	return runs;
}

void manuscript_append(const struct stone *stone, GArray *runs, const char *text, struct place place,
		       const struct text_style *style, const char *language)
{
	add_run(stone, runs, runs->len, text, style->font, style, language, NULL, place);
}

/* Copy is shaped at many sizes; what the house changes in it is listed once. */
static struct diag *diag_for(const struct stone *stone, struct place place)
{
	if (place.line <= 0)
		return NULL;
	char *key =
		g_strdup_printf("%s:%d:%d", place.file != NULL ? place.file : "", place.line, place.column);
	return g_hash_table_add(stone->told, key) ? stone->diag : NULL;
}

struct paragraph *manuscript_shape(const struct stone *stone, const GArray *runs,
				   const struct text_style *style)
{
	return manuscript_shape_behind(stone, runs, style, 0);
}

struct paragraph *manuscript_shape_behind(const struct stone *stone, const GArray *runs,
					  const struct text_style *style, int skip)
{
	struct text_run *set = g_memdup2(runs->data, runs->len * sizeof *set);
	g_autoptr(GPtrArray) texts = NULL;
	struct paragraph *paragraph;

	if (stone->edition->typography == TYPOGRAPHY_HOUSE && runs->len > 0)
		texts = house_set(set, (int)runs->len, diag_for(stone, set[0].place));
	if (skip > 0) {
		set[0].place.column += (int)g_utf8_strlen(set[0].text, skip);
		set[0].text += skip;
	}
	paragraph = paragraph_standing(stone->typesetter, style, set, (int)runs->len);
	g_free(set);
	return paragraph;
}
