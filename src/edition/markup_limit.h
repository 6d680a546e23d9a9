/*
 * markup_limit.h - Markdown that would keep the parser busy all night
 *
 * Its time grows with the square of the emphasis marks of a paragraph and of
 * the bars of a line, and with the depth of lists and quotations.
 */
#ifndef EDITION_MARKUP_LIMIT_H
#define EDITION_MARKUP_LIMIT_H

#define MARKUP_NESTING_MAX 32

/* NULL when the text can be parsed within about two seconds; else what is wrong
   and what to do (static), and the line, counted from 1. */
const char *markup_limit(const char *text, int *line);

#endif
