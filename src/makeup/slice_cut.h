/*
 * slice_cut.h - what a cut costs, and the few ways to make up a box that are worth keeping
 *
 * A box is worth keeping beside a cheaper one only where its edges may save more
 * at a later cut than it costs now.
 */
#ifndef MAKEUP_SLICE_CUT_H
#define MAKEUP_SLICE_CUT_H

#include "makeup/slice.h"

#define SLICE_KEPT    2	      /* ways to make up one box */
#define SLICE_CEILING 4000.0f /* a box this dear is never part of a page worth printing */

/* One box over another of `above` rows, and two side by side: with the cost of the cut. */
struct slice_box slice_cut_stack(const struct makeup_costs *costs, const struct slice_box *upper,
				 const struct slice_box *lower, int above);
struct slice_box slice_cut_abreast(const struct makeup_costs *costs, const struct slice_box *left,
				   const struct slice_box *right);
/* How much dearer a box may be than the cheapest and still be wanted. */
float slice_cut_window(const struct makeup_costs *costs, gboolean full_width);

/* Whether no later cut can cost more with `one` than with `two`. */
gboolean slice_cut_is_no_worse(const struct slice_box *one, const struct slice_box *two, gboolean full_width);

/* The ways to make up one box, cheapest first. */
struct slice_ways {
	struct slice_box way[SLICE_KEPT];
	int count;
};

/* Keeps the box if it is worth it. Gives the cost from which on others are not. */
float slice_ways_keep(struct slice_ways *ways, const struct slice_box *box, float window,
		      gboolean full_width);

#endif
