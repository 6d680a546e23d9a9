/*
 * story_list.h - which files are the day's stories, and in what order
 */
#ifndef EDITION_STORY_LIST_H
#define EDITION_STORY_LIST_H

#include "edition/loading.h"

struct listed_story {
	char *file;
	int section;	    /* that its list names; -1 when no list does */
	char *subsection;   /* or NULL */
	int order;	    /* place in its list */
	struct place place; /* where it is listed */
};

/* From `stories:`, or every *.md of the folder. NULL when the folder cannot be
   walked (told). The caller unrefs; elements own their strings. */
GArray *story_list_make(struct loading *loading);

#endif
