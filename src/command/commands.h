/*
 * commands.h - one function a command; each gives the exit code
 */
#ifndef COMMAND_COMMANDS_H
#define COMMAND_COMMANDS_H

#include "command/options.h"

int build_run(const struct options *options);
int check_run(const struct options *options);
/* 'check --audit': a published edition held against its copy. */
int audit_run(const struct options *options);
int proof_run(const struct options *options);
int lock_run(const struct options *options);
int unlock_run(const struct options *options);
int new_run(const struct options *options);
int fonts_run(const struct options *options);

/* The whole program. */
int command_run(int argc, char **argv);

#endif
