/*
 * element.h - one element of the structure tree
 *
 * Elements name each other by their place in one list, whose first is the
 * document.
 */
#ifndef PAINT_PDF_ELEMENT_H
#define PAINT_PDF_ELEMENT_H

#include "page/page.h"
#include "paint/pdf/haru.h"

enum element_type {
	ELEMENT_DOCUMENT,
	ELEMENT_SECT,
	ELEMENT_ART,
	ELEMENT_DIV,
	ELEMENT_HEADING,
	ELEMENT_P,
	ELEMENT_QUOTE,
	ELEMENT_LIST,
	ELEMENT_LI,
	ELEMENT_LBL,
	ELEMENT_LBODY,
	ELEMENT_TABLE,
	ELEMENT_ROW,
	ELEMENT_TH,
	ELEMENT_TD,
	ELEMENT_FIGURE,
	ELEMENT_CAPTION,
	ELEMENT_LINK,
	ELEMENT_SPAN,
	ELEMENT_UNDECIDED,            /* furniture: a paragraph, or a group once a block comes into it */
};

enum kid_kind { KID_CONTENT, KID_ELEMENT, KID_ANNOTATION };

struct kid {
	enum kid_kind kind;
	int page;                     /* object of the page; not for elements */
	int number;                   /* MCID, element, or object of the annotation */
};

struct element {
	enum element_type type;
	int parent;                   /* of the document: itself */
	int level;                    /* of a heading */
	const char *language;         /* interned; NULL: as the parent */
	char *title, *alt;
	struct rect box;              /* of a figure */
	int64_t box_page_height;      /* mpt */
	GArray *kids;                 /* struct kid */
	int loose;                    /* its paragraph for text that stands in no other, or 0 */
	int open_span;                /* its last kid, when that is a stretch in another language; or 0 */
	gboolean kept;                /* something is in it */
	gboolean heads_row;           /* a TH beside TDs */
	enum { LABELS_NONE, LABELS_BULLETS, LABELS_NUMBERS } labels; /* of a list */
	int object;                   /* once it is written */
};

struct element *element_make(enum element_type type, int parent);
void element_free(void *element);

enum element_type element_type_of(enum mark_role role);
const char *element_tag(const struct element *element);
gboolean element_holds_blocks(const struct element *element);
/* Groups only: text in it wants a paragraph of its own. */
gboolean element_only_groups(const struct element *element);

void element_add_child(struct element *element, int child);
void element_add_first_child(struct element *element, int child);
void element_add_content(struct element *element, int page, int mcid);
void element_add_annotation(struct element *element, int page, int object);

/* Leaves out what is empty, lets no heading skip a level, tells heads of columns from heads of rows. */
void element_tree_settle(const GPtrArray *elements);
/* Into its object; `root` is the parent of the first. */
void element_write(const GPtrArray *elements, int number, int root, struct haru *haru);

#endif
