/*
 * ensemble.h - stories that stand together as one: a story with its boxes, a run of briefs under one label
 *
 * Its takes are made up by a slice of their own; the slice of the page sees one
 * story with the boxes that all of them fill together.
 */
#ifndef MAKEUP_ENSEMBLE_H
#define MAKEUP_ENSEMBLE_H

#include "makeup/slice.h"
#include "makeup/take.h"

#define ENSEMBLE_MOST	    6 /* takes */
#define ENSEMBLE_LABEL_ROWS 2

struct ensemble {
	GPtrArray *takes;	/* struct take, not owned; the one it is cast under first */
	gboolean labelled;	/* "In brief" over all of them */
	struct slice *slice[2]; /* all whole; the first cut where need be */
};

/* Takes over the array. The takes but the first point to it from now on. */
struct ensemble *ensemble_new(GPtrArray *takes, gboolean labelled);
void ensemble_free(struct ensemble *ensemble);
/* After what limits the shapes of a take has changed. */
void ensemble_forget(struct ensemble *ensemble);

/* All boxes that the takes fill together, with the label's rows. Caller frees. */
struct slice_table *ensemble_table(const struct stone *stone, struct ensemble *ensemble, gboolean may_jump);
/* How its takes stand in a box, the label's rows left out: the first take above or to the left. Caller frees. */
struct slice_node *ensemble_tree(const struct stone *stone, struct ensemble *ensemble, gboolean may_jump,
				 int columns, int rows);
/* The shape that its index-th take has there. */
const struct shape *ensemble_shape(const struct stone *stone, const struct ensemble *ensemble,
				   gboolean may_jump, int index, int columns, int rows);
/* The shape of the take it is cast under when all stand in that box, which they can. */
const struct shape *ensemble_first_shape(const struct stone *stone, struct ensemble *ensemble,
					 gboolean may_jump, int columns, int rows);
gboolean ensemble_fits(const struct stone *stone, struct ensemble *ensemble);

#endif
