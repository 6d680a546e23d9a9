/* check.c - every fault of an edition, and nothing written */
#include "command/commands.h"
#include "command/interrupt.h"
#include "command/proofread.h"
#include "report/report.h"

int check_run(const struct options *options)
{
	if (options->audit != NULL)
		return audit_run(options);
	struct pressrun *run = pressrun_new(options);
	gboolean well = proofread_make_up(run);
	int code = pressrun_exit_code(run, well);

	wire_messages(&run->wire, run->diag);
	if (interrupt_code() != 0)
		wire_failure(&run->wire, "interrupted");
	if (run->edition != NULL && !options->quiet) {
		struct report_facts facts = {
			.edition = run->edition, .decisions = run->decisions, .diag = run->diag};
		g_autofree char *summary = report_summary(&facts);
		wire_result(&run->wire, summary);
	}
	if (interrupt_code() == 0 && !pressrun_explain(run) && code <= EXIT_DONE_WITH_FAULTS)
		code = EXIT_USAGE;
	wire_end(&run->wire, code, NULL);
	pressrun_free(run);
	return code;
}
