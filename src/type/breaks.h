/*
 * breaks.h - shaped text as places where a line may end
 *
 * Used by type/ only.
 */
#ifndef TYPE_BREAKS_H
#define TYPE_BREAKS_H

#include "type/linebreak.h"
#include "type/shape.h"

struct breaks {
	struct line_end *ends; /* at least two */
	int count;
	GArray *deep, *tall; /* struct line_ink */
	GArray *gaps;	     /* struct line_gap */
	int ink_limit;
};

/* `room` is for struct line_end and used again. */
struct breaks breaks_find(const struct shaped *shaped, const struct text_style *style, GArray *room);
void breaks_clear(struct breaks *breaks);

/* The same ends priced for a headline: by sense, divided only in an emergency. Caller frees. */
struct line_end *breaks_by_sense(const struct breaks *breaks, const struct shaped *shaped,
				 const char *const *compounds);

/* How far a mark at the right or left edge hangs out, for the style's `hang`. */
fix breaks_hang_right(const struct shaped *shaped, const struct cluster *cluster, int hang);
fix breaks_hang_left(const struct shaped *shaped, const struct cluster *cluster, int hang);

#endif
