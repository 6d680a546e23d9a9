#include "font/fontbook.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <string.h>

#include "font/face_foreign.h"
#include "font/face_inside.h"
#include "font/pins.h"

struct fontbook {
	GPtrArray *faces; /* struct face_inside, in the order of the list */
	GHashTable *by_role;
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context;
};

/* ---- one face ---- */

static void face_free(gpointer data)
{
	struct face_inside *inside = data;

	g_clear_pointer(&inside->hb_font, hb_font_destroy);
	g_clear_pointer(&inside->hb_face, hb_face_destroy);
	g_clear_pointer(&inside->description, pango_font_description_free);
	g_free(inside->path);
	g_free(inside->ink);
	g_free(inside);
}

static void mapping_unref(void *mapping)
{
	g_mapped_file_unref(mapping);
}

static hb_blob_t *file_map(const char *path)
{
	GMappedFile *mapping = g_mapped_file_new(path, FALSE, NULL);

	if (!mapping)
		return hb_blob_get_empty();
	return hb_blob_create(g_mapped_file_get_contents(mapping), g_mapped_file_get_length(mapping),
			      HB_MEMORY_MODE_READONLY, mapping, mapping_unref);
}

static void pin_compare_hash(const struct font_pin *pin, hb_blob_t *blob, struct diag *diag)
{
	unsigned length;
	const char *bytes = hb_blob_get_data(blob, &length);
	g_autofree char *found =
		g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);

	if (strcmp(found, pin->sha256) != 0)
		diag_add(diag, DIAG_FONT_CHANGED, pin->place,
			 "%s has SHA-256 %s, pinned is %s: put the pinned file back, or pin this one after "
			 "looking at its pages",
			 pin->file, found, pin->sha256);
}

static int metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int units_per_em)
{
	hb_position_t units;

	hb_ot_metrics_get_position_with_fallback(font, tag, &units);
	return fix_scale(units, 1000, units_per_em);
}

static void face_measure(struct face_inside *inside)
{
	struct face *face = &inside->face;
	int em = (int)hb_face_get_upem(inside->hb_face);

	hb_face_make_immutable(inside->hb_face);
	inside->hb_font = hb_font_create(inside->hb_face);
	hb_font_set_scale(inside->hb_font, em, em);
	hb_font_make_immutable(inside->hb_font);
	face->units_per_em = em;
	face->cap_height = metric(inside->hb_font, HB_OT_METRICS_TAG_CAP_HEIGHT, em);
	face->x_height = metric(inside->hb_font, HB_OT_METRICS_TAG_X_HEIGHT, em);
	face->ascent = metric(inside->hb_font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em);
	face->descent = -metric(inside->hb_font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, em);
}

static gboolean file_is_usable(const struct font_pin *pin, hb_face_t *hb_face, struct diag *diag)
{
	if (hb_face_get_glyph_count(hb_face) == 0)
		diag_add(diag, DIAG_FONT_MISSING, pin->place,
			 "%s is not a font file that can be read: put a TrueType or OpenType file there",
			 pin->path);
	else if (hb_ot_var_has_data(hb_face))
		diag_add(diag, DIAG_FONT_MISSING, pin->place,
			 "%s is a variable font, which cannot be pinned to one face: use a static file",
			 pin->path);
	else
		return TRUE;
	return FALSE;
}

/* NULL when the file is no font for us. */
static struct face_inside *face_open(const struct font_pin *pin, struct diag *diag)
{
	hb_blob_t *blob = file_map(pin->path);
	hb_face_t *hb_face = hb_face_create(blob, 0);
	struct face_inside *inside = NULL;

	if (file_is_usable(pin, hb_face, diag)) {
		if (pin->sha256)
			pin_compare_hash(pin, blob, diag);
		inside = g_new0(struct face_inside, 1);
		inside->hb_face = hb_face_reference(hb_face);
		inside->path = g_strdup(pin->path);
		inside->face.role = pin->role;
		inside->face.file = g_intern_string(pin->file);
		inside->face.sha256 = g_intern_string(pin->sha256 ? pin->sha256 : "");
		face_measure(inside);
	}
	hb_face_destroy(hb_face);
	hb_blob_destroy(blob);
	return inside;
}

/* ---- the private fontconfig ---- */

/* Pango asks for the process's fontconfig from a thread of its own, which would read
   the machine's configuration and fonts. An empty one that is current already stops it. */
static void machine_fonts_shut_out(void)
{
	static gsize done;

	if (g_once_init_enter(&done)) {
		FcConfig *nothing = FcConfigCreate();

		FcConfigSetCurrent(nothing);
		FcConfigDestroy(nothing);
		g_once_init_leave(&done, 1);
	}
}

static gboolean pattern_has(FcPattern *pattern, const char *object, const char *text)
{
	FcChar8 *value;

	for (int i = 0; FcPatternGetString(pattern, object, i, &value) == FcResultMatch; i++)
		if (g_ascii_strcasecmp((const char *)value, text) == 0)
			return TRUE;
	return FALSE;
}

static const char *pattern_text(FcPattern *pattern, const char *object)
{
	FcChar8 *value;

	return FcPatternGetString(pattern, object, 0, &value) == FcResultMatch ? (const char *)value : "";
}

static void names_compare(const struct font_pin *pin, FcPattern *pattern, struct diag *diag)
{
	gboolean family_fits = !*pin->family || pattern_has(pattern, FC_FAMILY, pin->family);
	gboolean style_fits = !*pin->style || pattern_has(pattern, FC_STYLE, pin->style);

	if (!family_fits || !style_fits)
		diag_add(diag, DIAG_FONT_CHANGED, pin->place,
			 "%s calls itself '%s %s', pinned is '%s %s': correct the list or the file",
			 pin->file, pattern_text(pattern, FC_FAMILY), pattern_text(pattern, FC_STYLE),
			 pin->family, pin->style);
}

/* A face goes under its role as family name: faces of one family differ in weight, width
   and slant only, and a near miss would silently give another file. */
static void pattern_rename(struct face_inside *inside, FcPattern *pattern)
{
	FcPatternDel(pattern, FC_FAMILY);
	FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)inside->face.role);
	inside->description = pango_fc_font_description_from_pattern(pattern, FALSE);
	pango_font_description_unset_fields(inside->description, PANGO_FONT_MASK_SIZE);
}

static gboolean face_enter(struct fontbook *book, struct face_inside *inside, const struct font_pin *pin,
			   struct diag *diag)
{
	FcFontSet *before = FcConfigGetFonts(book->config, FcSetApplication);
	int index = before ? before->nfont : 0;

	FcConfigAppFontAddFile(book->config, (const FcChar8 *)inside->path);
	FcFontSet *fonts = FcConfigGetFonts(book->config, FcSetApplication);

	if (!fonts || fonts->nfont <= index) {
		diag_add(diag, DIAG_FONT_MISSING, pin->place,
			 "fontconfig cannot read %s: put a TrueType or OpenType file there", pin->path);
		return FALSE;
	}
	FcPattern *pattern = fonts->fonts[index];

	names_compare(pin, pattern, diag);
	inside->face.family = g_intern_string(*pin->family ? pin->family : pattern_text(pattern, FC_FAMILY));
	inside->face.style = g_intern_string(*pin->style ? pin->style : pattern_text(pattern, FC_STYLE));
	pattern_rename(inside, pattern);
	return TRUE;
}

static void pattern_unhint(FcPattern *pattern, gpointer unused)
{
	(void)unused;
	FcPatternDel(pattern, FC_HINTING);
	FcPatternDel(pattern, FC_HINT_STYLE);
	FcPatternDel(pattern, FC_AUTOHINT);
	FcPatternAddBool(pattern, FC_HINTING, FcFalse);
	FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
	FcPatternAddBool(pattern, FC_AUTOHINT, FcFalse);
}

static void context_make(struct fontbook *book)
{
	book->map = pango_ft2_font_map_new();
	pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(book->map), 72, 72);
	pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(book->map), pattern_unhint, NULL, NULL);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(book->map), book->config);
	book->context = pango_font_map_create_context(book->map);
	pango_context_set_round_glyph_positions(book->context, FALSE);
	pango_context_set_language(book->context, pango_language_from_string("en"));
}

/* ---- the book ---- */

static gboolean faces_open(struct fontbook *book, const GPtrArray *pins, struct diag *diag)
{
	gboolean complete = TRUE;

	for (guint i = 0; i < pins->len; i++) {
		const struct font_pin *pin = g_ptr_array_index(pins, i);
		struct face_inside *inside = pin->path ? face_open(pin, diag) : NULL;

		if (!inside || !face_enter(book, inside, pin, diag)) {
			complete = FALSE;
			g_clear_pointer(&inside, face_free);
			continue;
		}
		inside->face.book = book;
		inside->face.index = (int)book->faces->len;
		g_ptr_array_add(book->faces, inside);
		g_hash_table_insert(book->by_role, (gpointer)inside->face.role, inside);
	}
	return complete;
}

/* That a description finds the very file it stands for is proved, not assumed. */
static gboolean faces_are_found(const struct fontbook *book, const GPtrArray *pins, struct diag *diag)
{
	gboolean found = TRUE;

	for (int i = 0; i < fontbook_count(book); i++) {
		const struct face *face = fontbook_face_at(book, i);
		const struct font_pin *pin = g_ptr_array_index(pins, (guint)i);
		PangoFontDescription *description = face_pango_description(face, 10 * FIX_PT);
		g_autoptr(PangoFont) font = pango_context_load_font(book->context, description);

		pango_font_description_free(description);
		if (fontbook_face_of(book, font) == face)
			continue;
		diag_add(diag, DIAG_FONT_MISSING, pin->place,
			 "%s for '%s' is read but not found again by its description: pin another file",
			 pin->file, pin->role);
		found = FALSE;
	}
	return found;
}

struct fontbook *fontbook_open(const char *fonts, struct diag *diag)
{
	g_autoptr(GPtrArray) pins = pins_read(fonts, diag);

	if (!pins)
		return NULL;
	machine_fonts_shut_out();
	struct fontbook *book = g_new0(struct fontbook, 1);

	book->faces = g_ptr_array_new_with_free_func(face_free);
	book->by_role = g_hash_table_new(g_str_hash, g_str_equal);
	book->config = FcConfigCreate();
	if (faces_open(book, pins, diag)) {
		context_make(book);
		if (faces_are_found(book, pins, diag))
			return book;
	}
	fontbook_free(book);
	return NULL;
}

void fontbook_free(struct fontbook *book)
{
	if (!book)
		return;
	g_clear_object(&book->context);
	g_clear_object(&book->map);
	FcConfigDestroy(book->config);
	g_hash_table_unref(book->by_role);
	g_ptr_array_unref(book->faces);
	g_free(book);
}

int fontbook_count(const struct fontbook *book)
{
	return (int)book->faces->len;
}

const struct face *fontbook_face_at(const struct fontbook *book, int index)
{
	const struct face_inside *inside = g_ptr_array_index(book->faces, (guint)index);

	return &inside->face;
}

const struct face *fontbook_face(const struct fontbook *book, const char *role)
{
	const struct face_inside *inside = g_hash_table_lookup(book->by_role, role);

	return inside ? &inside->face : NULL;
}

PangoContext *fontbook_pango_context(const struct fontbook *book)
{
	return book->context;
}

PangoFontDescription *face_pango_description(const struct face *face, fix size)
{
	PangoFontDescription *description = pango_font_description_copy(face_inside(face)->description);

	pango_font_description_set_absolute_size(description, size);
	return description;
}

const struct face *fontbook_face_of(const struct fontbook *book, PangoFont *font)
{
	if (!font || !PANGO_IS_FC_FONT(font))
		return NULL;
	FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
	const struct face_inside *inside =
		g_hash_table_lookup(book->by_role, pattern_text(pattern, FC_FAMILY));

	return inside && strcmp(pattern_text(pattern, FC_FILE), inside->path) == 0 ? &inside->face : NULL;
}

const char *face_path(const struct face *face)
{
	return face_inside(face)->path;
}

hb_face_t *face_hb_face(const struct face *face)
{
	return face_inside(face)->hb_face;
}
