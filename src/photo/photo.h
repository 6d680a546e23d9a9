/*
 * photo.h - photographs: facts, and what is asked of the render
 *
 * Pixels are counted after the orientation in the file has been honoured:
 * width_px is what a reader sees as width.
 */
#ifndef PHOTO_PHOTO_H
#define PHOTO_PHOTO_H

#include <glib.h>

#define PHOTO_ERROR (photo_error_quark())
GQuark photo_error_quark(void);

enum photo_error {
	PHOTO_ERROR_FORMAT,     /* not a picture we read, or broken */
	PHOTO_ERROR_LIMIT,      /* past the limits of size, scans or bytes */
	PHOTO_ERROR_LIBRARY,
};

enum photo_format { PHOTO_JPEG, PHOTO_PNG, PHOTO_WEBP };

struct photo_facts {
	enum photo_format format;
	int width_px, height_px;      /* as seen */
	int orientation;              /* EXIF 1..8, already in the sizes above */
	int components;               /* 1 grey, 3 colour, 4 CMYK */
	gboolean progressive;
	gboolean has_profile;         /* an ICC profile other than sRGB */
	char sha256[65];              /* of the file's bytes */
};

/* A part of the picture as seen, in 1/65536 of its width and height. */
struct photo_part {
	int left, top, width, height;
};
#define PHOTO_WHOLE ((struct photo_part){0, 0, 65536, 65536})

struct photo_metadata {           /* each NULL where the file is silent */
	char *headline, *caption, *credit, *alt, *date, *copyright;
};
void photo_metadata_free(struct photo_metadata *metadata);

/* probe.c - header facts, nothing is decoded. */
gboolean photo_probe(GBytes *file, struct photo_facts *facts, GError **error);

/* metadata.c - IPTC, XMP and EXIF reconciled; NULL only when there is none. */
struct photo_metadata *photo_read_metadata(GBytes *file);

/* crop.c - the part of `facts` with the given ratio (width : height as two
   positive numbers) that keeps the focus (0..65536 from left and top) as near
   its place as can be. Pure. */
struct photo_part photo_crop_around(const struct photo_facts *facts, int64_t ratio_width,
				    int64_t ratio_height, int focus_x, int focus_y);

/* What a page wants of one photograph. */
struct photo_order {
	struct photo_part part;
	int width_px, height_px;      /* at most; never enlarged past the part */
};

struct photo_print {
	GBytes *bytes;                /* baseline or progressive JPEG, grey or sRGB (or PNG kept lossless: later) */
	int width_px, height_px, components;
	gboolean as_is;               /* the file's own bytes went in */
};
void photo_print_free(struct photo_print *print);

/* render.c - oriented, cropped, scaled, encoded. The same input gives the same
   bytes, on any thread. */
struct photo_print *photo_render(GBytes *file, const struct photo_facts *facts,
				 const struct photo_order *order, GError **error);

#endif
