#include "makeup/attempt.h"

#include "makeup/casting.h"
#include "makeup/compose.h"
#include "makeup/left_behind.h"
#include "makeup/lock.h"
#include "makeup/memory.h"
#include "makeup/page_count.h"
#include "makeup/pool.h"
#include "makeup/regulars.h"
#include "makeup/white.h"

#define FATAL_COST   1e5
#define BOUNDS_WORTH 500.0 /* a paper that keeps all bounds may be dearer by that than one that does not */

/* An index is made less deep once, and once more where other stories lead then. */
enum {
	INDEX_TRIES = 2,
	SECOND_LOOKS = 6,
	LOOKS_IN_VAIN = 4,
	LEVELS = POOL_LEVELS + 1,
	SMALL_PAPER = 40, /* stories */
	/* What a paper of so many pages or more may have: */
	PAPER_LEAST = 3,
	PAGES_A_JUMP = 2,
	LINES_A_TRIM = 200,
	FILLERS_MOST = 3, /* per cent */
};

void attempt_clear(struct attempt *attempt)
{
	paper_free(attempt->paper);
	decisions_free(attempt->decisions);
	diag_free(attempt->diag);
	g_array_unref(attempt->white_heads);
}

static guint ads_left_out(const struct diag *diag)
{
	guint ads = 0;

	for (guint i = 0; i < diag->messages->len; i++)
		ads += ((const struct diag_message *)diag->messages->pdata[i])->code == DIAG_AD_UNPLACED;
	return ads;
}

static double cost_of(const struct shift *shift, int level)
{
	double cost = diag_count(shift->stone.diag, DIAG_FATAL) * FATAL_COST +
		      ads_left_out(shift->stone.diag) * shift->stone.design->costs.ad_lost;

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

static int jumps_of(const struct shift *shift)
{
	int jumps = 0;

	for (guint i = 0; i < shift->pages->len; i++) {
		const struct made_page *page = shift->pages->pdata[i];
		for (guint t = 0; t < page->takes->len; t++)
			jumps += g_array_index(page->takes, struct placed_take, t).shape.jumps;
	}
	return jumps;
}

static int trims_over(const struct decisions *decisions)
{
	int lines = 0, trimmed = 0;

	for (guint i = 0; i < decisions->stories->len; i++) {
		const struct story_decision *story = decisions->stories->pdata[i];
		lines += story->lines + story->lines_trimmed;
		trimmed += story->lines_trimmed;
	}
	return (int)decisions->pages->len < PAPER_LEAST ? 0 : MAX(trimmed - lines / LINES_A_TRIM, 0);
}

static int fillers_over(const struct decisions *decisions)
{
	int cells = 0, fillers = 0;

	for (guint i = 0; i < decisions->pages->len; i++) {
		const struct page_decision *page = decisions->pages->pdata[i];
		cells += page->columns * page->rows;
		fillers += page->cells[CELLS_FILLER];
	}
	return (int)decisions->pages->len < PAPER_LEAST ? 0 : MAX(fillers - cells * FILLERS_MOST / 100, 0);
}

/* What only the finished pages show. */
static void look_over(struct attempt *attempt, const struct shift *shift)
{
	const struct makeup_costs *costs = &shift->stone.design->costs;
	int jumps_most = MAX((int)shift->pages->len / PAGES_A_JUMP, 1);

	for (guint i = 0; i < shift->pages->len; i++)
		attempt->flaws += flaws_of(shift->pages->pdata[i]);
	attempt->whites = white_survey(shift, attempt->paper, attempt->white_heads);
	attempt->jumps_over = MAX(jumps_of(shift) - jumps_most, 0);
	attempt->trims_over = trims_over(attempt->decisions);
	/* What the desk's number of pages asks for is no taste. */
	attempt->fillers_over =
		shift->stone.stretching.pages_least > 0 ? 0 : fillers_over(attempt->decisions);
	attempt->cost += attempt->whites * costs->white_left + attempt->jumps_over * costs->jump_over +
			 attempt->trims_over * costs->trim_over + attempt->fillers_over * costs->fillers_over;
}

/* An attempt of endless cost when the level brings nothing new. */
static struct attempt make_up(const struct edition *edition, const struct design *design,
			      const struct fontbook *book, const struct constraints *given, int level)
{
	struct attempt attempt = {.decisions = decisions_new(),
				  .diag = diag_new(),
				  .white_heads = g_array_new(FALSE, FALSE, sizeof(struct white_head)),
				  .level = level};
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
	attempt.stretching = shift.stone.stretching;
	g_ptr_array_sort(shift.pages, by_number);
	attempt.has_lost = !regulars_place(&shift.stone, shift.pages);
	left_behind_tell(&shift);
	attempt.paper = compose_paper(&shift.stone, shift.pages, attempt.decisions);
	attempt.cost = cost_of(&shift, level);
	look_over(&attempt, &shift);
	shift_end(&shift);
	g_debug("%u pages, level %d: cost %d, %u flaws, %u whites, %d jumps and %d trims too many",
		attempt.decisions->pages->len, level, (int)attempt.cost, attempt.flaws, attempt.whites,
		attempt.jumps_over, attempt.trims_over);
	return attempt;
}

static gboolean is_well_made(const struct attempt *attempt, const struct design *design)
{
	return attempt->flaws == 0 &&
	       attempt->cost <= design->costs.page_dear * MAX(attempt->decisions->pages->len, 1);
}

/* The same again where the index had no copy for its rows: stories take them. */
static struct attempt shorten_index(const struct edition *edition, const struct design *design,
				    const struct fontbook *book, struct constraints *given,
				    struct attempt best)
{
	for (int i = 0; i < INDEX_TRIES && best.decisions->index_white > 0 && !memory_is_urged(given->memory);
	     i++) {
		struct constraints shorter = *given;
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
		given->index_less = shorter.index_less;
	}
	return best;
}

/* Of briefs that stand in a run. */
static gboolean is_beside_briefs(const struct edition *edition, const GArray *heads)
{
	for (guint i = 0; i < heads->len; i++) {
		const char *id = g_array_index(heads, struct white_head, i).story;
		if (edition_story(edition, id)->kind == KIND_BRIEF)
			return TRUE;
	}
	return FALSE;
}

static gboolean keeps_bounds(const struct attempt *attempt)
{
	return attempt->whites == 0 && attempt->jumps_over == 0 && attempt->trims_over == 0 &&
	       attempt->fillers_over == 0;
}

/* A flaw that the first wide search leaves is one of the copy. */
static int looks_in_vain(const struct attempt *attempt)
{
	return !keeps_bounds(attempt) ? LOOKS_IN_VAIN : attempt->flaws > 0 ? 1 : 0;
}

/* What was too much at the last look is dearer at the next. */
static void make_dearer(const struct edition *edition, const struct attempt *last, struct constraints *given)
{
	g_array_append_vals(given->white_heads, last->white_heads->data, last->white_heads->len);
	given->loose_briefs |= is_beside_briefs(edition, last->white_heads);
	given->jump_times = MAX(given->jump_times, 1.0) * (last->jumps_over > 0 ? 2 : 1);
	given->trim_times = MAX(given->trim_times, 1.0) * (last->trims_over > 0 ? 2 : 1);
}

/* White beside a head is no reason to print one page more of few, or more panels than a paper may have. */
static gboolean is_better_look(const struct attempt *other, const struct attempt *best)
{
	double worth = BOUNDS_WORTH * (keeps_bounds(other) - keeps_bounds(best));

	return other->cost < best->cost + worth && other->fillers_over <= best->fillers_over &&
	       other->decisions->pages->len * 10 <= best->decisions->pages->len * 11;
}

/* Two looks of three: a usual one between them finds other ways. */
static gboolean is_wide(const struct edition *edition, int look)
{
	return look % 3 != (edition->stories->len <= SMALL_PAPER ? 2 : 1);
}

/* The same again, now and then searched widely, where a finished page shows white or panels, or there are too
   many jumps, trims or fillers; each time with sections joined in another way. */
static struct attempt look_again(const struct edition *edition, const struct design *design,
				 const struct fontbook *book, struct constraints *given, struct attempt best)
{
	static const int turns[LEVELS] = {0, 2, 1, 3};
	g_autoptr(GArray) heads = g_array_new(FALSE, FALSE, sizeof(struct white_head));
	int level = best.level, looks = 0, in_vain = 0;

	given->white_heads = heads;
	make_dearer(edition, &best, given);
	for (int turn = 0;
	     looks < SECOND_LOOKS && in_vain < looks_in_vain(&best) && !memory_is_urged(given->memory);
	     turn++) {
		given->widely = is_wide(edition, looks);
		struct attempt other =
			make_up(edition, design, book, given, (level + turns[turn % LEVELS]) % LEVELS);
		gboolean brings_nothing = other.cost == G_MAXDOUBLE;
		gboolean is_better = is_better_look(&other, &best);
		make_dearer(edition, &other, given);
		looks += brings_nothing ? 0 : 1;
		in_vain = brings_nothing ? in_vain : is_better ? 0 : in_vain + 1;
		struct attempt worse = is_better ? best : other;
		best = is_better ? other : best;
		attempt_clear(&worse);
	}
	given->white_heads = NULL;
	return best;
}

static struct attempt best_of_levels(const struct edition *edition, const struct design *design,
				     const struct fontbook *book, const struct constraints *given)
{
	struct attempt best = make_up(edition, design, book, given, 0);
	struct constraints bound = *given;

	bound.stretching = best.stretching;
	for (int level = 1;
	     level <= POOL_LEVELS && !is_well_made(&best, design) && !memory_is_urged(given->memory);
	     level++) {
		struct attempt other = make_up(edition, design, book, &bound, level);
		struct attempt worse = other.cost < best.cost ? best : other;
		best = other.cost < best.cost ? other : best;
		attempt_clear(&worse);
	}
	best = shorten_index(edition, design, book, &bound, best);
	return look_again(edition, design, book, &bound, best);
}

/* Where a bound cannot be kept, the looks of pages are given up before it. */
static struct attempt best_in_bounds(const struct edition *edition, const struct design *design,
				     const struct fontbook *book, const struct constraints *given)
{
	struct attempt best = best_of_levels(edition, design, book, given);
	struct constraints plain = *given;

	if (keeps_bounds(&best) || memory_is_urged(given->memory))
		return best;
	plain.plain = TRUE;
	struct attempt other = best_of_levels(edition, design, book, &plain);
	gboolean is_better = keeps_bounds(&other) && is_better_look(&other, &best);
	struct attempt worse = is_better ? best : other;
	best = is_better ? other : best;
	attempt_clear(&worse);
	return best;
}

/* Stories whose zone is on no page after all go with the others. */
static struct attempt best_with_zones(const struct edition *edition, const struct design *design,
				      const struct fontbook *book, struct constraints *given)
{
	struct attempt best = best_in_bounds(edition, design, book, given);

	if (!best.has_lost)
		return best;
	attempt_clear(&best);
	given->no_regulars = TRUE;
	return best_in_bounds(edition, design, book, given);
}

/* The stories that others point to, and that are held over: there is no page to name. Caller unrefs. */
static GHashTable *pointed_to_in_vain(const struct edition *edition, const struct attempt *attempt)
{
	GHashTable *unmade = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = edition->stories->pdata[i];
		for (guint s = 0; story->see_also != NULL && s < story->see_also->len; s++) {
			const char *id = story->see_also->pdata[s];
			const struct story_decision *decision = decisions_story(attempt->decisions, id);
			const struct story *other = edition_story(edition, id);
			if (other != NULL && other->fate == FATE_TO_PLACE && decision != NULL &&
			    decision->outcome == STORY_HELD)
				g_hash_table_add(unmade, (gpointer)other);
		}
	}
	return unmade;
}

struct attempt attempt_best(const struct edition *edition, const struct design *design,
			    const struct fontbook *book, const struct constraints *given)
{
	struct constraints bound = *given;
	struct attempt best = best_with_zones(edition, design, book, &bound);
	g_autoptr(GHashTable) unmade = pointed_to_in_vain(edition, &best);

	if (g_hash_table_size(unmade) == 0 || memory_is_urged(given->memory))
		return best;
	bound.unmade = unmade;
	struct attempt other = best_in_bounds(edition, design, book, &bound);
	gboolean is_better = other.cost < best.cost + FATAL_COST && !other.has_lost;
	struct attempt worse = is_better ? best : other;
	best = is_better ? other : best;
	attempt_clear(&worse);
	return best;
}
