/*
 * raster.h - decoded pixels
 *
 * 8 bits a sample; rows from the top, width_px × components bytes each, with
 * nothing between them. 1 component is grey, 3 are RGB, 4 are CMYK as the file
 * has them.
 */
#ifndef PHOTO_RASTER_H
#define PHOTO_RASTER_H

#include <glib.h>

struct raster {
	int width_px, height_px, components;
	guint8 *pixels;
};

struct raster *raster_new(int width_px, int height_px, int components);
void raster_free(struct raster *raster);
static inline gsize raster_stride(const struct raster *raster)
{
	return (gsize)raster->width_px * (gsize)raster->components;
}
static inline guint8 *raster_row(const struct raster *raster, int row)
{
	return raster->pixels + raster_stride(raster) * (gsize)row;
}

/* As a reader sees it; EXIF orientation 1..8. Takes the raster. */
struct raster *raster_orient(struct raster *raster, int orientation);

/* resample.c - the rectangle left..right, top..bottom of `source`, in its pixels
   and parts of them, as width_px × height_px; NULL when memory runs out. */
struct rectangle {
	double left, top, right, bottom;
};
struct raster *raster_resample(const struct raster *source, struct rectangle part, int width_px,
			       int height_px);

/* What a reduction takes off the edges, given back: an unsharp mask of the
   nearest neighbours; strength in 1/256. */
void raster_sharpen(struct raster *raster, int strength);

/* Luma of ITU-R BT.601, as JPEG has it; 1 component. */
struct raster *raster_luma(const struct raster *raster);

#endif
