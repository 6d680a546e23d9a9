/*
 * profile.h - the colour profile of the output intent
 */
#ifndef PAINT_PDF_PROFILE_H
#define PAINT_PDF_PROFILE_H

#include <glib.h>

/* sRGB as an ICC profile, the same bytes in every run; NULL when lcms fails. Caller unrefs. */
GBytes *profile_srgb(void);

#endif
