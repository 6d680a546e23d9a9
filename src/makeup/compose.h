/*
 * compose.h - made-up pages as items: the paper that painters draw
 */
#ifndef MAKEUP_COMPOSE_H
#define MAKEUP_COMPOSE_H

#include "makeup/pagination.h"

struct paper *compose_paper(const struct stone *stone, const GPtrArray *pages, struct decisions *decisions);

#endif
