/*
 * pictures.h - photographs made at test time
 *
 * Noise is of a fixed seed, so that every run sees the same bytes.
 */
#ifndef TESTS_PHOTO_PICTURES_H
#define TESTS_PHOTO_PICTURES_H

#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

#include "photo/photo.h"

struct recipe {
	int width, height, components; /* 1, 3 or 4 */
	int quality;		       /* 0: 90 */
	gboolean progressive, arithmetic, adobe, restarts;
	int full_colour;    /* 4:4:4 */
	int grey_sampled;   /* one component that names a sampling of 2 x 2 */
	const guint8 *app1; /* a segment's content, or NULL */
	gsize app1_length;
	GBytes *profile;
	/* The colour at x, y; NULL: a scene of hills, a sun and noise. */
	void (*paint)(int x, int y, const struct recipe *recipe, guint8 *pixel);
};

static inline guint32 picture_noise(guint32 x, guint32 y)
{
	guint32 h = x * 374761393u + y * 668265263u;
	h = (h ^ (h >> 13)) * 1274126177u;
	return h ^ (h >> 16);
}

static inline void picture_scene(int x, int y, const struct recipe *recipe, guint8 *pixel)
{
	double u = (double)x / recipe->width, v = (double)y / recipe->height;
	double hill = 0.55 + 0.1 * sin(u * 9) + 0.04 * sin(u * 31);
	int noise = (int)(picture_noise((guint32)x, (guint32)y) % 13) - 6;
	int base[4] = {90 + (int)(120 * v), 140 + (int)(60 * v), 220 - (int)(40 * v), 20};

	if (v > hill) {
		base[0] = 60 + (int)(40 * sin(u * 60 + v * 40));
		base[1] = 110 + (int)(30 * sin(u * 45));
		base[2] = 50;
	}
	if (hypot(u - 0.7, (v - 0.3) * recipe->height / recipe->width) < 0.08) {
		base[0] = 240;
		base[1] = 200;
		base[2] = 90;
	}
	for (int i = 0; i < recipe->components; i++)
		pixel[i] = (guint8)CLAMP(base[i] + noise, 0, 255);
}

static inline GBytes *picture_jpeg(const struct recipe *recipe)
{
	struct jpeg_compress_struct cinfo;
	struct jpeg_error_mgr errors;
	unsigned char *bytes = NULL;
	unsigned long length = 0;
	guint8 *row = g_malloc((gsize)recipe->width * 4);

	cinfo.err = jpeg_std_error(&errors);
	jpeg_create_compress(&cinfo);
	jpeg_mem_dest(&cinfo, &bytes, &length);
	cinfo.image_width = (JDIMENSION)recipe->width;
	cinfo.image_height = (JDIMENSION)recipe->height;
	cinfo.input_components = recipe->components;
	cinfo.in_color_space = recipe->components == 1	 ? JCS_GRAYSCALE
			       : recipe->components == 3 ? JCS_RGB
							 : JCS_CMYK;
	jpeg_set_defaults(&cinfo);
	jpeg_set_quality(&cinfo, recipe->quality > 0 ? recipe->quality : 90, TRUE);
	cinfo.arith_code = recipe->arithmetic;
	cinfo.write_Adobe_marker = recipe->adobe;
	cinfo.restart_in_rows = recipe->restarts ? 1 : 0;
	if (recipe->full_colour)
		cinfo.comp_info[0].h_samp_factor = cinfo.comp_info[0].v_samp_factor = 1;
	if (recipe->grey_sampled && recipe->components == 1)
		cinfo.comp_info[0].h_samp_factor = cinfo.comp_info[0].v_samp_factor = 2;
	if (recipe->progressive)
		jpeg_simple_progression(&cinfo);
	jpeg_start_compress(&cinfo, TRUE);
	if (recipe->app1 != NULL)
		jpeg_write_marker(&cinfo, JPEG_APP0 + 1, recipe->app1, (unsigned)recipe->app1_length);
	if (recipe->profile != NULL)
		jpeg_write_icc_profile(&cinfo, g_bytes_get_data(recipe->profile, NULL),
				       (unsigned)g_bytes_get_size(recipe->profile));
	for (int y = 0; y < recipe->height; y++) {
		for (int x = 0; x < recipe->width; x++)
			(recipe->paint != NULL ? recipe->paint : picture_scene)(x, y, recipe,
										row + x * recipe->components);
		jpeg_write_scanlines(&cinfo, &row, 1);
	}
	jpeg_finish_compress(&cinfo);
	jpeg_destroy_compress(&cinfo);
	g_free(row);
	return g_bytes_new_with_free_func(bytes, length, free, bytes);
}

/* An APP1 segment with one EXIF entry: the orientation. */
static inline void picture_orientation(guint8 *app1, gsize *length, int orientation)
{
	static const guint8 head[] = {'E',  'x',  'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
				      0x01, 0x12, 0,   3,   0, 0, 0,   1,   0, 0,  0, 0, 0, 0, 0, 0};

	memcpy(app1, head, sizeof head);
	app1[25] = (guint8)orientation;
	*length = sizeof head;
}

/* The file with one more segment behind its SOI. */
static inline GBytes *picture_with_segment(GBytes *file, int marker, const void *data, gsize length)
{
	GByteArray *out = g_byte_array_new();
	gsize size;
	const guint8 *bytes = g_bytes_get_data(file, &size);
	guint8 head[4] = {0xff, (guint8)marker, (guint8)((length + 2) >> 8), (guint8)(length + 2)};

	g_byte_array_append(out, bytes, 2);
	g_byte_array_append(out, head, 4);
	g_byte_array_append(out, data, (guint)length);
	g_byte_array_append(out, bytes + 2, (guint)(size - 2));
	return g_byte_array_free_to_bytes(out);
}

static inline GBytes *picture_with_xmp(GBytes *file, const char *properties)
{
	g_autofree char *packet = g_strdup_printf(
		"%s%c<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
		"xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
		"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
		"xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" "
		"xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
		"xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\" "
		"xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" "
		"xmlns:mwg-rs=\"http://www.metadataworkinggroup.com/schemas/regions/\" "
		"xmlns:stArea=\"http://ns.adobe.com/xmp/sType/Area#\">%s</rdf:Description></rdf:RDF></"
		"x:xmpmeta>",
		"http://ns.adobe.com/xap/1.0/", 1, properties);
	gsize length = strlen(packet);

	*strchr(packet, 1) = '\0';
	return picture_with_segment(file, 0xe1, packet, length);
}

static inline GBytes *picture_head(GBytes *file, gsize bytes)
{
	return g_bytes_new_from_bytes(file, 0, MIN(bytes, g_bytes_get_size(file)));
}

struct png_recipe {
	int width, height, type, bits; /* PNG_COLOR_TYPE_... */
	gboolean interlaced;
	void (*paint)(int x, int y, guint8 *pixel); /* samples of `bits`, one or two bytes each */
	GBytes *profile;
	double gamma; /* 0: not named */
};

static inline void picture_png_write(png_structp png, png_bytep data, size_t length)
{
	g_byte_array_append(png_get_io_ptr(png), data, (guint)length);
}

static inline GBytes *picture_png(const struct png_recipe *recipe)
{
	GByteArray *out = g_byte_array_new();
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	int pixel = (recipe->type == PNG_COLOR_TYPE_RGB		 ? 3
		     : recipe->type == PNG_COLOR_TYPE_RGBA	 ? 4
		     : recipe->type == PNG_COLOR_TYPE_GRAY_ALPHA ? 2
								 : 1) *
		    recipe->bits / 8;
	g_autofree guint8 *row = g_malloc0((gsize)recipe->width * (gsize)pixel);
	int passes;

	png_set_write_fn(png, out, picture_png_write, NULL);
	png_set_IHDR(png, info, (png_uint_32)recipe->width, (png_uint_32)recipe->height, recipe->bits,
		     recipe->type, recipe->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
		     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	if (recipe->profile != NULL)
		png_set_iCCP(png, info, "test", 0, g_bytes_get_data(recipe->profile, NULL),
			     (png_uint_32)g_bytes_get_size(recipe->profile));
	if (recipe->gamma > 0)
		png_set_gAMA(png, info, recipe->gamma);
	png_set_compression_level(png, 1);
	png_write_info(png, info);
	passes = png_set_interlace_handling(png);
	for (int pass = 0; pass < passes; pass++) {
		for (int y = 0; y < recipe->height; y++) {
			for (int x = 0; x < recipe->width; x++)
				recipe->paint(x, y, row + x * pixel);
			png_write_row(png, row);
		}
	}
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	return g_byte_array_free_to_bytes(out);
}

/* The pixels of a print, decoded by libjpeg alone; caller frees. */
static inline guint8 *picture_pixels(GBytes *jpeg, int *width, int *height, int *components)
{
	struct jpeg_decompress_struct cinfo;
	struct jpeg_error_mgr errors;
	guint8 *pixels;

	cinfo.err = jpeg_std_error(&errors);
	jpeg_create_decompress(&cinfo);
	jpeg_mem_src(&cinfo, g_bytes_get_data(jpeg, NULL), g_bytes_get_size(jpeg));
	jpeg_read_header(&cinfo, TRUE);
	jpeg_start_decompress(&cinfo);
	*width = (int)cinfo.output_width;
	*height = (int)cinfo.output_height;
	*components = cinfo.output_components;
	pixels = g_malloc((gsize)*width * (gsize)*height * (gsize)*components);
	while (cinfo.output_scanline < cinfo.output_height) {
		JSAMPROW row = pixels + (gsize)cinfo.output_scanline * (gsize)*width * (gsize)*components;
		jpeg_read_scanlines(&cinfo, &row, 1);
	}
	jpeg_finish_decompress(&cinfo);
	jpeg_destroy_decompress(&cinfo);
	return pixels;
}

#endif
