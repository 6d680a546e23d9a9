/*
 * encode.h - pixels as a JPEG
 */
#ifndef PHOTO_ENCODE_H
#define PHOTO_ENCODE_H

#include "photo/photo.h"
#include "photo/raster.h"

enum encode_care {
	ENCODE_QUICK, /* to look at the loss only: same pixels, more bytes */
	ENCODE_FINAL, /* progressive, with tables made for it */
};

/* 1 or 3 components, colour at half the resolution of the luma. */
GBytes *encode_jpeg(const struct raster *raster, int quality, enum encode_care care, GError **error);

#endif
