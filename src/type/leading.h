/*
 * leading.h - how close two lines may stand before their ink meets
 *
 * For headlines, decks and captions: body copy keeps to the grid.
 */
#ifndef TYPE_LEADING_H
#define TYPE_LEADING_H

#include "type/paragraph.h"

/* The style's leading, opened where glyphs of the two lines that overlap sideways would come
   nearer than `apart`. Both lines start at the same left edge. */
fix leading_between(const struct set_line *above, const struct set_line *below, fix leading, fix apart);

#endif
