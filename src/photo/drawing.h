/*
 * drawing.h - SVG graphics: charts, maps and logos that stay vectors
 *
 * A drawing is measured in units of its own: its longer side counts
 * DRAWING_UNITS pixels, so that it is never coarse. Its words become outlines of
 * the paper's faces. Nothing that lies outside the file is ever asked for.
 *
 * A small file can be made to draw for hours. So it is only read here; the
 * library that draws runs in a process of its own, with little time and memory.
 */
#ifndef PHOTO_DRAWING_H
#define PHOTO_DRAWING_H

#include "photo/photo.h"

#define DRAWING_UNITS	     8192
#define DRAWING_LIMIT_BYTES  (2u << 20)
#define DRAWING_LIMIT_SHAPES 20000 /* elements */
#define DRAWING_LIMIT_DEPTH  64	   /* of elements in elements, whether within or by name */
/* Bytes of copy that are drawn, counted again wherever they are drawn again. */
#define DRAWING_LIMIT_DRAWN (6u << 20)
/* Of the drawing as PDF. */
#define DRAWING_LIMIT_PDF (2u << 20)
/* Of a drawing's sides, one to the other. */
#define DRAWING_LIMIT_RATIO   40
#define DRAWING_LIMIT_SECONDS 2 /* of one processor */
#define DRAWING_LIMIT_MEMORY  (192u << 20)

/* Whether the bytes begin like an SVG; more is not promised. */
gboolean drawing_is_svg(GBytes *file);

/* ---- drawing_check.c: what a drawing holds, without drawing it ---- */

struct drawing_facts {
	double width, height; /* in any unit: only their ratio counts */
	char *description;    /* the text of its own <desc>, or NULL; caller frees */
};
/* PHOTO_ERROR_FORMAT, with the line, or PHOTO_ERROR_LIMIT. */
gboolean drawing_check(GBytes *file, struct drawing_facts *facts, GError **error);

/* ---- drawing.c ---- */

gboolean drawing_probe(GBytes *file, struct photo_facts *facts, GError **error);
/* A print of format PRINT_DRAWING, made by this very program, started again
   as a drawing board. */
struct photo_print *drawing_render(GBytes *file, const struct photo_order *order, GError **error);

/* ---- drawing_board.c ---- */

#define DRAWING_BOARD "--drawing-board"
/* What the board says: "drawn WIDTH HEIGHT BYTES\n", so many bytes of PDF, and
   rows of RGB of that size; or "fault WORDS". */
#define DRAWING_DRAWN "drawn"
#define DRAWING_FAULT "fault "

#endif
