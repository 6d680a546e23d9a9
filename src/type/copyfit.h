/*
 * copyfit.h - what an editor can do about a paragraph
 *
 * How far its last line is from saving or costing a line, and where its loosest
 * line stands in the copy.
 */
#ifndef TYPE_COPYFIT_H
#define TYPE_COPYFIT_H

#include "type/paragraph.h"

struct copyfit {
	int lines;
	int words_last; /* on the last line: cut so many, and a line is saved */
	int room_last;	/* left on the last line, thousandths of the measure */
	int full_lines;
	int loosest;		    /* index of the loosest full line; -1: there is none */
	int loosest_space_em;	    /* its mean word space, thousandths of an em */
	struct place loosest_place; /* of its first letter in the copy */
	char *loosest_text;	    /* as it stands in the line; NULL with loosest -1 */
};

struct copyfit copyfit_of(const struct paragraph *paragraph, const struct setting *setting,
			  const struct measure *measure);
void copyfit_clear(struct copyfit *copyfit);

/* Tells the desk of the paragraph's loosest line when it is looser than `space_em`, and of any
   that could not be set at all (stage 3). */
void copyfit_tell(const struct copyfit *copyfit, const struct setting *setting, int space_em,
		  struct diag *diag);

/* The text of a line without the space behind it. Caller frees. */
char *copyfit_line_text(const struct set_line *line);

#endif
