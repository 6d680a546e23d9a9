/*
 * memory.h - what make-up remembers from one go to the next
 *
 * Several ways to make up one paper, and a paper made up again at every save, set
 * mostly the same copy in the same boxes. What is remembered changes nothing but
 * the time that make-up takes, unless a newer paper waits. Fonts and layouts
 * outlive their memory.
 */
#ifndef MAKEUP_MEMORY_H
#define MAKEUP_MEMORY_H

#include "makeup/slice.h"
#include "makeup/take.h"

struct memory;

/* With `lasting` slices are kept too, which take some megabytes a section. */
struct memory *memory_new(const struct fontbook *book, gboolean lasting);
void memory_free(struct memory *memory);

/* A paper is made up, in however many ways: what the last ones did not ask for is let go. */
void memory_begin_paper(struct memory *memory);
/* The typesetter for this layout, its messages to `diag` from here on. The memory's. */
struct typesetter *memory_begin(struct memory *memory, const struct design *design, struct diag *diag);

/* The shape table of a take like this one, a copy of the caller's own; NULL when there was none. */
struct shape (*memory_shapes(struct memory *memory, const struct stone *stone, const struct take *take,
			     gboolean may_jump))[ROWS_MAX + 1];
/* Keeps a copy. */
void memory_keep_shapes(struct memory *memory, const struct stone *stone, const struct take *take,
			gboolean may_jump, const struct shape (*shapes)[ROWS_MAX + 1]);

/* Where a newer paper is known to wait while this one is made up: other than 0 then, set by any thread. The
   looks that might only better this one are left out. Outlives the memory. */
void memory_heed(struct memory *memory, const gint *waiting);
gboolean memory_is_urged(const struct memory *memory);

gboolean memory_is_lasting(const struct memory *memory);
/* A slice like that one with the tables it has made, or itself. Takes it over; the caller frees what it gets,
   or gives it back. */
struct slice *memory_slice(struct memory *memory, struct slice *slice);
/* Of its stories the first so many were there when it was asked for. */
void memory_keep_slice(struct memory *memory, struct slice *slice, guint stories);

#endif
