/*
 * plan.h - pages that the desk has decided: constraints of the same search
 */
#ifndef MAKEUP_PLAN_H
#define MAKEUP_PLAN_H

#include "makeup/pagination.h"

const struct plan_page *plan_of_page(const struct edition *edition, const char *label);
/* The plan of a run's page with that number. */
const struct plan_page *plan_of_number(const struct edition *edition, int number);
/* What the plan says of a story on a page; NULL when it does not name it. */
const struct plan_story *plan_of_story(const struct plan_page *plan, const struct story *story);

gboolean plan_leads(const struct plan_page *plan, const struct story *story);
/* Among its stories, or as its lead. */
gboolean plan_wants(const struct plan_page *plan, const struct story *story);
/* As the lead of any page. */
gboolean plan_has_lead(const struct edition *edition, const struct story *story);

/* Fixes the columns that the plan asks for. */
void plan_fix_take(struct take *take, const struct plan_page *plan);

/* Brings planned stories to their corners, the lead to the top left, by turning cuts round; the page stays as
 * full as it was. */
void plan_turn_tree(const struct cast *cast, struct slice_node *tree, const struct plan_page *plan);

/* Makes the pages whose stories the plan names and takes them out of the casts; NULL-free. What cannot be
   met is told to diag with the nearest widths that could. Caller owns the pages. */
GPtrArray *plan_make_pages(const struct stone *stone, GPtrArray *casts, GPtrArray *takes);

#endif
