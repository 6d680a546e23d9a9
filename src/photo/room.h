/*
 * room.h - memory that all threads decode in
 *
 * A batch of large photographs must not need memory for one a thread. Whoever
 * decodes takes room first and waits until there is some; what is larger than
 * all of it gets all of it, alone.
 */
#ifndef PHOTO_ROOM_H
#define PHOTO_ROOM_H

#include <glib.h>

#define ROOM_BYTES (72 * 1000 * 1000)

/* Blocks. A thread takes once and gives the same number back. */
void room_take(gint64 bytes);
void room_give(gint64 bytes);

#endif
