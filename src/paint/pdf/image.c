#include "paint/pdf/image.h"

#include "paint/pdf/drawing_form.h"
#include "paint/pdf/image_rows.h"

struct images {
	struct haru *haru;
	GHashTable *prints;   /* page_photo_key() → struct photo_print; the caller's */
	GHashTable *by_key;   /* → object */
	GHashTable *by_bytes; /* SHA-256 → object: two photographs may be the same picture */
};

struct images *images_new(struct haru *haru, GHashTable *prints)
{
	struct images *images = g_new0(struct images, 1);
	images->haru = haru;
	images->prints = prints;
	images->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	images->by_bytes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return images;
}

void images_free(struct images *images)
{
	if (images == NULL)
		return;
	g_hash_table_unref(images->by_key);
	g_hash_table_unref(images->by_bytes);
	g_free(images);
}

static void put_picture(GString *out, const struct photo_print *print)
{
	g_string_append_printf(
		out, "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s",
		print->width_px, print->height_px, print->components == 1 ? "DeviceGray" : "DeviceRGB");
}

static int add_jpeg(struct images *images, const struct photo_print *print)
{
	int object = haru_stream(images->haru, print->bytes);
	put_picture(haru_entries(images->haru, object), print);
	g_string_append(haru_entries(images->haru, object), "/Filter/DCTDecode");
	return object;
}

static int add_pixels(struct images *images, const struct photo_print *print)
{
	g_autoptr(GBytes) rows = image_rows_predicted(print);
	gsize length;
	const void *bytes = g_bytes_get_data(rows, &length);
	int object = haru_stream_deflated(images->haru, bytes, length);
	put_picture(haru_entries(images->haru, object), print);
	g_string_append_printf(haru_entries(images->haru, object),
			       "/DecodeParms<</Predictor 15/Colors %d/Columns %d>>", print->components,
			       print->width_px);
	return object;
}

/* What the print says of itself must be what is in it: viewers believe the JPEG, the validator the
 * dictionary. */
static const char *print_fault(const struct photo_print *print)
{
	struct photo_facts facts;
	if (print->components != 1 && print->components != 3)
		return "it is neither grey nor RGB";
	if (print->format == PRINT_DRAWING)
		return NULL;
	if (print->format == PRINT_PIXELS) {
		gsize wanted = (gsize)print->width_px * (gsize)print->height_px * (gsize)print->components;
		return g_bytes_get_size(print->bytes) == wanted ? NULL : "its rows are incomplete";
	}
	if (!photo_probe(print->bytes, &facts, NULL) || facts.format != PHOTO_JPEG)
		return "it is no JPEG";
	if (facts.width_px != print->width_px || facts.height_px != print->height_px ||
	    facts.components != print->components)
		return "it is not what it says";
	return NULL;
}

static int add_object(struct images *images, const struct photo_print *print, const char *file,
		      GError **error)
{
	switch (print->format) {
	case PRINT_PIXELS:
		return add_pixels(images, print);
	case PRINT_DRAWING:
		return drawing_form(images->haru, print, file, error);
	case PRINT_JPEG:
		break;
	}
	return add_jpeg(images, print);
}

static int add_print(struct images *images, const struct photo_print *print, const char *file, GError **error)
{
	char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, print->bytes);
	int object = GPOINTER_TO_INT(g_hash_table_lookup(images->by_bytes, digest));
	if (object != 0) {
		g_free(digest);
		return object;
	}
	object = add_object(images, print, file, error);
	g_hash_table_insert(images->by_bytes, digest, GINT_TO_POINTER(object));
	return object;
}

int image_object(struct images *images, const struct page_photo *photo, GError **error)
{
	g_autofree char *key = page_photo_key(photo);
	int object = GPOINTER_TO_INT(g_hash_table_lookup(images->by_key, key));
	if (object != 0)
		return object;
	const struct photo_print *print = g_hash_table_lookup(images->prints, key);
	const char *fault = print == NULL ? "it was not printed" : print_fault(print);
	if (fault != NULL) {
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_PHOTO, "%s cannot go into the PDF: %s",
			    photo->file, fault);
		return 0;
	}
	object = add_print(images, print, photo->file, error);
	if (object == 0)
		return 0;
	g_hash_table_insert(images->by_key, g_steal_pointer(&key), GINT_TO_POINTER(object));
	return object;
}
