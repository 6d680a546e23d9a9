#include <webp/decode.h>

#include <math.h>

#include "photo/decode.h"

static gboolean broken(GError **error, VP8StatusCode status)
{
	if (status == VP8_STATUS_OUT_OF_MEMORY)
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
				    "the WebP needs more memory than there is: save it smaller");
	else
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT, "the WebP is broken (%s): save it again",
			    status == VP8_STATUS_NOT_ENOUGH_DATA || status == VP8_STATUS_SUSPENDED
				    ? "it is cut short"
				    : "its picture data make no sense");
	return FALSE;
}

/* What is transparent shows white paper. */
static struct raster *flatten(const WebPDecBuffer *buffer)
{
	struct raster *raster = raster_new(buffer->width, buffer->height, 3);

	for (int y = 0; y < raster->height_px; y++) {
		const guint8 *from = buffer->u.RGBA.rgba + (gsize)y * (gsize)buffer->u.RGBA.stride;
		guint8 *to = raster_row(raster, y);
		for (int x = 0; x < raster->width_px; x++, from += 4)
			for (int i = 0; i < 3; i++)
				*to++ = (guint8)((from[i] * from[3] + 255 * (255 - from[3]) + 127) / 255);
	}
	return raster;
}

/* libwebp crops from even columns and rows, then averages down. */
static void options_set(WebPDecoderOptions *options, const struct envelope *envelope, const struct wish *wish)
{
	const struct rectangle *part = &wish->part;
	int shrink = (int)MIN((part->right - part->left) / wish->width_px,
			      (part->bottom - part->top) / wish->height_px);

	options->use_cropping = 1;
	options->crop_left = (int)part->left & ~1;
	options->crop_top = (int)part->top & ~1;
	options->crop_width = MIN((int)ceil(part->right), envelope->width_px) - options->crop_left;
	options->crop_height = MIN((int)ceil(part->bottom), envelope->height_px) - options->crop_top;
	if (shrink <= 1)
		return;
	options->use_scaling = 1;
	options->scaled_width = MAX(1, options->crop_width / shrink);
	options->scaled_height = MAX(1, options->crop_height / shrink);
}

/* A raster whose pixels libwebp writes itself. */
static struct raster *raster_under(WebPDecoderConfig *config)
{
	const WebPDecoderOptions *options = &config->options;
	struct raster *raster =
		raster_new(options->use_scaling ? options->scaled_width : options->crop_width,
			   options->use_scaling ? options->scaled_height : options->crop_height, 3);

	config->output.colorspace = MODE_RGB;
	config->output.is_external_memory = 1;
	config->output.u.RGBA.rgba = raster->pixels;
	config->output.u.RGBA.stride = (int)raster_stride(raster);
	config->output.u.RGBA.size = raster_stride(raster) * (gsize)raster->height_px;
	return raster;
}

static struct rectangle part_in_raster(const WebPDecoderOptions *options, const struct raster *raster,
				       const struct rectangle *part)
{
	double across = (double)raster->width_px / options->crop_width;
	double down = (double)raster->height_px / options->crop_height;

	return (struct rectangle){
		(part->left - options->crop_left) * across, (part->top - options->crop_top) * down,
		(part->right - options->crop_left) * across, (part->bottom - options->crop_top) * down};
}

gboolean decode_webp(GBytes *file, const struct envelope *envelope, const struct wish *wish,
		     struct decoded *decoded, GError **error)
{
	WebPDecoderConfig config;
	struct raster *raster = NULL;
	VP8StatusCode status;
	gsize length;
	const guint8 *data = g_bytes_get_data(file, &length);

	if (!WebPInitDecoderConfig(&config))
		return broken(error, VP8_STATUS_INVALID_PARAM);
	options_set(&config.options, envelope, wish);
	if (envelope->transparent)
		config.output.colorspace = MODE_RGBA;
	else
		raster = raster_under(&config);
	status = WebPDecode(data, length, &config);
	if (status != VP8_STATUS_OK) {
		WebPFreeDecBuffer(&config.output);
		raster_free(raster);
		return broken(error, status);
	}
	decoded->raster = raster != NULL ? raster : flatten(&config.output);
	decoded->part = part_in_raster(&config.options, decoded->raster, &wish->part);
	WebPFreeDecBuffer(&config.output);
	return TRUE;
}
