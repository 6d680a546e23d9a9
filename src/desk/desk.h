/*
 * desk.h - the proof: pages of the web on which the desk looks at tomorrow's paper
 *
 * In:     the edition, its finished pages and what was decided, all const; pictures that
 *         the caller has painted, by the names they will have in the proof's folder
 * Out:    files in memory; nothing is written here
 * Fails:  never: whatever is missing is shown as missing
 *
 * Nothing of it knows the clock: the same copy and the same last proof give the same bytes.
 */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include <glib.h>

#include "base/diag.h"
#include "base/units.h"
#include "edition/edition.h"
#include "makeup/decision.h"
#include "page/page.h"

#define DESK_COLUMNS_MAX 24

/* The drawn grid of one page. */
struct desk_grid {
	int columns, rows;
	fix left[DESK_COLUMNS_MAX], column_width;
	fix top, leading; /* of row 0 */
};

/* A picture in the proof's folder. file is owned; NULL: there is none. */
struct desk_picture {
	char *file;
	int width_px, height_px;
};

struct desk_sheet {
	const struct page *page;
	const struct page_decision *decision;
	struct desk_grid grid;
	struct desk_picture picture, thumb;
};

/* A whole photograph beside which its crops are shown. */
struct desk_original {
	char *file; /* as the edition names it; owned */
	struct desk_picture picture;
};

struct record;

/* A message, and where on the finished pages it is seen. */
struct fault {
	const struct diag_message *message;
	int sheet;	  /* index into sheets; -1: on no page */
	struct rect box;  /* on that page */
	gboolean on_line; /* the box is the line itself, not its story or photograph */
	int story;	  /* index into the edition's stories; -1: of none */
};

struct proof {
	const struct edition *edition;
	const struct decisions *decisions;
	const struct paper *paper;
	const struct diag *diag;
	GArray *sheets;		   /* struct desk_sheet, one a page, in order */
	GArray *originals;	   /* struct desk_original */
	const struct record *last; /* the last proof, or NULL */
	const char *out;	   /* folder of editions; NULL: the usual one */
	gboolean live;		   /* shown by 'anban proof --serve' */
	GArray *faults;		   /* struct fault, gravest first: proof_find_faults() */
	struct record *record;	   /* of this proof: proof_settle() */
};

struct proof *proof_new(void);
/* Once all above is filled in, if not yet the pictures: a page can be written then. */
void proof_find_faults(struct proof *proof);
/* Once the pictures are, too: all files can be written. */
void proof_settle(struct proof *proof);
void proof_free(struct proof *proof);

/* One page's own file: "page-7.html". Callers free. */
char *proof_page_name(const char *label);
char *proof_page(const struct proof *proof, guint index);

struct proof_file {
	char *name; /* in the proof's folder; no folder in it */
	GBytes *bytes;
};
/* All that is no page and no picture: index.html, faults.html, stories.html, changes.html, desk.css,
   desk.js, and proof.json, the record for the next proof. Caller unrefs. */
GPtrArray *proof_files(const struct proof *proof);

/* ---- asset.c ---- */

/* Style or script by its name; NULL: there is no such file. Caller unrefs. */
GBytes *asset_bytes(const char *name);

/* ---- waiting.c ---- */

/* What a server shows until there is a first page. Caller frees. */
char *waiting_page(void);

/* ---- record.c: the last proof ---- */

/* NULL for anything that is no record. Caller frees. */
struct record *record_read(const char *json, gssize length);
void record_free(struct record *record);
/* Pictures that it shows, as names in the proof's folder: char *. Caller unrefs. */
GPtrArray *record_pictures(const struct record *record);

/* ---- alarms.c ---- */

/* What a reader of the copy would stop at: adds to diag. decisions may be NULL. */
void alarms_find(const struct edition *edition, const struct decisions *decisions, struct diag *diag);
/* Whether messages of this code are shown among the alarms. */
gboolean alarms_include(enum diag_code code);

#endif
