/*
 * replate.h - one page made over for late copy: every box where it is, the new words in it
 *
 * To be looked at while the whole paper is made up again, which takes longer and may
 * well end otherwise. Nothing is printed from it.
 */
#ifndef MAKEUP_REPLATE_H
#define MAKEUP_REPLATE_H

#include "design/design.h"
#include "edition/edition.h"
#include "font/fontbook.h"
#include "makeup/decision.h"
#include "page/page.h"

struct memory;

/* Pages as they were made up, and the copy as it is now. Layouts, fonts and memory are those of the pages. */
struct replate {
	const struct edition *was, *now;
	const struct design *design;
	const struct fontbook *book;
	struct memory *memory;
	const struct decisions *decisions; /* on the pages as they are */
};

/* A copy of the page with the new text of its stories. NULL when no story on it has new text, or when one
   does not fit its box with it, has another picture, or may not run any more. Caller frees. */
struct page *replate_page(const struct replate *replate, const struct page *page);

/* A story's items on a page for its items on another: from its mark to the mark's end. Rules and a tint round
   its box stand before the mark. */
void replate_exchange(GPtrArray *items, GPtrArray *with, const char *id);

#endif
