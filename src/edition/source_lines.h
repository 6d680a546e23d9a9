/*
 * source_lines.h - where in the copy a piece of parsed text stands
 *
 * The Markdown parser counts bytes, loses the indentation of a paragraph's
 * later lines and misses some line ends; so its word is only believed when the
 * text stands there, and else the text is looked for from the last find on.
 */
#ifndef EDITION_SOURCE_LINES_H
#define EDITION_SOURCE_LINES_H

#include "base/diag.h"

struct source_lines {
	const char *file;
	const char *text;
	int first_line;
	GArray *starts;	     /* byte offset of each line */
	gsize cursor, bound; /* of the block being read */
};

void source_lines_open(struct source_lines *lines, const char *file, const char *text, int first_line);
void source_lines_close(struct source_lines *lines);

/* Lines and columns of the parser count from 1, columns in bytes. */
struct place source_lines_place(const struct source_lines *lines, int line, int column);
/* A block from its first to its last line is read next; 0 as last: one line. */
void source_lines_enter(struct source_lines *lines, int line, int column, int last_line);
/* The place of the next piece of text, which the parser believes to be there. */
struct place source_lines_find(struct source_lines *lines, const char *literal, int line, int column);
/* The place behind the last find. */
struct place source_lines_here(const struct source_lines *lines);

#endif
