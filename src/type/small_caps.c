#include "type/small_caps.h"

static hb_codepoint_t glyph_of(hb_font_t *font, const char *letter, gboolean small)
{
	hb_feature_t feature = {HB_TAG('s', 'm', 'c', 'p'), (uint32_t)small, 0, G_MAXUINT};
	hb_buffer_t *buffer = hb_buffer_create();
	hb_codepoint_t glyph;
	unsigned count;

	hb_buffer_add_utf8(buffer, letter, (int)(g_utf8_next_char(letter) - letter), 0, -1);
	hb_buffer_guess_segment_properties(buffer);
	hb_shape(font, buffer, &feature, 1);
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);

	glyph = count > 0 ? infos[0].codepoint : 0;
	hb_buffer_destroy(buffer);
	return glyph;
}

struct small_caps_lack small_caps_lacking(const struct text_in *in)
{
	for (guint i = 0; i < in->runs->len; i++) {
		const struct text_in_run *run = &g_array_index(in->runs, struct text_in_run, i);
		const char *end = in->text->str + run->end;

		for (const char *at = in->text->str + run->start; at < end; at = g_utf8_next_char(at)) {
			if (!g_unichar_islower(g_utf8_get_char(at)) ||
			    glyph_of(run->font->hb_font, at, TRUE) != glyph_of(run->font->hb_font, at, FALSE))
				continue;
			return (struct small_caps_lack){run->font->face, g_utf8_get_char(at),
							run->from->place};
		}
	}
	return (struct small_caps_lack){NULL};
}

void small_caps_tell(struct typesetter *typesetter, const struct small_caps_lack *lack)
{
	char is[7] = "";

	g_unichar_to_utf8(lack->letter, is);
	if (lack->face != NULL && g_hash_table_add(typesetter->no_small_caps, (gpointer)lack->face))
		diag_add(typesetter->diag, DIAG_TYPOGRAPHY_CHANGED, lack->place,
			 "%s has no small capital for '%s': text that holds it is set as written; take "
			 "'case: upper' in a smaller size",
			 lack->face->file, is);
}
