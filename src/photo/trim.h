/*
 * trim.h - edges taken off a JPEG without decoding it
 *
 * The blocks inside stay as they are, so nothing is lost a second time. It works
 * only where the part begins on the borders of blocks.
 */
#ifndef PHOTO_TRIM_H
#define PHOTO_TRIM_H

#include "photo/envelope.h"

/* Pixels by which a part may be moved to begin on a border: a quarter of a
   millimetre in print. */
#define TRIM_SHIFT_PX 2

struct trim_part {
	int left, top, width_px, height_px;
};

/* All blocks of the file are in memory meanwhile. */
#define TRIM_LIMIT_COEFFICIENTS (48 * 1000 * 1000)

/* Whether the part can be taken out in its size, moved by no more than
   TRIM_SHIFT_PX. */
gboolean trim_is_possible(const struct envelope *envelope, const struct trim_part *part);

/* NULL with an error when the file is broken. Progressive, with tables made for
   it, without application data. */
GBytes *trim_jpeg(GBytes *file, const struct envelope *envelope, const struct trim_part *part,
		  GError **error);

#endif
