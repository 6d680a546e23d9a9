/*
 * typesetter.h - what all paragraphs of a build share
 *
 * Used by type/ only: fonts with their descriptions and marks measured once,
 * the hyphenator, and what stands for letters that a face lacks.
 */
#ifndef TYPE_TYPESETTER_H
#define TYPE_TYPESETTER_H

#include "font/face_foreign.h"
#include "type/hyphenate.h"
#include "type/paragraph.h"

/* A letter that the face has no small capital for. */
struct small_caps_lack {
	const struct face *face; /* NULL: none */
	gunichar letter;
	struct place place;
};

/* A face in a size. */
struct typesetter_font {
	const struct face *face;
	fix size;
	PangoFontDescription *description;
	hb_font_t *hb_font;	/* scaled to the size */
	uint32_t hyphen, space; /* glyphs */
	fix hyphen_width, space_width;
};

struct typesetter {
	const struct fontbook *book;
	const struct design *design;
	struct diag *diag;
	struct hyphenator *hyphenator;	  /* of English; NULL: nothing is hyphenated */
	GArray *clusters, *glyphs, *ends; /* room, used again for every paragraph */
	GPtrArray *fonts;		  /* struct typesetter_font */
	GHashTable *no_small_caps;	  /* faces of which it was told that they lack some */
	GHashTable *told;		  /* paragraphs whose messages have been told */
	GHashTable *standing;		  /* what a paragraph is made of → struct paragraph (standing.h) */
	guint shift;			  /* counts the calls of typesetter_begin() */
	GHashTable *substitutes;	  /* (face, letter) → the letter set for one that the face lacks */
};

/* Owned by the typesetter. A role that is not pinned stands for the first face of the book. */
const struct typesetter_font *typesetter_font(struct typesetter *typesetter, const char *role, fix size);

#endif
