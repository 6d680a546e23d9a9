/*
 * lock.h - pages that must not move: printed again as they were
 *
 * In:     EDITION/locks/007.page: a head that says what stood on the page, then the
 *         page item by item, as page_write() leaves it
 * Out:    pages that take part in make-up as they are; their stories and ads count
 *         as placed, their sections as begun
 * Fails:  what can no longer be printed as it was is told to diag
 */
#ifndef MAKEUP_LOCK_H
#define MAKEUP_LOCK_H

#include "makeup/pagination.h"

struct lock_story {
	char *id, *headline;
	char *pages; /* labels of all pages it stands on, blanks between */
	int lines_trimmed;
	char *text_trimmed; /* or NULL */
	double cost;
	struct story_part *part; /* on this page; NULL once it is told */
	GPtrArray *copy;	 /* char *: what lock_copy() gave when it was locked */
	gboolean goes_on;	 /* from an earlier page */
};

/* A photograph or an ad as it was: the bytes must still be the same. */
struct lock_photo {
	char *file, *story, *sha256; /* story NULL: an ad */
	char *focus;		     /* or NULL */
	int ppi;
};

/* A font that the page's glyph numbers belong to. */
struct lock_face {
	char *role, *sha256;
};

/* A page that the page names: in its index, a turn line, a reference. */
struct lock_reference {
	char *story, *page;
};

struct lock {
	char *file; /* "locks/007.page", for messages */
	char *label;
	gboolean last;			/* it was the last page of its paper */
	gboolean renew;			/* stories that were changed are set anew in their boxes */
	struct page_decision *decision; /* stolen when the page is printed */
	GPtrArray *strips;		/* char *: sections whose strip stands on it */
	GPtrArray *faces;		/* struct lock_face */
	GPtrArray *photos;		/* struct lock_photo */
	GPtrArray *stories;		/* struct lock_story */
	GPtrArray *references;		/* struct lock_reference */
	GPtrArray *destinations;	/* struct destination; stolen when the page is printed */
	struct page *page;		/* stolen when the page is printed */
};

struct locks {
	GPtrArray *all; /* struct lock, by page number */
};

/* ---- lock_read.c ---- */

/* Every page of locks/, those of `renew` to be renewed, and a fault for each that cannot be read or that the
 * plan wants and is not there. */
struct locks *locks_read(const struct edition *edition, char *const *renew, struct diag *diag);
void locks_free(struct locks *locks);
struct lock *lock_parse(const char *file, const char *text, GError **error);
void lock_free(struct lock *lock);
/* "locks/007.page" of page 7. Caller frees. */
char *lock_file_name(const char *label);

/* ---- lock_write.c ---- */

struct lock_source {
	const struct edition *edition;
	const struct design *design;
	const struct fontbook *book;
	const struct paper *paper;
	const struct decisions *decisions;
};

/* The text of the file that locks a page. Caller frees; NULL when the paper has no such page. */
char *lock_write(const struct lock_source *source, const char *label);
/* A story as lines of text: whatever of it is printed, piece by piece. */
GPtrArray *lock_copy(const struct story *story);
/* The labels, and those of all pages that a story of theirs goes on to or comes from, in page order. */
GPtrArray *lock_together(const struct decisions *decisions, char *const *labels);

/* ---- lock_check.c ---- */

/* Whether what the pages show is still there: stories, copy, pictures, ads, fonts, the grid. */
void locks_check(const struct locks *locks, const struct stone *stone);
/* Once all pages are made, in order: whether each still has its place among them. */
void locks_check_pages(const struct locks *locks, const GPtrArray *pages, struct diag *diag);
/* Whether the pages that locked pages name are the right ones. */
void locks_check_references(const struct locks *locks, const struct stone *stone, GHashTable *page_of);

/* ---- lock.c ---- */

const struct lock *locks_page(const struct locks *locks, const char *label);
gboolean locks_hold_story(const struct locks *locks, const char *id);
/* A locked page behind `number` is the paper's last. */
gboolean locks_end_paper(const struct locks *locks, int number);
gboolean locks_begin_section(const struct locks *locks, const char *section);
/* A made page for every locked one, their ads with them. */
void locks_add_pages(const struct locks *locks, const struct stone *stone, GPtrArray *pages);

/* ---- lock_ink.c ---- */

struct forme;
/* Prints the page as it was and tells the decisions what stands on it. A link to a story that is no longer in
   the paper is taken away. The lock gives up its page. */
void lock_ink(struct forme *forme, struct lock *lock);

/* ---- lock_renew.c ---- */

gboolean lock_story_is_changed(const struct lock_story *was, const struct story *story);
/* Sets the new text of a story in its box on the page; tells by how many lines it misses. */
void lock_renew(struct forme *forme, struct lock *lock, struct lock_story *was);

#endif
