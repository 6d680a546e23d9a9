/*
 * runs.h - the main paper and its supplements, each made up by itself, become one paper
 */
#ifndef MAKEUP_RUNS_H
#define MAKEUP_RUNS_H

#include "edition/edition.h"
#include "makeup/makeup.h"

struct run {
	const struct edition *edition; /* of edition->runs */
	const struct design *design;
	struct paper *paper; /* owned, as are the next two; NULL while it is not made */
	struct decisions *decisions;
	struct diag *diag;
};

void run_clear(struct run *run);

/* Story id -> label of the page it starts on, of all runs but one. The caller unrefs it, and keeps the runs
   as long. */
GHashTable *runs_pages(const struct run *runs, guint count, guint but);
/* Whether pages of other runs are named on this one's: it has to be made after them. */
gboolean runs_name_others(const struct run *run);
/* Pages in the order of print, numbered through; what was decided and told of all. Each run gives up its
   pages. */
struct paper *runs_join(struct run *runs, guint count, struct decisions *decisions, struct diag *diag);

#endif
