/* audit_page.c - the cells of one page by use, counted from what is printed on it */
#include <string.h>

#include "audit/plate.h"

enum { STRIP_ROWS = 2 };
/* ---- stories ---- */

static gboolean holds_figure(const struct plate *plate, struct cells box, const struct rect *figure)
{
	return cells_hold(box, cells_column_at(&plate->grid, figure->x + figure->width / 2),
			  cells_row_at(&plate->grid, figure->y + figure->height / 2));
}

int audit_copy_end(const struct found_story *found, const struct found_part *part,
		   const struct printed_page *page, const struct grid *grid)
{
	int end = part->claim->box.row + part->claim->box.rows;

	if (found->story->kind != KIND_SPONSORED && found->story->with == NULL)
		return end;
	for (guint i = 0; i < part->words->len; i++) {
		const struct rect *box =
			&g_array_index(page->words, struct printed_word, g_array_index(part->words, guint, i))
				 .box;
		if (cells_row_at(grid, box->y + box->height / 2) == end - 1)
			return end;
	}
	return end - 1;
}

/* The first row under a picture that belongs to copy in this column. */
static int copy_below(const struct plate *plate, const struct found_story *found,
		      const struct found_part *part, int column, fix foot)
{
	int first = audit_copy_end(found, part, plate->print, &plate->grid);

	for (guint i = 0; i < part->words->len; i++) {
		const struct rect *box = &g_array_index(plate->print->words, struct printed_word,
							g_array_index(part->words, guint, i))
						  .box;
		fix middle = box->y + box->height / 2;
		if (g_array_index(part->uses, int, i) != WORD_CAPTION && middle > foot &&
		    cells_column_at(&plate->grid, box->x + box->width / 2) == column)
			first = MIN(first, cells_row_at(&plate->grid, middle));
	}
	return first;
}

static void take_figure(const struct plate *plate, const struct found_story *found, struct found_part *part,
			const struct rect *figure)
{
	int left = cells_column_at(&plate->grid, figure->x + FIX_PT);
	int right = cells_column_at(&plate->grid, rect_right(*figure) - FIX_PT),
	    top = cells_row_at(&plate->grid, figure->y);

	for (int column = left; column <= right; column++) {
		int foot = copy_below(plate, found, part, column, rect_foot(*figure) - FIX_PT);
		struct cells cells = {column, top, 1, foot - top};
		if (!plate_is_inside(plate, cells) || !cells_hold(part->claim->box, column, top))
			continue;
		for (cells.rows = 1; cells.row < foot; cells.row++) {
			if (*plate_use_at(plate, column, cells.row) == CELLS_PHOTO)
				continue;
			plate_take(plate, cells, CELLS_PHOTO);
			part->photo_cells++;
		}
	}
}

static void take_part(const struct plate *plate, struct found_story *found, struct found_part *part)
{
	struct cells box = part->claim->box;

	if (!plate_is_inside(plate, box) || !plate_is_free(plate, box)) {
		audit_differ_in(plate->audit, found->story,
				"'%s': its box on page %s leaves the page or lies on another",
				found->story->id, plate->claim->label);
		return;
	}
	plate_take(plate, box, CELLS_STORY);
	for (guint i = 0; i < plate->print->figures->len; i++) {
		const struct rect *figure = &g_array_index(plate->print->figures, struct rect, i);
		if (!holds_figure(plate, box, figure))
			continue;
		take_figure(plate, found, part, figure);
		found->figures++;
	}
}

static void take_stories(const struct plate *plate)
{
	for (guint i = 0; i < plate->audit->stories->len; i++) {
		struct found_story *found = plate->audit->stories->pdata[i];
		for (guint p = 0; p < found->parts->len; p++) {
			struct found_part *part = &g_array_index(found->parts, struct found_part, p);
			if (part->claim->page == plate->page)
				take_part(plate, found, part);
		}
	}
}

/* ---- section strips ---- */

static gboolean is_section(const struct plate *plate, const struct folded *line)
{
	const GPtrArray *sections = plate->audit->edition->sections;
	gboolean is = FALSE;

	for (guint i = 0; i < sections->len && !is; i++) {
		struct folded *name = folded_new();
		folded_add(name, ((struct section *)sections->pdata[i])->name, 0);
		guint length = folded_length(name);
		is = length > 0 && length == folded_length(line) &&
		     folded_run(name, 0, line, 0, TRUE) == length;
		folded_free(name);
	}
	return is;
}

/* Words of no story in one row of the page, as one line. */
static struct folded *loose_line(const struct plate *plate, int row)
{
	struct folded *line = folded_new();

	for (guint i = 0; i < plate->print->words->len; i++) {
		const struct printed_word *word = &g_array_index(plate->print->words, struct printed_word, i);
		int column = cells_column_at(&plate->grid, word->box.x + word->box.width / 2);
		if (cells_row_at(&plate->grid, word->box.y + word->box.height / 2) != row || column < 0 ||
		    column >= plate->grid.columns || *plate_use_at(plate, column, row) != PLATE_FREE)
			continue;
		folded_add(line, word->text, 0);
		folded_end_word(line);
	}
	return line;
}

/* Three rows across the page with a section's name in the first or second. */
static void take_strip(const struct plate *plate, int row)
{
	for (int top = row; top >= MAX(row - 1, 0); top--) {
		struct cells strip = {0, top, plate->grid.columns, STRIP_ROWS};
		gboolean is_first = top == 0 || !plate_row_is_free(plate, top - 1);
		if (!is_first || !plate_is_inside(plate, strip) || !plate_is_free(plate, strip))
			continue;
		plate_take(plate, strip, CELLS_FURNITURE);
		return;
	}
}

static void take_strips(const struct plate *plate)
{
	for (int row = 0; row < plate->grid.rows; row++) {
		struct folded *line = loose_line(plate, row);
		if (is_section(plate, line))
			take_strip(plate, row);
		folded_free(line);
	}
}

/* ---- the label over a run of briefs ---- */

/* Columns of the briefs that begin side by side under a label. */
static int brief_columns(const struct plate *plate, int column, int row)
{
	int columns = 0;

	for (guint i = 0; i < plate->audit->stories->len; i++) {
		const struct found_story *found = plate->audit->stories->pdata[i];
		const struct part_claim *claim =
			found->parts->len > 0 ? g_array_index(found->parts, struct found_part, 0).claim
					      : NULL;
		if (found->story->kind == KIND_BRIEF && claim != NULL && claim->page == plate->page &&
		    claim->box.row == row && claim->box.column == column)
			columns = claim->box.columns;
	}
	return columns > 0 ? columns + brief_columns(plate, column + columns, row) : 0;
}

static gboolean is_label(const struct plate *plate, const struct printed_word *word)
{
	static const char *const languages[] = {"en", "vi"};
	gboolean is = FALSE;

	for (guint i = 0; i < G_N_ELEMENTS(languages) && !is; i++) {
		g_autofree char *phrase = design_phrase(plate->grid.design, languages[i], "briefs", NULL);
		struct folded *label = folded_new(), *first = folded_new();
		folded_add(label, phrase, 0);
		folded_add(first, word->text, 0);
		is = folded_length(first) > 0 && folded_run(first, 0, label, 0, TRUE) == folded_length(first);
		folded_free(label);
		folded_free(first);
	}
	return is;
}

/* Two rows above them, the first word of the label in the second. */
static void take_labels(const struct plate *plate)
{
	for (guint i = 0; i < plate->print->words->len; i++) {
		const struct printed_word *word = &g_array_index(plate->print->words, struct printed_word, i);
		int column = cells_column_at(&plate->grid, word->box.x + FIX_PT);
		int row = cells_row_at(&plate->grid, word->box.y + word->box.height / 2);
		struct cells label = {column, row - 1, brief_columns(plate, column, row + 1), STRIP_ROWS};
		if (!is_label(plate, word))
			continue;
		/* A brief beside the run may begin at the same height, under a story of its own. */
		while (plate_is_inside(plate, label) && !plate_is_free(plate, label))
			label.columns--;
		if (plate_is_inside(plate, label))
			plate_take(plate, label, CELLS_FURNITURE);
	}
}

/* ---- ads ---- */

static int columns_for(const struct plate *plate, fix width)
{
	const struct design *design = plate->grid.design;
	int columns = 1;

	while (columns < plate->grid.columns &&
	       design_measure(design, plate->grid.columns, columns) < width - FIX_PT)
		columns++;
	return columns;
}

/* Columns and rows that the desk ordered, with the row above that keeps it off the copy. */
static struct cells ordered(const struct plate *plate, const struct ad *ad)
{
	const struct design *design = plate->grid.design;
	fix full = design_measure(design, design->columns, design->columns);
	fix width = full;
	int rows = design->rows - 1;

	if (ad->size == AD_MM) {
		width = fix_from_mm(ad->width_mm);
		rows = (fix_from_mm(ad->height_mm) - FIX_PT + design->leading - 1) / design->leading;
	} else if (ad->size == AD_CELLS) {
		width = design_measure(design, design->columns, CLAMP(ad->columns, 1, design->columns));
		rows = ad->rows;
	} else if (ad->size != AD_FULL) {
		width = ad->size == AD_QUARTER ? full / 2 : full;
		rows = design->rows / 2 - 1;
	}
	return (struct cells){0, 0, columns_for(plate, width), CLAMP(rows, 1, design->rows - 1) + 1};
}

/* The picture stands whole and centred below the first row of its cells. */
static gboolean stands_in(const struct plate *plate, const struct ad *ad, struct cells cells,
			  const struct rect *figure)
{
	struct rect box = cells_rect(&plate->grid, cells);
	fix leading = plate->grid.design->leading, width, height;

	box.y += leading;
	box.height -= leading;
	width = box.width;
	height = fix_scale(width, ad->facts.height_px, MAX(ad->facts.width_px, 1));
	if (height > box.height) {
		width = fix_scale(box.height, ad->facts.width_px, MAX(ad->facts.height_px, 1));
		height = box.height;
	}
	return ABS(figure->x + figure->width / 2 - box.x - box.width / 2) < 2 * FIX_PT &&
	       ABS(figure->y + figure->height / 2 - box.y - box.height / 2) < 2 * FIX_PT &&
	       ABS(figure->width - width) < 3 * FIX_PT && ABS(figure->height - height) < 3 * FIX_PT;
}

static gboolean take_ad_at(const struct plate *plate, const struct ad *ad, struct cells cells,
			   const struct rect *figure)
{
	if (!plate_is_inside(plate, cells) || !plate_is_free(plate, cells) ||
	    !stands_in(plate, ad, cells, figure))
		return FALSE;
	plate_take(plate, cells, ad->filler ? CELLS_FILLER : CELLS_AD);
	return TRUE;
}

static gboolean take_ad(const struct plate *plate, const struct ad *ad, const struct rect *figure)
{
	const struct page_template *template_ = plate_template(plate);
	struct cells cells = ordered(plate, ad);

	for (guint i = 0; template_ != NULL && i < template_->zones->len; i++) {
		const struct zone *zone = &g_array_index(template_->zones, struct zone, i);
		if (zone->kind == ZONE_AD &&
		    take_ad_at(plate, ad, plate_zone_cells(plate, template_, zone), figure))
			return TRUE;
	}
	for (cells.row = 0; cells.row + cells.rows <= plate->grid.rows; cells.row++)
		for (cells.column = 0; cells.column + cells.columns <= plate->grid.columns; cells.column++)
			if (take_ad_at(plate, ad, cells, figure))
				return TRUE;
	return FALSE;
}

static gboolean is_of_a_story(const struct plate *plate, const struct rect *figure)
{
	int column = cells_column_at(&plate->grid, figure->x + figure->width / 2);
	int row = cells_row_at(&plate->grid, figure->y + figure->height / 2);

	if (column < 0 || row < 0 || column >= plate->grid.columns || row >= plate->grid.rows)
		return FALSE;
	return *plate_use_at(plate, column, row) == CELLS_PHOTO;
}

/* The picture of a teaser lies in a zone of the template. */
static gboolean is_of_furniture(const struct plate *plate, const struct rect *figure)
{
	int column = cells_column_at(&plate->grid, figure->x + figure->width / 2);
	int row = cells_row_at(&plate->grid, figure->y + figure->height / 2);
	struct cells cell = {column, row, 1, 1};

	return plate_is_inside(plate, cell) && *plate_use_at(plate, column, row) == CELLS_FURNITURE;
}

static void take_ads(const struct plate *plate)
{
	const GPtrArray *ads = plate->audit->edition->ads;

	for (guint f = 0; f < plate->print->figures->len; f++) {
		const struct rect *figure = &g_array_index(plate->print->figures, struct rect, f);
		gboolean taken = is_of_a_story(plate, figure) || is_of_furniture(plate, figure);
		for (guint i = 0; i < ads->len && !taken; i++) {
			const struct ad *ad = ads->pdata[i];
			taken = ad->usable && take_ad(plate, ad, figure);
		}
		if (!taken)
			audit_differ(plate->audit,
				     "page %s: the picture at %d mm from the left, %d mm from the top is "
				     "neither a story's nor an ad's",
				     plate->claim->label, (int)(fix_to_pt(figure->x) * 0.352778),
				     (int)(fix_to_pt(figure->y) * 0.352778));
	}
}

/* ---- what is left ---- */

static gboolean row_is_furniture(const struct plate *plate, int row)
{
	for (int column = 0; column < plate->grid.columns; column++)
		if (*plate_use_at(plate, column, row) != CELLS_FURNITURE)
			return FALSE;
	return TRUE;
}

/* Whether anything is printed in the cells, a point inside their edges. */
static gboolean has_ink(const struct plate *plate, struct cells cells)
{
	struct rect box = cells_rect(&plate->grid, cells);
	int left = impression_px(box.x + FIX_PT) + 1,
	    right = MIN(impression_px(rect_right(box) - FIX_PT), plate->print->width_px);
	int top = impression_px(box.y + FIX_PT) + 1,
	    foot = MIN(impression_px(rect_foot(box) - FIX_PT), plate->print->height_px);

	for (int y = MAX(top, 0); y < foot; y++)
		for (int x = MAX(left, 0); x < right; x++)
			if (plate->print->ink[y * plate->print->width_px + x])
				return TRUE;
	return FALSE;
}

/* Where copy and fillers are used up: open rows at the foot of the last page, above the imprint. */
static void take_end(const struct plate *plate)
{
	int row = plate->grid.rows - 1;

	if (plate->page + 1 != (int)plate->audit->claims->pages->len)
		return;
	while (row >= 0 && row_is_furniture(plate, row))
		row--;
	for (; row >= 0 && plate_row_is_free(plate, row); row--) {
		struct cells cells = {0, row, plate->grid.columns, 1};
		if (has_ink(plate, cells))
			break;
		plate_take(plate, cells, CELLS_END);
	}
}

/* The largest rectangle of free cells that begins here. */
static struct cells free_box(const struct plate *plate, int column, int row)
{
	struct cells box = {column, row, 0, 1};

	while (column + box.columns < plate->grid.columns &&
	       *plate_use_at(plate, column + box.columns, row) == PLATE_FREE)
		box.columns++;
	while (box.row + box.rows < plate->grid.rows &&
	       plate_is_free(plate, (struct cells){column, box.row + box.rows, box.columns, 1}))
		box.rows++;
	return box;
}

/* What is printed in open room is a filler, and the row above that keeps it off the copy. */
static void take_filler(const struct plate *plate, struct cells box)
{
	int top = -1, foot = -1;

	for (int row = box.row; row < box.row + box.rows; row++) {
		if (!has_ink(plate, (struct cells){box.column, row, box.columns, 1}))
			continue;
		top = top < 0 ? row : top;
		foot = row;
	}
	if (top < 0)
		return;
	top = MAX(top - 1, box.row);
	plate_take(plate, (struct cells){box.column, top, box.columns, foot + 1 - top}, CELLS_FILLER);
}

static void take_fillers(const struct plate *plate)
{
	for (int row = 0; row < plate->grid.rows; row++)
		for (int column = 0; column < plate->grid.columns; column++)
			if (*plate_use_at(plate, column, row) == PLATE_FREE &&
			    (column == 0 || *plate_use_at(plate, column - 1, row) != PLATE_FREE) &&
			    (row == 0 || *plate_use_at(plate, column, row - 1) != PLATE_FREE))
				take_filler(plate, free_box(plate, column, row));
}

static void compare(const struct plate *plate)
{
	int counted[CELL_USES] = {0}, total = plate->grid.columns * plate->grid.rows;

	for (int i = 0; i < total; i++)
		counted[plate->use[i] == PLATE_FREE ? CELLS_EMPTY : plate->use[i]]++;
	for (int use = 0; use < CELL_USES; use++)
		if (counted[use] != plate->claim->cells[use])
			audit_differ(plate->audit, "page %s: %d cells are %s, the report says %d",
				     plate->claim->label, counted[use], cells_use_word(use),
				     plate->claim->cells[use]);
	if (total != plate->claim->total)
		audit_differ(plate->audit, "page %s: it has %d cells, the report says %d",
			     plate->claim->label, total, plate->claim->total);
	plate->audit->sums->cells += total;
	plate->audit->sums->cells_end += counted[CELLS_END];
}

void audit_cells(struct audit *audit, int page)
{
	struct plate plate = {
		audit, page, audit_grid(audit, page), audit_page(audit, page), audit_print(audit, page),
		NULL};

	plate.use = g_new(int, (gsize)plate.grid.columns *(gsize)plate.grid.rows);
	for (int i = 0; i < plate.grid.columns * plate.grid.rows; i++)
		plate.use[i] = PLATE_FREE;
	plate_take_zones(&plate);
	take_stories(&plate);
	take_strips(&plate);
	take_labels(&plate);
	take_ads(&plate);
	take_end(&plate);
	take_fillers(&plate);
	compare(&plate);
	g_free(plate.use);
}
