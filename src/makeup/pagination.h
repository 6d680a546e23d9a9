/*
 * pagination.h - sections to pages: who stands on which page, and in which box
 *
 * Out:    the pages in order, each exactly made up; what could not be placed
 *         is left in the casts with placed FALSE
 */
#ifndef MAKEUP_PAGINATION_H
#define MAKEUP_PAGINATION_H

#include "makeup/sheet.h"
#include "makeup/slice.h"
#include "makeup/take.h"

#define STRIP_ROWS 3                  /* a section's label across the page */

struct placed_take {
	struct take *take;
	int section;
	struct cells cells;
	struct shape shape;
};

struct placed_filler {
	int ad;                       /* index in edition->ads */
	struct cells cells;
};

struct strip {
	int section, row;
};

struct made_page {
	struct sheet *sheet;
	GArray *takes;                /* struct placed_take, in reading order */
	GArray *fillers;              /* struct placed_filler */
	GArray *strips;               /* struct strip */
	GArray *gaps;                 /* struct cells: empty */
	int end_rows;                 /* at the foot of the last page */
	double cost;
};

/* The takes of one section, most important first. */
struct cast {
	int section;                  /* index in the edition */
	GPtrArray *takes;             /* struct take, not owned */
	struct slice *slice;
};

/* Makes the slice of the cast's takes, house ads offered as fillers. */
void cast_prepare(const struct stone *stone, struct cast *cast, int columns, int rows);
void cast_clear(struct cast *cast);
struct cast *cast_new(int section);
void cast_free(struct cast *cast);

/* Adds the takes of `stories` in `cells` of the page; FALSE when they do not fill it. */
gboolean pagination_place(const struct stone *stone, struct made_page *page, struct cast *cast, guint64 stories,
			  struct cells cells);

struct made_page *made_page_new(struct sheet *sheet);
void made_page_free(struct made_page *page);

/* Pages from `first_number` on that hold all casts; a page each appended to `pages`. */
void pagination_run(const struct stone *stone, GPtrArray *casts, int first_number, guint64 ads_placed, GPtrArray *pages);

/* front.c: page 1 from its template. Takes it places are removed from their casts, what jumps is put back as a new take
   (owned by `takes`). NULL when no story may stand on it. */
struct made_page *front_make(const struct stone *stone, GPtrArray *casts, GPtrArray *takes);

#endif
