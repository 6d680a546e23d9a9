/*
 * press.h - what CMYK without a profile looks like in print
 *
 * A model of offset printing on coated paper with the solids of ISO 12647-2
 * (Neugebauer primaries, Yule-Nielsen, dot gain), as a profile for lcms2.
 * Samples are ink: 0 none, 255 solid.
 */
#ifndef PHOTO_PRESS_H
#define PHOTO_PRESS_H

#include <lcms2.h>

/* NULL when memory runs out; close with cmsCloseProfile. */
cmsHPROFILE press_profile(cmsContext context);

#endif
