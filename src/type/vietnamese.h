/*
 * vietnamese.h - Vietnamese words in English copy
 *
 * Names, dishes and places are found by their letters, and the words beside them by
 * their shape: a Vietnamese word is one syllable, and few English words can be one.
 * They carry a language of their own, so that nothing hyphenates them and a screen
 * reader says them in Vietnamese.
 */
#ifndef TYPE_VIETNAMESE_H
#define TYPE_VIETNAMESE_H

#include <glib.h>

/* Bytes of a text, from the first letter to behind the last. */
struct vietnamese_words {
	int start, end;
};

/* Runs of Vietnamese words in an English text, in order. `listed` holds small words that are none whatever
   their letters, as the layout's `hyphens` do; may be NULL. NULL where there are none; caller unrefs. */
GArray *vietnamese_find(const char *text, int length, GHashTable *listed);

/* Could it be a Vietnamese syllable, tone marks aside? */
gboolean vietnamese_is_syllable(const char *word, int length);

#endif
