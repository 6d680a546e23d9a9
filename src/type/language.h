/*
 * language.h - which language a paragraph reads as
 *
 * A story has one language, but carries paragraphs of the other: found by their
 * letters, so that English is hyphenated and Vietnamese is not.
 */
#ifndef TYPE_LANGUAGE_H
#define TYPE_LANGUAGE_H

#include <glib.h>

/* Letters that Vietnamese has and English has not: ăâđêôơư and all with a tone mark. */
gboolean language_is_vietnamese_letter(gunichar letter);

/* "en" or "vi" by the words that are no names, or what the copy says (`said`) when
   they are too few to tell or `said` is another language. Interned. */
const char *language_of(const char *text, const char *said);

#endif
