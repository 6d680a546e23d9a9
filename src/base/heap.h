/*
 * heap.h - how the C library gets its memory
 *
 * Make-up asks for some hundred thousand small blocks in a second. Where the
 * system hands memory out in pages of 4 kB, as in many virtual machines, a sixth
 * of that second goes to asking; in large pages it does not.
 */
#ifndef BASE_HEAP_H
#define BASE_HEAP_H

/* Asks for large pages for the heap; once, before threads begin. Nothing changes where there are none. */
void heap_in_large_pages(void);

#endif
