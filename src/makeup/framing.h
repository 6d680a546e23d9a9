/*
 * framing.h - how far a photograph may be cropped, and which part of it stands in a box
 *
 * What the desk or the file itself points out is never cut: the focus, and the
 * regions of the file. A graphic, a picture with crop: none and a fixed part
 * are shown whole, in a box of exactly their own ratio.
 */
#ifndef MAKEUP_FRAMING_H
#define MAKEUP_FRAMING_H

#include "makeup/stone.h"

/* Heights of a box of the given width. */
struct framing {
	fix natural;
	fix soft_least, soft_most; /* that the layout likes */
	fix least, most;	   /* beyond which something would be cut that must stay */
};

struct framing framing_of(const struct stone *stone, const struct picture *picture, fix width);
gboolean framing_is_whole(const struct picture *picture);
struct photo_part framing_part(const struct picture *picture, struct rect box);

#endif
