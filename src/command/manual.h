/*
 * manual.h - the option table as help, as a manual page and as completions
 *
 * All callers free.
 */
#ifndef COMMAND_MANUAL_H
#define COMMAND_MANUAL_H

#include "command/options.h"

char *manual_help(enum command command);
char *manual_page(void); /* troff, anban(1) */
/* NULL when there is no such shell: bash, zsh, fish. */
char *manual_completion(const char *shell);
char *manual_version(void);

/* "cairo 1.16.0", sorted: what this program was built with. Caller unrefs. */
GPtrArray *manual_libraries(void);

#endif
