/*
 * names.h - the same name with other marks, within one edition
 */
#ifndef DESK_NAMES_H
#define DESK_NAMES_H

#include "edition/edition.h"

/* Two or more capitalised syllables that stand once with these marks and once with those, in copy of the
   same language. Told at the rarer spelling. */
void names_check(const struct edition *edition, struct diag *diag);

/* Letters without their marks, small; caller frees. "Trần Đức" → "tran duc". */
char *names_fold(const char *name);

#endif
