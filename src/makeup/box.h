/*
 * box.h - stories in one open box of a page, and what stands where they leave room
 *
 * A box is filled exactly where that can be. Else stories take its head or its
 * left columns, and a panel of the paper's own the rest; less than a panel is
 * empty cells, and white at the foot of the last page is honest.
 */
#ifndef MAKEUP_BOX_H
#define MAKEUP_BOX_H

#include "makeup/pagination.h"

#define BOX_IMPOSSIBLE 1e9

struct box_fill {
	double cost;
	int gap;  /* rows at its foot that no story takes */
	int side; /* columns at its right */
};

/* Whether white at the foot of the box would be at the foot of the page, all across: nothing stands under it but
   furniture, as the imprint. */
gboolean box_is_foot(const struct sheet *sheet, const struct cells *box);
/* The cheapest way to stand `stories` (0: none) in a box. */
struct box_fill box_fill(const struct stone *stone, struct slice *slice, guint64 stories,
			 const struct cells *box, gboolean last);

/* Sets it on the page. */
void box_set(const struct stone *stone, struct made_page *page, struct cast *cast, gboolean may_jump,
	     guint64 stories, struct cells box, const struct box_fill *fill, gboolean last);

#endif
