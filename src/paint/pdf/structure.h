/*
 * structure.h - the tree of what a reader hears, from the pages' marks
 *
 * A mark becomes an element the first time it is seen; the same mark later on,
 * in another leg or on another page, adds to it. What is painted outside every
 * mark is an artifact. Link annotations are made here too, for each must hang
 * on an element.
 *
 * After ISO 32000-1, 14.7 and 14.8, and ISO 14289-1.
 */
#ifndef PAINT_PDF_STRUCTURE_H
#define PAINT_PDF_STRUCTURE_H

#include "page/page.h"
#include "paint/pdf/haru.h"

#define STRUCTURE_ARTIFACT (-1)

struct structure;

struct structure *structure_new(struct haru *haru, const struct paper *paper);
void structure_free(struct structure *structure);

void structure_page_begin(struct structure *structure, int page, int64_t height_mpt);
/* FALSE when more marks were closed than opened, or some are open still. */
gboolean structure_page_end(struct structure *structure);
void structure_open(struct structure *structure, const struct page_mark *mark);
void structure_close(struct structure *structure);

/* The element that text in this language belongs to just now, or STRUCTURE_ARTIFACT. */
int structure_for_text(struct structure *structure, const char *language);
/* The same for a photograph: a figure or nothing. */
int structure_for_photo(struct structure *structure, struct rect box);
/* "P", "H2": what marked content of the element is called. */
const char *structure_tag(const struct structure *structure, int element);
/* A new piece of marked content of the element on this page. */
int structure_content(struct structure *structure, int element);
/* What stands behind /Artifact, "" or a property list, for the innermost artifact. */
const char *structure_artifact(const struct structure *structure);

void structure_link(struct structure *structure, const struct page_link *link);

/* Writes the tree and names it in the catalog. */
void structure_finish(struct structure *structure);

#endif
