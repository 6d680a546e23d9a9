/*
 * envelope.h - what is written around the picture data of a file
 *
 * Everything here is read from headers; no pixel is decoded, and nothing of
 * the file is trusted: every length is checked against the bytes there are.
 */
#ifndef PHOTO_ENVELOPE_H
#define PHOTO_ENVELOPE_H

#include "photo/photo.h"

/* Bytes inside the file; data is NULL where there are none. */
struct extract {
	const guint8 *data;
	gsize length;
};

struct envelope {
	enum photo_format format;
	int width_px, height_px; /* as stored, before the orientation */
	int components;		 /* 1 grey, 3 colour, 4 CMYK; alpha is not counted */
	int bits;		 /* a sample */
	int orientation;	 /* EXIF 1..8 */
	gboolean transparent;
	gboolean lossless;   /* PNG, or a lossless WebP */
	gboolean interlaced; /* PNG: decoded as a whole */
	gboolean animated;
	/* JPEG only */
	gboolean progressive, arithmetic;
	gboolean buffered; /* decoded as a whole: progressive, or one scan a component */
	int scans;
	gint64 visits;		  /* blocks over all scans: what decoding costs */
	gint64 coefficient_bytes; /* what a buffered decode holds */
	gboolean adobe;		  /* an APP14 marker: CMYK is stored inverted */
	int adobe_transform;
	int mcu_width_px, mcu_height_px; /* of the units it is coded in */
	/* colour */
	GBytes *profile;    /* ICC, or NULL */
	gboolean adobe_rgb; /* EXIF says Adobe RGB, without a profile */
	/* words */
	struct extract exif;  /* from the TIFF header on */
	struct extract xmp;   /* the packet */
	struct extract iptc;  /* Photoshop image resources */
	GBytes *xmp_unpacked; /* owns xmp where a PNG had it compressed */
};

/* FALSE with PHOTO_ERROR_FORMAT or PHOTO_ERROR_LIMIT; the envelope is then
   empty. It points into `file`, which must outlive it. */
gboolean envelope_open(GBytes *file, struct envelope *envelope, GError **error);
void envelope_clear(struct envelope *envelope);
/* Orientations 5..8 lay the picture on its side. */
gboolean envelope_is_turned(const struct envelope *envelope);

/* One a format; called by envelope_open with the limits of bytes checked. */
gboolean envelope_jpeg(const guint8 *data, gsize length, struct envelope *envelope, GError **error);
gboolean envelope_png(const guint8 *data, gsize length, struct envelope *envelope, GError **error);
gboolean envelope_webp(const guint8 *data, gsize length, struct envelope *envelope, GError **error);

#define PHOTO_LIMIT_BYTES   (64u << 20)
#define PHOTO_LIMIT_PIXELS  100000000
#define PHOTO_LIMIT_SCANS   100
#define PHOTO_LIMIT_PROFILE (4u << 20)
/* What a buffered JPEG may hold while it is decoded: 24 Mpx of 4:2:0 are 72 MB.
   Up to the second number only where the file itself is large, as those of
   real photographs are; room.h lets those in one at a time. */
#define PHOTO_LIMIT_COEFFICIENTS       (72 * 1000 * 1000)
#define PHOTO_LIMIT_COEFFICIENTS_LARGE (192 * 1000 * 1000)
#define PHOTO_BYTES_OF_COEFFICIENTS    40
/* Block visits: a usual progressive script makes six of each block. */
#define PHOTO_LIMIT_VISITS 24000000
/* Samples of a PNG or WebP after unpacking. */
#define PHOTO_LIMIT_UNPACKED (128u << 20)
#define PHOTO_LIMIT_WHOLE    (64u << 20)

#endif
