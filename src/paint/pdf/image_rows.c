#include "paint/pdf/image_rows.h"

#include <stdlib.h>

enum row_filter { ROW_NONE, ROW_SUB, ROW_UP, ROW_FILTERS };

/* After PNG: the sum of the differences as signed bytes tells how well a row will deflate. */
static guint64 row_filter(guint8 *out, const guint8 *row, const guint8 *above, gsize length, gsize step,
			  enum row_filter filter)
{
	guint64 sum = 0;
	for (gsize i = 0; i < length; i++) {
		guint8 guess = 0;
		if (filter == ROW_SUB && i >= step)
			guess = row[i - step];
		if (filter == ROW_UP && above != NULL)
			guess = above[i];
		out[i] = (guint8)(row[i] - guess);
		sum += (guint64)abs((gint8)out[i]);
	}
	return sum;
}

static enum row_filter best_filter(guint8 *scratch, const guint8 *row, const guint8 *above, gsize length,
				   gsize step)
{
	enum row_filter best = ROW_NONE;
	guint64 least = G_MAXUINT64;
	for (enum row_filter filter = ROW_NONE; filter < ROW_FILTERS; filter++) {
		guint64 sum = row_filter(scratch, row, above, length, step, filter);
		if (sum < least) {
			least = sum;
			best = filter;
		}
	}
	return best;
}

GBytes *image_rows_predicted(const struct photo_print *print)
{
	const guint8 *pixels = g_bytes_get_data(print->bytes, NULL), *above = NULL;
	gsize step = (gsize)print->components, length = (gsize)print->width_px * step,
	      rows = (gsize)print->height_px;
	guint8 *out = g_malloc(rows * (length + 1)), *at = out;
	for (gsize y = 0; y < rows; y++) {
		const guint8 *row = pixels + y * length;
		enum row_filter filter = best_filter(at + 1, row, above, length, step);
		row_filter(at + 1, row, above, length, step, filter);
		*at = (guint8)filter;
		at += length + 1;
		above = row;
	}
	return g_bytes_new_take(out, rows * (length + 1));
}
