#include <png.h>

#include <math.h>
#include <string.h>

#include "photo/decode.h"

/* Colour and words are read by the envelope. Without a gamma libpng mixes
   transparent pixels with the paper as browsers and drawing programs do. */
static const png_byte passed_over[] = "gAMA\0sRGB\0cHRM\0iCCP\0tEXt\0zTXt\0iTXt\0eXIf";
#define CHUNKS_PASSED_OVER 8

struct decoder {
	png_structp png;
	png_infop info;
	char text[128];
	const guint8 *data;
	gsize length, at;
	const struct envelope *envelope;
	int left, top, right, bottom; /* the part, outward to whole pixels */
	int shrink;		      /* so many pixels each way become one */
	guint8 *row;
	guint32 *sums; /* of one row of the raster */
	struct raster *raster;
};

static void trouble(png_structp png, png_const_charp text)
{
	struct decoder *decoder = png_get_error_ptr(png);

	g_strlcpy(decoder->text, text, sizeof decoder->text);
	png_longjmp(png, 1);
}

static void say_nothing(png_structp png, png_const_charp text)
{
	(void)png;
	(void)text;
}

static void bytes_read(png_structp png, png_bytep to, size_t count)
{
	struct decoder *decoder = png_get_io_ptr(png);

	if (count > decoder->length - decoder->at)
		png_error(png, "it is cut short");
	memcpy(to, decoder->data + decoder->at, count);
	decoder->at += count;
}

/* To 8-bit grey or RGB; what is transparent shows white paper. */
static void samples_set(struct decoder *decoder)
{
	png_color_16 white = {.red = 0xff, .green = 0xff, .blue = 0xff, .gray = 0xff};

	png_set_scale_16(decoder->png);
	png_set_expand(decoder->png);
	if (decoder->envelope->transparent)
		png_set_background(decoder->png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
	if (decoder->envelope->components == 3)
		png_set_gray_to_rgb(decoder->png);
	if (decoder->envelope->interlaced)
		png_set_interlace_handling(decoder->png);
	png_read_update_info(decoder->png, decoder->info);
	if (png_get_rowbytes(decoder->png, decoder->info) !=
	    (gsize)decoder->envelope->width_px * (gsize)decoder->envelope->components)
		png_error(decoder->png, "its rows have another length");
}

static void row_add(struct decoder *decoder)
{
	int pixel = decoder->envelope->components, shrink = decoder->shrink;
	const guint8 *from = decoder->row + (gsize)decoder->left * (gsize)pixel;

	for (int x = 0; x < decoder->raster->width_px; x++)
		for (int i = 0; i < shrink; i++)
			for (int j = 0; j < pixel; j++)
				decoder->sums[x * pixel + j] += *from++;
}

static void row_finish(struct decoder *decoder, int row)
{
	gsize stride = raster_stride(decoder->raster);
	guint32 area = (guint32)(decoder->shrink * decoder->shrink);
	guint8 *to = raster_row(decoder->raster, row);

	for (gsize i = 0; i < stride; i++)
		to[i] = (guint8)((decoder->sums[i] + area / 2) / area);
	memset(decoder->sums, 0, stride * sizeof *decoder->sums);
}

/* Rows past the part are not unpacked. */
static void rows_read(struct decoder *decoder)
{
	int rows = decoder->raster->height_px * decoder->shrink;

	for (int y = 0; y < decoder->top; y++)
		png_read_row(decoder->png, decoder->row, NULL);
	for (int y = 0; y < rows; y++) {
		png_read_row(decoder->png, decoder->row, NULL);
		row_add(decoder);
		if ((y + 1) % decoder->shrink == 0)
			row_finish(decoder, y / decoder->shrink);
	}
}

/* All passes go over one raster of the whole picture. */
static void whole_read(struct decoder *decoder)
{
	for (int pass = 0; pass < 7; pass++)
		for (int y = 0; y < decoder->raster->height_px; y++)
			png_read_row(decoder->png, raster_row(decoder->raster, y), NULL);
}

static void raster_set(struct decoder *decoder)
{
	int width = decoder->right - decoder->left, height = decoder->bottom - decoder->top;

	decoder->row = g_malloc((gsize)decoder->envelope->width_px * (gsize)decoder->envelope->components);
	decoder->raster =
		raster_new(width / decoder->shrink, height / decoder->shrink, decoder->envelope->components);
	decoder->sums = g_new0(guint32, raster_stride(decoder->raster));
}

static gboolean run(struct decoder *decoder)
{
	decoder->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, decoder, trouble, say_nothing);
	if (decoder->png == NULL)
		return FALSE;
	if (setjmp(png_jmpbuf(decoder->png)) != 0)
		return FALSE;
	decoder->info = png_create_info_struct(decoder->png);
	png_set_read_fn(decoder->png, decoder, bytes_read);
	png_set_keep_unknown_chunks(decoder->png, PNG_HANDLE_CHUNK_NEVER, passed_over, CHUNKS_PASSED_OVER);
	png_set_user_limits(decoder->png, (png_uint_32)decoder->envelope->width_px,
			    (png_uint_32)decoder->envelope->height_px);
	png_read_info(decoder->png, decoder->info);
	samples_set(decoder);
	raster_set(decoder);
	if (decoder->envelope->interlaced)
		whole_read(decoder);
	else
		rows_read(decoder);
	return TRUE;
}

static void part_set(struct decoder *decoder, const struct wish *wish)
{
	double width = wish->part.right - wish->part.left, height = wish->part.bottom - wish->part.top;

	decoder->left = decoder->top = 0;
	decoder->right = decoder->envelope->width_px;
	decoder->bottom = decoder->envelope->height_px;
	decoder->shrink = 1;
	if (decoder->envelope->interlaced)
		return;
	decoder->left = (int)floor(wish->part.left);
	decoder->top = (int)floor(wish->part.top);
	decoder->right = MIN((int)ceil(wish->part.right), decoder->right);
	decoder->bottom = MIN((int)ceil(wish->part.bottom), decoder->bottom);
	decoder->shrink = (int)MIN(width / wish->width_px, height / wish->height_px);
	decoder->shrink = CLAMP(decoder->shrink, 1,
				MIN(decoder->right - decoder->left, decoder->bottom - decoder->top));
}

static struct rectangle part_in_raster(const struct decoder *decoder, const struct rectangle *part)
{
	return (struct rectangle){
		(part->left - decoder->left) / decoder->shrink,
		(part->top - decoder->top) / decoder->shrink,
		MIN((part->right - decoder->left) / decoder->shrink, decoder->raster->width_px),
		MIN((part->bottom - decoder->top) / decoder->shrink, decoder->raster->height_px),
	};
}

gboolean decode_png(GBytes *file, const struct envelope *envelope, const struct wish *wish,
		    struct decoded *decoded, GError **error)
{
	g_autofree struct decoder *decoder = g_new0(struct decoder, 1);
	gboolean done;

	decoder->data = g_bytes_get_data(file, &decoder->length);
	decoder->envelope = envelope;
	part_set(decoder, wish);
	done = run(decoder);
	png_destroy_read_struct(&decoder->png, &decoder->info, NULL);
	g_free(decoder->row);
	g_free(decoder->sums);
	if (!done) {
		raster_free(decoder->raster);
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT, "the PNG is broken (%s): save it again",
			    decoder->text);
		return FALSE;
	}
	decoded->raster = decoder->raster;
	decoded->part = part_in_raster(decoder, &wish->part);
	return TRUE;
}
