/*
 * fontbook.h - the pinned fonts of the paper and nothing else
 *
 * fonts/fonts.yaml names for each role ("body", "body-italic", "headline-black")
 * the family, package, file and SHA-256. Files come from one folder; the
 * machine's own fonts are never seen.
 *
 * Opening belongs to one thread, and so does everything that goes through
 * Pango (face_foreign.h). Outlines, ink, face_has() and the facts in struct face
 * may be read by several threads at once.
 */
#ifndef FONT_FONTBOOK_H
#define FONT_FONTBOOK_H

#include <glib.h>

#include "base/diag.h"
#include "base/units.h"

struct fontbook;

struct face {
	const char *role;             /* interned */
	const char *family, *file;    /* family as pinned; file name without folder */
	const char *sha256;           /* as pinned; "" when it is not */
	const char *style;            /* as pinned: "SemiCondensed Bold" */
	int units_per_em;
	/* in thousandths of an em; ascent and descent are both positive */
	int cap_height, x_height, ascent, descent;
	const struct fontbook *book;
	int index;                    /* in the fontbook, 0.. */
};

/* `fonts` holds fonts.yaml and, beside it or in the folders it names, the font files.
   NULL when a font is missing; diag says which and what to install. A file whose bytes are
   not the pinned ones is used, with a warning that names both hashes; one pinned without a
   hash (a paper's own) is used as it is. */
struct fontbook *fontbook_open(const char *fonts, struct diag *diag);
void fontbook_free(struct fontbook *book);

int fontbook_count(const struct fontbook *book);
const struct face *fontbook_face_at(const struct fontbook *book, int index);
/* NULL when no such role is pinned. */
const struct face *fontbook_face(const struct fontbook *book, const char *role);

/* The letters of Vietnamese (134, both cases) that the face lacks, as UTF-8
   with blanks between; "" when it has them all. Caller frees. */
char *face_lacks_vietnamese(const struct face *face);
const char *face_path(const struct face *face);   /* of its file; owned by the book */
gboolean face_has(const struct face *face, gunichar character);

/* ---- outlines (outline.c) ---- */

enum outline_verb { OUTLINE_MOVE, OUTLINE_LINE, OUTLINE_CURVE, OUTLINE_CLOSE };

struct outline_point {
	double x, y;                  /* in ems, y upwards */
};
struct outline_step {
	enum outline_verb verb;
	struct outline_point to[3];   /* one point, or the three of a cubic */
};
struct ink {
	int left, right, top, bottom; /* thousandths of an em, y upwards, from the glyph's origin;
	                                 rounded outwards; all 0 for a blank */
};

/* Caller frees with g_array_unref; empty for a blank glyph. */
GArray *face_outline(const struct face *face, uint32_t glyph);   /* struct outline_step */
struct ink face_ink(const struct face *face, uint32_t glyph);

#endif
