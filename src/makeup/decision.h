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
};

enum story_outcome { STORY_PLACED, STORY_HELD, STORY_REJECTED, STORY_KILLED };

struct story_decision {
	char *id, *headline; /* the headline that was set */
	enum story_outcome outcome;
	GArray *parts; /* struct story_part */
	int lines;     /* of body copy set */
	int lines_trimmed;
	char *text_trimmed, *why;
	double cost;                  /* of its boxes, in the units of design_costs.def */
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

/* Facts of all body lines on finished pages. */
struct type_facts {
	int full_lines, loose_lines, hyphenated, ladders, ink_collisions;
	int space_p95, space_p99; /* thousandths of an em */
};

struct decisions {
	GPtrArray *pages;   /* struct page_decision */
	GPtrArray *stories; /* struct story_decision */
	GPtrArray *photos;  /* struct photo_decision */
	struct type_facts type;
};

struct decisions *decisions_new(void);
void decisions_free(struct decisions *decisions);
/* A story not yet decided on; owned by the decisions. */
struct story_decision *decisions_add_story(struct decisions *decisions, const char *id, const char *headline);
const char *cell_use_word(enum cell_use use);

#endif
