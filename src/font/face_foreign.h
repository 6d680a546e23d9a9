/*
 * face_foreign.h - the bridge to Pango and HarfBuzz
 *
 * Included by type/shape.c, font/ and paint/pdf/ only.
 */
#ifndef FONT_FACE_FOREIGN_H
#define FONT_FACE_FOREIGN_H

#include <hb.h>
#include <pango/pango.h>

#include "font/fontbook.h"

/* Owned by the book. The context has resolution 72, no hinting, unrounded
   positions, and sees the pinned fonts only. Fallback is a matter of the text's
   attributes: always itemise with pango_attr_fallback_new(FALSE), or a glyph that
   a face lacks is borrowed from another pinned one. */
PangoContext *fontbook_pango_context(const struct fontbook *book);
/* A description that finds this very file, with absolute size: its family name is the
   face's role, so no weight or slant can be missed. Caller frees. */
PangoFontDescription *face_pango_description(const struct face *face, fix size);
/* The face that a shaped run really uses; NULL when it is none of the book's. */
const struct face *fontbook_face_of(const struct fontbook *book, PangoFont *font);
hb_face_t *face_hb_face(const struct face *face);   /* owned by the book */

#endif
