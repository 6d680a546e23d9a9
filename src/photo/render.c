#include <math.h>
#include <string.h>

#include "photo/as_is.h"
#include "photo/colour.h"
#include "photo/decode.h"
#include "photo/drawing.h"
#include "photo/encode.h"
#include "photo/quality.h"
#include "photo/room.h"
#include "photo/trim.h"

#define PART_UNIT 65536.0

/* A graphic keeps up to twice the pixels asked for each way, because its type and
   lines are finer than a photograph's, but not more than so many in all. */
#define GRAPHIC_SCALE  2
#define GRAPHIC_PIXELS 8e6
/* Of 256; a reduction to a half or less gets all of it. */
#define SHARPEN_MOST 56

struct sheet {
	struct rectangle seen;	 /* the part, in pixels as seen */
	int width_px, height_px; /* of the print, as seen */
	double reduction;	 /* 1 or less */
};

/* Whole pixels, at least one, inside the picture. */
static struct rectangle part_seen(const struct photo_part *part, int width_px, int height_px)
{
	double left = CLAMP(round(part->left / PART_UNIT * width_px), 0, width_px - 1);
	double top = CLAMP(round(part->top / PART_UNIT * height_px), 0, height_px - 1);
	double right = round((part->left + (double)part->width) / PART_UNIT * width_px);
	double bottom = round((part->top + (double)part->height) / PART_UNIT * height_px);

	return (struct rectangle){left, top, CLAMP(right, left + 1, width_px),
				  CLAMP(bottom, top + 1, height_px)};
}

static struct sheet sheet_for(const struct envelope *envelope, const struct photo_order *order)
{
	gboolean turned = envelope_is_turned(envelope);
	struct sheet sheet;
	double width, height;

	sheet.seen = part_seen(&order->part, turned ? envelope->height_px : envelope->width_px,
			       turned ? envelope->width_px : envelope->height_px);
	width = sheet.seen.right - sheet.seen.left;
	height = sheet.seen.bottom - sheet.seen.top;
	sheet.reduction = MIN(1, MIN(MAX(1, order->width_px) / width, MAX(1, order->height_px) / height));
	sheet.width_px = MAX(1, (int)round(width * sheet.reduction));
	sheet.height_px = MAX(1, (int)round(height * sheet.reduction));
	return sheet;
}

/* The part as seen, where it stands in the file. */
static struct rectangle part_stored(const struct envelope *envelope, struct rectangle seen)
{
	double width = envelope->width_px, height = envelope->height_px;
	struct rectangle stored = seen;
	int orientation = envelope->orientation;

	if (envelope_is_turned(envelope))
		stored = (struct rectangle){seen.top, seen.left, seen.bottom, seen.right};
	if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
		stored = (struct rectangle){width - stored.right, stored.top, width - stored.left,
					    stored.bottom};
	if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
		stored = (struct rectangle){stored.left, height - stored.bottom, stored.right,
					    height - stored.top};
	return stored;
}

static gboolean rectangle_is_whole(struct rectangle part, const struct raster *raster)
{
	return part.left <= 0 && part.top <= 0 && part.right >= raster->width_px &&
	       part.bottom >= raster->height_px;
}

/* Takes the raster. */
static struct raster *reduce(struct raster *raster, struct rectangle part, int width_px, int height_px,
			     GError **error)
{
	struct raster *scaled;

	if (raster->width_px == width_px && raster->height_px == height_px &&
	    rectangle_is_whole(part, raster))
		return raster;
	scaled = raster_resample(raster, part, width_px, height_px);
	raster_free(raster);
	if (scaled == NULL)
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_LIBRARY,
				    "there is not memory enough to scale it: save it smaller");
	return scaled;
}

/* The print's pixels in sRGB or grey, as seen. */
static struct raster *develop(GBytes *file, const struct envelope *envelope, const struct sheet *sheet,
			      GError **error)
{
	gboolean turned = envelope_is_turned(envelope);
	int width = turned ? sheet->height_px : sheet->width_px;
	int height = turned ? sheet->width_px : sheet->height_px;
	struct wish wish = {part_stored(envelope, sheet->seen), width, height};
	gint64 bytes = decode_bytes(envelope, &wish);
	struct raster *raster = NULL;
	struct decoded decoded;

	room_take(bytes);
	if (decode(file, envelope, &wish, &decoded, error))
		raster = reduce(decoded.raster, decoded.part, width, height, error);
	room_give(bytes);
	if (raster != NULL)
		raster = colour_to_screen(raster, envelope, error);
	return raster != NULL ? raster_orient(raster, envelope->orientation) : NULL;
}

/* Flat areas give a drawn thing away: there neighbours are equal, which noise
   forbids in a photograph. */
static gboolean raster_is_drawn(const struct raster *raster)
{
	gsize pixel = (gsize)raster->components, same = 0, count = 0;

	for (int y = 0; y < raster->height_px; y++) {
		const guint8 *p = raster_row(raster, y);
		for (int x = 1; x < raster->width_px; x++, p += pixel)
			same += memcmp(p, p + pixel, pixel) == 0;
		count += (gsize)raster->width_px - 1;
	}
	return same * 2 >= count;
}

static struct photo_print *print_new(GBytes *bytes, int width_px, int height_px, int components)
{
	struct photo_print *print = g_new0(struct photo_print, 1);

	*print = (struct photo_print){
		.bytes = bytes, .width_px = width_px, .height_px = height_px, .components = components};
	return print;
}

static struct photo_print *print_pressed(struct raster *raster, const struct sheet *sheet, GError **error)
{
	struct photo_print *print = NULL;
	GBytes *bytes;
	int quality;

	if (sheet->reduction < 1)
		raster_sharpen(raster, (int)(SHARPEN_MOST * MIN(1, 2 - 2 * sheet->reduction)));
	quality = quality_find(raster);
	bytes = encode_jpeg(raster, quality, ENCODE_FINAL, error);
	if (bytes != NULL) {
		print = print_new(bytes, raster->width_px, raster->height_px, raster->components);
		print->quality = quality;
	}
	raster_free(raster);
	return print;
}

static struct photo_print *print_drawn(struct raster *raster)
{
	gsize length = raster_stride(raster) * (gsize)raster->height_px;
	GBytes *bytes = g_bytes_new_take(g_steal_pointer(&raster->pixels), length);
	struct photo_print *print = print_new(bytes, raster->width_px, raster->height_px, raster->components);

	print->format = PRINT_PIXELS;
	raster_free(raster);
	return print;
}

/* All data pass through the decoder at an eighth: what is broken is found here
   and not by the reader's viewer. */
static GBytes *whole_as_is(GBytes *file, const struct envelope *envelope, GError **error)
{
	struct wish wish = {{0, 0, envelope->width_px, envelope->height_px}, 1, 1};
	struct decoded decoded;

	if (!decode(file, envelope, &wish, &decoded, error))
		return NULL;
	raster_free(decoded.raster);
	return as_is_strip(file);
}

static struct photo_print *print_as_is(GBytes *file, const struct envelope *envelope,
				       const struct trim_part *part, GError **error)
{
	gboolean whole = part->width_px == envelope->width_px && part->height_px == envelope->height_px;
	GBytes *bytes = whole ? whole_as_is(file, envelope, error) : trim_jpeg(file, envelope, part, error);
	struct photo_print *print;

	if (bytes == NULL)
		return NULL;
	print = print_new(bytes, part->width_px, part->height_px, envelope->components);
	print->as_is = TRUE;
	return print;
}

static struct photo_print *render_graphic(GBytes *file, const struct envelope *envelope,
					  const struct photo_order *order, GError **error)
{
	struct sheet sheet = sheet_for(envelope, order);
	double scale = sqrt(GRAPHIC_PIXELS / ((double)sheet.width_px * sheet.height_px));
	struct photo_order larger = *order;
	struct raster *raster;

	scale = CLAMP(scale, 1, GRAPHIC_SCALE);
	larger.width_px = (int)(order->width_px * scale);
	larger.height_px = (int)(order->height_px * scale);
	sheet = sheet_for(envelope, &larger);
	raster = develop(file, envelope, &sheet, error);
	if (raster == NULL)
		return NULL;
	if (raster_is_drawn(raster))
		return print_drawn(raster);
	sheet = sheet_for(envelope, order);
	raster = reduce(raster, (struct rectangle){0, 0, raster->width_px, raster->height_px}, sheet.width_px,
			sheet.height_px, error);
	return raster != NULL ? print_pressed(raster, &sheet, error) : NULL;
}

static struct photo_print *render_photograph(GBytes *file, const struct envelope *envelope,
					     const struct photo_order *order, GError **error)
{
	struct sheet sheet = sheet_for(envelope, order);
	const struct rectangle *seen = &sheet.seen;
	const struct trim_part part = {(int)seen->left, (int)seen->top, (int)(seen->right - seen->left),
				       (int)(seen->bottom - seen->top)};
	struct raster *raster;

	if (as_is_fits(file, envelope, part.width_px, part.height_px, order->width_px, order->height_px) &&
	    trim_is_possible(envelope, &part))
		return print_as_is(file, envelope, &part, error);
	raster = develop(file, envelope, &sheet, error);
	return raster != NULL ? print_pressed(raster, &sheet, error) : NULL;
}

/* The crop was made for the picture that was probed. */
static gboolean facts_are_of(const struct photo_facts *facts, const struct envelope *envelope, GError **error)
{
	gboolean turned = envelope_is_turned(envelope);

	if (facts->width_px == (turned ? envelope->height_px : envelope->width_px) &&
	    facts->height_px == (turned ? envelope->width_px : envelope->height_px))
		return TRUE;
	g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
			    "the file changed while the edition was made: build again");
	return FALSE;
}

struct photo_print *photo_render(GBytes *file, const struct photo_facts *facts,
				 const struct photo_order *order, GError **error)
{
	struct photo_print *print = NULL;
	struct envelope envelope;

	if (facts->format == PHOTO_SVG)
		return drawing_render(file, order, error);
	if (!envelope_open(file, &envelope, error))
		return NULL;
	if (facts_are_of(facts, &envelope, error))
		print = envelope.lossless ? render_graphic(file, &envelope, order, error)
					  : render_photograph(file, &envelope, order, error);
	envelope_clear(&envelope);
	return print;
}

void photo_print_free(struct photo_print *print)
{
	if (print == NULL)
		return;
	g_bytes_unref(print->bytes);
	g_clear_pointer(&print->pixels, g_bytes_unref);
	g_free(print);
}

int photo_print_ppi(const struct photo_print *print, double width_pt)
{
	return width_pt > 0 ? (int)(print->width_px * 72.0 / width_pt + 0.5) : 0;
}
