/* The state of one go at a run of pages: what is to place, what stands, what waits. */
#ifndef ANBAN_MAKEUP_SHIFT_H
#define ANBAN_MAKEUP_SHIFT_H

#include "makeup/pagination.h"

struct shift {
	struct stone stone;
	struct decisions *decisions;
	GPtrArray *takes;   /* struct take, owned */
	GPtrArray *casts;   /* struct cast, owned */
	GPtrArray *pages;   /* struct made_page, owned */
	GPtrArray *waiting; /* struct waiting, owned: held over for want of pages */
	guint fixed;	    /* the first of them were made by themselves: the front, planned pages */
};

/* A take that waits for another day, unless room is found. */
struct waiting {
	struct take *take;
	struct cast *cast;
};

/* What a run is bound to beside its plan. */
struct constraints {
	struct memory *memory;
	char *const *renew;    /* labels of locked pages to set anew */
	GHashTable *elsewhere; /* story id -> label of its page in another run; or NULL */
	struct stretching stretching;
	int index_less;	       /* rows by which an index is less deep than its zone */
	gboolean no_regulars;  /* zones for stories are open: one of them had no page */
	double jump_times;     /* a jump costs so many times its price */
	double trim_times;     /* and a line trimmed */
	gboolean widely;       /* more ways are followed (breadth.h) */
	gboolean plain;	       /* what pages look like from afar costs nothing */
	gboolean loose_briefs; /* each by itself, from the start */
	GArray *white_heads;   /* struct white_head: heads that left white before; or NULL */
	GHashTable *unmade;    /* struct story: held over before, so that no line points to it; or NULL */
};

/* All stories of the edition are noted in the decisions. The arguments outlive the shift. `level`: how far
   small sections share pages (makeup/pool.h). */
void shift_begin(struct shift *shift, const struct edition *edition, const struct design *design,
		 const struct fontbook *book, const struct constraints *given, int level,
		 struct decisions *decisions, struct diag *diag);
void shift_end(struct shift *shift);

/* `why` ends the sentence "is held over: ..."; a story that must run becomes a fatal message. */
void shift_hold_over(struct shift *shift, const struct story *story, const char *why);

/* What stands with it waits with it. */
void shift_hold_over_take(struct shift *shift, const struct take *take, const char *why);

/* Locked pages, the front and the planned pages, each by itself. */
void shift_make_fixed_pages(struct shift *shift);

/* All other pages, round the fixed ones. */
void shift_make_other_pages(struct shift *shift);

/* Only the fixed pages stay; the casts are whole again. */
void shift_clear_pages(struct shift *shift);

#endif
