/*
 * metadata.h - what the file says of itself
 *
 * Title, dates and producer stand twice, in XMP and in the information
 * dictionary, and are equal. Dates come from the paper's release, never from
 * the clock.
 */
#ifndef PAINT_PDF_METADATA_H
#define PAINT_PDF_METADATA_H

#include "page/page.h"
#include "paint/pdf/haru.h"

struct metadata_page {
	int object;
	int64_t height;               /* mpt */
};

/* XMP, information, output intent, viewer preferences, language. FALSE when lcms fails. */
gboolean metadata_write(struct haru *haru, const struct paper *paper, const char *producer, GError **error);
/* Labels, outline, destinations; `pages` in the paper's order. */
void metadata_write_places(struct haru *haru, const struct paper *paper, const struct metadata_page *pages);

/* Pure. "D:20261122050000+07'00'" from "2026-11-22T05:00:00+07:00"; NULL for anything else. Caller frees. */
char *metadata_pdf_date(const char *iso);
/* The XMP packet of a paper. Caller frees. */
char *metadata_xmp(const struct paper *paper, const char *producer, const char *date);

#endif
