/*
 * decision.h - what make-up chose, and why: plain data for the report
 */
#ifndef MAKEUP_DECISION_H
#define MAKEUP_DECISION_H

#include <glib.h>

#include "base/diag.h"
#include "photo/photo.h"

enum cell_use {
	CELLS_STORY,
	CELLS_PHOTO,
	CELLS_AD,
	CELLS_FILLER,
	CELLS_FURNITURE,
	CELLS_EMPTY,
	CELLS_END,
	CELL_USES
};

/* Facts of all body lines on finished pages. */
struct type_facts {
	int full_lines, loose_lines, hyphenated, ladders, ink_collisions;
	int space_p95, space_p99; /* thousandths of an em */
};

struct page_decision {
	int number;
	char *label;
	GPtrArray *sections; /* char * */
	char *template_name;
	int columns, rows;
	int cells[CELL_USES]; /* their sum is columns × rows */
	double cost;
	gboolean locked;
};

/* One box of a story on a page, in cells. */
struct story_part {
	char *page; /* label */
	int column, row, columns, rows;
	int lines; /* of body copy in it */
	int photo_cells;
	double cost;
	GArray *terms;		/* struct cost_term: their sum is the cost; NULL on a locked page */
	struct type_facts type; /* of its lines; the percentiles are of the whole paper only */
	GArray *spaces;		/* int: word spaces of its full lines, thousandths of an em; or NULL */
};

/* What the setting of a story is paid for. */
enum cost_name {
	COST_HEADLINE,
	COST_COLUMNS,
	COST_TALL,
	COST_FLAT,
	COST_SHORT_LEGS,
	COST_PHOTO_WIDTH,
	COST_CROP,
	COST_DROPPED,
	COST_JUMP,
	COST_PARAGRAPHS,
	COST_TRIM,
	COST_PULL_QUOTE,
	COST_NAMES
};

struct cost_term {
	enum cost_name name;
	double cost;
};

enum story_outcome { STORY_PLACED, STORY_HELD, STORY_REJECTED, STORY_KILLED };

struct story_decision {
	char *id, *headline; /* the headline that was set */
	enum story_outcome outcome;
	GArray *parts; /* struct story_part */
	int lines;     /* of body copy set */
	int lines_trimmed;
	char *text_trimmed, *why;
	double cost; /* of its boxes, in the units of design_costs.def */
};

struct photo_decision {
	char *file, *story; /* story NULL: an ad */
	int ppi;	    /* effective, on the page */
	struct photo_part part;
	const char *focus; /* picture_focus_word(); NULL: shown whole or as the desk cut it */
	int width_px, height_px;
	gboolean used;
	gboolean as_is; /* filled in after the render */
	gsize bytes;
};

struct decisions {
	GPtrArray *pages;   /* struct page_decision */
	GPtrArray *stories; /* struct story_decision */
	GPtrArray *photos;  /* struct photo_decision */
	struct type_facts type;
	int index_white; /* rows that the index of page 1 has no entries for */
};

struct page_decision *page_decision_new(void);
void page_decision_free(gpointer data);

void story_part_free(struct story_part *part);

struct decisions *decisions_new(void);
void decisions_free(struct decisions *decisions);
/* `decisions` takes over what `from` holds, and `from` what it held. */
void decisions_exchange(struct decisions *decisions, struct decisions *from);
/* A story not yet decided on; owned by the decisions. */
struct story_decision *decisions_add_story(struct decisions *decisions, const char *id, const char *headline);
/* What was decided on a story; NULL when nothing was. */
struct story_decision *decisions_story(const struct decisions *decisions, const char *id);
const char *cell_use_word(enum cell_use use);

#endif
