/*
 * front_matter.h - the YAML over a story into its fields
 */
#ifndef EDITION_FRONT_MATTER_H
#define EDITION_FRONT_MATTER_H

#include "edition/loading.h"

extern const struct yaml_codes front_matter_codes;

/* Every field but section and pictures. A value that a default can stand for is
   told and passed over. FALSE when the story cannot be printed so (told). */
gboolean front_matter_read(struct loading *loading, const struct yaml_node *map, struct story *story);

/* Whether front matter that is no YAML says, on a line of its own, that the
   story must run: then its loss is not taken lightly. */
gboolean front_matter_claims_must(const char *text);

#endif
