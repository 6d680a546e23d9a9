#include "photo/encode.h"

#include <stdlib.h>

#include "photo/jpeg_trouble.h"

struct encoder {
	struct jpeg_trouble trouble;
	struct jpeg_compress_struct cinfo;
	unsigned char *bytes;
	unsigned long length;
};

/* Quality is found for the luma. Colour in blocks shows first in a smooth sky, and
   costs little to keep. */
#define COLOUR_LEAST 82

static void tables_set(struct jpeg_compress_struct *cinfo, int quality)
{
	JQUANT_TBL colour;

	jpeg_set_quality(cinfo, MAX(quality, COLOUR_LEAST), TRUE);
	colour = *cinfo->quant_tbl_ptrs[1];
	jpeg_set_quality(cinfo, quality, TRUE);
	*cinfo->quant_tbl_ptrs[1] = colour;
}

static void settings(struct jpeg_compress_struct *cinfo, const struct raster *raster, int quality,
		     enum encode_care care)
{
	cinfo->image_width = (JDIMENSION)raster->width_px;
	cinfo->image_height = (JDIMENSION)raster->height_px;
	cinfo->input_components = raster->components;
	cinfo->in_color_space = raster->components == 1 ? JCS_GRAYSCALE : JCS_RGB;
	jpeg_set_defaults(cinfo);
	tables_set(cinfo, quality);
	cinfo->dct_method = JDCT_ISLOW;
	if (care == ENCODE_QUICK)
		return;
	cinfo->optimize_coding = TRUE;
	jpeg_simple_progression(cinfo);
}

static gboolean run(struct encoder *encoder, const struct raster *raster, int quality, enum encode_care care)
{
	struct jpeg_compress_struct *cinfo = &encoder->cinfo;

	cinfo->err = jpeg_trouble_catch(&encoder->trouble);
	if (setjmp(encoder->trouble.back) != 0)
		return FALSE;
	jpeg_create_compress(cinfo);
	jpeg_mem_dest(cinfo, &encoder->bytes, &encoder->length);
	settings(cinfo, raster, quality, care);
	jpeg_start_compress(cinfo, TRUE);
	while (cinfo->next_scanline < cinfo->image_height) {
		JSAMPROW row = raster_row(raster, (int)cinfo->next_scanline);
		jpeg_write_scanlines(cinfo, &row, 1);
	}
	jpeg_finish_compress(cinfo);
	return TRUE;
}

GBytes *encode_jpeg(const struct raster *raster, int quality, enum encode_care care, GError **error)
{
	g_autofree struct encoder *encoder = g_new0(struct encoder, 1);
	gboolean done = run(encoder, raster, quality, care);

	jpeg_destroy_compress(&encoder->cinfo);
	if (done)
		return g_bytes_new_with_free_func(encoder->bytes, encoder->length, free, encoder->bytes);
	free(encoder->bytes);
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIBRARY, "the photograph cannot be encoded: %s",
		    encoder->trouble.text);
	return NULL;
}
