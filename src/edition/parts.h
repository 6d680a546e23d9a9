/*
 * parts.h - new, empty pieces of an edition; all are freed by edition_free()
 *
 * Private to this floor. Lists that a piece holds are there and empty.
 */
#ifndef EDITION_PARTS_H
#define EDITION_PARTS_H

#include "edition/edition.h"

struct edition *edition_new(void);
struct story *story_new(const char *file);
struct picture *picture_new(void);
void supplement_free(gpointer supplement);
struct plan_page *plan_page_new(const char *label);
GArray *spans_new(void);     /* of struct span */
GPtrArray *blocks_new(void); /* of struct block */

extern const char *const story_kind_words[]; /* by enum story_kind, NULL-terminated */

#endif
