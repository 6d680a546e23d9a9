/*
 * line.h - one line of a setting as positioned glyphs
 *
 * Used by type/ only.
 */
#ifndef TYPE_LINE_H
#define TYPE_LINE_H

#include "type/linebreak.h"
#include "type/shape.h"

/* What is to be set: from one line end to the next, as line number `number` of the measure. */
struct line_order {
	const struct line_end *from, *to;
	const struct text_style *style;
	const struct measure *measure;
	int number;
	gboolean last;
};

struct set_line *line_set(const struct shaped *shaped, const struct line_order *order);

#endif
