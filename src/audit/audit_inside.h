/*
 * audit_inside.h - what the parts of the audit share
 */
#ifndef AUDIT_AUDIT_INSIDE_H
#define AUDIT_AUDIT_INSIDE_H

#include "audit/audit.h"
#include "audit/claims.h"
#include "audit/impression.h"
#include "audit/story_copy.h"

/* What a word was found to be. */
enum word_use {
	WORD_UNKNOWN,
	WORD_BODY,
	WORD_HEAD,
	WORD_CAPTION,
	WORD_TURN,    /* turn and from lines, references */
	WORD_QUOTE,   /* repeated large */
	WORD_CODE,    /* beside the code of a link */
	WORD_SIGNOFF, /* apart from the body: before a table that ends it */
};

/* Found of one part of a story. */
struct found_part {
	const struct part_claim *claim;
	GArray *words;	/* int: index into its page's words */
	GArray *uses;	/* enum word_use of each */
	GArray *blocks; /* int: block of the story that a body word belongs to; -1 none */
	int lines;
	int photo_cells;
};

struct found_story {
	const struct story *story;
	const struct story_claim *claim;
	GArray *parts; /* struct found_part */
	guint figures; /* that stand in its boxes */
};

struct audit {
	const struct edition *edition;
	const struct design *design;
	const struct claims *claims;
	const struct impression *impression;
	GPtrArray *stories; /* struct found_story: the placed ones, as claimed */
	struct audit_sums *sums;
	struct diag *diag;
};

/* A difference: where it is, and both sides. */
void audit_differ(const struct audit *audit, const char *format, ...) G_GNUC_PRINTF(2, 3);
void audit_differ_in(const struct audit *audit, const struct story *story, const char *format, ...)
	G_GNUC_PRINTF(3, 4);

/* The layout of a page: its supplement's own. */
const struct design *audit_design(const struct audit *audit, int page);
struct grid audit_grid(const struct audit *audit, int page);
const struct page_claim *audit_page(const struct audit *audit, int page);
const struct printed_page *audit_print(const struct audit *audit, int page);

/* audit_story.c: words, lines, trims and jumps of one story. */
void audit_story(struct audit *audit, const struct story *story, const struct story_claim *claim);
void audit_story_free(gpointer data);
/* Of a block of the story that is a table. */
gboolean audit_table_is_over_legs(const struct audit *audit, const struct found_part *part,
				  const struct grid *grid, int block);
/* audit_reference.c: what its see-also lines say if they are right. */
void audit_references(const struct audit *audit, const struct found_story *found, GPtrArray *phrases);
/* audit_page.c: the row behind the last that copy or a picture may stand in; a box ends in a row of tint. */
int audit_copy_end(const struct found_story *found, const struct found_part *part,
		   const struct printed_page *page, const struct grid *grid);
/* The cells of one page by use. */
void audit_cells(struct audit *audit, int page);
/* audit_white.c: no white where copy should stand. */
void audit_white(struct audit *audit, int page);

#endif
