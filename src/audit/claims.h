/*
 * claims.h - what report.json says of an edition
 */
#ifndef AUDIT_CLAIMS_H
#define AUDIT_CLAIMS_H

#include <glib.h>

#include "audit/cells.h"

struct page_claim {
	int number;
	char *label, *template_name;
	int columns, rows;
	int cells[CELL_USES];
	int total;
	gboolean locked;
};

struct part_claim {
	int page; /* index into pages */
	struct cells box;
	int lines;
};

struct story_claim {
	char *id, *headline, *status, *text_trimmed;
	GArray *parts; /* struct part_claim */
	int lines, lines_trimmed;
	GPtrArray *photos; /* char *: files of the pictures used */
};

struct claims {
	GPtrArray *pages;   /* struct page_claim */
	GPtrArray *stories; /* struct story_claim */
	char *pdf;	    /* name in the published folder */
	char *pdf_sha256;
	char *input_sha256;
};

/* Reads the text of report.json; NULL with a message when it is no report. Caller frees. */
struct claims *claims_read(const char *text, gssize length, GError **error);
void claims_free(struct claims *claims);

#endif
