/* proof.c - pages for the desk: once, or again at every save */
#include "command/commands.h"
#include "command/evening.h"
#include "command/interrupt.h"
#include "command/proofread.h"
#include "command/pull.h"
#include "report/report.h"

static void print_summary(struct pressrun *run, const char *folder)
{
	struct report_facts facts = {.edition = run->edition, .decisions = run->decisions, .diag = run->diag};
	g_autofree char *summary = report_summary(&facts);
	g_autofree char *where = g_strdup_printf("proof: %s/index.html\n", folder);

	if (run->options->quiet)
		return;
	wire_result(&run->wire, summary);
	wire_result(&run->wire, where);
}

static gboolean pull_once(struct pressrun *run, const char *folder, GError **error)
{
	struct pull *pull = pull_open(folder, FALSE, error);
	struct pull_order order = {NULL};
	gboolean well = pull != NULL && pull_proof(pull, run, &order, error);

	pull_close(pull);
	return well;
}

static int proof_once(const struct options *options)
{
	struct pressrun *run = pressrun_new(options);
	g_autoptr(GError) error = NULL;
	g_autofree char *folder = NULL;
	gboolean well = proofread_make_up(run);
	int code;

	if (well) {
		folder = proofread_folder(run);
		well = pull_once(run, folder, &error);
	}
	code = error != NULL ? EXIT_IO : pressrun_exit_code(run, well);
	wire_messages(&run->wire, run->diag);
	if (error != NULL)
		wire_failure(&run->wire, error->message);
	else if (!well)
		wire_failure(&run->wire,
			     interrupt_code() != 0 ? "interrupted" : "no proof; the last one is as it was");
	else
		print_summary(run, folder);
	wire_end(&run->wire, code, well ? folder : NULL);
	pressrun_free(run);
	return code;
}

int proof_run(const struct options *options)
{
	return options->serve != NULL || options->watch ? evening_run(options) : proof_once(options);
}
