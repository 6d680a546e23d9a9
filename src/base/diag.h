/*
 * diag.h - what the desk must be told
 *
 * Faults in the copy are collected here, each with a code out of one catalogue
 * (diag_codes.def), a place and a text that says what is wrong and what to do.
 * The build goes on with a visible fallback. What makes going on impossible
 * (disk, library) is a GError instead; the two are never mixed.
 *
 * Order of messages is the order of adding; one thread adds.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <glib.h>

/* Where in the copy: `file` is relative to the edition folder (or as the user
   named it, for layouts) and interned; line and column count from 1, 0 means
   the whole file. Columns count characters, not bytes. */
struct place {
	const char *file;
	int line, column;
};

struct place place_in(const char *file, int line, int column);

enum diag_severity {
	DIAG_NOTE,    /* worth knowing, nothing was changed */
	DIAG_WARNING, /* someone should look; exit code stays */
	DIAG_ERROR,   /* something faulty was left out or replaced: exit 3 */
	DIAG_FATAL,   /* nothing may be published: the code's own exit code */
};

enum diag_code {
#define DIAG(NAME, slug, severity, exit_code) DIAG_##NAME,
#include "base/diag_codes.def"
#undef DIAG
	DIAG_CODE_COUNT
};

struct diag_message {
	enum diag_code code;
	enum diag_severity severity;
	struct place place;
	char *text;
};

struct diag {
	GPtrArray *messages; /* of struct diag_message */
};

struct diag *diag_new(void);
void diag_free(struct diag *diag);

/* The text is one line: what is wrong, then what to do. */
void diag_add(struct diag *diag, enum diag_code code, struct place place, const char *format, ...)
	G_GNUC_PRINTF(4, 5);

/* The same with a severity that the house chose for this code. */
void diag_add_as(struct diag *diag, enum diag_code code, enum diag_severity severity, struct place place,
		 const char *format, ...) G_GNUC_PRINTF(5, 6);

/* Says all messages of `said` once more. */
void diag_repeat(struct diag *diag, const struct diag *said);

/* Moves the messages of `from` behind those of `diag`; none stays graver than at_most. */
void diag_move(struct diag *diag, struct diag *from, enum diag_severity at_most);

const char *diag_code_slug(enum diag_code code); /* "photo-missing" */
enum diag_severity diag_code_severity(enum diag_code code);
const char *diag_severity_word(enum diag_severity severity);

guint diag_count(const struct diag *diag, enum diag_severity at_least);

/* 0, 3, or the exit code of the first fatal message (65 when its code has none); with `strict` an error
   counts as 65. */
int diag_exit_code(const struct diag *diag, gboolean strict);

/* "file:line:column: warning: text [code]" without a newline; caller frees. */
char *diag_message_line(const struct diag_message *message);

/* The candidate nearest to `word` by edit distance, or NULL when none is near
   enough to be what was meant. `candidates` is NULL-terminated. */
const char *diag_nearest(const char *word, const char *const *candidates);

#endif
