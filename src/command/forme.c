#include "command/forme.h"

#include "command/data_folder.h"
#include "command/interrupt.h"
#include "makeup/makeup.h"

struct forme *forme_new(const struct options *options)
{
	struct forme *forme = g_new0(struct forme, 1);

	forme->options = options;
	forme->wire = wire_open(options);
	forme->stopwatch = stopwatch_start();
	forme->diag = diag_new();
	return forme;
}

static void pages_free(struct forme *forme)
{
	prints_free(g_steal_pointer(&forme->prints));
	paper_free(g_steal_pointer(&forme->paper));
	decisions_free(g_steal_pointer(&forme->decisions));
}

void forme_free(struct forme *forme)
{
	if (forme == NULL)
		return;
	pages_free(forme);
	fontbook_free(forme->book);
	design_free(forme->design);
	edition_free(forme->edition);
	diag_free(forme->diag);
	stopwatch_free(forme->stopwatch);
	g_free(forme);
}

int forme_jobs(const struct forme *forme)
{
	return forme->options->jobs > 0 ? forme->options->jobs : (int)g_get_num_processors();
}

void forme_stage(struct forme *forme, const char *stage)
{
	stopwatch_stage(forme->stopwatch, stage);
	wire_stage(&forme->wire, stage);
}

gboolean forme_read(struct forme *forme)
{
	g_autofree char *layouts = data_folder_layouts(forme->options);
	g_autofree char *fonts = data_folder_fonts(forme->options);

	forme_stage(forme, "read");
	forme->edition = edition_load(forme->options->operands[0], forme->diag);
	if (forme->edition == NULL)
		return FALSE;
	forme->design = design_load(layouts, forme->edition->layout, forme->diag);
	forme->book = fontbook_open(fonts, forme->diag);
	return forme->design != NULL && forme->book != NULL && diag_count(forme->diag, DIAG_FATAL) == 0 &&
	       interrupt_code() == 0;
}

/* A paper of no pages is no paper, whatever became of its stories. */
static void tell_if_empty(struct forme *forme)
{
	if (forme->paper != NULL && forme->paper->pages->len == 0 && diag_count(forme->diag, DIAG_FATAL) == 0)
		diag_add(forme->diag, DIAG_EDITION_EMPTY, place_in(NULL, 0, 0),
			 "no story could be placed: give the paper more pages, or shorter or more stories");
}

static gboolean make_up_once(struct forme *forme, struct photo_cache *cache)
{
	pages_free(forme);
	forme_stage(forme, "make-up");
	forme->decisions = decisions_new();
	forme->paper =
		makeup_paper(forme->edition, forme->design, forme->book, forme->decisions, forme->diag);
	tell_if_empty(forme);
	if (forme->paper == NULL || diag_count(forme->diag, DIAG_FATAL) > 0 || interrupt_code() != 0)
		return FALSE;
	forme_stage(forme, "photographs");
	forme->prints = prints_make(forme->paper, forme->edition, forme_jobs(forme), cache, forme->diag);
	prints_into(forme->prints, forme->decisions);
	return diag_count(forme->diag, DIAG_FATAL) == 0 && interrupt_code() == 0;
}

/* Messages of a make-up that is thrown away would be told twice. */
static void forget_make_up(struct diag *diag, guint before, guint after)
{
	g_ptr_array_remove_range(diag->messages, before, after - before);
}

gboolean forme_make_up(struct forme *forme)
{
	struct photo_cache *cache = forme->options->no_cache ? NULL : photo_cache_open(NULL);
	gboolean well;

	for (;;) {
		guint before = forme->diag->messages->len, after;
		well = make_up_once(forme, cache);
		if (forme->prints == NULL || forme->prints->failed == 0)
			break;
		after = forme->diag->messages->len - forme->prints->told;
		forget_make_up(forme->diag, before, after);
		if (!well)
			break;
	}
	if (cache != NULL)
		photo_cache_close(cache, PHOTO_CACHE_BYTES);
	return well;
}

int forme_exit_code(const struct forme *forme, gboolean went_well)
{
	int code = diag_exit_code(forme->diag, forme->options->strict);

	if (interrupt_code() != 0)
		return interrupt_code();
	if (!went_well && (code == EXIT_DONE || code == EXIT_DONE_WITH_FAULTS))
		return EXIT_OUR_MISTAKE;
	return code;
}
