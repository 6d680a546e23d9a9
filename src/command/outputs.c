#include "command/outputs.h"

#include <string.h>

#include "command/interrupt.h"
#include "command/manual.h"
#include "paint/painter.h"
#include "report/report.h"

enum { PICTURE_HEIGHT_PX = 1400, THUMB_HEIGHT_PX = 320 };

static void output_free(gpointer data)
{
	struct output *output = data;
	g_free(output->path);
	g_bytes_unref(output->bytes);
	g_free(output);
}

/* Takes both. */
static void add(GPtrArray *outputs, char *path, GBytes *bytes)
{
	struct output *output = g_new(struct output, 1);

	*output = (struct output){path, bytes};
	g_ptr_array_add(outputs, output);
}

static void add_text(GPtrArray *outputs, const char *path, char *text)
{
	add(outputs, g_strdup(path), g_bytes_new_take(text, strlen(text)));
}

static gboolean add_pdf(struct pressrun *run, const struct paint_source *source, GPtrArray *outputs,
			GError **error)
{
	struct pdf_options options = {.linearize = !run->options->draft, .producer = "anban " ANBAN_VERSION};
	GBytes *bytes;

	pressrun_stage(run, "pdf");
	bytes = pdf_document(run->paper, source, &options, error);
	if (bytes == NULL)
		return FALSE;
	add(outputs, g_strconcat(run->edition->slug, ".pdf", NULL), bytes);
	return TRUE;
}

static gboolean add_picture(const struct page *page, const struct paint_source *source, const char *folder,
			    int height_px, GPtrArray *outputs, GError **error)
{
	GBytes *bytes = preview_jpeg(page, source, height_px, error);

	if (bytes == NULL)
		return FALSE;
	add(outputs, g_strdup_printf("%s/%03d.jpg", folder, page->number), bytes);
	return TRUE;
}

static gboolean add_pictures(struct pressrun *run, const struct paint_source *source, GPtrArray *outputs,
			     GError **error)
{
	gboolean well = TRUE;

	pressrun_stage(run, "page pictures");
	for (guint i = 0; well && i < run->paper->pages->len && interrupt_code() == 0; i++) {
		const struct page *page = g_ptr_array_index(run->paper->pages, i);
		well = add_picture(page, source, "pages", PICTURE_HEIGHT_PX, outputs, error) &&
		       add_picture(page, source, "thumbs", THUMB_HEIGHT_PX, outputs, error);
	}
	return well;
}

/* ---- the report, over everything else ---- */

static void report_output_free(gpointer data)
{
	struct report_output *output = data;
	g_free(output->path);
	g_free(output);
}

static GPtrArray *report_outputs(const GPtrArray *outputs)
{
	GPtrArray *list = g_ptr_array_new_with_free_func(report_output_free);

	for (guint i = 0; i < outputs->len; i++) {
		const struct output *output = g_ptr_array_index(outputs, i);
		struct report_output *entry = g_new0(struct report_output, 1);
		g_autofree char *sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, output->bytes);
		entry->path = g_strdup(output->path);
		entry->bytes = (goffset)g_bytes_get_size(output->bytes);
		g_strlcpy(entry->sha256, sha256, sizeof(entry->sha256));
		g_ptr_array_add(list, entry);
	}
	return list;
}

static void add_report(struct pressrun *run, GPtrArray *outputs)
{
	g_autoptr(GPtrArray) libraries = manual_libraries();
	g_autoptr(GPtrArray) list = report_outputs(outputs);
	struct report_facts facts = {.version = ANBAN_VERSION,
				     .libraries = libraries,
				     .edition = run->edition,
				     .decisions = run->decisions,
				     .outputs = list,
				     .diag = run->diag};

	add_text(outputs, "report.json", report_json(&facts));
}

GPtrArray *outputs_make(struct pressrun *run, GError **error)
{
	g_autoptr(GPtrArray) outputs = g_ptr_array_new_with_free_func(output_free);
	struct paint_source source = {run->book, run->prints->by_key};

	if (!add_pdf(run, &source, outputs, error))
		return NULL;
	if (!run->options->no_pages && !add_pictures(run, &source, outputs, error))
		return NULL;
	pressrun_stage(run, "report");
	add_text(outputs, "zones.json", zones_json(run->paper));
	add_report(run, outputs);
	return g_steal_pointer(&outputs);
}
