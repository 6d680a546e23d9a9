/*
 * jpeg_trouble.h - libjpeg's errors as ours
 *
 * libjpeg leaves a failed call by a jump. Put `trouble` first in the struct that
 * holds everything to be freed, call setjmp(trouble.back) once before the first
 * call that can fail, and keep no state in local variables across it.
 */
#ifndef PHOTO_JPEG_TROUBLE_H
#define PHOTO_JPEG_TROUBLE_H

#include <stdio.h>

#include <jpeglib.h>
#include <setjmp.h>

#include "photo/photo.h"

struct jpeg_trouble {
	struct jpeg_error_mgr manager;
	jmp_buf back;
	char text[JMSG_LENGTH_MAX];
};

/* For cinfo->err. Warnings that mean lost picture data are errors. */
struct jpeg_error_mgr *jpeg_trouble_catch(struct jpeg_trouble *trouble);
void jpeg_trouble_say(const struct jpeg_trouble *trouble, GError **error);

#endif
