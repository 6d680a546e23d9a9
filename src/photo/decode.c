#include "photo/decode.h"

gboolean decode(GBytes *file, const struct envelope *envelope, const struct wish *wish,
		struct decoded *decoded, GError **error)
{
	*decoded = (struct decoded){0};
	switch (envelope->format) {
	case PHOTO_JPEG:
		return decode_jpeg(file, envelope, wish, decoded, error);
	case PHOTO_PNG:
		return decode_png(file, envelope, wish, decoded, error);
	case PHOTO_SVG: /* drawing.c draws it; nothing is decoded */
		break;
	case PHOTO_WEBP:
		return decode_webp(file, envelope, wish, decoded, error);
	}
	g_assert_not_reached();
}

gint64 decode_bytes(const struct envelope *envelope, const struct wish *wish)
{
	const struct rectangle *part = &wish->part;
	double width = part->right - part->left, height = part->bottom - part->top;
	double scale = MIN(1, MAX(wish->width_px / width, wish->height_px / height));
	double whole = (double)envelope->width_px * envelope->height_px;

	if (envelope->format == PHOTO_JPEG)
		scale = decode_jpeg_eighths(wish) / 8.0;
	if (envelope->interlaced)
		return (gint64)(whole * envelope->components);
	return (gint64)(width * height * scale * scale * envelope->components +
			(envelope->buffered ? (double)envelope->coefficient_bytes : 0) +
			(envelope->format == PHOTO_WEBP && envelope->lossless ? whole * 4 : 0));
}
