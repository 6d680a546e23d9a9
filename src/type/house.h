/*
 * house.h - the paper's own typography: what is set for what was typed
 *
 * Curly quotation marks, spaced dashes, single spaces; in the set text only,
 * never in the copy. Everything else stands as written. With
 * `typography: as-written` this is not called.
 */
#ifndef TYPE_HOUSE_H
#define TYPE_HOUSE_H

#include "base/diag.h"
#include "type/paragraph.h"

/* Looks at the runs as one paragraph and points the text of each that changes to a new
   string; each change is told to `diag` (may be NULL) at its place. The strings belong to
   the array that is returned; free it with g_ptr_array_unref when the runs are shaped. */
GPtrArray *house_set(struct text_run *runs, int count, struct diag *diag);

#endif
