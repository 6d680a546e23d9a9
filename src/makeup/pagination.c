#include "makeup/filling.h"
#include "makeup/lock.h"
#include "makeup/memory.h"
#include "makeup/stretch.h"

#include <string.h>

enum {
	BANDS = 6,	/* sections on one page */
	DEPTHS = 5,	/* depths tried where a section ends in mid-page */
	BAND_LEAST = 8, /* rows a section needs under its strip */
	PAGES_MOST = 999,
	TABLES_KEPT = 6000, /* of subsets, about 5 kB each */
	TABLES_LAST = 3000, /* of a section that is done, when it may come again */
};

/* Stories of one section in one box. */
struct band {
	int cast;
	guint64 stories;
	struct cells cells;
	struct box_fill fill;
	int strip_row;	   /* -1: the section has begun before */
	gboolean may_jump; /* which slice */
};

struct choice {
	struct choice *before; /* of the page before */
	enum sheet_role role;
	int cast; /* the page begins with */
	int number;
	struct band bands[2 * BANDS];
	int count;
	int end_rows;
	struct cast_survey survey;
	double cost; /* of this page */
};

/* After some pages: what has been placed. */
struct state {
	int cast;			      /* in hand */
	guint64 left;			      /* its takes still to place */
	gboolean begun;			      /* its strip stands */
	guint64 ads, fillers;		      /* used so far */
	struct cast_cut cuts[CAST_CUTS_MOST]; /* stories that go on, not yet among what is left */
	int cut_count;
	const char *label; /* of the page they were cut on */
	double cost;
	double missing;	       /* price of the copy that the pages to come lack (stretch.h) */
	struct choice *choice; /* of the last page */
	gboolean done;
};

struct pagination {
	const struct stone *stone;
	GPtrArray *casts;     /* struct cast */
	int number;	      /* of the page in hand */
	GHashTable *reserved; /* page numbers that are not ours */
	struct sheet *sheet;
	GPtrArray *choices; /* all, owned */
	GArray *next;	    /* struct state */
};

/* ---- one page: bands of sections from top to foot ---- */

struct press {
	struct pagination *pagination;
	const struct state *from;
	const struct sheet *sheet;
	gboolean last; /* all that is left goes on this page */
	gboolean ends; /* and no locked page comes behind it */
	enum sheet_role role;
};

static struct cast *cast_at(const struct pagination *pagination, int index)
{
	return pagination->casts->pdata[index];
}

static const struct section *section_of(const struct pagination *pagination, int cast)
{
	return pagination->stone->edition->sections->pdata[cast_at(pagination, cast)->section];
}

/* A section that asks for it, and one of another measure than the section before, begin on a new page. */
static gboolean starts_page(const struct pagination *pagination, int cast)
{
	if (cast > 0 && cast_at(pagination, cast)->columns != cast_at(pagination, cast - 1)->columns)
		return TRUE;
	return section_of(pagination, cast)->starts_page && !cast_at(pagination, cast)->goes_on;
}

/* How the page looks, and beside the page at its left where the reader sees both. */
static double look_cost(const struct pagination *pagination, const struct choice *choice)
{
	const struct makeup_costs *costs = &pagination->stone->design->costs;
	const struct choice *before = choice->before;
	double cost;

	if (pagination->stone->plain)
		return 0;
	cost = spread_page_cost(costs, &choice->survey.face);
	if (before == NULL || before->number != choice->number - 1)
		return cost;
	cost += spread_next_cost(costs, &before->survey.face, &choice->survey.face);
	cost += __builtin_popcountll(before->survey.fillers & choice->survey.fillers) * costs->filler_next;
	if (choice->number % 2 == 1)
		cost += spread_facing_cost(costs, &before->survey.face, &choice->survey.face);
	return cost;
}

/* Of sold ads whose page comes behind the end. */
static double lost_ads_cost(const struct pagination *pagination, guint64 placed)
{
	const struct edition *edition = pagination->stone->edition;
	double cost = 0;

	for (guint i = 0; i < MIN(edition->ads->len, 64); i++) {
		const struct ad *ad = edition->ads->pdata[i];
		gboolean is_behind = ad->usable && !ad->filler && ad->page != NULL && !(placed >> i & 1) &&
				     edition_page_number(edition, ad->page) > pagination->number;
		cost += is_behind ? pagination->stone->design->costs.ad_lost : 0;
	}
	return cost;
}

static void keep_state(struct press *press, struct choice *choice, int cast, guint64 left, gboolean begun)
{
	struct pagination *pagination = press->pagination;
	const struct makeup_costs *costs = &pagination->stone->design->costs;
	gboolean is_end =
		left == 0 && choice->survey.cut_count == 0 && cast + 1 == (int)pagination->casts->len;
	struct choice *kept;
	struct state state = *press->from;

	/* What is drawn for the last page stands on it. */
	if (is_end && ((!press->last && sheet_is_last_drawn(pagination->stone, press->sheet)) ||
		       pagination->number < pagination->stone->stretching.pages_least))
		return;
	kept = g_memdup2(choice, sizeof *choice);

	g_ptr_array_add(pagination->choices, kept);
	kept->before = press->from->choice;
	kept->role = press->role;
	kept->cast = press->from->cast;
	kept->number = pagination->number;
	kept->cost += look_cost(pagination, kept);
	kept->cost +=
		choice->survey.repeated * costs->filler_repeated +
		__builtin_popcountll(choice->survey.fillers & press->from->fillers) * costs->filler_again;
	state.fillers |= choice->survey.fillers;
	memcpy(state.cuts, choice->survey.cuts, sizeof state.cuts);
	state.cut_count = choice->survey.cut_count;
	state.label = g_string_chunk_insert_const(pagination->stone->strings, press->sheet->label);
	state.choice = kept;
	state.cost += kept->cost;
	state.cast = cast;
	state.left = left;
	state.begun = begun;
	for (guint i = 0; i < press->sheet->ads->len; i++)
		state.ads |= G_GUINT64_CONSTANT(1)
			     << g_array_index(press->sheet->ads, struct sheet_ad, i).index;
	state.cost += is_end ? lost_ads_cost(pagination, state.ads) : 0;
	if (left == 0 && state.cut_count == 0 && cast + 1 < (int)pagination->casts->len) {
		state.cast = cast + 1;
		state.left = cast_all(cast_at(pagination, cast + 1));
		state.begun = FALSE;
	} else if (left == 0 && state.cut_count == 0) {
		state.done = TRUE;
	}
	state.missing =
		state.done ? 0
			   : stretch_price_ahead(pagination->stone, pagination->casts, pagination->reserved,
						 pagination->number, state.cast, state.left);
	g_array_append_val(pagination->next, state);
}

static void add_filling(struct choice *choice, const struct field *field, const struct filling *filling,
			int cast, int strip_row)
{
	for (int i = 0; i < field->box_count; i++) {
		struct band band = {cast,
				    filling->part[i],
				    field->boxes[i],
				    filling->fill[i],
				    i == 0 ? strip_row : -1,
				    filling->may_jump};
		choice->bands[choice->count++] = band;
	}
	choice->cost += filling->cost;
	choice->end_rows =
		field->last && box_is_foot(field->sheet, &field->boxes[0]) ? filling->fill[0].gap : 0;
}

static void survey_filling(const struct press *press, const struct field *field,
			   const struct filling *filling, struct cast_survey *survey)
{
	for (int i = 0; i < field->box_count; i++) {
		struct cells box = field->boxes[i];
		box.columns -= filling->fill[i].side;
		box.rows -= filling->fill[i].gap;
		if (filling->part[i] != 0)
			cast_survey(press->pagination->stone, field->cast, filling->may_jump,
				    filling->part[i], box, survey);
	}
}

/* Cells of copy that the page should have beside what stands on it already; 0: as many as will. */
static int wanted_of(const struct press *press, const struct choice *before, int cast, guint64 left)
{
	const struct pagination *pagination = press->pagination;
	int wanted = stretch_wanted(pagination->stone, pagination->casts, pagination->reserved,
				    pagination->number, cast, left);

	for (int i = 0; wanted > 0 && i < before->count; i++)
		wanted -= stretch_cells(pagination->stone, cast_at(pagination, before->bands[i].cast),
					before->bands[i].stories);
	return wanted;
}

/* The section in hand takes all that is left of the page. */
static void fill_page(struct press *press, const struct choice *before, int cast, guint64 left, int top,
		      int strip_row)
{
	struct cells boxes[FILLING_BOXES];
	struct field field = {.stone = press->pagination->stone,
			      .page = press->pagination->number,
			      .sheet = press->sheet,
			      .cast = cast_at(press->pagination, cast),
			      .boxes = boxes};

	field.wanted = wanted_of(press, before, cast, left);
	for (guint i = 0; i < press->sheet->open->len && i < G_N_ELEMENTS(boxes); i++)
		boxes[field.box_count++] = g_array_index(press->sheet->open, struct cells, i);
	boxes[0].rows -= top - boxes[0].row;
	boxes[0].row = top;
	field.last = press->ends;
	g_autoptr(GArray) found = filling_choices(&field, left, press->last);
	for (guint i = 0; i < found->len; i++) {
		const struct filling *filling = &g_array_index(found, struct filling, i);
		struct choice choice = *before;
		struct cast_survey survey = before->survey;
		survey_filling(press, &field, filling, &survey);
		if (survey.cut_count > CAST_CUTS_MOST || (press->last && survey.cut_count > 0))
			continue;
		choice.survey = survey;
		add_filling(&choice, &field, filling, cast, strip_row);
		keep_state(press, &choice, cast, left & ~filling->stories, TRUE);
	}
}

static void fill_bands(struct press *press, const struct choice *before, int cast, guint64 left,
		       gboolean begun, int top);

/* The section ends on this page after `rows`, and the next one begins under it. */
static void end_section(struct press *press, const struct choice *before, int cast, guint64 left,
			struct cells box, int strip_row, double cost)
{
	struct choice choice = *before;

	cast_survey(press->pagination->stone, cast_at(press->pagination, cast), FALSE, left, box,
		    &choice.survey);
	if (choice.survey.cut_count > 0)
		return;
	choice.bands[choice.count++] = (struct band){cast, left, box, {cost, 0, 0}, strip_row, FALSE};
	choice.cost += cost;
	fill_bands(press, &choice, cast + 1, cast_all(cast_at(press->pagination, cast + 1)), FALSE,
		   box.row + box.rows);
}

/* The cheapest depths at which all that is left of a section comes out even. */
static void end_section_early(struct press *press, const struct choice *before, int cast, guint64 left,
			      int top, int strip_row)
{
	struct cells box = g_array_index(press->sheet->open, struct cells, 0);
	int foot = box.row + box.rows;
	const struct slice_table *table;
	int tried[DEPTHS];

	if (__builtin_popcountll(left) > breadth_of(press->pagination->stone).candidates ||
	    cast + 1 >= (int)press->pagination->casts->len || starts_page(press->pagination, cast + 1) ||
	    before->count + 4 >= 2 * BANDS)
		return;
	table = slice_table(cast_slice(press->pagination->stone, cast_at(press->pagination, cast), FALSE),
			    left);
	for (int n = 0; n < DEPTHS; n++) {
		int best = -1;
		for (int rows = table->low[box.columns];
		     rows <= MIN(table->high[box.columns], foot - top - STRIP_ROWS - BAND_LEAST); rows++) {
			gboolean seen =
				slice_table_box(table, box.columns, rows)->cost >= SLICE_IMPOSSIBLE / 2;
			for (int i = 0; i < n; i++)
				seen |= ABS(tried[i] - rows) < 2;
			if (!seen && (best < 0 || slice_table_box(table, box.columns, rows)->cost <
							  slice_table_box(table, box.columns, best)->cost))
				best = rows;
		}
		if (best < 0)
			return;
		tried[n] = best;
		end_section(press, before, cast, left, (struct cells){box.column, top, box.columns, best},
			    strip_row, slice_table_box(table, box.columns, best)->cost);
	}
}

/* Whether copy would stand over a strip at the head of the first box. */
static gboolean has_copy_above(const struct sheet *sheet)
{
	const struct cells *first = &g_array_index(sheet->open, struct cells, 0);

	for (guint i = 1; i < sheet->open->len; i++)
		if (g_array_index(sheet->open, struct cells, i).row < first->row)
			return TRUE;
	return FALSE;
}

static void fill_bands(struct press *press, const struct choice *before, int cast, guint64 left,
		       gboolean begun, int top)
{
	const struct cells *box = &g_array_index(press->sheet->open, struct cells, 0);
	gboolean is_named = top == box->row && sheet_has(press->sheet, "section-head");
	gboolean has_strip = !begun && !cast_at(press->pagination, cast)->goes_on && !is_named &&
			     box->columns == press->sheet->columns && !has_copy_above(press->sheet);
	int strip_row = has_strip ? top : -1;

	top += has_strip ? STRIP_ROWS : 0;
	if (box->row + box->rows - top < BAND_LEAST)
		return;
	if (!press->last || (cast + 1 == (int)press->pagination->casts->len &&
			     __builtin_popcountll(left) <= breadth_of(press->pagination->stone).candidates))
		fill_page(press, before, cast, left, top, strip_row);
	end_section_early(press, before, cast, left, top, strip_row);
}

/* ---- page after page ---- */

static int by_state_cost(gconstpointer a, gconstpointer b)
{
	const struct state *one = a, *two = b;
	double first = one->cost + one->missing, second = two->cost + two->missing;

	if (first != second)
		return first < second ? -1 : 1;
	if (one->cast != two->cast)
		return two->cast - one->cast;
	return one->left < two->left ? -1 : one->left > two->left;
}

static gboolean is_same(const struct state *a, const struct state *b)
{
	return a->cast == b->cast && a->left == b->left && a->begun == b->begun && a->done == b->done &&
	       a->ads == b->ads && a->cut_count == b->cut_count &&
	       memcmp(a->cuts, b->cuts, (gsize)a->cut_count * sizeof a->cuts[0]) == 0;
}

/* The cheapest states, each place reached once. */
static GArray *prune(GArray *states, guint most)
{
	GArray *kept = g_array_new(FALSE, TRUE, sizeof(struct state));

	g_array_sort(states, by_state_cost);
	for (guint i = 0; i < states->len && kept->len < most; i++) {
		const struct state *state = &g_array_index(states, struct state, i);
		gboolean seen = FALSE;
		for (guint k = 0; k < kept->len; k++)
			seen |= is_same(&g_array_index(kept, struct state, k), state);
		if (!seen)
			g_array_append_val(kept, *state);
	}
	return kept;
}

/* What goes on from this page joins what is left; FALSE when its cast is full. */
static gboolean take_in_rests(struct pagination *pagination, struct state *state)
{
	struct cast *cast = cast_at(pagination, state->cast);

	for (int i = 0; i < state->cut_count; i++) {
		const struct take *take = cast->takes->pdata[state->cuts[i].bit];
		guint64 rest = cast_rest(pagination->stone, cast, take, state->cuts[i].first, state->label);
		if (rest == 0)
			return FALSE;
		state->left |= rest;
	}
	state->cut_count = 0;
	return TRUE;
}

static void take_in_all_rests(struct pagination *pagination, GArray *states)
{
	for (guint i = states->len; i > 0; i--)
		if (!take_in_rests(pagination, &g_array_index(states, struct state, i - 1)))
			g_array_remove_index(states, i - 1);
}

/* The first page number from `number` on that is ours. */
static int next_number(const struct pagination *pagination, int number)
{
	while (pagination->reserved != NULL &&
	       g_hash_table_contains(pagination->reserved, GINT_TO_POINTER(number)))
		number++;
	return number;
}

static gboolean has_photographs(const struct cast *cast, guint64 left)
{
	for (; left != 0; left &= left - 1)
		if (spread_has_photograph(cast->takes->pdata[__builtin_ctzll(left)]))
			return TRUE;
	return FALSE;
}

static void make_page(struct pagination *pagination, const struct state *from, gboolean last)
{
	const char *section = section_of(pagination, from->cast)->name;
	gboolean ends = last && !locks_end_paper(pagination->stone->locks, pagination->number);
	const struct cast *cast = cast_at(pagination, from->cast);
	enum sheet_role role =
		(ends ? SHEET_LAST : 0) | (from->begun || cast->goes_on ? 0 : SHEET_OPENS_SECTION);
	struct sheet *sheet =
		sheet_new(pagination->stone, pagination->number, cast->columns, section, role, from->ads);
	struct press press = {pagination, from, sheet, last, ends, role};
	struct choice empty = {.count = 0};

	sheet_open_story_zones(sheet);
	spread_note_sheet(&empty.survey.face, sheet);
	empty.survey.face.at_hand = has_photographs(cast, from->left);

	if (sheet->open->len > 0)
		fill_bands(&press, &empty, from->cast, from->left, from->begun,
			   g_array_index(sheet->open, struct cells, 0).row);
	else
		keep_state(&press, &empty, from->cast, from->left, from->begun);
	sheet_free(sheet);
}

/* Whether the rest of a story, cut on an earlier page, is among what this way has still to place. */
static gboolean waits_for_rest(const struct pagination *pagination, const struct state *state)
{
	for (int c = state->cast; c < (int)pagination->casts->len; c++) {
		const struct cast *cast = cast_at(pagination, c);
		for (guint i = 0; i < cast->takes->len; i++) {
			gboolean left = c > state->cast ? i < cast->takes->len - cast->rests->len
							: (state->left >> i & 1) != 0;
			if (left && ((const struct take *)cast->takes->pdata[i])->from_label != NULL)
				return TRUE;
		}
	}
	return FALSE;
}

/* The cheapest way so far in which no story waits for its rest: there the paper may end if all else fails,
   and what is left is held over. */
static void remember_whole(const struct pagination *pagination, const GArray *states, struct state *whole)
{
	for (guint i = 0; i < states->len; i++) {
		const struct state *state = &g_array_index(states, struct state, i);
		if (waits_for_rest(pagination, state))
			continue;
		*whole = *state;
		return;
	}
}

/* Tables of sections that are done, and of subsets long past, are let go. */
static void forget_tables(struct pagination *pagination, const GArray *states)
{
	int first = (int)pagination->casts->len;
	guint done = memory_is_lasting(pagination->stone->memory) ? TABLES_LAST : 0;

	for (guint i = 0; i < states->len; i++)
		first = MIN(first, g_array_index(states, struct state, i).cast);
	for (guint i = 0; i < pagination->casts->len; i++)
		cast_forget(pagination->casts->pdata[i], (int)i < first ? done : TABLES_KEPT);
}

static const struct state *best_done(const GArray *states)
{
	const struct state *best = NULL;

	for (guint i = 0; i < states->len; i++) {
		const struct state *state = &g_array_index(states, struct state, i);
		if (state->done && (best == NULL || state->cost < best->cost))
			best = state;
	}
	return best;
}

static void realise_band(struct pagination *pagination, struct made_page *page, const struct band *band,
			 gboolean last)
{
	struct cast *cast = cast_at(pagination, band->cast);
	struct strip strip = {cast->section, band->strip_row};

	if (band->strip_row >= 0)
		g_array_append_val(page->strips, strip);
	box_set(pagination->stone, page, cast, band->may_jump, band->stories, band->cells, &band->fill, last);
}

static struct made_page *realise(struct pagination *pagination, const struct choice *choice, int number,
				 guint64 *ads)
{
	const struct stone *stone = pagination->stone;
	const char *section = section_of(pagination, choice->cast)->name;
	int columns = cast_at(pagination, choice->cast)->columns;
	struct made_page *page =
		made_page_new(sheet_new(stone, number, columns, section, choice->role, *ads));

	sheet_open_story_zones(page->sheet);
	for (guint i = 0; i < page->sheet->ads->len; i++)
		*ads |= G_GUINT64_CONSTANT(1) << g_array_index(page->sheet->ads, struct sheet_ad, i).index;
	for (int i = 0; i < choice->count; i++)
		realise_band(pagination, page, &choice->bands[i], choice->end_rows > 0);
	page->end_rows = choice->end_rows;
	page->cost = choice->cost;
	return page;
}

static void realise_all(struct pagination *pagination, const struct state *state, guint64 ads,
			GPtrArray *pages)
{
	g_autoptr(GPtrArray) back = g_ptr_array_new();

	for (struct choice *choice = state->choice; choice != NULL; choice = choice->before)
		g_ptr_array_add(back, choice);
	for (guint i = back->len; i > 0; i--) {
		const struct choice *choice = back->pdata[i - 1];
		g_ptr_array_add(pages, realise(pagination, choice, choice->number, &ads));
	}
}

/* The paper may end here: the cheapest way to is kept, and the ways that go on are left. TRUE when no page
   more needs to be tried. */
static gboolean take_end(const struct makeup_costs *costs, GArray *states, struct state *end, double *more)
{
	const struct state *done = best_done(states);
	gboolean had_end = end->choice != NULL;

	if (done != NULL && (!had_end || done->cost + *more < end->cost)) {
		*end = *done;
		end->cost += *more;
	}
	for (guint i = states->len; i > 0; i--)
		if (g_array_index(states, struct state, i - 1).done)
			g_array_remove_index_fast(states, i - 1);
	*more += end->choice != NULL ? costs->page_more : 0;
	return had_end || (end->choice != NULL && end->choice->cost < costs->last_page_dear);
}

void pagination_run(const struct stone *stone, GPtrArray *casts, int first_number, guint64 ads_placed,
		    GHashTable *reserved, GPtrArray *pages)
{
	struct pagination pagination = {.stone = stone, .casts = casts, .reserved = reserved};
	g_autoptr(GArray) states = g_array_new(FALSE, TRUE, sizeof(struct state));
	struct state start = {.ads = ads_placed}, whole = {.choice = NULL}, end = {.choice = NULL};
	double more = 0;

	if (casts->len == 0)
		return;
	pagination.number = next_number(&pagination, first_number);
	start.left = cast_all(casts->pdata[0]);
	g_array_append_val(states, start);
	pagination.choices = g_ptr_array_new_with_free_func(g_free);
	while (states->len > 0 && pagination.number < PAGES_MOST) {
		g_autoptr(GArray) found = g_array_new(FALSE, TRUE, sizeof(struct state));
		pagination.next = found;
		for (guint i = 0; i < states->len; i++) {
			make_page(&pagination, &g_array_index(states, struct state, i), FALSE);
			make_page(&pagination, &g_array_index(states, struct state, i), TRUE);
		}
		g_debug("page %d: %u states, %u after it", pagination.number, states->len, found->len);
		pagination.number = next_number(&pagination, pagination.number + 1);
		if (take_end(&stone->design->costs, found, &end, &more))
			break;
		g_array_unref(states);
		states = prune(found, (guint)breadth_of(stone).states);
		take_in_all_rests(&pagination, states);
		remember_whole(&pagination, states, &whole);
		forget_tables(&pagination, states);
	}
	if (end.choice != NULL)
		realise_all(&pagination, &end, ads_placed, pages);
	else if (whole.choice != NULL)
		realise_all(&pagination, &whole, ads_placed, pages);
	g_ptr_array_unref(pagination.choices);
}
