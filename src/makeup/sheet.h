/*
 * sheet.h - one page before copy stands on it: template, zones, ads, open boxes
 */
#ifndef MAKEUP_SHEET_H
#define MAKEUP_SHEET_H

#include "makeup/stone.h"

/* A rectangle of the copy area. */
struct cells {
	int column, row, columns, rows;
};

struct sheet_zone {
	const struct zone *zone;
	struct cells cells;
};

struct sheet_ad {
	const struct ad *ad;
	int index;	    /* in edition->ads */
	struct cells cells; /* with the row of its mark above */
};

struct sheet {
	int number;
	char *label, *section;		       /* its section may be NULL */
	const struct page_template *template_; /* NULL: all open */
	int columns, rows;
	GArray *zones; /* struct sheet_zone */
	GArray *ads;   /* struct sheet_ad */
	GArray *open;  /* struct cells, the largest first */
};

/* What is special about a page. */
enum sheet_role {
	SHEET_LAST = 1,
	SHEET_OPENS_SECTION = 2,
};

/* `section` may be NULL; `placed` says which ads of the edition already stand elsewhere. */
struct sheet *sheet_new(const struct stone *stone, int number, int columns, const char *section,
			enum sheet_role role, guint64 placed);
/* Whether it would have another drawing if it were the last page. */
gboolean sheet_is_last_drawn(const struct stone *stone, const struct sheet *sheet);
/* Whether its drawing has a zone for this furniture. */
gboolean sheet_has(const struct sheet *sheet, const char *furniture);
/* Columns of the pages that a section stands on: its template's, or the layout's. */
int sheet_columns_of(const struct stone *stone, const char *section);
void sheet_free(struct sheet *sheet);
/* Zones for one story become open room: no story was found for them. */
void sheet_open_story_zones(struct sheet *sheet);

/* Rows and columns an ad takes, without its mark. */
struct cells sheet_ad_size(const struct stone *stone, const struct ad *ad, int page_columns);

#endif
