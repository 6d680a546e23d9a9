/* plate_zones.c - which cells of a page are those of its drawing */
#include <string.h>

#include "audit/plate.h"

const struct page_template *plate_template(const struct plate *plate)
{
	return design_template_named(plate->grid.design, plate->claim->template_name, plate->grid.columns);
}

struct cells plate_zone_cells(const struct plate *plate, const struct page_template *template_,
			      const struct zone *zone)
{
	int top = template_row(template_, zone->map_row, plate->grid.rows);
	int foot = template_row(template_, zone->map_row + zone->map_rows, plate->grid.rows);
	return (struct cells){zone->column, top, zone->columns, foot - top};
}

/* Whether a story's box stands in these cells. */
static gboolean is_claimed(const struct plate *plate, struct cells cells)
{
	for (guint i = 0; i < plate->audit->stories->len; i++) {
		const struct found_story *found = plate->audit->stories->pdata[i];
		for (guint p = 0; p < found->parts->len; p++) {
			const struct part_claim *claim =
				g_array_index(found->parts, struct found_part, p).claim;
			const struct cells *box = &claim->box;
			if (claim->page == plate->page && box->row < cells.row + cells.rows &&
			    cells.row < box->row + box->rows && box->column < cells.column + cells.columns &&
			    cells.column < box->column + box->columns)
				return TRUE;
		}
	}
	return FALSE;
}

/* The word over its entries. */
static gboolean is_index_head(const struct plate *plate, const char *word)
{
	g_autofree char *phrase =
		design_phrase(plate->grid.design, plate->audit->edition->language, "inside", NULL);
	g_auto(GStrv) words = g_strsplit(phrase, " ", 2);
	g_autofree char *head = g_utf8_casefold(words[0], -1), *folded = g_utf8_casefold(word, -1);

	return strcmp(head, folded) == 0;
}

static gboolean has_index(const struct plate *plate, struct cells cells)
{
	for (guint i = 0; i < plate->print->words->len; i++) {
		const struct printed_word *word = &g_array_index(plate->print->words, struct printed_word, i);
		const struct rect *box = &word->box;
		if (cells_hold(cells, cells_column_at(&plate->grid, box->x + box->width / 2),
			       cells_row_at(&plate->grid, box->y + box->height / 2)) &&
		    is_index_head(plate, word->text))
			return TRUE;
	}
	return FALSE;
}

/* The foot of the lead may move, and that of an index beside it. */
static gboolean ends_with_lead(const struct plate *plate, const struct cells *drawn)
{
	const struct page_template *template_ = plate_template(plate);

	for (guint i = 0; i < template_->zones->len; i++) {
		const struct zone *zone = &g_array_index(template_->zones, struct zone, i);
		struct cells cells = plate_zone_cells(plate, template_, zone);
		if (zone->kind == ZONE_STORY && cells.row + cells.rows == drawn->row + drawn->rows)
			return TRUE;
	}
	return FALSE;
}

/* Down to the first row that a story stands in. */
static void lengthen(const struct plate *plate, struct cells *cells)
{
	struct cells row = {cells->column, cells->row + cells->rows, cells->columns, 1};

	while (row.row < plate->grid.rows && !is_claimed(plate, row)) {
		cells->rows++;
		row.row++;
	}
}

/* An index that has no copy for its zone leaves its foot to stories, or its head where it stands at the foot
   of the page; one without any copy is not there. */
static struct cells index_cells(const struct plate *plate, struct cells drawn)
{
	gboolean at_foot = drawn.row + drawn.rows == plate->grid.rows;
	gboolean with_lead = ends_with_lead(plate, &drawn);
	struct cells row = {drawn.column, at_foot ? drawn.row + drawn.rows - 1 : drawn.row, drawn.columns, 1};
	struct cells index = {drawn.column, drawn.row, drawn.columns, 0};

	for (; index.rows < drawn.rows && !is_claimed(plate, row); index.rows++)
		row.row += at_foot ? -1 : 1;
	index.row += at_foot ? drawn.rows - index.rows : 0;
	if (with_lead && index.rows == drawn.rows)
		lengthen(plate, &index);
	if (!has_index(plate, index))
		index.rows = 0;
	return index;
}

/* Stories stand in some zones as they do in the open, and in that of an imprint without a word. */
static gboolean is_for_stories(const struct plate *plate, const struct zone *zone)
{
	static const char *const words[] = {"corrections", "weather", "rates", NULL};

	return g_strv_contains(words, zone->what) ||
	       (strcmp(zone->what, "imprint") == 0 && !edition_has_imprint(plate->audit->edition));
}

static void take_zone(const struct plate *plate, const struct page_template *template_,
		      const struct zone *zone)
{
	struct cells cells = plate_zone_cells(plate, template_, zone);

	plate_take(plate, strcmp(zone->what, "index") == 0 ? index_cells(plate, cells) : cells,
		   CELLS_FURNITURE);
}

void plate_take_zones(const struct plate *plate)
{
	const struct page_template *template_ = plate_template(plate);

	for (guint i = 0; template_ != NULL && i < template_->zones->len; i++) {
		const struct zone *zone = &g_array_index(template_->zones, struct zone, i);
		if (zone->kind == ZONE_FURNITURE && !is_for_stories(plate, zone))
			take_zone(plate, template_, zone);
	}
}
