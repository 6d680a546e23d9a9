#include "makeup/spread.h"

enum {
	PICTURE_LEAST = 20, /* cells: smaller ones, portraits mostly, may be alike */
	PICTURES_MANY = 3,
	ROWS_ALIKE = 3,
	HEADS_ABREAST = 2, /* side by side, as many are no row */
};

#define LOUD	 (28 * FIX_PT) /* a headline that is seen across a spread */
#define ROW_HEAD (14 * FIX_PT) /* and one that is a story's, not a brief's */

/* NULL: none, or a table or quote. */
static const struct picture_block *block_of(const struct take *take, int index)
{
	const struct picture_block *block =
		index < 0 ? NULL : &g_array_index(take->pictures, struct picture_block, index);

	return block != NULL && block->picture != NULL ? block : NULL;
}

static int cells_of(const struct take *take, int index, int rows)
{
	const struct picture_block *block = block_of(take, index);
	if (block == NULL)
		return 0;
	/* Of several in one block the main one is about the half. */
	return block->columns * rows / (block->gallery != NULL ? 2 : 1);
}

static int largest_of(const struct take *take, const struct shape *shape)
{
	return MAX(cells_of(take, shape->picture, shape->picture_rows),
		   cells_of(take, shape->inset, shape->inset_rows));
}

static void note_picture(struct spread_face *face, const struct take *take, int index, int rows)
{
	const struct picture_block *block = block_of(take, index);
	int cells = cells_of(take, index, rows);

	if (block == NULL)
		return;
	if (take->story->kind == KIND_SPONSORED) {
		face->paid = MAX(face->paid, cells);
		return;
	}
	face->pictures++;
	if (cells > face->largest) {
		face->second = face->largest;
		face->largest = cells;
		face->columns = block->columns;
		face->rows = rows;
	} else {
		face->second = MAX(face->second, cells);
	}
}

void spread_note_sheet(struct spread_face *face, const struct sheet *sheet)
{
	face->room = sheet->columns * sheet->rows;
	for (guint i = 0; i < sheet->ads->len; i++) {
		const struct cells *ad = &g_array_index(sheet->ads, struct sheet_ad, i).cells;
		face->room -= ad->columns * ad->rows;
		face->paid = MAX(face->paid, ad->columns * ad->rows);
	}
}

static void note_box(struct spread_face *face, struct cells cells, fix size)
{
	if (face->count < SPREAD_BOXES)
		face->boxes[face->count++] = (struct spread_box){cells, size};
}

void spread_note(struct spread_face *face, const struct take *take, const struct shape *shape,
		 struct cells cells)
{
	fix size = ((const struct head *)take->heads->pdata[shape->head])->size;

	note_picture(face, take, shape->picture, shape->picture_rows);
	note_picture(face, take, shape->inset, shape->inset_rows);
	note_box(face, cells, size);
	if (size > face->loudest)
		face->led = largest_of(take, shape);
	face->quieter = MAX(MIN(face->loudest, size), face->quieter);
	face->loudest = MAX(face->loudest, size);
}

void spread_note_lead(struct spread_face *face, const struct take *take, const struct shape *shape)
{
	face->led = largest_of(take, shape);
}

/* How much larger than the lead's the largest picture is: 1 is twice, and all that can be minded. */
static double led_by_another(const struct spread_face *face)
{
	if (face->largest < PICTURE_LEAST || face->largest <= face->led)
		return 0;
	return face->led == 0 ? 1 : MIN(1.0, (double)face->largest / face->led - 1);
}

gboolean spread_has_photograph(const struct take *take)
{
	for (guint i = 0; i < take->pictures->len; i++)
		if (block_of(take, (int)i) != NULL)
			return TRUE;
	return FALSE;
}

/* Its largest picture against its room: a tenth at least, half at most. */
static double size_cost(const struct makeup_costs *costs, const struct spread_face *face)
{
	if (face->pictures == 0)
		return face->at_hand ? costs->page_grey : 0;
	if (face->room > 0 && face->largest * 10 < face->room)
		return costs->photo_small * (1 - face->largest * 10.0 / face->room);
	if (face->room > 0 && face->largest * 2 > face->room)
		return costs->photo_vast * (face->largest * 2.0 / face->room - 1);
	return 0;
}

static double paid_cost(const struct makeup_costs *costs, const struct spread_face *face)
{
	if (face->largest == 0 || face->paid <= face->largest)
		return 0;
	return costs->paid_larger * MIN(1.0, (double)face->paid / face->largest - 1);
}

/* Headlines at the height of this one, as many as are its own or stand after it in the list. */
static int abreast(const struct spread_face *face, int index)
{
	int heads = 1;

	for (int i = index + 1; i < face->count; i++)
		heads += face->boxes[i].size >= ROW_HEAD &&
			 ABS(face->boxes[i].cells.row - face->boxes[index].cells.row) <= 1;
	return heads;
}

static double row_cost(const struct makeup_costs *costs, const struct spread_face *face)
{
	int most = 0;

	for (int i = 0; i < face->count; i++)
		if (face->boxes[i].size >= ROW_HEAD)
			most = MAX(most, abreast(face, i));
	return costs->heads_in_row * MAX(0, most - HEADS_ABREAST);
}

double spread_page_cost(const struct makeup_costs *costs, const struct spread_face *face)
{
	double cost = size_cost(costs, face) + paid_cost(costs, face) + row_cost(costs, face);

	if (face->second >= PICTURE_LEAST)
		cost += costs->photos_alike * MAX(0.0, 2.0 * face->second / face->largest - 1);
	if (face->quieter >= LOUD && face->quieter * 10 > face->loudest * 9)
		cost += costs->heads_alike;
	return cost + costs->photo_not_led * led_by_another(face);
}

static gboolean is_twin(const struct spread_face *left, const struct spread_face *right)
{
	return MIN(left->largest, right->largest) >= PICTURE_LEAST && left->columns == right->columns &&
	       ABS(left->rows - right->rows) <= ROWS_ALIKE;
}

static gboolean is_grey_beside(const struct spread_face *one, const struct spread_face *other)
{
	return one->pictures == 0 && other->pictures >= PICTURES_MANY;
}

double spread_facing_cost(const struct makeup_costs *costs, const struct spread_face *left,
			  const struct spread_face *right)
{
	double cost = is_twin(left, right) ? costs->facing_photos : 0;

	if (is_grey_beside(left, right) || is_grey_beside(right, left))
		cost += costs->facing_grey;
	if (MIN(left->loudest, right->loudest) >= LOUD && left->loudest == right->loudest)
		cost += costs->facing_loud;
	return cost;
}

static gboolean stands_in(const struct spread_face *face, const struct cells *cells)
{
	for (int i = 0; i < face->count; i++) {
		const struct cells *other = &face->boxes[i].cells;
		if (other->column == cells->column && other->columns == cells->columns &&
		    ABS(other->row - cells->row) <= ROWS_ALIKE &&
		    ABS(other->rows - cells->rows) <= ROWS_ALIKE)
			return TRUE;
	}
	return FALSE;
}

/* Half the boxes of one page may stand where they stood on the other. */
double spread_next_cost(const struct makeup_costs *costs, const struct spread_face *before,
			const struct spread_face *face)
{
	int same = 0;

	for (int i = 0; i < face->count; i++)
		same += stands_in(before, &face->boxes[i].cells);
	if (face->count < 2 || before->count < 2)
		return 0;
	return costs->page_repeats * MAX(0.0, 2.0 * same / MAX(face->count, before->count) - 1);
}
