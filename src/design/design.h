/*
 * design.h - what the paper looks like: one layout as plain data
 *
 * Read from layouts/NAME by design_load() and const afterwards.
 */
#ifndef DESIGN_DESIGN_H
#define DESIGN_DESIGN_H

#include <glib.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/units.h"

/* ---- text styles ---- */

/* The styles every layout gives; the name in layout.yaml is the word in
   design_styles.def. */
enum style_id {
#define STYLE(NAME, word) STYLE_##NAME,
#include "design/design_styles.def"
#undef STYLE
	STYLE_COUNT
};

enum style_align { ALIGN_JUSTIFY, ALIGN_LEFT, ALIGN_RIGHT, ALIGN_CENTRE };
enum style_case { CASE_AS_WRITTEN, CASE_UPPER, CASE_SMALL_CAPS };
enum style_figures { FIGURES_LINING, FIGURES_OLD_STYLE, FIGURES_TABULAR };

struct text_style {
	const char *name;			 /* interned */
	const char *font;			 /* font role: "body"; interned */
	const char *font_emphasis, *font_strong; /* roles for *…* and **…** */
	const char *font_strong_emphasis;	 /* for ***…*** */
	fix size, leading;
	uint32_t colour; /* 0xRRGGBB */
	enum style_align align;
	enum style_case letter_case;
	enum style_figures figures;
	gboolean ligatures;
	fix indent;   /* of a paragraph's first line, not the first after a head */
	fix tracking; /* between letters, always */
	fix space_above, space_below;
	gboolean hyphenate;
	/* justification: word spaces as thousandths of the font's own space,
	   letters as thousandths of an em, glyph width as thousandths */
	int space_min, space_max;
	int letter_give, glyph_give;
	int hang;		    /* thousandths of a mark's width that hang in the margin */
	int hyphen_run_max;	    /* consecutive hyphenated lines */
	int drop_cap;		    /* lines; 0 none */
	const char *font_drop_cap;  /* role; NULL: as the text */
	const char *drop_cap_kinds; /* " feature opinion ": the kinds of story that get one; NULL: all */
	struct place place;	    /* in layout.yaml, for messages */
};

/* ---- headlines ---- */

struct ladder_step {
	int columns; /* the headline covers so many */
	int lines_min, lines_max;
	GArray *sizes; /* fix, largest first */
};

/* ---- page templates ---- */

enum zone_kind { ZONE_OPEN, ZONE_FURNITURE, ZONE_STORY, ZONE_AD, ZONE_FILLER };

struct zone {
	char letter;
	enum zone_kind kind;
	char *what; /* "nameplate", "lead", an ad's id, "any" */
	int column, columns;
	int map_row, map_rows; /* lines of the drawing */
	struct place place;
};

enum template_page {
	TEMPLATE_FIRST,
	TEMPLATE_LAST,
	TEMPLATE_LEFT,
	TEMPLATE_RIGHT,
	TEMPLATE_SECTION,
	TEMPLATE_LABELS
};

/* A drawing of bands from edge to edge is there once for each number of columns that pages have. */
struct page_template {
	char *name;
	enum template_page page;
	GPtrArray *labels; /* char *: page labels; of TEMPLATE_SECTION the sections' names, none
			      for the page on which any section opens */
	int columns;
	int map_lines; /* n lines share the rows */
	char *map;     /* columns × map_lines letters, row by row */
	GArray *zones; /* struct zone, open ones not included */
	struct place place;
};

/* Row at which line `line` of the drawing starts: floor(line × rows / lines). */
int template_row(const struct page_template *template_, int line, int rows);

/* ---- make-up costs ---- */

/* Named constants with which a paper tunes its taste: design_costs.def has
   (NAME, word, default, sentence). */
struct makeup_costs {
#define COST(name, fallback, sentence) double name;
#include "design/design_costs.def"
#undef COST
};

/* ---- the layout ---- */

struct design {
	char *name;
	fix page_width, page_height;
	fix margin_top, margin_right, margin_bottom, margin_left;
	int columns;
	fix gutter;
	fix leading; /* of the body grid: one row */
	int rows;    /* for copy, below the furniture's rows */
	int furniture_rows;
	int photo_ppi;
	fix hairline, rule, heavy_rule;
	uint32_t ink, accent, tint, rule_colour;
	uint32_t sponsored_tint;	    /* under copy that was paid for */
	int crop_ratio_min, crop_ratio_max; /* height : width of a photograph, thousandths */
	struct text_style styles[STYLE_COUNT];
	GArray *headline_ladder;	 /* struct ladder_step by columns, for news; never empty */
	struct ladder_step brief_ladder; /* columns is 0 */
	GPtrArray *templates;		 /* struct page_template */
	GHashTable *words;		 /* "en/turn" → phrase with {page} in it */
	char **compounds; /* NULL-terminated, lower case: words a headline keeps whole; may be NULL */
	GHashTable *hyphen_exceptions; /* lower-case word → word with '-' at the breaks */
	struct makeup_costs costs;
	char sha256[65];	/* of the layout's files */
	GPtrArray *supplements; /* struct design: the layout of each supplement, in order; or NULL */
};

/* `layouts` is the folder of layouts. NULL when it cannot be used; diag says
   why, with places. Caller frees. */
struct design *design_load(const char *layouts, const char *name, struct diag *diag);
void design_free(struct design *design);
/* 0 the main paper, 1 its first supplement. */
const struct design *design_of_run(const struct design *design, int run);

const char *style_word(enum style_id style);

/* Every font role that a style names, sorted, each once; caller frees the array, not the words.
   The layout cannot see the fonts, so whoever has both compares them. */
GPtrArray *design_font_roles(const struct design *design);

/* ---- choosing a template (template_list.c) ---- */

/* The template an edition's plan may name, drawn for pages of so many columns (0: of any), or NULL. */
const struct page_template *design_template_named(const struct design *design, const char *name, int columns);

struct page_position {
	const char *label; /* "7", "S1" */
	int number;	   /* 1 is the first page; odd numbers are right-hand pages */
	int columns;	   /* of the page; 0: not known yet, any drawing may be taken */
	gboolean is_last;
	const char *section;	/* the page's first section, or NULL */
	gboolean opens_section; /* the section begins at the head of this page, by start: page */
};

/* The first template drawn for such a page. What is closer wins: its label, the first
   page, the last, its section by name, any section's opening, left or right. NULL only where `columns` are
   asked for and no drawing has them. */
const struct page_template *design_template_for(const struct design *design,
						const struct page_position *position);

/* ---- geometry (design_grid.c) ---- */

fix design_column_width(const struct design *design, int columns_on_page);
/* Width of `span` neighbouring columns with their gutters. */
fix design_measure(const struct design *design, int columns_on_page, int span);
/* Left edge of a column, and top of a row of the copy area (row 0 is below the furniture). */
fix design_column_x(const struct design *design, int columns_on_page, int column);
fix design_row_y(const struct design *design, int row);

/* ---- words (words.c) ---- */

/* The furniture's phrase, e.g. design_phrase(d, "en", "turn", "page", "4", NULL)
   → "Continued on page 4". After the key come pairs of name and value, each for a {name} in
   the phrase, and NULL. Falls back on "en" for "en-GB", on English, then on the key. Caller frees. */
char *design_phrase(const struct design *design, const char *language, const char *key,
		    ...) G_GNUC_NULL_TERMINATED;

/* "Sunday, November 22, 2026" / "Chủ nhật, 22-11-2026" after the layout's words; the day must be a
   real one. Caller frees. */
char *design_date(const struct design *design, const char *language, int year, int month, int day);

#endif
