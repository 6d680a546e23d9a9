/*
 * likeness.h - all that decides which boxes a take fits, and at what cost
 *
 * Two takes of one likeness have one shape table.
 */
#ifndef MAKEUP_LIKENESS_H
#define MAKEUP_LIKENESS_H

#include "makeup/take.h"

/* What setting.c, legs.c and terms.c ask of a take must stand in it. Caller unrefs. */
GBytes *likeness_of(const struct stone *stone, const struct take *take, gboolean may_jump);

#endif
