/*
 * standing.h - standing type: paragraphs kept as they were set, for copy that comes again
 *
 * Used by type/ only. Several ways to make up a paper set the same copy, and of a paper
 * made up again at every save nearly all copy is what it was.
 */
#ifndef TYPE_STANDING_H
#define TYPE_STANDING_H

#include "type/typesetter.h"

/* As paragraph_new(), with its messages kept to be told by whoever asks for it. */
struct paragraph *paragraph_untold(struct typesetter *typesetter, const struct text_style *style,
				   const struct text_run *runs, int count);

/* Of a typesetter. Unref it. */
GHashTable *standing_new(void);

/* The paragraph of these runs in this style, set now if it does not stand yet. The standing type's own. */
struct paragraph *standing_find(struct typesetter *typesetter, const struct text_style *style,
				const struct text_run *runs, int count);

/* Type that was not asked for lately is let go; who holds it keeps it. */
void standing_distribute(struct typesetter *typesetter);

#endif
