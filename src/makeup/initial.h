/*
 * initial.h - the large first letter of a story
 *
 * Set where the style asks for one: at the head of a feature or a column that has
 * no dateline. The lines beside it are narrower, so the paragraph is set anew and
 * its line counts stay exact; a leg never ends beside the letter.
 */
#ifndef MAKEUP_INITIAL_H
#define MAKEUP_INITIAL_H

#include "makeup/galley.h"

gboolean initial_is_wanted(const struct story *story, const struct text_style *style);

/* Gives the element its letter and sets its paragraph again; leaves it as it is where the copy
   starts with no letter that can stand large, or is too short to stand beside one. */
void initial_set(const struct stone *stone, struct element *element, const GArray *runs);

#endif
