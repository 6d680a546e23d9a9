/*
 * filling.h - who of a section stands in the open boxes of one page
 *
 * In:     what is left of the section, the boxes
 * Out:    the best ways to fill them, cheapest first
 */
#ifndef MAKEUP_FILLING_H
#define MAKEUP_FILLING_H

#include "makeup/box.h"
#include "makeup/breadth.h"

#define FILLING_BOXES 4

struct filling {
	guint64 stories;
	guint64 part[FILLING_BOXES]; /* of the stories, per open box */
	struct box_fill fill[FILLING_BOXES];
	gboolean may_jump;  /* which slice of the cast */
	double cost, price; /* price: with that of too much copy, or too little */
};

/* The boxes to fill, and what fills them. */
struct field {
	const struct stone *stone;
	int page; /* its number */
	const struct sheet *sheet;
	struct cast *cast;
	const struct cells *boxes;
	int box_count;
	int wanted;    /* cells of copy (stretch.h); 0: as many as will */
	gboolean last; /* the copy ends here: white at the foot is honest */
	/* while it is filled */
	gboolean may_jump;
	struct slice *slice;
	guint64 candidates;
	int bits[CANDIDATES_MOST], count;
};

/* The best ways to fill the boxes with some of what is left (all of it, if asked). Stories are cut only
   where whole ones make no good page. Caller unrefs. */
GArray *filling_choices(struct field *field, guint64 left, gboolean all);

#endif
