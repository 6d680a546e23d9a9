/*
 * slug.h - names as they stand in addresses and file names
 */
#ifndef EDITION_SLUG_H
#define EDITION_SLUG_H

#include <glib.h>

/* "Đời sống & Luật" → "doi-song-luat": đ is d, marks are dropped, everything but
   a–z and 0–9 becomes one '-'. May be empty. Caller frees. */
char *slug_of(const char *name);

/* Of an edition: without a leading The, A or An, then the date, then "-e2" for a
   second edition. Caller frees. */
char *slug_of_edition(const char *name, int year, int month, int day, int number);

#endif
