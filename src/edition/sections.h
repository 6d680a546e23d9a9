/*
 * sections.h - the sections of the paper, and which one a story belongs to
 */
#ifndef EDITION_SECTIONS_H
#define EDITION_SECTIONS_H

#include "edition/loading.h"

/* From `sections:`; none when the house has none yet. */
void sections_read(struct loading *loading);

/* By name, or by the name of one of its subsections (then *subsection is that
   name); letter case, marks and punctuation do not matter. -1 when there is none. */
int sections_find(const struct edition *edition, const char *name, const char **subsection);

/* The section with that name; a new one at the end of the paper when there is
   none, told as a warning when the house names its sections. */
int sections_find_or_add(struct loading *loading, const char *name, struct place place,
			 const char **subsection);

/* The section for a story in that file: of the innermost folder that is named
   like one ("politics" for Politics & Law). -1 when there is none. */
int sections_of_folder(const struct edition *edition, const char *file, const char **subsection);
/* The same for a section that the paper need not name. */
int sections_add_quietly(struct edition *edition, const char *name, struct place place);

#endif
