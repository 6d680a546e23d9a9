/*
 * wire.h - what the program says while it works
 *
 * Messages go to standard error, results to standard output; with --json every
 * event is a line of JSON on standard output. Texts are UTF-8 whatever the locale.
 */
#ifndef COMMAND_WIRE_H
#define COMMAND_WIRE_H

#include <glib.h>

#include "base/diag.h"
#include "command/options.h"

struct wire {
	gboolean json;
	enum diag_severity from; /* messages below it are only counted */
	gboolean stages;	 /* name each stage on standard error */
	gboolean terminal;	 /* standard error is one: progress, and the line of copy under a message */
	gboolean colours;
	const char *copy; /* the edition folder that files of messages lie in, or NULL */
};

struct wire wire_open(const struct options *options);

void wire_stage(const struct wire *wire, const char *stage);
/* How far long work has come: `done` of `all`. Only on a terminal. */
void wire_progress(const struct wire *wire, const char *what, int done, int all);
void wire_message(const struct wire *wire, const struct diag_message *message);
void wire_messages(const struct wire *wire, const struct diag *diag);
/* What made going on impossible, or a hint: one sentence. */
void wire_failure(const struct wire *wire, const char *text);
/* A result for a reader; not under --json. */
void wire_result(const struct wire *wire, const char *text);
/* Where a browser finds the proof: an event under --json. */
void wire_served(const struct wire *wire, const char *address);
/* The last event: the exit code, and where the edition is (NULL: nowhere). */
void wire_end(const struct wire *wire, int exit_code, const char *published);

/* FALSE when standard output could not take what was written. */
gboolean wire_flush(void);

#endif
