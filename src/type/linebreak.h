/*
 * linebreak.h - the best line ends of a paragraph, for every line count
 *
 * Used by type/ only. Pure: no fonts, no text. A dynamic programme over places
 * where a line may end and over line counts; a state is the last line, so that
 * what two neighbouring lines do to each other is priced exactly.
 *
 * Units:  widths in fix, costs without unit: 1 is a line whose spaces stand at
 *         the style's limit
 */
#ifndef TYPE_LINEBREAK_H
#define TYPE_LINEBREAK_H

#include "type/justify.h"
#include "type/paragraph.h"

/* Sums over the text up to some point. All but the width may wrap around: only differences over
   one line mean anything. */
struct line_sums {
	gint64 width;	 /* natural */
	guint32 spaces;	 /* widths of the spaces */
	guint32 letters; /* an em for each gap between letters */
	guint32 glyphs;	 /* widths of what is no space */
};

static inline fix line_sum(guint32 to, guint32 from)
{
	return (fix)(to - from);
}

enum line_end_flag {
	LINE_END_HYPHEN = 1 << 0,    /* the line ends in a hyphen, real or ours */
	LINE_END_OURS = 1 << 1,	     /* the hyphen is ours */
	LINE_END_FORCED = 1 << 2,    /* a line must end here */
	LINE_END_EMERGENCY = 1 << 3, /* only where nothing else will do */
};

/* A place where a line may end. The first stands before the text, the last behind it. */
struct line_end {
	struct line_sums end;	/* up to the end of the line that ends here */
	struct line_sums start; /* up to the start of the line that starts here */
	int cluster_end, cluster_start;
	fix mark;	/* width added when the line ends here: the hyphen */
	fix hang_right; /* of the line that ends here */
	fix hang_left;	/* of the line that starts here */
	float cost;	/* of ending a line here */
	unsigned flags;
	guint32 word_before, word_after; /* equal words have equal numbers; 0: nothing to compare */
	int split;			 /* the line ends inside a ligature: shaped.splits + 1; 0: no */
	int gaps_end, gaps_start;	 /* how many spaces stand before its end, before its start */
	int deep, tall;			 /* how many deep and tall marks stand before the start */
};

/* Ink that may meet the next line's. */
struct line_ink {
	guint32 left, right; /* natural position in the text, as line_sums.width wrapped around */
	guint32 spaces;	     /* sum of spaces before it */
	gint16 reach;	     /* thousandths of an em: below the baseline, or above it */
};

/* A space of the text. */
struct line_gap {
	guint32 left;	/* natural position, as in line_sums.width */
	guint32 spaces; /* sum of spaces before it */
	fix width;
};

struct line_matter {
	const struct line_end *ends;
	int count; /* at least two */
	const struct line_ink *deep, *tall;
	const struct line_gap *gaps; /* NULL: rivers are not looked for */
	int ink_limit;		     /* deep.reach + tall.reach beyond it meet; 0: never */
	fix em;
};

enum linebreak_manner {
	LINEBREAK_JUSTIFIED,
	LINEBREAK_RAGGED,   /* the last line may be short */
	LINEBREAK_BALANCED, /* the last line counts too */
};

struct linebreak_order {
	enum linebreak_manner manner;
	struct justify_limits limits;
	struct measure measure;
	int hyphen_run_max;
	fix last_line_least;
};

/* Never empty. `breaks` of the settings are indices into matter->ends. Caller frees. */
struct settings *linebreak(const struct line_matter *matter, const struct linebreak_order *order);
void settings_free(struct settings *settings);

/* The setting in just `lines` lines of like width, divided nowhere in an emergency; FALSE: there is none.
   Its arrays are the caller's. */
gboolean linebreak_balanced(const struct line_matter *matter, const struct linebreak_order *order, int lines,
			    struct setting *setting);

/* Room of line `line` (0..) in the measure. */
fix linebreak_width(const struct measure *measure, int line);

/* What a line from one end to another has. Slack without regard to the last line. */
struct justify_room linebreak_room(const struct line_end *from, const struct line_end *to);
fix linebreak_natural(const struct line_end *from, const struct line_end *to);

#endif
