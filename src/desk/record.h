/*
 * record.h - what the next proof must know of this one
 */
#ifndef DESK_RECORD_H
#define DESK_RECORD_H

#include "desk/desk.h"

struct record_page {
	char *label;
	char *picture; /* name in the proof's folder; equal names are equal pictures */
	int width_px, height_px;
};

struct record_story {
	char *id, *headline;
	int outcome;	  /* enum story_outcome */
	GPtrArray *pages; /* char *: labels */
	int lines;
	GPtrArray *text; /* char *: paragraphs, heads first */
};

struct record {
	GPtrArray *pages;   /* struct record_page */
	GPtrArray *stories; /* struct record_story */
};

struct record *record_of(const struct proof *proof);
/* Caller frees. */
char *record_json(const struct record *record);

const struct record_page *record_find_page(const struct record *record, const char *label);
const struct record_story *record_find_story(const struct record *record, const char *id);

#endif
