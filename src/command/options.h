/*
 * options.h - the command line as one table
 *
 * Parsing, --help, the manual page and the shells' completions all come from the
 * rows of options.c. A row that is not built yet is still read and checked.
 */
#ifndef COMMAND_OPTIONS_H
#define COMMAND_OPTIONS_H

#include <glib.h>
#include <stddef.h>

/* Exit codes that are not a diag code's own (formats.md). */
enum exit_code {
	EXIT_DONE = 0,
	EXIT_DONE_WITH_FAULTS = 3,
	EXIT_USAGE = 64,
	EXIT_BAD_INPUT = 65,
	EXIT_NO_INPUT = 66,
	EXIT_NOT_THERE = 69,
	EXIT_OUR_MISTAKE = 70,
	EXIT_CREATE = 73,
	EXIT_IO = 74,
	EXIT_LOCKED = 75,
	EXIT_INTERRUPTED = 130,
};

enum command {
	COMMAND_NONE,
	COMMAND_BUILD,
	COMMAND_CHECK,
	COMMAND_LOCK,
	COMMAND_UNLOCK,
	COMMAND_PROOF,
	COMMAND_IMPORT,
	COMMAND_NEW,
	COMMAND_FONTS,
	COMMAND_HELP,
	COMMAND_COUNT
};

struct options {
	enum command command;
	char **operands; /* NULL-terminated, borrowed from argv */
	const char *out, *layouts, *fonts, *audit, *into, *serve, *sandbox, *explain;
	int jobs, timeout; /* 0: not given */
	gboolean json, quiet, verbose, help, version;
	gboolean draft, no_pages, no_cache, strict, trace, watch;
	char **argv; /* owned; what the strings above point into */
};

struct command_row {
	const char *name, *operands, *says;
	int least, most; /* operands; most -1: any number */
	gboolean not_built_yet;
};

enum option_value { VALUE_NONE, VALUE_TEXT, VALUE_OPTIONAL, VALUE_COUNT };

struct option_row {
	const char *name;
	char letter;		/* or 0 */
	const char *value_name; /* "DIR", or NULL */
	enum option_value value;
	unsigned commands; /* bits 1 << enum command; 0: all */
	size_t field;	   /* in struct options */
	const char *words; /* "auto|require|off", or NULL */
	gboolean not_set_yet;
	const char *says;
};

/* Indexed by enum command; COMMAND_NONE is the program itself. */
extern const struct command_row command_rows[COMMAND_COUNT];
extern const struct option_row option_rows[];
extern const int option_row_count;

gboolean option_is_of(const struct option_row *row, enum command command);

/* FALSE for wrong usage; *complaint then says what is wrong and what to try (caller frees).
   options_clear frees what a parse has made, also after FALSE. */
gboolean options_parse(struct options *options, int argc, char **argv, char **complaint);
void options_clear(struct options *options);

#endif
