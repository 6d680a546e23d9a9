#include "photo/raster.h"

/* The one place where stb's resampler is compiled; some of its functions are
   never called by us. Its second version has replaced the first in newer
   systems. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wsign-compare"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#if __has_include(<stb/stb_image_resize.h>)
#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>
#else
#define RESAMPLE_SECOND
#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize2.h>
#endif
#pragma GCC diagnostic pop

/* Corners of the part in shares of the source. */
static gboolean resize(const struct raster *source, struct raster *scaled, const double *corners)
{
#ifdef RESAMPLE_SECOND
	STBIR_RESIZE work;
	stbir_pixel_layout layout = source->components == 1   ? STBIR_1CHANNEL
				    : source->components == 3 ? STBIR_RGB
							      : STBIR_4CHANNEL;

	stbir_resize_init(&work, source->pixels, source->width_px, source->height_px, 0, scaled->pixels,
			  scaled->width_px, scaled->height_px, 0, layout, STBIR_TYPE_UINT8);
	stbir_set_filters(&work, STBIR_FILTER_CATMULLROM, STBIR_FILTER_CATMULLROM);
	stbir_set_edgemodes(&work, STBIR_EDGE_CLAMP, STBIR_EDGE_CLAMP);
	stbir_set_input_subrect(&work, corners[0], corners[1], corners[2], corners[3]);
	return stbir_resize_extended(&work);
#else
	return stbir_resize_region(
		source->pixels, source->width_px, source->height_px, 0, scaled->pixels, scaled->width_px,
		scaled->height_px, 0, STBIR_TYPE_UINT8, source->components, -1, 0, STBIR_EDGE_CLAMP,
		STBIR_EDGE_CLAMP, STBIR_FILTER_CATMULLROM, STBIR_FILTER_CATMULLROM, STBIR_COLORSPACE_LINEAR,
		NULL, (float)corners[0], (float)corners[1], (float)corners[2], (float)corners[3]);
#endif
}

struct raster *raster_resample(const struct raster *source, struct rectangle part, int width_px,
			       int height_px)
{
	struct raster *scaled = raster_new(width_px, height_px, source->components);
	double width = source->width_px, height = source->height_px;
	const double corners[4] = {part.left / width, part.top / height, part.right / width,
				   part.bottom / height};

	if (resize(source, scaled, corners))
		return scaled;
	raster_free(scaled);
	return NULL;
}
