/* slice_make.c - every box that a subset of the stories can fill
 *
 * In two rounds over all cuts: the first finds what every box costs at least, so
 * that the second keeps only ways that will stay.
 */
#include <math.h>

#include "makeup/slice_parts.h"

static void clear(struct slice *slice)
{
	for (int columns = 0; columns <= COLUMNS_MAX; columns++) {
		for (int rows = 0; rows <= slice->rows; rows++) {
			slice->ways[columns][rows].count = 0;
			slice->limit[columns][rows] = slice->bound[columns][rows] = SLICE_CEILING;
		}
		slice->low[columns] = ROWS_MAX + 1;
		slice->high[columns] = ROWS_MAX;
	}
}

static void keep(struct slice *slice, int columns, int rows, const struct slice_box *box)
{
	gboolean full_width = columns == slice->columns;
	gboolean first = slice->low[columns] > slice->high[columns];
	float limit =
		slice_ways_keep(&slice->ways[columns][rows], box, slice->window[full_width], full_width);

	slice->limit[columns][rows] = MIN(limit, slice->bound[columns][rows]);
	slice->high[columns] = first ? rows : MAX(slice->high[columns], rows);
	slice->low[columns] = MIN(slice->low[columns], rows);
}

/* The first place from `first` on where both halves together cost less than the limit; beyond `last`: none.
   Places are looked at so many at once, those beyond the last too. */
static inline int next_under(float half, const float *others, const float *limits, int first, int last)
{
	for (int any = 0; first <= last; first += SLICE_AT_ONCE) {
		for (int i = 0; i < SLICE_AT_ONCE; i++)
			any |= half + others[first + i] < limits[first + i];
		if (any)
			break;
	}
	while (first <= last && !(half + others[first] < limits[first]))
		first++;
	return first;
}

/* The same where every place has its own two halves. */
static inline int next_pair_under(const float *halves, const float *others, const float *limits, int first,
				  int last)
{
	for (int any = 0; first <= last; first += SLICE_AT_ONCE) {
		for (int i = 0; i < SLICE_AT_ONCE; i++)
			any |= halves[first + i] + others[first + i] < limits[first + i];
		if (any)
			break;
	}
	while (first <= last && !(halves[first] + others[first] < limits[first]))
		first++;
	return first;
}

/* ---- what every box costs at least: one half over the other, or at its left, or the other way round ---- */

static void sound_stacks(struct slice *slice, const struct slice_table *one, const struct slice_table *two,
			 int columns, int rows)
{
	int least = two->low[columns], last = MIN(two->high[columns], slice->rows - rows) - least;

	if (last < 0)
		return;
	const struct slice_box *half = slice_table_box(one, columns, rows);
	const struct slice_box *others = slice_table_box(two, columns, least);
	const float *costs = slice_table_costs(two, columns, least);
	float *bounds = &slice->bound[columns][rows + least];

	for (int i = next_under(half->cost, costs, bounds, 0, last); i <= last;
	     i = next_under(half->cost, costs, bounds, i + 1, last)) {
		float over = slice_cut_stack_cost(&slice->costs, half, &others[i]);
		float under = slice_cut_stack_cost(&slice->costs, &others[i], half);
		bounds[i] = MIN(bounds[i], half->cost + costs[i] + MIN(over, under));
	}
}

static void sound_all_stacks(struct slice *slice, const struct slice_table *one,
			     const struct slice_table *two)
{
	for (int columns = 1; columns <= slice->columns; columns++)
		for (int rows = one->low[columns]; rows <= one->high[columns]; rows++)
			if (slice_table_cost(one, columns, rows) < SLICE_CEILING)
				sound_stacks(slice, one, two, columns, rows);
}

static void sound_abreast(struct slice *slice, const struct slice_table *one, const struct slice_table *two,
			  int beside, int others)
{
	int least = MAX(one->low[beside], two->low[others]);
	int last = MIN(one->high[beside], two->high[others]) - least;

	if (last < 0)
		return;
	float *bounds = &slice->bound[beside + others][least];
	const struct slice_box *ones = slice_table_box(one, beside, least);
	const struct slice_box *twos = slice_table_box(two, others, least);
	const float *halves = slice_table_costs(one, beside, least);
	const float *rest = slice_table_costs(two, others, least);

	for (int i = next_pair_under(halves, rest, bounds, 0, last); i <= last;
	     i = next_pair_under(halves, rest, bounds, i + 1, last)) {
		float left = slice_cut_abreast_cost(&slice->costs, &ones[i], &twos[i]);
		float right = slice_cut_abreast_cost(&slice->costs, &twos[i], &ones[i]);
		bounds[i] = MIN(bounds[i], halves[i] + rest[i] + MIN(left, right));
	}
}

static void sound_all_abreast(struct slice *slice, const struct slice_table *one,
			      const struct slice_table *two)
{
	for (int beside = 1; beside < slice->columns; beside++)
		for (int others = 1; beside + others <= slice->columns; others++)
			sound_abreast(slice, one, two, beside, others);
}

/* A box is kept if it costs no more than the cheapest and the window. */
static void set_limits(struct slice *slice)
{
	for (int columns = 1; columns <= slice->columns; columns++) {
		float window = slice->window[columns == slice->columns];
		for (int rows = 1; rows <= slice->rows; rows++) {
			float *bound = &slice->bound[columns][rows];
			if (*bound < SLICE_CEILING)
				*bound = MIN(nextafterf(*bound + window, SLICE_CEILING), SLICE_CEILING);
			slice->limit[columns][rows] = *bound;
		}
	}
}

/* The next way to share the stories among two halves, of which `one` has the first story; begins with all. */
static gboolean is_halved(guint64 stories, guint64 *one)
{
	guint64 rest = stories & (stories - 1), with = *one & rest;

	if (with == 0)
		return FALSE;
	*one = (stories ^ rest) | ((with - 1) & rest);
	return TRUE;
}

static void sound_all(struct slice *slice, guint64 stories)
{
	for (guint64 one = stories; is_halved(stories, &one);) {
		const struct slice_table *half = slice_table(slice, one);
		const struct slice_table *other = slice_table(slice, stories ^ one);
		sound_all_stacks(slice, half, other);
		sound_all_abreast(slice, half, other);
	}
	set_limits(slice);
}

/* ---- the ways worth keeping ---- */

static void stack(struct slice *slice, const struct slice_table *upper, const struct slice_table *lower,
		  int columns, int above, int below)
{
	int tops = slice_count_ways(upper, columns, above), feet = slice_count_ways(lower, columns, below);
	const float *limit = &slice->limit[columns][above + below];

	for (int i = 0; i < tops; i++) {
		const struct slice_box *top = slice_way_at(upper, columns, above, i);
		for (int k = 0; k < feet; k++) {
			const struct slice_box *foot = slice_way_at(lower, columns, below, k);
			if (top->cost + foot->cost >= *limit)
				break;
			if (top->cost + foot->cost + slice_cut_stack_cost(&slice->costs, top, foot) >= *limit)
				continue;
			struct slice_box box = slice_cut_stack(&slice->costs, top, foot, above);
			keep(slice, columns, above + below, &box);
		}
	}
}

static void try_stacks(struct slice *slice, const struct slice_table *one, const struct slice_table *two,
		       int columns, int rows)
{
	int least = two->low[columns], last = MIN(two->high[columns], slice->rows - rows) - least;

	if (last < 0)
		return;
	float half = slice_table_cost(one, columns, rows);
	const float *costs = slice_table_costs(two, columns, least);
	const float *limits = &slice->limit[columns][rows + least];

	for (int i = next_under(half, costs, limits, 0, last); i <= last;
	     i = next_under(half, costs, limits, i + 1, last)) {
		stack(slice, one, two, columns, rows, least + i);
		stack(slice, two, one, columns, least + i, rows);
	}
}

static void try_all_stacks(struct slice *slice, const struct slice_table *one, const struct slice_table *two)
{
	for (int columns = 1; columns <= slice->columns; columns++)
		for (int rows = one->low[columns]; rows <= one->high[columns]; rows++)
			if (slice_table_cost(one, columns, rows) < SLICE_CEILING)
				try_stacks(slice, one, two, columns, rows);
}

static void abreast(struct slice *slice, const struct slice_table *left, const struct slice_table *right,
		    int beside, int others, int rows)
{
	int ones = slice_count_ways(left, beside, rows), twos = slice_count_ways(right, others, rows);
	const float *limit = &slice->limit[beside + others][rows];

	for (int i = 0; i < ones; i++) {
		const struct slice_box *one = slice_way_at(left, beside, rows, i);
		for (int k = 0; k < twos; k++) {
			const struct slice_box *two = slice_way_at(right, others, rows, k);
			if (one->cost + two->cost >= *limit)
				break;
			if (one->cost + two->cost + slice_cut_abreast_cost(&slice->costs, one, two) >= *limit)
				continue;
			struct slice_box box = slice_cut_abreast(&slice->costs, one, two);
			keep(slice, beside + others, rows, &box);
		}
	}
}

static void try_abreast(struct slice *slice, const struct slice_table *one, const struct slice_table *two,
			int beside, int others)
{
	int least = MAX(one->low[beside], two->low[others]);
	int last = MIN(one->high[beside], two->high[others]) - least;

	if (last < 0)
		return;
	const float *halves = slice_table_costs(one, beside, least);
	const float *rest = slice_table_costs(two, others, least);
	const float *limits = &slice->limit[beside + others][least];

	for (int i = next_pair_under(halves, rest, limits, 0, last); i <= last;
	     i = next_pair_under(halves, rest, limits, i + 1, last)) {
		abreast(slice, one, two, beside, others, least + i);
		abreast(slice, two, one, others, beside, least + i);
	}
}

static void try_all_abreast(struct slice *slice, const struct slice_table *one, const struct slice_table *two)
{
	for (int beside = 1; beside < slice->columns; beside++)
		for (int others = 1; beside + others <= slice->columns; others++)
			try_abreast(slice, one, two, beside, others);
}

static void try_all(struct slice *slice, guint64 stories)
{
	for (guint64 one = stories; is_halved(stories, &one);) {
		const struct slice_table *half = slice_table(slice, one);
		const struct slice_table *other = slice_table(slice, stories ^ one);
		try_all_stacks(slice, half, other);
		try_all_abreast(slice, half, other);
	}
}

/* A filler under a box, or beside it; the largest boxes first, so that it comes in once. */
static void try_filler(struct slice *slice, const struct slice_filler *filler)
{
	struct slice_box leaf = slice_filler_box(filler), box;

	for (int rows = slice->rows; rows > filler->rows; rows--) {
		const struct slice_ways *over = &slice->ways[filler->columns][rows - filler->rows];
		for (int i = 0; i < over->count; i++) {
			box = slice_cut_stack(&slice->costs, &over->way[i], &leaf, rows - filler->rows);
			keep(slice, filler->columns, rows, &box);
		}
	}
	for (int columns = slice->columns; columns > filler->columns && filler->rows <= slice->rows;
	     columns--) {
		const struct slice_ways *beside = &slice->ways[columns - filler->columns][filler->rows];
		for (int i = 0; i < beside->count; i++) {
			box = slice_cut_abreast(&slice->costs, &beside->way[i], &leaf);
			keep(slice, columns, filler->rows, &box);
		}
	}
}

static void try_fillers(struct slice *slice)
{
	for (guint i = 0; i < slice->fillers->len; i++) {
		const struct slice_filler *filler = &g_array_index(slice->fillers, struct slice_filler, i);
		if (filler->columns <= slice->columns)
			try_filler(slice, filler);
	}
}

static void keep_leaf(struct slice *slice, const struct slice_table *leaf)
{
	for (int columns = 1; columns <= MIN(slice->columns, leaf->columns); columns++)
		for (int rows = leaf->low[columns]; rows <= MIN(slice->rows, leaf->high[columns]); rows++)
			if (slice_table_cost(leaf, columns, rows) < SLICE_CEILING)
				keep(slice, columns, rows, slice_table_box(leaf, columns, rows));
}

/* The tables of its parts are made before its own: there is room for one in the making. */
struct slice_table *slice_make(struct slice *slice, guint64 stories)
{
	for (guint64 part = (stories - 1) & stories; part != 0; part = (part - 1) & stories)
		slice_table(slice, part);
	clear(slice);
	sound_all(slice, stories);
	if (slice_is_single(stories))
		keep_leaf(slice, slice->stories->pdata[slice_lowest(stories)]);
	try_all(slice, stories);
	try_fillers(slice);
	return slice_table_of_ways(slice);
}
