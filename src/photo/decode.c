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
	case PHOTO_WEBP:
		return decode_webp(file, envelope, wish, decoded, error);
	}
	g_assert_not_reached();
}
