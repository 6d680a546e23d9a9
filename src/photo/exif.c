#include "photo/exif.h"

#include <string.h>

enum {
	TAG_DESCRIPTION = 0x010e,
	TAG_ORIENTATION = 0x0112,
	TAG_COPYRIGHT = 0x8298,
	TAG_EXIF = 0x8769,
	TAG_DATE_TAKEN = 0x9003,
	TAG_INTEROPERABILITY = 0xa005,
	TAG_INTEROPERABILITY_INDEX = 0x0001,
};
enum { TYPE_ASCII = 2, TYPE_SHORT = 3, TYPE_LONG = 4 };

#define ENTRY_BYTES 12
#define FIELD_BYTES 4096 /* of text taken from one field */

struct tiff {
	struct extract bytes;
	gboolean big_endian;
};

struct entry {
	guint tag, type;
	guint32 count;
	gsize at; /* of the four bytes of its value */
};

static guint tiff_short(const struct tiff *tiff, gsize at)
{
	const guint8 *p = tiff->bytes.data + at;

	if (at + 2 > tiff->bytes.length)
		return 0;
	return tiff->big_endian ? (guint)p[0] << 8 | p[1] : (guint)p[1] << 8 | p[0];
}

static guint32 tiff_long(const struct tiff *tiff, gsize at)
{
	guint32 first = tiff_short(tiff, at), second = tiff_short(tiff, at + 2);

	return tiff->big_endian ? first << 16 | second : second << 16 | first;
}

static guint32 entry_number(const struct tiff *tiff, const struct entry *entry)
{
	return entry->type == TYPE_SHORT ? tiff_short(tiff, entry->at) : tiff_long(tiff, entry->at);
}

static char *entry_text(const struct tiff *tiff, const struct entry *entry)
{
	gsize at = entry->count <= 4 ? entry->at : tiff_long(tiff, entry->at);

	if (entry->type != TYPE_ASCII || at >= tiff->bytes.length)
		return NULL;
	return g_strndup((const char *)tiff->bytes.data + at,
			 MIN(MIN(entry->count, tiff->bytes.length - at), FIELD_BYTES));
}

static void take_text(char **field, const struct tiff *tiff, const struct entry *entry)
{
	g_autofree char *text = entry_text(tiff, entry);

	if (text != NULL && *g_strstrip(text) != '\0' && *field == NULL)
		*field = g_steal_pointer(&text);
}

static void directory_read(const struct tiff *tiff, gsize at, int depth, struct exif_fields *fields);

static void entry_read(const struct tiff *tiff, const struct entry *entry, int depth,
		       struct exif_fields *fields)
{
	g_autofree char *index = NULL;

	switch (entry->tag) {
	case TAG_ORIENTATION:
		if (depth == 0 && entry_number(tiff, entry) >= 1 && entry_number(tiff, entry) <= 8)
			fields->orientation = (int)entry_number(tiff, entry);
		break;
	case TAG_DESCRIPTION:
		take_text(&fields->description, tiff, entry);
		break;
	case TAG_COPYRIGHT:
		take_text(&fields->copyright, tiff, entry);
		break;
	case TAG_DATE_TAKEN:
		take_text(&fields->date, tiff, entry);
		break;
	case TAG_INTEROPERABILITY_INDEX:
		index = entry_text(tiff, entry);
		fields->adobe_rgb = depth == 2 && g_strcmp0(index, "R03") == 0;
		break;
	case TAG_EXIF:
	case TAG_INTEROPERABILITY:
		if (depth < 2)
			directory_read(tiff, entry_number(tiff, entry), depth + 1, fields);
		break;
	default:
		break;
	}
}

static void directory_read(const struct tiff *tiff, gsize at, int depth, struct exif_fields *fields)
{
	guint count = tiff_short(tiff, at);

	for (guint i = 0; i < count; i++) {
		gsize entry_at = at + 2 + (gsize)i * ENTRY_BYTES;
		if (entry_at + ENTRY_BYTES > tiff->bytes.length)
			return;
		struct entry entry = {
			.tag = tiff_short(tiff, entry_at),
			.type = tiff_short(tiff, entry_at + 2),
			.count = tiff_long(tiff, entry_at + 4),
			.at = entry_at + 8,
		};
		entry_read(tiff, &entry, depth, fields);
	}
}

void exif_read(struct extract exif, struct exif_fields *fields)
{
	struct tiff tiff = {.bytes = exif};

	*fields = (struct exif_fields){.orientation = 1};
	if (exif.length < 8)
		return;
	tiff.big_endian = exif.data[0] == 'M';
	if (memcmp(exif.data, tiff.big_endian ? "MM" : "II", 2) != 0 || tiff_short(&tiff, 2) != 42)
		return;
	directory_read(&tiff, tiff_long(&tiff, 4), 0, fields);
}

void exif_clear(struct exif_fields *fields)
{
	g_free(fields->description);
	g_free(fields->copyright);
	g_free(fields->date);
	*fields = (struct exif_fields){.orientation = 1};
}
