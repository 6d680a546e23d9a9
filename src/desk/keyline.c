#include "desk/keyline.h"

#include <string.h>

char *keyline_copy(const struct edition *edition, const struct story *story)
{
	g_autoptr(GBytes) bytes = edition->folder != NULL ? edition_read(edition, story->file, NULL) : NULL;
	gsize length = 0;
	const char *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;

	return data != NULL ? g_strndup(data, length) : NULL;
}

/* ---- lines ---- */

static int indent_of(const char *line)
{
	return (int)strspn(line, " ");
}

static gboolean is_blank(const char *line)
{
	return line[strspn(line, " \t\r")] == '\0';
}

static gboolean begins_with_key(const char *line, const char *key, gsize length)
{
	return strncmp(line, key, length) == 0 && line[length] == ':';
}

/* Lines from `first` on that are deeper than the key: what it says may go on over them. */
static int last_of(char **lines, int first, int end, int indent)
{
	int last = first;

	for (int i = first + 1; i < end; i++) {
		if (!is_blank(lines[i]) && indent_of(lines[i]) <= indent)
			break;
		if (!is_blank(lines[i]))
			last = i;
	}
	return last;
}

/* A list may stand under its key without an indent, but no key that is offered here has one. */
static char *instead_of(const char *file, int first, int last)
{
	return first == last ? g_strdup_printf("%s, instead of line %d", file, first + 1)
			     : g_strdup_printf("%s, instead of lines %d–%d", file, first + 1, last + 1);
}

static gsize key_length(const char *line)
{
	return strcspn(line, ":");
}

/* ---- front matter ---- */

/* The line of the second rule; 0: there is none. */
static int end_of_front_matter(char **lines)
{
	for (int i = 1; lines[0] != NULL && lines[i] != NULL; i++)
		if (g_str_has_prefix(lines[i], "---"))
			return i;
	return 0;
}

char *keyline_front_matter(const char *copy, const char *file, const char *line)
{
	g_auto(GStrv) lines = g_strsplit(copy != NULL ? copy : "", "\n", -1);
	int end = end_of_front_matter(lines);

	for (int i = 1; i < end; i++)
		if (begins_with_key(lines[i], line, key_length(line)))
			return instead_of(file, i, last_of(lines, i, end, 0));
	return g_strdup_printf("%s, front matter", file);
}

/* ---- a photograph's entry ---- */

/* "- file: a.jpg" has its first key behind the dash. */
static int entry_indent(const char *line)
{
	int indent = indent_of(line);

	return line[indent] == '-' ? indent + 1 + indent_of(line + indent + 1) : indent;
}

char *keyline_photograph(const char *copy, struct place place, const char *line)
{
	g_auto(GStrv) lines = g_strsplit(copy != NULL ? copy : "", "\n", -1);
	int end = end_of_front_matter(lines), first = place.line - 1;

	if (first < 1 || first >= end)
		return g_strdup_printf("%s, line %d, under this photograph", place.file, place.line);
	int indent = entry_indent(lines[first]);
	if (lines[first][indent] == '{')
		return g_strdup_printf("%s, line %d, between its braces", place.file, place.line);
	for (int i = first; i < end; i++) {
		if (i > first && !is_blank(lines[i]) && indent_of(lines[i]) < indent)
			break;
		if (entry_indent(lines[i]) == indent &&
		    begins_with_key(lines[i] + indent, line, key_length(line)))
			return instead_of(place.file, i, last_of(lines, i, end, indent));
	}
	return g_strdup_printf("%s, line %d, under this photograph", place.file, place.line);
}
