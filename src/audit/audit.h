/*
 * audit.h - the fill audit, computed a second time from the finished paper
 *
 * In:     the copy, the layout, and the folder of a published edition
 * Out:    whether the edition is what its report says: every word of every placed
 *         story in order, its lines, jumps and trims, the cells of every page by
 *         use, and no white where copy should stand
 * Fails:  a difference is a fatal message in diag (audit-differs); a missing
 *         program of poppler-utils is program-missing
 *
 * Nothing here knows how the pages were made up. What stands on them is asked of
 * pdftotext, pdfinfo, pdfimages and pdftoppm.
 */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "base/diag.h"
#include "design/design.h"
#include "edition/edition.h"

struct audit_sums {
	int pages, stories, lines, lines_trimmed, jumps, words;
	int cells, cells_end;
};

/* Fills in what was recounted. FALSE when the audit could not be made or found a difference. */
gboolean audit_edition(const struct edition *edition, const struct design *design, const char *folder,
		       struct audit_sums *sums, struct diag *diag);

#endif
