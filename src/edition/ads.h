/*
 * ads.h - paid advertisements and the house's own
 */
#ifndef EDITION_ADS_H
#define EDITION_ADS_H

#include "edition/loading.h"

/* rules: come first (rules_read), then ads: and fillers: into edition->ads. */
void ads_read_rules(struct loading *loading);
void ads_read(struct loading *loading);

#endif
