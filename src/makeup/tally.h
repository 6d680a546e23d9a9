/*
 * tally.h - the cells of every page and the facts of its lines, counted
 */
#ifndef MAKEUP_TALLY_H
#define MAKEUP_TALLY_H

#include "makeup/inking.h"
#include "makeup/pagination.h"

/* Of the photographs in a box, with their captions. */
int tally_picture_cells(const struct placed_take *placed);
void tally_page(struct forme *forme, const struct made_page *made);
void tally_type(struct forme *forme);

#endif
