/* The style of a standfirst: what its width asks for, or a size that leaves no white beside it. */
#ifndef ANBAN_MAKEUP_STANDFIRST_H
#define ANBAN_MAKEUP_STANDFIRST_H

#include "makeup/take.h"

/* For a head of so much width. `fits`: one short line grows, within bounds, until it reaches across. Owned by
   the design or the take. */
const struct text_style *standfirst_style(const struct stone *stone, struct take *take, fix width,
					  gboolean fits);

#endif
