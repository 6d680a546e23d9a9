/*
 * preview_photo.h - a print in the size of a preview
 */
#ifndef PAINT_PREVIEW_PHOTO_H
#define PAINT_PREVIEW_PHOTO_H

#include "photo/photo.h"
#include "photo/raster.h"

/* Decoded at no more than is needed and resampled to that size. Caller frees. */
struct raster *preview_photo(const struct photo_print *print, int width_px, int height_px, GError **error);

#endif
