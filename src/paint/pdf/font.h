/*
 * font.h - the faces of an edition as embedded fonts
 *
 * A face becomes one Type0 font. Its codes are dense numbers of the pairs
 * (glyph, text) in order of first use, so one glyph can stand for two texts,
 * page contents can be written before the face is subset, and the order is the
 * same in every run. HarfBuzz makes the subset at the end.
 */
#ifndef PAINT_PDF_FONT_H
#define PAINT_PDF_FONT_H

#include "font/fontbook.h"
#include "paint/pdf/haru.h"

struct pdf_fonts;
struct pdf_font;

struct pdf_fonts *pdf_fonts_new(struct haru *haru, const struct fontbook *book);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* NULL when no such face is pinned, or its licence bits or its kind forbid embedding. */
struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, const char *role, GError **error);
int pdf_font_object(const struct pdf_font *font);
/* The code of a glyph that stands for this NFC text ("" : nothing by itself).
   0 when the face has no such glyph or it is the box for missing ones. */
int pdf_font_code(struct pdf_font *font, uint32_t glyph, const char *text, gsize length);
/* Thousandths of the em, as /W has it. */
int pdf_font_glyph_width(const struct pdf_font *font, uint32_t glyph);
int pdf_font_width(const struct pdf_font *font, int code);

/* Subsets and writes all faces that were used. */
gboolean pdf_fonts_finish(struct pdf_fonts *fonts, GError **error);

#endif
