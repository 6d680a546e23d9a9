/*
 * table.h - a table set to a measure: rows of cells on the grid
 */
#ifndef MAKEUP_TABLE_H
#define MAKEUP_TABLE_H

#include "makeup/stone.h"

struct table_cell_setting {
	struct paragraph *paragraph;
	const struct settings *settings;
	struct measure measure;
	fix x;	  /* from the table's left edge */
	fix tail; /* of a figure: from its decimal mark on */
};

struct table_setting {
	const struct table *table;
	fix width;
	int *row_lines; /* grid rows each row of the table takes */
	struct table_cell_setting *cells;
	int rows; /* grid rows in all, with what the rules need */
};

struct table_setting *table_setting_new(const struct stone *stone, const struct story *story,
					const struct table *table, fix width);
void table_setting_free(struct table_setting *setting);

/* Width in which no cell has to turn. */
fix table_natural_width(const struct stone *stone, const struct story *story, const struct table *table);

/* Grid row, from the table's first, at which its row `row` starts; the head is row 0. */
int table_setting_row_start(const struct table_setting *setting, int row);

#endif
