/*
 * plate.h - the cells of a printed page, each taken once by what stands there
 */
#ifndef AUDIT_PLATE_H
#define AUDIT_PLATE_H

#include "audit/audit_inside.h"

#define PLATE_FREE (-1)

struct plate {
	const struct audit *audit;
	int page;
	struct grid grid;
	const struct page_claim *claim;
	const struct printed_page *print;
	int *use; /* enum cell_use of each cell, row by row; PLATE_FREE */
};

int *plate_use_at(const struct plate *plate, int column, int row);
gboolean plate_is_inside(const struct plate *plate, struct cells cells);
gboolean plate_is_free(const struct plate *plate, struct cells cells);
gboolean plate_row_is_free(const struct plate *plate, int row);
void plate_take(const struct plate *plate, struct cells cells, enum cell_use use);

/* plate_zones.c: its drawing, NULL where it has none of its measure; a zone as drawn; all that hold
   furniture, as deep as they are printed. */
const struct page_template *plate_template(const struct plate *plate);
struct cells plate_zone_cells(const struct plate *plate, const struct page_template *template_,
			      const struct zone *zone);
void plate_take_zones(const struct plate *plate);

#endif
