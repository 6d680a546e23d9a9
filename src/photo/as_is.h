/*
 * as_is.h - photographs that are right already
 */
#ifndef PHOTO_AS_IS_H
#define PHOTO_AS_IS_H

#include "photo/envelope.h"

/* Whether the file's own picture data may go into print when width_px ×
   height_px are asked of a part of has_width_px × has_height_px. Only headers are
   looked at. */
gboolean as_is_fits(GBytes *file, const struct envelope *envelope, int has_width_px, int has_height_px,
		    int width_px, int height_px);

/* The JPEG without application data, comments and what lies behind its end. */
GBytes *as_is_strip(GBytes *file);

#endif
