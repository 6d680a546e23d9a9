/* module_table.c - a table of a story as items of the page */
#include "makeup/module_parts.h"

static fix cell_shift(const struct table_cell_setting *cell, enum cell_align align)
{
	fix spare = cell->measure.width - paragraph_natural_width(cell->paragraph);

	if (spare <= 0 || align == CELL_LEFT)
		return 0;
	return align == CELL_RIGHT ? spare : spare / 2;
}

static void ink_cell(const struct module *module, const struct table_setting *table, int row, int column,
		     const char *name, struct spot spot)
{
	const struct table_cell_setting *cell = &table->cells[row * table->table->columns + column];
	g_autofree char *cell_name = g_strdup_printf("%s/%d", name, column);

	inking_mark(module->forme, row == 0 ? MARK_HEAD_CELL : MARK_CELL, cell_name, module->story->id);
	if (cell->paragraph != NULL) {
		const struct setting *setting = &cell->settings->by_lines[cell->settings->best];
		inking_lines(
			module->forme, cell->paragraph, setting, &cell->measure,
			spot.x + cell->x +
				(setting->lines == 1 ? cell_shift(cell, table->table->align[column]) : 0),
			spot.baseline, stone_leading(module->forme->stone), module->story->id);
	}
	inking_end(module->forme);
}

void module_table(const struct module *module, const struct table_setting *table, int index, struct spot top)
{
	const struct design *design = module->forme->stone->design;
	fix below = design->leading - stone_baseline(module->forme->stone);
	g_autofree char *table_name = module_piece_name(module, "table", index);

	inking_mark(module->forme, MARK_TABLE, table_name, module->story->id);
	for (int row = 0; row < table->table->rows; row++) {
		struct spot spot = {top.leg, top.x,
				    top.baseline + table_setting_row_start(table, row) * design->leading};
		g_autofree char *name = g_strdup_printf("%s/table/%d/%d", module->story->id, index, row);
		inking_mark(module->forme, MARK_ROW, name, module->story->id);
		for (int column = 0; column < table->table->columns; column++)
			ink_cell(module, table, row, column, name, spot);
		inking_end(module->forme);
	}
	inking_end(module->forme);
	for (int row = 0; row < table->table->rows; row++) {
		int last = table_setting_row_start(table, row) + table->row_lines[row] - 1;
		inking_rule(module->forme,
			    (struct rect){top.x, top.baseline + last * design->leading + below, table->width,
					  design->hairline},
			    row == 0 ? design->ink : design->rule_colour);
	}
}
