/*
 * edition.h - the day's copy as plain data
 *
 * Read by edition_load() and const for every later stage. All strings are
 * UTF-8, NFC, and owned by the edition; places point into the copy. A field
 * that the copy omits is NULL, 0 or the default that formats.md names.
 *
 * A file is named from the edition folder. What belongs to the house file lies
 * above it and is named "../paper.yaml", "../house/tea.jpg" (one "../" a step
 * up); no other name begins so. edition_read() opens either kind.
 */
#ifndef EDITION_EDITION_H
#define EDITION_EDITION_H

#include <glib.h>

#include "base/diag.h"
#include "base/folder.h"
#include "photo/photo.h"

/* A piece of copy and where it stands. text is NULL where it is omitted. */
struct copy {
	char *text;
	struct place place;
	GArray *spans; /* struct span: the same text where some of it is stressed; else NULL */
};

/* ---- the body of a story ---- */

enum span_flag {
	SPAN_EMPHASIS = 1 << 0,
	SPAN_STRONG = 1 << 1,
	SPAN_LINE_BREAK = 1 << 2, /* a break the author made; text is "" */
};

struct span {
	char *text;
	unsigned flags; /* enum span_flag */
	char *link;	/* http, https, mailto, tel; or NULL */
	struct place place;
};

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_CROSSHEAD,
	BLOCK_QUOTATION,
	BLOCK_LIST_ITEM,
	BLOCK_TABLE,
};

enum cell_align { CELL_LEFT, CELL_CENTRE, CELL_RIGHT };

struct table_cell {
	GArray *spans; /* struct span */
};

struct table {
	int columns, rows;	  /* rows with the head, which is row 0 */
	enum cell_align *align;	  /* one a column */
	struct table_cell *cells; /* row by row */
};

struct block {
	enum block_kind kind;
	GArray *spans;	     /* struct span; empty for a table */
	int list_number;     /* 0 a bullet, else the item's number */
	struct table *table; /* BLOCK_TABLE only */
	struct place place;
};

/* ---- pictures ---- */

enum picture_role {
	PICTURE_MAIN,
	PICTURE_INSET,
	PICTURE_MUGSHOT,
	PICTURE_PORTRAIT,
	PICTURE_GRAPHIC,
	PICTURE_MAP,
	PICTURE_LOGO,
};
enum picture_crop { CROP_ALLOWED, CROP_NONE, CROP_FIXED };
/* Who says where the focus is. A guess is made after the copy is read and before
   make-up begins; until then the middle stands for it. */
enum picture_focus { FOCUS_MIDDLE, FOCUS_GIVEN, FOCUS_REGIONS, FOCUS_GUESSED };
enum picture_looks { LOOKS_NOWHERE, LOOKS_LEFT, LOOKS_RIGHT, LOOKS_AHEAD };

struct picture {
	char *file; /* for edition_read() */
	struct copy caption, credit;
	char *alt; /* never NULL once loaded */
	enum picture_role role;
	int focus_x, focus_y; /* 0..65536 from the top left */
	enum picture_focus focus_from;
	enum picture_crop crop;
	struct photo_part fixed_part; /* CROP_FIXED */
	int columns_min, columns_max; /* 0: any */
	enum picture_looks looks;
	gboolean must;
	gboolean usable;	  /* found, probed, within limits */
	struct photo_facts facts; /* only when usable */
	GArray *regions;	  /* struct photo_region that the file names; never NULL */
	struct place place;
};

/* ---- stories ---- */

enum story_kind {
	KIND_NEWS,
	KIND_BRIEF,
	KIND_OPINION,
	KIND_FEATURE,
	KIND_ANALYSIS,
	KIND_INTERVIEW,
	KIND_EDITORIAL,
	KIND_COLUMN,
	KIND_LETTERS,
	KIND_CORRECTION,
	KIND_NOTICE,
	KIND_OBITUARY,
	KIND_LISTING,
	KIND_RESULTS,
	KIND_GRAPHIC,
	KIND_PHOTO,
	KIND_VIDEO,
	KIND_SPONSORED,
	KIND_IMPRINT,
	KIND_COUNT
};

enum story_status { STATUS_READY, STATUS_DRAFT, STATUS_HOLD, STATUS_KILLED };

/* What becomes of a story before make-up sees it. */
enum story_fate {
	FATE_TO_PLACE,	/* make-up must place it or hold it over */
	FATE_HELD_OVER, /* embargo, hold, another day's listing */
	FATE_REJECTED,	/* faulty */
	FATE_KILLED,
	FATE_DRAFT, /* not published, not reported as a story */
};

enum front_page { FRONT_STORY, FRONT_TEASER, FRONT_NEVER };

struct byline {
	char *name, *role, *portrait, *bio; /* all but name may be NULL */
};

struct story {
	char *id; /* path without .md */
	char *file;
	struct copy headline; /* '\n' in it is the desk's turn */
	struct copy kicker, deck, standfirst, dateline, signoff, label;
	struct copy headline_short, teaser, jump_head;
	GPtrArray *alternates; /* char *, never NULL */
	GArray *bylines;       /* struct byline */
	struct place byline_place;
	const char *language; /* "en" or "vi", interned */
	int run;	      /* 0 the main paper, 1 its first supplement, ... */
	int section;	      /* index into edition->sections */
	char *subsection;
	enum story_kind kind;
	enum story_status status;
	enum story_fate fate;
	char *why;     /* for every fate but to place */
	int priority;  /* 1..5 */
	gboolean must; /* also when implied */
	gboolean trim; /* may be trimmed */
	int trim_keep; /* paragraphs that stay, 0: one */
	enum front_page front;
	GPtrArray *pull_quotes, *see_also, *boxes; /* char * */
	char *with, *replaces, *url;
	char *published, *updated, *date, *embargo, *valid_on; /* as written */
	GPtrArray *pictures;				       /* struct picture */
	GPtrArray *blocks;				       /* struct block */
	int order;					       /* place in its list, for ties */
	int words;
	struct place place;
};

/* ---- the paper ---- */

struct section {
	char *name;
	GPtrArray *subsections; /* char * */
	gboolean starts_page;
	gboolean sponsored;
	struct place place;
};

/* A size asked for in columns and rows, or as a share or in millimetres. */
enum ad_size { AD_CELLS, AD_MM, AD_QUARTER, AD_HALF, AD_FULL };
enum corner { CORNER_NONE, CORNER_TOP_LEFT, CORNER_TOP_RIGHT, CORNER_BOTTOM_LEFT, CORNER_BOTTOM_RIGHT };

struct ad {
	char *id, *file;	 /* file for edition_read(); a house ad's may begin with "../" */
	char *alt, *url, *label; /* alt is never NULL */
	enum ad_size size;
	int columns, rows;	     /* AD_CELLS */
	double width_mm, height_mm;  /* AD_MM */
	char *page, *section, *zone; /* NULL where not asked */
	enum corner at;
	gboolean filler; /* a house ad of fillers: */
	gboolean usable;
	struct photo_facts facts;
	struct place place;
};

struct plan_story {
	char *story; /* id */
	enum corner at;
	int columns, photo_columns; /* 0: free */
	struct place place;
};

struct plan_page {
	char *label; /* "1", "S1" */
	char *template_name, *lead, *section;
	gboolean locked;
	GArray *stories; /* struct plan_story */
	struct place place;
};

struct pages_rule {
	int min, max, multiple; /* pages: auto is 1, 0 (no limit), 1 */
	struct place place;
};

/* An own run of pages with its own nameplate. */
struct supplement {
	char *id, *name, *folder, *layout;
	char *prefix; /* "S": its pages are S1, S2, ... */
	char *after;  /* label of the main page it is laid in after; NULL: the last */
	const char *language;
	gboolean sponsored;
	struct pages_rule pages;
	struct place place, layout_place, after_place;
};

enum typography { TYPOGRAPHY_HOUSE, TYPOGRAPHY_AS_WRITTEN };

struct edition {
	struct folder *folder;
	struct folder *house_folder; /* where paper.yaml lies; NULL without one */
	char *house_prefix;	     /* "../", "../../" for its files; NULL without one */
	char *name, *slug;	     /* slug with the date: red-river-post-2026-11-22 */
	const char *language;
	char *layout;
	int year, month, day;
	int issue;  /* 0: not numbered */
	int number; /* edition number, 1 the first */
	char *edition_name;
	char *release; /* ISO 8601 with offset */
	enum typography typography;
	struct pages_rule pages;
	GPtrArray *sections;	/* struct section, the order of the paper */
	GPtrArray *stories;	/* struct story, all of them, in order of the paper */
	GPtrArray *ads;		/* struct ad, then house ads (filler) */
	GPtrArray *plan;	/* struct plan_page */
	GPtrArray *supplements; /* struct supplement */
	GPtrArray *runs; /* struct edition: the main paper, then each supplement, each with its own stories,
			    ads and plan only; empty where there are no supplements */
	const struct edition *whole;	     /* of a run: the edition it is a run of; else NULL */
	const struct supplement *supplement; /* of a run that is one; else NULL */
	struct {
		char *publisher, *licence, *editor, *address, *phone, *email;
	} imprint;
	struct {
		gboolean front_page_ads_allowed;
		enum diag_severity front_page_ads; /* of the message when not */
		int ad_share_max;		   /* per cent */
		enum diag_severity ad_share_over;
		char *ad_mark;
	} rules;
	char input_sha256[65]; /* over every file read, by path */
};

void edition_free(struct edition *edition);

/* NULL when nothing can be made of the folder; diag says why. A faulty story
   is in the edition with FATE_REJECTED. */
struct edition *edition_load(const char *folder, struct diag *diag);
/* The same; pictures that lie in the morgue (morgue.h) are not read once more. */
struct morgue;
struct edition *edition_load_again(const char *folder, struct morgue *morgue, struct diag *diag);

/* Whether there is anything to print in the publisher's box. */
gboolean edition_has_imprint(const struct edition *edition);
/* A file that a story, an ad or a filler names; the caller unrefs. More than
   `EDITION_PICTURE_BYTES` is FOLDER_ERROR_TOO_LARGE. Safe on any thread. */
#define EDITION_PICTURE_BYTES ((gsize)64 * 1024 * 1024)
GBytes *edition_read(const struct edition *edition, const char *file, GError **error);

/* The whole edition as lines of text, the same for the same copy (tests, traces). */
void edition_write_text(const struct edition *edition, GString *out);

/* Of a run too, any story of the whole edition. */
const struct story *edition_story(const struct edition *edition, const char *id);
/* The label of a run's page with that number. Caller frees. */
char *edition_label(const struct edition *run, int number);
/* The number in its run of the page with that label; 0 when it is no page of this run. */
int edition_page_number(const struct edition *run, const char *label);
/* Which run a page belongs to: 0 the main paper; -1 none. */
int edition_run_of_label(const struct edition *edition, const char *label);
const char *story_kind_word(enum story_kind kind);
const char *picture_focus_word(enum picture_focus focus); /* "given", "regions", "guessed", "middle" */
const char *story_fate_word(enum story_fate fate);	  /* "to-place", "held-over", … */

/* A web address as it is printed, without its scheme: "example.org/ferry", or the host alone where that is
   long. Caller frees. */
char *edition_printed_address(const char *url);

#endif
