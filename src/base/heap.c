#include "base/heap.h"

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define LARGE_PAGE ((uintptr_t)2 << 20)
#define HEAP	   (256 << 20) /* address space, not memory: a page is taken when it is first written to */
#define BLOCK	   (4 << 20)   /* a larger one is not of the heap */

/* Only a heap that does not shrink is not asked for again and again. */
static char *grow(void)
{
	void *volatile block;

	mallopt(M_MMAP_THRESHOLD, BLOCK);
	mallopt(M_TRIM_THRESHOLD, HEAP);
	mallopt(M_TOP_PAD, HEAP);
	block = malloc(BLOCK / 2);
	free(block);
	return sbrk(0);
}

void heap_in_large_pages(void)
{
	char *begin = sbrk(0), *end = grow();
	uintptr_t first = ((uintptr_t)begin + LARGE_PAGE - 1) & ~(LARGE_PAGE - 1);
	uintptr_t last = (uintptr_t)end & ~(LARGE_PAGE - 1);

	if (first < last)
		(void)madvise((void *)first, last - first, MADV_HUGEPAGE);
}
