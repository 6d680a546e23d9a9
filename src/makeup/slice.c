#include "makeup/slice.h"

#include <string.h>

#include "makeup/slice_parts.h"

static void make_room(struct slice *slice);

struct slice *slice_new(const struct makeup_costs *costs, int columns, int rows)
{
	struct slice *slice = g_new0(struct slice, 1);

	slice->costs = *costs;
	slice->columns = columns;
	slice->rows = rows;
	slice->window[FALSE] = slice_cut_window(costs, FALSE);
	slice->window[TRUE] = slice_cut_window(costs, TRUE);
	slice->stories = g_ptr_array_new_with_free_func(g_free);
	slice->fillers = g_array_new(FALSE, TRUE, sizeof(struct slice_filler));
	slice->tables = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	make_room(slice);
	return slice;
}

void slice_free(struct slice *slice)
{
	if (slice == NULL)
		return;
	g_ptr_array_unref(slice->stories);
	g_array_unref(slice->fillers);
	g_hash_table_unref(slice->tables);
	g_free(slice);
}

int slice_add_story(struct slice *slice, struct slice_table *table)
{
	slice_table_bound(table);
	g_ptr_array_add(slice->stories, table);
	return (int)slice->stories->len - 1;
}

int slice_add_filler(struct slice *slice, struct slice_filler filler)
{
	g_array_append_val(slice->fillers, filler);
	return (int)slice->fillers->len - 1;
}

/* ---- tables ---- */

static gsize cells_of(const int *low, const int *high, int columns)
{
	gsize cells = 0;

	for (int i = 0; i <= columns; i++)
		cells += (gsize)MAX(0, high[i] - low[i] + 1);
	return cells;
}

/* With room for the rows between low and high of every width, and for so many other ways. */
static struct slice_table *table_new(int columns, int rows, const int *low, const int *high, int others)
{
	gsize cells = cells_of(low, high, columns), box = sizeof(struct slice_box);
	struct slice_table *table = g_malloc(sizeof *table + (cells + (gsize)others) * box +
					     cells * (sizeof(float) + sizeof(guint16)));
	struct slice_box *boxes = (struct slice_box *)(table + 1);
	float *costs = (float *)(boxes + cells + others);
	guint16 *counts = (guint16 *)(costs + cells);

	memset(table, 0, sizeof *table);
	table->columns = columns;
	table->rows = rows;
	table->other = boxes + cells;
	for (int i = 0; i <= columns; i++) {
		int room = MAX(0, high[i] - low[i] + 1);
		table->base[i] = (gint16)low[i];
		table->box[i] = boxes;
		table->cost[i] = costs;
		table->others[i] = counts;
		boxes += room;
		costs += room;
		counts += room;
	}
	return table;
}

struct slice_table *slice_table_new(int columns, int rows)
{
	int low[COLUMNS_MAX + 1] = {0}, high[COLUMNS_MAX + 1];

	for (int i = 0; i <= COLUMNS_MAX; i++)
		high[i] = rows;
	struct slice_table *table = table_new(columns, rows, low, high, 0);

	for (int i = 0; i <= columns; i++) {
		for (int row = 0; row <= rows; row++) {
			table->box[i][row] = (struct slice_box){.cost = SLICE_IMPOSSIBLE};
			table->others[i][row] = 0;
		}
	}
	slice_table_bound(table);
	return table;
}

static void bound(struct slice_table *table, int columns, int first, int last)
{
	table->low[columns] = ROWS_MAX + 1;
	table->high[columns] = -1;
	for (int rows = first; rows <= last; rows++) {
		float cost = slice_table_box(table, columns, rows)->cost;
		table->cost[columns][rows - table->base[columns]] = cost;
		if (cost >= SLICE_CEILING)
			continue;
		table->low[columns] = (gint16)MIN(table->low[columns], rows);
		table->high[columns] = (gint16)rows;
	}
}

void slice_table_bound(struct slice_table *table)
{
	for (int columns = 0; columns <= COLUMNS_MAX; columns++)
		bound(table, columns, 0, columns <= table->columns ? table->rows : -1);
}

/* ---- a table in the making ---- */

static void clear_ways(struct slice *slice, int columns, int low, int high)
{
	for (int rows = low; rows <= high; rows++) {
		slice->ways[columns][rows].count = 0;
		slice->limit[columns][rows] = SLICE_CEILING;
	}
	slice->low[columns] = ROWS_MAX + 1;
	slice->high[columns] = ROWS_MAX;
}

static void make_room(struct slice *slice)
{
	for (int columns = 0; columns <= COLUMNS_MAX; columns++)
		clear_ways(slice, columns, 0, ROWS_MAX);
}

static void keep(struct slice *slice, int columns, int rows, const struct slice_box *box)
{
	gboolean full_width = columns == slice->columns;
	gboolean first = slice->low[columns] > slice->high[columns];

	slice->limit[columns][rows] =
		slice_ways_keep(&slice->ways[columns][rows], box, slice->window[full_width], full_width);
	slice->high[columns] = first ? rows : MAX(slice->high[columns], rows);
	slice->low[columns] = MIN(slice->low[columns], rows);
}

static int count_others(const struct slice *slice)
{
	int others = 0;

	for (int columns = 1; columns <= slice->columns; columns++)
		for (int rows = slice->low[columns]; rows <= slice->high[columns]; rows++)
			others += MAX(0, slice->ways[columns][rows].count - 1);
	return others;
}

/* Gives the other ways of the box, after so many of other boxes. */
static int pack_box(const struct slice_ways *ways, struct slice_table *table, int columns, int row,
		    int others)
{
	int more = MAX(0, ways->count - 1);

	table->box[columns][row] = ways->way[0];
	if (ways->count == 0)
		table->box[columns][row].cost = SLICE_IMPOSSIBLE;
	table->others[columns][row] = (guint16)(others * SLICE_KEPT + more);
	for (int i = 0; i < more; i++)
		table->other[others + i] = ways->way[1 + i];
	return more;
}

/* Leaves the room empty for the next table. */
static struct slice_table *pack_ways(struct slice *slice)
{
	struct slice_table *table =
		table_new(slice->columns, slice->rows, slice->low, slice->high, count_others(slice));
	int others = 0;

	for (int columns = 0; columns <= COLUMNS_MAX; columns++) {
		int low = slice->low[columns], high = slice->high[columns];
		for (int rows = low; rows <= high; rows++)
			others += pack_box(&slice->ways[columns][rows], table, columns, rows - low, others);
		bound(table, columns, low, high);
		clear_ways(slice, columns, low, high);
	}
	return table;
}

/* ---- all boxes of a subset ---- */

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

static void try_stacks(struct slice *slice, const struct slice_table *upper, const struct slice_table *lower)
{
	for (int columns = 1; columns <= slice->columns; columns++) {
		const float *foot = lower->cost[columns];
		int base = lower->base[columns];
		for (int above = upper->low[columns]; above <= upper->high[columns]; above++) {
			float top = slice_table_cost(upper, columns, above);
			const float *limit = slice->limit[columns] + above;
			int most = MIN(lower->high[columns], slice->rows - above);
			if (top >= SLICE_CEILING)
				continue;
			for (int below = lower->low[columns]; below <= most; below++)
				if (top + foot[below - base] < limit[below])
					stack(slice, upper, lower, columns, above, below);
		}
	}
}

static void abreast(struct slice *slice, const struct slice_table *left, const struct slice_table *right,
		    int columns, int beside, int rows)
{
	int ones = slice_count_ways(left, beside, rows),
	    twos = slice_count_ways(right, columns - beside, rows);
	const float *limit = &slice->limit[columns][rows];

	for (int i = 0; i < ones; i++) {
		const struct slice_box *one = slice_way_at(left, beside, rows, i);
		for (int k = 0; k < twos; k++) {
			const struct slice_box *two = slice_way_at(right, columns - beside, rows, k);
			if (one->cost + two->cost >= *limit)
				break;
			if (one->cost + two->cost + slice_cut_abreast_cost(&slice->costs, one, two) >= *limit)
				continue;
			struct slice_box box = slice_cut_abreast(&slice->costs, one, two);
			keep(slice, columns, rows, &box);
		}
	}
}

static void try_abreast(struct slice *slice, const struct slice_table *left, const struct slice_table *right)
{
	for (int columns = 2; columns <= slice->columns; columns++) {
		for (int beside = 1; beside < columns; beside++) {
			int low = MAX(left->low[beside], right->low[columns - beside]);
			int high = MIN(left->high[beside], right->high[columns - beside]);
			for (int rows = low; rows <= high; rows++)
				if (slice_table_cost(left, beside, rows) +
					    slice_table_cost(right, columns - beside, rows) <
				    slice->limit[columns][rows])
					abreast(slice, left, right, columns, beside, rows);
		}
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
static struct slice_table *make_table(struct slice *slice, guint64 stories)
{
	for (guint64 part = (stories - 1) & stories; part != 0; part = (part - 1) & stories)
		slice_table(slice, part);
	if (slice_is_single(stories))
		keep_leaf(slice, slice->stories->pdata[slice_lowest(stories)]);
	for (guint64 part = (stories - 1) & stories; part != 0; part = (part - 1) & stories) {
		const struct slice_table *one = slice_table(slice, part);
		const struct slice_table *two = slice_table(slice, stories ^ part);
		try_stacks(slice, one, two);
		try_abreast(slice, one, two);
	}
	try_fillers(slice);
	return pack_ways(slice);
}

const struct slice_table *slice_table(struct slice *slice, guint64 stories)
{
	gint64 key = (gint64)stories;
	struct slice_table *table = g_hash_table_lookup(slice->tables, &key);

	if (table == NULL) {
		table = make_table(slice, stories);
		g_hash_table_insert(slice->tables, g_memdup2(&key, sizeof key), table);
	}
	return table;
}

void slice_forget(struct slice *slice, guint most)
{
	if (g_hash_table_size(slice->tables) > most)
		g_hash_table_remove_all(slice->tables);
}

/* ---- slices that come again ---- */

static gboolean is_same_box(const struct slice_box *one, const struct slice_box *other)
{
	return one->cost == other->cost && one->head_left == other->head_left &&
	       one->head_right == other->head_right && one->head_most == other->head_most &&
	       one->rank == other->rank && one->pictures_left == other->pictures_left &&
	       one->pictures_right == other->pictures_right;
}

static gboolean is_same_story(const struct slice_table *one, const struct slice_table *other)
{
	if (one->columns != other->columns || one->rows != other->rows)
		return FALSE;
	for (int columns = 0; columns <= one->columns; columns++)
		for (int rows = 0; rows <= one->rows; rows++)
			if (!is_same_box(slice_table_box(one, columns, rows),
					 slice_table_box(other, columns, rows)))
				return FALSE;
	return TRUE;
}

static gboolean has_same_fillers(const struct slice *one, const struct slice *other)
{
	return one->fillers->len == other->fillers->len &&
	       (one->fillers->len == 0 || memcmp(one->fillers->data, other->fillers->data,
						 one->fillers->len * sizeof(struct slice_filler)) == 0);
}

gboolean slice_is_like(const struct slice *one, const struct slice *other)
{
	if (one->columns != other->columns || one->rows != other->rows ||
	    one->stories->len != other->stories->len || !has_same_fillers(one, other) ||
	    memcmp(&one->costs, &other->costs, sizeof one->costs) != 0)
		return FALSE;
	for (guint i = 0; i < one->stories->len; i++)
		if (!is_same_story(one->stories->pdata[i], other->stories->pdata[i]))
			return FALSE;
	return TRUE;
}

static gboolean is_beyond(gpointer key, gpointer table, gpointer stories)
{
	guint count = GPOINTER_TO_UINT(stories);

	return count < 64 && (*(const guint64 *)key >> count) != 0;
}

void slice_cut_back(struct slice *slice, guint stories)
{
	g_ptr_array_set_size(slice->stories, (gint)stories);
	g_hash_table_foreach_remove(slice->tables, is_beyond, GUINT_TO_POINTER(stories));
}
