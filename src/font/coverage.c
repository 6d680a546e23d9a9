#include "font/face_inside.h"

/* Each letter that Vietnamese adds to a-z, in small; capitals follow from it. */
static const char vietnamese[] =
	"àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ";

gboolean face_has(const struct face *face, gunichar character)
{
	hb_codepoint_t glyph;

	return hb_font_get_nominal_glyph(face_inside(face)->hb_font, character, &glyph) && glyph != 0;
}

static void lack_note(const struct face *face, gunichar letter, GString *lacking)
{
	if (face_has(face, letter))
		return;
	if (lacking->len > 0)
		g_string_append_c(lacking, ' ');
	g_string_append_unichar(lacking, letter);
}

char *face_lacks_vietnamese(const struct face *face)
{
	GString *lacking = g_string_new(NULL);

	for (const char *at = vietnamese; *at; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);

		if (letter == ' ')
			continue;
		lack_note(face, letter, lacking);
		lack_note(face, g_unichar_toupper(letter), lacking);
	}
	return g_string_free(lacking, FALSE);
}
