/*
 * stretch.h - a paper that must have more pages than its copy asks for
 *
 * In:     the pages that it must have at least (stone->stretching.pages_least; 0: any number will do),
 *         and the copy that a page takes as a rule (stone->stretching.cells_a_page)
 * Out:    how much copy a page should take, and the price of taking more or less
 *
 * Room is given away early, to larger pictures, looser paragraphs and house ads, and
 * not all of it on the last page.
 */
#ifndef MAKEUP_STRETCH_H
#define MAKEUP_STRETCH_H

#include "makeup/pagination.h"

/* Cells of copy, for page `number`, with these of a cast and all casts behind it to place; 0: as many as
 * will. */
int stretch_wanted(const struct stone *stone, const GPtrArray *casts, GHashTable *reserved, int number,
		   int cast, guint64 left);
/* That these of a cast are thought to need. */
int stretch_cells(const struct stone *stone, const struct cast *cast, guint64 takes);
/* Of a page that takes these of a cast, where so many cells are wanted. */
double stretch_price(const struct stone *stone, const struct cast *cast, guint64 takes, int wanted);
/* After page `number`, of the copy that the pages to come have too much or too little. `reserved`: pages that
   are not ours. */
double stretch_price_ahead(const struct stone *stone, const GPtrArray *casts, GHashTable *reserved,
			   int number, int cast, guint64 left);

#endif
