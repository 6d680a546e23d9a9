#include "base/heap.h"

#include <glib.h>
#include <string.h>
#include <sys/resource.h>

enum { BLOCKS = 16384, BLOCK = 2048 };

#if defined(__SANITIZE_ADDRESS__)
#define HAS_OWN_HEAP TRUE
#else
#define HAS_OWN_HEAP FALSE
#endif

static long faults(void)
{
	struct rusage usage;

	g_assert_cmpint(getrusage(RUSAGE_SELF, &usage), ==, 0);
	return usage.ru_minflt;
}

static gboolean has_large_pages(void)
{
	g_autofree char *said = NULL;

	return g_file_get_contents("/sys/kernel/mm/transparent_hugepage/enabled", &said, NULL, NULL) &&
	       strstr(said, "[never]") == NULL;
}

/* 32 MB in small blocks are 8,192 pages of 4 kB. */
static void test_large_pages(void)
{
	g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func(g_free);

	if (HAS_OWN_HEAP || !has_large_pages()) {
		g_test_skip("there are no large pages");
		return;
	}
	heap_in_large_pages();
	long before = faults();
	for (int i = 0; i < BLOCKS; i++)
		g_ptr_array_add(blocks, memset(g_malloc(BLOCK), 1, BLOCK));
	g_assert_cmpint(faults() - before, <, 4096);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/heap/large-pages", test_large_pages);
	return g_test_run();
}
