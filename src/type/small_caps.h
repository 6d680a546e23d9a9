/*
 * small_caps.h - whether a text can be set in small capitals
 *
 * Used by type/ only. Few faces have small capitals for every Vietnamese letter, and a
 * word half in small capitals is worse than none: such a text is set as written.
 */
#ifndef TYPE_SMALL_CAPS_H
#define TYPE_SMALL_CAPS_H

#include "type/text_in.h"

/* The first letter that its face has no small capital for; face is NULL where there is none. */
struct small_caps_lack small_caps_lacking(const struct text_in *in);

/* Once a face. */
void small_caps_tell(struct typesetter *typesetter, const struct small_caps_lack *lack);

#endif
