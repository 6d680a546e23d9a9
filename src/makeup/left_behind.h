/* What stands on no page, told by name: stories, rests of stories, ads, pages that were planned. */
#ifndef ANBAN_MAKEUP_LEFT_BEHIND_H
#define ANBAN_MAKEUP_LEFT_BEHIND_H

#include "makeup/shift.h"

/* After the last page is made; the pages stand in their order. */
void left_behind_tell(struct shift *shift);

#endif
