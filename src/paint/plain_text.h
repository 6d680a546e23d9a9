/*
 * plain_text.h - Vietnamese as people type it into a search box
 */
#ifndef PAINT_PLAIN_TEXT_H
#define PAINT_PLAIN_TEXT_H

/* Tone marks and all other marks folded away, đ as d: "Tran Quang Hung". Caller frees. */
char *plain_text(const char *text);

#endif
