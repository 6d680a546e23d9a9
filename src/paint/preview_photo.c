#include "paint/preview_photo.h"

#include <string.h>

#include "paint/painter.h"
#include "photo/decode.h"

static struct raster *raster_of_pixels(const struct photo_print *print)
{
	struct raster *raster = raster_new(print->width_px, print->height_px, print->components);
	gsize length, wanted = raster_stride(raster) * (gsize)print->height_px;
	const void *bytes =
		g_bytes_get_data(print->format == PRINT_DRAWING ? print->pixels : print->bytes, &length);
	memcpy(raster->pixels, bytes, MIN(length, wanted));
	return raster;
}

static gboolean read_print(const struct photo_print *print, int width_px, int height_px,
			   struct decoded *decoded, GError **error)
{
	struct wish wish = {{0, 0, print->width_px, print->height_px}, width_px, height_px};
	struct envelope envelope;
	if (print->format != PRINT_JPEG) {
		*decoded = (struct decoded){raster_of_pixels(print), wish.part};
		return TRUE;
	}
	if (!envelope_open(print->bytes, &envelope, error))
		return FALSE;
	gboolean good = decode(print->bytes, &envelope, &wish, decoded, error);
	envelope_clear(&envelope);
	return good;
}

struct raster *preview_photo(const struct photo_print *print, int width_px, int height_px, GError **error)
{
	struct decoded decoded = {0};
	if (!read_print(print, width_px, height_px, &decoded, error))
		return NULL;
	struct raster *small = raster_resample(decoded.raster, decoded.part, width_px, height_px);
	raster_free(decoded.raster);
	return small;
}
