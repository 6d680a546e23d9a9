/*
 * number.h - numbers, names and strings as a PDF writes them
 *
 * Pure, and the same in every locale. A length on its way into a file is a
 * whole number of `mpt`, thousandths of a point, so that sums do not drift.
 */
#ifndef PAINT_PDF_NUMBER_H
#define PAINT_PDF_NUMBER_H

#include <glib.h>

#include "base/units.h"

int64_t number_mpt(fix length);

/* value / 10^decimals without trailing zeros: (1500, 3) is "1.5". decimals ≤ 6. */
void number_put(GString *out, int64_t value, int decimals);
void number_put_mpt(GString *out, int64_t mpt);
/* "x y width height " style lists: each number with a blank behind it. */
void number_put_list(GString *out, const int64_t *mpt, int count);

/* "/Name", odd bytes as #xx. */
void number_put_name(GString *out, const char *name);
/* "(bytes)", escaped. */
void number_put_bytes(GString *out, const void *bytes, gsize length);
/* UTF-8 for a reader's eyes: a plain string when ASCII, else UTF-16 in hexadecimal. */
void number_put_text(GString *out, const char *text);
/* UTF-16BE digits without brackets, as ToUnicode wants them. */
void number_put_utf16(GString *out, const char *text, gsize length);

#endif
