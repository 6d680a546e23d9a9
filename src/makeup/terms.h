/*
 * terms.h - what the setting of a take costs, term by term
 *
 * The search adds these costs up and so does the explanation: one function for
 * both. Where terms are asked for, each cost is also kept under its name.
 */
#ifndef MAKEUP_TERMS_H
#define MAKEUP_TERMS_H

#include "makeup/pagination.h"

/* NULL in the search. */
struct terms {
	GArray *all; /* struct cost_term */
};

struct terms *terms_new(void);
void terms_free(struct terms *terms);
double terms_sum(const struct terms *terms);
/* Gives the cost, and keeps it when terms are asked for and it is not 0. */
double terms_add(struct terms *terms, enum cost_name name, double cost);

/* Of a kind or length whose legs may be short. */
gboolean terms_short_form(const struct take *take);
#define TERMS_LEG_LEAST 10 /* rows of a leg of a story that is no brief; shorter ones cost */
#define TERMS_LEG_MOST	65 /* deeper ones cost too, where a story is long enough to have them at all */

/* The module's width and form. */
double terms_form(const struct stone *stone, const struct take *take, int columns, int rows,
		  struct terms *terms);
/* Legs of `body` rows that are too short. */
double terms_short_legs(const struct stone *stone, const struct take *take, int columns, int body,
			struct terms *terms);
/* A picture in so many rows: its width, and what is cropped or grown. */
/* Of several pictures in one block (gallery.h). */
double terms_gallery(const struct picture_block *block, int rows, int copy_rows, struct terms *terms);
double terms_picture(const struct stone *stone, const struct picture_block *block, int rows,
		     struct terms *terms);
/* Pictures that a setting with `picture` (-1 none) of the copy before `end` leaves out, added to *cost; FALSE
   when one of them must stand. */
gboolean terms_dropped(const struct stone *stone, const struct take *take, int picture, int end, double *cost,
		       struct terms *terms);
/* Words that ask to stand large and do not. */
double terms_quote(const struct stone *stone, const struct take *take, const struct shape *shape,
		   struct terms *terms);
double terms_jump(const struct stone *stone, const struct take *take, struct terms *terms);

/* All terms of a placed take: their sum is its shape's cost. Caller frees. */
struct terms *setting_terms(const struct stone *stone, const struct placed_take *placed);

#endif
