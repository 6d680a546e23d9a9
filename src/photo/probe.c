#include <string.h>

#include "photo/colour.h"
#include "photo/drawing.h"
#include "photo/envelope.h"

gboolean photo_probe(GBytes *file, struct photo_facts *facts, GError **error)
{
	struct envelope envelope;
	g_autofree char *sum = NULL;
	gboolean turned;

	if (drawing_is_svg(file))
		return drawing_probe(file, facts, error);
	if (!envelope_open(file, &envelope, error))
		return FALSE;
	turned = envelope_is_turned(&envelope);
	*facts = (struct photo_facts){
		.format = envelope.format,
		.width_px = turned ? envelope.height_px : envelope.width_px,
		.height_px = turned ? envelope.width_px : envelope.height_px,
		.orientation = envelope.orientation,
		.components = envelope.components,
		.progressive = envelope.progressive,
		.has_profile = !colour_is_screen(&envelope),
		.transparent = envelope.transparent,
	};
	sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file);
	g_strlcpy(facts->sha256, sum, sizeof facts->sha256);
	envelope_clear(&envelope);
	return TRUE;
}

/* "tea" of "tea.pdf", with its folder. */
static char *stem_of(const char *file)
{
	const char *slash = strrchr(file, '/'), *dot = strrchr(file, '.');

	return dot == NULL || dot == file || (slash != NULL && dot <= slash + 1)
		       ? g_strdup(file)
		       : g_strndup(file, (gsize)(dot - file));
}

static gboolean name_is_plain(const char *name)
{
	for (; *name != '\0'; name++)
		if (!g_ascii_isalnum(*name) && strchr("/._-+", *name) == NULL)
			return FALSE;
	return TRUE;
}

char *photo_fill_in(const char *message, const char *file)
{
	/* No program may take a name for an option. */
	g_autofree char *safe = g_strconcat(*file == '-' ? "./" : "", file, NULL), *stem = stem_of(safe);
	const char *const words[] = {"FILE", "STEM"}, *const names[] = {safe, stem};
	GString *filled = g_string_new(NULL);

	while (*message != '\0') {
		int word = 0;
		while (word < 2 && !g_str_has_prefix(message, words[word]))
			word++;
		if (word == 2) {
			g_string_append_c(filled, *message++);
			continue;
		}
		g_autofree char *quoted =
			name_is_plain(names[word]) ? g_strdup(names[word]) : g_shell_quote(names[word]);
		g_string_append(filled, quoted);
		message += strlen(words[word]);
	}
	return g_string_free(filled, FALSE);
}
