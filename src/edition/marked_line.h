/*
 * marked_line.h - *emphasis* in a line of the front matter
 *
 * A standfirst, a deck and a caption may stress words as the body does; all else in
 * them stands as it was written.
 */
#ifndef EDITION_MARKED_LINE_H
#define EDITION_MARKED_LINE_H

#include "edition/edition.h"

/* Parts copy->text into copy->spans and leaves the words alone in it; nothing happens to
   copy that stresses nothing. Tells what cannot be parsed. */
void marked_line_read(struct copy *copy, struct diag *diag);

#endif
