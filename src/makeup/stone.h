/*
 * stone.h - the table at which pages are made up: what every part of make-up needs
 */
#ifndef MAKEUP_STONE_H
#define MAKEUP_STONE_H

#include "design/design.h"
#include "edition/edition.h"
#include "font/fontbook.h"
#include "makeup/decision.h"
#include "page/page.h"
#include "type/paragraph.h"

#define COLUMNS_MAX 8
#define ROWS_MAX    160

struct locks;

/* A head that left white on a page made up before (white.h). */
struct white_head {
	const char *story; /* its id: the edition's own */
	int first;	   /* element of its take */
	int columns, rows;
	fix size;
};
struct memory;

/* For more pages than the copy asks for (stretch.h). */
struct stretching {
	int pages_least;  /* 0: it is not stretched */
	int cells_a_page; /* of copy, as they come when nothing is stretched */
	double times;	  /* a cell of copy missing or too much costs so many times one of a filler */
};

struct stone {
	const struct edition *edition;
	const struct design *design;
	const struct fontbook *book;
	struct memory *memory;
	struct typesetter *typesetter; /* the memory's */
	struct diag *diag;
	GStringChunk *strings;	/* texts and links that live as long as the stone */
	GPtrArray *galleys;	/* struct galley: all copy set so far (galley_on()) */
	GHashTable *narrow;	/* struct story: its wide tables stand in its legs all the same */
	GHashTable *no_gallery; /* struct story: its copy is too short, or too long, to stand with all its
				   pictures */
	GHashTable *told;	/* places whose house typography has been listed */
	struct locks *locks;	/* pages that must not move (lock.h) */
	gboolean widely;	/* more ways are followed (breadth.h) */
	gboolean loose_briefs;	/* each by itself, where runs of them leave holes */
	GHashTable *elsewhere;	/* story id -> label of its page in another run; or NULL */
	GHashTable *unmade;	/* struct story: no see-also line points to it; or NULL */
	struct stretching stretching;
	int index_less;	     /* rows by which an index is less deep than its zone */
	GPtrArray *regulars; /* what stands in zones of its own (regulars.h) */
	double jump_times;   /* a jump costs so many times its price, where there were too many */
	double trim_times;   /* and a line trimmed */
	gboolean plain;	     /* no page is weighed by how it looks from afar */
	GArray *white_heads; /* struct white_head; or NULL */
	int *pool;	     /* [section] the first of those it shares pages with (pool.h) */
};

/* Ready for copy: nothing made yet, no lock, every price as it is. What is given outlives it. */
void stone_lay(struct stone *stone, const struct edition *edition, const struct design *design,
	       const struct fontbook *book, struct memory *memory, struct diag *diag);
void stone_clear(struct stone *stone);

/* Height of a row and the baseline within it. */
fix stone_leading(const struct stone *stone);
fix stone_baseline(const struct stone *stone);
/* Whole rows that cover `height`. */
int stone_rows(const struct stone *stone, fix height);

const struct text_style *stone_style(const struct stone *stone, enum style_id style);
const struct face *stone_face(const struct stone *stone, const struct text_style *style);

#endif
