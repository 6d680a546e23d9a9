#include "makeup/slice.h"

#include <string.h>

#include "makeup/slice_parts.h"

struct slice *slice_new(const struct makeup_costs *costs, int columns, int rows)
{
	struct slice *slice = g_new0(struct slice, 1);

	slice->costs = *costs;
	slice->columns = columns;
	slice->rows = rows;
	slice->window[FALSE] = slice_cut_window(costs, FALSE);
	slice->window[TRUE] = slice_cut_window(costs, TRUE);
	slice->stories = g_ptr_array_new_with_free_func(g_free);
	slice->fillers = g_array_new(FALSE, TRUE, sizeof(struct slice_filler));
	slice->tables = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	return slice;
}

void slice_free(struct slice *slice)
{
	if (slice == NULL)
		return;
	g_ptr_array_unref(slice->stories);
	g_array_unref(slice->fillers);
	g_hash_table_unref(slice->tables);
	g_free(slice);
}

int slice_add_story(struct slice *slice, struct slice_table *table)
{
	slice_table_bound(table);
	g_ptr_array_add(slice->stories, table);
	return (int)slice->stories->len - 1;
}

int slice_add_filler(struct slice *slice, struct slice_filler filler)
{
	g_array_append_val(slice->fillers, filler);
	return (int)slice->fillers->len - 1;
}

const struct slice_table *slice_table(struct slice *slice, guint64 stories)
{
	gint64 key = (gint64)stories;
	struct slice_table *table = g_hash_table_lookup(slice->tables, &key);

	if (table == NULL) {
		table = slice_make(slice, stories);
		g_hash_table_insert(slice->tables, g_memdup2(&key, sizeof key), table);
	}
	return table;
}

void slice_forget(struct slice *slice, guint most)
{
	if (g_hash_table_size(slice->tables) > most)
		g_hash_table_remove_all(slice->tables);
}

/* ---- slices that come again ---- */

static gboolean is_same_box(const struct slice_box *one, const struct slice_box *other)
{
	return one->cost == other->cost && one->head_left == other->head_left &&
	       one->head_right == other->head_right && one->head_most == other->head_most &&
	       one->rank == other->rank && one->picture == other->picture &&
	       one->pictures_left == other->pictures_left && one->pictures_right == other->pictures_right;
}

static gboolean is_same_story(const struct slice_table *one, const struct slice_table *other)
{
	if (one->columns != other->columns || one->rows != other->rows)
		return FALSE;
	for (int columns = 0; columns <= one->columns; columns++)
		for (int rows = 0; rows <= one->rows; rows++)
			if (!is_same_box(slice_table_box(one, columns, rows),
					 slice_table_box(other, columns, rows)))
				return FALSE;
	return TRUE;
}

static gboolean has_same_fillers(const struct slice *one, const struct slice *other)
{
	return one->fillers->len == other->fillers->len &&
	       (one->fillers->len == 0 || memcmp(one->fillers->data, other->fillers->data,
						 one->fillers->len * sizeof(struct slice_filler)) == 0);
}

gboolean slice_is_like(const struct slice *one, const struct slice *other)
{
	if (one->columns != other->columns || one->rows != other->rows ||
	    one->stories->len != other->stories->len || !has_same_fillers(one, other) ||
	    memcmp(&one->costs, &other->costs, sizeof one->costs) != 0)
		return FALSE;
	for (guint i = 0; i < one->stories->len; i++)
		if (!is_same_story(one->stories->pdata[i], other->stories->pdata[i]))
			return FALSE;
	return TRUE;
}

static gboolean is_beyond(gpointer key, gpointer table, gpointer stories)
{
	guint count = GPOINTER_TO_UINT(stories);

	return count < 64 && (*(const guint64 *)key >> count) != 0;
}

void slice_cut_back(struct slice *slice, guint stories)
{
	g_ptr_array_set_size(slice->stories, (gint)stories);
	g_hash_table_foreach_remove(slice->tables, is_beyond, GUINT_TO_POINTER(stories));
}
