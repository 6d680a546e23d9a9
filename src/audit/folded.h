/*
 * folded.h - text reduced to what a reader would call its words
 *
 * Copy and page are compared letter by letter. What the house's typography may
 * change is made the same on both sides: quotation marks have one form, a dash
 * or hyphen is '-' whatever its length and the spaces around it, an ellipsis is
 * three stops, a line-end hyphen (soft) and a bullet are nothing. Where one word
 * ends and the next begins is kept with the letter that begins it.
 */
#ifndef AUDIT_FOLDED_H
#define AUDIT_FOLDED_H

#include <glib.h>

enum letter_before {
	BEFORE_NOTHING, /* the letter goes on with the word */
	BEFORE_SPACE,
	BEFORE_ANYTHING, /* a line ended there, or a dash stands there */
};

struct letter {
	gunichar is;
	guint8 before; /* enum letter_before */
	int source;    /* the caller's number for the piece of text it came with */
};

/* Letters and what is pending before the next one. */
struct folded {
	GArray *letters; /* struct letter */
	enum letter_before pending;
	gboolean glued; /* a soft hyphen came last */
};

struct folded *folded_new(void);
void folded_free(struct folded *folded);

void folded_add(struct folded *folded, const char *text, int source);
void folded_end_word(struct folded *folded);
/* The next letter begins a line: a word may go on there. */
void folded_end_line(struct folded *folded);

guint folded_length(const struct folded *folded);
const struct letter *folded_at(const struct folded *folded, guint index);
/* How many letters of `a` from `from` are those of `b` from `at`; words part at the same places. `any_case`
   compares letters without case and does not ask where words part. */
guint folded_run(const struct folded *a, guint from, const struct folded *b, guint at, gboolean any_case);
gboolean folded_same(const struct folded *a, const struct folded *b);
/* The letters from `from` to before `end`, words parted by single spaces, for messages. Caller frees. */
char *folded_excerpt(const struct folded *folded, guint from, guint end);

#endif
