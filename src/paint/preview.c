/*
 * preview.c - a page as a picture
 *
 * Glyphs are filled outlines, for cairo's own text snaps each to a whole pixel.
 * Small ones are stamped from masks (preview_mask.h).
 */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "paint/painter.h"
#include "paint/preview_photo.h"
#include "paint/preview_stock.h"
#include "photo/encode.h"

/* Larger glyphs are few and cost little to fill where they stand. */
#define MASK_PX_MAX  96
#define JPEG_QUALITY 84

#define FAR_OFF_PX  1e6
#define SIDE_PX_MAX 32767 /* of a surface */

struct preview {
	const struct paint_source *source;
	cairo_surface_t *surface;
	cairo_t *cairo;
	double scale; /* px a point */
	struct preview_stock *stock;
	GError *error;
};

/* ---- the calls ---- */

static void set_colour(cairo_t *cairo, uint32_t colour)
{
	cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
			     (colour & 255) / 255.0);
}

static void draw_large(struct preview *preview, const struct face *face, const struct page_glyphs *run,
		       const struct page_glyph *glyph)
{
	g_autoptr(GArray) outline = face_outline(face, glyph->id);
	double height = fix_to_pt(run->size) * preview->scale, width = height * run->x_scale / 1000;
	preview_mask_trace(preview->cairo, outline, fix_to_pt(glyph->x) * preview->scale,
			   fix_to_pt(glyph->y) * preview->scale, width, height);
	cairo_fill(preview->cairo);
}

static uint32_t blend_byte(uint32_t under, uint32_t over, uint32_t coverage)
{
	uint32_t sum = under * (255 - coverage) + over * coverage + 127;
	return sum / 255;
}

static uint32_t blend(uint32_t under, uint32_t over, uint32_t coverage)
{
	uint32_t red = blend_byte(under >> 16 & 255, over >> 16 & 255, coverage);
	uint32_t green = blend_byte(under >> 8 & 255, over >> 8 & 255, coverage);
	return red << 16 | green << 8 | blend_byte(under & 255, over & 255, coverage);
}

/* By hand, for cairo makes and frees a pattern a glyph, which takes longer than the glyph. */
static void stamp(cairo_surface_t *surface, const struct preview_mask *mask, int left, int top,
		  uint32_t colour)
{
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	gsize stride = (gsize)cairo_image_surface_get_stride(surface);
	guint8 *pixels = cairo_image_surface_get_data(surface);
	int first = MAX(0, -left), last = MIN(mask->columns, width - left);
	for (int y = MAX(0, -top); y < MIN(mask->rows, height - top); y++) {
		uint32_t *row = (uint32_t *)(void *)(pixels + (gsize)(top + y) * stride);
		const guint8 *from = mask->coverage + (gsize)y * (gsize)mask->columns;
		for (int x = first; x < last; x++)
			if (from[x] != 0)
				row[left + x] =
					from[x] == 255 ? colour : blend(row[left + x], colour, from[x]);
	}
}

static void draw_small(struct preview *preview, const struct face *face, const struct page_glyphs *run,
		       const struct page_glyph *glyph)
{
	double at_x = fix_to_pt(glyph->x) * preview->scale * 4 + 0.5;
	double at_y = fix_to_pt(glyph->y) * preview->scale * 4 + 0.5;
	struct preview_mask_key key;
	if (fabs(at_x) > FAR_OFF_PX || fabs(at_y) > FAR_OFF_PX)
		return;
	int x = (int)floor(at_x), y = (int)floor(at_y);
	/* Compared as bytes, so none may be left to chance. */
	memset(&key, 0, sizeof key);
	key.face = face->index;
	key.height = fix_to_pt(run->size) * preview->scale;
	key.x_scale = run->x_scale;
	key.glyph = glyph->id;
	key.quarter_x = x & 3;
	key.quarter_y = y & 3;
	const struct preview_mask *mask = preview_mask_find(preview->stock->masks, face, &key);
	if (mask->rows > 0)
		stamp(preview->surface, mask, (x >> 2) + mask->left, (y >> 2) + mask->top,
		      run->colour & 0xffffff);
}

static void draw_glyphs(void *self, const struct page_glyphs *run)
{
	struct preview *preview = self;
	const struct face *face = fontbook_face(preview->source->fonts, run->font);
	if (face == NULL) {
		if (preview->error == NULL)
			g_set_error(&preview->error, PAINT_ERROR, PAINT_ERROR_FONT,
				    "no face is pinned for '%s': add it to fonts.yaml", run->font);
		return;
	}
	gboolean large = fix_to_pt(run->size) * preview->scale > MASK_PX_MAX;
	set_colour(preview->cairo, run->colour);
	cairo_surface_flush(preview->surface);
	for (guint i = 0; i < run->glyphs->len; i++) {
		const struct page_glyph *glyph = &g_array_index(run->glyphs, struct page_glyph, i);
		if (large)
			draw_large(preview, face, run, glyph);
		else
			draw_small(preview, face, run, glyph);
	}
	cairo_surface_mark_dirty(preview->surface);
}

static void trace_box(const struct preview *preview, struct rect box)
{
	cairo_rectangle(preview->cairo, fix_to_pt(box.x) * preview->scale, fix_to_pt(box.y) * preview->scale,
			fix_to_pt(box.width) * preview->scale, fix_to_pt(box.height) * preview->scale);
}

static void draw_fill(void *self, const struct page_fill *fill)
{
	struct preview *preview = self;
	set_colour(preview->cairo, fill->colour);
	trace_box(preview, fill->box);
	cairo_fill(preview->cairo);
}

static cairo_surface_t *surface_of(const struct raster *raster)
{
	cairo_surface_t *surface =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster->width_px, raster->height_px);
	int stride = cairo_image_surface_get_stride(surface);
	guint8 *pixels = cairo_image_surface_get_data(surface);
	for (int y = 0; y < raster->height_px; y++) {
		uint32_t *row = (uint32_t *)(void *)(pixels + (gsize)y * (gsize)stride);
		const guint8 *from = raster_row(raster, y);
		for (int x = 0; x < raster->width_px; x++, from += raster->components)
			row[x] = raster->components == 1 ? from[0] * 0x010101u
							 : (uint32_t)(from[0] << 16 | from[1] << 8 | from[2]);
	}
	cairo_surface_mark_dirty(surface);
	return surface;
}

static void draw_raster(struct preview *preview, const struct raster *raster, struct rect box)
{
	cairo_surface_t *picture = surface_of(raster);
	cairo_save(preview->cairo);
	trace_box(preview, box);
	cairo_clip(preview->cairo);
	cairo_translate(preview->cairo, fix_to_pt(box.x) * preview->scale, fix_to_pt(box.y) * preview->scale);
	cairo_scale(preview->cairo, fix_to_pt(box.width) * preview->scale / raster->width_px,
		    fix_to_pt(box.height) * preview->scale / raster->height_px);
	cairo_set_source_surface(preview->cairo, picture, 0, 0);
	cairo_pattern_set_extend(cairo_get_source(preview->cairo), CAIRO_EXTEND_PAD);
	cairo_paint(preview->cairo);
	cairo_restore(preview->cairo);
	cairo_surface_destroy(picture);
}

static void draw_print(struct preview *preview, const struct photo_print *print, struct rect box)
{
	int width = MAX(1, (int)(fix_to_pt(box.width) * preview->scale + 0.5));
	int height = MAX(1, (int)(fix_to_pt(box.height) * preview->scale + 0.5));
	struct raster *kept = preview_stock_find(preview->stock, print, width, height);
	struct raster *raster = kept != NULL ? kept : preview_photo(print, width, height, &preview->error);
	if (raster == NULL)
		return;
	draw_raster(preview, raster, box);
	if (kept == NULL)
		preview_stock_keep(preview->stock, print, raster);
}

static void draw_photo(void *self, const struct page_photo *photo)
{
	struct preview *preview = self;
	g_autofree char *key = page_photo_key(photo);
	const struct photo_print *print = g_hash_table_lookup(preview->source->prints, key);
	if (preview->error != NULL)
		return;
	if (print == NULL) {
		g_set_error(&preview->error, PAINT_ERROR, PAINT_ERROR_PHOTO, "%s was not printed",
			    photo->file);
		return;
	}
	draw_print(preview, print, photo->box);
}

/* ---- the picture ---- */

static void preview_clear(struct preview *preview)
{
	cairo_destroy(preview->cairo);
	cairo_surface_destroy(preview->surface);
	g_clear_error(&preview->error);
}

/* FALSE when something could not be drawn; `preview` is to be cleared all the same. */
static gboolean preview_draw(struct preview *preview, const struct page *page,
			     const struct paint_source *source, struct preview_stock *stock, int height_px,
			     GError **error)
{
	int width_px = (int)CLAMP(
		((int64_t)page->width * height_px + page->height / 2) / MAX(page->height, 1), 1, SIDE_PX_MAX);
	*preview = (struct preview){
		.source = source, .stock = stock, .scale = height_px / fix_to_pt(page->height)};
	preview->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, height_px);
	preview->cairo = cairo_create(preview->surface);
	cairo_set_source_rgb(preview->cairo, 1, 1, 1);
	cairo_paint(preview->cairo);
	struct painter painter = {
		.self = preview, .glyphs = draw_glyphs, .fill = draw_fill, .photo = draw_photo};
	painter_draw(&painter, page);
	cairo_surface_flush(preview->surface);
	cairo_status_t status = cairo_status(preview->cairo);
	if (preview->error == NULL && status != CAIRO_STATUS_SUCCESS)
		g_set_error(&preview->error, PAINT_ERROR, PAINT_ERROR_LIBRARY,
			    "cairo cannot draw page %s: %s", page->label, cairo_status_to_string(status));
	if (preview->error == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&preview->error));
	return FALSE;
}

static struct raster *raster_of(cairo_surface_t *surface)
{
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	int stride = cairo_image_surface_get_stride(surface);
	const guint8 *pixels = cairo_image_surface_get_data(surface);
	struct raster *raster = raster_new(width, height, 3);
	for (int y = 0; y < height; y++) {
		const uint32_t *row = (const uint32_t *)(const void *)(pixels + (gsize)y * (gsize)stride);
		guint8 *to = raster_row(raster, y);
		for (int x = 0; x < width; x++) {
			*to++ = (guint8)(row[x] >> 16);
			*to++ = (guint8)(row[x] >> 8);
			*to++ = (guint8)row[x];
		}
	}
	return raster;
}

/* Smaller pictures are the largest one made smaller. */
static gboolean encode_heights(struct raster *raster, const int *heights_px, int count, GBytes **files,
			       GError **error)
{
	for (int i = 0; i < count; i++) {
		int width = MAX(1, (int)((int64_t)raster->width_px * heights_px[i] / raster->height_px));
		struct rectangle whole = {0, 0, raster->width_px, raster->height_px};
		struct raster *small = NULL;
		if (heights_px[i] != raster->height_px)
			small = raster_resample(raster, whole, width, heights_px[i]);
		files[i] = encode_jpeg(small != NULL ? small : raster, JPEG_QUALITY, ENCODE_FINAL, error);
		raster_free(small);
		if (files[i] == NULL) {
			while (i-- > 0)
				g_clear_pointer(&files[i], g_bytes_unref);
			return FALSE;
		}
	}
	return TRUE;
}

gboolean preview_jpegs(const struct page *page, const struct paint_source *source, const int *heights_px,
		       int count, GBytes **files, GError **error)
{
	struct preview_stock *stock = preview_stock_passing();
	struct preview preview;
	int largest = 1;
	for (int i = 0; i < count; i++)
		largest = MAX(largest, heights_px[i]);
	gboolean good = preview_draw(&preview, page, source, stock, largest, error);
	if (good) {
		struct raster *raster = raster_of(preview.surface);
		good = encode_heights(raster, heights_px, count, files, error);
		raster_free(raster);
	}
	preview_clear(&preview);
	preview_stock_free(stock);
	return good;
}

GBytes *preview_jpeg(const struct page *page, const struct paint_source *source, int height_px,
		     GError **error)
{
	GBytes *file = NULL;
	return preview_jpegs(page, source, &height_px, 1, &file, error) ? file : NULL;
}

GBytes *preview_proof(const struct page *page, const struct paint_source *source, struct preview_stock *stock,
		      int height_px, GError **error)
{
	struct preview preview;
	GBytes *file = NULL;
	preview_stock_clear_out(stock);
	if (preview_draw(&preview, page, source, stock, height_px, error)) {
		struct raster *raster = raster_of(preview.surface);
		file = encode_jpeg(raster, JPEG_QUALITY, ENCODE_QUICK, error);
		raster_free(raster);
	}
	preview_clear(&preview);
	return file;
}

static cairo_status_t png_take(void *to, const unsigned char *bytes, unsigned length)
{
	g_byte_array_append(to, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

GBytes *preview_png(const struct page *page, const struct paint_source *source, int height_px, GError **error)
{
	struct preview_stock *stock = preview_stock_passing();
	struct preview preview;
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	gboolean good = preview_draw(&preview, page, source, stock, height_px, error);
	if (good &&
	    cairo_surface_write_to_png_stream(preview.surface, png_take, bytes) != CAIRO_STATUS_SUCCESS) {
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_LIBRARY,
			    "cairo cannot write the picture of page %s", page->label);
		good = FALSE;
	}
	preview_clear(&preview);
	preview_stock_free(stock);
	return good ? g_byte_array_free_to_bytes(g_steal_pointer(&bytes)) : NULL;
}
