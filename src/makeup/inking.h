/*
 * inking.h - lines, rules and pictures as items of a page
 */
#ifndef MAKEUP_INKING_H
#define MAKEUP_INKING_H

#include "makeup/stone.h"

/* The paper in the making and what its pieces of structure are called. */
struct forme {
	const struct stone *stone;
	struct paper *paper;
	struct page *page; /* in hand */
	struct decisions *decisions;
	GHashTable *marks;   /* name → mark id */
	GHashTable *page_of; /* story id → label of the page it starts on */
	GHashTable *goes_to; /* inking_take_name() → label of the page it stands on */
	GArray *spaces;	     /* int: mean word space of full body lines, thousandths of an em */
	int hyphens_running;
	struct set_line *line_above; /* in the same leg, or NULL; owned */
};

/* The id of a named piece, the same at every call. */
int inking_mark_id(struct forme *forme, const char *name);

/* "turn/society/ferry-link/7": what goes on from element 7. Caller frees. */
char *inking_take_name(const char *story, int first);

/* Opens a piece of structure; close each with inking_end. The mark may be given more fields before the next
 * call. */
struct page_mark *inking_mark(struct forme *forme, enum mark_role role, const char *name, const char *story);
void inking_end(struct forme *forme);
void inking_artifact(struct forme *forme, const char *label);

void inking_line(struct forme *forme, const struct set_line *line, fix x, fix baseline, const char *story);

/* All lines of a setting from the baseline of the first on, `leading` apart. Returns the last baseline. */
fix inking_lines(struct forme *forme, const struct paragraph *paragraph, const struct setting *setting,
		 const struct measure *measure, fix x, fix baseline, fix leading, const char *story);

/* Text on its own in a style, in the width, as lines; returns the last baseline. */
fix inking_text(struct forme *forme, const char *text, const struct text_style *style, fix x, fix baseline,
		fix width, const char *language);
fix inking_text_width(struct forme *forme, const char *text, const struct text_style *style,
		      const char *language);

/* How far the ink of text on one line reaches above its baseline and below it. */
void inking_text_ink(struct forme *forme, const char *text, const struct text_style *style,
		     const char *language, fix *top, fix *bottom);

void inking_rule(struct forme *forme, struct rect box, uint32_t colour);
void inking_fill(struct forme *forme, struct rect box, uint32_t colour);
void inking_link(struct forme *forme, struct rect box, const char *to, const char *about);

/* A photograph's part in a box, asked for at the layout's resolution, and counted for the report: returns
   what was counted. */
struct photo_decision *inking_photo(struct forme *forme, struct rect box, const char *file,
				    const struct photo_facts *facts, struct photo_part part,
				    const char *story);
/* Warns of a photograph whose pixels are too few for its size. */
void inking_tell_coarse(struct forme *forme, const struct photo_decision *decision, struct place place);

#endif
