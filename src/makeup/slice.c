#include "makeup/slice.h"

#include <string.h>

#include "makeup/slice_cut.h"

struct slice {
	struct makeup_costs costs;
	int columns, rows;
	GPtrArray *stories; /* struct slice_table */
	GArray *fillers;    /* struct slice_filler */
	GHashTable *tables; /* guint64 * → struct slice_table */
	float window[2];    /* of narrower boxes, and of those as wide as the page */
	/* of the table in the making */
	struct slice_ways ways[COLUMNS_MAX + 1][ROWS_MAX + 1];
	float limit[COLUMNS_MAX + 1][ROWS_MAX + 1];	 /* a box as dear as that is not kept */
	int low[COLUMNS_MAX + 1], high[COLUMNS_MAX + 1]; /* rows of which any were kept */
};

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

static int count_ways(const struct slice_table *table, int columns, int rows)
{
	return slice_table_cost(table, columns, rows) < SLICE_CEILING
		       ? 1 + table->others[columns][rows - table->base[columns]] % SLICE_KEPT
		       : 0;
}

static const struct slice_box *way_at(const struct slice_table *table, int columns, int rows, int nth)
{
	int row = rows - table->base[columns];

	return nth == 0 ? &table->box[columns][row]
			: &table->other[table->others[columns][row] / SLICE_KEPT + nth - 1];
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
	int tops = count_ways(upper, columns, above), feet = count_ways(lower, columns, below);
	const float *limit = &slice->limit[columns][above + below];

	for (int i = 0; i < tops; i++) {
		const struct slice_box *top = way_at(upper, columns, above, i);
		for (int k = 0; k < feet; k++) {
			const struct slice_box *foot = way_at(lower, columns, below, k);
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
	int ones = count_ways(left, beside, rows), twos = count_ways(right, columns - beside, rows);
	const float *limit = &slice->limit[columns][rows];

	for (int i = 0; i < ones; i++) {
		const struct slice_box *one = way_at(left, beside, rows, i);
		for (int k = 0; k < twos; k++) {
			const struct slice_box *two = way_at(right, columns - beside, rows, k);
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

/* A filler has no headline and the lowest rank: it never offends, and belongs below. */
static struct slice_box filler_box(const struct slice_filler *filler)
{
	return (struct slice_box){.cost = filler->cost, .rank = 9};
}

/* A filler under a box, or beside it; the largest boxes first, so that it comes in once. */
static void try_filler(struct slice *slice, const struct slice_filler *filler)
{
	struct slice_box leaf = filler_box(filler), box;

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

static int lowest(guint64 stories)
{
	return __builtin_ctzll(stories);
}

static gboolean is_single(guint64 stories)
{
	return (stories & (stories - 1)) == 0;
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
	if (is_single(stories))
		keep_leaf(slice, slice->stories->pdata[lowest(stories)]);
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

/* ---- how a box is made up ---- */

/* The box to take apart, and the best way found so far. */
struct search {
	struct slice *slice;
	guint64 stories;
	int columns, rows;
	struct slice_box target;
	float cost; /* of the way found */
	enum slice_kind kind;
	guint64 part; /* 0: the second half is a filler, or there is none */
	int index;    /* of the story or filler */
	int first;    /* rows above, or columns at the left */
	int way[2];
};

#define OTHER_EDGES 1e4f /* a way whose edges differ, where no other is found */

static struct slice_node *tree_of(struct slice *slice, guint64 stories, int columns, int rows, int nth);

static gboolean is_found(const struct search *search)
{
	return search->cost <= search->target.cost;
}

/* Keeps a way that is better than the one found; FALSE for one that is not. */
static gboolean offer(struct search *search, enum slice_kind kind, const struct slice_box *box)
{
	float cost = box->cost;

	if (!slice_cut_is_no_worse(box, &search->target, search->columns == search->slice->columns))
		cost += OTHER_EDGES;
	if (cost >= search->cost)
		return FALSE;
	search->cost = cost;
	search->kind = kind;
	return TRUE;
}

/* The two parts of a box and where it is cut. */
struct cut {
	const struct slice_table *one, *two;
	guint64 part;
	enum slice_kind kind;
	int first; /* rows or columns */
};

static void offer_ways(struct search *search, const struct cut *cut, const int columns[2], const int rows[2])
{
	const struct makeup_costs *costs = &search->slice->costs;

	for (int i = 0; i < count_ways(cut->one, columns[0], rows[0]); i++) {
		for (int k = 0; k < count_ways(cut->two, columns[1], rows[1]); k++) {
			const struct slice_box *a = way_at(cut->one, columns[0], rows[0], i),
					       *b = way_at(cut->two, columns[1], rows[1], k);
			struct slice_box box = cut->kind == SLICE_STACK
						       ? slice_cut_stack(costs, a, b, cut->first)
						       : slice_cut_abreast(costs, a, b);
			if (!offer(search, cut->kind, &box))
				continue;
			search->part = cut->part;
			search->first = cut->first;
			search->way[0] = i;
			search->way[1] = k;
		}
	}
}

/* One table over or beside the other. */
static void offer_cut(struct search *search, const struct cut *cut)
{
	gboolean stack = cut->kind == SLICE_STACK;
	int columns[2] = {stack ? search->columns : cut->first,
			  stack ? search->columns : search->columns - cut->first};
	int rows[2] = {stack ? cut->first : search->rows, stack ? search->rows - cut->first : search->rows};

	if (slice_table_cost(cut->one, columns[0], rows[0]) +
		    slice_table_cost(cut->two, columns[1], rows[1]) <=
	    search->target.cost)
		offer_ways(search, cut, columns, rows);
}

static void offer_cuts(struct search *search, guint64 part)
{
	int columns = search->columns, rows = search->rows;
	struct cut cut = {slice_table(search->slice, part),
			  slice_table(search->slice, search->stories ^ part), part, SLICE_STACK, 0};
	int least = MAX(cut.one->low[columns], rows - cut.two->high[columns]);
	int most = MIN(cut.one->high[columns], rows - cut.two->low[columns]);

	for (cut.first = MAX(least, 1); cut.first <= MIN(most, rows - 1) && !is_found(search); cut.first++)
		offer_cut(search, &cut);
	cut.kind = SLICE_ABREAST;
	for (cut.first = 1; cut.first < columns && !is_found(search); cut.first++)
		offer_cut(search, &cut);
}

static void offer_filler(struct search *search, int index)
{
	const struct slice_filler *filler =
		&g_array_index(search->slice->fillers, struct slice_filler, index);
	const struct slice_table *table = slice_table(search->slice, search->stories);
	gboolean stack = filler->columns == search->columns && filler->rows < search->rows;
	int columns = search->columns - (stack ? 0 : filler->columns),
	    rows = search->rows - (stack ? filler->rows : 0);
	struct slice_box leaf = filler_box(filler);

	if (!stack && (filler->rows != search->rows || filler->columns >= search->columns))
		return;
	for (int i = 0; i < count_ways(table, columns, rows); i++) {
		const struct slice_box *rest = way_at(table, columns, rows, i);
		struct slice_box box = stack ? slice_cut_stack(&search->slice->costs, rest, &leaf, rows)
					     : slice_cut_abreast(&search->slice->costs, rest, &leaf);
		if (!offer(search, stack ? SLICE_STACK : SLICE_ABREAST, &box))
			continue;
		search->part = 0;
		search->index = index;
		search->first = stack ? rows : columns;
		search->way[0] = i;
	}
}

static void offer_leaf(struct search *search)
{
	int bit = lowest(search->stories);
	const struct slice_table *leaf = search->slice->stories->pdata[bit];

	if (search->columns <= leaf->columns && search->rows <= leaf->rows &&
	    offer(search, SLICE_STORY, slice_table_box(leaf, search->columns, search->rows)))
		search->index = bit;
}

static struct slice_node *node_new(enum slice_kind kind, int columns, int rows, int index)
{
	struct slice_node *node = g_new0(struct slice_node, 1);
	*node = (struct slice_node){.kind = kind, .columns = columns, .rows = rows, .index = index};
	return node;
}

static struct slice_node *node_of(const struct search *search)
{
	gboolean stack = search->kind == SLICE_STACK;
	int columns = stack ? search->columns : search->first, rows = stack ? search->first : search->rows;
	int columns_left = search->columns - (stack ? 0 : columns),
	    rows_left = search->rows - (stack ? rows : 0);
	struct slice_node *node = node_new(search->kind, search->columns, search->rows, search->index);

	if (search->kind == SLICE_STORY)
		return node;
	node->index = -1;
	node->first = tree_of(search->slice, search->part != 0 ? search->part : search->stories, columns,
			      rows, search->way[0]);
	node->second = search->part == 0 ? node_new(SLICE_FILLER, columns_left, rows_left, search->index)
					 : tree_of(search->slice, search->stories ^ search->part,
						   columns_left, rows_left, search->way[1]);
	return node;
}

static struct slice_node *tree_of(struct slice *slice, guint64 stories, int columns, int rows, int nth)
{
	struct search search = {.slice = slice,
				.stories = stories,
				.columns = columns,
				.rows = rows,
				.cost = SLICE_IMPOSSIBLE,
				.target = *way_at(slice_table(slice, stories), columns, rows, nth)};

	if (is_single(stories))
		offer_leaf(&search);
	for (guint64 part = (stories - 1) & stories; part != 0 && !is_found(&search);
	     part = (part - 1) & stories)
		offer_cuts(&search, part);
	for (guint i = 0; i < slice->fillers->len && !is_found(&search); i++)
		offer_filler(&search, (int)i);
	return node_of(&search);
}

struct slice_node *slice_tree(struct slice *slice, guint64 stories, int columns, int rows)
{
	if (slice_table_cost(slice_table(slice, stories), columns, rows) >= SLICE_CEILING)
		return NULL;
	return tree_of(slice, stories, columns, rows, 0);
}

void slice_node_free(struct slice_node *node)
{
	if (node == NULL)
		return;
	slice_node_free(node->first);
	slice_node_free(node->second);
	g_free(node);
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
