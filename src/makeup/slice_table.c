/* slice_table.c - the boxes of a story or of a subset, in one block of memory */
#include <string.h>

#include "makeup/slice_parts.h"

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
	struct slice_table *table =
		g_malloc(sizeof *table + (cells + (gsize)others) * box +
			 cells * (sizeof(float) + sizeof(guint16)) + SLICE_AT_ONCE * sizeof(float));
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

/* ---- out of the ways that were kept ---- */

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

struct slice_table *slice_table_of_ways(const struct slice *slice)
{
	struct slice_table *table =
		table_new(slice->columns, slice->rows, slice->low, slice->high, count_others(slice));
	int others = 0;

	for (int columns = 0; columns <= COLUMNS_MAX; columns++) {
		int low = slice->low[columns], high = slice->high[columns];
		for (int rows = low; rows <= high; rows++)
			others += pack_box(&slice->ways[columns][rows], table, columns, rows - low, others);
		bound(table, columns, low, high);
	}
	return table;
}
