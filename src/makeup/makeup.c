#include "makeup/makeup.h"

#include <string.h>

#include "makeup/company.h"
#include "makeup/compose.h"
#include "makeup/ensemble.h"
#include "makeup/lock.h"
#include "makeup/plan.h"
#include "makeup/pool.h"
#include "makeup/runs.h"

#define WELL_MADE   70.0 /* a page; a paper dearer than this is tried with small sections joined */
#define POOLED_COST 45.0 /* a section without a strip of its own */
#define FATAL_COST  1e5

enum { TRIES_MOST = 6, SMALLEST_END = 5 /* rows */ };

struct shift {
	struct stone stone;
	struct decisions *decisions;
	GPtrArray *takes;   /* struct take, owned */
	GPtrArray *casts;   /* struct cast, owned */
	GPtrArray *pages;   /* struct made_page, owned */
	GPtrArray *waiting; /* struct waiting, owned: held over for want of pages */
	guint fixed;	    /* the first of them were made by themselves: the front, planned pages */
};

/* A take that waits for another day, unless room is found. */
struct waiting {
	struct take *take;
	struct cast *cast;
};

/* ---- stories ---- */

static void hold_over(struct shift *shift, const struct story *story, const char *why)
{
	for (guint i = 0; i < shift->decisions->stories->len; i++) {
		struct story_decision *decision = shift->decisions->stories->pdata[i];
		if (strcmp(decision->id, story->id) != 0)
			continue;
		decision->outcome = STORY_HELD;
		g_free(decision->why);
		decision->why = g_strdup(why);
	}
	if (story->must)
		diag_add(shift->stone.diag, DIAG_MUST_AT_STAKE, story->place,
			 "'%s' must run but is held over: %s; give the paper more pages or take 'must' away",
			 story->id, why);
	else
		diag_add(shift->stone.diag, DIAG_STORY_HELD_OVER, story->place, "'%s' is held over: %s",
			 story->id, why);
}

/* What stands with it waits with it. */
static void hold_over_take(struct shift *shift, const struct take *take, const char *why)
{
	guint count = take->ensemble != NULL ? take->ensemble->takes->len : 0;

	hold_over(shift, take->story, why);
	for (guint i = 1; i < count; i++)
		hold_over(shift, ((const struct take *)take->ensemble->takes->pdata[i])->story, why);
}

static enum story_outcome outcome_of(const struct story *story)
{
	switch (story->fate) {
	case FATE_REJECTED:
		return STORY_REJECTED;
	case FATE_KILLED:
		return STORY_KILLED;
	default:
		return STORY_HELD;
	}
}

static void note_story(struct shift *shift, const struct story *story)
{
	struct story_decision *decision;

	if (story->fate == FATE_DRAFT)
		return;
	decision = decisions_add_story(shift->decisions, story->id, story->headline.text);
	decision->outcome = outcome_of(story);
	decision->why = g_strdup(story->why);
}

static gboolean fits_somewhere(const struct shift *shift, struct take *take)
{
	for (int columns = 1; columns <= take->page_columns; columns++)
		for (int rows = 1; rows <= shift->stone.design->rows; rows++)
			if (setting_shape(&shift->stone, take, TRUE, columns, rows)->cost < SHAPE_IMPOSSIBLE)
				return TRUE;
	return FALSE;
}

static int by_priority(gconstpointer a, gconstpointer b)
{
	const struct take *one = *(struct take *const *)a, *two = *(struct take *const *)b;

	if (one->rank != two->rank)
		return one->rank - two->rank;
	return one->story->order - two->story->order;
}

static void cast_take(struct shift *shift, struct take *take, GPtrArray *takes)
{
	if (fits_somewhere(shift, take))
		g_ptr_array_add(takes, take);
	else
		hold_over(shift, take->story, "it fits no page; cut it into two stories");
}

static GPtrArray *takes_of_section(struct shift *shift, int section, int columns)
{
	const GPtrArray *stories = shift->stone.edition->stories;
	GPtrArray *takes = g_ptr_array_new();
	g_autoptr(GPtrArray) alone = g_ptr_array_new();

	for (guint i = 0; i < stories->len; i++) {
		const struct story *story = stories->pdata[i];
		struct take *take;
		if (story->section != section || story->fate != FATE_TO_PLACE ||
		    locks_hold_story(shift->stone.locks, story->id) || company_is_boxed(&shift->stone, story))
			continue;
		take = take_new(&shift->stone, story, columns, 0, NULL);
		g_ptr_array_add(shift->takes, take);
		company_add_boxes(&shift->stone, take, shift->takes, alone);
		cast_take(shift, take, takes);
	}
	for (guint i = 0; i < alone->len; i++)
		cast_take(shift, alone->pdata[i], takes);
	g_ptr_array_sort(takes, by_priority);
	company_join_briefs(&shift->stone, takes);
	return takes;
}

/* Section after section of those that share their pages, each by importance. */
static GPtrArray *takes_of_pool(struct shift *shift, int first, int columns)
{
	GPtrArray *takes = g_ptr_array_new();

	for (int i = 0; i < (int)shift->stone.edition->sections->len; i++) {
		if (shift->stone.pool[i] != first)
			continue;
		g_autoptr(GPtrArray) of_section = takes_of_section(shift, i, columns);
		for (guint k = 0; k < of_section->len; k++)
			g_ptr_array_add(takes, of_section->pdata[k]);
	}
	return takes;
}

/* A supplement's own section needs no strip under its nameplate. */
static gboolean is_named_above(const struct stone *stone, const struct section *section)
{
	return stone->edition->supplement != NULL && strcmp(section->name, stone->edition->name) == 0;
}

/* A long section comes in parts, each small enough for one search. */
static void cast_section(struct shift *shift, int section)
{
	const struct section *of = shift->stone.edition->sections->pdata[section];
	int columns = sheet_columns_of(&shift->stone, of->name);
	g_autoptr(GPtrArray) takes = takes_of_pool(shift, section, columns);
	struct cast *cast = NULL;

	for (guint i = 0; i < takes->len; i++) {
		struct take *take = takes->pdata[i];
		if (i % CAST_STORIES_MAX == 0) {
			cast = cast_new(section, columns);
			cast->goes_on = i > 0 || locks_begin_section(shift->stone.locks, of->name) ||
					pool_shares(&shift->stone, section) ||
					is_named_above(&shift->stone, of);
			g_ptr_array_add(shift->casts, cast);
		}
		take->order = (int)i;
		g_ptr_array_add(cast->takes, take);
	}
}

static void cast_sections(struct shift *shift)
{
	for (int i = 0; i < (int)shift->stone.edition->sections->len; i++)
		if (shift->stone.pool[i] == i)
			cast_section(shift, i);
}

static void drop_empty_casts(struct shift *shift)
{
	for (guint i = shift->casts->len; i > 0; i--)
		if (((struct cast *)shift->casts->pdata[i - 1])->takes->len == 0)
			g_ptr_array_remove_index(shift->casts, i - 1);
}

/* ---- pages ---- */

static void note_ads(const struct made_page *page, guint64 *ads)
{
	for (guint i = 0; i < page->sheet->ads->len; i++)
		*ads |= G_GUINT64_CONSTANT(1) << g_array_index(page->sheet->ads, struct sheet_ad, i).index;
}

static int by_number(gconstpointer a, gconstpointer b)
{
	const struct made_page *one = *(struct made_page *const *)a, *two = *(struct made_page *const *)b;
	return one->sheet->number - two->sheet->number;
}

/* Locked pages, the front and the planned pages, each by itself. */
static void make_fixed_pages(struct shift *shift)
{
	g_autofree char *first = edition_label(shift->stone.edition, 1);
	g_autoptr(GPtrArray) planned = plan_make_pages(&shift->stone, shift->casts, shift->takes);
	struct made_page *front = locks_page(shift->stone.locks, first) == NULL
					  ? front_make(&shift->stone, shift->casts, shift->takes)
					  : NULL;

	locks_add_pages(shift->stone.locks, &shift->stone, shift->pages);
	if (front != NULL)
		g_ptr_array_add(shift->pages, front);
	for (guint i = 0; i < planned->len; i++)
		g_ptr_array_add(shift->pages, planned->pdata[i]);
	shift->fixed = shift->pages->len;
}

/* All other pages, round the fixed ones. */
static void make_other_pages(struct shift *shift)
{
	g_autoptr(GHashTable) reserved = g_hash_table_new(NULL, NULL);
	guint64 ads = 0;

	drop_empty_casts(shift);
	for (guint i = 0; i < shift->fixed; i++) {
		const struct made_page *page = shift->pages->pdata[i];
		g_hash_table_add(reserved, GINT_TO_POINTER(page->sheet->number));
		note_ads(page, &ads);
	}
	pagination_run(&shift->stone, shift->casts, 1, ads, reserved, shift->pages);
}

/* Copy is held over to come down to a number of pages, never stretched to reach one. */
static int pages_allowed(const struct edition *edition, int pages)
{
	const struct pages_rule *rule = &edition->pages;
	int most = rule->max > 0 ? MIN(pages, rule->max) : pages;
	int even = rule->multiple > 1 ? most - most % rule->multiple : most;

	return even >= MAX(rule->min, 1) ? even : most;
}

static gboolean is_on_fixed_page(const struct shift *shift, const struct take *take)
{
	for (guint p = 0; p < shift->fixed; p++) {
		const struct made_page *page = shift->pages->pdata[p];
		for (guint i = 0; i < page->takes->len; i++)
			if (g_array_index(page->takes, struct placed_take, i).take->story == take->story)
				return TRUE;
	}
	return FALSE;
}

static gboolean is_must(const struct take *take)
{
	gboolean must = take->story->must;

	for (guint i = 0; take->ensemble != NULL && i < take->ensemble->takes->len; i++)
		must |= ((const struct take *)take->ensemble->takes->pdata[i])->story->must;
	return must;
}

/* The least important story that may wait, the longest of its rank last in its section. */
static struct cast *least_important(struct shift *shift, guint *index)
{
	struct cast *found = NULL;
	int rank = 0;

	for (guint c = 0; c < shift->casts->len; c++) {
		struct cast *cast = shift->casts->pdata[c];
		for (guint i = 0; i < cast->takes->len; i++) {
			const struct take *take = cast->takes->pdata[i];
			if (is_must(take) || take->from_label != NULL || is_on_fixed_page(shift, take) ||
			    take->rank < rank)
				continue;
			rank = take->rank;
			found = cast;
			*index = i;
		}
	}
	return found;
}

/* Cells that all takes still to place are thought to need. */
static int cells_wanted(const struct shift *shift)
{
	int cells = 0;

	for (guint c = 0; c < shift->casts->len; c++) {
		const struct cast *cast = shift->casts->pdata[c];
		for (guint i = 0; i < cast->takes->len; i++)
			cells += take_cells(&shift->stone, cast->takes->pdata[i]);
	}
	return MAX(cells, 1);
}

static void add_waiting(struct shift *shift, struct cast *cast, guint index)
{
	struct waiting *waiting = g_new0(struct waiting, 1);

	waiting->take = cast->takes->pdata[index];
	waiting->cast = cast;
	g_ptr_array_add(shift->waiting, waiting);
	g_ptr_array_remove_index(cast->takes, index);
}

/* The least important stories wait, a share of all that is to place; FALSE when none may. */
static gboolean hold_over_share(struct shift *shift, double share)
{
	int cells = (int)(cells_wanted(shift) * share) + 1;
	gboolean held = FALSE;

	while (cells > 0) {
		guint index = 0;
		struct cast *cast = least_important(shift, &index);
		if (cast == NULL)
			return held;
		struct take *take = cast->takes->pdata[index];
		cells -= take_cells(&shift->stone, take);
		add_waiting(shift, cast, index);
		held = TRUE;
	}
	return held;
}

static void clear_pages(struct shift *shift)
{
	g_ptr_array_set_size(shift->pages, (gint)shift->fixed);
	for (guint i = 0; i < shift->casts->len; i++)
		cast_reset(shift->casts->pdata[i]);
}

/* More pages than there may be: stories wait, the least important first, until the rest fits. */
static void come_down_to(struct shift *shift, int most)
{
	while ((int)shift->pages->len > most) {
		int pages = (int)(shift->pages->len - shift->fixed), over = (int)shift->pages->len - most;
		clear_pages(shift);
		/* All pages but the last one over are full; of that one a part at a time. */
		if (!hold_over_share(shift, (over - 0.8) / pages))
			over = 0;
		make_other_pages(shift);
		if (over == 0)
			return;
	}
}

static int end_rows_of(const struct shift *shift)
{
	int rows = 0;

	for (guint i = 0; i < shift->pages->len; i++)
		rows += ((const struct made_page *)shift->pages->pdata[i])->end_rows;
	return rows;
}

static void insert_take(struct cast *cast, struct take *take)
{
	guint index = 0;

	while (index < cast->takes->len &&
	       ((const struct take *)cast->takes->pdata[index])->order < take->order)
		index++;
	g_ptr_array_insert(cast->takes, (gint)index, take);
}

/* One of the stories that wait, with all others as they stand; FALSE and the pages as they were where it
   finds no room. */
static gboolean take_back(struct shift *shift, guint index, int most)
{
	struct waiting *waiting = shift->waiting->pdata[index];

	clear_pages(shift);
	insert_take(waiting->cast, waiting->take);
	make_other_pages(shift);
	if ((int)shift->pages->len <= most) {
		g_ptr_array_remove_index(shift->waiting, index);
		return TRUE;
	}
	clear_pages(shift);
	g_ptr_array_remove(waiting->cast->takes, waiting->take);
	make_other_pages(shift);
	return FALSE;
}

/* What waits in an end that is still open: the most important first, a few tries. */
static void fill_end(struct shift *shift, int most)
{
	int tries = TRIES_MOST;

	for (guint i = shift->waiting->len; i > 0 && tries > 0 && end_rows_of(shift) >= SMALLEST_END; i--) {
		const struct waiting *waiting = shift->waiting->pdata[i - 1];
		int open = end_rows_of(shift) * shift->stone.design->columns;
		if (take_cells(&shift->stone, waiting->take) > open * 5 / 4)
			continue;
		take_back(shift, i - 1, most);
		tries--;
	}
}

static void meet_page_count(struct shift *shift)
{
	int most = pages_allowed(shift->stone.edition, (int)shift->pages->len);

	come_down_to(shift, most);
	fill_end(shift, most);
	for (guint i = 0; i < shift->waiting->len; i++)
		hold_over_take(shift, ((const struct waiting *)shift->waiting->pdata[i])->take,
			       "the paper has no more pages");
}

/* A planned page beyond the paper's end leaves a hole before it. */
static void tell_missing_pages(struct shift *shift)
{
	for (guint i = 0; i < shift->pages->len; i++) {
		const struct made_page *page = shift->pages->pdata[i];
		const struct plan_page *plan = plan_of_page(shift->stone.edition, page->sheet->label);
		if (page->sheet->number == (int)i + 1 || plan == NULL)
			continue;
		g_autofree char *next = edition_label(shift->stone.edition, (int)i + 1);
		diag_add(shift->stone.diag, DIAG_PLAN_IMPOSSIBLE, plan->place,
			 "the copy fills %u pages, so there is no page %s to plan: plan page %s or add copy",
			 i, plan->label, next);
		return;
	}
}

/* ---- what was left behind ---- */

static gboolean is_placed(const struct shift *shift, const struct story *story)
{
	for (guint i = 0; i < shift->pages->len; i++) {
		const struct made_page *page = shift->pages->pdata[i];
		for (guint t = 0; t < page->takes->len; t++)
			if (g_array_index(page->takes, struct placed_take, t).take->story == story)
				return TRUE;
	}
	return FALSE;
}

static gboolean is_decided(const struct shift *shift, const struct story *story)
{
	for (guint i = 0; i < shift->decisions->stories->len; i++) {
		const struct story_decision *decision = shift->decisions->stories->pdata[i];
		if (strcmp(decision->id, story->id) == 0)
			return decision->why != NULL;
	}
	return FALSE;
}

static gboolean is_take_placed(const struct shift *shift, const struct take *take)
{
	for (guint i = 0; i < shift->pages->len; i++) {
		const struct made_page *page = shift->pages->pdata[i];
		for (guint t = 0; t < page->takes->len; t++)
			if (g_array_index(page->takes, struct placed_take, t).take == take)
				return TRUE;
	}
	return FALSE;
}

/* A story that has begun on a page must end on one: half of it is never printed. */
static void tell_lost_rests(struct shift *shift)
{
	for (guint i = 0; i < shift->takes->len; i++) {
		const struct take *take = shift->takes->pdata[i];
		if (take->from_label == NULL || is_take_placed(shift, take))
			continue;
		diag_add(
			shift->stone.diag, DIAG_MUST_AT_STAKE, take->story->place,
			"'%s' begins on page %s and no page has room for its rest: give the paper more pages "
			"or cut the story",
			take->story->id, take->from_label);
	}
}

static void tell_left_behind(struct shift *shift)
{
	const struct edition *edition = shift->stone.edition;

	tell_lost_rests(shift);
	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = edition->stories->pdata[i];
		if (story->fate == FATE_TO_PLACE && !is_placed(shift, story) && !is_decided(shift, story) &&
		    !locks_hold_story(shift->stone.locks, story->id))
			hold_over(shift, story, "no page has room for it");
	}
}

static gboolean is_ad_placed(const struct shift *shift, int index)
{
	for (guint i = 0; i < shift->pages->len; i++) {
		const struct made_page *page = shift->pages->pdata[i];
		for (guint a = 0; a < page->sheet->ads->len; a++)
			if (g_array_index(page->sheet->ads, struct sheet_ad, a).index == index)
				return TRUE;
	}
	return FALSE;
}

static void tell_ads_left(struct shift *shift)
{
	const GPtrArray *ads = shift->stone.edition->ads;

	for (guint i = 0; i < ads->len; i++) {
		const struct ad *ad = ads->pdata[i];
		if (ad->filler || !ad->usable || is_ad_placed(shift, (int)i))
			continue;
		diag_add(shift->stone.diag, DIAG_AD_UNPLACED, ad->place,
			 "ad '%s' has no place: %s%s; give it another page or size", ad->id,
			 ad->page != NULL ? "no room on page " : "no page of its section has room",
			 ad->page != NULL ? ad->page : "");
	}
}

/* ---- the shift ---- */

/* What a run is bound to beside its plan. */
struct constraints {
	char *const *renew;    /* labels of locked pages to set anew */
	GHashTable *elsewhere; /* story id -> label of its page in another run; or NULL */
};

/* A paper made up in one way, and what it cost. */
struct attempt {
	struct paper *paper;
	struct decisions *decisions;
	struct diag *diag;
	guint flaws; /* panels where nothing else filled, and heads that leave holes */
	double cost;
};

static void attempt_clear(struct attempt *attempt)
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
		cost += level > 0 && pool_shares(&shift->stone, i) ? POOLED_COST : 0;
	return cost;
}

static void shift_begin(struct shift *shift, const struct edition *edition, const struct design *design,
			const struct fontbook *book, const struct constraints *given, int level,
			struct attempt *attempt)
{
	shift->decisions = attempt->decisions;
	shift->stone = (struct stone){edition,
				      design,
				      book,
				      typesetter_new(book, design, attempt->diag),
				      attempt->diag,
				      g_string_chunk_new(4096),
				      g_ptr_array_new_with_free_func((GDestroyNotify)galley_free),
				      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
				      locks_read(edition, given->renew, attempt->diag),
				      level == POOL_LEVELS,
				      given->elsewhere,
				      NULL};
	shift->stone.pool = pool_sections(&shift->stone, level);
	shift->takes = g_ptr_array_new_with_free_func((GDestroyNotify)take_free);
	shift->casts = g_ptr_array_new_with_free_func((GDestroyNotify)cast_free);
	shift->pages = g_ptr_array_new_with_free_func((GDestroyNotify)made_page_free);
	shift->waiting = g_ptr_array_new_with_free_func(g_free);
}

static void shift_end(struct shift *shift)
{
	g_ptr_array_unref(shift->pages);
	g_ptr_array_unref(shift->waiting);
	g_ptr_array_unref(shift->casts);
	g_ptr_array_unref(shift->takes);
	g_ptr_array_unref(shift->stone.galleys);
	typesetter_free(shift->stone.typesetter);
	g_string_chunk_free(shift->stone.strings);
	g_hash_table_unref(shift->stone.told);
	locks_free(shift->stone.locks);
	g_free(shift->stone.pool);
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
	struct attempt attempt = {.decisions = decisions_new(), .diag = diag_new()};
	struct shift shift = {.fixed = 0};

	shift_begin(&shift, edition, design, book, given, level, &attempt);
	if (level > 0 && !pool_is_new(&shift.stone, level)) {
		attempt.cost = G_MAXDOUBLE;
		shift_end(&shift);
		return attempt;
	}
	locks_check(shift.stone.locks, &shift.stone);
	for (guint i = 0; i < edition->stories->len; i++)
		note_story(&shift, edition->stories->pdata[i]);
	cast_sections(&shift);
	make_fixed_pages(&shift);
	make_other_pages(&shift);
	meet_page_count(&shift);
	g_ptr_array_sort(shift.pages, by_number);
	tell_missing_pages(&shift);
	locks_check_pages(shift.stone.locks, shift.pages, attempt.diag);
	tell_left_behind(&shift);
	tell_ads_left(&shift);
	attempt.paper = compose_paper(&shift.stone, shift.pages, attempt.decisions);
	attempt.cost = cost_of(&shift, level);
	for (guint i = 0; i < shift.pages->len; i++)
		attempt.flaws += flaws_of(shift.pages->pdata[i]);
	shift_end(&shift);
	return attempt;
}

static gboolean is_well_made(const struct attempt *attempt)
{
	g_debug("attempt: cost %d on %u pages", (int)attempt->cost, attempt->decisions->pages->len);
	return attempt->flaws == 0 && attempt->cost <= WELL_MADE * MAX(attempt->decisions->pages->len, 1);
}

/* One run of pages, made up in the way that costs least. */
static struct paper *make_run(const struct edition *edition, const struct design *design,
			      const struct fontbook *book, const struct constraints *given,
			      struct decisions *decisions, struct diag *diag)
{
	struct attempt best = make_up(edition, design, book, given, 0);
	struct paper *paper;

	for (int level = 1; level <= POOL_LEVELS && !is_well_made(&best); level++) {
		struct attempt other = make_up(edition, design, book, given, level);
		struct attempt worse = other.cost < best.cost ? best : other;
		best = other.cost < best.cost ? other : best;
		attempt_clear(&worse);
	}
	paper = g_steal_pointer(&best.paper);
	decisions_exchange(decisions, best.decisions);
	diag_move(diag, best.diag, DIAG_FATAL);
	attempt_clear(&best);
	return paper;
}

static void make_run_of(struct run *run, const struct fontbook *book, GHashTable *elsewhere,
			char *const *renew)
{
	struct constraints given = {renew, elsewhere};

	run_clear(run);
	run->decisions = decisions_new();
	run->diag = diag_new();
	run->paper = make_run(run->edition, run->design, book, &given, run->decisions, run->diag);
}

/* Supplements first, so that the paper can name their pages; those that name pages of other runs again, now
   that these are known. */
static struct paper *make_runs(const struct edition *edition, const struct design *design,
			       const struct fontbook *book, char *const *renew, struct decisions *decisions,
			       struct diag *diag)
{
	guint count = edition->runs->len;
	g_autofree struct run *runs = g_new0(struct run, count);
	struct paper *paper;

	for (guint i = count; i > 0; i--) {
		g_autoptr(GHashTable) elsewhere = runs_pages(runs, count, i - 1);
		runs[i - 1].edition = edition->runs->pdata[i - 1];
		runs[i - 1].design = design_of_run(design, (int)i - 1);
		make_run_of(&runs[i - 1], book, elsewhere, renew);
	}
	for (guint i = 1; i < count; i++) {
		g_autoptr(GHashTable) elsewhere = runs_pages(runs, count, i);
		if (runs_name_others(&runs[i]))
			make_run_of(&runs[i], book, elsewhere, renew);
	}
	paper = runs_join(runs, count, decisions, diag);
	for (guint i = 0; i < count; i++)
		run_clear(&runs[i]);
	return paper;
}

struct paper *makeup_renew(const struct edition *edition, const struct design *design,
			   const struct fontbook *book, char *const *labels, struct decisions *decisions,
			   struct diag *diag)
{
	struct constraints given = {labels, NULL};

	return edition->runs->len > 0 ? make_runs(edition, design, book, labels, decisions, diag)
				      : make_run(edition, design, book, &given, decisions, diag);
}

struct paper *makeup_paper(const struct edition *edition, const struct design *design,
			   const struct fontbook *book, struct decisions *decisions, struct diag *diag)
{
	char *const none[] = {NULL};

	return makeup_renew(edition, design, book, none, decisions, diag);
}
