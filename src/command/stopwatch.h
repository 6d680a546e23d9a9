/*
 * stopwatch.h - times and memory of one run: run.json, the only file that may
 * differ between two builds of the same copy
 */
#ifndef COMMAND_STOPWATCH_H
#define COMMAND_STOPWATCH_H

#include <glib.h>

struct stopwatch;

struct stopwatch *stopwatch_start(void);
void stopwatch_free(struct stopwatch *stopwatch);
/* A stage begins here; the one before it ends. A stage named again goes on. */
void stopwatch_stage(struct stopwatch *stopwatch, const char *stage);
/* "read 0.012, make-up 0.440": seconds of each stage until now. Caller frees. */
char *stopwatch_text(struct stopwatch *stopwatch);
char *stopwatch_json(struct stopwatch *stopwatch, int jobs);

#endif
