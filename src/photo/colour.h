/*
 * colour.h - from a file's own colours to sRGB
 *
 * Relative colorimetric with black point compensation, by lcms2. Grey stays
 * grey. A profile that does not fit the picture's components counts as none.
 */
#ifndef PHOTO_COLOUR_H
#define PHOTO_COLOUR_H

#include "photo/envelope.h"
#include "photo/raster.h"

/* Whether the samples are sRGB, or grey with its tone curve, to within what
   an eye can see. */
gboolean colour_is_screen(const struct envelope *envelope);

/* Takes the raster and gives it back as 1 or 3 components, or NULL. */
struct raster *colour_to_screen(struct raster *raster, const struct envelope *envelope, GError **error);

#endif
