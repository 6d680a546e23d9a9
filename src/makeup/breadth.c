#include "makeup/breadth.h"

#define FEW_STORIES 20

struct breadth breadth_of(const struct stone *stone)
{
	struct breadth breadth = {24, 8, 7};

	if (stone->widely) {
		breadth.states = 120;
		breadth.choices = 24;
	}
	if (stone->edition->stories->len <= FEW_STORIES)
		breadth.candidates = CANDIDATES_MOST;
	return breadth;
}
