#include "photo/raster.h"

#include <string.h>

struct raster *raster_new(int width_px, int height_px, int components)
{
	struct raster *raster = g_new0(struct raster, 1);

	*raster = (struct raster){width_px, height_px, components, NULL};
	raster->pixels = g_malloc(raster_stride(raster) * (gsize)height_px);
	return raster;
}

void raster_free(struct raster *raster)
{
	if (raster == NULL)
		return;
	g_free(raster->pixels);
	g_free(raster);
}

/* Where pixel (x, y) of the picture as seen stands in the picture as stored. */
static gsize stored_at(const struct raster *stored, int orientation, int x, int y)
{
	int right = stored->width_px - 1, foot = stored->height_px - 1;
	int column = orientation >= 5 ? y : x, row = orientation >= 5 ? x : y;

	if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
		column = right - column;
	if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
		row = foot - row;
	return (gsize)row * raster_stride(stored) + (gsize)column * (gsize)stored->components;
}

struct raster *raster_orient(struct raster *raster, int orientation)
{
	struct raster *seen;
	gsize pixel = (gsize)raster->components;

	if (orientation <= 1 || orientation > 8)
		return raster;
	seen = orientation >= 5 ? raster_new(raster->height_px, raster->width_px, raster->components)
				: raster_new(raster->width_px, raster->height_px, raster->components);
	for (int y = 0; y < seen->height_px; y++) {
		guint8 *to = raster_row(seen, y);
		for (int x = 0; x < seen->width_px; x++, to += pixel)
			memcpy(to, raster->pixels + stored_at(raster, orientation, x, y), pixel);
	}
	raster_free(raster);
	return seen;
}

static guint8 clamp(int value)
{
	return (guint8)CLAMP(value, 0, 255);
}

/* 1 2 1 across; the sum of three rows of it is 16 times the mean. */
static void row_smooth(const struct raster *raster, int row, int *smooth)
{
	const guint8 *p = raster_row(raster, CLAMP(row, 0, raster->height_px - 1));
	int pixel = raster->components, last = (raster->width_px - 1) * pixel;

	for (int i = 0; i < last + pixel; i++) {
		int before = i >= pixel ? p[i - pixel] : p[i];
		int behind = i < last ? p[i + pixel] : p[i];
		smooth[i] = before + 2 * p[i] + behind;
	}
}

void raster_sharpen(struct raster *raster, int strength)
{
	gsize stride = raster_stride(raster);
	g_autofree int *rows = g_new(int, 3 * stride);
	int *above = rows, *here = rows + stride, *below = rows + 2 * stride;

	row_smooth(raster, 0, above);
	row_smooth(raster, 0, here);
	for (int y = 0; y < raster->height_px; y++) {
		guint8 *p = raster_row(raster, y);
		int *spare = above;
		row_smooth(raster, y + 1, below);
		for (gsize i = 0; i < stride; i++) {
			int mean = above[i] + 2 * here[i] + below[i];
			p[i] = clamp(p[i] + ((16 * p[i] - mean) * strength + 2048) / 4096);
		}
		above = here;
		here = below;
		below = spare;
	}
}

struct raster *raster_luma(const struct raster *raster)
{
	struct raster *luma = raster_new(raster->width_px, raster->height_px, 1);
	gsize count = (gsize)raster->width_px * (gsize)raster->height_px;
	const guint8 *p = raster->pixels;

	if (raster->components == 1) {
		memcpy(luma->pixels, p, count);
		return luma;
	}
	for (gsize i = 0; i < count; i++, p += raster->components)
		luma->pixels[i] = (guint8)((19595 * p[0] + 38470 * p[1] + 7471 * p[2] + 32768) >> 16);
	return luma;
}
