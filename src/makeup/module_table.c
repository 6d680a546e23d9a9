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
		     struct spot spot)
{
	const struct table_cell_setting *cell = &table->cells[row * table->table->columns + column];
	const struct setting *setting;

	if (cell->paragraph == NULL)
		return;
	setting = &cell->settings->by_lines[cell->settings->best];
	spot.x += cell->x + (setting->lines == 1 ? cell_shift(cell, table->table->align[column]) : 0);
	inking_lines(module->forme, cell->paragraph, setting, &cell->measure, spot.x, spot.baseline,
		     stone_leading(module->forme->stone), module->story->id);
}

static void ink_row(const struct module *module, const struct table_setting *table, int index, int row,
		    struct spot spot)
{
	g_autofree char *name = g_strdup_printf("%s/table/%d/%d", module->story->id, index, row);

	inking_mark(module->forme, MARK_ROW, name, module->story->id);
	for (int column = 0; column < table->table->columns; column++) {
		g_autofree char *cell = g_strdup_printf("%s/%d", name, column);
		inking_mark(module->forme, row == 0 ? MARK_HEAD_CELL : MARK_CELL, cell, module->story->id);
		ink_cell(module, table, row, column, spot);
		inking_end(module->forme);
	}
	inking_end(module->forme);
}

/* It is read to nobody twice. */
static void ink_head_again(const struct module *module, const struct table_setting *table, struct spot spot)
{
	inking_artifact(module->forme, "header");
	for (int column = 0; column < table->table->columns; column++)
		ink_cell(module, table, 0, column, spot);
	inking_end(module->forme);
}

static void ink_rule_under(const struct module *module, const struct table_setting *table, int row,
			   struct spot spot)
{
	const struct design *design = module->forme->stone->design;
	fix below = design->leading - stone_baseline(module->forme->stone);

	inking_rule(module->forme,
		    (struct rect){spot.x,
				  spot.baseline + (table->row_lines[row] - 1) * design->leading + below,
				  table->width, design->hairline},
		    row == 0 ? design->ink : design->rule_colour);
}

/* A table in hand: which of its rows stand where. */
struct piece {
	int first, end; /* rows */
	struct spot top;
	gboolean goes_on; /* its head stands again over it */
};

static struct spot spot_in(const struct module *module, const struct table_setting *table,
			   const struct piece *piece, int row)
{
	struct spot spot = piece->top;
	int down = table_setting_row_start(table, row) - table_setting_row_start(table, piece->first) +
		   (piece->goes_on ? table_choices_head_rows(table) : 0);

	spot.baseline += down * stone_leading(module->forme->stone);
	return spot;
}

static void ink_piece(const struct module *module, const struct table_setting *table, int index,
		      const struct piece *piece)
{
	g_autofree char *name = module_piece_name(module, "table", index);

	if (piece->goes_on)
		ink_head_again(module, table, piece->top);
	inking_mark(module->forme, MARK_TABLE, name, module->story->id);
	for (int row = piece->first; row < piece->end; row++)
		ink_row(module, table, index, row, spot_in(module, table, piece, row));
	inking_end(module->forme);
	if (piece->goes_on)
		ink_rule_under(module, table, 0, piece->top);
	for (int row = piece->first; row < piece->end; row++)
		ink_rule_under(module, table, row, spot_in(module, table, piece, row));
}

void module_table(const struct module *module, const struct table_setting *table, int index, struct spot top)
{
	const struct piece whole = {0, table->table->rows, top, FALSE};

	ink_piece(module, table, index, &whole);
}

void module_table_in_legs(const struct module *module, const struct element *element, int index, int row)
{
	const struct table_setting *table = element->table;
	struct piece piece = {.top = module_spot(module, row + module_choice(module, index)->above)};

	row += module_choice(module, index)->above;
	for (int i = 1; i < table->table->rows; i++) {
		struct spot spot = module_spot(module, row + table_setting_row_start(table, i));
		if (spot.leg == piece.top.leg)
			continue;
		piece.end = i;
		ink_piece(module, table, index, &piece);
		piece = (struct piece){.first = i, .top = spot, .goes_on = TRUE};
		row += table_choices_head_rows(table);
	}
	piece.end = table->table->rows;
	ink_piece(module, table, index, &piece);
}
