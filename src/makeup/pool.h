/*
 * pool.h - small sections that share their pages
 *
 * A section of one or two stories seldom fills the page across under a strip
 * of its own. Where that leaves holes, neighbours are made up as one: no strip,
 * each story carries its section's name over its head.
 */
#ifndef MAKEUP_POOL_H
#define MAKEUP_POOL_H

#include "makeup/stone.h"

#define POOL_LEVELS 3 /* 0 none; then sections up to a page, up to two, up to six */

/* For each section of the edition the first section it is made up with: itself when it stands alone. Caller
 * frees. */
int *pool_sections(const struct stone *stone, int level);

/* Whether a level, above 0, joins other sections than the one before it. */
gboolean pool_is_new(const struct stone *stone, int level);

/* Whether the section shares its pages with another. */
gboolean pool_shares(const struct stone *stone, int section);

#endif
