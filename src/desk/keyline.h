/* Where in the copy a key stands that the desk is offered a line for: the new line goes in its place. */
#ifndef DESK_KEYLINE_H
#define DESK_KEYLINE_H

#include "edition/edition.h"

/* The story's file as it is now; NULL when it cannot be read. Caller frees. */
char *keyline_copy(const struct edition *edition, const struct story *story);

/* "society/ferry-link.md, front matter", or "…, instead of line 7", or "… lines 7–9", as the key of this line
   ("trim: false") is there or not. The copy may be NULL. Caller frees. */
char *keyline_front_matter(const char *copy, const char *file, const char *line);

/* The same for a line of the photograph whose entry begins at `place`. */
char *keyline_photograph(const char *copy, struct place place, const char *line);

#endif
