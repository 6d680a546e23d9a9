/*
 * evening.h - the desk's evening: the proof made again at every save, and served
 *
 * One thread makes pages, the other listens to saves and browsers. While copy is broken the
 * last good pages stay, with the fault told over them.
 */
#ifndef COMMAND_EVENING_H
#define COMMAND_EVENING_H

#include "command/options.h"

/* 'proof --serve' and 'proof --watch', until Ctrl-C. Gives the exit code. */
int evening_run(const struct options *options);

#endif
