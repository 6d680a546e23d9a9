/*
 * slice_parts.h - what the files of a slice share
 *
 * Used by slice*.c only.
 */
#ifndef MAKEUP_SLICE_PARTS_H
#define MAKEUP_SLICE_PARTS_H

#include "makeup/slice_cut.h"

#define SLICE_AT_ONCE 8 /* costs looked at together: as many floats may be read beyond those of a table */

struct slice {
	struct makeup_costs costs;
	int columns, rows;
	GPtrArray *stories; /* struct slice_table */
	GArray *fillers;    /* struct slice_filler */
	GHashTable *tables; /* guint64 * → struct slice_table */
	float window[2];    /* of narrower boxes, and of those as wide as the page */
	/* of the table in the making */
	struct slice_ways ways[COLUMNS_MAX + 1][ROWS_MAX + 1];
	float bound[COLUMNS_MAX + 1][ROWS_MAX + 1 + SLICE_AT_ONCE]; /* a box as dear as that will not stay */
	float limit[COLUMNS_MAX + 1][ROWS_MAX + 1 + SLICE_AT_ONCE]; /* and beside those kept so far */
	int low[COLUMNS_MAX + 1], high[COLUMNS_MAX + 1];	    /* rows of which any were kept */
};

/* The costs of boxes of `rows` and more, where the table has room for any. */
static inline const float *slice_table_costs(const struct slice_table *table, int columns, int rows)
{
	return &table->cost[columns][rows - table->base[columns]];
}

/* Of a box of the table. */
static inline int slice_count_ways(const struct slice_table *table, int columns, int rows)
{
	return slice_table_cost(table, columns, rows) < SLICE_CEILING
		       ? 1 + table->others[columns][rows - table->base[columns]] % SLICE_KEPT
		       : 0;
}

static inline const struct slice_box *slice_way_at(const struct slice_table *table, int columns, int rows,
						   int nth)
{
	int row = rows - table->base[columns];

	return nth == 0 ? &table->box[columns][row]
			: &table->other[table->others[columns][row] / SLICE_KEPT + nth - 1];
}

/* A filler has no headline and the lowest rank: it never offends, and belongs below. */
static inline struct slice_box slice_filler_box(const struct slice_filler *filler)
{
	return (struct slice_box){.cost = filler->cost, .rank = 9};
}

/* The table of a subset, made anew. */
struct slice_table *slice_make(struct slice *slice, guint64 stories);
/* The table of the ways that were kept. */
struct slice_table *slice_table_of_ways(const struct slice *slice);

static inline int slice_lowest(guint64 stories)
{
	return __builtin_ctzll(stories);
}

static inline gboolean slice_is_single(guint64 stories)
{
	return (stories & (stories - 1)) == 0;
}

#endif
