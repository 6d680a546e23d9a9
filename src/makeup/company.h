/*
 * company.h - which stories stand together: boxes with their story, briefs in runs
 */
#ifndef MAKEUP_COMPANY_H
#define MAKEUP_COMPANY_H

#include "makeup/take.h"

/* Whether the story is made up with the one it belongs to, and not by itself. */
gboolean company_is_boxed(const struct stone *stone, const struct story *story);

/* Adds the boxes of its story to a take. New takes are owned by `takes`. Those that do not go with it are
   appended to `alone`, to be made up by themselves. */
void company_add_boxes(const struct stone *stone, struct take *take, GPtrArray *takes, GPtrArray *alone);

/* Of a section's takes, briefs are gathered under one label where there are enough of them. */
void company_join_briefs(const struct stone *stone, GPtrArray *of_section);

/* Of all takes that share pages, briefs that stand by themselves are gathered, without a label, where there
   are so many small ones that the stories weighed together for a page would not fill it. */
void company_gather_briefs(const struct stone *stone, GPtrArray *takes);

#endif
