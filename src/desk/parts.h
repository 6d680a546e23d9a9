/*
 * parts.h - the pages of the proof, one function a file; all callers free
 */
#ifndef DESK_PARTS_H
#define DESK_PARTS_H

#include "desk/desk.h"
#include "desk/html.h"

/* index.html: all pages with their faults. */
char *contact_page(const struct proof *proof);
/* stories.html: what runs, what does not, and why. */
char *budget_page(const struct proof *proof);
/* changes.html: against the last proof. */
char *changes_page(const struct proof *proof);
/* A page of the paper. */
char *proofsheet_page(const struct proof *proof, guint index);

/* The card of one story with its slips; on page `label`, or NULL for one that stands nowhere. */
void card_write(struct html *html, const struct proof *proof, guint story, const char *label);
/* The card of a photograph: its crop on the whole of it, and its slips. */
void crop_write(struct html *html, const struct proof *proof, const struct page_photo *photo, int number);
/* A photograph that cannot be used: a placeholder, here and nowhere else. */
void crop_write_missing(struct html *html, const struct proof *proof, const struct picture *picture);
/* Lines to paste, with where they go and a button. NULL id: nothing refers to the lines. */
void card_write_slip(struct html *html, const char *title, const char *place, const char *lines,
		     const char *id);

/* What its place follows from: the plan, its rank, what was done to make it fit. NULL: nothing is known.
   Caller frees. */
char *card_why(const struct edition *edition, const struct story *story,
	       const struct story_decision *decision);
/* "held over" and so on. */
const char *card_outcome_word(enum story_outcome outcome);

#endif
