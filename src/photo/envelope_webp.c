#include "photo/envelope.h"

#include <string.h>
#include <webp/decode.h>

#define RIFF_HEADER  12
#define CHUNK_HEADER 8

static gboolean broken(GError **error, const char *what)
{
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT, "the WebP is broken (%s): save it again", what);
	return FALSE;
}

static guint32 number(const guint8 *p)
{
	return (guint32)p[3] << 24 | (guint32)p[2] << 16 | (guint32)p[1] << 8 | p[0];
}

static void chunk_read(const guint8 *name, struct extract chunk, struct envelope *envelope)
{
	if (memcmp(name, "ICCP", 4) == 0 && envelope->profile == NULL && chunk.length <= PHOTO_LIMIT_PROFILE)
		envelope->profile = g_bytes_new(chunk.data, chunk.length);
	else if (memcmp(name, "XMP ", 4) == 0 && envelope->xmp.data == NULL)
		envelope->xmp = chunk;
	else if (memcmp(name, "EXIF", 4) == 0 && envelope->exif.data == NULL) {
		gboolean named = chunk.length > 6 && memcmp(chunk.data, "Exif\0", 6) == 0;
		envelope->exif = named ? (struct extract){chunk.data + 6, chunk.length - 6} : chunk;
	}
}

static gboolean features_read(const guint8 *data, gsize length, struct envelope *envelope, GError **error)
{
	WebPBitstreamFeatures features;

	if (WebPGetFeatures(data, length, &features) != VP8_STATUS_OK)
		return broken(error, "its header makes no sense");
	if (features.has_animation) {
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
				    "it is a moving WebP: save one frame of it as JPEG");
		return FALSE;
	}
	envelope->width_px = features.width;
	envelope->height_px = features.height;
	envelope->components = 3;
	envelope->bits = 8;
	envelope->transparent = features.has_alpha;
	envelope->lossless = features.format == 2;
	if (envelope->lossless && (gint64)features.width * features.height * 4 > PHOTO_LIMIT_WHOLE &&
	    (gint64)features.width * features.height <= PHOTO_LIMIT_PIXELS) {
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
			    "it is a lossless WebP of %d × %d pixels, too large to be held whole: save it as "
			    "JPEG",
			    features.width, features.height);
		return FALSE;
	}
	return TRUE;
}

gboolean envelope_webp(const guint8 *data, gsize length, struct envelope *envelope, GError **error)
{
	gsize end = MIN(length, (gsize)number(data + 4) + CHUNK_HEADER);

	envelope->format = PHOTO_WEBP;
	if (!features_read(data, length, envelope, error))
		return FALSE;
	if (end < (gsize)number(data + 4) + CHUNK_HEADER)
		return broken(error, "it is cut short");
	for (gsize at = RIFF_HEADER; at + CHUNK_HEADER <= end;) {
		gsize size = number(data + at + 4);
		if (size > end - at - CHUNK_HEADER)
			return broken(error, "it is cut short");
		chunk_read(data + at, (struct extract){data + at + CHUNK_HEADER, size}, envelope);
		at += CHUNK_HEADER + size + (size & 1);
	}
	return TRUE;
}
