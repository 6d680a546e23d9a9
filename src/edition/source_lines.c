#include "edition/source_lines.h"

#include <string.h>

#define LOOK_BYTES_MAX 4096
#define RUN_BYTES_MAX  12

void source_lines_open(struct source_lines *lines, const char *file, const char *text, int first_line)
{
	gsize start = 0;

	*lines = (struct source_lines){.file = g_intern_string(file), .text = text, .first_line = first_line};
	lines->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
	g_array_append_val(lines->starts, start);
	for (const char *at = text; *at != '\0'; at++) {
		start = (gsize)(at - text) + 1;
		if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
			g_array_append_val(lines->starts, start);
	}
	start = strlen(text);
	g_array_append_val(lines->starts, start);
}

void source_lines_close(struct source_lines *lines)
{
	g_array_unref(lines->starts);
}

static gsize start_of(const struct source_lines *lines, int line)
{
	int last = (int)lines->starts->len - 1;

	return g_array_index(lines->starts, gsize, CLAMP(line - 1, 0, last));
}

static struct place place_of(const struct source_lines *lines, gsize offset)
{
	guint low = 0, high = lines->starts->len - 1;

	while (high - low > 1) {
		guint middle = (low + high) / 2;
		if (g_array_index(lines->starts, gsize, middle) <= offset)
			low = middle;
		else
			high = middle;
	}
	const char *start = lines->text + g_array_index(lines->starts, gsize, low);
	return place_in(lines->file, lines->first_line + (int)low,
			1 + (int)g_utf8_strlen(start, lines->text + offset - start));
}

/* The end of the line when the column lies past it. */
static gsize offset_of(const struct source_lines *lines, int line, int column)
{
	return MIN(start_of(lines, line) + (gsize)MAX(column - 1, 0), start_of(lines, line + 1));
}

struct place source_lines_place(const struct source_lines *lines, int line, int column)
{
	return place_of(lines, offset_of(lines, line, column));
}

void source_lines_enter(struct source_lines *lines, int line, int column, int last_line)
{
	lines->cursor = offset_of(lines, line, column);
	lines->bound = start_of(lines, MAX(line, last_line) + 1);
}

/* Letters, figures and spaces stand in the source as they are; a mark may be
   escaped or written as an entity. */
static gsize plain_run(const char *literal)
{
	gsize run = 0;

	while (run < RUN_BYTES_MAX && literal[run] != '\0' &&
	       (g_ascii_isalnum(literal[run]) || literal[run] == ' ' || ((unsigned char)literal[run] & 0x80)))
		run++;
	return run;
}

static gboolean stands_at(const struct source_lines *lines, gsize offset, const char *literal, gsize run)
{
	const char *at = lines->text + offset;

	if (offset >= lines->bound)
		return FALSE;
	if (run > 0 && strncmp(at, literal, run) == 0)
		return TRUE;
	if (*at == '&')
		return !g_ascii_isalnum(*literal);
	return run == 0 && (*at == *literal || (*at == '\\' && at[1] == *literal));
}

struct place source_lines_find(struct source_lines *lines, const char *literal, int line, int column)
{
	gsize believed = offset_of(lines, line, column), run = plain_run(literal);
	gsize found = lines->cursor;

	if (believed >= lines->cursor && stands_at(lines, believed, literal, run)) {
		found = believed;
	} else {
		gsize last = MIN(lines->bound, lines->cursor + LOOK_BYTES_MAX);
		for (gsize at = lines->cursor; at < last; at++)
			if (stands_at(lines, at, literal, run)) {
				found = at;
				break;
			}
	}
	lines->cursor = MIN(found + MAX(run, 1), lines->bound);
	return place_of(lines, found);
}

struct place source_lines_here(const struct source_lines *lines)
{
	return place_of(lines, lines->cursor);
}
