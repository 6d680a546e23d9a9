#include "paint/pdf/linearize.h"

#include <qpdf/qpdf-c.h>

#include "paint/painter.h"

const char *linearize_library_version(void)
{
	return qpdf_get_qpdf_version();
}

static void set_ways(qpdf_data qpdf)
{
	qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
	qpdf_set_linearization(qpdf, QPDF_TRUE);
	qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
	/* PDF/A wants a line's end before every endstream. */
	qpdf_set_newline_before_endstream(qpdf, QPDF_TRUE);
	qpdf_set_preserve_unreferenced_objects(qpdf, QPDF_FALSE);
}

static gboolean has_errors(QPDF_ERROR_CODE code)
{
	return (code & QPDF_ERRORS) != 0;
}

static GBytes *rewrite(qpdf_data qpdf, GBytes *file)
{
	gsize length;
	const char *bytes = g_bytes_get_data(file, &length);
	if (has_errors(qpdf_read_memory(qpdf, "edition.pdf", bytes, length, NULL)) ||
	    has_errors(qpdf_init_write_memory(qpdf)))
		return NULL;
	set_ways(qpdf);
	if (has_errors(qpdf_write(qpdf)))
		return NULL;
	return g_bytes_new(qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
}

/* A warning means that our own file is damaged, so it counts as a failure too. */
static char *complaint(qpdf_data qpdf)
{
	qpdf_error first = qpdf_has_error(qpdf) ? qpdf_get_error(qpdf) : NULL;
	if (first == NULL && qpdf_more_warnings(qpdf))
		first = qpdf_next_warning(qpdf);
	return first != NULL ? g_strdup(qpdf_get_error_full_text(qpdf, first)) : NULL;
}

GBytes *linearize(GBytes *file, GError **error)
{
	qpdf_data qpdf = qpdf_init();
	qpdf_silence_errors(qpdf);
	qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
	GBytes *ordered = rewrite(qpdf, file);
	g_autofree char *text = complaint(qpdf);
	if (ordered == NULL || text != NULL) {
		g_clear_pointer(&ordered, g_bytes_unref);
		g_set_error(error, PAINT_ERROR, PAINT_ERROR_LIBRARY, "qpdf cannot put the file in order: %s",
			    text != NULL ? text : "it does not say why");
	}
	qpdf_cleanup(&qpdf);
	return ordered;
}
