#include "photo/as_is.h"

#include <string.h>

#include "photo/colour.h"

/* Side by side with our own encoding, a file of more bytes a pixel is worth
   pressing again, and one of a few more pixels is not. */
#define BYTES_A_PIXEL_MOST 0.5
#define LARGER_MOST	   1.15

gboolean as_is_fits(GBytes *file, const struct envelope *envelope, int has_width_px, int has_height_px,
		    int width_px, int height_px)
{
	double pixels = (double)envelope->width_px * envelope->height_px;

	return envelope->format == PHOTO_JPEG && !envelope->arithmetic && envelope->orientation == 1 &&
	       envelope->components != 4 && has_width_px <= width_px * LARGER_MOST &&
	       has_height_px <= height_px * LARGER_MOST &&
	       (double)g_bytes_get_size(file) <= pixels * BYTES_A_PIXEL_MOST + 2048 &&
	       colour_is_screen(envelope);
}

/* APP14 says how colours are coded, so it stays. */
static gboolean goes_out(int marker)
{
	return (marker >= 0xe0 && marker <= 0xef && marker != 0xee) || marker == 0xfe;
}

/* The end of the segment at `at`, which begins with its marker; the coded data
   of a scan count as part of it. The envelope has checked all lengths. */
static gsize segment_end(const guint8 *data, gsize length, gsize at)
{
	gsize end = at + 2 + ((gsize)data[at + 2] << 8 | data[at + 3]);

	if (data[at + 1] != 0xda)
		return end;
	while (end + 1 < length) {
		if (data[end] == 0xff && data[end + 1] != 0 && data[end + 1] != 0xff &&
		    (data[end + 1] & 0xf8) != 0xd0)
			break;
		end++;
	}
	return end;
}

GBytes *as_is_strip(GBytes *file)
{
	gsize length, at = 2;
	const guint8 *data = g_bytes_get_data(file, &length);
	GByteArray *bare = g_byte_array_new();

	g_byte_array_append(bare, (const guint8 *)"\xff\xd8", 2);
	while (at + 4 <= length) {
		gsize end;
		if (data[at] != 0xff || data[at + 1] == 0xff || data[at + 1] == 0) {
			at++;
			continue;
		}
		if (data[at + 1] == 0xd9)
			break;
		end = MIN(segment_end(data, length, at), length);
		if (!goes_out(data[at + 1]))
			g_byte_array_append(bare, data + at, (guint)(end - at));
		at = end;
	}
	g_byte_array_append(bare, (const guint8 *)"\xff\xd9", 2);
	return g_byte_array_free_to_bytes(bare);
}
