/*
 * justify.h - how the slack of one line goes into spaces, letters and glyph width
 *
 * Used by type/ only. Pure arithmetic. All three give together, each in
 * proportion to what the style allows it; where letters and glyphs have given
 * all, the spaces take the rest.
 */
#ifndef TYPE_JUSTIFY_H
#define TYPE_JUSTIFY_H

#include <glib.h>

#include "design/design.h"

/* The style's limits as fractions. */
struct justify_limits {
	double space_stretch, space_shrink; /* of a space's own width */
	double letter;			    /* of an em, both ways */
	double glyph;			    /* of glyph width, both ways */
};

/* What is on a line and can give, in fix. */
struct justify_room {
	double spaces;	/* sum of the spaces' own widths */
	double letters; /* one em for each gap between two letters */
	double glyphs;	/* sum of the glyphs' widths without spaces */
};

struct justified {
	double space;	/* each space grows by this part of its own width */
	double letter;	/* each gap between letters by this part of an em */
	double glyph;	/* each glyph by this part of its width */
	double tension; /* of the spaces: 1 is the style's limit, negative is tight */
	gboolean fits;	/* FALSE: slack is left over or the line is too long */
};

struct justify_limits justify_limits(const struct text_style *style);

/* slack is what the measure has left (negative: what the line is too long by). */
struct justified justify_line(const struct justify_limits *limits, const struct justify_room *room,
			      double slack);

#endif
