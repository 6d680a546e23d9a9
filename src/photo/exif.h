/*
 * exif.h - the few fields of EXIF that a newspaper reads
 */
#ifndef PHOTO_EXIF_H
#define PHOTO_EXIF_H

#include "photo/envelope.h"

struct exif_fields {
	int orientation;		      /* 1..8; 1 where it is absent or nonsense */
	gboolean adobe_rgb;		      /* the camera's "R03" colours */
	char *description, *copyright, *date; /* as bytes, or NULL; caller frees */
};

/* Never fails: what cannot be read counts as absent. `exif` begins with the
   TIFF header ("II" or "MM"). */
void exif_read(struct extract exif, struct exif_fields *fields);
void exif_clear(struct exif_fields *fields);

#endif
