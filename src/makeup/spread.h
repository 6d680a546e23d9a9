/*
 * spread.h - how a page looks from afar, alone and beside the one it faces
 *
 * In:     the settings that stand on it
 * Out:    prices: of pictures of one size, of headlines as loud as each other, of grey
 */
#ifndef MAKEUP_SPREAD_H
#define MAKEUP_SPREAD_H

#include "makeup/sheet.h"
#include "makeup/take.h"

/* A story's box, and how loud its headline is. */
struct spread_box {
	struct cells cells;
	fix size;
};

#define SPREAD_BOXES 12 /* of a page: more are not told apart from afar */

struct spread_face {
	int pictures;
	int largest, second;  /* of them, in cells; paid copy has its own */
	int columns, rows;    /* of the largest */
	fix loudest, quieter; /* headlines: the largest, and the next */
	int led;	      /* the largest picture of the story with the loudest headline, in cells */
	int paid;	      /* the largest paid picture, in cells */
	int room;	      /* cells of the page without its ads; 0: not known */
	gboolean at_hand;     /* a story with a picture might have stood on it */
	int count;
	struct spread_box boxes[SPREAD_BOXES];
};

/* The page itself, and the ads that stand on it. */
void spread_note_sheet(struct spread_face *face, const struct sheet *sheet);
/* Adds a story in its box. */
void spread_note(struct spread_face *face, const struct take *take, const struct shape *shape,
		 struct cells cells);
/* The story is the page's lead, however loud its headline is: once, after all are noted. */
void spread_note_lead(struct spread_face *face, const struct take *take, const struct shape *shape);
/* Whether the take could bring a photograph. */
gboolean spread_has_photograph(const struct take *take);
/* Pictures that compete, are too small or too large or in the lesser story; heads as loud as each other or
   all in a row. */
double spread_page_cost(const struct makeup_costs *costs, const struct spread_face *face);
/* The page at the left and the one at the right, even and odd. */
double spread_facing_cost(const struct makeup_costs *costs, const struct spread_face *left,
			  const struct spread_face *right);
/* A page and the one before it, whether they face each other or not. */
double spread_next_cost(const struct makeup_costs *costs, const struct spread_face *before,
			const struct spread_face *face);

#endif
