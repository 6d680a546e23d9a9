/*
 * furniture.h - what is on a page besides stories: nameplate, folio, strips, index, ads
 */
#ifndef MAKEUP_FURNITURE_H
#define MAKEUP_FURNITURE_H

#include "makeup/inking.h"
#include "makeup/pagination.h"

void furniture_folio(struct forme *forme, const struct made_page *made, const char *sections);
/* "In brief" over a run of briefs. */
void furniture_label(struct forme *forme, const struct made_page *made, struct cells cells,
		     const char *language);
void furniture_strip(struct forme *forme, const struct made_page *made, const struct strip *strip);
/* `sections` of the page, for a folio that has a zone. */
void furniture_zones(struct forme *forme, const struct made_page *made, const char *sections);
void furniture_ads(struct forme *forme, const struct made_page *made);

/* Where cells of the page stand. */
struct rect furniture_rect(const struct forme *forme, const struct made_page *made, struct cells cells);
/* The paper's name and day, in the middle of a box. */
void furniture_plate(struct forme *forme, struct rect box, const char *name);

/* furniture_panel.c: panels of the paper's own, where neither copy nor house ads fill: what else the paper
   has, or its name. */
void furniture_panels(struct forme *forme, const struct made_page *made);
/* The tint and the rules of a panel. */
void furniture_ground(struct forme *forme, struct rect box);

/* furniture_teasers.c: as many as the zone has columns; FALSE when there is no story to point to. */
gboolean furniture_teasers(struct forme *forme, struct rect box, int columns);
/* furniture_credits.c: who made the paper. */
void furniture_credits(struct forme *forme, struct rect box, const struct zone *zone);
/* furniture_index.c: what is inside, as many entries as the zone holds. */
void furniture_index(struct forme *forme, struct rect box);

#endif
