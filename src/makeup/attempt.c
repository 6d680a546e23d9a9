#include "makeup/attempt.h"

#include "makeup/casting.h"
#include "makeup/compose.h"
#include "makeup/left_behind.h"
#include "makeup/lock.h"
#include "makeup/page_count.h"
#include "makeup/pool.h"
#include "makeup/regulars.h"

#define WELL_MADE  70.0 /* a page; a paper dearer than this is tried with small sections joined */
#define FATAL_COST 1e5

/* An index is made less deep once, and once more where other stories lead then. */
enum { INDEX_TRIES = 2 };

void attempt_clear(struct attempt *attempt)
{
	paper_free(attempt->paper);
	decisions_free(attempt->decisions);
	diag_free(attempt->diag);
}

static double cost_of(const struct shift *shift, int level)
{
	double cost = diag_count(shift->stone.diag, DIAG_FATAL) * FATAL_COST;

	for (guint i = 0; i < shift->pages->len; i++)
		cost += ((const struct made_page *)shift->pages->pdata[i])->cost;
	for (guint i = 0; i < shift->decisions->stories->len; i++)
		cost += ((const struct story_decision *)shift->decisions->stories->pdata[i])->outcome ==
					STORY_HELD
				? shift->stone.design->costs.held_over
				: 0;
	for (int i = 0; i < (int)shift->stone.edition->sections->len; i++)
		cost += level > 0 && pool_shares(&shift->stone, i) ? shift->stone.design->costs.section_pooled
								   : 0;
	return cost;
}

static int by_number(gconstpointer a, gconstpointer b)
{
	const struct made_page *one = *(struct made_page *const *)a, *two = *(struct made_page *const *)b;
	return one->sheet->number - two->sheet->number;
}

static guint flaws_of(const struct made_page *page)
{
	guint flaws = page->panels->len;

	for (guint i = 0; i < page->takes->len; i++) {
		const struct placed_take *placed = &g_array_index(page->takes, struct placed_take, i);
		flaws += ((const struct head *)placed->take->heads->pdata[placed->shape.head])->has_hole;
	}
	return flaws;
}

/* An attempt of endless cost when the level brings nothing new. */
static struct attempt make_up(const struct edition *edition, const struct design *design,
			      const struct fontbook *book, const struct constraints *given, int level)
{
	struct attempt attempt = {.decisions = decisions_new(), .diag = diag_new(), .level = level};
	struct shift shift;

	shift_begin(&shift, edition, design, book, given, level, attempt.decisions, attempt.diag);
	if (level > 0 && !pool_is_new(&shift.stone, level)) {
		attempt.cost = G_MAXDOUBLE;
		shift_end(&shift);
		return attempt;
	}
	locks_check(shift.stone.locks, &shift.stone);
	casting_run(&shift);
	shift_make_fixed_pages(&shift);
	shift_make_other_pages(&shift);
	page_count_meet(&shift);
	g_ptr_array_sort(shift.pages, by_number);
	attempt.has_lost = !regulars_place(&shift.stone, shift.pages);
	left_behind_tell(&shift);
	attempt.paper = compose_paper(&shift.stone, shift.pages, attempt.decisions);
	attempt.cost = cost_of(&shift, level);
	for (guint i = 0; i < shift.pages->len; i++)
		attempt.flaws += flaws_of(shift.pages->pdata[i]);
	shift_end(&shift);
	g_debug("level %d: cost %d, %u flaws", level, (int)attempt.cost, attempt.flaws);
	return attempt;
}

static gboolean is_well_made(const struct attempt *attempt)
{
	return attempt->flaws == 0 && attempt->cost <= WELL_MADE * MAX(attempt->decisions->pages->len, 1);
}

/* The same again where the index had no copy for its rows: stories take them. */
static struct attempt shorten_index(const struct edition *edition, const struct design *design,
				    const struct fontbook *book, const struct constraints *given,
				    struct attempt best)
{
	struct constraints shorter = *given;

	for (int i = 0; i < INDEX_TRIES && best.decisions->index_white > 0; i++) {
		shorter.index_less += best.decisions->index_white;
		struct attempt other = make_up(edition, design, book, &shorter, best.level);
		/* One without entries is never printed. */
		double worth =
			best.decisions->index_white >= ROWS_MAX ? FATAL_COST : design->costs.index_white;
		gboolean is_better = other.cost < best.cost + worth &&
				     other.decisions->index_white < best.decisions->index_white;
		struct attempt worse = is_better ? best : other;
		best = is_better ? other : best;
		attempt_clear(&worse);
		if (!is_better)
			break;
	}
	return best;
}

static struct attempt best_of_levels(const struct edition *edition, const struct design *design,
				     const struct fontbook *book, const struct constraints *given)
{
	struct attempt best = make_up(edition, design, book, given, 0);

	for (int level = 1; level <= POOL_LEVELS && !is_well_made(&best); level++) {
		struct attempt other = make_up(edition, design, book, given, level);
		struct attempt worse = other.cost < best.cost ? best : other;
		best = other.cost < best.cost ? other : best;
		attempt_clear(&worse);
	}
	return shorten_index(edition, design, book, given, best);
}

/* Stories whose zone is on no page after all go with the others. */
struct attempt attempt_best(const struct edition *edition, const struct design *design,
			    const struct fontbook *book, const struct constraints *given)
{
	struct attempt best = best_of_levels(edition, design, book, given);
	struct constraints open = *given;

	if (!best.has_lost)
		return best;
	attempt_clear(&best);
	open.no_regulars = TRUE;
	return best_of_levels(edition, design, book, &open);
}
