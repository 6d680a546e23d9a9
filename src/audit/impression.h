/*
 * impression.h - what is printed on the pages of a PDF, as other programs see it
 *
 * Words come in the order in which they are written, which is the order in which
 * they are read. Lengths are fix from the page's top left.
 */
#ifndef AUDIT_IMPRESSION_H
#define AUDIT_IMPRESSION_H

#include <glib.h>

#include "base/units.h"

struct printed_word {
	char *text;	 /* NFC as in the PDF, soft hyphens kept */
	struct rect box; /* as high as its font, not its letters */
};

struct printed_page {
	fix width, height;
	GArray *words;		 /* struct printed_word */
	GArray *figures;	 /* struct rect: photographs, ads */
	int width_px, height_px; /* of the ink below */
	guint8 *ink;		 /* one byte a pixel, not 0 where something is printed */
};

#define IMPRESSION_PPI_TENTHS 508 /* two pixels a millimetre */

struct impression {
	GPtrArray *pages; /* struct printed_page */
};

struct impression *impression_take(const char *pdf, GError **error);
void impression_free(struct impression *impression);

/* impression_ink.c: the pages as pixels. */
gboolean impression_add_ink(struct impression *impression, const char *pdf, GError **error);
int impression_px(fix length);
/* impression_figures.c: where pictures stand; after words and ink. */
gboolean impression_add_figures(struct impression *impression, const char *pdf, GError **error);

#endif
