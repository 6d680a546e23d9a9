/*
 * stick.h - a composing stick: pages set by hand, for tests that want pages
 * without the make-up
 *
 * In the copy @ before a word says that it is Vietnamese, a soft hyphen where
 * it may be divided.
 */
#ifndef TESTS_PAINT_STICK_H
#define TESTS_PAINT_STICK_H

#include <hb.h>
#include <string.h>

#include "font/face_foreign.h"
#include "page/page.h"

struct stick {
	const struct fontbook *book;
	struct paper *paper;
	struct page *page;
	fix x, y, width; /* of the leg; y is the next baseline */
	fix leading, foot;
	const char *font;
	fix size;
	int x_scale;
	fix letters; /* added to every letter's advance */
	uint32_t colour;
	const char *language, *story;
	int marks;
};

static inline void stick_page(struct stick *stick, const char *label)
{
	int number = (int)stick->paper->pages->len + 1;
	stick->page = page_new(number, label, fix_from_mm(280), fix_from_mm(400));
	g_ptr_array_add(stick->paper->pages, stick->page);
}

static inline void stick_style(struct stick *stick, const char *font, double size_pt, double leading_pt)
{
	stick->font = g_intern_string(font);
	stick->size = fix_from_pt(size_pt);
	stick->leading = fix_from_pt(leading_pt);
}

static inline struct page_mark *stick_open(struct stick *stick, enum mark_role role, int level)
{
	struct page_mark *mark = &page_add(stick->page, ITEM_MARK)->mark;
	*mark = (struct page_mark){.id = ++stick->marks, .role = role, .level = level, .story = stick->story};
	stick->paper->marks = stick->marks;
	return mark;
}

static inline void stick_open_again(struct stick *stick, enum mark_role role, int id)
{
	page_add(stick->page, ITEM_MARK)->mark =
		(struct page_mark){.id = id, .role = role, .story = stick->story};
}

static inline void stick_close(struct stick *stick)
{
	page_add(stick->page, ITEM_MARK_END);
}

static inline struct page_glyphs *stick_run(struct stick *stick, const char *language, unsigned flags)
{
	struct page_glyphs *run = &page_add(stick->page, ITEM_GLYPHS)->glyphs;
	run->font = stick->font;
	run->size = stick->size;
	run->x_scale = stick->x_scale;
	run->colour = stick->colour;
	run->language = g_intern_string(language);
	run->flags = flags;
	run->story = stick->story;
	run->place = place_in("stick", 1, 1);
	run->text = g_strdup("");
	return run;
}

/* Shapes one word to the end of the run; returns its width, `extra` added to every glyph. */
static inline fix stick_shape(struct stick *stick, struct page_glyphs *run, fix x, const char *word,
			      fix extra)
{
	hb_font_t *font = hb_font_create(face_hb_face(fontbook_face(stick->book, stick->font)));
	hb_buffer_t *buffer = hb_buffer_create();
	hb_font_set_scale(font, stick->size, stick->size);
	hb_buffer_add_utf8(buffer, word, -1, 0, -1);
	hb_buffer_guess_segment_properties(buffer);
	hb_shape(font, buffer, NULL, 0);
	unsigned count;
	hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &count);
	hb_glyph_position_t *place = hb_buffer_get_glyph_positions(buffer, NULL);
	int base = (int)strlen(run->text), length = (int)strlen(word);
	fix pen = x;
	for (unsigned i = 0; i < count; i++) {
		unsigned next = i + 1;
		while (next < count && info[next].cluster == info[i].cluster)
			next++;
		gboolean first = i == 0 || info[i].cluster != info[i - 1].cluster;
		int end = next < count ? (int)info[next].cluster : length;
		fix advance = fix_scale(place[i].x_advance, stick->x_scale, 1000) + extra;
		struct page_glyph glyph = {
			.id = info[i].codepoint,
			.x = pen + fix_scale(place[i].x_offset, stick->x_scale, 1000),
			.y = stick->y - place[i].y_offset,
			.advance = advance,
			.text_start = base + (int)info[i].cluster,
			.text_length = first ? end - (int)info[i].cluster : 0,
		};
		if (!first)
			glyph.text_start = base + end;
		g_array_append_val(run->glyphs, glyph);
		pen += advance;
	}
	char *text = g_strconcat(run->text, word, NULL);
	g_free(run->text);
	run->text = text;
	hb_buffer_destroy(buffer);
	hb_font_destroy(font);
	return pen - x;
}

static inline fix stick_measure(struct stick *stick, const char *word)
{
	struct page_glyphs run = {.text = g_strdup(""),
				  .glyphs = g_array_new(FALSE, FALSE, sizeof(struct page_glyph))};
	fix width = stick_shape(stick, &run, 0, word, stick->letters);
	g_free(run.text);
	g_array_unref(run.glyphs);
	return width;
}

/* One run at the left edge; the next baseline is not moved. Returns its box. */
static inline struct rect stick_words(struct stick *stick, const char *text)
{
	struct page_glyphs *run = stick_run(stick, stick->language, 0);
	fix width = stick_shape(stick, run, stick->x, text, stick->letters);
	return (struct rect){stick->x, stick->y - stick->size, width, stick->size * 5 / 4};
}

static inline void stick_line(struct stick *stick, const char *text)
{
	stick_words(stick, text);
	stick->y += stick->leading;
}

static inline const char *stick_word_language(const struct stick *stick, const char *word)
{
	return *word == '@' ? "vi" : stick->language;
}

static inline const char *stick_word_text(const char *word)
{
	return *word == '@' ? word + 1 : word;
}

/* Words [0, count) on one line, `space` wide apart; `then` is a space, a hyphen or NULL. */
static inline void stick_set_line(struct stick *stick, char **words, int count, fix space, const char *then)
{
	struct page_glyphs *run = NULL;
	fix pen = stick->x;
	for (int i = 0; i < count; i++) {
		const char *language = stick_word_language(stick, words[i]);
		if (run == NULL || strcmp(run->language, language) != 0)
			run = stick_run(stick, language, 0);
		pen += stick_shape(stick, run, pen, stick_word_text(words[i]), stick->letters);
		if (i + 1 < count)
			pen += stick_shape(stick, run, pen, " ",
					   space - stick_measure(stick, " ") + stick->letters);
	}
	if (then != NULL) {
		run = stick_run(stick, stick->language, *then == '-' ? GLYPHS_HYPHEN : GLYPHS_LINE_END_SPACE);
		stick_shape(stick, run, pen, then, 0);
	}
	stick->y += stick->leading;
}

static inline char *stick_whole(const char *word)
{
	char **parts = g_strsplit(word, "\u00AD", -1);
	char *whole = g_strjoinv("", parts);
	g_strfreev(parts);
	return whole;
}

/* As much of a word that may be divided as fits; the rest stays in *word. NULL when nothing does. */
static inline char *stick_divide(struct stick *stick, char **word, fix room)
{
	char *best = NULL, *rest = NULL;
	for (char *at = strstr(*word, "\u00AD"); at != NULL; at = strstr(at + 2, "\u00AD")) {
		char *part = g_strndup(*word, (gsize)(at - *word)), *head = stick_whole(part);
		char *with = g_strconcat(head, "-", NULL);
		if (stick_measure(stick, with) <= room) {
			g_free(best);
			best = g_steal_pointer(&head);
			rest = at + 2;
		}
		g_free(with);
		g_free(head);
		g_free(part);
	}
	if (best != NULL) {
		rest = g_strdup(rest);
		g_free(*word);
		*word = rest;
	}
	return best;
}

/* Greedy and justified, until the copy or the leg ends; returns the words that are left, for the next leg. */
static inline char **stick_paragraph(struct stick *stick, char **words)
{
	fix space = stick_measure(stick, " ");
	while (*words != NULL && stick->y <= stick->foot) {
		GPtrArray *line = g_ptr_array_new_with_free_func(g_free);
		fix width = 0;
		gboolean divided = FALSE;
		while (*words != NULL && !divided) {
			char *whole = stick_whole(*words);
			fix more = stick_measure(stick, stick_word_text(whole)) + (line->len > 0 ? space : 0);
			if (line->len > 0 && width + more > stick->width) {
				g_free(whole);
				char *head = stick_divide(stick, words, stick->width - width - space);
				if (head == NULL)
					break;
				more = stick_measure(stick, head) + space + stick_measure(stick, "-");
				whole = head;
				divided = TRUE;
			} else {
				words++;
			}
			width += more;
			g_ptr_array_add(line, whole);
		}
		fix gaps = (fix)line->len - 1, rest = stick->width - width;
		fix wide = *words != NULL && gaps > 0 ? space + rest / gaps : space;
		stick_set_line(stick, (char **)line->pdata, (int)line->len, wide,
			       divided		? "-"
			       : *words != NULL ? " "
						: NULL);
		g_ptr_array_unref(line);
	}
	return words;
}

static inline void stick_copy(struct stick *stick, const char *text)
{
	char **words = g_strsplit(text, " ", -1);
	stick_paragraph(stick, words);
	g_strfreev(words);
}

static inline void stick_link(struct stick *stick, struct rect box, const char *to, const char *about)
{
	struct page_link *link = &page_add(stick->page, ITEM_LINK)->link;
	*link = (struct page_link){box, g_strdup(to), g_strdup(about)};
}

static inline void stick_rule(struct stick *stick, fix height)
{
	page_add(stick->page, ITEM_RULE)->fill =
		(struct page_fill){{stick->x, stick->y, stick->width, height}, 0};
}

static inline void stick_destination(struct stick *stick, const char *name, fix y)
{
	struct destination *destination = g_new0(struct destination, 1);
	*destination = (struct destination){g_strdup(name), (int)stick->paper->pages->len - 1, stick->x, y};
	g_ptr_array_add(stick->paper->destinations, destination);
}

static inline void stick_outline(struct stick *stick, int level, const char *title, const char *to)
{
	struct outline_entry *entry = g_new0(struct outline_entry, 1);
	*entry = (struct outline_entry){level, g_strdup(title), g_strdup(to)};
	g_ptr_array_add(stick->paper->outline, entry);
}

#endif
