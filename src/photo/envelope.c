#include "photo/envelope.h"

#include "photo/exif.h"

#include <string.h>

G_DEFINE_QUARK(anban - photo - error, photo_error)

struct signature {
	const char *bytes;
	gsize length;
	const char *name, *cure;
};

/* Files that arrive under a photograph's name and are something else. In a cure FILE
   stands for the file and STEM for its name without the ending: see photo_fill_in(). */
static const struct signature foreign[] = {
	{"GIF8", 4, "a GIF", "save it as PNG"},
	{"%PDF", 4, "a PDF", "convert it with 'pdftocairo -png -r 300 -singlefile FILE STEM'"},
	{"II*\0", 4, "a TIFF", "convert it with 'vips copy FILE STEM-1.jpg[Q=95]'"},
	{"MM\0*", 4, "a TIFF", "convert it with 'vips copy FILE STEM-1.jpg[Q=95]'"},
	{"BM", 2, "a Windows bitmap", "save it as PNG"},
	{"8BPS", 4, "a Photoshop document", "export it as JPEG"},
	{"<?xml", 5, "an XML document", "export the drawing as SVG or PNG"},
	{"\x1f\x8b", 2, "a packed file", "unpack it with 'gzip -dc FILE > STEM-1.svg'"},
	{"<!DOCTYPE", 9, "a web page", "download the photograph itself"},
	{"<html", 5, "a web page", "download the photograph itself"},
	{"\xff\x0a", 2, "a JPEG XL", "convert it with 'djxl FILE STEM-1.jpg'"},
	{"\0\0\0\x0cJXL ", 8, "a JPEG XL", "convert it with 'djxl FILE STEM-1.jpg'"},
	{"\0\0\0\x0cjP  ", 8, "a JPEG 2000", "convert it to JPEG"},
};

static void refuse_foreign(const guint8 *data, gsize length, GError **error)
{
	for (gsize i = 0; i < G_N_ELEMENTS(foreign); i++) {
		if (length >= foreign[i].length && memcmp(data, foreign[i].bytes, foreign[i].length) == 0) {
			g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
				    "it is %s, not a JPEG, PNG or WebP: %s", foreign[i].name,
				    foreign[i].cure);
			return;
		}
	}
	if (length >= 12 && memcmp(data + 4, "ftyp", 4) == 0)
		g_set_error_literal(
			error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
			"it is a HEIC, AVIF or film file, not a JPEG, PNG or WebP: export it as JPEG");
	else
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
				    "it is not a JPEG, PNG or WebP: save it again as JPEG");
}

static gboolean bytes_are_right(gsize length, GError **error)
{
	if (length == 0) {
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
				    "the file is empty: fetch the photograph again");
		return FALSE;
	}
	if (length > PHOTO_LIMIT_BYTES) {
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
			    "the file has %.0f MB, and %u are the limit: save it smaller",
			    (double)length / 1e6, PHOTO_LIMIT_BYTES >> 20);
		return FALSE;
	}
	return TRUE;
}

static gboolean open_by_content(const guint8 *data, gsize length, struct envelope *envelope, GError **error)
{
	if (length >= 3 && memcmp(data, "\xff\xd8\xff", 3) == 0)
		return envelope_jpeg(data, length, envelope, error);
	if (length >= 8 && memcmp(data, "\x89PNG\r\n\x1a\n", 8) == 0)
		return envelope_png(data, length, envelope, error);
	if (length >= 12 && memcmp(data, "RIFF", 4) == 0 && memcmp(data + 8, "WEBP", 4) == 0)
		return envelope_webp(data, length, envelope, error);
	refuse_foreign(data, length, error);
	return FALSE;
}

static gboolean size_is_right(const struct envelope *envelope, GError **error)
{
	gint64 pixels = (gint64)envelope->width_px * envelope->height_px;

	if (pixels <= 0) {
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
				    "the picture has no width or no height: save it again");
		return FALSE;
	}
	if (pixels > PHOTO_LIMIT_PIXELS) {
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
			    "it has %d × %d pixels, and 100 million are the limit: save it smaller",
			    envelope->width_px, envelope->height_px);
		return FALSE;
	}
	return TRUE;
}

static void read_exif(struct envelope *envelope)
{
	struct exif_fields fields;

	exif_read(envelope->exif, &fields);
	envelope->orientation = fields.orientation;
	envelope->adobe_rgb = fields.adobe_rgb && envelope->profile == NULL;
	exif_clear(&fields);
}

gboolean envelope_open(GBytes *file, struct envelope *envelope, GError **error)
{
	gsize length;
	const guint8 *data = g_bytes_get_data(file, &length);

	*envelope = (struct envelope){.orientation = 1};
	if (!bytes_are_right(length, error) || !open_by_content(data, length, envelope, error) ||
	    !size_is_right(envelope, error)) {
		envelope_clear(envelope);
		return FALSE;
	}
	read_exif(envelope);
	return TRUE;
}

void envelope_clear(struct envelope *envelope)
{
	g_clear_pointer(&envelope->profile, g_bytes_unref);
	g_clear_pointer(&envelope->xmp_unpacked, g_bytes_unref);
	*envelope = (struct envelope){.orientation = 1};
}

gboolean envelope_is_turned(const struct envelope *envelope)
{
	return envelope->orientation >= 5;
}
