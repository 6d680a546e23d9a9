#include "makeup/tally.h"

#include "makeup/gallery.h"
#include "makeup/regulars.h"

static int area(struct cells cells)
{
	return cells.columns * cells.rows;
}

/* A wide table stands where a photograph would, but it is copy. */
static int block_cells(const struct placed_take *placed, int index, int rows)
{
	const struct picture_block *block =
		index >= 0 ? &g_array_index(placed->take->pictures, struct picture_block, index) : NULL;
	int copy = block != NULL && block->gallery != NULL
			   ? gallery_copy_legs(block->gallery) * placed->shape.inset_rows
			   : 0;

	return block != NULL && block->picture != NULL ? block->columns * rows - copy : 0;
}

int tally_picture_cells(const struct placed_take *placed)
{
	return block_cells(placed, placed->shape.picture, placed->shape.picture_rows) +
	       block_cells(placed, placed->shape.inset, placed->shape.inset_rows);
}

static void count_cells(const struct made_page *made, int *cells)
{
	const struct sheet *sheet = made->sheet;
	int all = sheet->columns * sheet->rows, counted = 0;

	for (guint i = 0; i < made->takes->len; i++) {
		const struct placed_take *placed = &g_array_index(made->takes, struct placed_take, i);
		cells[CELLS_PHOTO] += tally_picture_cells(placed);
		cells[CELLS_STORY] += area(placed->cells) - tally_picture_cells(placed);
	}
	for (guint i = 0; i < made->fillers->len; i++)
		cells[CELLS_FILLER] += area(g_array_index(made->fillers, struct placed_filler, i).cells);
	for (guint i = 0; i < made->panels->len; i++)
		cells[CELLS_FILLER] += area(g_array_index(made->panels, struct cells, i));
	for (guint i = 0; i < sheet->ads->len; i++)
		cells[CELLS_AD] += area(g_array_index(sheet->ads, struct sheet_ad, i).cells);
	for (guint i = 0; i < sheet->zones->len; i++) {
		const struct sheet_zone *zone = &g_array_index(sheet->zones, struct sheet_zone, i);
		if (zone->zone->kind == ZONE_FURNITURE && !regulars_is_zone(zone->zone))
			cells[CELLS_FURNITURE] += area(zone->cells);
	}
	for (guint i = 0; i < made->labels->len; i++)
		cells[CELLS_FURNITURE] += area(g_array_index(made->labels, struct cells, i));
	cells[CELLS_FURNITURE] += (int)made->strips->len * STRIP_ROWS * sheet->columns;
	cells[CELLS_END] = made->end_rows * sheet->columns;
	for (int use = 0; use < CELL_USES; use++)
		counted += cells[use];
	cells[CELLS_EMPTY] = all - counted;
}

static void name_sections(struct forme *forme, const struct made_page *made, struct page_decision *decision)
{
	const GPtrArray *sections = forme->stone->edition->sections;

	for (guint s = 0; s < sections->len; s++) {
		gboolean here = FALSE;
		for (guint i = 0; i < made->takes->len; i++)
			here |= g_array_index(made->takes, struct placed_take, i).section == (int)s;
		if (here)
			g_ptr_array_add(decision->sections,
					g_strdup(((struct section *)sections->pdata[s])->name));
	}
}

void tally_page(struct forme *forme, const struct made_page *made)
{
	struct page_decision *decision = page_decision_new();

	decision->number = made->sheet->number;
	decision->label = g_strdup(made->sheet->label);
	decision->template_name =
		g_strdup(made->sheet->template_ != NULL ? made->sheet->template_->name : "");
	decision->columns = made->sheet->columns;
	decision->rows = made->sheet->rows;
	decision->cost = made->cost;
	count_cells(made, decision->cells);
	name_sections(forme, made, decision);
	g_ptr_array_add(forme->decisions->pages, decision);
	if (decision->cells[CELLS_EMPTY] > 0)
		diag_add(forme->stone->diag, DIAG_CELLS_EMPTY, place_in("", 0, 0),
			 "page %s has %d empty cells: add a brief or a house ad, or let a story be trimmed",
			 decision->label, decision->cells[CELLS_EMPTY]);
}

static int by_value(gconstpointer a, gconstpointer b)
{
	return *(const int *)a - *(const int *)b;
}

static int at_share(const GArray *sorted, int per_cent)
{
	return g_array_index(sorted, int, MIN(sorted->len - 1, sorted->len * per_cent / 100));
}

void tally_type(struct forme *forme)
{
	if (forme->spaces->len == 0)
		return;
	g_array_sort(forme->spaces, by_value);
	forme->decisions->type.space_p95 = at_share(forme->spaces, 95);
	forme->decisions->type.space_p99 = at_share(forme->spaces, 99);
}
