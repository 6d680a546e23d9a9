/*
 * story_check.h - what a story says twice, or not at all
 */
#ifndef EDITION_STORY_CHECK_H
#define EDITION_STORY_CHECK_H

#include "edition/loading.h"

/* FALSE when the story has no text where its kind needs some (told). A dateline
   or sign-off that the body already carries is taken off the story (told). */
gboolean story_check(struct loading *loading, struct story *story);

#endif
