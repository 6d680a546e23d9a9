/*
 * sense.h - where a headline turns without losing its sense
 *
 * Used by type/ only.
 */
#ifndef TYPE_SENSE_H
#define TYPE_SENSE_H

#include "type/keep.h"

/* Two words that a reader takes for one: "phát triển", "prime minister". Lower case; shared,
   NULL-terminated; "vi" or "en". */
const char *const *sense_compounds(const char *language);

/* What it costs to turn the line between the two words. Unit as in linebreak.h. `compounds`
   extends the language's own list by the layout's; may be NULL. */
double sense_cost(const struct keep_pair *pair, const char *language, const char *const *compounds);

#endif
