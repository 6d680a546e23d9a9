#include "paint/pdf/font.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

#include "font/face_foreign.h"
#include "paint/painter.h"
#include "paint/pdf/font_map.h"
#include "paint/pdf/number.h"

/* Pango's mark for "nothing is drawn here"; a blank in the copy all the same. */
#define GLYPH_EMPTY 0x0FFFFFFF
#define CODES_MAX   0xFFFF

struct pdf_font {
	struct haru *haru;
	const struct face *face;
	hb_face_t *hb_face;
	hb_font_t *hb_font; /* scale is units per em */
	gboolean is_cff;
	int object;	    /* of the Type0 dictionary */
	GHashTable *codes;  /* struct font_code → its number */
	GPtrArray *by_code; /* struct font_code; [0] is the box for missing glyphs */
};

struct pdf_fonts {
	struct haru *haru;
	const struct fontbook *book;
	GPtrArray *by_face; /* struct pdf_font by index of the face, or NULL */
};

/* ---- codes ---- */

/* A code is looked up for every glyph of an edition, so a key borrows its text. */
static guint code_hash(gconstpointer key)
{
	const struct font_code *code = key;
	guint hash = code->glyph;
	for (gsize i = 0; i < code->text_length; i++)
		hash = hash * 31 + (guchar)code->text[i];
	return hash;
}

static gboolean code_equal(gconstpointer one, gconstpointer other)
{
	const struct font_code *a = one, *b = other;
	return a->glyph == b->glyph && a->text_length == b->text_length &&
	       memcmp(a->text, b->text, a->text_length) == 0;
}

static void code_free(gpointer data)
{
	struct font_code *code = data;
	g_free(code->text);
	g_free(code);
}

static int width_of(const struct pdf_font *font, uint32_t glyph)
{
	int em = (int)hb_face_get_upem(font->hb_face);
	return fix_scale(hb_font_get_glyph_h_advance(font->hb_font, glyph), 1000, em);
}

static int code_add(struct pdf_font *font, uint32_t glyph, const char *text, gsize length)
{
	struct font_code *code = g_new0(struct font_code, 1);
	*code = (struct font_code){.glyph = glyph,
				   .text = g_strndup(text, length),
				   .text_length = length,
				   .width = width_of(font, glyph)};
	g_ptr_array_add(font->by_code, code);
	int number = (int)font->by_code->len - 1;
	g_hash_table_insert(font->codes, code, GINT_TO_POINTER(number));
	return number;
}

static uint32_t glyph_painted(const struct pdf_font *font, uint32_t glyph)
{
	hb_codepoint_t space = 0;
	if (glyph == GLYPH_EMPTY)
		hb_font_get_nominal_glyph(font->hb_font, ' ', &space);
	return glyph == GLYPH_EMPTY ? space : glyph;
}

int pdf_font_code(struct pdf_font *font, uint32_t glyph, const char *text, gsize length)
{
	glyph = glyph_painted(font, glyph);
	if (glyph == 0 || glyph >= hb_face_get_glyph_count(font->hb_face))
		return 0;
	struct font_code key = {.glyph = glyph, .text = (char *)text, .text_length = length};
	gpointer found = g_hash_table_lookup(font->codes, &key);
	if (found != NULL)
		return GPOINTER_TO_INT(found);
	return font->by_code->len <= CODES_MAX ? code_add(font, glyph, text, length) : 0;
}

int pdf_font_glyph_width(const struct pdf_font *font, uint32_t glyph)
{
	return width_of(font, glyph_painted(font, glyph));
}

int pdf_font_width(const struct pdf_font *font, int code)
{
	return ((struct font_code *)font->by_code->pdata[code])->width;
}

int pdf_font_object(const struct pdf_font *font)
{
	return font->object;
}

/* ---- which faces may be embedded ---- */

static guint16 table_number(hb_face_t *face, hb_tag_t tag, guint offset, gboolean *there)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	unsigned length;
	const guint8 *bytes = (const guint8 *)hb_blob_get_data(blob, &length);
	*there = length >= offset + 2;
	guint16 number = *there ? (guint16)(bytes[offset] << 8 | bytes[offset + 1]) : 0;
	hb_blob_destroy(blob);
	return number;
}

static gboolean face_has_table(hb_face_t *face, hb_tag_t tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	gboolean has = hb_blob_get_length(blob) > 0;
	hb_blob_destroy(blob);
	return has;
}

/* OS/2 fsType: restricted, no subsetting, bitmaps only. */
static gboolean licence_forbids(hb_face_t *face)
{
	gboolean there;
	guint16 type = table_number(face, HB_TAG('O', 'S', '/', '2'), 8, &there);
	return there && ((type & 0x000F) == 0x0002 || (type & 0x0300) != 0);
}

static const char *why_not(hb_face_t *face)
{
	if (licence_forbids(face))
		return "its licence bits forbid embedding";
	if (face_has_table(face, HB_TAG('C', 'F', 'F', '2')) || hb_ot_var_has_data(face))
		return "it is a variable font";
	hb_blob_t *cff = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
	unsigned length;
	const guint8 *bytes = (const guint8 *)hb_blob_get_data(cff, &length);
	gboolean cid_keyed = font_map_cff_is_cid_keyed(bytes, length);
	hb_blob_destroy(cff);
	return cid_keyed ? "it is a CID-keyed font" : NULL;
}

/* ---- faces ---- */

static void font_free(gpointer data)
{
	struct pdf_font *font = data;
	if (font == NULL)
		return;
	hb_font_destroy(font->hb_font);
	g_hash_table_unref(font->codes);
	g_ptr_array_unref(font->by_code);
	g_free(font);
}

static struct pdf_font *font_new(struct haru *haru, const struct face *face)
{
	struct pdf_font *font = g_new0(struct pdf_font, 1);
	font->haru = haru;
	font->face = face;
	font->hb_face = face_hb_face(face);
	font->hb_font = hb_font_create(font->hb_face);
	int em = (int)hb_face_get_upem(font->hb_face);
	hb_font_set_scale(font->hb_font, em, em);
	font->is_cff = face_has_table(font->hb_face, HB_TAG('C', 'F', 'F', ' '));
	font->object = haru_dict(haru);
	font->codes = g_hash_table_new(code_hash, code_equal);
	font->by_code = g_ptr_array_new_with_free_func(code_free);
	code_add(font, 0, "", 0);
	return font;
}

struct pdf_fonts *pdf_fonts_new(struct haru *haru, const struct fontbook *book)
{
	struct pdf_fonts *fonts = g_new0(struct pdf_fonts, 1);
	fonts->haru = haru;
	fonts->book = book;
	fonts->by_face = g_ptr_array_new_with_free_func(font_free);
	g_ptr_array_set_size(fonts->by_face, fontbook_count(book));
	return fonts;
}

void pdf_fonts_free(struct pdf_fonts *fonts)
{
	if (fonts == NULL)
		return;
	g_ptr_array_unref(fonts->by_face);
	g_free(fonts);
}

struct pdf_font *pdf_font_of(struct pdf_fonts *fonts, const char *role, GError **error)
{
	const struct face *face = role != NULL ? fontbook_face(fonts->book, role) : NULL;
	if (face == NULL) {
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_FONT,
			    "no face is pinned for '%s': add it to fonts.yaml", role != NULL ? role : "");
		return NULL;
	}
	struct pdf_font *font = fonts->by_face->pdata[face->index];
	if (font != NULL)
		return font;
	const char *why = why_not(face_hb_face(face));
	if (why != NULL) {
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_FONT,
			    "%s cannot go into a PDF (%s): pin another file", face->file, why);
		return NULL;
	}
	return fonts->by_face->pdata[face->index] = font_new(fonts->haru, face);
}

/* ---- the subset ---- */

static const hb_tag_t dropped[] = {
	HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
	HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
	HB_TAG('O', 'S', '/', '2'), HB_TAG('D', 'S', 'I', 'G'), HB_TAG('S', 'T', 'A', 'T'),
	HB_TAG('m', 'e', 't', 'a'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'),
	HB_TAG('M', 'A', 'T', 'H'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'),
	HB_TAG('F', 'F', 'T', 'M'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('L', 'T', 'S', 'H'),
	HB_TAG('V', 'D', 'M', 'X'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
	HB_TAG('V', 'O', 'R', 'G'), HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'),
};

static hb_subset_input_t *subset_wish(const struct pdf_font *font)
{
	hb_subset_input_t *wish = hb_subset_input_create_or_fail();
	if (wish == NULL)
		return NULL;
	hb_set_t *glyphs = hb_subset_input_glyph_set(wish);
	for (guint i = 0; i < font->by_code->len; i++)
		hb_set_add(glyphs, ((struct font_code *)font->by_code->pdata[i])->glyph);
	hb_set_t *drop = hb_subset_input_set(wish, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (guint i = 0; i < G_N_ELEMENTS(dropped); i++)
		hb_set_add(drop, dropped[i]);
	hb_subset_input_set_flags(wish, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	return wish;
}

static void codes_renumber(struct pdf_font *font, hb_subset_plan_t *plan)
{
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	for (guint i = 0; i < font->by_code->len; i++) {
		struct font_code *code = font->by_code->pdata[i];
		code->glyph_in_subset = hb_map_get(map, code->glyph);
	}
}

/* The bytes to embed: a whole TrueType file, or the bare table of a CFF font. NULL on failure. */
static hb_blob_t *subset_make(struct pdf_font *font)
{
	hb_subset_input_t *wish = subset_wish(font);
	hb_subset_plan_t *plan = wish != NULL ? hb_subset_plan_create_or_fail(font->hb_face, wish) : NULL;
	hb_face_t *subset = plan != NULL ? hb_subset_plan_execute_or_fail(plan) : NULL;
	hb_blob_t *blob = NULL;
	if (subset != NULL) {
		codes_renumber(font, plan);
		blob = font->is_cff ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
				    : hb_face_reference_blob(subset);
	}
	hb_face_destroy(subset);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(wish);
	if (blob != NULL && hb_blob_get_length(blob) == 0)
		g_clear_pointer(&blob, hb_blob_destroy);
	return blob;
}

/* ---- the objects ---- */

/* Six letters out of the subset itself, as the standard asks: "ABCDEF+NotoSerif". */
static char *subset_name(const struct pdf_font *font, hb_blob_t *subset)
{
	unsigned length, room = 96;
	const char *bytes = hb_blob_get_data(subset, &length);
	guint8 digest[16];
	gsize digest_length = sizeof digest;
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_MD5);
	g_checksum_update(checksum, (const guchar *)bytes, length);
	g_checksum_update(checksum, (const guchar *)font->face->role, -1);
	g_checksum_get_digest(checksum, digest, &digest_length);
	char name[128] = "AAAAAA+";
	for (int i = 0; i < 6; i++)
		name[i] = (char)('A' + digest[i] % 26);
	hb_ot_name_get_utf8(font->hb_face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &room,
			    name + 7);
	if (name[7] == '\0')
		g_strlcat(name, "Face", sizeof name);
	return g_strdup(name);
}

static int metric(const struct pdf_font *font, hb_ot_metrics_tag_t tag)
{
	hb_position_t units = 0;
	hb_ot_metrics_get_position_with_fallback(font->hb_font, tag, &units);
	return fix_scale(units, 1000, (int)hb_face_get_upem(font->hb_face));
}

static void put_box(GString *out, const struct pdf_font *font)
{
	g_string_append(out, "/FontBBox[");
	for (guint i = 0; i < 4; i++) {
		gboolean there;
		gint16 units =
			(gint16)table_number(font->hb_face, HB_TAG('h', 'e', 'a', 'd'), 36 + 2 * i, &there);
		g_string_append_printf(out, i > 0 ? " %d" : "%d",
				       fix_scale(units, 1000, (int)hb_face_get_upem(font->hb_face)));
	}
	g_string_append_c(out, ']');
}

static int descriptor_add(const struct pdf_font *font, const char *name, hb_blob_t *subset)
{
	unsigned length;
	const char *bytes = hb_blob_get_data(subset, &length);
	int file = haru_stream_deflated(font->haru, bytes, length);
	if (font->is_cff)
		g_string_append(haru_entries(font->haru, file), "/Subtype/CIDFontType0C");
	else
		g_string_append_printf(haru_entries(font->haru, file), "/Length1 %u", length);
	int object = haru_dict(font->haru);
	GString *out = haru_entries(font->haru, object);
	int slant = (int)hb_style_get_value(font->hb_font, HB_STYLE_TAG_SLANT_ANGLE);
	int weight = (int)hb_style_get_value(font->hb_font, HB_STYLE_TAG_WEIGHT);
	g_string_append(out, "/Type/FontDescriptor/FontName");
	number_put_name(out, name);
	put_box(out, font);
	g_string_append_printf(out, "/Flags %d/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/%s",
			       slant != 0 ? 4 | 64 : 4, slant,
			       metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
			       metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
			       metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT), weight / 5,
			       font->is_cff ? "FontFile3" : "FontFile2");
	haru_put_reference(out, file);
	return object;
}

static int descendant_add(const struct pdf_font *font, const char *name, int descriptor)
{
	int object = haru_dict(font->haru);
	g_autoptr(GString) map = g_string_new(NULL);
	GString *out = haru_entries(font->haru, object);
	g_string_append_printf(out, "/Type/Font/Subtype/%s/BaseFont",
			       font->is_cff ? "CIDFontType0" : "CIDFontType2");
	number_put_name(out, name);
	g_string_append(out,
			"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor");
	haru_put_reference(out, descriptor);
	g_string_append(out, "/DW 0/W");
	font_map_put_widths(out, font->by_code, font->is_cff);
	if (!font->is_cff) {
		font_map_put_glyphs(map, font->by_code);
		g_string_append(out, "/CIDToGIDMap");
		haru_put_reference(out, haru_stream_deflated(font->haru, map->str, map->len));
	}
	return object;
}

static int encoding_add(const struct pdf_font *font)
{
	g_autoptr(GString) map = g_string_new(NULL);
	font_map_put_encoding(map, font->by_code);
	int object = haru_stream_deflated(font->haru, map->str, map->len);
	g_string_append(haru_entries(font->haru, object),
			"/Type/CMap/CMapName/Anban-Codes/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/"
			"Supplement 0>>");
	return object;
}

static void font_write(struct pdf_font *font, hb_blob_t *subset)
{
	g_autofree char *name = subset_name(font, subset);
	g_autoptr(GString) unicode = g_string_new(NULL);
	int descendant = descendant_add(font, name, descriptor_add(font, name, subset));
	int encoding = font->is_cff ? encoding_add(font) : 0;
	font_map_put_unicode(unicode, font->by_code);
	int to_unicode = haru_stream_deflated(font->haru, unicode->str, unicode->len);
	GString *out = haru_entries(font->haru, font->object);
	g_string_append(out, "/Type/Font/Subtype/Type0/BaseFont");
	number_put_name(out, name);
	g_string_append(out, "/Encoding");
	if (encoding != 0)
		haru_put_reference(out, encoding);
	else
		g_string_append(out, "/Identity-H");
	g_string_append_printf(out, "/DescendantFonts[%d 0 R]/ToUnicode", descendant);
	haru_put_reference(out, to_unicode);
}

gboolean pdf_fonts_finish(struct pdf_fonts *fonts, GError **error)
{
	for (guint i = 0; i < fonts->by_face->len; i++) {
		struct pdf_font *font = fonts->by_face->pdata[i];
		if (font == NULL)
			continue;
		hb_blob_t *subset = subset_make(font);
		if (subset == NULL) {
			g_set_error(error, PAINT_ERROR, PAINT_ERROR_FONT,
				    "%s cannot be subset: the file may be damaged, pin another one",
				    font->face->file);
			return FALSE;
		}
		font_write(font, subset);
		hb_blob_destroy(subset);
	}
	return TRUE;
}
