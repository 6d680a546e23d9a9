#include "audit/plate.h"

int *plate_use_at(const struct plate *plate, int column, int row)
{
	return &plate->use[row * plate->grid.columns + column];
}

gboolean plate_is_inside(const struct plate *plate, struct cells cells)
{
	return cells.column >= 0 && cells.row >= 0 && cells.columns > 0 && cells.rows > 0 &&
	       cells.column + cells.columns <= plate->grid.columns &&
	       cells.row + cells.rows <= plate->grid.rows;
}

gboolean plate_is_free(const struct plate *plate, struct cells cells)
{
	for (int row = cells.row; row < cells.row + cells.rows; row++)
		for (int column = cells.column; column < cells.column + cells.columns; column++)
			if (*plate_use_at(plate, column, row) != PLATE_FREE)
				return FALSE;
	return TRUE;
}

gboolean plate_row_is_free(const struct plate *plate, int row)
{
	return plate_is_free(plate, (struct cells){0, row, plate->grid.columns, 1});
}

void plate_take(const struct plate *plate, struct cells cells, enum cell_use use)
{
	for (int row = cells.row; row < cells.row + cells.rows; row++)
		for (int column = cells.column; column < cells.column + cells.columns; column++)
			*plate_use_at(plate, column, row) = (int)use;
}
