#include "makeup/stretch.h"

int stretch_cells(const struct stone *stone, const struct cast *cast, guint64 takes)
{
	int cells = 0;

	for (; takes != 0; takes &= takes - 1)
		cells += take_cells(stone, cast->takes->pdata[__builtin_ctzll(takes)]);
	return cells;
}

static int cells_left(const struct stone *stone, const GPtrArray *casts, int cast, guint64 left)
{
	int cells = stretch_cells(stone, casts->pdata[cast], left);

	for (guint c = (guint)cast + 1; c < casts->len; c++)
		cells += stretch_cells(stone, casts->pdata[c], cast_all(casts->pdata[c]));
	return cells;
}

/* Ours, from `number` on. */
static int pages_from(const struct stone *stone, GHashTable *reserved, int number)
{
	int pages = 0;

	for (int page = number; page <= stone->stretching.pages_least; page++)
		pages += reserved == NULL || !g_hash_table_contains(reserved, GINT_TO_POINTER(page));
	return pages;
}

static double price_of(const struct stone *stone, int cells)
{
	return ABS(cells) * stone->stretching.times * stone->design->costs.filler_cell;
}

int stretch_wanted(const struct stone *stone, const GPtrArray *casts, GHashTable *reserved, int number,
		   int cast, guint64 left)
{
	if (stone->stretching.pages_least == 0)
		return 0;
	return cells_left(stone, casts, cast, left) / MAX(pages_from(stone, reserved, number), 1);
}

double stretch_price(const struct stone *stone, const struct cast *cast, guint64 takes, int wanted)
{
	return stone->stretching.pages_least == 0
		       ? 0
		       : price_of(stone, stretch_cells(stone, cast, takes) - wanted);
}

double stretch_price_ahead(const struct stone *stone, const GPtrArray *casts, GHashTable *reserved,
			   int number, int cast, guint64 left)
{
	if (stone->stretching.pages_least == 0)
		return 0;
	return price_of(stone, pages_from(stone, reserved, number + 1) * stone->stretching.cells_a_page -
				       cells_left(stone, casts, cast, left));
}
