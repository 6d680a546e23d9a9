#include "edition/link.h"

#include <string.h>

#define ADDRESS_BYTES_MAX 4096

static gboolean scheme_is_web(const char *scheme)
{
	return strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0;
}

static gboolean scheme_is_known(const char *scheme)
{
	return scheme_is_web(scheme) || strcmp(scheme, "mailto") == 0 || strcmp(scheme, "tel") == 0;
}

static char *refuse(const char **why, const char *text)
{
	*why = text;
	return NULL;
}

static gboolean holds_space(const char *address)
{
	for (; *address != '\0'; address = g_utf8_next_char(address))
		if (g_unichar_isspace(g_utf8_get_char(address)) ||
		    g_unichar_iscntrl(g_utf8_get_char(address)))
			return TRUE;
	return FALSE;
}

/* Letters outside ASCII are written %XX; what is reserved in addresses stays. */
static char *as_ascii(const char *address)
{
	return g_uri_escape_string(address, ":/?#[]@!$&'()*+,;=%", FALSE);
}

char *link_accept(const char *address, const char **why)
{
	g_autofree char *written = g_uri_parse_scheme(address);
	g_autofree char *scheme = written == NULL ? NULL : g_ascii_strdown(written, -1);
	g_autofree char *ascii = NULL;
	g_autoptr(GUri) uri = NULL;

	if (strlen(address) > ADDRESS_BYTES_MAX)
		return refuse(why, "it is longer than 4096 bytes");
	if (scheme == NULL)
		return refuse(why, "it has no scheme; write the whole address, with https://");
	if (!scheme_is_known(scheme))
		return refuse(why, "only http, https, mailto and tel lead anywhere from a page");
	if (holds_space(address))
		return refuse(why, "it has a space in it; write %20");
	ascii = as_ascii(address);
	uri = g_uri_parse(ascii, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
	if (uri == NULL)
		return refuse(why, "it is no address that a program can follow");
	if (scheme_is_web(scheme) && (g_uri_get_host(uri) == NULL || *g_uri_get_host(uri) == '\0'))
		return refuse(why, "it names no site after //");
	if (!scheme_is_web(scheme) && *g_uri_get_path(uri) == '\0')
		return refuse(why, "nothing stands after the ':'");
	return g_steal_pointer(&ascii);
}
