/*
 * hyphenate.h - where an English word may be divided
 *
 * After:  the patterns of Debian's hyphen-en-gb (they divide by root) through
 *         libhyphen, at least two letters left and three right; the layout's
 *         exceptions win
 */
#ifndef TYPE_HYPHENATE_H
#define TYPE_HYPHENATE_H

#include <glib.h>

#define HYPHENATOR_DICTIONARY "/usr/share/hyphen/hyph_en_GB.dic"
#define HYPHENATE_LEFT	      2
#define HYPHENATE_RIGHT	      3

struct hyphenator;

/* exceptions: lower-case word → the word with '-' where it may be divided (none:
   never); may be NULL. NULL when the patterns cannot be read. */
struct hyphenator *hyphenator_new(GHashTable *exceptions);
void hyphenator_free(struct hyphenator *hyphenator);

/* A place inside a word where a hyphen may be set. */
struct hyphen_point {
	int at;		 /* byte of the text: the hyphen stands before it */
	int left, right; /* letters of the word on its two sides */
};

/* Appends the points of text[start..end), which is in one language, to `points`.
   Names (capitalised, unless the exceptions have them), words with letters that are not English, with figures
   or shorter than five letters are left whole. `last_word` is the byte where
   the paragraph's last word starts; it is left whole too. */
void hyphenate_text(struct hyphenator *hyphenator, const char *text, int start, int end, int last_word,
		    GArray *points);

#endif
