/*
 * slice_cut.h - what a cut costs, and the few ways to make up a box that are worth keeping
 *
 * A box is worth keeping beside a cheaper one only where its edges may save more
 * at a later cut than it costs now.
 */
#ifndef MAKEUP_SLICE_CUT_H
#define MAKEUP_SLICE_CUT_H

#include "makeup/slice.h"

/* Ways to make up one box. With two, one page in a thousand of the test is dearer than it need be. */
#define SLICE_KEPT    3
#define SLICE_CEILING 4000.0f /* a box this dear is never part of a page worth printing */

#define SLICE_TOMBSTONE_LEAST 64 /* headlines under 16 pt are no tombstones */
#define SLICE_BANDS_MOST      31
#define SLICE_PICTURE_LEAST   4 /* smaller photographs, portraits mostly, lead nowhere */

/* Cuts are weighed by the million: all that they need is here. */
static inline guint32 slice_cut_moved(guint32 bands, int rows)
{
	return bands << MIN((rows + SLICE_BAND / 2) / SLICE_BAND, SLICE_BANDS_MOST);
}

/* A story of words may lead on its own strength: that minds a photograph under it half as much. */
static inline float slice_cut_photo_below(const struct makeup_costs *costs, const struct slice_box *upper,
					  const struct slice_box *lower)
{
	if (upper->picture == 0)
		return (float)costs->photo_below / 2;
	return (float)costs->photo_below *
	       MIN(1.0f, (float)(lower->picture - upper->picture) / (float)upper->picture);
}

static inline float slice_cut_stack_cost(const struct makeup_costs *costs, const struct slice_box *upper,
					 const struct slice_box *lower)
{
	float cost = 0;

	if (lower->head_most > upper->head_most + upper->head_most / 50)
		cost += (float)costs->head_rises * (float)(lower->head_most - upper->head_most) /
			(float)(upper->head_most + 1);
	if (lower->picture > upper->picture && lower->picture >= SLICE_PICTURE_LEAST)
		cost += slice_cut_photo_below(costs, upper, lower);
	if (lower->rank < upper->rank)
		cost += (float)costs->rank_low * (float)(upper->rank - lower->rank);
	return cost;
}

static inline float slice_cut_abreast_cost(const struct makeup_costs *costs, const struct slice_box *left,
					   const struct slice_box *right)
{
	int larger = MAX(left->head_right, right->head_left),
	    smaller = MIN(left->head_right, right->head_left);
	float cost = 0;

	if (smaller >= SLICE_TOMBSTONE_LEAST && (larger - smaller) * 6 < larger)
		cost += (float)costs->tombstone;
	if (left->pictures_right & right->pictures_left)
		cost += (float)costs->photos_touch;
	return cost;
}

/* One box over another of `above` rows, with the cost of the cut. */
static inline struct slice_box slice_cut_stack(const struct makeup_costs *costs,
					       const struct slice_box *upper, const struct slice_box *lower,
					       int above)
{
	return (struct slice_box){
		.cost = upper->cost + lower->cost + slice_cut_stack_cost(costs, upper, lower),
		.head_left = upper->head_left,
		.head_right = upper->head_right,
		.head_most = MAX(upper->head_most, lower->head_most),
		.rank = MIN(upper->rank, lower->rank),
		.picture = MAX(upper->picture, lower->picture),
		.pictures_left = upper->pictures_left | slice_cut_moved(lower->pictures_left, above),
		.pictures_right = upper->pictures_right | slice_cut_moved(lower->pictures_right, above),
	};
}

/* Two side by side. */
static inline struct slice_box slice_cut_abreast(const struct makeup_costs *costs,
						 const struct slice_box *left, const struct slice_box *right)
{
	return (struct slice_box){
		.cost = left->cost + right->cost + slice_cut_abreast_cost(costs, left, right),
		.head_left = left->head_left,
		.head_right = right->head_right,
		.head_most = MAX(left->head_most, right->head_most),
		.rank = MIN(left->rank, right->rank),
		.picture = MAX(left->picture, right->picture),
		.pictures_left = left->pictures_left,
		.pictures_right = right->pictures_right,
	};
}

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
