#include "edition/slug.h"

#include <string.h>

char *slug_of(const char *name)
{
	g_autofree char *apart = g_utf8_normalize(name, -1, G_NORMALIZE_NFD);
	GString *slug = g_string_new(NULL);

	for (const char *at = apart == NULL ? "" : apart; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_unichar_tolower(g_utf8_get_char(at));
		if (letter == 0x0111)
			letter = 'd';
		if (letter < 0x80 && g_ascii_isalnum((char)letter))
			g_string_append_c(slug, (char)letter);
		else if (!g_unichar_ismark(letter) && slug->len > 0 && slug->str[slug->len - 1] != '-')
			g_string_append_c(slug, '-');
	}
	if (slug->len > 0 && slug->str[slug->len - 1] == '-')
		g_string_truncate(slug, slug->len - 1);
	return g_string_free(slug, FALSE);
}

static const char *without_article(const char *name)
{
	static const char *const articles[] = {"the ", "a ", "an "};

	for (guint i = 0; i < G_N_ELEMENTS(articles); i++) {
		gsize length = strlen(articles[i]);
		if (g_ascii_strncasecmp(name, articles[i], length) == 0 && name[length] != '\0')
			return name + length;
	}
	return name;
}

char *slug_of_edition(const char *name, int year, int month, int day, int number)
{
	g_autofree char *slug = slug_of(without_article(name));
	GString *whole = g_string_new(*slug == '\0' ? "edition" : slug);

	if (whole->len > 100)
		g_string_truncate(whole, 100);
	g_string_append_printf(whole, "-%04d-%02d-%02d", year, month, day);
	if (number > 1)
		g_string_append_printf(whole, "-e%d", number);
	return g_string_free(whole, FALSE);
}
