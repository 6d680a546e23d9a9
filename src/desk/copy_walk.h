/*
 * copy_walk.h - every piece of text of a story, with its place
 */
#ifndef DESK_COPY_WALK_H
#define DESK_COPY_WALK_H

#include "edition/edition.h"

enum copy_kind { COPY_HEAD, COPY_CAPTION, COPY_BODY, COPY_QUOTATION, COPY_NAME };

/* Headline, deck, standfirst, captions, blocks and bylines, in reading order; a block's text is that of
   all its spans, and its place is the first one's. */
void copy_walk(const struct story *story,
	       void (*visit)(enum copy_kind kind, const char *text, struct place place, gpointer data),
	       gpointer data);

#endif
