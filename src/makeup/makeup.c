#include "makeup/makeup.h"

#include "makeup/attempt.h"
#include "makeup/memory.h"
#include "makeup/runs.h"

/* One run of pages, made up in the way that costs least. */
static struct paper *make_run(const struct edition *edition, const struct design *design,
			      const struct fontbook *book, const struct constraints *given,
			      struct decisions *decisions, struct diag *diag)
{
	struct attempt best = attempt_best(edition, design, book, given);
	struct paper *paper = g_steal_pointer(&best.paper);

	decisions_exchange(decisions, best.decisions);
	diag_move(diag, best.diag, DIAG_FATAL);
	attempt_clear(&best);
	return paper;
}

static void make_run_of(struct run *run, const struct fontbook *book, GHashTable *elsewhere,
			const struct constraints *of_all)
{
	struct constraints given = {.memory = of_all->memory, .renew = of_all->renew, .elsewhere = elsewhere};

	run_clear(run);
	run->decisions = decisions_new();
	run->diag = diag_new();
	run->paper = make_run(run->edition, run->design, book, &given, run->decisions, run->diag);
}

/* Supplements first, so that the paper can name their pages; those that name pages of other runs again, now
   that these are known. */
static struct paper *make_runs(const struct edition *edition, const struct design *design,
			       const struct fontbook *book, const struct constraints *given,
			       struct decisions *decisions, struct diag *diag)
{
	guint count = edition->runs->len;
	g_autofree struct run *runs = g_new0(struct run, count);
	struct paper *paper;

	for (guint i = count; i > 0; i--) {
		g_autoptr(GHashTable) elsewhere = runs_pages(runs, count, i - 1);
		runs[i - 1].edition = edition->runs->pdata[i - 1];
		runs[i - 1].design = design_of_run(design, (int)i - 1);
		make_run_of(&runs[i - 1], book, elsewhere, given);
	}
	for (guint i = 1; i < count; i++) {
		g_autoptr(GHashTable) elsewhere = runs_pages(runs, count, i);
		if (runs_name_others(&runs[i]))
			make_run_of(&runs[i], book, elsewhere, given);
	}
	paper = runs_join(runs, count, decisions, diag);
	for (guint i = 0; i < count; i++)
		run_clear(&runs[i]);
	return paper;
}

struct paper *makeup_renew(const struct edition *edition, const struct design *design,
			   const struct fontbook *book, struct memory *memory, char *const *labels,
			   struct decisions *decisions, struct diag *diag)
{
	struct memory *passing = memory == NULL ? memory_new(book, FALSE) : NULL;
	struct constraints given = {.memory = memory != NULL ? memory : passing, .renew = labels};
	struct paper *paper;

	memory_begin_paper(given.memory);
	paper = edition->runs->len > 0 ? make_runs(edition, design, book, &given, decisions, diag)
				       : make_run(edition, design, book, &given, decisions, diag);

	memory_free(passing);
	return paper;
}

struct paper *makeup_paper(const struct edition *edition, const struct design *design,
			   const struct fontbook *book, struct memory *memory, struct decisions *decisions,
			   struct diag *diag)
{
	char *const none[] = {NULL};

	return makeup_renew(edition, design, book, memory, none, decisions, diag);
}
