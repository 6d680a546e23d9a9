/* One run of pages made up in several ways, and the way that costs least. */
#ifndef ANBAN_MAKEUP_ATTEMPT_H
#define ANBAN_MAKEUP_ATTEMPT_H

#include "makeup/shift.h"

/* A paper made up in one way, and what it cost. */
struct attempt {
	struct paper *paper;
	struct decisions *decisions;
	struct diag *diag;
	guint flaws;		      /* panels where nothing else filled, and heads that leave holes */
	guint whites;		      /* rectangles in which nothing is printed (makeup/white.h) */
	GArray *white_heads;	      /* struct white_head: beside them */
	int fillers_over;	      /* cells of fillers more than three of a hundred */
	int trims_over;		      /* lines trimmed more than one of every two hundred */
	int jumps_over;		      /* jumps more than one for every two pages */
	struct stretching stretching; /* to the desk's number of pages; the next attempt begins with it */
	double cost;
	gboolean has_lost; /* a zone for stories had no page */
	int level;	   /* how far small sections share pages (makeup/pool.h) */
};

void attempt_clear(struct attempt *attempt);

/* The cheapest of the ways. Clear it. */
struct attempt attempt_best(const struct edition *edition, const struct design *design,
			    const struct fontbook *book, const struct constraints *given);

#endif
