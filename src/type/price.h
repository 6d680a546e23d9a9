/*
 * price.h - what a line costs, by itself and beside the line above
 *
 * Used by type/linebreak.c only. Pure. All taste in line breaking is here.
 *
 * Unit:   1 is a line whose spaces stand at the style's limit
 */
#ifndef TYPE_PRICE_H
#define TYPE_PRICE_H

#include "type/linebreak.h"

#define PRICE_STAGES	3	 /* of tolerance; PRICE_STAGES itself takes any line */
#define PRICE_LADDER	100000.0 /* more hyphens running than the style allows */
#define PRICE_PAIR_MOST 5.0	 /* what neighbours may do to each other, ladders left out */

struct price_terms {
	const struct line_matter *matter;
	const struct linebreak_order *order;
	gboolean any; /* the last stage: any line will do */
	double aim;   /* balanced: the width that each line should have; else 0 */
};

/* How a line fits; without its neighbours. */
struct fit {
	double cost;
	float tension;
	guint8 stage;
	gboolean possible, too_long;
};

struct fit price_line(const struct price_terms *terms, const struct line_end *from, const struct line_end *to,
		      int line, gboolean last);

/* Three lines running end to end: the two above are a–b and before–a; before is NULL when a–b is the first.
 */
struct price_lines {
	const struct line_end *before, *a, *b, *c;
	float tension_before, tension_above;
	int hyphens_above; /* hyphenated lines running, with a–b */
	gboolean last;	   /* b–c is */
};

/* What line b–c costs for what stands above it. */
double price_neighbours(const struct price_terms *terms, const struct price_lines *lines,
			const struct fit *fit);

#endif
