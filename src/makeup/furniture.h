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

/* Panels of the paper's own, where neither copy nor house ads fill. */
void furniture_panels(struct forme *forme, const struct made_page *made);

/* furniture_panel.c: what else the paper has, more on this page's stories first, from the top of the box on,
   in so many columns; what it names is added to `named` (struct story), which it does not name again. Returns
   where it ends: at box.y, with nothing inked, when there is too little. */
fix furniture_elsewhere(struct forme *forme, const struct made_page *made, struct rect box, int columns,
			const char *name, GHashTable *named);
/* furniture_teasers.c: as many as the zone has columns; FALSE when there is no story to point to. */
gboolean furniture_teasers(struct forme *forme, struct rect box, int columns);
/* furniture_credits.c: who made the paper. */
void furniture_credits(struct forme *forme, struct rect box, const struct zone *zone);
/* furniture_index.c: what is inside, as many entries as the zone holds. */
void furniture_index(struct forme *forme, struct rect box);

#endif
