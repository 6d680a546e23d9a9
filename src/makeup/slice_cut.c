#include "makeup/slice_cut.h"

guint32 slice_bands(int row, int rows)
{
	int first = row / SLICE_BAND, last = (row + rows - 1) / SLICE_BAND;
	guint32 bands = 0;

	for (int band = first; band <= MIN(last, SLICE_BANDS_MOST); band++)
		bands |= 1u << band;
	return bands;
}

/* ---- what is worth keeping ---- */

/* Found by trial: with 0.2 the boxes of test_slice_cuts are no more within 2 % of the best there are; with
 * 0.4 no page of the trial editions comes out otherwise, only later. */
#define WINDOW 0.3

float slice_cut_window(const struct makeup_costs *costs, gboolean full_width)
{
	double most = costs->head_rises + costs->photo_below +
		      (full_width ? 0 : costs->tombstone + costs->photos_touch);
	return (float)(WINDOW * most);
}

static gboolean is_same_head(gint16 one, gint16 two)
{
	return one == two || (one < SLICE_TOMBSTONE_LEAST && two < SLICE_TOMBSTONE_LEAST);
}

/* Nothing will ever stand beside a box as wide as the page. */
gboolean slice_cut_is_no_worse(const struct slice_box *one, const struct slice_box *two, gboolean full_width)
{
	if (one->head_most != two->head_most || one->rank != two->rank || one->picture != two->picture)
		return FALSE;
	return full_width || (is_same_head(one->head_left, two->head_left) &&
			      is_same_head(one->head_right, two->head_right) &&
			      (one->pictures_left & ~two->pictures_left) == 0 &&
			      (one->pictures_right & ~two->pictures_right) == 0);
}

static float limit_of(const struct slice_ways *ways, float window)
{
	float limit = ways->count == SLICE_KEPT ? ways->way[SLICE_KEPT - 1].cost : SLICE_CEILING;

	return ways->count > 0 ? MIN(limit, ways->way[0].cost + window) : limit;
}

static gboolean is_covered(const struct slice_ways *ways, const struct slice_box *box, gboolean full_width)
{
	for (int i = 0; i < ways->count && ways->way[i].cost <= box->cost; i++)
		if (slice_cut_is_no_worse(&ways->way[i], box, full_width))
			return TRUE;
	return FALSE;
}

/* Ways that the one at `place` makes needless go. */
static void drop_covered(struct slice_ways *ways, int place, float window, gboolean full_width)
{
	int count = place + 1;

	for (int i = count; i < ways->count; i++)
		if (ways->way[i].cost <= ways->way[0].cost + window &&
		    !slice_cut_is_no_worse(&ways->way[place], &ways->way[i], full_width))
			ways->way[count++] = ways->way[i];
	ways->count = count;
}

float slice_ways_keep(struct slice_ways *ways, const struct slice_box *box, float window, gboolean full_width)
{
	int place = MIN(ways->count, SLICE_KEPT - 1);

	if (box->cost >= limit_of(ways, window) || is_covered(ways, box, full_width))
		return limit_of(ways, window);
	for (; place > 0 && ways->way[place - 1].cost > box->cost; place--)
		ways->way[place] = ways->way[place - 1];
	ways->count = MIN(ways->count + 1, SLICE_KEPT);
	ways->way[place] = *box;
	drop_covered(ways, place, window, full_width);
	return limit_of(ways, window);
}
