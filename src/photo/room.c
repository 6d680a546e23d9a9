#include "photo/room.h"

static GMutex door;
static GCond left;
static gint64 taken;

/* What is larger than the room fills it. */
static gint64 share_of(gint64 bytes)
{
	return MIN(bytes, ROOM_BYTES);
}

void room_take(gint64 bytes)
{
	g_mutex_lock(&door);
	while (taken + share_of(bytes) > ROOM_BYTES)
		g_cond_wait(&left, &door);
	taken += share_of(bytes);
	g_mutex_unlock(&door);
}

void room_give(gint64 bytes)
{
	g_mutex_lock(&door);
	taken -= share_of(bytes);
	g_cond_broadcast(&left);
	g_mutex_unlock(&door);
}
