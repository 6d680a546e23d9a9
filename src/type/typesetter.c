#include "type/typesetter.h"

#include "type/linebreak.h"
#include "type/shape.h"
#include "type/standing.h"

static void font_free(gpointer data)
{
	struct typesetter_font *font = data;

	pango_font_description_free(font->description);
	hb_font_destroy(font->hb_font);
	g_free(font);
}

struct typesetter *typesetter_new(const struct fontbook *book, const struct design *design, struct diag *diag)
{
	struct typesetter *typesetter = g_new0(struct typesetter, 1);

	typesetter->book = book;
	typesetter->design = design;
	typesetter->fonts = g_ptr_array_new_with_free_func(font_free);
	typesetter->clusters = g_array_new(FALSE, FALSE, sizeof(struct cluster));
	typesetter->glyphs = g_array_new(FALSE, FALSE, sizeof(struct shaped_glyph));
	typesetter->ends = g_array_new(FALSE, FALSE, sizeof(struct line_end));
	typesetter->no_small_caps = g_hash_table_new(NULL, NULL);
	typesetter->told = g_hash_table_new(NULL, NULL);
	typesetter->standing = standing_new();
	typesetter->substitutes = g_hash_table_new(NULL, NULL);
	typesetter->hyphenator = hyphenator_new(design ? design->hyphen_exceptions : NULL);
	typesetter_begin(typesetter, diag);
	return typesetter;
}

void typesetter_begin(struct typesetter *typesetter, struct diag *diag)
{
	typesetter->diag = diag;
	typesetter->shift++;
	standing_distribute(typesetter);
	g_hash_table_remove_all(typesetter->no_small_caps);
	g_hash_table_remove_all(typesetter->told);
	if (!typesetter->hyphenator)
		diag_add(diag, DIAG_HYPHENATION_MISSING, place_in(HYPHENATOR_DICTIONARY, 0, 0),
			 "the hyphenation patterns of English are missing, so nothing is hyphenated: "
			 "install the package hyphen-en-gb");
}

void typesetter_free(struct typesetter *typesetter)
{
	if (!typesetter)
		return;
	hyphenator_free(typesetter->hyphenator);
	g_hash_table_unref(typesetter->standing);
	g_hash_table_unref(typesetter->told);
	g_hash_table_unref(typesetter->no_small_caps);
	g_hash_table_unref(typesetter->substitutes);
	g_ptr_array_unref(typesetter->fonts);
	g_array_unref(typesetter->clusters);
	g_array_unref(typesetter->glyphs);
	g_array_unref(typesetter->ends);
	g_free(typesetter);
}

static void mark_measure(hb_font_t *hb_font, hb_codepoint_t character, uint32_t *glyph, fix *width)
{
	hb_codepoint_t found = 0;

	hb_font_get_nominal_glyph(hb_font, character, &found);
	*glyph = found;
	*width = hb_font_get_glyph_h_advance(hb_font, found);
}

static struct typesetter_font *font_new(const struct face *face, fix size)
{
	struct typesetter_font *font = g_new0(struct typesetter_font, 1);
	hb_font_t *hb_font = hb_font_create(face_hb_face(face));

	hb_font_set_scale(hb_font, size, size);
	font->face = face;
	font->size = size;
	font->description = face_pango_description(face, size);
	mark_measure(hb_font, '-', &font->hyphen, &font->hyphen_width);
	mark_measure(hb_font, ' ', &font->space, &font->space_width);
	font->hb_font = hb_font;
	return font;
}

const struct typesetter_font *typesetter_font(struct typesetter *typesetter, const char *role, fix size)
{
	const struct face *face = role ? fontbook_face(typesetter->book, role) : NULL;

	if (!face)
		face = fontbook_face_at(typesetter->book, 0);
	for (guint i = 0; i < typesetter->fonts->len; i++) {
		struct typesetter_font *font = g_ptr_array_index(typesetter->fonts, i);

		if (font->face == face && font->size == size)
			return font;
	}
	struct typesetter_font *font = font_new(face, size);

	g_ptr_array_add(typesetter->fonts, font);
	return font;
}
