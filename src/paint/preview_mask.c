#include "paint/preview_mask.h"

#include <math.h>
#include <string.h>

#define SCRATCH_PX 128
#define MASKS_MOST 60000

struct preview_masks {
	cairo_surface_t *scratch; /* where a mask is drawn before it is kept */
	cairo_t *scratch_cairo;
	GHashTable *by_key; /* struct preview_mask_key → struct preview_mask */
};

static guint mask_key_hash(gconstpointer data)
{
	const struct preview_mask_key *key = data;
	guint hash = key->glyph * 31 + (guint)key->face;
	hash = hash * 31 + (guint)(key->height * 1024);
	hash = hash * 31 + (guint)key->x_scale;
	return hash * 31 + (guint)(key->quarter_x * 4 + key->quarter_y);
}

static gboolean mask_key_equal(gconstpointer one, gconstpointer other)
{
	return memcmp(one, other, sizeof(struct preview_mask_key)) == 0;
}

struct preview_masks *preview_masks_new(void)
{
	struct preview_masks *masks = g_new0(struct preview_masks, 1);
	masks->by_key = g_hash_table_new_full(mask_key_hash, mask_key_equal, g_free, g_free);
	return masks;
}

void preview_masks_free(struct preview_masks *masks)
{
	g_hash_table_unref(masks->by_key);
	g_clear_pointer(&masks->scratch_cairo, cairo_destroy);
	g_clear_pointer(&masks->scratch, cairo_surface_destroy);
	g_free(masks);
}

void preview_masks_clear_out(struct preview_masks *masks)
{
	if (g_hash_table_size(masks->by_key) > MASKS_MOST)
		g_hash_table_remove_all(masks->by_key);
}

/* ---- one mask ---- */

void preview_mask_trace(cairo_t *cairo, const GArray *outline, double x, double y, double width,
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
static void scratch_clear(struct preview_masks *masks, int columns, int rows)
{
	if (masks->scratch == NULL || cairo_image_surface_get_width(masks->scratch) < columns ||
	    cairo_image_surface_get_height(masks->scratch) < rows) {
		g_clear_pointer(&masks->scratch_cairo, cairo_destroy);
		g_clear_pointer(&masks->scratch, cairo_surface_destroy);
		masks->scratch = cairo_image_surface_create(CAIRO_FORMAT_A8, MAX(columns, SCRATCH_PX),
							    MAX(rows, SCRATCH_PX));
		masks->scratch_cairo = cairo_create(masks->scratch);
	}
	gsize stride = (gsize)cairo_image_surface_get_stride(masks->scratch);
	memset(cairo_image_surface_get_data(masks->scratch), 0, stride * (gsize)rows);
	cairo_surface_mark_dirty(masks->scratch);
}

static struct preview_mask *mask_cut_out(const struct preview_masks *masks, int left, int top, int columns,
					 int rows)
{
	gsize stride = (gsize)cairo_image_surface_get_stride(masks->scratch);
	struct preview_mask *mask = g_malloc0(sizeof *mask + (gsize)columns * (gsize)rows);
	mask->left = left;
	mask->top = top;
	mask->columns = columns;
	mask->rows = rows;
	for (int y = 0; y < rows; y++)
		memcpy(mask->coverage + (gsize)y * (gsize)columns,
		       cairo_image_surface_get_data(masks->scratch) + (gsize)y * stride, (gsize)columns);
	return mask;
}

static struct preview_mask *mask_make(struct preview_masks *masks, const struct face *face,
				      const struct preview_mask_key *key)
{
	g_autoptr(GArray) outline = face_outline(face, key->glyph);
	double height = key->height, width = height * key->x_scale / 1000;
	double x = key->quarter_x / 4.0, y = key->quarter_y / 4.0;
	if (outline->len == 0)
		return g_new0(struct preview_mask, 1);
	struct extent extent = outline_extent(outline, width, height);
	int left = (int)floor(extent.left + x), top = (int)floor(extent.top + y);
	int columns = (int)ceil(extent.right + x) - left, rows = (int)ceil(extent.bottom + y) - top;
	scratch_clear(masks, columns, rows);
	preview_mask_trace(masks->scratch_cairo, outline, x - left, y - top, width, height);
	cairo_fill(masks->scratch_cairo);
	cairo_surface_flush(masks->scratch);
	return mask_cut_out(masks, left, top, columns, rows);
}

const struct preview_mask *preview_mask_find(struct preview_masks *masks, const struct face *face,
					     const struct preview_mask_key *key)
{
	struct preview_mask *mask = g_hash_table_lookup(masks->by_key, key);
	if (mask != NULL)
		return mask;
	mask = mask_make(masks, face, key);
	g_hash_table_insert(masks->by_key, g_memdup2(key, sizeof *key), mask);
	return mask;
}
