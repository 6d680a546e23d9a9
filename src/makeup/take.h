/*
 * take.h - the part of a story that stands in one box, and all ways to set it
 *
 * A story is one take until make-up cuts it; a take that goes on from another
 * page starts at `first` and carries a jump head.
 */
#ifndef MAKEUP_TAKE_H
#define MAKEUP_TAKE_H

#include "makeup/galley.h"

#define HEAD_LINES_MAX	12 /* of a headline */
#define PIECE_LINES_MAX 48 /* of a standfirst */

/* One piece of type in the block over the legs. */
struct head_piece {
	enum mark_role role;
	const struct text_style *style;
	const struct paragraph *paragraph;
	const struct setting *setting;
	struct measure measure;
	fix x;
	fix baseline[PIECE_LINES_MAX]; /* from the top of the module */
};

/* A headline block: kicker, headline, deck, standfirst, over `columns` columns. */
struct head {
	int columns, rows; /* rows with the empty one above */
	double cost;
	gboolean has_hole; /* white beside it that a reader would take for a fault */
	fix size;	   /* of the headline */
	const char *text;  /* the headline as set */
	GArray *pieces;	   /* struct head_piece */
};

/* A table that stands over legs, so many rows under the head of its block. */
struct wide_setting {
	struct table_setting *table; /* owned by the take */
	int row;
	int before; /* it is read before this element */
};

/* A photograph with its caption, wide tables one under another or a pull quote, across `columns` legs. */
struct picture_block {
	const struct picture *picture; /* NULL for tables or a quote; of several the main one */
	struct gallery *gallery;       /* several in one block (gallery.h); owned by the take; or NULL */
	struct wide_setting tables[WIDE_TABLES_MAX];
	int table_count;
	int read_from, read_until; /* of tables: the copy ends at an element of these, or before the last */
	const struct paragraph *quote; /* of a pull quote; or NULL */
	const char *quote_words;
	const struct setting *quote_setting;
	const struct text_style *quote_style;
	struct measure quote_measure;
	gboolean must; /* may not be dropped */
	int columns;
	fix width;			 /* of the legs it stands over */
	fix photo_width;		 /* less where the caption stands beside it: a mugshot */
	const struct paragraph *caption; /* or NULL */
	const struct setting *caption_setting;
	struct measure caption_measure;
	int rows_min, rows_natural, rows_max; /* with caption and the gap below */
	fix photo_least, photo_most;	      /* a flatter or taller box would cut what must stay */
	double cost;			      /* of its width */
};

/* The cheapest setting of a take in one box. */
struct shape {
	float cost;	/* SHAPE_IMPOSSIBLE or above: none */
	gint16 head;	/* index into heads */
	gint16 picture; /* index into pictures; -1 none */
	gint16 picture_rows;
	gint16 inset; /* index of a second picture at the other side; -1 none */
	gint16 inset_rows;
	gint16 end; /* elements set: below the galley's count it jumps or is trimmed */
	guint8 jumps;
};
#define SHAPE_IMPOSSIBLE 1e8f

/* Shaped once, used by many heads; owned by the take. */
struct take_paragraph {
	const char *text;
	const struct text_style *style;
	struct paragraph *paragraph;
};

struct ensemble;

struct take {
	const struct story *story;
	int first;				/* element */
	int rows;				/* of copy, at its best */
	const char *from_label;			/* page it comes from; NULL: it starts here */
	int rank;				/* 1 most important */
	int columns_fixed, photo_columns_fixed; /* by the plan; 0 free */
	int after_page;				/* stands on a later page than this number; 0 any */
	int page_columns;			/* of the pages it may stand on: their measure is its own */
	struct ensemble *ensemble;		/* it is cast with others; owned; or NULL */
	struct take *with; /* it stands with that one, and is not cast by itself; or NULL */
	enum attire attire;
	gboolean boxed;	       /* on a tint, its copy drawn in */
	int order;	       /* among the takes of its cast; what goes on from another page comes first */
	struct galley *galley; /* the stone's */
	GPtrArray *heads;      /* struct head, by columns, fewest rows first */
	GArray *pictures;      /* struct picture_block */
	GArray *shaped;	       /* struct take_paragraph: what heads and captions are made of */
	GPtrArray *styles;     /* owned: headline styles at the sizes of the ladder */
	struct shape (*shapes[2])[ROWS_MAX + 1]; /* whole, and cut where need be: [columns][rows]; NULL until
						    asked for */
};

/* `first_block` is the block of the story it starts with; 0 the start. */
struct take *take_new(const struct stone *stone, const struct story *story, int page_columns, int first_block,
		      const char *from_label);
/* A story that stands in a box of its own beside another. */
struct take *take_new_boxed(const struct stone *stone, const struct story *story, int page_columns);
#define TAKE_BOX_PAD  (5 * FIX_PT) /* tint beside the copy of a box */
#define TAKE_BOX_FOOT 1		   /* row of tint under it, part of its head's rows */
/* Width of `span` of its page's columns. */
fix take_measure(const struct stone *stone, const struct take *take, int span);
void take_free(struct take *take);
/* After what limits its shapes has changed. */
void take_forget_shapes(struct take *take);

struct paragraph *take_shape(const struct stone *stone, struct take *take, const char *text,
			     struct place place, const struct text_style *style);
struct paragraph *take_shape_copy(const struct stone *stone, struct take *take, const struct copy *copy,
				  const struct text_style *style);

/* headline.c */
void headline_add_heads(const struct stone *stone, struct take *take);
/* picture.c */
void picture_add_blocks(const struct stone *stone, struct take *take);
/* The photograph in so many rows, from the left of its legs and the top of its first row: narrower than its
   legs, or less tall than its rows, by less than a row, where it would be cut otherwise. */
struct rect picture_box(const struct stone *stone, const struct picture_block *block, int rows);
/* Of the caption's first line, under the photograph's box or beside it; from the same origin as the box. */
struct rect picture_caption_box(const struct stone *stone, const struct picture_block *block,
				struct rect photo);
gboolean picture_caption_is_beside(const struct picture_block *block);
/* The first of the legs over which the picture of a shape stands, of `columns`; and that of its inset, at the
   other side. Of a shape that has one. */
int picture_first_leg(const struct take *take, const struct shape *shape, int columns);
/* Rows that the picture of a shape takes over the leg of that number among those that it covers. */
int picture_rows_over(const struct picture_block *block, const struct shape *shape, int leg);
int picture_inset_leg(const struct take *take, const struct shape *shape, int columns);
/* A photograph over so many columns; FALSE, and nothing made, where the desk or its pixels forbid it. */
gboolean picture_make_block(const struct stone *stone, struct take *take, const struct picture *picture,
			    int columns, struct picture_block *block);
/* Whether a take whose copy ends before element `end` has these tables and no other: those read behind a cut
   go with the rest. TRUE of all else. */
gboolean picture_is_read(const struct picture_block *block, int end);
/* Whether two blocks are one figure in several widths. */
gboolean picture_is_same(const struct picture_block *one, const struct picture_block *two);
/* pull_quote.c: blocks that may stand at the head of a leg. */
void pull_quote_add_blocks(const struct stone *stone, struct take *take);
/* The leg that a quote beside no picture stands over. */
int pull_quote_leg(int columns, int quote_columns);
/* Height of a quote and its rules, without the white round it. */
fix pull_quote_height(const struct stone *stone, const struct picture_block *block);
/* Of a kind that looks poor without one. */
gboolean pull_quote_is_wanted(const struct take *take);
/* Height below a module row at which a photograph starts: the cap height of the line beside it. */
fix picture_top(const struct stone *stone);

/* setting.c: the shape table, computed at the first call; `may_jump` offers to cut the story. */
const struct shape *setting_shape(const struct stone *stone, struct take *take, gboolean may_jump,
				  int columns, int rows);
/* Whether the take can be cut at all: long enough, and of a kind that goes on elsewhere. */
gboolean setting_can_jump(const struct take *take);
struct legs;
struct legs setting_legs(const struct take *take, const struct shape *shape, int columns, int rows);
struct legs_copy;
struct legs_copy setting_copy(const struct stone *stone, const struct take *take);
/* Rows of copy the take has at its best, and cells it would take in all. */
int take_rows(const struct take *take);
int take_cells(const struct stone *stone, const struct take *take);

#endif
