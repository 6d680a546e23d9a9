/* How many pages the run may have: stories wait until it comes down to that, and come back where room is. */
#ifndef ANBAN_MAKEUP_PAGE_COUNT_H
#define ANBAN_MAKEUP_PAGE_COUNT_H

#include "makeup/shift.h"

/* After all pages are made. What still waits at the end is held over by name. */
void page_count_meet(struct shift *shift);

#endif
