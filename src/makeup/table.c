#include "makeup/table.h"

#include "makeup/manuscript.h"

#define CELL_GAP (6 * FIX_PT)

static struct table_cell_setting *cell_at(const struct table_setting *setting, int row, int column)
{
	return &setting->cells[row * setting->table->columns + column];
}

static const struct text_style *row_style(const struct stone *stone, int row)
{
	return stone_style(stone, row == 0 ? STYLE_TABLE_HEAD : STYLE_TABLE);
}

static void shape_cells(const struct stone *stone, const struct story *story, struct table_setting *setting)
{
	const struct table *table = setting->table;

	for (int row = 0; row < table->rows; row++) {
		for (int column = 0; column < table->columns; column++) {
			const struct text_style *style = row_style(stone, row);
			const struct table_cell *cell = &table->cells[row * table->columns + column];
			g_autoptr(GArray) runs = manuscript_spans(stone, cell->spans, style, story->language);
			if (runs->len > 0)
				cell_at(setting, row, column)->paragraph =
					manuscript_shape(stone, runs, style);
		}
	}
}

static fix widest_cell(const struct table_setting *setting, int column)
{
	fix widest = 0;

	for (int row = 0; row < setting->table->rows; row++) {
		const struct paragraph *paragraph = cell_at(setting, row, column)->paragraph;
		if (paragraph != NULL)
			widest = MAX(widest, paragraph_natural_width(paragraph));
	}
	return widest;
}

/* Columns take what they need; where that is too much, the widest give first. */
static void share_width(const struct table_setting *setting, fix *widths)
{
	int columns = setting->table->columns;
	fix room = setting->width - (columns - 1) * CELL_GAP, need = 0;

	for (int column = 0; column < columns; column++)
		need += widths[column] = widest_cell(setting, column) + FIX_PT / 16;
	while (need > room) {
		int widest = 0;
		fix next = 0;
		for (int column = 1; column < columns; column++)
			if (widths[column] > widths[widest])
				widest = column;
		for (int column = 0; column < columns; column++)
			if (widths[column] < widths[widest])
				next = MAX(next, widths[column]);
		fix give = MIN(need - room, MAX(widths[widest] - next, FIX_PT));
		if (widths[widest] - give < 12 * FIX_PT)
			break;
		widths[widest] -= give;
		need -= give;
	}
	if (need < room)
		widths[0] += room - need;
}

static void set_row(struct table_setting *setting, const fix *widths, int row)
{
	fix x = 0;

	setting->row_lines[row] = 1;
	for (int column = 0; column < setting->table->columns; column++) {
		struct table_cell_setting *cell = cell_at(setting, row, column);
		cell->x = x;
		cell->measure.width = widths[column];
		x += widths[column] + CELL_GAP;
		if (cell->paragraph == NULL)
			continue;
		cell->settings = paragraph_settings(cell->paragraph, &cell->measure);
		const struct setting *best = &cell->settings->by_lines[cell->settings->best];
		setting->row_lines[row] = MAX(setting->row_lines[row], best->lines);
	}
}

fix table_natural_width(const struct stone *stone, const struct story *story, const struct table *table)
{
	struct table_setting *setting = g_new0(struct table_setting, 1);
	fix width = (table->columns - 1) * CELL_GAP;

	setting->table = table;
	setting->cells = g_new0(struct table_cell_setting, table->rows * table->columns);
	shape_cells(stone, story, setting);
	for (int column = 0; column < table->columns; column++)
		width += widest_cell(setting, column) + FIX_PT / 16;
	table_setting_free(setting);
	return width;
}

struct table_setting *table_setting_new(const struct stone *stone, const struct story *story,
					const struct table *table, fix width)
{
	struct table_setting *setting = g_new0(struct table_setting, 1);
	g_autofree fix *widths = g_new0(fix, table->columns);

	setting->table = table;
	setting->width = width;
	setting->row_lines = g_new0(int, table->rows);
	setting->cells = g_new0(struct table_cell_setting, table->rows * table->columns);
	shape_cells(stone, story, setting);
	share_width(setting, widths);
	for (int row = 0; row < table->rows; row++) {
		set_row(setting, widths, row);
		setting->rows += setting->row_lines[row];
	}
	return setting;
}

void table_setting_free(struct table_setting *setting)
{
	if (setting == NULL)
		return;
	for (int i = 0; i < setting->table->rows * setting->table->columns; i++) {
		paragraph_free(setting->cells[i].paragraph);
	}
	g_free(setting->row_lines);
	g_free(setting->cells);
	g_free(setting);
}

int table_setting_row_start(const struct table_setting *setting, int row)
{
	int start = 0;

	for (int i = 0; i < row; i++)
		start += setting->row_lines[i];
	return start;
}
