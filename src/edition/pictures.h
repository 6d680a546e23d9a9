/*
 * pictures.h - the photographs of a story, and what their files say
 */
#ifndef EDITION_PICTURES_H
#define EDITION_PICTURES_H

#include "edition/loading.h"

extern const struct schema_key pictures_schema[]; /* of one entry of photos: */

/* A picture file looked at once, however often it is named. */
struct found_picture {
	int holders;
	char sha256[65]; /* of the file; empty when it could not be read */
	gboolean usable;
	struct photo_facts facts;
	struct photo_metadata *metadata; /* or NULL */
	enum intake_fault fault;	 /* when it could not be read */
	gboolean unfit;			 /* read, but no picture that can be used */
	char *why;			 /* when not usable */
};
const struct found_picture *pictures_find(struct loading *loading, const char *file);
void pictures_forget(gpointer found_picture);

/* `list` is the checked value of photos:, or NULL. A picture that cannot be used
   stays in the story with usable FALSE. */
void pictures_read(struct loading *loading, const struct yaml_node *list, struct story *story);
/* The portraits that bylines name, after the photographs. */
void pictures_read_portraits(struct loading *loading, struct story *story);

#endif
