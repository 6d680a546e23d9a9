#include "photo/envelope.h"

#include <string.h>

/* Markers, ITU-T T.81 table B.1. */
enum {
	SOF0 = 0xc0,
	SOF2 = 0xc2,
	SOF3 = 0xc3,
	DHT = 0xc4,
	SOF5 = 0xc5,
	JPG = 0xc8,
	SOF9 = 0xc9,
	SOF10 = 0xca,
	DAC = 0xcc,
	SOF15 = 0xcf,
	RST0 = 0xd0,
	RST7 = 0xd7,
	SOI = 0xd8,
	EOI = 0xd9,
	SOS = 0xda,
	APP1 = 0xe1,
	APP2 = 0xe2,
	APP13 = 0xed,
	APP14 = 0xee,
	TEM = 0x01,
};

#define COMPONENTS_MAX 4
#define PROFILE_PIECES 255

struct component {
	int id, across, down; /* sampling factors */
	gint64 blocks;
};

struct walk {
	const guint8 *data;
	gsize length, at;
	struct envelope *envelope;
	struct component components[COMPONENTS_MAX];
	gboolean framed; /* a SOF was seen */
	struct extract pieces[PROFILE_PIECES];
	int piece_count; /* as the pieces themselves say */
};

static gboolean broken(GError **error, const char *what)
{
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
		    "the JPEG is broken (%s): fetch the original again", what);
	return FALSE;
}

static int number(const guint8 *p)
{
	return p[0] << 8 | p[1];
}

static gboolean starts_with(struct extract segment, const char *name, gsize length)
{
	return segment.length >= length && memcmp(segment.data, name, length) == 0;
}

static struct extract after(struct extract segment, gsize bytes)
{
	return (struct extract){segment.data + bytes, segment.length - bytes};
}

static gboolean frame_kind_is_right(int marker, struct extract segment, GError **error)
{
	if (marker == SOF3 || (marker >= SOF5 && marker != SOF9 && marker != SOF10)) {
		g_set_error_literal(
			error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
			marker == SOF3 || marker == 0xc7 || marker == 0xcb || marker == SOF15
				? "it is a lossless JPEG, which cannot be read: save it as a usual JPEG"
				: "it is a hierarchical JPEG, which cannot be read: save it as a usual JPEG");
		return FALSE;
	}
	if (segment.length < 6)
		return broken(error, "its frame header is too short");
	if (segment.data[0] != 8) {
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
			    "it is a JPEG of %d bits a sample, and 8 can be read: save it with 8 bits",
			    segment.data[0]);
		return FALSE;
	}
	return TRUE;
}

static gint64 ceiling(gint64 a, gint64 b)
{
	return (a + b - 1) / b;
}

/* Blocks of each component, padded to whole MCUs as a decoder holds them. */
static gboolean components_read(struct walk *walk, struct extract segment, GError **error)
{
	struct envelope *envelope = walk->envelope;
	int across = 1, down = 1;

	for (int i = 0; i < envelope->components; i++) {
		const guint8 *p = segment.data + 6 + 3 * i;
		walk->components[i] = (struct component){p[0], p[1] >> 4, p[1] & 15, 0};
		if (walk->components[i].across < 1 || walk->components[i].across > 4 ||
		    walk->components[i].down < 1 || walk->components[i].down > 4)
			return broken(error, "its sampling factors make no sense");
		across = MAX(across, walk->components[i].across);
		down = MAX(down, walk->components[i].down);
	}
	envelope->mcu_width_px = envelope->components == 1 ? 8 : 8 * across;
	envelope->mcu_height_px = envelope->components == 1 ? 8 : 8 * down;
	for (int i = 0; i < envelope->components; i++) {
		struct component *component = &walk->components[i];
		component->blocks = ceiling(envelope->width_px, 8 * across) * component->across *
				    ceiling(envelope->height_px, 8 * down) * component->down;
		envelope->coefficient_bytes += component->blocks * 64 * 2;
	}
	return TRUE;
}

static gboolean frame_read(struct walk *walk, int marker, struct extract segment, GError **error)
{
	struct envelope *envelope = walk->envelope;

	if (walk->framed)
		return broken(error, "it has two frames");
	if (!frame_kind_is_right(marker, segment, error))
		return FALSE;
	walk->framed = TRUE;
	envelope->bits = 8;
	envelope->height_px = number(segment.data + 1);
	envelope->width_px = number(segment.data + 3);
	envelope->components = segment.data[5];
	envelope->progressive = marker == SOF2 || marker == SOF10;
	envelope->arithmetic = marker == SOF9 || marker == SOF10;
	envelope->buffered = envelope->progressive;
	if (envelope->components != 1 && envelope->components != 3 && envelope->components != 4) {
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
			    "it has %d colour components, and 1, 3 or 4 can be read: save it as RGB",
			    envelope->components);
		return FALSE;
	}
	if (segment.length < 6 + 3 * (gsize)envelope->components)
		return broken(error, "its frame header is too short");
	return components_read(walk, segment, error);
}

static gboolean scan_read(struct walk *walk, struct extract segment, GError **error)
{
	struct envelope *envelope = walk->envelope;

	if (!walk->framed)
		return broken(error, "a scan comes before the frame");
	if (segment.length < 1 || segment.length < 1 + 2 * (gsize)segment.data[0])
		return broken(error, "a scan header is too short");
	envelope->scans++;
	envelope->buffered = envelope->buffered || segment.data[0] < envelope->components;
	for (int i = 0; i < segment.data[0]; i++)
		for (int j = 0; j < envelope->components; j++)
			if (walk->components[j].id == segment.data[1 + 2 * i])
				envelope->visits += walk->components[j].blocks;
	if (envelope->scans > PHOTO_LIMIT_SCANS ||
	    (envelope->buffered && envelope->visits > PHOTO_LIMIT_VISITS)) {
		g_set_error(
			error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
			"it has too many scans for its size (%d are the limit): save it as a baseline JPEG",
			PHOTO_LIMIT_SCANS);
		return FALSE;
	}
	return TRUE;
}

static void profile_piece(struct walk *walk, struct extract segment)
{
	int index = segment.data[12], count = segment.data[13];

	if (index < 1 || index > count || walk->pieces[index - 1].data != NULL)
		return;
	walk->piece_count = count;
	walk->pieces[index - 1] = after(segment, 14);
}

static void application_read(struct walk *walk, int marker, struct extract segment)
{
	struct envelope *envelope = walk->envelope;
	static const char xmp_name[] = "http://ns.adobe.com/xap/1.0/";

	if (marker == APP1 && starts_with(segment, "Exif\0", 6) && envelope->exif.data == NULL)
		envelope->exif = after(segment, 6);
	else if (marker == APP1 && starts_with(segment, xmp_name, sizeof xmp_name) &&
		 envelope->xmp.data == NULL)
		envelope->xmp = after(segment, sizeof xmp_name);
	else if (marker == APP2 && starts_with(segment, "ICC_PROFILE", 12) && segment.length > 14)
		profile_piece(walk, segment);
	else if (marker == APP13 && starts_with(segment, "Photoshop 3.0", 14) && envelope->iptc.data == NULL)
		envelope->iptc = after(segment, 14);
	else if (marker == APP14 && starts_with(segment, "Adobe", 5) && segment.length >= 12) {
		envelope->adobe = TRUE;
		envelope->adobe_transform = segment.data[11];
	}
}

/* Past the coded data of a scan, to its next marker. */
static void scan_skip(struct walk *walk)
{
	while (walk->at < walk->length) {
		const guint8 *p = memchr(walk->data + walk->at, 0xff, walk->length - walk->at);
		if (p == NULL || (gsize)(p - walk->data) + 1 >= walk->length) {
			walk->at = walk->length;
			return;
		}
		walk->at = (gsize)(p - walk->data);
		if (p[1] != 0 && p[1] != 0xff && !(p[1] >= RST0 && p[1] <= RST7))
			return;
		walk->at += p[1] == 0xff ? 1 : 2;
	}
}

/* The next marker's code, or -1 at the end of the bytes. */
static int marker_next(struct walk *walk)
{
	while (walk->at < walk->length && walk->data[walk->at] != 0xff)
		walk->at++;
	while (walk->at < walk->length && walk->data[walk->at] == 0xff)
		walk->at++;
	return walk->at < walk->length ? walk->data[walk->at++] : -1;
}

static gboolean segment_read(struct walk *walk, int marker, GError **error)
{
	struct extract segment;
	int length;

	if (walk->at + 2 > walk->length || (length = number(walk->data + walk->at)) < 2 ||
	    walk->at + (gsize)length > walk->length)
		return broken(error, "it is cut short");
	segment = (struct extract){walk->data + walk->at + 2, (gsize)length - 2};
	walk->at += (gsize)length;
	if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC)
		return frame_read(walk, marker, segment, error);
	if (marker == SOS) {
		scan_skip(walk);
		return scan_read(walk, segment, error);
	}
	application_read(walk, marker, segment);
	return TRUE;
}

static gboolean marker_stands_alone(int marker)
{
	return marker == 0 || marker == TEM || marker == SOI || (marker >= RST0 && marker <= RST7);
}

static void profile_join(struct walk *walk)
{
	GByteArray *profile = g_byte_array_new();

	for (int i = 0; i < walk->piece_count; i++) {
		if (walk->pieces[i].data == NULL ||
		    profile->len + walk->pieces[i].length > PHOTO_LIMIT_PROFILE) {
			g_byte_array_unref(profile);
			return;
		}
		g_byte_array_append(profile, walk->pieces[i].data, (guint)walk->pieces[i].length);
	}
	walk->envelope->profile = g_byte_array_free_to_bytes(profile);
}

static gboolean memory_is_right(const struct envelope *envelope, gsize length, GError **error)
{
	gint64 bytes = envelope->coefficient_bytes;

	if (!envelope->buffered || bytes <= PHOTO_LIMIT_COEFFICIENTS)
		return TRUE;
	if (bytes <= PHOTO_LIMIT_COEFFICIENTS_LARGE && bytes <= (gint64)length * PHOTO_BYTES_OF_COEFFICIENTS)
		return TRUE;
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
		    "it is a progressive JPEG of %d × %d pixels, too large to be held whole: save it as a "
		    "baseline "
		    "JPEG, or smaller",
		    envelope->width_px, envelope->height_px);
	return FALSE;
}

gboolean envelope_jpeg(const guint8 *data, gsize length, struct envelope *envelope, GError **error)
{
	g_autofree struct walk *walk = g_new0(struct walk, 1);
	int marker;

	*walk = (struct walk){.data = data, .length = length, .at = 2, .envelope = envelope};
	envelope->format = PHOTO_JPEG;
	while ((marker = marker_next(walk)) != EOI) {
		if (marker < 0)
			return broken(error, walk->framed ? "it is cut short" : "it has no picture in it");
		if (!marker_stands_alone(marker) && !segment_read(walk, marker, error))
			return FALSE;
	}
	if (envelope->scans == 0)
		return broken(error, "it has no picture in it");
	if (walk->piece_count > 0)
		profile_join(walk);
	return memory_is_right(envelope, length, error);
}
