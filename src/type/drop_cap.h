/*
 * drop_cap.h - a first letter as tall as several lines
 *
 * Its foot stands on the baseline of the last of them, its top at the cap height
 * of the first. An accent may rise above by `headroom`; a letter whose accent
 * needs more is set smaller, so that nothing is clipped or run into.
 */
#ifndef TYPE_DROP_CAP_H
#define TYPE_DROP_CAP_H

#include "type/paragraph.h"

/* Bytes of `text` that a drop cap takes: its first letter, if that is a capital or a figure
   with a word behind it; 0 where none is set, as before a quotation mark. */
int drop_cap_length(const char *text);

struct drop_cap {
	struct paragraph *paragraph; /* the letter; of one line */
	struct settings *settings;
	struct measure measure;
	int lines;     /* that it stands beside: measure.narrow_lines of the copy */
	fix narrow_by; /* its width with the gap to the copy */
	fix baseline;  /* below the baseline of the copy's first line */
	fix rise;      /* of its ink above the cap height of the copy's first line */
};

/* `letter` is as many bytes as drop_cap_length said, `style` the copy's. Caller frees. */
struct drop_cap *drop_cap_new(struct typesetter *typesetter, const struct text_style *style,
			      const struct text_run *letter, int lines, fix headroom);
void drop_cap_free(struct drop_cap *drop_cap);

#endif
