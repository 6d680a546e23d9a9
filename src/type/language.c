#include "type/language.h"

#include <string.h>

#define WORDS_TO_TELL	    4  /* fewer prove nothing */
#define SHARE_OF_ENGLISH    15 /* per cent of marked words that English prose stays under */
#define SHARE_OF_VIETNAMESE 40 /* and that Vietnamese prose is over */

gboolean language_is_vietnamese_letter(gunichar letter)
{
	/* Latin-1 from U+00C0, a bit a letter: ÀÁÂÃ ÈÉÊ ÌÍ ÒÓÔÕ ÙÚ Ý, the small ones 32 further on. */
	static const guint32 latin_1 = 0x263C370F;

	if (letter < 0xC0)
		return FALSE;
	if (letter < 0x100)
		return (latin_1 >> (letter & 0x1F)) & 1;
	if (letter >= 0x1EA0 && letter <= 0x1EF9)
		return TRUE;
	switch (letter) {
	case 0x102:
	case 0x103:
	case 0x110:
	case 0x111:
	case 0x128:
	case 0x129:
	case 0x168:
	case 0x169:
	case 0x1A0:
	case 0x1A1:
	case 0x1AF:
	case 0x1B0:
		return TRUE;
	default:
		return FALSE;
	}
}

/* Moves *at behind the next word; FALSE when there is none. */
static gboolean word_next(const char **at, gboolean *small, gboolean *marked)
{
	const char *from = *at;
	gunichar letter;

	while (*from && !g_unichar_isalpha(g_utf8_get_char(from)))
		from = g_utf8_next_char(from);
	*small = *from && g_unichar_islower(g_utf8_get_char(from));
	*marked = FALSE;
	for (*at = from; g_unichar_isalpha(letter = g_utf8_get_char(*at)); *at = g_utf8_next_char(*at))
		*marked = *marked || language_is_vietnamese_letter(letter);
	return *at > from;
}

const char *language_of(const char *text, const char *said)
{
	gboolean english = g_strcmp0(said, "en") == 0, small, marked;
	int words = 0, with_mark = 0;

	if (!english && g_strcmp0(said, "vi") != 0)
		return g_intern_string(said ? said : "en");
	while (word_next(&text, &small, &marked)) {
		words += small;
		with_mark += small && marked;
	}
	if (words < WORDS_TO_TELL)
		return g_intern_string(said);
	if (english)
		return with_mark * 100 >= words * SHARE_OF_VIETNAMESE ? g_intern_static_string("vi")
								      : g_intern_static_string("en");
	return with_mark * 100 < words * SHARE_OF_ENGLISH ? g_intern_static_string("en")
							  : g_intern_static_string("vi");
}
