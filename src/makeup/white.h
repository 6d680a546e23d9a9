/* White on finished pages that a reader takes for a fault, and the heads that left it. */
#ifndef ANBAN_MAKEUP_WHITE_H
#define ANBAN_MAKEUP_WHITE_H

#include "makeup/shift.h"

/* Rectangles of 40 x 25 mm or more in `area` in which nothing of the page is printed: struct rect, in the
   order of their feet, none over another. Caller unrefs.
 */
GArray *white_find(const struct fontbook *book, const struct page *page, struct rect area);

/* All such white of the pages. The heads beside it are added to `heads`, struct white_head. Returns how many
   there are. */
guint white_survey(const struct shift *shift, const struct paper *paper, GArray *heads);

/* What a head costs for the white it has left on pages made up before. */
double white_cost_of(const struct stone *stone, const struct take *take, const struct head *head);

#endif
