/*
 * text.h - runs of glyphs as a PDF's text
 *
 * Every glyph stands where the page says, to 1/500 em: the pen that a viewer
 * will have is followed in nano-points from the widths as written, and set
 * right when it is off.
 */
#ifndef PAINT_PDF_TEXT_H
#define PAINT_PDF_TEXT_H

#include "paint/pdf/content.h"
#include "paint/pdf/font.h"

struct text;

/* Writes into `content`, which is begun anew for every page. */
struct text *text_new(struct content *content, struct pdf_fonts *fonts);
void text_free(struct text *text);
void text_page_begin(struct text *text);
/* FALSE when a face or a glyph is missing. */
gboolean text_run(struct text *text, const struct page_glyphs *run, GError **error);
/* Before anything that is no text goes into the content. */
void text_pause(struct text *text);

#endif
