/* Which stories a run of pages has to place, and in which company and order they come to the search. */
#ifndef ANBAN_MAKEUP_CASTING_H
#define ANBAN_MAKEUP_CASTING_H

#include "makeup/shift.h"

/* Fills the casts of the shift, in the order of the paper; a story that fits no page is held over. */
void casting_run(struct shift *shift);

#endif
