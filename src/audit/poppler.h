/*
 * poppler.h - what the programs of poppler-utils print about a PDF
 */
#ifndef AUDIT_POPPLER_H
#define AUDIT_POPPLER_H

#include <gio/gio.h>
#include <glib.h>

#define POPPLER_ERROR (poppler_error_quark())
GQuark poppler_error_quark(void);

enum poppler_error {
	POPPLER_ERROR_MISSING, /* the program is not installed */
	POPPLER_ERROR_FAILED,  /* it could not read the PDF */
};

/* Standard output of `program` with the words of `arguments` (parted by spaces), the PDF's path and, if not
   NULL, `last`. The caller unrefs. */
GBytes *poppler_run(const char *program, const char *arguments, const char *pdf, const char *last,
		    GError **error);

#endif
