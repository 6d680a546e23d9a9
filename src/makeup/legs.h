/*
 * legs.h - a galley cut into legs that end level
 *
 * In:     elements of a galley, the rows of each leg
 * Out:    the cheapest choice of heights that fills the legs to the last row, with
 *         every break over two legs legal
 * Fails:  LEGS_IMPOSSIBLE when there is none
 */
#ifndef MAKEUP_LEGS_H
#define MAKEUP_LEGS_H

#include "makeup/galley.h"

#define LEGS_IMPOSSIBLE 1e9

struct legs {
	int count;
	int rows[COLUMNS_MAX];
};

struct legs_copy {
	const struct galley *galley;
	int first, end;	       /* elements */
	int trim_from;	       /* elements from here on may be trimmed away; end: none */
	int trim_rows;	       /* at most so many rows */
	double trim_cost;      /* a row */
	double bad_start_cost; /* of a leg */
};

struct legs_fill {
	double cost;
	int end;	    /* copy set: elements first..end-1; less than asked: trimmed */
	int tail, tail_end; /* of a trimmed story: elements that stand behind it all the same; none: equal */
	int rows_trimmed;
	guint8 closing; /* of a trimmed story: the choice of its last element */
	guint8 *choice; /* per element from first on; NULL unless asked for */
};

int legs_capacity(const struct legs *legs);

/* The element set after this one; tail_end: it was the last. */
int legs_next(const struct legs_fill *fill, int index);

/* With `trace` the choices are kept; the caller frees fill.choice. */
struct legs_fill legs_fill(const struct legs_copy *copy, const struct legs *legs, gboolean trace);

#endif
