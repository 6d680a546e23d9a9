/*
 * text_in.h - the runs of a paragraph as one clean text
 *
 * Used by type/ only. NFC, one kind of line break, no control characters, in
 * the style's case, with a substitute for every letter that the face lacks.
 */
#ifndef TYPE_TEXT_IN_H
#define TYPE_TEXT_IN_H

#include "type/typesetter.h"

struct text_in_run {
	int start, end; /* bytes */
	const struct typesetter_font *font;
	const char *language; /* interned; that of the letters, where they tell */
	const struct text_run *from;
	int letters; /* of `from` before it */
};

struct text_in {
	GString *text;
	GArray *runs;	      /* struct text_in_run; empty ones are left out */
	GArray *soft_hyphens; /* int: bytes before which the copy allows a hyphen */
};

struct text_in *text_in_new(struct typesetter *typesetter, const struct text_style *style,
			    const struct text_run *runs, int count);
void text_in_free(struct text_in *in);

/* Says that the face lacks a letter of run `run`; the next text_in_new sets a substitute
   and tells the desk. */
void text_in_lacks(struct typesetter *typesetter, const struct face *face, gunichar letter);

#endif
