/*
 * prints.h - the photographs of finished pages
 *
 * In:     pages; the edition whose files they name
 * Out:    page_photo_key() → struct photo_print, as painters want it
 * Fails:  a picture that cannot be used is told, struck from the edition, and the
 *         pages must be made up again without it
 */
#ifndef COMMAND_PRINTS_H
#define COMMAND_PRINTS_H

#include "edition/edition.h"
#include "makeup/decision.h"
#include "page/page.h"

struct prints {
	GHashTable *by_key;
	int failed; /* renderings that could not be made */
	guint told; /* messages added: one a picture struck from the edition */
};

struct prints *prints_make(const struct paper *paper, struct edition *edition, int jobs,
			   struct photo_cache *cache, struct diag *diag);
void prints_free(struct prints *prints);

/* Tells the fault at the picture and takes the picture out of use; fatal for one that must run. */
void prints_strike(struct picture *picture, const GError *fault, struct diag *diag);

/* Fills in what is known after the render: bytes, and whether the file went in as it is. */
void prints_into(const struct prints *prints, struct decisions *decisions);

#endif
