/* Any bytes as a photograph: facts, captions, the guess of a focus, and a small print. */
#include "fuzz.h"
#include "photo/photo.h"

static void render(GBytes *file, const struct photo_facts *facts)
{
	struct photo_order order = {.width_px = 40, .height_px = 30};
	struct photo_print *print;
	g_autoptr(GError) error = NULL;

	order.part = photo_crop_around(facts, 4, 3, 32768, 32768);
	print = photo_render(file, facts, &order, &error);
	g_assert((print == NULL) == (error != NULL));
	if (print != NULL)
		photo_print_free(print);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) file = g_bytes_new(data, size);
	g_autoptr(GError) error = NULL;
	struct photo_facts facts = {0};
	struct photo_metadata *metadata = photo_read_metadata(file);

	photo_metadata_free(metadata);
	if (!photo_probe(file, &facts, &error))
		return 0;
	if ((gint64)facts.width_px * facts.height_px < 4000000)
		render(file, &facts);
	return 0;
}
