/*
 * face_inside.h - what a face holds besides its public facts
 *
 * Used by font/ only.
 */
#ifndef FONT_FACE_INSIDE_H
#define FONT_FACE_INSIDE_H

#include <hb.h>
#include <pango/pango.h>

#include "font/fontbook.h"

struct face_inside {
	struct face face;   /* first: a struct face of the book is one of these */
	hb_face_t *hb_face; /* immutable, as is the font: threads may share them */
	hb_font_t *hb_font; /* scale is units_per_em */
	char *path;
	PangoFontDescription *description; /* without size */
	struct ink *ink;		   /* by glyph, measured at first use */
	gsize ink_is_measured;
};

static inline const struct face_inside *face_inside(const struct face *face)
{
	return (const struct face_inside *)face;
}

#endif
