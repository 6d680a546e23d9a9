/*
 * cells.h - rectangles of a page's grid, and what its cells are used for
 */
#ifndef AUDIT_CELLS_H
#define AUDIT_CELLS_H

#include <glib.h>

#include "design/design.h"

struct cells {
	int column, row, columns, rows;
};

enum cell_use {
	CELLS_STORY,
	CELLS_PHOTO,
	CELLS_AD,
	CELLS_FILLER,
	CELLS_FURNITURE,
	CELLS_EMPTY,
	CELLS_END,
	CELL_USES
};

const char *cells_use_word(enum cell_use use);

/* The grid of one page, as the layout draws it. */
struct grid {
	const struct design *design;
	int columns, rows;
};

struct rect cells_rect(const struct grid *grid, struct cells cells);
/* Row or column that a point falls in; -1 above or left of the grid, rows or columns below or right of it. */
int cells_row_at(const struct grid *grid, fix y);
int cells_column_at(const struct grid *grid, fix x);
gboolean cells_hold(struct cells cells, int column, int row);

#endif
