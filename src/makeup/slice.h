/*
 * slice.h - make up one box exactly
 *
 * In:     for each story the cost of every box it can be set in (its shape table)
 * Out:    the cheapest full box for every subset of the stories, and its tree
 * Units:  columns and grid rows; cost has none
 * Fails:  never; a subset with no exact fill costs SLICE_IMPOSSIBLE
 * After:  Gange, Marriott and Stuckey, Optimal guillotine layout, DocEng 2012
 *
 * A box holds one story, or one box over another, or two side by side; a filler
 * of a fixed size may stand under or beside a box. Costs are of leaves and of
 * cuts; the cut sees a small summary of both sides, so a table keeps a few ways
 * to make up a box: the cheapest, and dearer ones whose edges differ.
 */
#ifndef MAKEUP_SLICE_H
#define MAKEUP_SLICE_H

#include <glib.h>

#include "design/design.h"
#include "makeup/stone.h"

#define SLICE_IMPOSSIBLE  1e8f
#define SLICE_STORIES_MAX 64

struct slice_box {
	float cost;
	gint16 head_left, head_right; /* size of the headline at the top left and right, 1/4 pt */
	gint16 head_most;
	guint8 rank;			       /* of the most important story in it */
	guint8 picture;			       /* its largest photograph, in SLICE_PICTURE cells */
	guint32 pictures_left, pictures_right; /* bands from its top in which one touches that side */
};
#define SLICE_BAND    5 /* rows */
#define SLICE_PICTURE 8 /* cells */

/* One block of memory: g_free() frees it. Of every width only the rows between which a box is possible at all
   are there, from `base` on. */
struct slice_table {
	int columns, rows;
	struct slice_box *box[COLUMNS_MAX + 1]; /* the cheapest of base, base + 1 and so on rows */
	float *cost[COLUMNS_MAX + 1];		/* theirs again, close together */
	guint16 *others[COLUMNS_MAX + 1];	/* where a box's other ways stand in `other`, and how many */
	struct slice_box *other;
	gint16 base[COLUMNS_MAX + 1];
	gint16 low[COLUMNS_MAX + 1], high[COLUMNS_MAX + 1]; /* rows that are possible; low > high: none */
};

/* What a box of the table costs at least. */
static inline float slice_table_cost(const struct slice_table *table, int columns, int rows)
{
	return rows >= table->low[columns] && rows <= table->high[columns]
		       ? table->cost[columns][rows - table->base[columns]]
		       : SLICE_IMPOSSIBLE;
}

/* The cheapest way to make up a box of rows that the table has room for. */
static inline struct slice_box *slice_table_box(const struct slice_table *table, int columns, int rows)
{
	return &table->box[columns][rows - table->base[columns]];
}

struct slice_filler {
	int columns, rows;
	float cost;
};

enum slice_kind { SLICE_STORY, SLICE_FILLER, SLICE_STACK, SLICE_ABREAST };

struct slice_node {
	enum slice_kind kind;
	int columns, rows;
	int index;			   /* of the story or filler */
	struct slice_node *first, *second; /* upper and lower, or left and right */
};

struct slice;

struct slice *slice_new(const struct makeup_costs *costs, int columns, int rows);
void slice_free(struct slice *slice);

/* A table of impossible boxes, with room for all: base is 0. Caller frees. */
struct slice_table *slice_table_new(int columns, int rows);
/* The bands that a picture of `rows` rows from `row` on touches. */
guint32 slice_bands(int row, int rows);

/* Returns the story's bit number. The table is the slice's from now on. */
int slice_add_story(struct slice *slice, struct slice_table *table);
/* Fills low and high of a table whose boxes are set. */
void slice_table_bound(struct slice_table *table);
/* Offers a filler to every box; before the first slice_table(). Returns its index. */
int slice_add_filler(struct slice *slice, struct slice_filler filler);

/* The table of a subset, not empty; the slice keeps it. */
const struct slice_table *slice_table(struct slice *slice, guint64 stories);

/* Frees the tables of subsets beyond `most`; they are made anew when asked for. No table may be in use. */
void slice_forget(struct slice *slice, guint most);

/* Whether both have the same stories and fillers to make up under the same costs. */
gboolean slice_is_like(const struct slice *one, const struct slice *other);
/* Only the first stories stay, with the tables that are made of them alone. */
void slice_cut_back(struct slice *slice, guint stories);

/* How that box is made up; NULL when impossible. Caller frees. */
struct slice_node *slice_tree(struct slice *slice, guint64 stories, int columns, int rows);
void slice_node_free(struct slice_node *node);

#endif
