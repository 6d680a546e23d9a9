#include "command/excerpt.h"

#include <string.h>

/* The story as a whole is meant. */
#define FRONT_MATTER "---"

enum { COLUMNS_SHOWN = 96, COLUMNS_BEFORE = 64, BYTES_MAX = 4 << 20 };

static char *read_copy(const char *copy, const char *file)
{
	g_autofree char *path = g_path_is_absolute(file) || copy == NULL ? g_strdup(file)
									 : g_build_filename(copy, file, NULL);
	char *text = NULL;
	gsize length;

	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents(path, &text, &length, NULL))
		return NULL;
	if (length > BYTES_MAX || !g_utf8_validate(text, (gssize)length, NULL))
		g_clear_pointer(&text, g_free);
	return text;
}

static char *line_of(const char *text, int number)
{
	const char *end;

	for (int i = 1; i < number; i++) {
		text = strchr(text, '\n');
		if (text == NULL)
			return NULL;
		text++;
	}
	end = text + strcspn(text, "\r\n");
	return end > text ? g_strndup(text, (gsize)(end - text)) : NULL;
}

/* Places count characters of the text as composed, and a terminal shows one cell for each of them. */
static int cells_of(gunichar letter)
{
	if (g_unichar_iszerowidth(letter))
		return 0;
	return g_unichar_iswide(letter) ? 2 : 1;
}

static gunichar shown(gunichar letter)
{
	GUnicodeType type = g_unichar_type(letter);

	if (letter == '\t')
		return ' ';
	return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR ||
			       type == G_UNICODE_PARAGRAPH_SEPARATOR
		       ? 0xFFFD
		       : letter;
}

/* The part of a long line around the column; *before is how many cells of it stand before the caret. */
static char *part_of(const char *line, int column, int *before)
{
	g_autoptr(GString) part = g_string_new(NULL);
	int first = MAX(column - COLUMNS_BEFORE, 1), number = 1, cells = 0;

	*before = 0;
	if (first > 1)
		g_string_append(part, "…");
	for (const char *at = line; *at != '\0'; at = g_utf8_next_char(at), number++) {
		gunichar letter = shown(g_utf8_get_char(at));
		if (number < first)
			continue;
		if (number < column)
			*before += cells_of(letter);
		cells += cells_of(letter);
		if (cells > COLUMNS_SHOWN) {
			g_string_append(part, "…");
			break;
		}
		g_string_append_unichar(part, letter);
	}
	*before += first > 1;
	return g_string_free(g_steal_pointer(&part), FALSE);
}

char *excerpt_of(const char *copy, const struct place *place, gboolean colours)
{
	g_autofree char *text = NULL, *raw = NULL, *line = NULL, *part = NULL;
	int before;

	if (place->file == NULL || *place->file == '\0' || place->line < 1 || place->column < 1)
		return NULL;
	text = read_copy(copy, place->file);
	raw = text != NULL ? line_of(text, place->line) : NULL;
	line = raw != NULL ? g_utf8_normalize(raw, -1, G_NORMALIZE_NFC) : NULL;
	if (line == NULL || strcmp(line, FRONT_MATTER) == 0)
		return NULL;
	part = part_of(line, place->column, &before);
	return g_strdup_printf("%5d | %s\n      | %*s%s^%s\n", place->line, part, before, "",
			       colours ? "\033[1;32m" : "", colours ? "\033[0m" : "");
}
