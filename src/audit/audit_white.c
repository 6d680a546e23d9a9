/* audit_white.c - no white where copy should stand: in the legs of a module, and anywhere on a full page */
#include <string.h>

#include "audit/audit_inside.h"

enum { CODE_ROWS = 6, WHITE_ROWS_MAX = 1, WIDE_MM = 40, DEEP_MM = 25 };

/* ---- the legs of a module ---- */

static void cover(guint8 *covered, const struct grid *grid, const struct rect *box)
{
	int left = cells_column_at(grid, box->x + FIX_PT),
	    right = cells_column_at(grid, rect_right(*box) - FIX_PT);
	int top = cells_row_at(grid, box->y + 3 * FIX_PT),
	    foot = cells_row_at(grid, rect_foot(*box) - 3 * FIX_PT);

	for (int column = MAX(left, 0); column <= MIN(right, grid->columns - 1); column++)
		for (int row = MAX(top, 0); row <= MIN(foot, grid->rows - 1); row++)
			covered[column * grid->rows + row] = 1;
}

/* The white above and below a pull quote, up to its rules, is its own. */
static struct rect with_rules(const struct grid *grid, struct rect box)
{
	fix leading = cells_rect(grid, (struct cells){0, 0, 1, 1}).height;

	return (struct rect){box.x, box.y - leading * 3 / 2, box.width, box.height + 3 * leading};
}

/* A row of a table over several legs is one, wherever its cells end. */
static struct rect across_table(const struct audit *audit, const struct found_story *found,
				const struct found_part *part, const struct grid *grid, guint word,
				struct rect box)
{
	const struct printed_page *page = audit_print(audit, part->claim->page);
	int block = g_array_index(part->blocks, int, word);
	const struct block *of = block >= 0 ? found->story->blocks->pdata[block] : NULL;
	fix left = box.x, right = rect_right(box);

	if (of == NULL || of->kind != BLOCK_TABLE || !audit_table_is_over_legs(audit, part, grid, block))
		return box;
	for (guint i = 0; i < part->words->len; i++) {
		const struct rect *other =
			&g_array_index(page->words, struct printed_word, g_array_index(part->words, guint, i))
				 .box;
		if (g_array_index(part->blocks, int, i) != block)
			continue;
		left = MIN(left, other->x);
		right = MAX(right, rect_right(*other));
	}
	return (struct rect){left, box.y, right - left, box.height};
}

static void cover_part(const struct audit *audit, guint8 *covered, const struct grid *grid,
		       const struct found_story *found, const struct found_part *part)
{
	const struct printed_page *page = audit_print(audit, part->claim->page);

	for (guint i = 0; i < part->words->len; i++) {
		struct rect box =
			g_array_index(page->words, struct printed_word, g_array_index(part->words, guint, i))
				.box;
		if (g_array_index(part->uses, int, i) == WORD_QUOTE)
			box = with_rules(grid, box);
		if (g_array_index(part->uses, int, i) == WORD_CODE)
			box.height = CODE_ROWS * cells_rect(grid, (struct cells){0, 0, 1, 1}).height;
		box = across_table(audit, found, part, grid, i, box);
		cover(covered, grid, &box);
	}
	for (guint i = 0; i < page->figures->len; i++)
		cover(covered, grid, &g_array_index(page->figures, struct rect, i));
}

/* The row at which the legs begin: the first with a picture or a line of the body. */
static int legs_top(const struct grid *grid, const struct printed_page *page, const struct found_part *part)
{
	struct cells box = part->claim->box;
	int top = box.row + box.rows;

	for (guint i = 0; i < part->words->len; i++) {
		const struct rect *word =
			&g_array_index(page->words, struct printed_word, g_array_index(part->words, guint, i))
				 .box;
		if (g_array_index(part->uses, int, i) == WORD_BODY)
			top = MIN(top, cells_row_at(grid, word->y + word->height / 2));
	}
	for (guint i = 0; i < page->figures->len; i++) {
		const struct rect *figure = &g_array_index(page->figures, struct rect, i);
		int row = cells_row_at(grid, figure->y);
		if (cells_hold(box, cells_column_at(grid, figure->x + figure->width / 2), row))
			top = MIN(top, row);
	}
	return top;
}

static void check_legs(const struct audit *audit, const struct found_story *found,
		       const struct found_part *part)
{
	const struct grid grid = audit_grid(audit, part->claim->page);
	const struct printed_page *page = audit_print(audit, part->claim->page);
	struct cells box = part->claim->box;
	g_autofree guint8 *covered = g_new0(guint8, (gsize)grid.columns * (gsize)grid.rows);
	int top = legs_top(&grid, page, part);
	int end = MIN(audit_copy_end(found, part, page, &grid), grid.rows);

	cover_part(audit, covered, &grid, found, part);
	for (int column = MAX(box.column, 0); column < MIN(box.column + box.columns, grid.columns);
	     column++) {
		int white = 0, most = 0;
		for (int row = MAX(top, 0); row < end; row++) {
			white = covered[column * grid.rows + row] ? 0 : white + 1;
			most = MAX(most, white);
		}
		if (most > WHITE_ROWS_MAX)
			diag_add(audit->diag, DIAG_AUDIT_WHITE, found->story->place,
				 "'%s': column %d of page %s has %d white rows inside its box",
				 found->story->id, column + 1, audit_page(audit, part->claim->page)->label,
				 most);
	}
}

/* ---- the page ---- */

/* How many pixels of ink lie above and left of each. */
struct sums {
	int width, height;
	guint32 *sum;
};

static struct sums sums_of(const guint8 *ink, int width, int height)
{
	struct sums sums = {width, height, g_new0(guint32, (gsize)(width + 1) * (gsize)(height + 1))};

	for (int y = 0; y < height; y++) {
		guint32 row = 0;
		for (int x = 0; x < width; x++) {
			row += ink[y * width + x];
			sums.sum[(y + 1) * (width + 1) + x + 1] = sums.sum[y * (width + 1) + x + 1] + row;
		}
	}
	return sums;
}

static guint32 ink_in(const struct sums *sums, int x, int y, int width, int height)
{
	int line = sums->width + 1;

	return sums->sum[(y + height) * line + x + width] - sums->sum[y * line + x + width] -
	       sums->sum[(y + height) * line + x] + sums->sum[y * line + x];
}

/* What is printed, and all of a picture, however white. */
static guint8 *ink_with_figures(const struct printed_page *page)
{
	guint8 *ink = g_memdup2(page->ink, (gsize)page->width_px * (gsize)page->height_px);

	for (guint i = 0; i < page->figures->len; i++) {
		const struct rect *figure = &g_array_index(page->figures, struct rect, i);
		for (int y = MAX(impression_px(figure->y), 0);
		     y < MIN(impression_px(rect_foot(*figure)), page->height_px); y++)
			for (int x = MAX(impression_px(figure->x), 0);
			     x < MIN(impression_px(rect_right(*figure)), page->width_px); x++)
				ink[y * page->width_px + x] = 1;
	}
	return ink;
}

/* The type area, without the room at the end. */
static struct rect full_area(const struct audit *audit, int page)
{
	const struct grid grid = audit_grid(audit, page);
	const struct page_claim *claim = audit_page(audit, page);
	int end = claim->cells[CELLS_END] / MAX(grid.columns, 1);

	return cells_rect(&grid, (struct cells){0, 0, grid.columns, MAX(grid.rows - end, 0)});
}

static gboolean find_hole(const struct sums *sums, struct rect area, int *hole_x, int *hole_y)
{
	int width = 2 * WIDE_MM, height = 2 * DEEP_MM;
	int right = MIN(impression_px(rect_right(area)), sums->width) - width;
	int foot = MIN(impression_px(rect_foot(area)), sums->height) - height;

	for (*hole_y = MAX(impression_px(area.y), 0); *hole_y <= foot; (*hole_y)++)
		for (*hole_x = MAX(impression_px(area.x), 0); *hole_x <= right; (*hole_x)++)
			if (ink_in(sums, *hole_x, *hole_y, width, height) == 0)
				return TRUE;
	return FALSE;
}

static void check_page(const struct audit *audit, int page)
{
	const struct printed_page *print = audit_print(audit, page);
	g_autofree guint8 *ink = ink_with_figures(print);
	struct sums sums = sums_of(ink, print->width_px, print->height_px);
	int x, y;

	if (find_hole(&sums, full_area(audit, page), &x, &y))
		diag_add(audit->diag, DIAG_AUDIT_WHITE, place_in("report.json", 0, 0),
			 "page %s: nothing is printed in %d × %d mm, %d mm from the left and %d mm from the "
			 "top",
			 audit_page(audit, page)->label, WIDE_MM, DEEP_MM, x / 2, y / 2);
	g_free(sums.sum);
}

void audit_white(struct audit *audit, int page)
{
	for (guint i = 0; i < audit->stories->len; i++) {
		const struct found_story *found = audit->stories->pdata[i];
		for (guint p = 0; p < found->parts->len; p++) {
			const struct found_part *part = &g_array_index(found->parts, struct found_part, p);
			if (part->claim->page == page)
				check_legs(audit, found, part);
		}
	}
	check_page(audit, page);
}
