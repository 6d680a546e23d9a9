/*
 * plan.h - what the desk has decided about pages
 */
#ifndef EDITION_PLAN_H
#define EDITION_PLAN_H

#include "edition/loading.h"

/* pages: and plan: into the edition; ids in the plan are those written there. */
void plan_read(struct loading *loading);

/* Stories that take another's place do so; an id that no story has is told. */
void plan_resolve(struct loading *loading);

/* Whether a story of this id is planned for any page, as its lead or among its stories. */
gboolean plan_names(const struct edition *edition, const char *id);
/* What `pages:` says; auto where it is omitted. */
struct pages_rule plan_pages_rule(const struct loading *loading, const struct yaml_node *node);

#endif
