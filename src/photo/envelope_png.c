#include "photo/envelope.h"

#include <gio/gio.h>
#include <string.h>

#define CHUNK_FRAME  12 /* length, name and checksum around the data */
#define XMP_UNPACKED (1u << 20)

static gboolean broken(GError **error, const char *what)
{
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT, "the PNG is broken (%s): save it again", what);
	return FALSE;
}

static guint32 number(const guint8 *p)
{
	return (guint32)p[0] << 24 | (guint32)p[1] << 16 | (guint32)p[2] << 8 | p[3];
}

/* NULL when it is no zlib stream or unpacks to more than limit. */
static GBytes *unpack(struct extract packed, gsize limit)
{
	g_autoptr(GConverter) inflater = G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
	g_autoptr(GByteArray) out = g_byte_array_new();
	guint8 piece[4096];
	gsize at = 0;

	for (;;) {
		gsize taken, given;
		GConverterResult result =
			g_converter_convert(inflater, packed.data + at, packed.length - at, piece,
					    sizeof piece, G_CONVERTER_INPUT_AT_END, &taken, &given, NULL);
		if (result == G_CONVERTER_ERROR || out->len + given > limit)
			return NULL;
		g_byte_array_append(out, piece, (guint)given);
		at += taken;
		if (result == G_CONVERTER_FINISHED)
			return g_byte_array_free_to_bytes(g_steal_pointer(&out));
	}
}

static gboolean header_read(struct extract chunk, struct envelope *envelope, GError **error)
{
	static const int samples_of_type[] = {1, 0, 3, 1, 2, 0, 4};
	gint64 unpacked;
	int type;

	if (chunk.length < 13 || (type = chunk.data[9]) > 6 || samples_of_type[type] == 0)
		return broken(error, "its header makes no sense");
	if (number(chunk.data) > G_MAXINT32 || number(chunk.data + 4) > G_MAXINT32)
		return broken(error, "its size makes no sense");
	envelope->width_px = (int)number(chunk.data);
	envelope->height_px = (int)number(chunk.data + 4);
	envelope->bits = chunk.data[8];
	envelope->components = type == 0 || type == 4 ? 1 : 3;
	envelope->transparent = type == 4 || type == 6;
	envelope->interlaced = chunk.data[12] != 0;
	if ((gint64)envelope->width_px * envelope->height_px > PHOTO_LIMIT_PIXELS)
		return TRUE; /* said by the caller */
	unpacked = (gint64)envelope->width_px * envelope->height_px;
	unpacked = envelope->interlaced ? unpacked * envelope->components
					: unpacked * samples_of_type[type] * envelope->bits / 8;
	if (unpacked > (envelope->interlaced ? PHOTO_LIMIT_WHOLE : PHOTO_LIMIT_UNPACKED)) {
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
			    "it is %s PNG of %d × %d pixels, which unpacks to %.0f MB: save it as JPEG, or "
			    "smaller",
			    envelope->interlaced ? "an interlaced" : "a", envelope->width_px,
			    envelope->height_px, (double)unpacked / 1e6);
		return FALSE;
	}
	return TRUE;
}

static void profile_read(struct extract chunk, struct envelope *envelope)
{
	const guint8 *end = memchr(chunk.data, 0, MIN(chunk.length, 80));
	gsize name = end != NULL ? (gsize)(end - chunk.data) + 2 : chunk.length;

	if (name < chunk.length && envelope->profile == NULL)
		envelope->profile =
			unpack((struct extract){chunk.data + name, chunk.length - name}, PHOTO_LIMIT_PROFILE);
}

/* iTXt: keyword 0 packed method language 0 translated 0 text */
static void text_read(struct extract chunk, struct envelope *envelope)
{
	static const char keyword[] = "XML:com.adobe.xmp";
	gsize at = sizeof keyword + 2;
	gboolean packed;

	if (chunk.length <= at || memcmp(chunk.data, keyword, sizeof keyword) != 0 ||
	    envelope->xmp.data != NULL)
		return;
	packed = chunk.data[sizeof keyword] != 0;
	for (int i = 0; i < 2; i++) {
		const guint8 *end = memchr(chunk.data + at, 0, chunk.length - at);
		if (end == NULL)
			return;
		at = (gsize)(end - chunk.data) + 1;
	}
	envelope->xmp = (struct extract){chunk.data + at, chunk.length - at};
	if (!packed)
		return;
	envelope->xmp_unpacked = unpack(envelope->xmp, XMP_UNPACKED);
	envelope->xmp = (struct extract){NULL, 0};
	if (envelope->xmp_unpacked != NULL)
		envelope->xmp.data = g_bytes_get_data(envelope->xmp_unpacked, &envelope->xmp.length);
}

static gboolean chunk_read(const guint8 *name, struct extract chunk, struct envelope *envelope,
			   GError **error)
{
	if (memcmp(name, "IHDR", 4) == 0)
		return header_read(chunk, envelope, error);
	if (memcmp(name, "iCCP", 4) == 0)
		profile_read(chunk, envelope);
	else if (memcmp(name, "iTXt", 4) == 0)
		text_read(chunk, envelope);
	else if (memcmp(name, "tRNS", 4) == 0)
		envelope->transparent = TRUE;
	else if (memcmp(name, "acTL", 4) == 0)
		envelope->animated = TRUE;
	else if (memcmp(name, "eXIf", 4) == 0 && envelope->exif.data == NULL)
		envelope->exif = chunk;
	else if (memcmp(name, "IDAT", 4) == 0)
		envelope->scans++;
	return TRUE;
}

gboolean envelope_png(const guint8 *data, gsize length, struct envelope *envelope, GError **error)
{
	gsize at = 8;

	envelope->format = PHOTO_PNG;
	envelope->lossless = TRUE;
	for (;;) {
		const guint8 *name = data + at + 4;
		struct extract chunk;
		if (at + CHUNK_FRAME > length || number(data + at) > length - at - CHUNK_FRAME)
			return broken(error, "it is cut short");
		chunk = (struct extract){data + at + 8, number(data + at)};
		if (memcmp(name, "IEND", 4) == 0)
			break;
		if (!chunk_read(name, chunk, envelope, error))
			return FALSE;
		at += CHUNK_FRAME + chunk.length;
	}
	if (envelope->scans == 0)
		return broken(error, "it has no picture in it");
	return TRUE;
}
