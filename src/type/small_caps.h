/*
 * small_caps.h - whether a text can be set in small capitals
 *
 * Used by type/ only. Few faces have small capitals for every Vietnamese letter, and a
 * word half in small capitals is worse than none: such a text is set as written.
 */
#ifndef TYPE_SMALL_CAPS_H
#define TYPE_SMALL_CAPS_H

#include "type/text_in.h"

/* Tells the first letter that a face has no small capital for, once a face. */
gboolean small_caps_has_all(const struct typesetter *typesetter, const struct text_in *in);

#endif
