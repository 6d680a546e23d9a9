#include "base/nfc.h"

/* g_utf8_normalize() moves the whole rest of the text for every letter that it
   composes, so it is given little at a time. */
#define PIECE_BYTES 64

/* Nothing before this character can compose with it or change places with it:
   all that could are marks, or vowels and finals of Hangul. */
static gboolean starts_anew(gunichar letter)
{
	if (letter < 0x300)
		return TRUE;
	return !g_unichar_ismark(letter) && !(letter >= 0x1160 && letter <= 0x11FF);
}

static const char *piece_end(const char *start, gboolean *ascii)
{
	const char *at = start;

	*ascii = TRUE;
	while (*at != '\0') {
		if (at - start >= PIECE_BYTES && starts_anew(g_utf8_get_char(at)))
			break;
		*ascii &= (guchar)*at < 0x80;
		at = g_utf8_next_char(at);
	}
	return at;
}

char *nfc_compose(const char *text)
{
	GString *composed;

	if (g_str_is_ascii(text))
		return g_strdup(text);
	composed = g_string_new(NULL);
	while (*text != '\0') {
		gboolean ascii;
		const char *end = piece_end(text, &ascii);
		g_autofree char *piece = ascii ? NULL : g_utf8_normalize(text, end - text, G_NORMALIZE_NFC);

		if (ascii)
			g_string_append_len(composed, text, end - text);
		else if (piece != NULL)
			g_string_append(composed, piece);
		text = end;
	}
	return g_string_free(composed, FALSE);
}
