#include "makeup/spread.h"

enum {
	PICTURE_LEAST = 20, /* cells: smaller ones, portraits mostly, may be alike */
	PICTURES_MANY = 3,
	ROWS_ALIKE = 3,
};

#define LOUD (28 * FIX_PT) /* a headline that is seen across a spread */

static void note_picture(struct spread_face *face, const struct take *take, int index, int rows)
{
	const struct picture_block *block;
	int cells;

	if (index < 0)
		return;
	block = &g_array_index(take->pictures, struct picture_block, index);
	if (block->picture == NULL)
		return;
	cells = block->columns * rows;
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

void spread_note(struct spread_face *face, const struct take *take, const struct shape *shape)
{
	fix size = ((const struct head *)take->heads->pdata[shape->head])->size;

	note_picture(face, take, shape->picture, shape->picture_rows);
	note_picture(face, take, shape->inset, shape->inset_rows);
	face->quieter = MAX(MIN(face->loudest, size), face->quieter);
	face->loudest = MAX(face->loudest, size);
}

double spread_page_cost(const struct makeup_costs *costs, const struct spread_face *face)
{
	double cost = 0;

	if (face->second >= PICTURE_LEAST)
		cost += costs->photos_alike * MAX(0.0, 2.0 * face->second / face->largest - 1);
	if (face->quieter >= LOUD && face->quieter * 10 > face->loudest * 9)
		cost += costs->heads_alike;
	return cost;
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
