/*
 * paragraph.h - a piece of copy shaped once and set in lines
 *
 * In:     runs of NFC text with font roles and languages, a style, a measure
 * Out:    the best setting for every line count that is legal, and lines of
 *         positioned glyphs
 * Units:  fix; x from the left edge of the measure, y from the baseline, downwards
 * After:  Knuth and Plass, Breaking paragraphs into lines (1981), over line
 *         counts too
 */
#ifndef TYPE_PARAGRAPH_H
#define TYPE_PARAGRAPH_H

#include <glib.h>

#include "base/diag.h"
#include "base/units.h"
#include "design/design.h"
#include "font/fontbook.h"

/* ---- the typesetter: fonts, hyphenation, what was said once ---- */

struct typesetter;

/* A typesetter and its paragraphs belong to one thread at a time. The book and the design outlive it. */
struct typesetter *typesetter_new(const struct fontbook *book, const struct design *design,
				  struct diag *diag);
/* Goes on with other copy: messages go to this diag from here on, those of paragraphs set before too. */
void typesetter_begin(struct typesetter *typesetter, struct diag *diag);
void typesetter_free(struct typesetter *typesetter);

/* ---- text in ---- */

struct text_run {
	const char *text; /* NFC */
	const char *font; /* role, interned */
	fix size;	  /* 0: the style's */
	fix rise;	  /* baseline shift upwards, usually 0 */
	uint32_t colour;
	const char *language; /* "en", "vi"; interned */
	const char *link;     /* or NULL; must outlive the paragraph */
	gboolean keep;	      /* no break and no hyphen inside */
	gboolean layouts_own; /* no copy: house typography leaves it as it is */
	struct place place;
};

struct paragraph;

/* Shapes; never NULL. Missing glyphs are told to the typesetter's diag.
   The runs' texts are copied, their links are not. */
struct paragraph *paragraph_new(struct typesetter *typesetter, const struct text_style *style,
				const struct text_run *runs, int count);
/* The same, from the standing type where such a paragraph has been set before; its messages are told again.
   Links are kept as long as the program runs. */
struct paragraph *paragraph_standing(struct typesetter *typesetter, const struct text_style *style,
				     const struct text_run *runs, int count);
/* The same copy at the size of `style`, whose leading and tracking grow with the size and whose all else but
   `hang` is the pattern's: nothing is shaped or broken by sense again. Where lines by sense end does not
   depend on what hangs. The pattern's, for as long as that is held. */
struct paragraph *paragraph_at_size(struct paragraph *pattern, const struct text_style *style);
/* Lets go of it: the last who holds it frees it. */
void paragraph_free(struct paragraph *paragraph);
const char *paragraph_text(const struct paragraph *paragraph); /* as set, before hyphens */

/* Width of the text on one line, spaces as they come. */
fix paragraph_natural_width(const struct paragraph *paragraph);

/* ---- settings ---- */

/* Room for the lines. The first `narrow_lines` lines are narrower by
   narrow_by at the left (drop caps); the first line starts after `indent`. */
struct measure {
	fix width;
	fix indent;
	int narrow_lines;
	fix narrow_by;
};

struct setting {
	int lines;
	double cost;	    /* 0 is perfect; 1 for each line whose spaces stand at the style's limit */
	int stage;	    /* of tolerance: 0 all lines within the style's limits, 1 and 2 looser,
			       3 a line that could not be set (copyfit_tell says which) */
	int *breaks;	    /* per line: index into the paragraph's break points */
	guint8 *hyphenated; /* per line: it ends in a hyphen, real or ours */
	struct line_extent *extents;   /* see paragraph_extents() */
	const struct setting *pattern; /* the same lines as they were found, at another size too; or NULL */
};

struct settings {
	int best;  /* index of the cheapest */
	int count; /* one setting a line count, rising by one line */
	struct setting *by_lines;
};

/* Never empty: the last stage of tolerance accepts any line. Found once a measure; the paragraph's. */
const struct settings *paragraph_settings(const struct paragraph *paragraph, const struct measure *measure);
/* For headlines and decks: broken by sense (sense.h), not hyphenated, lines of like
   length, every line count from the least on as long as the lines stay worth it.
   A '\n' in the text is the desk's turn and always kept, here and above. */
const struct settings *paragraph_settings_by_sense(const struct paragraph *paragraph,
						   const struct measure *measure);
/* NULL when there is none with so many lines. */
const struct setting *settings_with(const struct settings *settings, int lines);

/* May a leg or page end after line `line` (0..)? Not where the line is hyphenated, nor
   where it would leave less than `least` lines on either side. */
gboolean setting_leg_may_end(const struct setting *setting, int line, int least);

/* ---- lines out ---- */

struct set_glyph {
	uint32_t id;
	fix x, y; /* of its origin, from the line's left edge and baseline; y downwards */
	fix advance;
	int text_start, text_length; /* bytes of set_run.text; length 0: belongs to the glyph before */
};

enum set_run_flag {
	SET_HYPHEN = 1 << 0,	     /* a hyphen that we added */
	SET_LINE_END_SPACE = 1 << 1, /* the blank between this line and the next */
};

struct set_run {
	const struct face *face;
	fix size;
	int x_scale; /* thousandths; 1000 as drawn */
	uint32_t colour;
	const char *language, *link;
	unsigned flags;	    /* enum set_run_flag */
	char *text;	    /* NFC, what the glyphs stand for */
	struct place place; /* of the run's first character in the copy */
	GArray *glyphs;	    /* struct set_glyph */
};

struct set_line {
	fix width;		 /* of the ink-bearing text, without hanging marks */
	fix ink_top, ink_bottom; /* from the baseline, upwards and downwards */
	gboolean last;		 /* of its paragraph */
	gboolean full;		 /* fills the measure: counts for the type report */
	gboolean hyphenated;
	int space_em; /* mean word space, thousandths of an em; 0: no space in it */
	int spaces;
	GPtrArray *runs; /* struct set_run */
};

/* Line `index` of the setting, justified or as the style aligns it in the measure. Caller frees. */
struct set_line *paragraph_line(const struct paragraph *paragraph, const struct setting *setting,
				const struct measure *measure, int index);
void set_line_free(struct set_line *line);

/* What a line of display type takes up. */
struct line_extent {
	fix width, ink_top, ink_bottom;
	fix baseline; /* below that of the first line: the style's leading, opened where ink would meet */
};

/* Of all lines of a setting of this paragraph in this measure; the setting's. Two lines stay DISPLAY_APART of
   their size apart. */
const struct line_extent *paragraph_extents(const struct paragraph *paragraph, const struct setting *setting,
					    const struct measure *measure);
#define DISPLAY_APART 30 /* em/1000 */

#endif
