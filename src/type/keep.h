/*
 * keep.h - words that belong together
 *
 * Used by type/ only. A preference, not a no-break space: what it costs to end
 * a line between two words.
 */
#ifndef TYPE_KEEP_H
#define TYPE_KEEP_H

#include <glib.h>

/* Two neighbouring words of a text and nothing but a space between them. Not terminated. */
struct keep_pair {
	const char *before, *after;
	int before_length, after_length;
};

/* The words around a space: the line would end at byte `end`, the next start at byte `start`. */
struct keep_pair keep_pair_at(const char *text, int length, int end, int start);

/* 0: nothing binds them. Unit as in linebreak.h. */
double keep_cost(const struct keep_pair *pair);

/* A dash that stands as a word. */
gboolean keep_is_dash(const char *word, int length);

/* Is the word, case and closing punctuation aside, one of the NULL-terminated list? */
gboolean keep_word_is(const char *word, int length, const char *const *list);

#endif
