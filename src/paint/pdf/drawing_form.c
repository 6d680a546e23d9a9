#include "paint/pdf/drawing_form.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "paint/painter.h"

/* A group in a group is a form in the resources of a form; drawing.h allows 64. */
#define DEPTH_MAX (4 * 64 + 16)

struct copying {
	struct haru *haru;
	qpdf_data qpdf;
	GHashTable *copies; /* object number there → object here */
	const char *fault;  /* the first */
};

static void put_object(struct copying *copying, GString *out, qpdf_oh object, int depth);

/* What the validator forbids, what our writer sets itself, and what would lead out of the form. */
static gboolean is_left_out(const char *key)
{
	static const char *const keys[] = {"/Length", "/Interpolate", "/Parent", "/StructParents", NULL};
	return g_strv_contains(keys, key);
}

static gboolean is_forbidden(const char *key)
{
	static const char *const keys[] = {"/Font",	  "/Annots", "/Properties", "/F",
					   "/Alternates", "/OPI",    NULL};
	return g_strv_contains(keys, key);
}

static GPtrArray *keys_of(struct copying *copying, qpdf_oh dict)
{
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
	qpdf_oh_begin_dict_key_iter(copying->qpdf, dict);
	while (qpdf_oh_dict_more_keys(copying->qpdf))
		g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(copying->qpdf)));
	return keys;
}

static void put_entries(struct copying *copying, GString *out, qpdf_oh dict, int depth)
{
	g_autoptr(GPtrArray) keys = keys_of(copying, dict);
	for (guint i = 0; i < keys->len; i++) {
		const char *key = keys->pdata[i];
		if (is_left_out(key))
			continue;
		if (is_forbidden(key))
			copying->fault = "it holds more than lines and areas";
		g_string_append(out, key);
		put_object(copying, out, qpdf_oh_get_key(copying->qpdf, dict, key), depth + 1);
	}
}

static void put_array(struct copying *copying, GString *out, qpdf_oh array, int depth)
{
	int count = qpdf_oh_get_array_n_items(copying->qpdf, array);
	g_string_append_c(out, '[');
	for (int i = 0; i < count; i++)
		put_object(copying, out, qpdf_oh_get_array_item(copying->qpdf, array, i), depth + 1);
	g_string_append_c(out, ']');
}

/* With the filters it has: nothing is unpacked. */
static int copy_stream(struct copying *copying, qpdf_oh stream)
{
	unsigned char *bytes = NULL;
	size_t length = 0;
	if ((qpdf_oh_get_stream_data(copying->qpdf, stream, qpdf_dl_none, NULL, &bytes, &length) &
	     QPDF_ERRORS) != 0) {
		copying->fault = "one of its streams cannot be read";
		return haru_dict(copying->haru);
	}
	g_autoptr(GBytes) kept = g_bytes_new(bytes, length);
	free(bytes);
	return haru_stream(copying->haru, kept);
}

static int copy_of(struct copying *copying, qpdf_oh object, int depth)
{
	gpointer number = GINT_TO_POINTER(qpdf_oh_get_object_id(copying->qpdf, object));
	int copy = GPOINTER_TO_INT(g_hash_table_lookup(copying->copies, number));
	gboolean stream = qpdf_oh_is_stream(copying->qpdf, object);
	if (copy != 0)
		return copy;
	copy = stream ? copy_stream(copying, object) : haru_dict(copying->haru);
	g_hash_table_insert(copying->copies, number, GINT_TO_POINTER(copy));
	/* Apart first: the object may be asked for again on the way. */
	g_autoptr(GString) entries = g_string_new(NULL);
	put_entries(copying, entries, stream ? qpdf_oh_get_dict(copying->qpdf, object) : object, depth);
	g_string_append_len(haru_entries(copying->haru, copy), entries->str, (gssize)entries->len);
	return copy;
}

static void put_object(struct copying *copying, GString *out, qpdf_oh object, int depth)
{
	qpdf_data qpdf = copying->qpdf;
	if (depth > DEPTH_MAX)
		copying->fault = "it is nested too deep";
	if (copying->fault != NULL)
		return;
	if (qpdf_oh_is_stream(qpdf, object) ||
	    (qpdf_oh_is_indirect(qpdf, object) && qpdf_oh_is_dictionary(qpdf, object))) {
		haru_put_reference(out, copy_of(copying, object, depth));
	} else if (qpdf_oh_is_dictionary(qpdf, object)) {
		g_string_append(out, "<<");
		put_entries(copying, out, object, depth);
		g_string_append(out, ">>");
	} else if (qpdf_oh_is_array(qpdf, object)) {
		put_array(copying, out, object, depth);
	} else {
		g_string_append_c(out, ' ');
		g_string_append(out, qpdf_oh_unparse_resolved(qpdf, object));
	}
}

/* Marks inside a figure would be content outside the tree. */
static gboolean has_marks(const char *content, gsize length)
{
	return g_strstr_len(content, (gssize)length, "BDC") != NULL ||
	       g_strstr_len(content, (gssize)length, "BMC") != NULL ||
	       g_strstr_len(content, (gssize)length, "BT\n") != NULL;
}

static int copy_content(struct copying *copying, qpdf_oh page)
{
	unsigned char *bytes = NULL;
	size_t length = 0;
	if ((qpdf_oh_get_page_content_data(copying->qpdf, page, &bytes, &length) & QPDF_ERRORS) != 0) {
		copying->fault = "it has no content";
		return 0;
	}
	if (has_marks((const char *)bytes, length))
		copying->fault = "it holds more than lines and areas";
	int form = haru_stream_deflated(copying->haru, bytes, length);
	free(bytes);
	return form;
}

static void put_frame(struct copying *copying, GString *out, qpdf_oh page)
{
	qpdf_oh box = qpdf_oh_get_key(copying->qpdf, page, "/MediaBox");
	double width =
		qpdf_oh_get_numeric_value(copying->qpdf, qpdf_oh_get_array_item(copying->qpdf, box, 2));
	double height =
		qpdf_oh_get_numeric_value(copying->qpdf, qpdf_oh_get_array_item(copying->qpdf, box, 3));
	char across[G_ASCII_DTOSTR_BUF_SIZE], down[G_ASCII_DTOSTR_BUF_SIZE];
	if (!(width >= 1) || !(height >= 1)) {
		copying->fault = "it has no size";
		return;
	}
	g_ascii_formatd(across, sizeof across, "%.9f", 1 / width);
	g_ascii_formatd(down, sizeof down, "%.9f", 1 / height);
	g_string_append_printf(out, "/Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Matrix[%s 0 0 %s 0 0]",
			       (int)width, (int)height, across, down);
}

static int copy_page(struct copying *copying, qpdf_oh page)
{
	g_autoptr(GString) entries = g_string_new(NULL);
	int form = copy_content(copying, page);
	if (form == 0)
		return 0;
	put_frame(copying, entries, page);
	g_string_append(entries, "/Group<</Type/Group/S/Transparency/CS/DeviceRGB/I true>>/Resources");
	put_object(copying, entries, qpdf_oh_get_key(copying->qpdf, page, "/Resources"), 0);
	g_string_append_len(haru_entries(copying->haru, form), entries->str, (gssize)entries->len);
	return form;
}

static int copy_file(struct copying *copying, GBytes *file)
{
	gsize length;
	const char *bytes = g_bytes_get_data(file, &length);
	int form = 0;
	if ((qpdf_read_memory(copying->qpdf, "drawing.pdf", bytes, length, NULL) & QPDF_ERRORS) == 0 &&
	    qpdf_get_num_pages(copying->qpdf) == 1)
		form = copy_page(copying, qpdf_get_page_n(copying->qpdf, 0));
	if (form == 0 || qpdf_has_error(copying->qpdf) || qpdf_more_warnings(copying->qpdf))
		copying->fault = copying->fault != NULL ? copying->fault : "it cannot be read again";
	return form;
}

int drawing_form(struct haru *haru, const struct photo_print *print, const char *file, GError **error)
{
	struct copying copying = {haru, qpdf_init(), g_hash_table_new(NULL, NULL), NULL};
	qpdf_silence_errors(copying.qpdf);
	qpdf_set_suppress_warnings(copying.qpdf, QPDF_TRUE);
	int form = copy_file(&copying, print->bytes);
	qpdf_cleanup(&copying.qpdf);
	g_hash_table_unref(copying.copies);
	if (copying.fault == NULL)
		return form;
	g_set_error(error, PAINT_ERROR, PAINT_ERROR_PHOTO, "%s cannot go into the PDF: %s", file,
		    copying.fault);
	return 0;
}
