/*
 * preview_mask.h - how much of each pixel a glyph covers, made once for each face, size and quarter of a
 * pixel
 */
#ifndef PAINT_PREVIEW_MASK_H
#define PAINT_PREVIEW_MASK_H

#include <cairo.h>

#include "font/fontbook.h"

/* Compared as bytes: set all of it to zero before it is filled in. */
struct preview_mask_key {
	double height; /* of the em, px */
	int face;
	int x_scale;
	uint32_t glyph;
	int quarter_x, quarter_y;
};

struct preview_mask {
	int left, top;	   /* px, from the whole pixel of the origin */
	int columns, rows; /* 0 for a blank */
	guint8 coverage[]; /* rows of columns bytes */
};

struct preview_masks;
struct preview_masks *preview_masks_new(void);
void preview_masks_free(struct preview_masks *masks);
/* Makes room when there are very many. */
void preview_masks_clear_out(struct preview_masks *masks);

/* Made when it is first asked for; the masks' own. */
const struct preview_mask *preview_mask_find(struct preview_masks *masks, const struct face *face,
					     const struct preview_mask_key *key);

/* A path of an outline with its origin at (x, y), its em so wide and high in pixels. */
void preview_mask_trace(cairo_t *cairo, const GArray *outline, double x, double y, double width,
			double height);

#endif
