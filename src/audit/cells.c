#include "audit/cells.h"

static const char *const use_words[CELL_USES] = {"story",     "photo", "ad", "filler",
						 "furniture", "empty", "end"};

const char *cells_use_word(enum cell_use use)
{
	return use_words[use];
}

struct rect cells_rect(const struct grid *grid, struct cells cells)
{
	return (struct rect){
		.x = design_column_x(grid->design, grid->columns, cells.column),
		.y = design_row_y(grid->design, cells.row),
		.width = design_measure(grid->design, grid->columns, cells.columns),
		.height = cells.rows * grid->design->leading,
	};
}

int cells_row_at(const struct grid *grid, fix y)
{
	fix below = y - design_row_y(grid->design, 0);

	return below < 0 ? -1 : MIN(below / grid->design->leading, grid->rows);
}

/* Half of each gutter belongs to the column beside it. */
int cells_column_at(const struct grid *grid, fix x)
{
	fix half = grid->design->gutter / 2;
	int column = -1;

	while (column < grid->columns && x >= design_column_x(grid->design, grid->columns, column + 1) - half)
		column++;
	return column;
}

gboolean cells_hold(struct cells cells, int column, int row)
{
	return column >= cells.column && column < cells.column + cells.columns && row >= cells.row &&
	       row < cells.row + cells.rows;
}
