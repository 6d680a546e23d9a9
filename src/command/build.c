/* build.c - make and publish an edition */
#include <stdio.h>
#include <string.h>

#include "command/commands.h"
#include "command/forme.h"
#include "command/interrupt.h"
#include "command/outputs.h"
#include "publish/publish.h"
#include "report/report.h"

static int exit_code_of(const GError *error)
{
	if (error->domain != PUBLISH_ERROR)
		return EXIT_OUR_MISTAKE;
	switch (error->code) {
	case PUBLISH_ERROR_CREATE:
		return EXIT_CREATE;
	case PUBLISH_ERROR_LOCKED:
		return EXIT_LOCKED;
	default:
		return EXIT_IO;
	}
}

static void print_trace(const struct forme *forme)
{
	g_autoptr(GString) trace = g_string_new(NULL);

	paper_write(forme->paper, trace);
	fwrite(trace->str, 1, trace->len, stdout);
}

static void print_summary(struct forme *forme, const char *published)
{
	struct report_facts facts = {
		.edition = forme->edition, .decisions = forme->decisions, .diag = forme->diag};
	g_autofree char *summary = report_summary(&facts);
	g_autofree char *where = g_strdup_printf("published: %s/%s.pdf\n", published, forme->edition->slug);

	if (forme->options->quiet || forme->options->trace)
		return;
	wire_result(&forme->wire, summary);
	wire_result(&forme->wire, where);
}

static gboolean publish_all(struct forme *forme, struct publication *publication, const GPtrArray *outputs,
			    GError **error)
{
	g_autofree char *run = NULL;

	forme_stage(forme, "publish");
	for (guint i = 0; i < outputs->len; i++) {
		const struct output *output = g_ptr_array_index(outputs, i);
		if (!publish_file(publication, output->path, output->bytes, error))
			return FALSE;
	}
	run = stopwatch_json(forme->stopwatch, forme_jobs(forme));
	return interrupt_code() == 0 && publish_finish(publication, run, error);
}

/* Pages, painters and publication, with the lock of OUT held. */
static gboolean build_into(struct forme *forme, struct publication *publication, GError **error)
{
	g_autoptr(GPtrArray) outputs = NULL;

	if (!forme_make_up(forme))
		return FALSE;
	if (forme->options->trace)
		print_trace(forme);
	if (forme->options->strict && forme_exit_code(forme, TRUE) != EXIT_DONE)
		return FALSE;
	outputs = outputs_make(forme, error);
	return outputs != NULL && interrupt_code() == 0 && publish_all(forme, publication, outputs, error);
}

static int build_end(struct forme *forme, gboolean well, const GError *error, const char *published)
{
	int code = forme_exit_code(forme, well);

	wire_messages(&forme->wire, forme->diag);
	if (error != NULL) {
		wire_failure(&forme->wire, error->message);
		code = exit_code_of(error);
	} else if (interrupt_code() != 0) {
		wire_failure(&forme->wire, "interrupted; nothing was published");
	} else if (!well) {
		wire_failure(&forme->wire, "nothing was published; the last edition is as it was");
	} else {
		print_summary(forme, published);
	}
	wire_end(&forme->wire, code, well ? published : NULL);
	return code;
}

int build_run(const struct options *options)
{
	struct forme *forme = forme_new(options);
	struct publication *publication = NULL;
	g_autoptr(GError) error = NULL;
	gboolean well = forme_read(forme);
	int code;

	if (well) {
		publication = publish_begin(options->out, forme->edition->slug, &error);
		well = publication != NULL && build_into(forme, publication, &error);
	}
	code = build_end(forme, well, error, publication != NULL ? publish_path(publication) : NULL);
	publish_end(publication);
	forme_free(forme);
	return code;
}
