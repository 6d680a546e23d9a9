/*
 * story_parse.h - one file of copy into a story
 */
#ifndef EDITION_STORY_PARSE_H
#define EDITION_STORY_PARSE_H

#include "edition/loading.h"
#include "edition/story_list.h"

/* Always a story: with FATE_REJECTED and its reason when it cannot be printed
   (told). must is what the file itself says. Owned by the caller. */
struct story *story_parse(struct loading *loading, const struct listed_story *listed);

/* From bytes already read; for story_parse() and the fuzzer. */
void story_parse_bytes(struct loading *loading, struct story *story, GBytes *bytes);

#endif
