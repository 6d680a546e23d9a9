/*
 * interrupt.h - Ctrl-C ends the work between two steps, with nothing half done
 */
#ifndef COMMAND_INTERRUPT_H
#define COMMAND_INTERRUPT_H

#include <glib.h>

/* SIGINT, SIGTERM and SIGHUP are noted once; a second one ends the program at once. */
void interrupt_watch(void);
/* 0, or the exit code for the signal that came: 128 and its number. */
int interrupt_code(void);

#endif
