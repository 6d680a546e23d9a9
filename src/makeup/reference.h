/*
 * reference.h - what a see-also line says: "See also: Ferry link opens, Page 4"
 *
 * Out:    texts that the caller frees
 */
#ifndef MAKEUP_REFERENCE_H
#define MAKEUP_REFERENCE_H

#include "makeup/stone.h"

/* The headline by which other pages call a story, on one line; caller frees. */
char *reference_head(const struct story *other);

/* Of the line in `story` that points to `other`, before its page is known: room for any. */
char *reference_widest(const struct stone *stone, const struct story *story, const struct story *other);
char *reference_to_page(const struct stone *stone, const struct story *story, const struct story *other,
			const char *page);
/* To a story on the page that the line stands on. */
char *reference_to_this_page(const struct stone *stone, const struct story *story, const struct story *other);
/* The same without a word on where it is. */
char *reference_bare(const struct stone *stone, const struct story *story, const struct story *other);

#endif
