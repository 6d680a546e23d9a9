/* Any bytes as a photograph: facts, words, the guess of a focus, and prints of
   several sizes and parts. */
#include <string.h>

#include "fuzz.h"
#include "photo/photo.h"

static void render(GBytes *file, const struct photo_facts *facts, const struct photo_order *order)
{
	g_autoptr(GError) error = NULL;
	struct photo_print *print = photo_render(file, facts, order, &error);

	g_assert((print == NULL) == (error != NULL));
	if (print == NULL)
		return;
	g_assert(print->width_px > 0 && print->height_px > 0);
	g_assert(print->components == 1 || print->components == 3);
	if (print->format == PRINT_PIXELS)
		g_assert(g_bytes_get_size(print->bytes) ==
			 (gsize)print->width_px * (gsize)print->height_px * (gsize)print->components);
	photo_print_free(print);
}

/* A part anywhere inside the picture, and a box of up to 255 pixels. */
static struct photo_order order_from(const uint8_t *seed)
{
	int left = seed[0] * 256, top = seed[1] * 256;
	struct photo_order order = {
		.part = {left, top, 1 + seed[2] * (65535 - left) / 255, 1 + seed[3] * (65535 - top) / 255},
		.width_px = seed[4],
		.height_px = seed[5],
	};

	return order;
}

static void focus(GBytes *file, const struct photo_facts *facts)
{
	g_autoptr(GError) error = NULL;
	int x, y;
	gboolean guessed = photo_guess_focus(file, facts, &x, &y, &error);

	g_assert(guessed == (error == NULL));
	g_assert(x >= 0 && x <= 65536 && y >= 0 && y <= 65536);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) file = g_bytes_new(data, size);
	struct photo_order order = {.width_px = 40, .height_px = 30};
	struct photo_metadata *metadata = photo_read_metadata(file);
	struct photo_facts facts = {0};
	uint8_t seed[6] = {0};
	g_autoptr(GError) error = NULL;

	photo_metadata_free(metadata);
	if (!photo_probe(file, &facts, &error)) {
		g_assert(error != NULL);
		return 0;
	}
	g_assert(facts.width_px > 0 && facts.height_px > 0);
	if ((gint64)facts.width_px * facts.height_px >= 250000)
		return 0;
	focus(file, &facts);
	order.part = photo_crop_around(&facts, 4, 3, 32768, 32768);
	render(file, &facts, &order);
	memcpy(seed, data + size - MIN(size, sizeof seed), MIN(size, sizeof seed));
	order = order_from(seed);
	render(file, &facts, &order);
	return 0;
}
