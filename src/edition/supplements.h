/*
 * supplements.h - runs of pages of their own: which are there, and what belongs to each
 */
#ifndef EDITION_SUPPLEMENTS_H
#define EDITION_SUPPLEMENTS_H

#include "edition/loading.h"

/* supplements: of the edition. After the sections, before the stories. */
void supplements_read(struct loading *loading);
/* The run a file's story belongs to: 0 the main paper. */
int supplements_run_of(const struct edition *edition, const char *file);
/* The supplement a file's story belongs to; NULL: the main paper. */
const struct supplement *supplements_of(const struct edition *edition, const char *file);
/* Once all is read: the runs, each with what is its own. */
void supplements_divide(struct loading *loading);

#endif
