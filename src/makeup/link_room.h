/*
 * link_room.h - links large enough for a finger
 *
 * A line of type is 10 pt high, a finger's tip needs 18. Areas grow into the
 * white and the copy around them, never over another link.
 */
#ifndef MAKEUP_LINK_ROOM_H
#define MAKEUP_LINK_ROOM_H

#include "page/page.h"

#define LINK_HEIGHT_LEAST (18 * FIX_PT)

void link_room(struct page *page);

#endif
