/*
 * makeup.h - from stories to full pages
 *
 * In:     the edition, the layout, the fonts
 * Out:    finished pages and what was decided
 * Fails:  NULL when the desk's constraints cannot be met; diag says why
 */
#ifndef MAKEUP_MAKEUP_H
#define MAKEUP_MAKEUP_H

#include "design/design.h"
#include "edition/edition.h"
#include "font/fontbook.h"
#include "makeup/decision.h"
#include "page/page.h"

struct memory; /* memory.h: only the time it takes depends on it; NULL none */

struct paper *makeup_paper(const struct edition *edition, const struct design *design,
			   const struct fontbook *book, struct memory *memory, struct decisions *decisions,
			   struct diag *diag);
/* The same; of these locked pages, stories that were changed are set anew in the boxes they have. */
struct paper *makeup_renew(const struct edition *edition, const struct design *design,
			   const struct fontbook *book, struct memory *memory, char *const *labels,
			   struct decisions *decisions, struct diag *diag);

#endif
