/*
 * The same pages through our PDF writer and through cairo's PDF surface, in one
 * run: bytes and time. Photographs are left out, for both put a JPEG's own bytes
 * into the file.
 *
 * against-cairo FONTS PAGES.txt [FOLDER]     PAGES.txt: what anban build --trace prints
 */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "font/face_foreign.h"
#include "paint/painter.h"
#include "paint/pdf/linearize.h"

#define ROUNDS 5

struct bench {
	const struct fontbook *book;
	struct paper *paper;
	FT_Library library;
	cairo_font_face_t **faces; /* by index in the book */
};

/* ---- cairo ---- */

struct surface {
	const struct bench *bench;
	cairo_t *cairo;
	GByteArray *bytes;
};

static cairo_font_face_t *face_for_cairo(const struct bench *bench, const struct face *face)
{
	hb_blob_t *blob = hb_face_reference_blob(face_hb_face(face));
	unsigned length;
	const char *bytes = hb_blob_get_data(blob, &length);
	FT_Face ft;
	if (FT_New_Memory_Face(bench->library, (const FT_Byte *)bytes, (FT_Long)length, 0, &ft) != 0)
		g_error("%s cannot be read", face->file);
	return cairo_ft_font_face_create_for_ft_face(ft, FT_LOAD_NO_HINTING);
}

static void set_colour(cairo_t *cairo, uint32_t colour)
{
	cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
			     (colour & 255) / 255.0);
}

static void cairo_glyphs(void *self, const struct page_glyphs *run)
{
	struct surface *surface = self;
	const struct face *face = fontbook_face(surface->bench->book, run->font);
	guint count = run->glyphs->len;
	g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, count);
	g_autofree cairo_text_cluster_t *clusters = g_new(cairo_text_cluster_t, count);
	cairo_matrix_t matrix;
	int used = 0;
	for (guint i = 0; i < count; i++) {
		const struct page_glyph *glyph = &g_array_index(run->glyphs, struct page_glyph, i);
		glyphs[i] = (cairo_glyph_t){glyph->id, fix_to_pt(glyph->x), fix_to_pt(glyph->y)};
		clusters[i] = (cairo_text_cluster_t){glyph->text_length, 1};
		used += glyph->text_length;
	}
	if (count == 0)
		return;
	cairo_matrix_init_scale(&matrix, fix_to_pt(run->size) * run->x_scale / 1000, fix_to_pt(run->size));
	cairo_set_font_face(surface->cairo, surface->bench->faces[face->index]);
	cairo_set_font_matrix(surface->cairo, &matrix);
	set_colour(surface->cairo, run->colour);
	if (used == (int)strlen(run->text))
		cairo_show_text_glyphs(surface->cairo, run->text, used, glyphs, (int)count, clusters,
				       (int)count, 0);
	else
		cairo_show_glyphs(surface->cairo, glyphs, (int)count);
}

static void cairo_box(void *self, const struct page_fill *fill)
{
	struct surface *surface = self;
	set_colour(surface->cairo, fill->colour);
	cairo_rectangle(surface->cairo, fix_to_pt(fill->box.x), fix_to_pt(fill->box.y),
			fix_to_pt(fill->box.width), fix_to_pt(fill->box.height));
	cairo_fill(surface->cairo);
}

static void cairo_page_end(void *self)
{
	struct surface *surface = self;
	cairo_show_page(surface->cairo);
}

static cairo_status_t take(void *self, const unsigned char *bytes, unsigned length)
{
	g_byte_array_append(((struct surface *)self)->bytes, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

static GBytes *by_cairo(const struct bench *bench)
{
	const struct page *first = bench->paper->pages->pdata[0];
	struct surface surface = {.bench = bench, .bytes = g_byte_array_new()};
	cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream(take, &surface, fix_to_pt(first->width),
								   fix_to_pt(first->height));
	surface.cairo = cairo_create(pdf);
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(surface.cairo, options);
	cairo_font_options_destroy(options);
	struct painter painter = {
		.self = &surface, .glyphs = cairo_glyphs, .fill = cairo_box, .page_end = cairo_page_end};
	for (guint i = 0; i < bench->paper->pages->len; i++)
		painter_draw(&painter, bench->paper->pages->pdata[i]);
	cairo_destroy(surface.cairo);
	cairo_surface_finish(pdf);
	cairo_surface_destroy(pdf);
	return g_byte_array_free_to_bytes(surface.bytes);
}

/* ---- ours ---- */

static GBytes *by_anban(const struct bench *bench)
{
	struct paint_source source = {bench->book, NULL};
	struct pdf_options options = {FALSE, "anban bench"};
	g_autoptr(GError) error = NULL;
	GBytes *file = pdf_document(bench->paper, &source, &options, &error);
	if (file == NULL)
		g_error("%s", error->message);
	return file;
}

static GBytes *ordered(GBytes *file)
{
	g_autoptr(GError) error = NULL;
	GBytes *web = linearize(file, &error);
	if (web == NULL)
		g_error("%s", error->message);
	return web;
}

/* ---- the run ---- */

static gboolean is_photo(const struct page_item *item)
{
	return item->kind == ITEM_PHOTO;
}

static gboolean is_structure(const struct page_item *item)
{
	return item->kind == ITEM_MARK || item->kind == ITEM_MARK_END || item->kind == ITEM_LINK;
}

static void leave_out(struct paper *paper, gboolean (*which)(const struct page_item *item))
{
	for (guint i = 0; i < paper->pages->len; i++) {
		GPtrArray *items = ((struct page *)paper->pages->pdata[i])->items;
		for (guint k = items->len; k > 0; k--)
			if (which(items->pdata[k - 1]))
				g_ptr_array_remove_index(items, k - 1);
	}
}

static struct paper *read_paper(const char *path)
{
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;
	if (!g_file_get_contents(path, &text, NULL, &error))
		g_error("%s", error->message);
	struct paper *paper = paper_read(text, &error);
	if (paper == NULL)
		g_error("%s: %s", path, error->message);
	leave_out(paper, is_photo);
	return paper;
}

static int compare_times(gconstpointer one, gconstpointer other)
{
	gint64 a = *(const gint64 *)one, b = *(const gint64 *)other;
	return a < b ? -1 : a > b;
}

struct way {
	const char *name;
	GBytes *(*make)(const struct bench *bench);
	gint64 times[ROUNDS];
	GBytes *file;
};

static void way_run(struct way *way, const struct bench *bench, int round)
{
	gint64 begun = g_get_monotonic_time();
	GBytes *file = way->make(bench);
	way->times[round] = g_get_monotonic_time() - begun;
	if (way->file != NULL)
		g_bytes_unref(way->file);
	way->file = file;
}

static gint64 way_median(struct way *way)
{
	qsort(way->times, ROUNDS, sizeof *way->times, compare_times);
	return way->times[ROUNDS / 2];
}

static void tell(const char *name, gsize bytes, gint64 time)
{
	g_print("%-28s %9" G_GSIZE_FORMAT " bytes", name, bytes);
	if (time >= 0)
		g_print("  %6.1f ms", (double)time / 1000);
	g_print("\n");
}

static void save(const char *folder, const char *name, GBytes *file)
{
	gsize length;
	const char *bytes = g_bytes_get_data(file, &length);
	g_autofree char *path = folder != NULL ? g_build_filename(folder, name, NULL) : NULL;
	if (path != NULL)
		g_file_set_contents(path, bytes, (gssize)length, NULL);
}

int main(int argc, char **argv)
{
	if (argc < 3) {
		g_printerr("usage: against-cairo FONTS PAGES.txt [FOLDER]\n");
		return 64;
	}
	struct diag *diag = diag_new();
	struct fontbook *book = fontbook_open(argv[1], diag);
	if (book == NULL)
		return 69;
	struct bench bench = {.book = book, .paper = read_paper(argv[2])};
	FT_Init_FreeType(&bench.library);
	bench.faces = g_new(cairo_font_face_t *, (gsize)fontbook_count(book));
	for (int i = 0; i < fontbook_count(book); i++)
		bench.faces[i] = face_for_cairo(&bench, fontbook_face_at(book, i));
	struct way ways[] = {{.name = "cairo", .make = by_cairo}, {.name = "anban", .make = by_anban}};
	for (int round = 0; round < ROUNDS; round++)
		for (guint i = 0; i < G_N_ELEMENTS(ways); i++)
			way_run(&ways[i], &bench, round);
	gint64 cairo_time = way_median(&ways[0]), anban_time = way_median(&ways[1]);
	gint64 begun = g_get_monotonic_time();
	g_autoptr(GBytes) web = ordered(ways[1].file);
	gint64 order_time = g_get_monotonic_time() - begun;
	g_autoptr(GBytes) cairo_web = ordered(ways[0].file);
	leave_out(bench.paper, is_structure);
	g_autoptr(GBytes) bare = by_anban(&bench), bare_web = ordered(bare);
	tell("cairo", g_bytes_get_size(ways[0].file), cairo_time);
	tell("anban, tagged, as a draft", g_bytes_get_size(ways[1].file), anban_time);
	tell("anban, without tags and links", g_bytes_get_size(bare), -1);
	tell("cairo, through qpdf", g_bytes_get_size(cairo_web), -1);
	tell("anban, tagged, through qpdf", g_bytes_get_size(web), order_time);
	tell("anban, without, through qpdf", g_bytes_get_size(bare_web), -1);
	double cairo_bytes = (double)g_bytes_get_size(ways[0].file);
	g_print("of cairo's: %.2f of the bytes untagged, %.2f tagged for the web, %.2f of the time\n",
		(double)g_bytes_get_size(bare) / cairo_bytes, (double)g_bytes_get_size(web) / cairo_bytes,
		(double)anban_time / (double)cairo_time);
	save(argv[3], "cairo.pdf", ways[0].file);
	save(argv[3], "anban.pdf", web);
	return 0;
}
