/*
 * frame.h - what every page of the proof has around it
 */
#ifndef DESK_FRAME_H
#define DESK_FRAME_H

#include "desk/desk.h"
#include "desk/html.h"

enum frame_part { FRAME_CONTACT, FRAME_FAULTS, FRAME_STORIES, FRAME_CHANGES, FRAME_SHEET };

/* Head and navigation; the body stays open. */
struct html *frame_begin(const struct proof *proof, const char *title, enum frame_part part);
/* Ends the page, with the label of the page it shows (or NULL) for the script. Caller frees. */
char *frame_end(struct html *html, const struct proof *proof, const char *label);

#endif
