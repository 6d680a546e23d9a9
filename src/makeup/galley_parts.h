/*
 * galley_parts.h - what the files of a galley share
 *
 * Used by galley*.c only.
 */
#ifndef MAKEUP_GALLEY_PARTS_H
#define MAKEUP_GALLEY_PARTS_H

#include "makeup/galley.h"

/* Without a paragraph or choices yet; the galley it is added to frees it. */
struct element *element_new(const struct block *block, enum mark_role role, const struct text_style *style);
/* Its paragraph in the width less its inset. */
void element_set(const struct stone *stone, struct element *element, const GArray *runs, fix width);
/* The heights of a paragraph that is set. */
void element_add_choices(const struct stone *stone, struct element *element);

/* galley_ends.c: the byline, and where the copy begins. */
void galley_add_byline(const struct stone *stone, struct galley *galley);
/* Author, code and see-also lines, which stay however much is trimmed, and the web address, which goes. */
void galley_add_tail(const struct stone *stone, struct galley *galley);

#endif
