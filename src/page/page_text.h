/*
 * page_text.h - what writing and reading pages as text share
 */
#ifndef PAGE_PAGE_TEXT_H
#define PAGE_PAGE_TEXT_H

#include "page/page.h"

const char *page_text_kind_word(enum item_kind kind);
/* Bytes of the character of `text` at `start`; 0 at its end and past it. */
int page_text_next_length(const char *text, int start);

/* Appends " KEY=VALUE" as page_line.h reads it; nothing for NULL. */
void page_text_put(GString *out, const char *key, const char *text);

#endif
