/*
 * workshop.h - layouts, fonts and what is remembered, from one run to the next
 *
 * An evening makes the same edition again and again: what did not change is not
 * read and set once more. Layouts and fonts are read anew as soon as one of
 * their files changes, and what was remembered with them is forgotten.
 */
#ifndef COMMAND_WORKSHOP_H
#define COMMAND_WORKSHOP_H

#include "command/options.h"
#include "design/design.h"
#include "edition/edition.h"
#include "edition/morgue.h"
#include "font/fontbook.h"
#include "makeup/memory.h"

struct workshop;

/* With `lasting` for more than one run. */
struct workshop *workshop_new(const struct options *options, gboolean lasting);
void workshop_free(struct workshop *workshop);

/* The layout of the edition with those of its supplements; the workshop's. NULL when one cannot be used;
   diag says why, and what is wrong with them, each time. */
const struct design *workshop_design(struct workshop *workshop, const struct edition *edition,
				     struct diag *diag);
/* The workshop's. NULL as above. */
const struct fontbook *workshop_book(struct workshop *workshop, struct diag *diag);
/* Another number for other layouts or fonts. */
guint workshop_age(const struct workshop *workshop);
/* Of make-up, and of pictures. */
struct memory *workshop_memory(struct workshop *workshop);
struct morgue *workshop_morgue(struct workshop *workshop);

/* From any thread: a newer save waits for the run in hand, or no longer. */
void workshop_urge(struct workshop *workshop, gboolean waiting);

#endif
