#include "pictures.h"

static GBytes *plain(void)
{
	return picture_jpeg(&(struct recipe){.width = 60, .height = 40, .components = 3});
}

#define DESCRIPTION(text)                                                                                    \
	"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" text "</rdf:li></rdf:Alt></"              \
	"dc:description>"
#define ALT(text)                                                                                            \
	"<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang=\"x-default\">" text                   \
	"</rdf:li></rdf:Alt>"                                                                                \
	"</Iptc4xmpCore:AltTextAccessibility>"

static void test_nothing(void)
{
	g_autoptr(GBytes) file = plain();

	g_assert_null(photo_read_metadata(file));
}

static void test_xmp(void)
{
	g_autoptr(GBytes) bare = plain();
	g_autoptr(GBytes) file = picture_with_xmp(
		bare,
		DESCRIPTION(" Phà Cát Bà rời bến. ") ALT(
			"A white ferry.") "<photoshop:Credit>RRP/Trần An"
					  "</photoshop:Credit><photoshop:Headline>Ferry</photoshop:Headline>"
					  "<photoshop:DateCreated>2026-11-21</photoshop:DateCreated>"
					  "<dc:rights><rdf:Alt><rdf:li xml:lang=\"x-default\">© "
					  "RRP</rdf:li></rdf:Alt></dc:rights>");
	struct photo_metadata *metadata = photo_read_metadata(file);

	g_assert_nonnull(metadata);
	g_assert_cmpstr(metadata->caption, ==, "Phà Cát Bà rời bến.");
	g_assert_cmpstr(metadata->alt, ==, "A white ferry.");
	g_assert_cmpstr(metadata->credit, ==, "RRP/Trần An");
	g_assert_cmpstr(metadata->headline, ==, "Ferry");
	g_assert_cmpstr(metadata->date, ==, "2026-11-21");
	g_assert_cmpstr(metadata->copyright, ==, "© RRP");
	g_assert_cmpuint(metadata->regions->len, ==, 0);
	photo_metadata_free(metadata);
}

/* Decomposed letters are composed; an empty field is none. */
static void test_tidy(void)
{
	g_autoptr(GBytes) bare = plain();
	g_autoptr(GBytes) file = picture_with_xmp(
		bare, DESCRIPTION("Ha\xcc\x80 Ti\xcc\x83nh") "<photoshop:Credit>  </photoshop:Credit>");
	struct photo_metadata *metadata = photo_read_metadata(file);

	g_assert_cmpstr(metadata->caption, ==, "H\xc3\xa0 T\xc4\xa9nh");
	g_assert_null(metadata->credit);
	photo_metadata_free(metadata);
}

static void iim_set(GByteArray *iim, guint8 set, const char *text)
{
	guint8 head[5] = {0x1c, 2, set, 0, (guint8)strlen(text)};

	g_byte_array_append(iim, head, 5);
	g_byte_array_append(iim, (const guint8 *)text, head[4]);
}

static void resource(GByteArray *out, guint16 id, const guint8 *data, guint length)
{
	guint8 head[12] = {'8', 'B', 'I', 'M', (guint8)(id >> 8), (guint8)id, 0, 0, 0, 0, 0, (guint8)length};

	g_byte_array_append(out, head, 12);
	g_byte_array_append(out, data, length);
	if (length & 1)
		g_byte_array_append(out, (const guint8 *)"", 1);
}

static GBytes *with_iptc(GBytes *file, const char *caption, const char *credit, gboolean stale_digest)
{
	g_autoptr(GByteArray) iim = g_byte_array_new(), out = g_byte_array_new();
	guint8 digest[16] = {1};

	iim_set(iim, 120, caption);
	iim_set(iim, 110, credit);
	iim_set(iim, 55, "20261121");
	g_byte_array_append(out, (const guint8 *)"Photoshop 3.0", 14);
	resource(out, 0x03ed, digest, 15);
	resource(out, 0x0404, iim->data, iim->len);
	if (stale_digest)
		resource(out, 0x0425, digest, 16);
	return picture_with_segment(file, 0xed, out->data, out->len);
}

static void test_iptc(void)
{
	g_autoptr(GBytes) bare = plain();
	g_autoptr(GBytes) file = with_iptc(bare, "Bến phà Đồ Bài", "RRP", FALSE);
	struct photo_metadata *metadata = photo_read_metadata(file);

	g_assert_cmpstr(metadata->caption, ==, "Bến phà Đồ Bài");
	g_assert_cmpstr(metadata->credit, ==, "RRP");
	g_assert_cmpstr(metadata->date, ==, "2026-11-21");
	photo_metadata_free(metadata);
}

static void test_iptc_of_old_encoding(void)
{
	g_autoptr(GBytes) bare = plain();
	g_autoptr(GBytes) file = with_iptc(bare,
					   "Caf\xe9 \x93"
					   "Sofia\x94",
					   "RRP", FALSE);
	struct photo_metadata *metadata = photo_read_metadata(file);

	g_assert_cmpstr(metadata->caption, ==, "Café “Sofia”");
	photo_metadata_free(metadata);
}

/* XMP wins, but for what an older program changed behind its back. */
static void test_both(void)
{
	for (int stale = 0; stale < 2; stale++) {
		g_autoptr(GBytes) bare = plain();
		g_autoptr(GBytes) old = with_iptc(bare, "of IPTC", "credit of IPTC", stale);
		g_autoptr(GBytes) file = picture_with_xmp(old, DESCRIPTION("of XMP"));
		struct photo_metadata *metadata = photo_read_metadata(file);
		g_assert_cmpstr(metadata->caption, ==, stale ? "of IPTC" : "of XMP");
		g_assert_cmpstr(metadata->credit, ==, "credit of IPTC");
		photo_metadata_free(metadata);
	}
}

/* One entry of EXIF text, little-endian. */
static GBytes *with_exif(GBytes *file, guint16 tag, const char *text)
{
	guint8 segment[6 + 8 + 2 + 12 + 4 + 200] = {'E', 'x', 'i', 'f', 0, 0, 'I', 'I',
						    42,	 0,   8,   0,	0, 0, 1,   0};
	gsize length = strlen(text) + 1;

	segment[16] = (guint8)tag;
	segment[17] = (guint8)(tag >> 8);
	segment[18] = 2;
	segment[20] = (guint8)length;
	segment[24] = 26;
	memcpy(segment + 32, text, length);
	return picture_with_segment(file, 0xe1, segment, 32 + length);
}

static void test_exif(void)
{
	static const struct {
		guint16 tag;
		const char *text, *caption, *copyright;
	} cases[] = {
		{0x010e, "The ferry leaves.", "The ferry leaves.", NULL},
		{0x010e, "OLYMPUS DIGITAL CAMERA         ", NULL, NULL},
		{0x010e, "DSC00012", NULL, NULL},
		{0x8298, "(c) RRP 2026", NULL, "(c) RRP 2026"},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GBytes) bare = plain();
		g_autoptr(GBytes) file = with_exif(bare, cases[i].tag, cases[i].text);
		struct photo_metadata *metadata = photo_read_metadata(file);
		g_assert_cmpstr(metadata != NULL ? metadata->caption : NULL, ==, cases[i].caption);
		g_assert_cmpstr(metadata != NULL ? metadata->copyright : NULL, ==, cases[i].copyright);
		photo_metadata_free(metadata);
	}
}

#define REGIONS(list) "<Iptc4xmpExt:ImageRegion><rdf:Bag>" list "</rdf:Bag></Iptc4xmpExt:ImageRegion>"
#define REGION(boundary, more)                                                                               \
	"<rdf:li rdf:parseType=\"Resource\"><Iptc4xmpExt:RegionBoundary "                                    \
	"rdf:parseType=\"Resource\">" boundary "</Iptc4xmpExt:RegionBoundary>" more "</rdf:li>"
#define RECTANGLE(unit, x, y, w, h)                                                                          \
	"<Iptc4xmpExt:rbShape>rectangle</Iptc4xmpExt:rbShape><Iptc4xmpExt:rbUnit>" unit                      \
	"</Iptc4xmpExt:rbUnit>"                                                                              \
	"<Iptc4xmpExt:rbX>" x "</Iptc4xmpExt:rbX><Iptc4xmpExt:rbY>" y "</Iptc4xmpExt:rbY>"                   \
	"<Iptc4xmpExt:rbW>" w "</Iptc4xmpExt:rbW><Iptc4xmpExt:rbH>" h "</Iptc4xmpExt:rbH>"
#define CROPPING                                                                                             \
	"<Iptc4xmpExt:rRole><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><xmp:Identifier><rdf:Bag>"           \
	"<rdf:li>http://cv.iptc.org/newscodes/imageregionrole/recomCropping</rdf:li>"                        \
	"</rdf:Bag></xmp:Identifier></rdf:li></rdf:Bag></Iptc4xmpExt:rRole>"

static void assert_part(const struct photo_part *part, double left, double top, double width, double height)
{
	g_assert_cmpint(ABS(part->left - (int)(left * 65536)), <=, 2);
	g_assert_cmpint(ABS(part->top - (int)(top * 65536)), <=, 2);
	g_assert_cmpint(ABS(part->width - (int)(width * 65536)), <=, 2);
	g_assert_cmpint(ABS(part->height - (int)(height * 65536)), <=, 2);
}

static void test_iptc_regions(void)
{
	g_autoptr(GBytes) bare = plain();
	g_autoptr(GBytes) file = picture_with_xmp(
		bare, REGIONS(REGION(RECTANGLE("relative", "0.25", "0.5", "0.5", "0.25"),
				     CROPPING) REGION(RECTANGLE("pixel", "6", "4", "12", "8"), "")
				      REGION(RECTANGLE("relative", "nan", "0", "1", "1"), "")
					      REGION(RECTANGLE("relative", "0.9", "0.9", "5", "5"), "")));
	struct photo_metadata *metadata = photo_read_metadata(file);
	const struct photo_region *regions = (const struct photo_region *)metadata->regions->data;

	g_assert_cmpuint(metadata->regions->len, ==, 3);
	g_assert_cmpint(regions[0].kind, ==, REGION_CROP);
	assert_part(&regions[0].part, 0.25, 0.5, 0.5, 0.25);
	g_assert_cmpint(regions[1].kind, ==, REGION_SUBJECT);
	assert_part(&regions[1].part, 0.1, 0.1, 0.2, 0.2);
	assert_part(&regions[2].part, 0.9, 0.9, 0.1, 0.1);
	photo_metadata_free(metadata);
}

#define FACE                                                                                                 \
	"<mwg-rs:Regions rdf:parseType=\"Resource\"><mwg-rs:RegionList><rdf:Bag><rdf:li "                    \
	"rdf:parseType=\"Resource\">"                                                                        \
	"<mwg-rs:Area stArea:x=\"0.2\" stArea:y=\"0.3\" stArea:w=\"0.2\" stArea:h=\"0.2\"/>"                 \
	"<mwg-rs:Type>Face</mwg-rs:Type></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>"

/* Regions are of the picture as stored, and turn with it. */
static void test_faces(void)
{
	static const double seen[9][2] = {{0, 0},     {0.1, 0.2}, {0.7, 0.2}, {0.7, 0.6}, {0.1, 0.6},
					  {0.2, 0.1}, {0.6, 0.1}, {0.6, 0.7}, {0.2, 0.7}};

	for (int orientation = 1; orientation <= 8; orientation++) {
		guint8 app1[64];
		struct recipe recipe = {.width = 60, .height = 40, .components = 3, .app1 = app1};
		g_autoptr(GBytes) bare = NULL, file = NULL;
		struct photo_metadata *metadata;
		const struct photo_region *face;

		picture_orientation(app1, &recipe.app1_length, orientation);
		bare = picture_jpeg(&recipe);
		file = picture_with_xmp(bare, FACE);
		metadata = photo_read_metadata(file);
		g_assert_cmpuint(metadata->regions->len, ==, 1);
		face = &g_array_index(metadata->regions, struct photo_region, 0);
		g_assert_cmpint(face->kind, ==, REGION_FACE);
		assert_part(&face->part, seen[orientation][0], seen[orientation][1], 0.2, 0.2);
		photo_metadata_free(metadata);
	}
}

static void test_nonsense(void)
{
	static const char *const packets[] = {"", "<", "<photoshop:Credit>", "&bomb;",
					      "<a/></rdf:Description>"};
	g_autoptr(GBytes) bare = plain();
	guint8 noise[500];

	for (gsize i = 0; i < G_N_ELEMENTS(packets); i++) {
		g_autoptr(GBytes) file = picture_with_xmp(bare, packets[i]);
		g_assert_null(photo_read_metadata(file));
	}
	for (guint32 round = 0; round < 200; round++) {
		g_autoptr(GBytes) a = NULL, b = NULL;
		for (guint32 i = 0; i < sizeof noise; i++)
			noise[i] = (guint8)(picture_noise(i, round) % (round % 2 ? 256 : 40));
		memcpy(noise, "Exif\0\0MM\0*\0\0\0\x08", 14);
		a = picture_with_segment(bare, 0xe1, noise, sizeof noise);
		memcpy(noise,
		       "Photoshop 3.0\0"
		       "8BIM\x04\x04\0\0\0\0\x01\xd0\x1c\x02",
		       28);
		b = picture_with_segment(a, 0xed, noise, sizeof noise);
		photo_metadata_free(photo_read_metadata(b));
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/metadata/nothing", test_nothing);
	g_test_add_func("/metadata/xmp", test_xmp);
	g_test_add_func("/metadata/tidy", test_tidy);
	g_test_add_func("/metadata/iptc", test_iptc);
	g_test_add_func("/metadata/iptc-of-old-encoding", test_iptc_of_old_encoding);
	g_test_add_func("/metadata/both", test_both);
	g_test_add_func("/metadata/exif", test_exif);
	g_test_add_func("/metadata/iptc-regions", test_iptc_regions);
	g_test_add_func("/metadata/faces", test_faces);
	g_test_add_func("/metadata/nonsense", test_nonsense);
	return g_test_run();
}
