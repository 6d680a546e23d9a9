#include "makeup/box.h"

#define PANEL_ROWS_LEAST 6
#define END_OVER_AD	 0.05  /* and what it costs more than one of a house ad, where the paper has any */
#define PANEL_FROM	 400.0 /* a box dearer than this is tried with a panel beside the copy */

static double panel_cost(const struct stone *stone, int columns, int rows)
{
	const struct makeup_costs *costs = &stone->design->costs;
	return costs->panel + costs->panel_cell * costs->filler_cell * columns * rows;
}

static double end_cost(const struct stone *stone)
{
	for (guint i = 0; i < stone->edition->ads->len; i++) {
		const struct ad *ad = stone->edition->ads->pdata[i];
		if (ad->filler && ad->usable)
			return stone->design->costs.filler_cell + END_OVER_AD;
	}
	return stone->design->costs.end_cell;
}

static double gap_cost(const struct stone *stone, const struct cells *box, int rows, gboolean last)
{
	if (rows == 0)
		return 0;
	if (last)
		return end_cost(stone) * rows * box->columns;
	if (rows >= PANEL_ROWS_LEAST)
		return panel_cost(stone, box->columns, rows);
	return stone->design->costs.empty_any + stone->design->costs.empty_cell * rows * box->columns;
}

/* Beside an item too short for a panel the cells stay empty. */
static double side_cost(const struct stone *stone, int columns, int rows)
{
	if (columns == 0)
		return 0;
	if (rows >= PANEL_ROWS_LEAST)
		return panel_cost(stone, columns, rows);
	return stone->design->costs.empty_any + stone->design->costs.empty_cell * rows * columns;
}

/* Cheapest way to stand stories in so many of a box's columns, a panel beside them. */
static struct box_fill fill_columns(const struct stone *stone, const struct slice_table *table,
				    const struct cells *box, int columns, gboolean last)
{
	struct box_fill best = {BOX_IMPOSSIBLE, box->rows, box->columns - columns};

	for (int rows = MIN(table->high[columns], box->rows); rows >= table->low[columns]; rows--) {
		double cost = slice_table_box(table, columns, rows)->cost +
			      gap_cost(stone, box, box->rows - rows, last);
		if (slice_table_box(table, columns, rows)->cost >= SLICE_IMPOSSIBLE / 2)
			continue;
		cost += side_cost(stone, box->columns - columns, rows);
		if (cost < best.cost) {
			best.cost = cost;
			best.gap = box->rows - rows;
		}
	}
	return best;
}

static gboolean is_furniture(const struct sheet *sheet, int column, int row)
{
	for (guint i = 0; i < sheet->zones->len; i++) {
		const struct sheet_zone *zone = &g_array_index(sheet->zones, struct sheet_zone, i);
		if (zone->zone->kind == ZONE_FURNITURE && row >= zone->cells.row &&
		    row < zone->cells.row + zone->cells.rows && column >= zone->cells.column &&
		    column < zone->cells.column + zone->cells.columns)
			return TRUE;
	}
	return FALSE;
}

gboolean box_is_foot(const struct sheet *sheet, const struct cells *box)
{
	for (int row = box->row + box->rows; row < sheet->rows; row++)
		for (int column = 0; column < sheet->columns; column++)
			if (!is_furniture(sheet, column, row))
				return FALSE;
	return box->columns == sheet->columns;
}

struct box_fill box_fill(const struct stone *stone, struct slice *slice, guint64 stories,
			 const struct cells *box, gboolean last)
{
	struct box_fill best = {gap_cost(stone, box, box->rows, last), box->rows, 0};
	const struct slice_table *table;

	if (stories == 0)
		return best;
	table = slice_table(slice, stories);
	best = fill_columns(stone, table, box, box->columns, last);
	for (int columns = box->columns - 1; columns >= 1 && best.cost > PANEL_FROM; columns--) {
		struct box_fill narrower = fill_columns(stone, table, box, columns, last);
		if (narrower.cost < best.cost)
			best = narrower;
	}
	return best;
}

static void set_room(struct made_page *page, struct cells room, gboolean is_end)
{
	if (room.rows <= 0 || room.columns <= 0)
		return;
	if (!is_end && room.rows >= PANEL_ROWS_LEAST)
		g_array_append_val(page->panels, room);
	else
		g_array_append_val(page->gaps, room);
}

void box_set(const struct stone *stone, struct made_page *page, struct cast *cast, gboolean may_jump,
	     guint64 stories, struct cells box, const struct box_fill *fill, gboolean last)
{
	struct cells copy = box, foot = box, side = box;

	copy.rows -= fill->gap;
	copy.columns -= fill->side;
	foot.row += copy.rows;
	foot.rows = fill->gap;
	side.column += copy.columns;
	side.columns = fill->side;
	side.rows = copy.rows;
	if (stories != 0)
		made_page_place(stone, page, cast, may_jump, stories, copy);
	set_room(page, foot, last && box_is_foot(page->sheet, &box));
	set_room(page, side, FALSE);
}
