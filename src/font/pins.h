/*
 * pins.h - fonts.yaml read: which file stands for which role
 *
 * Used by fontbook.c only.
 */
#ifndef FONT_PINS_H
#define FONT_PINS_H

#include <glib.h>

#include "base/diag.h"

struct font_pin {
	const char *role;     /* interned */
	char *family, *style; /* "" when the list does not say */
	char *package;	      /* "" for a paper's own font */
	char *file;	      /* name without folder */
	char *sha256;	      /* lower case; NULL: not checked */
	char *path;	      /* where the file is; NULL when it is nowhere */
	struct place place;   /* of the entry */
};

/* Reads `fonts`/fonts.yaml and looks for each file beside it and in the folders it
   names. NULL when the list cannot be used; a file that is nowhere is told and has no
   path. Caller frees with g_ptr_array_unref. */
GPtrArray *pins_read(const char *fonts, struct diag *diag);

#endif
