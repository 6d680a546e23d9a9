#include "photo/colour.h"
#include "photo/envelope.h"

gboolean photo_probe(GBytes *file, struct photo_facts *facts, GError **error)
{
	struct envelope envelope;
	g_autofree char *sum = NULL;
	gboolean turned;

	if (!envelope_open(file, &envelope, error))
		return FALSE;
	turned = envelope_is_turned(&envelope);
	*facts = (struct photo_facts){
		.format = envelope.format,
		.width_px = turned ? envelope.height_px : envelope.width_px,
		.height_px = turned ? envelope.width_px : envelope.height_px,
		.orientation = envelope.orientation,
		.components = envelope.components,
		.progressive = envelope.progressive,
		.has_profile = !colour_is_screen(&envelope),
		.transparent = envelope.transparent,
	};
	sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file);
	g_strlcpy(facts->sha256, sum, sizeof facts->sha256);
	envelope_clear(&envelope);
	return TRUE;
}
