/* audit.c - a published edition held against its copy */
#include "audit/audit.h"

#include "command/commands.h"
#include "command/interrupt.h"
#include "command/pressrun.h"

/* Only what the audit finds decides: what is wrong with the copy was told when it was made. */
static gboolean audit_copy(struct pressrun *run, struct audit_sums *sums, struct diag *found)
{
	if (!pressrun_read_copy(run))
		return FALSE;
	pressrun_stage(run, "audit");
	return audit_edition(run->edition, run->design, run->options->audit, sums, found);
}

static void print_sums(const struct pressrun *run, const struct audit_sums *sums)
{
	g_autofree char *text = g_strdup_printf("audited: %d pages, %d cells, %d of them open at the end; %d "
						"stories, %d lines, %d trimmed, %d jumps; no difference\n",
						sums->pages, sums->cells, sums->cells_end, sums->stories,
						sums->lines, sums->lines_trimmed, sums->jumps);

	if (!run->options->quiet)
		wire_result(&run->wire, text);
}

int audit_run(const struct options *options)
{
	struct pressrun *run = pressrun_new(options);
	struct diag *found = diag_new();
	struct audit_sums sums;
	gboolean well = audit_copy(run, &sums, found);
	int code = diag_exit_code(run->edition != NULL && run->design != NULL ? found : run->diag, FALSE);

	wire_messages(&run->wire, run->edition != NULL && run->design != NULL ? found : run->diag);
	if (interrupt_code() != 0)
		code = interrupt_code();
	else if (well)
		print_sums(run, &sums);
	wire_end(&run->wire, code, NULL);
	diag_free(found);
	pressrun_free(run);
	return code;
}
