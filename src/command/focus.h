/*
 * focus.h - where the eye goes first in photographs that nobody gave a focus
 *
 * In:     the edition as read; the cache of earlier builds, or NULL
 * Out:    focus and focus_from of its pictures; from then on the edition is const
 * Fails:  a photograph that turns out to be broken is told and struck, so that
 *         make-up never counts on it
 */
#ifndef COMMAND_FOCUS_H
#define COMMAND_FOCUS_H

#include "edition/edition.h"

void focus_guess(struct edition *edition, int jobs, struct photo_cache *cache, struct diag *diag);

#endif
