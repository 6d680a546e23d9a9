/*
 * preview.c - a page as a picture
 *
 * Glyphs are filled outlines, for cairo's own text snaps each to a whole pixel.
 * Small ones come from masks of coverage, made once for each face, size, glyph
 * and quarter of a pixel.
 */
#include <cairo.h>
#include <math.h>
#include <string.h>

#include "paint/painter.h"
#include "paint/preview_photo.h"
#include "photo/encode.h"

/* Larger glyphs are few and cost little to fill where they stand. */
#define MASK_PX_MAX  96
#define SCRATCH_PX   128
#define JPEG_QUALITY 84

#define FAR_OFF_PX  1e6
#define SIDE_PX_MAX 32767 /* of a surface */

/* A stock that has grown beyond is made anew. */
#define MASKS_MOST	 60000
#define PHOTO_BYTES_MOST (48u << 20)

struct mask_key {
	double scale;
	int face;
	fix size;
	int x_scale;
	uint32_t glyph;
	int quarter_x, quarter_y;
};

struct mask {
	int left, top;	   /* px, from the whole pixel of the origin */
	int columns, rows; /* 0 for a blank */
	guint8 coverage[]; /* rows of columns bytes */
};

struct preview {
	const struct paint_source *source;
	cairo_surface_t *surface;
	cairo_t *cairo;
	double scale; /* px a point */
	struct preview_stock *stock;
	GError *error;
};

struct preview_stock {
	cairo_surface_t *scratch; /* where a mask is drawn before it is kept */
	cairo_t *scratch_cairo;
	GHashTable *masks;  /* struct mask_key → struct mask */
	GHashTable *photos; /* what is asked for → struct raster; NULL: none is kept */
	gsize photo_bytes;
};

/* ---- masks ---- */

static guint mask_key_hash(gconstpointer data)
{
	const struct mask_key *key = data;
	guint hash = key->glyph * 31 + (guint)key->face;
	hash = hash * 31 + (guint)key->size;
	hash = hash * 31 + (guint)key->x_scale;
	return hash * 31 + (guint)(key->quarter_x * 4 + key->quarter_y);
}

static gboolean mask_key_equal(gconstpointer one, gconstpointer other)
{
	return memcmp(one, other, sizeof(struct mask_key)) == 0;
}

static void trace_outline(cairo_t *cairo, const GArray *outline, double x, double y, double width,
			  double height)
{
	for (guint i = 0; i < outline->len; i++) {
		const struct outline_step *step = &g_array_index(outline, struct outline_step, i);
		const struct outline_point *to = step->to;
		switch (step->verb) {
		case OUTLINE_MOVE:
			cairo_move_to(cairo, x + to->x * width, y - to->y * height);
			break;
		case OUTLINE_LINE:
			cairo_line_to(cairo, x + to->x * width, y - to->y * height);
			break;
		case OUTLINE_CURVE:
			cairo_curve_to(cairo, x + to[0].x * width, y - to[0].y * height, x + to[1].x * width,
				       y - to[1].y * height, x + to[2].x * width, y - to[2].y * height);
			break;
		case OUTLINE_CLOSE:
			cairo_close_path(cairo);
			break;
		}
	}
}

struct extent {
	double left, top, right, bottom;
};

static struct extent outline_extent(const GArray *outline, double width, double height)
{
	struct extent extent = {G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE};
	for (guint i = 0; i < outline->len; i++) {
		const struct outline_step *step = &g_array_index(outline, struct outline_step, i);
		int points = step->verb == OUTLINE_CLOSE ? 0 : step->verb == OUTLINE_CURVE ? 3 : 1;
		for (int k = 0; k < points; k++) {
			extent.left = MIN(extent.left, step->to[k].x * width);
			extent.right = MAX(extent.right, step->to[k].x * width);
			extent.top = MIN(extent.top, -step->to[k].y * height);
			extent.bottom = MAX(extent.bottom, -step->to[k].y * height);
		}
	}
	return extent;
}

/* A blank sheet of at least that size. */
static void scratch_clear(struct preview_stock *stock, int columns, int rows)
{
	if (stock->scratch == NULL || cairo_image_surface_get_width(stock->scratch) < columns ||
	    cairo_image_surface_get_height(stock->scratch) < rows) {
		g_clear_pointer(&stock->scratch_cairo, cairo_destroy);
		g_clear_pointer(&stock->scratch, cairo_surface_destroy);
		stock->scratch = cairo_image_surface_create(CAIRO_FORMAT_A8, MAX(columns, SCRATCH_PX),
							    MAX(rows, SCRATCH_PX));
		stock->scratch_cairo = cairo_create(stock->scratch);
	}
	gsize stride = (gsize)cairo_image_surface_get_stride(stock->scratch);
	memset(cairo_image_surface_get_data(stock->scratch), 0, stride * (gsize)rows);
	cairo_surface_mark_dirty(stock->scratch);
}

static struct mask *mask_cut_out(const struct preview_stock *stock, int left, int top, int columns, int rows)
{
	gsize stride = (gsize)cairo_image_surface_get_stride(stock->scratch);
	struct mask *mask = g_malloc0(sizeof *mask + (gsize)columns * (gsize)rows);
	mask->left = left;
	mask->top = top;
	mask->columns = columns;
	mask->rows = rows;
	for (int y = 0; y < rows; y++)
		memcpy(mask->coverage + (gsize)y * (gsize)columns,
		       cairo_image_surface_get_data(stock->scratch) + (gsize)y * stride, (gsize)columns);
	return mask;
}

static struct mask *mask_make(struct preview *preview, const struct face *face, const struct mask_key *key)
{
	g_autoptr(GArray) outline = face_outline(face, key->glyph);
	double height = fix_to_pt(key->size) * preview->scale, width = height * key->x_scale / 1000;
	double x = key->quarter_x / 4.0, y = key->quarter_y / 4.0;
	if (outline->len == 0)
		return g_new0(struct mask, 1);
	struct extent extent = outline_extent(outline, width, height);
	int left = (int)floor(extent.left + x), top = (int)floor(extent.top + y);
	int columns = (int)ceil(extent.right + x) - left, rows = (int)ceil(extent.bottom + y) - top;
	scratch_clear(preview->stock, columns, rows);
	trace_outline(preview->stock->scratch_cairo, outline, x - left, y - top, width, height);
	cairo_fill(preview->stock->scratch_cairo);
	cairo_surface_flush(preview->stock->scratch);
	return mask_cut_out(preview->stock, left, top, columns, rows);
}

static const struct mask *mask_find(struct preview *preview, const struct face *face,
				    const struct mask_key *key)
{
	struct mask *mask = g_hash_table_lookup(preview->stock->masks, key);
	if (mask != NULL)
		return mask;
	mask = mask_make(preview, face, key);
	g_hash_table_insert(preview->stock->masks, g_memdup2(key, sizeof *key), mask);
	return mask;
}

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
	trace_outline(preview->cairo, outline, fix_to_pt(glyph->x) * preview->scale,
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
static void stamp(cairo_surface_t *surface, const struct mask *mask, int left, int top, uint32_t colour)
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
	struct mask_key key;
	if (fabs(at_x) > FAR_OFF_PX || fabs(at_y) > FAR_OFF_PX)
		return;
	int x = (int)floor(at_x), y = (int)floor(at_y);
	/* Compared as bytes, so none may be left to chance. */
	memset(&key, 0, sizeof key);
	key.scale = preview->scale;
	key.face = face->index;
	key.size = run->size;
	key.x_scale = run->x_scale;
	key.glyph = glyph->id;
	key.quarter_x = x & 3;
	key.quarter_y = y & 3;
	const struct mask *mask = mask_find(preview, face, &key);
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

/* NULL when nothing of it may be kept. */
static char *stock_name(const struct preview_stock *stock, const struct photo_print *print, int width,
			int height)
{
	g_autofree char *sum =
		stock->photos != NULL ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, print->bytes) : NULL;
	return sum != NULL ? g_strdup_printf("%s %dx%d", sum, width, height) : NULL;
}

static void draw_print(struct preview *preview, const struct photo_print *print, struct rect box)
{
	int width = MAX(1, (int)(fix_to_pt(box.width) * preview->scale + 0.5));
	int height = MAX(1, (int)(fix_to_pt(box.height) * preview->scale + 0.5));
	struct preview_stock *stock = preview->stock;
	g_autofree char *name = stock_name(stock, print, width, height);
	struct raster *raster = name != NULL ? g_hash_table_lookup(stock->photos, name) : NULL;
	if (raster != NULL) {
		draw_raster(preview, raster, box);
		return;
	}
	raster = preview_photo(print, width, height, &preview->error);
	if (raster == NULL)
		return;
	draw_raster(preview, raster, box);
	if (name == NULL) {
		raster_free(raster);
		return;
	}
	stock->photo_bytes += raster_stride(raster) * (gsize)raster->height_px;
	g_hash_table_insert(stock->photos, g_steal_pointer(&name), raster);
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

/* ---- the stock ---- */

static void raster_let_go(gpointer raster)
{
	raster_free(raster);
}

static struct preview_stock *stock_new(gboolean lasting)
{
	struct preview_stock *stock = g_new0(struct preview_stock, 1);
	stock->masks = g_hash_table_new_full(mask_key_hash, mask_key_equal, g_free, g_free);
	if (lasting)
		stock->photos = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, raster_let_go);
	return stock;
}

struct preview_stock *preview_stock_new(void)
{
	return stock_new(TRUE);
}

void preview_stock_free(struct preview_stock *stock)
{
	if (stock == NULL)
		return;
	g_hash_table_unref(stock->masks);
	g_clear_pointer(&stock->photos, g_hash_table_unref);
	g_clear_pointer(&stock->scratch_cairo, cairo_destroy);
	g_clear_pointer(&stock->scratch, cairo_surface_destroy);
	g_free(stock);
}

static void stock_clear_out(struct preview_stock *stock)
{
	if (g_hash_table_size(stock->masks) > MASKS_MOST)
		g_hash_table_remove_all(stock->masks);
	if (stock->photo_bytes <= PHOTO_BYTES_MOST)
		return;
	g_hash_table_remove_all(stock->photos);
	stock->photo_bytes = 0;
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
	struct preview_stock *stock = stock_new(FALSE);
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
	stock_clear_out(stock);
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
	struct preview_stock *stock = stock_new(FALSE);
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
