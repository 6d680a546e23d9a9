#include "makeup/slice.h"

#include <math.h>

/* A box this dear is never part of a page worth printing. */
#define COST_CEILING	4000.0f
#define TOMBSTONE_LEAST 64 /* headlines under 16 pt are no tombstones */

struct slice {
	struct makeup_costs costs;
	int columns, rows;
	GPtrArray *stories; /* struct slice_table */
	GArray *fillers;    /* struct slice_filler */
	GHashTable *tables; /* guint64 * → struct slice_table */
};

struct slice *slice_new(const struct makeup_costs *costs, int columns, int rows)
{
	struct slice *slice = g_new0(struct slice, 1);

	slice->costs = *costs;
	slice->columns = columns;
	slice->rows = rows;
	slice->stories = g_ptr_array_new_with_free_func(g_free);
	slice->fillers = g_array_new(FALSE, TRUE, sizeof(struct slice_filler));
	slice->tables = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
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

void slice_table_bound(struct slice_table *table)
{
	for (int columns = 0; columns <= COLUMNS_MAX; columns++) {
		table->low[columns] = ROWS_MAX + 1;
		table->high[columns] = -1;
		for (int rows = 0; rows <= ROWS_MAX; rows++) {
			if (table->box[columns][rows].cost >= COST_CEILING)
				continue;
			table->low[columns] = MIN(table->low[columns], rows);
			table->high[columns] = rows;
		}
	}
}

/* ---- cuts ---- */

static float stack_cost(const struct slice *slice, const struct slice_box *upper,
			const struct slice_box *lower)
{
	float cost = upper->cost + lower->cost;

	if (lower->head_most > upper->head_most + upper->head_most / 50)
		cost += (float)slice->costs.head_rises * (lower->head_most - upper->head_most) /
			(upper->head_most + 1);
	if (lower->rank < upper->rank)
		cost += (float)slice->costs.rank_low * (upper->rank - lower->rank);
	return cost;
}

static float abreast_cost(const struct slice *slice, const struct slice_box *left,
			  const struct slice_box *right)
{
	float cost = left->cost + right->cost;
	int larger = MAX(left->head_right, right->head_left),
	    smaller = MIN(left->head_right, right->head_left);

	if (smaller >= TOMBSTONE_LEAST && (larger - smaller) * 6 < larger)
		cost += (float)slice->costs.tombstone;
	return cost;
}

static struct slice_box stacked(const struct slice_box *upper, const struct slice_box *lower, float cost)
{
	return (struct slice_box){cost, upper->head_left, upper->head_right,
				  MAX(upper->head_most, lower->head_most), MIN(upper->rank, lower->rank)};
}

static struct slice_box side_by_side(const struct slice_box *left, const struct slice_box *right, float cost)
{
	return (struct slice_box){cost, left->head_left, right->head_right,
				  MAX(left->head_most, right->head_most), MIN(left->rank, right->rank)};
}

/* A filler has no headline and the lowest rank: it never offends, and belongs below. */
static struct slice_box filler_box(const struct slice *slice, int index)
{
	const struct slice_filler *filler = &g_array_index(slice->fillers, struct slice_filler, index);
	return (struct slice_box){filler->cost, 0, 0, 0, 9};
}

/* ---- all boxes of a subset ---- */

static void try_stacks(const struct slice *slice, struct slice_table *table, const struct slice_table *upper,
		       const struct slice_table *lower)
{
	for (int columns = 1; columns <= slice->columns; columns++) {
		for (int above = upper->low[columns]; above <= upper->high[columns]; above++) {
			const struct slice_box *top = &upper->box[columns][above];
			int most = MIN(lower->high[columns], slice->rows - above);
			if (top->cost >= COST_CEILING)
				continue;
			for (int below = lower->low[columns]; below <= most; below++) {
				const struct slice_box *foot = &lower->box[columns][below];
				struct slice_box *box = &table->box[columns][above + below];
				if (top->cost + foot->cost >= box->cost)
					continue;
				float cost = stack_cost(slice, top, foot);
				if (cost < box->cost)
					*box = stacked(top, foot, cost);
			}
		}
	}
}

static void try_abreast(const struct slice *slice, struct slice_table *table, const struct slice_table *left,
			const struct slice_table *right)
{
	for (int columns = 2; columns <= slice->columns; columns++) {
		for (int beside = 1; beside < columns; beside++) {
			int low = MAX(left->low[beside], right->low[columns - beside]);
			int high = MIN(left->high[beside], right->high[columns - beside]);
			for (int rows = low; rows <= high; rows++) {
				const struct slice_box *one = &left->box[beside][rows];
				const struct slice_box *two = &right->box[columns - beside][rows];
				struct slice_box *box = &table->box[columns][rows];
				if (one->cost + two->cost >= box->cost)
					continue;
				float cost = abreast_cost(slice, one, two);
				if (cost < box->cost)
					*box = side_by_side(one, two, cost);
			}
		}
	}
}

/* A filler under a box, or beside it. */
static void try_fillers(const struct slice *slice, struct slice_table *table)
{
	for (guint i = 0; i < slice->fillers->len; i++) {
		const struct slice_filler *filler = &g_array_index(slice->fillers, struct slice_filler, i);
		struct slice_box leaf = filler_box(slice, (int)i);
		if (filler->columns > slice->columns)
			continue;
		for (int rows = slice->rows; rows > filler->rows; rows--) {
			const struct slice_box *over = &table->box[filler->columns][rows - filler->rows];
			float cost = stack_cost(slice, over, &leaf);
			if (cost < table->box[filler->columns][rows].cost)
				table->box[filler->columns][rows] = stacked(over, &leaf, cost);
		}
		for (int columns = slice->columns; columns > filler->columns && filler->rows <= slice->rows;
		     columns--) {
			const struct slice_box *beside = &table->box[columns - filler->columns][filler->rows];
			float cost = abreast_cost(slice, beside, &leaf);
			if (cost < table->box[columns][filler->rows].cost)
				table->box[columns][filler->rows] = side_by_side(beside, &leaf, cost);
		}
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

static struct slice_table *empty_table(void)
{
	struct slice_table *table = g_new0(struct slice_table, 1);

	for (int columns = 0; columns <= COLUMNS_MAX; columns++)
		for (int rows = 0; rows <= ROWS_MAX; rows++)
			table->box[columns][rows].cost = SLICE_IMPOSSIBLE;
	return table;
}

static struct slice_table *make_table(struct slice *slice, guint64 stories)
{
	struct slice_table *table;

	if (is_single(stories)) {
		table = g_memdup2(slice->stories->pdata[lowest(stories)], sizeof *table);
	} else {
		table = empty_table();
		for (guint64 part = (stories - 1) & stories; part != 0; part = (part - 1) & stories) {
			const struct slice_table *one = slice_table(slice, part);
			const struct slice_table *two = slice_table(slice, stories ^ part);
			try_stacks(slice, table, one, two);
			try_abreast(slice, table, one, two);
		}
	}
	try_fillers(slice, table);
	slice_table_bound(table);
	return table;
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

static struct slice_node *node_new(enum slice_kind kind, int columns, int rows, int index)
{
	struct slice_node *node = g_new0(struct slice_node, 1);
	*node = (struct slice_node){.kind = kind, .columns = columns, .rows = rows, .index = index};
	return node;
}

static struct slice_node *join(enum slice_kind kind, struct slice_node *first, struct slice_node *second)
{
	gboolean stack = kind == SLICE_STACK;
	struct slice_node *node = node_new(kind, stack ? first->columns : first->columns + second->columns,
					   stack ? first->rows + second->rows : first->rows, -1);
	node->first = first;
	node->second = second;
	return node;
}

static struct slice_node *find_split(struct slice *slice, guint64 stories, guint64 part, int columns,
				     int rows, float cost)
{
	const struct slice_table *one = slice_table(slice, part), *two = slice_table(slice, stories ^ part);

	for (int above = 1; above < rows; above++)
		if (one->box[columns][above].cost < COST_CEILING &&
		    two->box[columns][rows - above].cost < COST_CEILING &&
		    stack_cost(slice, &one->box[columns][above], &two->box[columns][rows - above]) <= cost)
			return join(SLICE_STACK, slice_tree(slice, part, columns, above),
				    slice_tree(slice, stories ^ part, columns, rows - above));
	for (int beside = 1; beside < columns; beside++)
		if (one->box[beside][rows].cost < COST_CEILING &&
		    two->box[columns - beside][rows].cost < COST_CEILING &&
		    abreast_cost(slice, &one->box[beside][rows], &two->box[columns - beside][rows]) <= cost)
			return join(SLICE_ABREAST, slice_tree(slice, part, beside, rows),
				    slice_tree(slice, stories ^ part, columns - beside, rows));
	return NULL;
}

static struct slice_node *find_filler(struct slice *slice, guint64 stories, int columns, int rows, float cost)
{
	const struct slice_table *table = slice_table(slice, stories);

	for (guint i = 0; i < slice->fillers->len; i++) {
		const struct slice_filler *filler = &g_array_index(slice->fillers, struct slice_filler, i);
		struct slice_box leaf = filler_box(slice, (int)i);
		struct slice_node *node;
		if (filler->columns == columns && filler->rows < rows &&
		    stack_cost(slice, &table->box[columns][rows - filler->rows], &leaf) <= cost) {
			node = slice_tree(slice, stories, columns, rows - filler->rows);
			return join(SLICE_STACK, node, node_new(SLICE_FILLER, columns, filler->rows, (int)i));
		}
		if (filler->rows == rows && filler->columns < columns &&
		    abreast_cost(slice, &table->box[columns - filler->columns][rows], &leaf) <= cost) {
			node = slice_tree(slice, stories, columns - filler->columns, rows);
			return join(SLICE_ABREAST, node,
				    node_new(SLICE_FILLER, filler->columns, rows, (int)i));
		}
	}
	return NULL;
}

struct slice_node *slice_tree(struct slice *slice, guint64 stories, int columns, int rows)
{
	float cost = slice_table(slice, stories)->box[columns][rows].cost;
	struct slice_node *node = NULL;

	if (cost >= COST_CEILING)
		return NULL;
	if (is_single(stories)) {
		int bit = lowest(stories);
		const struct slice_table *leaf = slice->stories->pdata[bit];
		if (leaf->box[columns][rows].cost <= cost)
			return node_new(SLICE_STORY, columns, rows, bit);
	}
	for (guint64 part = (stories - 1) & stories; node == NULL && part != 0; part = (part - 1) & stories)
		node = find_split(slice, stories, part, columns, rows, cost);
	return node != NULL ? node : find_filler(slice, stories, columns, rows, cost);
}

void slice_node_free(struct slice_node *node)
{
	if (node == NULL)
		return;
	slice_node_free(node->first);
	slice_node_free(node->second);
	g_free(node);
}
