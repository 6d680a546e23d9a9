/*
 * pantograph.h - shaped type at another size
 *
 * Used by type/ only. As the engraver's pantograph cut a letter at every size from one
 * pattern: faces are not hinted, so that all widths grow with the size, and a headline
 * that is tried at fifty sizes is shaped once.
 */
#ifndef TYPE_PANTOGRAPH_H
#define TYPE_PANTOGRAPH_H

#include "type/breaks.h"

/* As if shaped in size `to` where it was shaped in `from`. Caller frees. */
struct shaped *pantograph_shaped(struct typesetter *typesetter, const struct shaped *pattern, fix from,
				 fix to);
/* Its line ends, in the same order, with marks that hang as the style says. Caller clears. */
struct breaks pantograph_breaks(const struct breaks *pattern, fix from, const struct shaped *shaped,
				const struct text_style *style);

#endif
