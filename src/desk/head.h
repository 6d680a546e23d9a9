/*
 * head.h - what a page of the proof begins with, also the one shown while there is none
 */
#ifndef DESK_HEAD_H
#define DESK_HEAD_H

#include "desk/html.h"

/* The head element. */
void head_write(struct html *html, const char *title);
/* Where the script says what goes on. */
void head_write_live(struct html *html);

#endif
