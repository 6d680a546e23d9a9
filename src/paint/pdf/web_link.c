#include "paint/pdf/web_link.h"

#include <string.h>

static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:"};

gboolean web_link_is_allowed(const char *to)
{
	for (const char *c = to; *c != '\0'; c++)
		if (g_ascii_iscntrl(*c))
			return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(schemes); i++)
		if (g_ascii_strncasecmp(to, schemes[i], strlen(schemes[i])) == 0)
			return TRUE;
	return FALSE;
}

static gboolean may_stand(char c)
{
	return g_ascii_isgraph(c) && strchr("\"<>\\^`{|}", c) == NULL;
}

char *web_link_address(const char *to)
{
	GString *address = g_string_new(NULL);
	for (const char *c = to; *c != '\0'; c++) {
		if (may_stand(*c))
			g_string_append_c(address, *c);
		else
			g_string_append_printf(address, "%%%02X", (guchar)*c);
	}
	return g_string_free(address, FALSE);
}
