/* slice_tree.c - how a box of a slice is made up */
#include "makeup/slice_parts.h"

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

	for (int i = 0; i < slice_count_ways(cut->one, columns[0], rows[0]); i++) {
		for (int k = 0; k < slice_count_ways(cut->two, columns[1], rows[1]); k++) {
			const struct slice_box *a = slice_way_at(cut->one, columns[0], rows[0], i),
					       *b = slice_way_at(cut->two, columns[1], rows[1], k);
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
	struct slice_box leaf = slice_filler_box(filler);

	if (!stack && (filler->rows != search->rows || filler->columns >= search->columns))
		return;
	for (int i = 0; i < slice_count_ways(table, columns, rows); i++) {
		const struct slice_box *rest = slice_way_at(table, columns, rows, i);
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
	int bit = slice_lowest(search->stories);
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
				.target = *slice_way_at(slice_table(slice, stories), columns, rows, nth)};

	if (slice_is_single(stories))
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
