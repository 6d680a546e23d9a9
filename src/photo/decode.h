/*
 * decode.h - from a file to pixels, no more of them than are wanted
 */
#ifndef PHOTO_DECODE_H
#define PHOTO_DECODE_H

#include "photo/envelope.h"
#include "photo/raster.h"

/* A part of the picture as stored, and the size it is wanted in. */
struct wish {
	struct rectangle part;	 /* in stored pixels, inside the picture */
	int width_px, height_px; /* of the part: at least so many, where the file has them */
};

/* A raster that covers the part, and where the part lies in it. */
struct decoded {
	struct raster *raster;
	struct rectangle part;
};

gboolean decode(GBytes *file, const struct envelope *envelope, const struct wish *wish,
		struct decoded *decoded, GError **error);

/* About what decode() and its raster need; see room.h. */
gint64 decode_bytes(const struct envelope *envelope, const struct wish *wish);

/* The fewest eighths, 1, 2, 4 or 8, that still give the pixels wanted. */
guint decode_jpeg_eighths(const struct wish *wish);

gboolean decode_jpeg(GBytes *file, const struct envelope *envelope, const struct wish *wish,
		     struct decoded *decoded, GError **error);
gboolean decode_png(GBytes *file, const struct envelope *envelope, const struct wish *wish,
		    struct decoded *decoded, GError **error);
gboolean decode_webp(GBytes *file, const struct envelope *envelope, const struct wish *wish,
		     struct decoded *decoded, GError **error);

#endif
