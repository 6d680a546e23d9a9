/*
 * places.h - where stories, photographs and lines of copy stand on finished pages
 */
#ifndef DESK_PLACES_H
#define DESK_PLACES_H

#include "desk/desk.h"

/* The box of a story's part, from the page's grid. */
struct rect places_part(const struct desk_grid *grid, const struct story_part *part);

/* Index into the sheets; -1 when no page is called so. */
int places_sheet(const struct proof *proof, const char *label);
const struct story_decision *places_decision(const struct proof *proof, const char *story);
/* Index into the edition's stories of the story that this file holds, or whose photograph it is; -1. */
int places_story_of_file(const struct edition *edition, const char *file);

/* The runs of type on all sheets by their line of copy. Caller unrefs. */
GHashTable *places_lines(const struct proof *proof);
/* Fills in where the fault's message is seen: the line of copy on its page, else the photograph, else
   the story's first part. */
void places_find(const struct proof *proof, GHashTable *lines, struct fault *fault);

/* A length in points as SVG writes it: "12.5". Caller frees. */
char *places_pt(fix length);

#endif
