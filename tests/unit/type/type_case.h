/*
 * type_case.h - the pinned fonts, a typesetter and the body style of the tests
 */
#ifndef TYPE_CASE_H
#define TYPE_CASE_H

#include <string.h>

#include "type/paragraph.h"

#define COLUMN fix_from_mm(48)

struct type_case {
	struct diag *diag;
	struct fontbook *book;
	struct typesetter *typesetter;
	struct text_style body, headline;
	struct measure column;
};

/* Opened once a program: hashing the files takes longer than most tests. */
static inline struct fontbook *type_case_book(struct diag *diag)
{
	static struct fontbook *book;

	if (!book)
		book = fontbook_open(g_getenv("ANBAN_TEST_FONTS"), diag);
	g_assert_nonnull(book);
	return book;
}

static inline void type_case_open(struct type_case *c, gconstpointer unused)
{
	(void)unused;
	g_assert_nonnull(g_getenv("ANBAN_TEST_FONTS"));
	c->diag = diag_new();
	c->book = type_case_book(c->diag);
	c->typesetter = typesetter_new(c->book, NULL, c->diag);
	c->body = (struct text_style){
		.name = "body",
		.font = "body",
		.size = fix_from_pt(8.5),
		.leading = fix_from_pt(10.5),
		.align = ALIGN_JUSTIFY,
		.ligatures = TRUE,
		.hyphenate = TRUE,
		.space_min = 720,
		.space_max = 1600,
		.letter_give = 20,
		.glyph_give = 20,
		.hang = 700,
		.hyphen_run_max = 2,
	};
	c->headline = (struct text_style){
		.name = "headline",
		.font = "headline",
		.size = fix_from_pt(28),
		.leading = fix_from_pt(31),
		.align = ALIGN_LEFT,
		.ligatures = TRUE,
	};
	c->column = (struct measure){.width = COLUMN};
}

static inline void type_case_close(struct type_case *c, gconstpointer unused)
{
	(void)unused;
	typesetter_free(c->typesetter);
	diag_free(c->diag);
}

static inline struct paragraph *type_case_set(struct type_case *c, const struct text_style *style,
					      const char *language, const char *text)
{
	struct text_run run = {
		.text = text, .font = style->font, .language = language, .place = place_in("story.md", 7, 1)};

	return paragraph_new(c->typesetter, style, &run, 1);
}

static inline const struct setting *settings_best(const struct settings *settings)
{
	return &settings->by_lines[settings->best];
}

/* The runs of a line as text; `flags` are left out. */
static inline char *line_text(const struct set_line *line, unsigned left_out)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < line->runs->len; i++) {
		const struct set_run *run = g_ptr_array_index(line->runs, i);

		if (!(run->flags & left_out))
			g_string_append(text, run->text);
	}
	return g_string_free(text, FALSE);
}

/* The lines of a setting with '/' between them. */
static inline char *setting_text(const struct paragraph *paragraph, const struct setting *setting,
				 const struct measure *measure)
{
	GString *text = g_string_new(NULL);

	for (int i = 0; i < setting->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, setting, measure, i);
		g_autofree char *words = line_text(line, SET_LINE_END_SPACE);

		g_string_append_printf(text, "%s%s", i > 0 ? "/" : "", words);
		set_line_free(line);
	}
	return g_string_free(text, FALSE);
}

#define TYPE_TEST(path, function)                                                                            \
	g_test_add(path, struct type_case, NULL, type_case_open, function, type_case_close)

#endif
