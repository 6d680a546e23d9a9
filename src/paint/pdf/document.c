/* document.c - a paper's pages become one PDF file */
#include <hb.h>

#include "paint/painter.h"
#include "paint/pdf/content.h"
#include "paint/pdf/font.h"
#include "paint/pdf/haru.h"
#include "paint/pdf/image.h"
#include "paint/pdf/linearize.h"
#include "paint/pdf/metadata.h"
#include "paint/pdf/number.h"
#include "paint/pdf/structure.h"
#include "paint/pdf/text.h"

/* What viewers and libharu take: 3 to 14,400 points. */
#define SIDE_MIN (3 * FIX_PT)
#define SIDE_MAX (14400 * FIX_PT)

struct document {
	struct haru *haru;
	struct pdf_fonts *fonts;
	struct images *images;
	struct structure *structure;
	struct content content;
	struct text *text;
	GArray *pages; /* struct metadata_page */
	GError *error; /* the first fault; painting goes on without effect */
};

/* ---- the six calls ---- */

static void draw_page_begin(void *self, const struct page *page)
{
	struct document *document = self;
	if (document->error != NULL)
		return;
	if (page->width < SIDE_MIN || page->height < SIDE_MIN || page->width > SIDE_MAX ||
	    page->height > SIDE_MAX) {
		g_set_error(&document->error, PAINT_ERROR, PAINT_ERROR_PAGE,
			    "page %s has a size that no PDF can have: give it sides of 3 to 14,400 pt",
			    page->label);
		return;
	}
	struct metadata_page place = {.height = number_mpt(page->height)};
	place.object = haru_page(document->haru, number_mpt(page->width), place.height);
	g_array_append_val(document->pages, place);
	content_begin(&document->content, place.object, page->height);
	structure_page_begin(document->structure, place.object, place.height);
	text_page_begin(document->text);
}

static void draw_glyphs(void *self, const struct page_glyphs *glyphs)
{
	struct document *document = self;
	if (document->error == NULL)
		text_run(document->text, glyphs, &document->error);
}

static void draw_fill(void *self, const struct page_fill *fill)
{
	struct document *document = self;
	if (document->error != NULL)
		return;
	text_pause(document->text);
	content_fill(&document->content, STRUCTURE_ARTIFACT, fill->box, fill->colour);
}

static void draw_photo(void *self, const struct page_photo *photo)
{
	struct document *document = self;
	int picture = document->error == NULL ? image_object(document->images, photo, &document->error) : 0;
	if (picture == 0)
		return;
	text_pause(document->text);
	content_picture(&document->content, structure_for_photo(document->structure, photo->box), picture,
			photo->box);
}

static void draw_link(void *self, const struct page_link *link)
{
	struct document *document = self;
	if (document->error == NULL)
		structure_link(document->structure, link);
}

static void draw_mark(void *self, const struct page_mark *mark)
{
	struct document *document = self;
	if (document->error != NULL)
		return;
	if (mark != NULL)
		structure_open(document->structure, mark);
	else
		structure_close(document->structure);
}

static void draw_page_end(void *self)
{
	struct document *document = self;
	if (document->error == NULL) {
		text_pause(document->text);
		content_end(&document->content);
		if (!structure_page_end(document->structure))
			g_set_error(&document->error, PAINT_ERROR, PAINT_ERROR_PAGE,
				    "the marks of page %u do not nest", document->pages->len);
	}
}

static void document_draw(struct document *document, const struct paper *paper)
{
	struct painter painter = {.self = document,
				  .page_begin = draw_page_begin,
				  .glyphs = draw_glyphs,
				  .fill = draw_fill,
				  .photo = draw_photo,
				  .link = draw_link,
				  .mark = draw_mark,
				  .page_end = draw_page_end};
	for (guint i = 0; i < paper->pages->len && document->error == NULL; i++)
		painter_draw(&painter, g_ptr_array_index(paper->pages, i));
}

/* ---- the file ---- */

static char *producer_of(const struct pdf_options *options)
{
	g_autofree char *order =
		options->linearize ? g_strdup_printf(", qpdf %s", linearize_library_version()) : g_strdup("");
	return g_strdup_printf("%s (libharu %s, HarfBuzz %s%s)", options->producer, haru_library_version(),
			       hb_version_string(), order);
}

static gboolean document_finish(struct document *document, const struct paper *paper, const char *producer,
				GError **error)
{
	if (document->error != NULL) {
		g_propagate_error(error, g_steal_pointer(&document->error));
		return FALSE;
	}
	if (!pdf_fonts_finish(document->fonts, error) ||
	    !metadata_write(document->haru, paper, producer, error))
		return FALSE;
	metadata_write_places(document->haru, paper, (struct metadata_page *)document->pages->data);
	structure_finish(document->structure);
	return TRUE;
}

static struct document *document_new(const struct paper *paper, const struct paint_source *source,
				     GError **error)
{
	struct haru *haru = haru_new(error);
	if (haru == NULL)
		return NULL;
	struct document *document = g_new0(struct document, 1);
	document->haru = haru;
	document->fonts = pdf_fonts_new(haru, source->fonts);
	document->images = images_new(haru, source->prints);
	document->structure = structure_new(haru, paper);
	document->content = (struct content){.haru = haru, .structure = document->structure};
	document->text = text_new(&document->content, document->fonts);
	document->pages = g_array_new(FALSE, FALSE, sizeof(struct metadata_page));
	return document;
}

static void document_free(struct document *document)
{
	if (document->content.out != NULL)
		g_string_free(document->content.out, TRUE);
	text_free(document->text);
	structure_free(document->structure);
	images_free(document->images);
	pdf_fonts_free(document->fonts);
	haru_free(document->haru);
	g_array_unref(document->pages);
	g_clear_error(&document->error);
	g_free(document);
}

GBytes *pdf_document(const struct paper *paper, const struct paint_source *source,
		     const struct pdf_options *options, GError **error)
{
	if (paper->pages->len == 0) {
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_PAGE, "the edition has no page: give it a story");
		return NULL;
	}
	struct document *document = document_new(paper, source, error);
	if (document == NULL)
		return NULL;
	g_autofree char *producer = producer_of(options);
	g_autoptr(GBytes) file = NULL;
	document_draw(document, paper);
	if (document_finish(document, paper, producer, error))
		file = haru_write(document->haru, error);
	document_free(document);
	if (file == NULL || !options->linearize)
		return g_steal_pointer(&file);
	return linearize(file, error);
}
