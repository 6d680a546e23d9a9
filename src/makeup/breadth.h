/*
 * breadth.h - how many ways the search for pages follows
 *
 * The usual breadth finds good pages for nearly every paper, in a fraction of
 * the time; where it does not, the paper is made up again widely (attempt.c).
 * Few stories are cheap to search and leave little to choose from.
 */
#ifndef MAKEUP_BREADTH_H
#define MAKEUP_BREADTH_H

#include "makeup/stone.h"

#define CANDIDATES_MOST 9

struct breadth {
	int states;	/* kept from page to page */
	int choices;	/* kept for one page */
	int candidates; /* stories weighed together on one page, CANDIDATES_MOST or less */
};

struct breadth breadth_of(const struct stone *stone);

#endif
