#include "command/pressrun.h"

#include "command/focus.h"
#include "command/interrupt.h"
#include "makeup/makeup.h"
#include "report/report.h"

struct pressrun *pressrun_new(const struct options *options)
{
	struct workshop *workshop = workshop_new(options, FALSE);
	struct pressrun *run = pressrun_new_in(workshop, options);

	run->own_workshop = workshop;
	return run;
}

struct pressrun *pressrun_new_in(struct workshop *workshop, const struct options *options)
{
	struct pressrun *run = g_new0(struct pressrun, 1);

	run->workshop = workshop;
	run->options = options;
	run->wire = wire_open(options);
	run->stopwatch = stopwatch_start();
	run->diag = diag_new();
	return run;
}

static void pages_free(struct pressrun *run)
{
	prints_free(g_steal_pointer(&run->prints));
	paper_free(g_steal_pointer(&run->paper));
	decisions_free(g_steal_pointer(&run->decisions));
}

void pressrun_free(struct pressrun *run)
{
	if (run == NULL)
		return;
	pages_free(run);
	edition_free(run->edition);
	workshop_free(run->own_workshop);
	diag_free(run->diag);
	stopwatch_free(run->stopwatch);
	g_free(run);
}

int pressrun_jobs(const struct pressrun *run)
{
	return run->options->jobs > 0 ? run->options->jobs : (int)g_get_num_processors();
}

void pressrun_stage(struct pressrun *run, const char *stage)
{
	stopwatch_stage(run->stopwatch, stage);
	wire_stage(&run->wire, stage);
}

gboolean pressrun_read_copy(struct pressrun *run)
{
	pressrun_stage(run, "read");
	run->edition =
		edition_load_again(run->options->operands[0], workshop_morgue(run->workshop), run->diag);
	if (run->edition != NULL)
		run->design = workshop_design(run->workshop, run->edition, run->diag);
	return run->design != NULL && interrupt_code() == 0;
}

gboolean pressrun_read(struct pressrun *run)
{
	pressrun_read_copy(run);
	if (run->edition == NULL)
		return FALSE;
	run->book = workshop_book(run->workshop, run->diag);
	return run->design != NULL && run->book != NULL && diag_count(run->diag, DIAG_FATAL) == 0 &&
	       interrupt_code() == 0;
}

/* A paper of no pages is no paper, whatever became of its stories. */
static void tell_if_empty(struct pressrun *run)
{
	if (run->paper != NULL && run->paper->pages->len == 0 && diag_count(run->diag, DIAG_FATAL) == 0)
		diag_add(run->diag, DIAG_EDITION_EMPTY, place_in(NULL, 0, 0),
			 "no story could be placed: give the paper more pages, or shorter or more stories");
}

static gboolean make_up_once(struct pressrun *run, struct photo_cache *cache)
{
	pages_free(run);
	pressrun_stage(run, "make-up");
	run->decisions = decisions_new();
	run->paper =
		run->renew != NULL
			? makeup_renew(run->edition, run->design, run->book, workshop_memory(run->workshop),
				       run->renew, run->decisions, run->diag)
			: makeup_paper(run->edition, run->design, run->book, workshop_memory(run->workshop),
				       run->decisions, run->diag);
	tell_if_empty(run);
	if (run->paper == NULL || diag_count(run->diag, DIAG_FATAL) > 0 || interrupt_code() != 0)
		return FALSE;
	pressrun_stage(run, "photographs");
	run->prints = prints_make(run->paper, run->edition, pressrun_jobs(run), cache, run->diag);
	prints_into(run->prints, run->decisions);
	return diag_count(run->diag, DIAG_FATAL) == 0 && interrupt_code() == 0;
}

/* Messages of a make-up that is thrown away would be told twice. */
static void forget_make_up(struct diag *diag, guint before, guint after)
{
	g_ptr_array_remove_range(diag->messages, before, after - before);
}

/* Before make-up, which crops around the focus and must not count on a broken picture. */
static gboolean find_focus(struct pressrun *run, struct photo_cache *cache)
{
	pressrun_stage(run, "focus");
	focus_guess(run->edition, pressrun_jobs(run), cache, run->diag);
	return diag_count(run->diag, DIAG_FATAL) == 0 && interrupt_code() == 0;
}

gboolean pressrun_make_up(struct pressrun *run)
{
	struct photo_cache *cache = run->options->no_cache ? NULL : photo_cache_open(NULL);
	gboolean well = find_focus(run, cache);

	if (well && run->copy_is_read != NULL)
		run->copy_is_read(run, run->data);
	while (well) {
		guint before = run->diag->messages->len, after;
		well = make_up_once(run, cache);
		if (run->prints == NULL || run->prints->failed == 0)
			break;
		after = run->diag->messages->len - run->prints->told;
		forget_make_up(run->diag, before, after);
		if (!well)
			break;
	}
	if (cache != NULL)
		photo_cache_close(cache, PHOTO_CACHE_BYTES);
	return well;
}

gboolean pressrun_explain(const struct pressrun *run)
{
	const char *id = run->options->explain;
	g_autofree char *text =
		id != NULL && run->decisions != NULL ? report_explain(run->decisions, id) : NULL;

	if (id == NULL)
		return TRUE;
	if (text != NULL) {
		wire_result(&run->wire, text);
		return TRUE;
	}
	g_autofree char *complaint =
		g_strdup_printf("there is no story '%s' to explain: its name is its path without .md", id);
	wire_failure(&run->wire, complaint);
	return FALSE;
}

int pressrun_exit_code(const struct pressrun *run, gboolean went_well)
{
	int code = diag_exit_code(run->diag, run->options->strict);

	if (interrupt_code() != 0)
		return interrupt_code();
	if (!went_well && (code == EXIT_DONE || code == EXIT_DONE_WITH_FAULTS))
		return EXIT_OUR_MISTAKE;
	return code;
}
