#include "photo/iptc.h"

#include <string.h>

enum { RESOURCE_IIM = 0x0404, RESOURCE_DIGEST = 0x0425 };
enum { RECORD_APPLICATION = 2 };
enum { SET_DATE = 55, SET_HEADLINE = 105, SET_CREDIT = 110, SET_COPYRIGHT = 116, SET_CAPTION = 120 };

#define DIGEST_BYTES 16

static guint number(const guint8 *p)
{
	return (guint)p[0] << 8 | p[1];
}

char *iptc_text(const guint8 *data, gsize length)
{
	g_autofree char *text = NULL;
	const char *bytes = (const char *)data;

	if (g_utf8_validate(bytes, (gssize)length, NULL))
		return g_strndup(bytes, length);
	text = g_convert(bytes, (gssize)length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
	return text != NULL ? g_steal_pointer(&text) : g_utf8_make_valid(bytes, (gssize)length);
}

static void take(char **field, const guint8 *data, gsize length)
{
	g_autofree char *text = iptc_text(data, length);

	if (*g_strstrip(text) != '\0' && *field == NULL)
		*field = g_steal_pointer(&text);
}

/* 20261122 as 2026-11-22. */
static void take_date(char **field, const guint8 *data, gsize length)
{
	for (gsize i = 0; i < length; i++)
		if (!g_ascii_isdigit(data[i]))
			return;
	if (length == 8 && *field == NULL && memcmp(data, "0000", 4) != 0)
		*field = g_strdup_printf("%.4s-%.2s-%.2s", (const char *)data, (const char *)data + 4,
					 (const char *)data + 6);
}

static void set_read(guint set, const guint8 *data, gsize length, struct iptc_fields *fields)
{
	switch (set) {
	case SET_DATE:
		take_date(&fields->date, data, length);
		break;
	case SET_HEADLINE:
		take(&fields->headline, data, length);
		break;
	case SET_CREDIT:
		take(&fields->credit, data, length);
		break;
	case SET_COPYRIGHT:
		take(&fields->copyright, data, length);
		break;
	case SET_CAPTION:
		take(&fields->caption, data, length);
		break;
	default:
		break;
	}
}

static void iim_read(struct extract iim, struct iptc_fields *fields)
{
	gsize at = 0;

	while (at + 5 <= iim.length && iim.data[at] == 0x1c) {
		guint length = number(iim.data + at + 3);
		if (length >= 0x8000 || length > iim.length - at - 5)
			return;
		if (iim.data[at + 1] == RECORD_APPLICATION)
			set_read(iim.data[at + 2], iim.data + at + 5, length, fields);
		at += 5 + length;
	}
}

/* A program that knows no XMP changes the IIM and leaves the digest. */
static gboolean digest_differs(struct extract iim, struct extract digest)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_MD5);
	static const guint8 unknown[DIGEST_BYTES] = {0};
	guint8 bytes[DIGEST_BYTES];
	gsize length = sizeof bytes;

	if (digest.length != DIGEST_BYTES || memcmp(digest.data, unknown, DIGEST_BYTES) == 0)
		return FALSE;
	g_checksum_update(sum, iim.data, (gssize)iim.length);
	g_checksum_get_digest(sum, bytes, &length);
	return memcmp(bytes, digest.data, DIGEST_BYTES) != 0;
}

/* "8BIM", id, a name of even length, size, data of even length */
static gboolean resource_next(struct extract *rest, guint *id, struct extract *resource)
{
	gsize name, size;

	if (rest->length < 12 || memcmp(rest->data, "8BIM", 4) != 0)
		return FALSE;
	*id = number(rest->data + 4);
	name = (rest->data[6] + 2u) & ~1u;
	if (rest->length < 10 + name)
		return FALSE;
	size = (gsize)number(rest->data + 6 + name) << 16 | number(rest->data + 8 + name);
	if (size > rest->length - 10 - name)
		return FALSE;
	*resource = (struct extract){rest->data + 10 + name, size};
	size = MIN(10 + name + size + (size & 1), rest->length);
	*rest = (struct extract){rest->data + size, rest->length - size};
	return TRUE;
}

void iptc_read(struct extract resources, struct iptc_fields *fields)
{
	struct extract iim = {NULL, 0}, digest = {NULL, 0}, resource;
	guint id;

	*fields = (struct iptc_fields){0};
	while (resource_next(&resources, &id, &resource)) {
		if (id == RESOURCE_IIM && iim.data == NULL)
			iim = resource;
		else if (id == RESOURCE_DIGEST)
			digest = resource;
	}
	if (iim.data == NULL)
		return;
	iim_read(iim, fields);
	fields->newer = digest_differs(iim, digest);
}

void iptc_clear(struct iptc_fields *fields)
{
	g_free(fields->headline);
	g_free(fields->caption);
	g_free(fields->credit);
	g_free(fields->date);
	g_free(fields->copyright);
	*fields = (struct iptc_fields){0};
}
