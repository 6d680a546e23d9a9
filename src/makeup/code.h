/*
 * code.h - a link as a square of dark and light cells that a telephone reads
 *
 * The cells are QR code, ISO/IEC 18004; libqrencode works them out.
 */
#ifndef MAKEUP_CODE_H
#define MAKEUP_CODE_H

#include <glib.h>

struct code {
	int side;      /* cells a side */
	guint8 *cells; /* row by row: TRUE is dark */
};

/* NULL when the link is longer than a code holds. */
struct code *code_new(const char *link);
void code_free(struct code *code);

#endif
