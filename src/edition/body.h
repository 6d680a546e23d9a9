/*
 * body.h - the Markdown of a story into blocks and spans
 */
#ifndef EDITION_BODY_H
#define EDITION_BODY_H

#include "edition/loading.h"

/* `text` is the screened copy after the front matter (copy_text.h), its first
   line is line `first_line` of the file. Fills story->blocks. FALSE when there
   is something in it that no page can show (told). */
gboolean body_read(struct loading *loading, struct story *story, const char *text, int first_line);

#endif
