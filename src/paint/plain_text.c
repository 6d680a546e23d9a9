#include "paint/plain_text.h"

#include <glib.h>

char *plain_text(const char *text)
{
	g_autofree char *taken_apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
	GString *plain = g_string_new(NULL);
	for (const char *c = taken_apart; c != NULL && *c != '\0'; c = g_utf8_next_char(c)) {
		gunichar character = g_utf8_get_char(c);
		if (g_unichar_ismark(character))
			continue;
		if (character == 0x0111 || character == 0x0110)
			character = character == 0x0111 ? 'd' : 'D';
		g_string_append_unichar(plain, character);
	}
	return g_string_free(plain, FALSE);
}
