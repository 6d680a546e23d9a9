/*
 * slip.h - the exact lines with which the desk takes a decision
 *
 * anban never writes into copy: the desk pastes these. A plan has one line a
 * page, so a slip repeats what is planned for that page already. Callers free.
 */
#ifndef DESK_SLIP_H
#define DESK_SLIP_H

#include "edition/edition.h"

struct slip {
	const char *page;  /* label of the page that is to change */
	const char *story; /* id; NULL: the page as a whole */
	gboolean lead;
	int columns, photo_columns; /* 0: as they are */
};

/* For edition.yaml, with "plan:" first when there is none yet. A story that is planned for another
   page is taken off it. */
char *slip_plan(const struct edition *edition, const struct slip *slip);
/* Where those lines go: "edition.yaml, under plan:, instead of line 12". */
char *slip_plan_place(const struct edition *edition, const struct slip *slip);

/* "anban lock EDITION 7\n", for the shell; out: the folder of editions, NULL for the usual one. */
char *slip_command(const struct edition *edition, const char *command, const char *label, const char *out);

/* "focus: [0.60, 0.40]" from 0..65536. */
char *slip_focus(int x, int y);

/* A scalar that YAML reads as this very text, also within braces. */
char *slip_scalar(const char *text);

#endif
