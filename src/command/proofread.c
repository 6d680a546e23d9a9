#include "command/proofread.h"

#include "desk/desk.h"

gboolean proofread_make_up(struct pressrun *run)
{
	gboolean well = pressrun_read(run) && pressrun_make_up(run);

	if (run->edition != NULL)
		alarms_find(run->edition, run->decisions, run->diag);
	return well;
}

char *proofread_folder(const struct pressrun *run)
{
	return g_build_filename(run->options->out, "proof", run->edition->slug, NULL);
}
