/*
 * gallery.h - three pictures or more of one story as one block: bands of them, one under another
 *
 * In:     a picture story's photographs and the columns that the block stands over
 * Out:    for every depth the cheapest bands, each as deep as its pictures like with no more cut off them
 * than the layout allows; the main picture first and largest
 */
#ifndef MAKEUP_GALLERY_H
#define MAKEUP_GALLERY_H

#include "makeup/take.h"

#define GALLERY_COPY_MOST 44 /* rows of copy beside pictures */

#define GALLERY_LEAST 3
#define GALLERY_MOST  8

struct gallery;

/* One picture of it: over which of its legs, and which of its rows, with its caption. */
struct gallery_place {
	const struct picture_block *block;
	int leg, row, rows;
};

/* Whether a story's pictures are shown so. */
gboolean gallery_is_wanted(const struct stone *stone, const struct story *story);
/* Adds the story's galleries, in every width that it has one in; FALSE where it has none. */
gboolean gallery_add_blocks(const struct stone *stone, struct take *take);
void gallery_free(struct gallery *gallery);

/* Legs at the right of its last band that are left to the copy; 0: none, the copy stands under it. */
int gallery_copy_legs(const struct gallery *gallery);
/* `copy_rows`: how deep the last band is where copy stands in it, else 0. SHAPE_IMPOSSIBLE where it cannot be
   so deep. */
double gallery_cost(const struct gallery *gallery, int rows, int copy_rows);
/* Of a depth that it has. Returns how many there are. */
int gallery_places(const struct gallery *gallery, int rows, int copy_rows,
		   struct gallery_place places[GALLERY_MOST]);
/* Rows of it over leg `leg` of those that it covers. */
int gallery_rows_over(const struct gallery *gallery, int rows, int copy_rows, int leg);
/* All that its costs depend on. */
void gallery_add_likeness(const struct gallery *gallery, GByteArray *key);

#endif
