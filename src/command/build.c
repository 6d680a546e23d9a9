/* build.c - make and publish an edition */
#include <stdio.h>
#include <string.h>

#include "command/commands.h"
#include "command/interrupt.h"
#include "command/outputs.h"
#include "command/pressrun.h"
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

static void print_trace(const struct pressrun *run)
{
	g_autoptr(GString) trace = g_string_new(NULL);

	paper_write(run->paper, trace);
	fwrite(trace->str, 1, trace->len, stdout);
}

static void print_summary(struct pressrun *run, const char *published)
{
	struct report_facts facts = {.edition = run->edition, .decisions = run->decisions, .diag = run->diag};
	g_autofree char *summary = report_summary(&facts);
	g_autofree char *where = g_strdup_printf("published: %s/%s.pdf\n", published, run->edition->slug);

	if (run->options->quiet || run->options->trace)
		return;
	wire_result(&run->wire, summary);
	wire_result(&run->wire, where);
}

static gboolean publish_all(struct pressrun *run, struct publication *publication, const GPtrArray *outputs,
			    GError **error)
{
	g_autofree char *times = NULL;

	pressrun_stage(run, "publish");
	for (guint i = 0; i < outputs->len; i++) {
		const struct output *output = g_ptr_array_index(outputs, i);
		if (!publish_file(publication, output->path, output->bytes, error))
			return FALSE;
	}
	times = stopwatch_json(run->stopwatch, pressrun_jobs(run));
	return interrupt_code() == 0 && publish_finish(publication, times, error);
}

/* Pages, painters and publication, with the lock of OUT held. */
static gboolean build_into(struct pressrun *run, struct publication *publication, GError **error)
{
	g_autoptr(GPtrArray) outputs = NULL;

	if (!pressrun_make_up(run))
		return FALSE;
	if (run->options->trace)
		print_trace(run);
	if (run->options->strict && pressrun_exit_code(run, TRUE) != EXIT_DONE)
		return FALSE;
	outputs = outputs_make(run, error);
	return outputs != NULL && interrupt_code() == 0 && publish_all(run, publication, outputs, error);
}

static int build_end(struct pressrun *run, gboolean well, const GError *error, const char *published)
{
	int code = pressrun_exit_code(run, well);

	wire_messages(&run->wire, run->diag);
	if (error != NULL) {
		wire_failure(&run->wire, error->message);
		code = exit_code_of(error);
	} else if (interrupt_code() != 0) {
		wire_failure(&run->wire, "interrupted; nothing was published");
	} else if (!well) {
		wire_failure(&run->wire, "nothing was published; the last edition is as it was");
	} else {
		print_summary(run, published);
	}
	if (error == NULL && interrupt_code() == 0 && !pressrun_explain(run) && code <= EXIT_DONE_WITH_FAULTS)
		code = EXIT_USAGE;
	wire_end(&run->wire, code, well ? published : NULL);
	return code;
}

int build_run(const struct options *options)
{
	struct pressrun *run = pressrun_new(options);
	struct publication *publication = NULL;
	g_autoptr(GError) error = NULL;
	gboolean well = pressrun_read(run);
	int code;

	if (well) {
		publication = publish_begin(options->out, run->edition->slug, &error);
		well = publication != NULL && build_into(run, publication, &error);
	}
	code = build_end(run, well, error, publication != NULL ? publish_path(publication) : NULL);
	publish_end(publication);
	pressrun_free(run);
	return code;
}
