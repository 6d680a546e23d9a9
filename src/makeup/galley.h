/*
 * galley.h - a story's body set to one measure, before it is cut into legs
 *
 * Out:    elements in reading order, each with its possible heights in whole
 *         rows, and where each may be broken over two legs
 */
#ifndef MAKEUP_GALLEY_H
#define MAKEUP_GALLEY_H

#include "makeup/attire.h"
#include "makeup/stone.h"

#define GALLEY_TRIM_MOST 6 /* lines that may be trimmed from the foot of a story */

/* Where an end of an element may stand. */
enum element_edge {
	EDGE_ANYWHERE,
	EDGE_OF_LEG, /* only there */
	EDGE_IN_LEG, /* never there */
};

#define BREAKS_ANY -1

/* One height an element can take. */
struct element_choice {
	int rows;  /* with the sign-off's own where the story ends here untrimmed */
	int above; /* of these, empty ones over it */
	int white; /* of these, all that hold no line of copy: over a table and under it, its head said again
		    */
	double cost;
	const struct setting *setting; /* NULL for a table */
	gboolean signoff_below;	       /* a sign-off would take a line of its own */
	enum element_edge top, foot;
	int breaks;	   /* legs that end in it, no more and no fewer; BREAKS_ANY */
	guint8 *may_break; /* [x] a leg may end x rows into the element, as the n-th that does (bit n); 0 < x
			      < rows */
};

struct element {
	const struct block *block; /* NULL: the byline */
	enum mark_role role;
	const struct text_style *style;
	struct paragraph *paragraph; /* NULL for a table */
	const struct settings *settings;
	struct measure measure;
	fix inset;		    /* from the left edge of the leg */
	struct paragraph *ornament; /* bullet or number of a list item; or NULL */
	const struct settings *ornament_settings;
	struct measure ornament_measure;
	struct drop_cap *drop_cap; /* or NULL */
	gboolean closes;	   /* the story's last: its rows have room for the sign-off */
	struct paragraph *signoff; /* set if the story ends here, whole or trimmed; or NULL */
	const struct settings *signoff_settings;
	struct measure signoff_measure;
	fix signoff_width;
	struct table_setting *table;   /* or NULL */
	struct code *code;	       /* of the story's own link; or NULL */
	const struct story *reference; /* a see-also line to it; or NULL */
	int rows_above;		       /* empty rows over it, part of its rows; none at the head of a leg */
	gboolean binds_next;	       /* must not stand at the foot of a leg */
	gboolean starts_leg_badly;     /* at the head of a leg it would be taken for copy */
	int best;		       /* index of the cheapest choice */
	int rows_min, rows_max;	       /* over its choices */
	GArray *choices;	       /* struct element_choice, rising rows */
};

#define WIDE_TABLES_MAX 4 /* of a story */

/* A table too wide for one leg. */
struct wide_table {
	const struct block *block;
	fix width;  /* it wants */
	int before; /* it is read before this element */
};

struct galley {
	const struct story *story;
	enum attire attire;
	fix width;
	GPtrArray *elements; /* struct element */
	GArray *wide_tables; /* struct wide_table: they stand over several legs */
	int first_body;	     /* elements before it are no copy (byline) */
	int tail, tail_end;  /* what stands behind the copy (author, code, see-also), trimmed or not */
};

/* The story's copy in that measure, set when it is first asked for; the stone keeps it. */
struct galley *galley_on(const struct stone *stone, const struct story *story, enum attire attire, fix width);
void galley_free(struct galley *galley);
/* From now on the story's wide tables stand in its legs, their cells turned: where its copy is too short for
   legs under them. All its galleys are let go; FALSE, and nothing done, where it has no wide table. */
gboolean galley_narrow_tables(const struct stone *stone, const struct galley *galley);

#define GALLEY_CODE_ROWS 6 /* of copy that the code of a link takes */
/* How wide and tall it is. */
fix galley_code_side(const struct stone *stone);
/* The element that a block of the story is set in, or the next that there is; 0 for block 0. */
int galley_find_block(const struct galley *galley, int block);
/* The block of the story that an element sets. */
int galley_block_of(const struct galley *galley, int element);
const struct element *galley_element(const struct galley *galley, int index);
const struct element_choice *element_choice(const struct element *element, int index);
int element_rows_best(const struct element *element);
/* The choice becomes the element's, `may_break` with it. */
void element_keep_choice(struct element *element, const struct element_choice *choice);
/* Rows of it that hold lines of copy. */
int element_lines(const struct element_choice *choice);
/* table_choices.c: the heights of a table, over as many legs as it takes; `opens` and `ends` the story's
 * copy. */
void table_choices_add(const struct stone *stone, struct element *element, gboolean opens, gboolean ends);
/* Rows of the head that stands again over each piece of a table. */
int table_choices_head_rows(const struct table_setting *table);

/* Rows that the sign-off adds where a trimmed story ends with this choice. */
int element_closing_rows(const struct element *element, const struct element_choice *choice);
/* Elements first..end-1 at their best. */
int galley_rows_best(const struct galley *galley, int first, int end);

#endif
