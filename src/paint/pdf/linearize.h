/*
 * linearize.h - a finished file put in order for the web
 */
#ifndef PAINT_PDF_LINEARIZE_H
#define PAINT_PDF_LINEARIZE_H

#include <glib.h>

/* The same document linearized, small objects packed in object streams; by qpdf, in
   memory alone, for qpdf does not notice a full disk. NULL when qpdf finds anything
   to complain of. The same bytes for the same input. */
GBytes *linearize(GBytes *file, GError **error);
const char *linearize_library_version(void);

#endif
