/*
 * preview_stock.h - what painting page after page keeps: masks of glyphs, photographs at their size
 */
#ifndef PAINT_PREVIEW_STOCK_H
#define PAINT_PREVIEW_STOCK_H

#include "paint/painter.h"
#include "paint/preview_mask.h"
#include "photo/photo.h"
#include "photo/raster.h"

struct preview_stock {
	struct preview_masks *masks;
	GHashTable *photos; /* what is asked for → struct raster; NULL: none is kept */
	gsize photo_bytes;
};

/* For one picture: no photograph is kept. */
struct preview_stock *preview_stock_passing(void);
/* Makes room when it has grown too large. */
void preview_stock_clear_out(struct preview_stock *stock);

/* The print at that size in pixels, if it is kept; the stock's. */
struct raster *preview_stock_find(const struct preview_stock *stock, const struct photo_print *print,
				  int width, int height);
/* Takes the raster over. */
void preview_stock_keep(struct preview_stock *stock, const struct photo_print *print, struct raster *raster);

#endif
