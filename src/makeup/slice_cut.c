#include "makeup/slice_cut.h"

#define TOMBSTONE_LEAST 64 /* headlines under 16 pt are no tombstones */
#define BANDS_MOST	31

/* ---- the edges ---- */

guint32 slice_bands(int row, int rows)
{
	int first = row / SLICE_BAND, last = (row + rows - 1) / SLICE_BAND;
	guint32 bands = 0;

	for (int band = first; band <= MIN(last, BANDS_MOST); band++)
		bands |= 1u << band;
	return bands;
}

static guint32 moved(guint32 bands, int rows)
{
	return bands << MIN((rows + SLICE_BAND / 2) / SLICE_BAND, BANDS_MOST);
}

/* ---- cuts ---- */

static float stack_cost(const struct makeup_costs *costs, const struct slice_box *upper,
			const struct slice_box *lower)
{
	float cost = 0;

	if (lower->head_most > upper->head_most + upper->head_most / 50)
		cost += (float)costs->head_rises * (float)(lower->head_most - upper->head_most) /
			(float)(upper->head_most + 1);
	if (lower->rank < upper->rank)
		cost += (float)costs->rank_low * (float)(upper->rank - lower->rank);
	return cost;
}

static float abreast_cost(const struct makeup_costs *costs, const struct slice_box *left,
			  const struct slice_box *right)
{
	int larger = MAX(left->head_right, right->head_left),
	    smaller = MIN(left->head_right, right->head_left);
	float cost = 0;

	if (smaller >= TOMBSTONE_LEAST && (larger - smaller) * 6 < larger)
		cost += (float)costs->tombstone;
	if (left->pictures_right & right->pictures_left)
		cost += (float)costs->photos_touch;
	return cost;
}

struct slice_box slice_cut_stack(const struct makeup_costs *costs, const struct slice_box *upper,
				 const struct slice_box *lower, int above)
{
	return (struct slice_box){
		.cost = upper->cost + lower->cost + stack_cost(costs, upper, lower),
		.head_left = upper->head_left,
		.head_right = upper->head_right,
		.head_most = MAX(upper->head_most, lower->head_most),
		.rank = MIN(upper->rank, lower->rank),
		.pictures_left = upper->pictures_left | moved(lower->pictures_left, above),
		.pictures_right = upper->pictures_right | moved(lower->pictures_right, above),
	};
}

struct slice_box slice_cut_abreast(const struct makeup_costs *costs, const struct slice_box *left,
				   const struct slice_box *right)
{
	return (struct slice_box){
		.cost = left->cost + right->cost + abreast_cost(costs, left, right),
		.head_left = left->head_left,
		.head_right = right->head_right,
		.head_most = MAX(left->head_most, right->head_most),
		.rank = MIN(left->rank, right->rank),
		.pictures_left = left->pictures_left,
		.pictures_right = right->pictures_right,
	};
}

/* ---- what is worth keeping ---- */

/* Found by trial: with less, pages of the test are no more the best there are; with more they get no better.
 */
#define WINDOW 0.4

float slice_cut_window(const struct makeup_costs *costs, gboolean full_width)
{
	double most = costs->head_rises + (full_width ? 0 : costs->tombstone + costs->photos_touch);
	return (float)(WINDOW * most);
}

static gboolean is_same_head(gint16 one, gint16 two)
{
	return one == two || (one < TOMBSTONE_LEAST && two < TOMBSTONE_LEAST);
}

/* Nothing will ever stand beside a box as wide as the page. */
gboolean slice_cut_is_no_worse(const struct slice_box *one, const struct slice_box *two, gboolean full_width)
{
	if (one->head_most != two->head_most || one->rank != two->rank)
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
