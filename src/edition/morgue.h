/*
 * morgue.h - pictures looked at before, for an edition that is read again and again
 *
 * As long as a file is the one that was looked at, its bytes are not read and
 * summed once more.
 */
#ifndef EDITION_MORGUE_H
#define EDITION_MORGUE_H

#include <glib.h>

struct morgue;
struct found_picture;

struct morgue *morgue_new(void);
void morgue_free(struct morgue *morgue);

/* The edition is read once more: files that no reading asked for in a while are let go. */
void morgue_begin(struct morgue *morgue);

/* What was found in the file with this name and stamp (folder.h); NULL when it is not known. The morgue's. */
struct found_picture *morgue_find(struct morgue *morgue, const char *stamp);
/* Takes part in holding it. */
void morgue_keep(struct morgue *morgue, const char *stamp, struct found_picture *found);

#endif
