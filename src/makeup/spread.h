/*
 * spread.h - how a page looks from afar, alone and beside the one it faces
 *
 * In:     the settings that stand on it
 * Out:    prices: of pictures of one size, of headlines as loud as each other, of grey
 */
#ifndef MAKEUP_SPREAD_H
#define MAKEUP_SPREAD_H

#include "makeup/take.h"

struct spread_face {
	int pictures;
	int largest, second;  /* of them, in cells */
	int columns, rows;    /* of the largest */
	fix loudest, quieter; /* headlines: the largest, and the next */
};

/* Adds a story. */
void spread_note(struct spread_face *face, const struct take *take, const struct shape *shape);
/* Two pictures of one size on a page, two heads as loud as each other. */
double spread_page_cost(const struct makeup_costs *costs, const struct spread_face *face);
/* The page at the left and the one at the right, even and odd. */
double spread_facing_cost(const struct makeup_costs *costs, const struct spread_face *left,
			  const struct spread_face *right);

#endif
