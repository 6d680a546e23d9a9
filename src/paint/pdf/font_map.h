/*
 * font_map.h - the tables that lead from codes to glyphs, widths and text
 *
 * Pure: made from a list of codes, tested without a PDF.
 */
#ifndef PAINT_PDF_FONT_MAP_H
#define PAINT_PDF_FONT_MAP_H

#include <glib.h>
#include <stdint.h>

struct font_code {
	uint32_t glyph;               /* in the face */
	uint32_t glyph_in_subset;
	int width;                    /* thousandths of the em */
	char *text;                   /* NFC; "" : nothing by itself */
	gsize text_length;
};

/* /W. Counted by code for TrueType, by glyph of the subset for CFF. */
void font_map_put_widths(GString *out, const GPtrArray *codes, gboolean by_glyph);
/* /CIDToGIDMap: two bytes a code. */
void font_map_put_glyphs(GString *out, const GPtrArray *codes);
/* An Encoding CMap for CFF, where there is no CIDToGIDMap. */
void font_map_put_encoding(GString *out, const GPtrArray *codes);
/* ToUnicode. A code without text gets a zero-width space, for the standards want one for every code. */
void font_map_put_unicode(GString *out, const GPtrArray *codes);

/* Whether the Top DICT of a bare CFF table has a ROS operator. Damaged tables count as name-keyed. */
gboolean font_map_cff_is_cid_keyed(const guint8 *bytes, gsize length);

#endif
