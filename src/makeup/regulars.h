/*
 * regulars.h - stories that have a zone of their own in a drawing: corrections, weather, rates, one by its id
 *
 * In:     the drawings that stand on one page of the run, and its stories
 * Out:    the rows that each zone's stories take, at most those drawn; they are kept from the casts
 * Fails:  a zone whose stories cannot be set in it is told, left open, and its stories go with the others
 */
#ifndef MAKEUP_REGULARS_H
#define MAKEUP_REGULARS_H

#include "makeup/shift.h"

/* What the zones hold, into the stone. The takes join those of the shift. */
void regulars_gather(struct shift *shift);
void regulars_free(GPtrArray *regulars);

/* Whether a zone may hold stories in this way, whatever stands there today. */
gboolean regulars_is_zone(const struct zone *zone);
/* Rows of the zone that are taken: 0 where nothing stands in it. */
int regulars_rows(const struct stone *stone, const struct zone *zone);
gboolean regulars_holds(const struct stone *stone, const struct story *story);

/* Sets all on the pages that have their zones; FALSE when one has no page. */
gboolean regulars_place(const struct stone *stone, GPtrArray *pages);

#endif
