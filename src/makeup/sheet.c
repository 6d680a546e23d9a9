#include "makeup/plan.h"

#include <string.h>

#include "makeup/regulars.h"

#define MARK_ROWS 1

/* ---- templates ---- */

/* The plan's own template wins. A template of another measure than the page's leaves it all open. */
static const struct page_template *choose_template(const struct stone *stone, const struct sheet *sheet,
						   enum sheet_role role)
{
	const struct plan_page *plan = plan_of_page(stone->edition, sheet->label);
	struct page_position position = {.label = sheet->label,
					 .number = sheet->number,
					 .columns = sheet->columns,
					 .is_last = (role & SHEET_LAST) != 0,
					 .section = sheet->section,
					 .opens_section = (role & SHEET_OPENS_SECTION) != 0};

	if (plan != NULL && plan->template_name != NULL &&
	    design_template_named(stone->design, plan->template_name, 0) != NULL)
		return design_template_named(stone->design, plan->template_name, sheet->columns);
	return design_template_for(stone->design, &position);
}

/* Rows of a zone that its content leaves to stories. */
static int rows_left(const struct stone *stone, const struct sheet *sheet, const struct sheet_zone *zone)
{
	const char *what = zone->zone->what;

	if (regulars_is_zone(zone->zone))
		return zone->cells.rows - regulars_rows(stone, zone->zone);
	switch (zone->zone->kind) {
	case ZONE_FURNITURE:
		if (strcmp(what, "imprint") == 0 && !edition_has_imprint(stone->edition))
			return zone->cells.rows;
		return strcmp(what, "index") == 0 ? stone->index_less : 0;
	case ZONE_STORY:
		return sheet->number == 1 && strcmp(what, "lead") == 0 ? 0 : zone->cells.rows;
	case ZONE_FILLER:
		return zone->cells.rows;
	default:
		return 0;
	}
}

/* Whether nothing open is drawn under a zone. */
static gboolean has_zones_under(const struct sheet *sheet, const struct zone *zone)
{
	const struct page_template *template_ = sheet->template_;
	int line = zone->map_row + zone->map_rows;

	for (int column = zone->column; line < template_->map_lines && column < zone->column + zone->columns;
	     column++)
		if (template_->map[line * template_->columns + column] == '.')
			return FALSE;
	return line < template_->map_lines;
}

/* The foot of a zone becomes open, or its head where it stands at the foot of the page or on another zone. */
static void shorten(const struct stone *stone, const struct sheet *sheet, struct sheet_zone *zone)
{
	int less = CLAMP(rows_left(stone, sheet, zone), 0, zone->cells.rows);

	if (zone->cells.row + zone->cells.rows == sheet->rows ||
	    (regulars_is_zone(zone->zone) && has_zones_under(sheet, zone->zone)))
		zone->cells.row += less;
	zone->cells.rows -= less;
}

/* The lead takes the columns beside it where the index has nothing to say. */
static void widen_over(struct sheet *sheet, struct cells gone)
{
	for (guint i = 0; i < sheet->zones->len; i++) {
		struct sheet_zone *zone = &g_array_index(sheet->zones, struct sheet_zone, i);
		gboolean before = zone->cells.column + zone->cells.columns == gone.column;
		gboolean behind = gone.column + gone.columns == zone->cells.column;
		if (zone->zone->kind != ZONE_STORY || regulars_is_zone(zone->zone) ||
		    zone->cells.row != gone.row || zone->cells.rows != gone.rows || !(before || behind))
			continue;
		zone->cells.columns += gone.columns;
		zone->cells.column -= behind ? gone.columns : 0;
		return;
	}
}

static void widen_over_index(const struct stone *stone, struct sheet *sheet)
{
	const struct page_template *template_ = sheet->template_;

	for (guint i = 0; template_ != NULL && i < template_->zones->len; i++) {
		const struct zone *zone = &g_array_index(template_->zones, struct zone, i);
		int top = template_row(template_, zone->map_row, sheet->rows);
		int foot = template_row(template_, zone->map_row + zone->map_rows, sheet->rows);
		if (zone->kind == ZONE_FURNITURE && strcmp(zone->what, "index") == 0 &&
		    stone->index_less >= foot - top)
			widen_over(sheet, (struct cells){zone->column, top, zone->columns, foot - top});
	}
}

static void add_zones(const struct stone *stone, struct sheet *sheet)
{
	const struct page_template *template_ = sheet->template_;

	for (guint i = 0; template_ != NULL && i < template_->zones->len; i++) {
		const struct zone *zone = &g_array_index(template_->zones, struct zone, i);
		int top = template_row(template_, zone->map_row, sheet->rows);
		int foot = template_row(template_, zone->map_row + zone->map_rows, sheet->rows);
		struct sheet_zone placed = {zone, {zone->column, top, zone->columns, foot - top}};
		shorten(stone, sheet, &placed);
		if (placed.cells.rows > 0)
			g_array_append_val(sheet->zones, placed);
	}
	widen_over_index(stone, sheet);
}

/* ---- ads ---- */

/* Sizes in columns are of the layout's own grid, whatever the measure of the page. */
static struct cells columns_for(const struct stone *stone, fix width, int rows, int page_columns)
{
	struct cells size = {0, 0, 1, CLAMP(rows, 1, stone->design->rows - MARK_ROWS)};

	while (size.columns < page_columns &&
	       design_measure(stone->design, page_columns, size.columns) < width - FIX_PT)
		size.columns++;
	return size;
}

struct cells sheet_ad_size(const struct stone *stone, const struct ad *ad, int page_columns)
{
	const struct design *design = stone->design;
	fix full = design_measure(design, design->columns, design->columns);

	switch (ad->size) {
	case AD_MM:
		return columns_for(stone, fix_from_mm(ad->width_mm),
				   stone_rows(stone, fix_from_mm(ad->height_mm) - FIX_PT), page_columns);
	case AD_QUARTER:
		return columns_for(stone, full / 2, design->rows / 2 - MARK_ROWS, page_columns);
	case AD_HALF:
		return columns_for(stone, full, design->rows / 2 - MARK_ROWS, page_columns);
	case AD_FULL:
		return columns_for(stone, full, design->rows - MARK_ROWS, page_columns);
	default:
		return columns_for(
			stone,
			design_measure(design, design->columns, CLAMP(ad->columns, 1, design->columns)),
			ad->rows, page_columns);
	}
}

static gboolean overlap(struct cells a, struct cells b)
{
	return a.column < b.column + b.columns && b.column < a.column + a.columns && a.row < b.row + b.rows &&
	       b.row < a.row + a.rows;
}

static gboolean is_free(const struct sheet *sheet, struct cells cells)
{
	for (guint i = 0; i < sheet->zones->len; i++)
		if (overlap(cells, g_array_index(sheet->zones, struct sheet_zone, i).cells))
			return FALSE;
	for (guint i = 0; i < sheet->ads->len; i++)
		if (overlap(cells, g_array_index(sheet->ads, struct sheet_ad, i).cells))
			return FALSE;
	return TRUE;
}

/* From its corner an ad moves along the edge first, then towards the middle. */
static gboolean find_place(const struct sheet *sheet, const struct ad *ad, struct cells *cells)
{
	gboolean top = ad->at == CORNER_TOP_LEFT || ad->at == CORNER_TOP_RIGHT;
	gboolean left = ad->at == CORNER_TOP_LEFT || ad->at == CORNER_BOTTOM_LEFT;

	for (int down = 0; down <= sheet->rows - cells->rows; down++) {
		for (int along = 0; along <= sheet->columns - cells->columns; along++) {
			cells->row = top ? down : sheet->rows - cells->rows - down;
			cells->column = left ? along : sheet->columns - cells->columns - along;
			if (is_free(sheet, *cells))
				return TRUE;
		}
	}
	return FALSE;
}

static gboolean zone_takes(const struct zone *zone, const struct ad *ad)
{
	if (zone->kind != ZONE_AD)
		return FALSE;
	if (ad->zone != NULL && zone->letter == ad->zone[0] && ad->zone[1] == '\0')
		return TRUE;
	return g_strcmp0(zone->what, ad->id) == 0 || (ad->zone == NULL && g_strcmp0(zone->what, "any") == 0);
}

static void add_ad(const struct stone *stone, struct sheet *sheet, const struct ad *ad, int index)
{
	struct sheet_ad placed = {
		.ad = ad, .index = index, .cells = sheet_ad_size(stone, ad, sheet->columns)};

	for (guint i = 0; i < sheet->zones->len; i++) {
		const struct sheet_zone *zone = &g_array_index(sheet->zones, struct sheet_zone, i);
		if (!zone_takes(zone->zone, ad))
			continue;
		placed.cells = zone->cells;
		g_array_append_val(sheet->ads, placed);
		g_array_remove_index(sheet->zones, i);
		return;
	}
	placed.cells.rows = MIN(placed.cells.rows + MARK_ROWS, sheet->rows);
	if (find_place(sheet, ad, &placed.cells))
		g_array_append_val(sheet->ads, placed);
}

static gboolean wants(const struct ad *ad, const struct sheet *sheet, const char *section)
{
	if (ad->page != NULL)
		return strcmp(ad->page, sheet->label) == 0;
	if (ad->section != NULL)
		return g_strcmp0(ad->section, section) == 0;
	return sheet->number > 1;
}

static void add_ads(const struct stone *stone, struct sheet *sheet, const char *section, guint64 placed)
{
	gboolean one_free = FALSE;

	for (guint i = 0; i < stone->edition->ads->len && i < 64; i++) {
		const struct ad *ad = stone->edition->ads->pdata[i];
		gboolean is_free_ad = ad->page == NULL && ad->section == NULL;
		if (ad->filler || !ad->usable || (placed & (G_GUINT64_CONSTANT(1) << i)) ||
		    !wants(ad, sheet, section))
			continue;
		if (is_free_ad && one_free)
			continue;
		add_ad(stone, sheet, ad, (int)i);
		one_free |= is_free_ad;
	}
}

/* ---- what is left open ---- */

static int by_size(gconstpointer a, gconstpointer b)
{
	const struct cells *one = a, *two = b;
	int difference = two->columns * two->rows - one->columns * one->rows;
	return difference != 0	      ? difference
	       : one->row != two->row ? one->row - two->row
				      : one->column - two->column;
}

static gboolean row_is_same(const struct sheet *sheet, int a, int b)
{
	for (int column = 0; column < sheet->columns; column++)
		if (is_free(sheet, (struct cells){column, a, 1, 1}) !=
		    is_free(sheet, (struct cells){column, b, 1, 1}))
			return FALSE;
	return TRUE;
}

static void add_open_band(struct sheet *sheet, int top, int foot)
{
	for (int column = 0; column < sheet->columns; column++) {
		struct cells cells = {column, top, 0, foot - top};
		while (column < sheet->columns && is_free(sheet, (struct cells){column, top, 1, 1})) {
			cells.columns++;
			column++;
		}
		if (cells.columns > 0)
			g_array_append_val(sheet->open, cells);
	}
}

static void find_open(struct sheet *sheet)
{
	int top = 0;

	g_array_set_size(sheet->open, 0);
	for (int row = 1; row <= sheet->rows; row++) {
		if (row < sheet->rows && row_is_same(sheet, top, row))
			continue;
		add_open_band(sheet, top, row);
		top = row;
	}
	g_array_sort(sheet->open, by_size);
}

static gboolean is_for_lead(const struct zone *zone)
{
	return zone->kind == ZONE_STORY && strcmp(zone->what, "lead") == 0;
}

gboolean sheet_is_last_drawn(const struct stone *stone, const struct sheet *sheet)
{
	const struct page_template *last = choose_template(stone, sheet, SHEET_LAST | SHEET_OPENS_SECTION);

	return last != NULL && last != sheet->template_ && last->page == TEMPLATE_LAST;
}

gboolean sheet_has(const struct sheet *sheet, const char *furniture)
{
	for (guint i = 0; i < sheet->zones->len; i++) {
		const struct zone *zone = g_array_index(sheet->zones, struct sheet_zone, i).zone;
		if (zone->kind == ZONE_FURNITURE && strcmp(zone->what, furniture) == 0)
			return TRUE;
	}
	return FALSE;
}

void sheet_open_story_zones(struct sheet *sheet)
{
	for (guint i = sheet->zones->len; i > 0; i--)
		if (is_for_lead(g_array_index(sheet->zones, struct sheet_zone, i - 1).zone))
			g_array_remove_index(sheet->zones, i - 1);
	find_open(sheet);
}

int sheet_columns_of(const struct stone *stone, const char *section)
{
	struct page_position position = {.label = "", .number = 2, .section = section};
	const struct page_template *template_ = design_template_for(stone->design, &position);
	return template_ != NULL && template_->page == TEMPLATE_SECTION ? template_->columns
									: stone->design->columns;
}

struct sheet *sheet_new(const struct stone *stone, int number, int columns, const char *section,
			enum sheet_role role, guint64 placed)
{
	struct sheet *sheet = g_new0(struct sheet, 1);

	sheet->number = number;
	sheet->label = edition_label(stone->edition, number);
	sheet->section = g_strdup(section);
	sheet->columns = columns;
	sheet->rows = stone->design->rows;
	sheet->zones = g_array_new(FALSE, TRUE, sizeof(struct sheet_zone));
	sheet->ads = g_array_new(FALSE, TRUE, sizeof(struct sheet_ad));
	sheet->open = g_array_new(FALSE, TRUE, sizeof(struct cells));
	sheet->template_ = choose_template(stone, sheet, role);
	add_zones(stone, sheet);
	add_ads(stone, sheet, section, placed);
	find_open(sheet);
	return sheet;
}

void sheet_free(struct sheet *sheet)
{
	if (sheet == NULL)
		return;
	g_free(sheet->label);
	g_free(sheet->section);
	g_array_unref(sheet->zones);
	g_array_unref(sheet->ads);
	g_array_unref(sheet->open);
	g_free(sheet);
}
