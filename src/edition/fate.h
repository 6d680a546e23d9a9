/*
 * fate.h - what becomes of each story before make-up sees it
 */
#ifndef EDITION_FATE_H
#define EDITION_FATE_H

#include "edition/loading.h"

/* After plan_resolve(): must (also when implied), fate and why of every story. */
void fate_decide(struct loading *loading);

#endif
