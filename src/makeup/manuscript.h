/*
 * manuscript.h - copy as runs of type
 *
 * Out:    runs for paragraph_new(); their texts live in the stone's strings
 */
#ifndef MAKEUP_MANUSCRIPT_H
#define MAKEUP_MANUSCRIPT_H

#include "makeup/stone.h"

/* Spans of a block in a style; *emphasis* and **strong** take the style's fonts. Caller unrefs. */
GArray *manuscript_spans(const struct stone *stone, const GArray *spans, const struct text_style *style,
			 const char *language);

/* One plain piece of copy. Caller unrefs. */
GArray *manuscript_text(const struct stone *stone, const char *text, struct place place,
			const struct text_style *style, const char *language);

/* A phrase of the layout's around pieces of copy, each found behind the one before; NULL-terminated.
   House typography leaves the layout's own words alone. `keep` holds each piece on one line. Caller
   unrefs. */
GArray *manuscript_phrase(const struct stone *stone, const char *phrase, const char *const *pieces,
			  struct place place, const struct text_style *style, const char *language,
			  gboolean keep);

/* Puts a piece behind what is there, in a style of its own. */
void manuscript_append(const struct stone *stone, GArray *runs, const char *text, struct place place,
		       const struct text_style *style, const char *language);

struct paragraph *manuscript_shape(const struct stone *stone, const GArray *runs,
				   const struct text_style *style);
/* All but the first `skip` bytes, which stand elsewhere, as a drop cap does. */
struct paragraph *manuscript_shape_behind(const struct stone *stone, const GArray *runs,
					  const struct text_style *style, int skip);

#endif
