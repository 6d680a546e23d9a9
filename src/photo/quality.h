/*
 * quality.h - how far a JPEG may be pressed before it is seen
 */
#ifndef PHOTO_QUALITY_H
#define PHOTO_QUALITY_H

#include "photo/raster.h"

/* Below it a clear sky falls into blocks, which SSIM does not see. */
#define QUALITY_LEAST  62
#define QUALITY_MOST   92
#define QUALITY_TARGET 0.97  /* mean SSIM of the luma */
#define QUALITY_MARGIN 0.002 /* because only a sample of a large picture is looked at */

/* Mean structural similarity of two rasters of one component and one size
   (Wang et al. 2004, windows of 6 × 6 at every third pixel, which
   weigh about as many pixels as its Gaussian window does; 1 where there is
   no room for a window). */
double quality_ssim(const struct raster *a, const struct raster *b);

/* The lowest quality of libjpeg's scale, between the two above, that keeps
   QUALITY_TARGET. */
int quality_find(const struct raster *raster);

#endif
