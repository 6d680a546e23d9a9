#include "makeup/table.h"

#include <string.h>

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

/* ---- figures ---- */

/* What follows the integer part of a figure, with its decimal mark; "" of one that has none or is no figure.
 */
static const char *decimals_of(const char *text, gunichar mark)
{
	const char *at = g_utf8_strrchr(text, -1, mark);

	if (at == NULL || at == text || !g_ascii_isdigit(at[-1]) || !g_ascii_isdigit(at[1]))
		return "";
	for (const char *digit = at + 1; *digit != '\0'; digit++)
		if (!g_ascii_isdigit(*digit))
			return "";
	return at;
}

/* Of columns set flush right the decimal marks stand one under another. */
static fix tail_of(const struct stone *stone, const struct story *story, const struct table_cell *cell)
{
	const struct text_style *style = stone_style(stone, STYLE_TABLE);
	g_autoptr(GString) text = g_string_new(NULL);
	fix width;

	for (guint i = 0; i < cell->spans->len; i++)
		g_string_append(text, g_array_index(cell->spans, struct span, i).text);
	const char *decimals = decimals_of(text->str, strcmp(story->language, "vi") == 0 ? ',' : '.');
	if (*decimals == '\0')
		return 0;
	g_autoptr(GArray) runs = manuscript_text(stone, decimals, place_in("", 0, 0), style, story->language);
	struct paragraph *paragraph = manuscript_shape(stone, runs, style);
	width = paragraph_natural_width(paragraph);
	paragraph_free(paragraph);
	return width;
}

static fix longest_tail(const struct table_setting *setting, int column)
{
	fix longest = 0;

	for (int row = 1; row < setting->table->rows; row++)
		longest = MAX(longest, cell_at(setting, row, column)->tail);
	return longest;
}

/* What a cell leaves free at its right, so that its decimal mark stands under the others. */
static fix indent_of(const struct table_setting *setting, int row, int column)
{
	const struct table_cell_setting *cell = cell_at(setting, row, column);

	if (row == 0 || cell->paragraph == NULL || setting->table->align[column] != CELL_RIGHT)
		return 0;
	return longest_tail(setting, column) - cell->tail;
}

/* ---- widths ---- */

static void shape_cells(const struct stone *stone, const struct story *story, struct table_setting *setting)
{
	const struct table *table = setting->table;

	for (int row = 0; row < table->rows; row++) {
		for (int column = 0; column < table->columns; column++) {
			const struct text_style *style = row_style(stone, row);
			const struct table_cell *cell = &table->cells[row * table->columns + column];
			g_autoptr(GArray) runs = manuscript_spans(stone, cell->spans, style, story->language);
			if (runs->len == 0)
				continue;
			cell_at(setting, row, column)->paragraph = manuscript_shape(stone, runs, style);
			if (row > 0 && table->align[column] == CELL_RIGHT)
				cell_at(setting, row, column)->tail = tail_of(stone, story, cell);
		}
	}
}

static fix widest_cell(const struct table_setting *setting, int column)
{
	fix widest = 0;

	for (int row = 0; row < setting->table->rows; row++) {
		const struct paragraph *paragraph = cell_at(setting, row, column)->paragraph;
		if (paragraph != NULL)
			widest = MAX(widest,
				     paragraph_natural_width(paragraph) + indent_of(setting, row, column));
	}
	return widest;
}

/* Where there is room to spare, words get it and figures stay together. */
static int roomiest(const struct table_setting *setting, const fix *widths)
{
	int roomiest = 0;

	for (int column = 1; column < setting->table->columns; column++)
		if (setting->table->align[column] == CELL_LEFT && widths[column] > widths[roomiest])
			roomiest = column;
	return roomiest;
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
		widths[roomiest(setting, widths)] += room - need;
}

static void set_row(struct table_setting *setting, const fix *widths, int row)
{
	fix x = 0;

	setting->row_lines[row] = 1;
	for (int column = 0; column < setting->table->columns; column++) {
		struct table_cell_setting *cell = cell_at(setting, row, column);
		cell->x = x;
		cell->measure.width = widths[column] - indent_of(setting, row, column);
		x += widths[column] + CELL_GAP;
		if (cell->paragraph == NULL)
			continue;
		cell->settings = paragraph_settings(cell->paragraph, &cell->measure);
		const struct setting *best = &cell->settings->by_lines[cell->settings->best];
		setting->row_lines[row] = MAX(setting->row_lines[row], best->lines);
	}
}

static fix width_wanted(const struct table_setting *setting)
{
	fix width = (setting->table->columns - 1) * CELL_GAP;

	for (int column = 0; column < setting->table->columns; column++)
		width += widest_cell(setting, column) + FIX_PT / 16;
	return width;
}

/* Where marks under one another take more room than there is, figures end flush. */
static void forget_tails(struct table_setting *setting)
{
	for (int i = 0; i < setting->table->rows * setting->table->columns; i++)
		setting->cells[i].tail = 0;
}

fix table_natural_width(const struct stone *stone, const struct story *story, const struct table *table)
{
	struct table_setting *setting = g_new0(struct table_setting, 1);
	fix width;

	setting->table = table;
	setting->cells = g_new0(struct table_cell_setting, table->rows * table->columns);
	shape_cells(stone, story, setting);
	forget_tails(setting);
	width = width_wanted(setting);
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
	if (width_wanted(setting) > width)
		forget_tails(setting);
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
