/*
 * excerpt.h - the line of copy that a message is about, with a caret under the place
 */
#ifndef COMMAND_EXCERPT_H
#define COMMAND_EXCERPT_H

#include <glib.h>

#include "base/diag.h"

/* Two lines for a terminal, or NULL when the place names no line that can be read. `copy` is the folder
   that the file is named from. What could steer a terminal is replaced. Caller frees. */
char *excerpt_of(const char *copy, const struct place *place, gboolean colours);

#endif
