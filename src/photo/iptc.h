/*
 * iptc.h - captions in the old way: IPTC-IIM inside Photoshop's resources
 */
#ifndef PHOTO_IPTC_H
#define PHOTO_IPTC_H

#include "photo/envelope.h"

struct iptc_fields {
	char *headline, *caption, *credit, *date, *copyright; /* UTF-8, or NULL; caller frees */
	gboolean newer; /* changed after the XMP was written (Photoshop's digest) */
};

/* Never fails: what cannot be read counts as absent. */
void iptc_read(struct extract resources, struct iptc_fields *fields);
void iptc_clear(struct iptc_fields *fields);

/* Bytes of an unnamed encoding: UTF-8 where they are that, else Windows-1252. */
char *iptc_text(const guint8 *data, gsize length);

#endif
