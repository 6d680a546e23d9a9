#include <glib.h>

#include "photo/room.h"

static gint64 inside; /* under `door` */
static GMutex door;

static gpointer decode_for_a_while(gpointer bytes)
{
	gint64 share = MIN((gint64)GPOINTER_TO_SIZE(bytes), ROOM_BYTES);

	for (int i = 0; i < 200; i++) {
		room_take((gint64)GPOINTER_TO_SIZE(bytes));
		g_mutex_lock(&door);
		inside += share;
		g_assert_cmpint(inside, <=, ROOM_BYTES);
		g_mutex_unlock(&door);
		g_thread_yield();
		g_mutex_lock(&door);
		inside -= share;
		g_mutex_unlock(&door);
		room_give((gint64)GPOINTER_TO_SIZE(bytes));
	}
	return NULL;
}

/* Small, large and larger than all: nobody waits for ever, and together they
   never hold more than there is. */
static void test_never_too_much(void)
{
	static const gsize needs[] = {1000, ROOM_BYTES / 3, ROOM_BYTES / 2, ROOM_BYTES - 1,
				      5 * (gsize)ROOM_BYTES};
	GThread *threads[G_N_ELEMENTS(needs)];

	for (gsize i = 0; i < G_N_ELEMENTS(needs); i++)
		threads[i] = g_thread_new("decoder", decode_for_a_while, GSIZE_TO_POINTER(needs[i]));
	for (gsize i = 0; i < G_N_ELEMENTS(needs); i++)
		g_thread_join(threads[i]);
	g_assert_cmpint(inside, ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/room/never-too-much", test_never_too_much);
	return g_test_run();
}
