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
#include "makeup/spread.h"
#include "makeup/take.h"

#define STRIP_ROWS 2 /* a section's label across the page */

struct placed_take {
	struct take *take;
	int section;
	struct cells cells;
	struct shape shape;
};

struct placed_filler {
	int ad; /* index in edition->ads */
	struct cells cells;
};

struct strip {
	int section, row;
};

struct made_page {
	struct sheet *sheet;
	GArray *takes;	 /* struct placed_take, in reading order */
	GArray *fillers; /* struct placed_filler */
	GArray *strips;	 /* struct strip */
	GArray *labels;	 /* struct cells: "In brief" over a run of them */
	GArray *gaps;	 /* struct cells: empty */
	GArray *panels;	 /* struct cells: the paper's own panel, where nothing else fills */
	int end_rows;	 /* at the foot of the last page */
	double cost;
	struct lock *lock; /* a page printed as it was (lock.h): nothing else is set here; or NULL */
};

/* The takes of one section (or a part of a long one), most important first, and slices over them:
   whole stories, and with stories cut where need be. Bits of a set of stories count in `takes`. */
struct cast {
	int section;	  /* index in the edition; the first of those that share its pages */
	int columns;	  /* of its pages */
	gboolean goes_on; /* a further part of a long section, or several sections: no strip */
	GPtrArray *takes; /* struct take, not owned */
	GPtrArray *rests; /* of them those that go on from other pages, made on the way; owned */
	struct slice *slice[2];
	guint sliced[2];       /* stories that each slice began with */
	struct memory *memory; /* that the slices come from; NULL before the first */
};

#define CAST_STORIES_MAX 40 /* leaves room for what is cut */

struct cast *cast_new(int section, int columns);
void cast_free(struct cast *cast);
/* Lets go of the slices and of all rests, after the takes have changed. */
void cast_reset(struct cast *cast);
void cast_forget(struct cast *cast, guint tables);
/* Makes the slice when it is first asked for, house ads offered as fillers. */
struct slice *cast_slice(const struct stone *stone, struct cast *cast, gboolean may_jump);
guint64 cast_all(const struct cast *cast);
/* The boxes one take can fill by itself. Caller frees. */
struct slice_table *cast_leaf(const struct stone *stone, struct take *take, gboolean may_jump);
/* Whether the slice of a cast has it cut where need be. */
gboolean cast_offers_cut(const struct stone *stone, struct take *take, gboolean may_jump);
/* The bit of what is left of `take` from element `first` on, coming from that page; 0 when the cast is full.
 */
guint64 cast_rest(const struct stone *stone, struct cast *cast, const struct take *take, int first,
		  const char *from_label);
/* A story that goes on behind this page, from element `first` of the take with that bit. */
struct cast_cut {
	int bit, first;
};

#define CAST_CUTS_MOST 6 /* on one page */

/* What a filled box brings with it. */
struct cast_survey {
	struct cast_cut cuts[CAST_CUTS_MOST];
	int cut_count;	 /* above CAST_CUTS_MOST: not to be used */
	guint64 fillers; /* bits of the fillers used */
	int repeated;	 /* fillers used more than once */
	struct spread_face face;
};
/* Adds what `stories` in a box bring to the survey. */
void cast_survey(const struct stone *stone, struct cast *cast, gboolean may_jump, guint64 stories,
		 struct cells box, struct cast_survey *survey);
/* The shape a slice of the cast has for its take. */
const struct shape *cast_shape(const struct stone *stone, struct take *take, gboolean may_jump, int columns,
			       int rows);

/* Adds the takes of `stories` in `cells` of the page; FALSE when they do not fill it. */
gboolean made_page_place(const struct stone *stone, struct made_page *page, struct cast *cast,
			 gboolean may_jump, guint64 stories, struct cells cells);

/* A take, and what stands with it, in a box it has a shape for. */
void made_page_put(const struct stone *stone, struct made_page *page, struct take *take, gboolean may_jump,
		   struct cells at);

struct made_page *made_page_new(struct sheet *sheet);
void made_page_free(struct made_page *page);

/* Pages from `first_number` on that hold all casts; a page each appended to `pages`. Numbers in `reserved`
   (page numbers as pointers) are passed over: those pages are made already. */
void pagination_run(const struct stone *stone, GPtrArray *casts, int first_number, guint64 ads_placed,
		    GHashTable *reserved, GPtrArray *pages);

/* front.c: page 1 from its template. Takes it places are removed from their casts, what jumps is put back as
   a new take (owned by `takes`). NULL when no story may stand on it. */
struct made_page *front_make(const struct stone *stone, GPtrArray *casts, GPtrArray *takes);

#endif
