#include <exempi/xmp.h>
#include <exempi/xmpconsts.h>
#include <math.h>
#include <string.h>

#include "photo/drawing.h"
#include "photo/exif.h"
#include "photo/iptc.h"

#define NS_IPTC_EXTENSION "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
#define NS_MWG_REGIONS	  "http://www.metadataworkinggroup.com/schemas/regions/"
#define NS_AREA		  "http://ns.adobe.com/xmp/sType/Area#"

#define ROLE_CROP    "http://cv.iptc.org/newscodes/imageregionrole/recomCropping"
#define ROLE_CROP_2  "http://cv.iptc.org/newscodes/imageregionrole/cropping"
#define PACKET_MOST  (1u << 20)
#define REGIONS_MOST 64
#define UNIT	     65536

static gpointer toolkit_start(gpointer unused)
{
	XmpStringPtr prefix;

	(void)unused;
	if (!xmp_init())
		return NULL;
	prefix = xmp_string_new();
	xmp_register_namespace(NS_IPTC_EXTENSION, "Iptc4xmpExt", prefix);
	xmp_register_namespace(NS_MWG_REGIONS, "mwg-rs", prefix);
	xmp_register_namespace(NS_AREA, "stArea", prefix);
	xmp_string_free(prefix);
	return GINT_TO_POINTER(TRUE);
}

static gboolean toolkit_is_there(void)
{
	static GOnce once = G_ONCE_INIT;

	return g_once(&once, toolkit_start, NULL) != NULL;
}

/* Takes text; gives it trimmed and in NFC, or NULL for nothing. */
static char *tidy(char *text)
{
	g_autofree char *valid = text != NULL ? g_utf8_make_valid(text, -1) : NULL;

	g_free(text);
	if (valid == NULL || *g_strstrip(valid) == '\0')
		return NULL;
	return g_utf8_normalize(valid, -1, G_NORMALIZE_NFC);
}

static char *packet_property(XmpPtr packet, const char *schema, const char *name)
{
	XmpStringPtr value = xmp_string_new();
	char *text = NULL;

	if (xmp_get_property(packet, schema, name, value, NULL))
		text = g_strdup(xmp_string_cstr(value));
	xmp_string_free(value);
	return tidy(text);
}

/* An alternative of languages, or, as some programs write it, plain text. */
static char *packet_alternative(XmpPtr packet, const char *schema, const char *name)
{
	XmpStringPtr value = xmp_string_new();
	char *text = NULL;

	if (xmp_get_localized_text(packet, schema, name, "", "x-default", NULL, value, NULL))
		text = g_strdup(xmp_string_cstr(value));
	xmp_string_free(value);
	text = tidy(text);
	return text != NULL ? text : packet_property(packet, schema, name);
}

static gboolean packet_number(XmpPtr packet, const char *schema, const char *path, double *number)
{
	g_autofree char *text = packet_property(packet, schema, path);
	char *end;

	if (text == NULL)
		return FALSE;
	*number = g_ascii_strtod(text, &end);
	return end != text && *end == '\0' && isfinite(*number) && *number >= 0;
}

/* Regions are given for the picture as stored. */
static gboolean part_as_seen(double x, double y, double width, double height, int orientation,
			     struct photo_part *part)
{
	double left = CLAMP(x, 0, 1), top = CLAMP(y, 0, 1);
	double right = CLAMP(x + width, 0, 1), bottom = CLAMP(y + height, 0, 1), swap;

	if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
		swap = left;
		left = 1 - right;
		right = 1 - swap;
	}
	if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
		swap = top;
		top = 1 - bottom;
		bottom = 1 - swap;
	}
	*part = orientation >= 5 ? (struct photo_part){(int)(top * UNIT), (int)(left * UNIT),
						       (int)ceil((bottom - top) * UNIT),
						       (int)ceil((right - left) * UNIT)}
				 : (struct photo_part){(int)(left * UNIT), (int)(top * UNIT),
						       (int)ceil((right - left) * UNIT),
						       (int)ceil((bottom - top) * UNIT)};
	part->width = MIN(part->width, UNIT - part->left);
	part->height = MIN(part->height, UNIT - part->top);
	return part->width > 0 && part->height > 0;
}

/* Four numbers below `path`, of fields named so. */
static gboolean packet_box(XmpPtr packet, const char *schema, const char *path, const char *const *names,
			   double *box)
{
	for (int i = 0; i < 4; i++) {
		g_autofree char *field = g_strconcat(path, names[i], NULL);
		if (!packet_number(packet, schema, field, &box[i]))
			return FALSE;
	}
	return TRUE;
}

static gboolean text_is(XmpPtr packet, const char *schema, const char *path, const char *wanted)
{
	g_autofree char *text = packet_property(packet, schema, path);

	return g_strcmp0(text, wanted) == 0;
}

/* Of an IPTC boundary: rectangles and circles, in shares or in pixels. */
static gboolean boundary_read(XmpPtr packet, const char *region, const struct envelope *envelope,
			      struct photo_part *part)
{
	static const char *const rectangle[] = {"Iptc4xmpExt:rbX", "Iptc4xmpExt:rbY", "Iptc4xmpExt:rbW",
						"Iptc4xmpExt:rbH"};
	static const char *const circle[] = {"Iptc4xmpExt:rbX", "Iptc4xmpExt:rbY", "Iptc4xmpExt:rbRx",
					     "Iptc4xmpExt:rbRx"};
	g_autofree char *path = g_strconcat(region, "/Iptc4xmpExt:RegionBoundary/", NULL);
	g_autofree char *unit = g_strconcat(path, "Iptc4xmpExt:rbUnit", NULL);
	gboolean pixels = text_is(packet, NS_IPTC_EXTENSION, unit, "pixel");
	double width = pixels ? envelope->width_px : 1, height = pixels ? envelope->height_px : 1;
	double box[4];

	if (packet_box(packet, NS_IPTC_EXTENSION, path, rectangle, box))
		return part_as_seen(box[0] / width, box[1] / height, box[2] / width, box[3] / height,
				    envelope->orientation, part);
	if (!packet_box(packet, NS_IPTC_EXTENSION, path, circle, box))
		return FALSE;
	/* The radius is a share of the width. */
	box[3] = pixels ? box[2] : box[2] * envelope->width_px / envelope->height_px;
	return part_as_seen((box[0] - box[2]) / width, (box[1] - box[3]) / height, 2 * box[2] / width,
			    2 * box[3] / height, envelope->orientation, part);
}

static gboolean region_is_crop(XmpPtr packet, const char *region)
{
	for (int i = 1; i <= 4; i++) {
		g_autofree char *path =
			g_strdup_printf("%s/Iptc4xmpExt:rRole[%d]/xmp:Identifier[1]", region, i);
		if (text_is(packet, NS_IPTC_EXTENSION, path, ROLE_CROP) ||
		    text_is(packet, NS_IPTC_EXTENSION, path, ROLE_CROP_2))
			return TRUE;
	}
	return FALSE;
}

static void regions_of_iptc(XmpPtr packet, const struct envelope *envelope, GArray *regions)
{
	for (int i = 1; i <= REGIONS_MOST; i++) {
		g_autofree char *path = g_strdup_printf("Iptc4xmpExt:ImageRegion[%d]", i);
		struct photo_region region = {REGION_SUBJECT, {0, 0, 0, 0}};
		if (!xmp_get_property(packet, NS_IPTC_EXTENSION, path, NULL, NULL))
			return;
		if (!boundary_read(packet, path, envelope, &region.part))
			continue;
		if (region_is_crop(packet, path))
			region.kind = REGION_CROP;
		g_array_append_val(regions, region);
	}
}

/* Areas of the Metadata Working Group are given by their middle. */
static void regions_of_mwg(XmpPtr packet, const struct envelope *envelope, GArray *regions)
{
	static const char *const names[] = {"stArea:x", "stArea:y", "stArea:w", "stArea:h"};

	for (int i = 1; i <= REGIONS_MOST; i++) {
		g_autofree char *path = g_strdup_printf("mwg-rs:Regions/mwg-rs:RegionList[%d]", i);
		g_autofree char *area = g_strconcat(path, "/mwg-rs:Area/", NULL);
		g_autofree char *type = g_strconcat(path, "/mwg-rs:Type", NULL);
		struct photo_region region = {REGION_SUBJECT, {0, 0, 0, 0}};
		double box[4];
		if (!xmp_get_property(packet, NS_MWG_REGIONS, path, NULL, NULL))
			return;
		if (!packet_box(packet, NS_MWG_REGIONS, area, names, box) ||
		    text_is(packet, NS_MWG_REGIONS, type, "BarCode") ||
		    !part_as_seen(box[0] - box[2] / 2, box[1] - box[3] / 2, box[2], box[3],
				  envelope->orientation, &region.part))
			continue;
		if (text_is(packet, NS_MWG_REGIONS, type, "Face"))
			region.kind = REGION_FACE;
		g_array_append_val(regions, region);
	}
}

/* The toolkit prints its complaints to the user's terminal, and knows DTDs: it
   sees only what is well-formed without one. */
static gboolean text_is_well_formed(const char *text, gsize length)
{
	static const GMarkupParser nothing = {NULL, NULL, NULL, NULL, NULL};
	GMarkupParseContext *context = g_markup_parse_context_new(&nothing, 0, NULL, NULL);
	gboolean right = g_strstr_len(text, (gssize)length, "<!DOCTYPE") == NULL &&
			 g_markup_parse_context_parse(context, text, (gssize)length, NULL) &&
			 g_markup_parse_context_end_parse(context, NULL);

	g_markup_parse_context_free(context);
	return right;
}

static void packet_read(const struct envelope *envelope, struct photo_metadata *metadata)
{
	const char *text = (const char *)envelope->xmp.data;
	gsize length = envelope->xmp.length;
	XmpPtr packet;

	while (length > 0 && text[length - 1] == '\0')
		length--;
	if (length == 0 || length > PACKET_MOST || !text_is_well_formed(text, length) || !toolkit_is_there())
		return;
	packet = xmp_new_empty();
	if (packet != NULL && xmp_parse(packet, text, length)) {
		metadata->headline = packet_property(packet, NS_PHOTOSHOP, "Headline");
		metadata->caption = packet_alternative(packet, NS_DC, "description");
		metadata->credit = packet_property(packet, NS_PHOTOSHOP, "Credit");
		metadata->alt = packet_alternative(packet, NS_IPTC4XMP, "AltTextAccessibility");
		metadata->date = packet_property(packet, NS_PHOTOSHOP, "DateCreated");
		metadata->copyright = packet_alternative(packet, NS_DC, "rights");
		regions_of_iptc(packet, envelope, metadata->regions);
		regions_of_mwg(packet, envelope, metadata->regions);
	}
	if (packet != NULL)
		xmp_free(packet);
}

/* Takes `other` where the field is empty, or always when it is newer. */
static void prefer(char **field, char **other, gboolean newer)
{
	char *text = tidy(g_steal_pointer(other));

	if (text != NULL && (*field == NULL || newer)) {
		g_free(*field);
		*field = g_steal_pointer(&text);
	}
	g_free(text);
}

static void iptc_join(const struct envelope *envelope, struct photo_metadata *metadata)
{
	struct iptc_fields fields;

	iptc_read(envelope->iptc, &fields);
	prefer(&metadata->headline, &fields.headline, fields.newer);
	prefer(&metadata->caption, &fields.caption, fields.newer);
	prefer(&metadata->credit, &fields.credit, fields.newer);
	prefer(&metadata->date, &fields.date, FALSE);
	prefer(&metadata->copyright, &fields.copyright, fields.newer);
	iptc_clear(&fields);
}

static void decode_text(char **text)
{
	char *bytes = g_steal_pointer(text);

	if (bytes != NULL)
		*text = iptc_text((const guint8 *)bytes, strlen(bytes));
	g_free(bytes);
}

/* "2026:11:21 09:30:00" as "2026-11-21T09:30:00". */
static void decode_date(char **text)
{
	char *date = *text;

	if (date == NULL)
		return;
	if (strlen(date) == 19 && date[4] == ':' && date[7] == ':' && date[10] == ' ' && date[0] != '0') {
		date[4] = date[7] = '-';
		date[10] = 'T';
	} else {
		g_clear_pointer(text, g_free);
	}
}

/* Cameras write their own name into the description; that is no caption. */
static gboolean description_is_words(const char *description)
{
	return description != NULL && strchr(description, ' ') != NULL &&
	       !g_str_has_prefix(description, "OLYMPUS DIGITAL CAMERA") &&
	       !g_str_has_prefix(description, "SONY DSC");
}

static void exif_join(const struct envelope *envelope, struct photo_metadata *metadata)
{
	struct exif_fields fields;

	exif_read(envelope->exif, &fields);
	decode_text(&fields.description);
	decode_text(&fields.copyright);
	decode_date(&fields.date);
	if (description_is_words(fields.description))
		prefer(&metadata->caption, &fields.description, FALSE);
	prefer(&metadata->copyright, &fields.copyright, FALSE);
	prefer(&metadata->date, &fields.date, FALSE);
	exif_clear(&fields);
}

static gboolean metadata_is_empty(const struct photo_metadata *metadata)
{
	return metadata->headline == NULL && metadata->caption == NULL && metadata->credit == NULL &&
	       metadata->alt == NULL && metadata->date == NULL && metadata->copyright == NULL &&
	       metadata->regions->len == 0;
}

static struct photo_metadata *metadata_new(void)
{
	struct photo_metadata *metadata = g_new0(struct photo_metadata, 1);

	metadata->regions = g_array_new(FALSE, FALSE, sizeof(struct photo_region));
	return metadata;
}

/* A drawing's <desc> is there for those who cannot see it. */
static struct photo_metadata *drawing_words(GBytes *file)
{
	struct photo_metadata *metadata;
	struct drawing_facts facts;

	if (!drawing_check(file, &facts, NULL) || facts.description == NULL)
		return NULL;
	metadata = metadata_new();
	metadata->alt = facts.description;
	return metadata;
}

struct photo_metadata *photo_read_metadata(GBytes *file)
{
	struct photo_metadata *metadata;
	struct envelope envelope;

	if (drawing_is_svg(file))
		return drawing_words(file);
	if (!envelope_open(file, &envelope, NULL))
		return NULL;
	metadata = metadata_new();
	packet_read(&envelope, metadata);
	iptc_join(&envelope, metadata);
	exif_join(&envelope, metadata);
	envelope_clear(&envelope);
	if (metadata_is_empty(metadata))
		g_clear_pointer(&metadata, photo_metadata_free);
	return metadata;
}

void photo_metadata_free(struct photo_metadata *metadata)
{
	if (metadata == NULL)
		return;
	g_free(metadata->headline);
	g_free(metadata->caption);
	g_free(metadata->credit);
	g_free(metadata->alt);
	g_free(metadata->date);
	g_free(metadata->copyright);
	if (metadata->regions != NULL)
		g_array_unref(metadata->regions);
	g_free(metadata);
}
