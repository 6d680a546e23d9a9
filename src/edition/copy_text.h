/*
 * copy_text.h - copy made fit for setting
 *
 * What no page can show is dropped: control characters, characters that turn
 * the direction of other text, more than eight marks on one letter. In a file
 * as a whole they are first changed to COPY_TEXT_GONE, one for one, so that
 * lines and columns still hold; the pieces taken out of it then lose it.
 */
#ifndef EDITION_COPY_TEXT_H
#define EDITION_COPY_TEXT_H

#include "base/diag.h"

#define COPY_TEXT_GONE 0xFDD0

/* `text` is valid UTF-8. Tells the first of a kind and how many there are. Caller frees. */
char *copy_text_screen(const char *text, gsize length, const char *file, struct diag *diag);

/* A piece of copy: nothing dropped is left, NFC, line ends and tabs are spaces. Caller frees. */
char *copy_text_clean(const char *text, struct place place, struct diag *diag);
/* The same without white space at its ends. */
char *copy_text_line(const char *text, struct place place, struct diag *diag);
/* The same, but line ends stay: each line without white space at its ends, empty lines left out. */
char *copy_text_lines(const char *text, struct place place, struct diag *diag);

/* Words: runs between white space that hold a letter or a figure. */
int copy_text_words(const char *text);

/* Letters and figures folded to lower case, one space between words, nothing else:
   two texts that a reader takes for the same compare equal. Caller frees. */
char *copy_text_fold(const char *text);

#endif
