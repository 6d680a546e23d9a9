/* check.c - every fault of an edition, and nothing written */
#include "command/commands.h"
#include "command/forme.h"
#include "command/interrupt.h"
#include "report/report.h"

int check_run(const struct options *options)
{
	struct forme *forme = forme_new(options);
	gboolean well = forme_read(forme) && forme_make_up(forme);
	int code = forme_exit_code(forme, well);

	wire_messages(&forme->wire, forme->diag);
	if (interrupt_code() != 0)
		wire_failure(&forme->wire, "interrupted");
	if (forme->edition != NULL && !options->quiet) {
		struct report_facts facts = {
			.edition = forme->edition, .decisions = forme->decisions, .diag = forme->diag};
		g_autofree char *summary = report_summary(&facts);
		wire_result(&forme->wire, summary);
	}
	wire_end(&forme->wire, code, NULL);
	forme_free(forme);
	return code;
}
