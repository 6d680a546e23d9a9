#include "makeup/breadth.h"

#define FEW_STORIES 20
/* Shared by the stories: a large paper takes longer, and has more pages to mend a choice on. */
#define WIDE_STATES 6000

struct breadth breadth_of(const struct stone *stone)
{
	struct breadth breadth = {24, 8, 7};
	int stories = MAX((int)stone->edition->stories->len, 1);

	if (stone->widely) {
		breadth.states = CLAMP(WIDE_STATES / stories, 72, 120);
		breadth.choices = breadth.states / 5;
	}
	if (stories <= FEW_STORIES)
		breadth.candidates = CANDIDATES_MOST;
	return breadth;
}
