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

/* Bytes of `text` that a drop cap takes: its first letter, if that is a capital with a word
   behind it, and the space where the letter is a word; 0 where none is set, as before a
   quotation mark. */
int drop_cap_length(const char *text);

struct drop_cap {
	struct paragraph *paragraph; /* the letter; of one line */
	const struct settings *settings;
	struct measure measure;
	char *reads;   /* what readers' programs take it for: its text, before the first line's */
	int lines;     /* that it stands beside: measure.narrow_lines of the copy */
	fix left;      /* of its ink, from its origin */
	fix narrow_by; /* width of its ink with the gap to the copy */
	fix baseline;  /* below the baseline of the copy's first line */
	fix rise;      /* of its ink above the cap height of the copy's first line */
};

/* `letter` is as many bytes as drop_cap_length said, `style` the copy's. Caller frees. */
struct drop_cap *drop_cap_new(struct typesetter *typesetter, const struct text_style *style,
			      const struct text_run *letter, int lines, fix headroom);
/* The letter, its ink at 0 on its own baseline. It stands for no text: the copy's first line
   reads the whole word, once `drop_cap_join` has told it. Caller frees. */
struct set_line *drop_cap_line(const struct drop_cap *drop_cap);
void drop_cap_join(const struct drop_cap *drop_cap, struct set_line *first);
void drop_cap_free(struct drop_cap *drop_cap);

#endif
