/*
 * painter.h - six calls draw a page
 *
 * A painter draws and decides nothing. It knows pages, photographs and fonts,
 * never make-up or copy.
 */
#ifndef PAINT_PAINTER_H
#define PAINT_PAINTER_H

#include "font/fontbook.h"
#include "page/page.h"

#define PAINT_ERROR (paint_error_quark())
GQuark paint_error_quark(void);

enum paint_error {
	PAINT_ERROR_FONT,  /* a face that is not pinned, a glyph it lacks, a file that may not be embedded */
	PAINT_ERROR_PHOTO, /* a print that is missing or that no PDF can carry */
	PAINT_ERROR_PAGE,  /* marks that do not nest, a size no PDF can have */
	PAINT_ERROR_TOO_LARGE, /* past what the writer can address */
	PAINT_ERROR_LIBRARY,
};

struct painter {
	void *self;
	void (*page_begin)(void *self, const struct page *page);
	void (*glyphs)(void *self, const struct page_glyphs *glyphs);
	void (*fill)(void *self, const struct page_fill *fill); /* rules too */
	void (*photo)(void *self, const struct page_photo *photo);
	void (*link)(void *self, const struct page_link *link);
	void (*mark)(void *self, const struct page_mark *mark); /* NULL: the innermost ends */
	void (*page_end)(void *self);
};

/* Any call may be NULL. */
void painter_draw(const struct painter *painter, const struct page *page);

/* What painters need besides the pages; all const, all outlive the painting. */
struct paint_source {
	const struct fontbook *fonts;
	GHashTable *prints; /* page_photo_key() → struct photo_print */
};

/* ---- preview.c ---- */

/* The page as a JPEG or PNG of that height; pixels equal on every machine of one kind. */
GBytes *preview_jpeg(const struct page *page, const struct paint_source *source, int height_px,
		     GError **error);
/* The same in several heights, drawn once: files[i] is heights_px[i] high; the caller unrefs each. */
gboolean preview_jpegs(const struct page *page, const struct paint_source *source, const int *heights_px,
		       int count, GBytes **files, GError **error);

/* What painting page after page keeps: glyphs and photographs at their size. Of one thread and one fontbook.
 */
struct preview_stock;
struct preview_stock *preview_stock_new(void);
void preview_stock_free(struct preview_stock *stock);
/* As preview_jpeg(), the same pixels before they are encoded: fast, and in more bytes. */
GBytes *preview_proof(const struct page *page, const struct paint_source *source, struct preview_stock *stock,
		      int height_px, GError **error);

GBytes *preview_png(const struct page *page, const struct paint_source *source, int height_px,
		    GError **error);

/* ---- pdf/document.c ---- */

struct pdf_options {
	gboolean linearize;   /* and object streams: for the web */
	const char *producer; /* "anban 0.1" */
};

/* The finished file in memory. Deterministic. */
GBytes *pdf_document(const struct paper *paper, const struct paint_source *source,
		     const struct pdf_options *options, GError **error);

/* ---- zones.c ---- */

/* zones.json from the pages (formats.md). Caller frees. */
char *zones_json(const struct paper *paper);

#endif
