/*
 * module.h - one story in its box as items of the page
 */
#ifndef MAKEUP_MODULE_H
#define MAKEUP_MODULE_H

#include "makeup/inking.h"
#include "makeup/pagination.h"

/* Rules to the neighbours, head, pictures, legs. Adds the part to the story's decision. */
void module_ink(struct forme *forme, const struct made_page *made, const struct placed_take *placed);

/* Name of the destination of a story: "story/society/ferry-link". Caller frees. */
char *module_destination(const struct story *story);
struct story_decision *module_decision(struct forme *forme, const struct story *story);

#endif
