/* cast.c - the takes of one section, and a slice over them */
#include "makeup/pagination.h"

struct cast *cast_new(int section)
{
	struct cast *cast = g_new0(struct cast, 1);
	cast->section = section;
	cast->takes = g_ptr_array_new();
	return cast;
}

void cast_clear(struct cast *cast)
{
	g_clear_pointer(&cast->slice, slice_free);
}

void cast_free(struct cast *cast)
{
	cast_clear(cast);
	g_ptr_array_unref(cast->takes);
	g_free(cast);
}

static struct slice_table *table_of(const struct stone *stone, struct take *take, int columns_most, int rows_most)
{
	struct slice_table *table = g_new0(struct slice_table, 1);

	for (int columns = 0; columns <= COLUMNS_MAX; columns++) {
		for (int rows = 0; rows <= ROWS_MAX; rows++) {
			struct slice_box *box = &table->box[columns][rows];
			box->cost = SLICE_IMPOSSIBLE;
			if (columns == 0 || rows == 0 || columns > columns_most || rows > rows_most)
				continue;
			const struct shape *shape = setting_shape(stone, take, columns, rows);
			if (shape->cost >= SHAPE_IMPOSSIBLE)
				continue;
			const struct head *head = take->heads->pdata[shape->head];
			int size = head->size * 4 / FIX_PT;
			*box = (struct slice_box){shape->cost, (gint16)size, (gint16)size, (gint16)size,
						  (guint8)take->rank};
		}
	}
	return table;
}

static void offer_fillers(const struct stone *stone, struct slice *slice)
{
	for (guint i = 0; i < stone->edition->ads->len; i++) {
		const struct ad *ad = stone->edition->ads->pdata[i];
		struct cells size = sheet_ad_size(stone, ad);
		if (!ad->filler || !ad->usable)
			continue;
		/* One empty row keeps a house ad off the copy above it. */
		slice_add_filler(slice, (struct slice_filler){size.columns, size.rows + 1,
							      (float)(stone->design->costs.filler_cell * size.columns *
								      size.rows)});
	}
}

void cast_prepare(const struct stone *stone, struct cast *cast, int columns, int rows)
{
	cast_clear(cast);
	cast->slice = slice_new(&stone->design->costs, columns, rows);
	for (guint i = 0; i < cast->takes->len && i < SLICE_STORIES_MAX; i++)
		slice_add_story(cast->slice, table_of(stone, cast->takes->pdata[i], columns, rows));
	offer_fillers(stone, cast->slice);
}
