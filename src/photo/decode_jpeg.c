#include <math.h>

#include "photo/decode.h"
#include "photo/jpeg_trouble.h"

/* Pixels around the part, so that the resampler's filter sees real ones. */
#define MARGIN_PX 4

struct decoder {
	struct jpeg_trouble trouble;
	struct jpeg_decompress_struct cinfo;
	const struct envelope *envelope;
	const struct wish *wish;
	struct raster *raster;
	struct rectangle part; /* in scaled pixels of the whole picture */
	int left, top;	       /* of the raster, in the same */
};

/* libjpeg-turbo has vector code for whole, half, quarter and eighth only. */
guint decode_jpeg_eighths(const struct wish *wish)
{
	double across = wish->width_px / (wish->part.right - wish->part.left);
	double down = wish->height_px / (wish->part.bottom - wish->part.top);
	double needed = MAX(across, down) * 8;

	for (guint eighths = 1; eighths < 8; eighths *= 2)
		if (eighths >= needed)
			return eighths;
	return 8;
}

static void scale_set(struct decoder *decoder)
{
	struct jpeg_decompress_struct *cinfo = &decoder->cinfo;
	const struct rectangle *part = &decoder->wish->part;
	double across, down;

	cinfo->scale_num = decode_jpeg_eighths(decoder->wish);
	cinfo->scale_denom = 8;
	cinfo->out_color_space = decoder->envelope->components == 1   ? JCS_GRAYSCALE
				 : decoder->envelope->components == 4 ? JCS_CMYK
								      : JCS_RGB;
	jpeg_calc_output_dimensions(cinfo);
	across = (double)cinfo->output_width / cinfo->image_width;
	down = (double)cinfo->output_height / cinfo->image_height;
	decoder->part = (struct rectangle){part->left * across, part->top * down, part->right * across,
					   part->bottom * down};
}

/* Columns are dropped in whole MCUs, so the raster may begin before the part. */
static void columns_set(struct decoder *decoder)
{
	struct jpeg_decompress_struct *cinfo = &decoder->cinfo;
	int left = MAX(0, (int)floor(decoder->part.left) - MARGIN_PX);
	int right = MIN((int)cinfo->output_width, (int)ceil(decoder->part.right) + MARGIN_PX);
	JDIMENSION offset = (JDIMENSION)left, width = (JDIMENSION)(right - left);

	if (width < cinfo->output_width)
		jpeg_crop_scanline(cinfo, &offset, &width);
	decoder->left = width < cinfo->output_width || offset > 0 ? (int)offset : 0;
}

static void rows_read(struct decoder *decoder)
{
	struct jpeg_decompress_struct *cinfo = &decoder->cinfo;
	int foot = MIN((int)cinfo->output_height, (int)ceil(decoder->part.bottom) + MARGIN_PX);

	decoder->top = MAX(0, (int)floor(decoder->part.top) - MARGIN_PX);
	decoder->raster = raster_new((int)cinfo->output_width, foot - decoder->top, cinfo->output_components);
	if (decoder->top > 0)
		jpeg_skip_scanlines(cinfo, (JDIMENSION)decoder->top);
	while ((int)cinfo->output_scanline < foot) {
		JSAMPROW row = raster_row(decoder->raster, (int)cinfo->output_scanline - decoder->top);
		jpeg_read_scanlines(cinfo, &row, 1);
	}
}

static gboolean run(struct decoder *decoder, GBytes *file)
{
	struct jpeg_decompress_struct *cinfo = &decoder->cinfo;
	gsize length;
	const guint8 *data = g_bytes_get_data(file, &length);

	cinfo->err = jpeg_trouble_catch(&decoder->trouble);
	if (setjmp(decoder->trouble.back) != 0)
		return FALSE;
	jpeg_create_decompress(cinfo);
	jpeg_mem_src(cinfo, data, length);
	jpeg_read_header(cinfo, TRUE);
	scale_set(decoder);
	jpeg_start_decompress(cinfo);
	columns_set(decoder);
	rows_read(decoder);
	return TRUE;
}

gboolean decode_jpeg(GBytes *file, const struct envelope *envelope, const struct wish *wish,
		     struct decoded *decoded, GError **error)
{
	g_autofree struct decoder *decoder = g_new0(struct decoder, 1);
	gboolean done;

	decoder->envelope = envelope;
	decoder->wish = wish;
	done = run(decoder, file);
	jpeg_destroy_decompress(&decoder->cinfo);
	if (!done) {
		raster_free(decoder->raster);
		jpeg_trouble_say(&decoder->trouble, error);
		return FALSE;
	}
	decoded->raster = decoder->raster;
	decoded->part =
		(struct rectangle){decoder->part.left - decoder->left, decoder->part.top - decoder->top,
				   decoder->part.right - decoder->left, decoder->part.bottom - decoder->top};
	return TRUE;
}
