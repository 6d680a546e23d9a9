/* front.c - page 1 after its template: the lead in its zone, others in the open */
#include <string.h>

#include "makeup/box.h"
#include "makeup/ensemble.h"
#include "makeup/lock.h"
#include "makeup/plan.h"
#include "makeup/regulars.h"

enum {
	CANDIDATES = 7, /* stories weighed for the open part, besides the lead */
	FLOAT = 24,	/* rows the foot of the lead's zone may move */
	OPEN_LEAST = 12,
	STORIES_WANTED = 4, /* besides the lead */
	LOOKED_AT = 3,	    /* pages of each depth of the lead's zone that are looked at as a whole */
};

#define LEAD_RATIO 1.3 /* the lead's headline to the next */

struct candidate {
	struct cast *cast;
	struct take *take;
	double order;
	gboolean planned;
};

struct front {
	const struct stone *stone;
	struct sheet *sheet;
	GArray *candidates; /* struct candidate; the lead first */
	const struct sheet_zone *lead_zone;
	guint lead;	     /* index of the candidate that leads */
	struct cast *others; /* takes of the candidates but the lead */
	unsigned required;   /* bits of those that the plan names */
	gboolean ends;	     /* all copy of the paper stands here, whole: its foot may stay open */
};

/* ---- who may stand on page 1 ---- */

static gboolean is_planned(const struct plan_page *plan, const struct story *story, gboolean *leads)
{
	*leads = plan_leads(plan, story);
	return plan_wants(plan, story);
}

static gboolean suits_front(const struct stone *stone, const struct story *story, gboolean any_language)
{
	const struct section *section = stone->edition->sections->pdata[story->section];

	/* `front:` speaks of the paper's page 1, not of a supplement's. */
	if ((stone->edition->supplement == NULL && (story->front != FRONT_STORY || section->sponsored)) ||
	    (!any_language && g_strcmp0(story->language, stone->edition->language) != 0))
		return FALSE;
	switch (story->kind) {
	case KIND_NEWS:
	case KIND_FEATURE:
	case KIND_ANALYSIS:
	case KIND_RESULTS:
		return story->priority <= 3;
	case KIND_SPONSORED:
		return stone->edition->supplement != NULL && stone->edition->supplement->sponsored;
	default:
		return FALSE;
	}
}

static int by_order(gconstpointer a, gconstpointer b)
{
	const struct candidate *one = a, *two = b;
	return one->order < two->order ? -1 : one->order > two->order;
}

/* Planned stories first, then the best of every section, sections in order. */
static void add_candidates(struct front *front, GPtrArray *casts, gboolean any_language)
{
	const struct plan_page *plan = plan_of_number(front->stone->edition, 1);

	for (guint c = 0; c < casts->len; c++) {
		struct cast *cast = casts->pdata[c];
		for (guint i = 0; i < cast->takes->len; i++) {
			struct take *take = cast->takes->pdata[i];
			gboolean leads, planned = is_planned(plan, take->story, &leads);
			if (take->page_columns != front->sheet->columns || take->from_label != NULL ||
			    (!planned && !suits_front(front->stone, take->story, any_language)))
				continue;
			struct candidate candidate = {cast, take, take->rank * 100.0 + i * 30 + c, FALSE};
			candidate.order -= leads ? 10000 : planned ? 5000 : 0;
			if (planned)
				plan_fix_take(take, plan);
			candidate.planned = planned;
			g_array_append_val(front->candidates, candidate);
		}
	}
}

/* In the paper's language, where it has any copy for page one. */
static void find_candidates(struct front *front, GPtrArray *casts)
{
	add_candidates(front, casts, FALSE);
	if (front->candidates->len == 0)
		add_candidates(front, casts, TRUE);
	g_array_sort(front->candidates, by_order);
	if (front->candidates->len > CANDIDATES + 1)
		g_array_set_size(front->candidates, CANDIDATES + 1);
}

/* ---- the lead's zone and the boxes round it ---- */

static void find_lead_zone(struct front *front)
{
	for (guint i = 0; i < front->sheet->zones->len; i++) {
		const struct sheet_zone *zone = &g_array_index(front->sheet->zones, struct sheet_zone, i);
		if (zone->zone->kind == ZONE_STORY && g_strcmp0(zone->zone->what, "lead") == 0)
			front->lead_zone = zone;
	}
}

static int foot_of(struct cells cells)
{
	return cells.row + cells.rows;
}

static int lead_foot(const struct front *front)
{
	return foot_of(front->lead_zone->cells);
}

/* The foot of the lead's zone may move when an open box lies right under it, all across. */
static gboolean may_float(const struct front *front)
{
	for (guint i = 0; i < front->sheet->zones->len; i++) {
		const struct sheet_zone *zone = &g_array_index(front->sheet->zones, struct sheet_zone, i);
		if (regulars_is_zone(zone->zone) && foot_of(zone->cells) == lead_foot(front))
			return FALSE;
	}
	for (guint i = 0; i < front->sheet->open->len; i++) {
		const struct cells *box = &g_array_index(front->sheet->open, struct cells, i);
		if (box->row == lead_foot(front) && box->columns == front->sheet->columns)
			return TRUE;
	}
	return FALSE;
}

/* An open box when the lead's foot has moved. */
static struct cells box_moved(const struct front *front, guint index, int by)
{
	struct cells box = g_array_index(front->sheet->open, struct cells, index);

	if (box.row == lead_foot(front)) {
		box.row += by;
		box.rows -= by;
	} else if (foot_of(box) == lead_foot(front)) {
		box.rows += by;
	}
	return box;
}

static void move_foot(struct front *front, int by)
{
	int foot = lead_foot(front);

	for (guint i = 0; i < front->sheet->open->len; i++)
		g_array_index(front->sheet->open, struct cells, i) = box_moved(front, i, by);
	for (guint i = 0; i < front->sheet->zones->len; i++) {
		struct sheet_zone *zone = &g_array_index(front->sheet->zones, struct sheet_zone, i);
		if (foot_of(zone->cells) == foot)
			zone->cells.rows += by;
	}
}

/* ---- the choice ---- */

struct plan_of_front {
	int by;		  /* rows the lead's foot moves */
	unsigned part[2]; /* bits of the others in each open box */
	double cost;
	gboolean bare; /* its lead has no photograph */
};

/* The cheapest pages with one depth of the lead's zone, before they are looked at as a whole. */
struct shortlist {
	struct plan_of_front plan[LOOKED_AT];
	int count;
	double limit; /* nothing dearer can be the best */
};

static double rank_cost(const struct front *front, unsigned subset)
{
	double cost = 0;

	for (guint i = 0; i < front->others->takes->len; i++) {
		const struct take *take = front->others->takes->pdata[i];
		if (subset & (1u << i))
			cost += front->stone->design->costs.front_rank * (take->rank - 1) + i * 0.5;
	}
	cost += front->stone->design->costs.lead_missed *
		__builtin_popcount(~subset & ((1u << front->lead) - 1)); /* those before it come first */
	return cost +
	       front->stone->design->costs.front_story * ABS(STORIES_WANTED - __builtin_popcount(subset));
}

/* The lead's headline is the largest of the page by far. */
static double small_lead_cost(const struct front *front, const struct slice_box *made, fix lead_size)
{
	double excess = made->head_most * LEAD_RATIO / (lead_size * 4.0 / FIX_PT) - 1;
	return MAX(0.0, excess) * front->stone->design->costs.small_lead;
}

static struct slice *slice_of(const struct front *front)
{
	return cast_slice(front->stone, front->others, !front->ends);
}

static gboolean may_stay_open(const struct front *front, const struct cells *box)
{
	return front->ends && box_is_foot(front->sheet, box);
}

static double box_cost(struct front *front, unsigned stories, struct cells box, fix lead_size)
{
	struct slice *slice = slice_of(front);
	struct box_fill fill;

	if (box.rows < 1)
		return stories == 0 && box.rows == 0 ? 0 : BOX_IMPOSSIBLE;
	fill = box_fill(front->stone, slice, stories, &box, may_stay_open(front, &box));
	if (stories != 0 && fill.cost < BOX_IMPOSSIBLE)
		fill.cost += small_lead_cost(front,
					     slice_table_box(slice_table(slice, stories),
							     box.columns - fill.side, box.rows - fill.gap),
					     lead_size);
	return fill.cost;
}

static double limit_of(const struct shortlist *list)
{
	return list->count == LOOKED_AT ? MIN(list->limit, list->plan[LOOKED_AT - 1].cost) : list->limit;
}

static void keep_plan(struct shortlist *list, struct plan_of_front plan)
{
	int place = MIN(list->count, LOOKED_AT - 1);

	for (; place > 0 && list->plan[place - 1].cost > plan.cost; place--)
		list->plan[place] = list->plan[place - 1];
	list->plan[place] = plan;
	list->count = MIN(list->count + 1, LOOKED_AT);
}

/* Every way to share some of the others between the open boxes, one or two. */
static void weigh(struct front *front, int by, double lead_cost, fix lead_size, struct shortlist *list)
{
	unsigned all = (1u << front->others->takes->len) - 1;
	struct cells first = box_moved(front, 0, by), second = {0, 0, 0, 0};

	if (front->sheet->open->len > 1)
		second = box_moved(front, 1, by);
	for (unsigned subset = 0; subset <= all; subset++) {
		if ((subset & front->required) != front->required || (front->ends && subset != all))
			continue;
		double fixed = lead_cost + ABS(by) * front->stone->design->costs.lead_foot_row +
			       rank_cost(front, subset);
		for (unsigned part = subset;; part = (part - 1) & subset) {
			double cost = fixed + box_cost(front, part, first, lead_size);
			if (cost < limit_of(list))
				cost += box_cost(front, subset & ~part, second, lead_size);
			if (cost < limit_of(list))
				keep_plan(list,
					  (struct plan_of_front){by, {part, subset & ~part}, cost, FALSE});
			if (part == 0)
				break;
		}
	}
}

/* Of the lead, with what stands with it, in so many rows of its zone; and the size of its headline. */
static double lead_cost(const struct front *front, struct take *lead, int rows, fix *size)
{
	int columns = front->lead_zone->cells.columns;
	const struct shape *shape;

	if (lead->ensemble != NULL) {
		g_autofree struct slice_table *table =
			ensemble_table(front->stone, lead->ensemble, !front->ends);
		*size = slice_table_box(table, columns, rows)->head_most * FIX_PT / 4;
		return slice_table_box(table, columns, rows)->cost;
	}
	shape = setting_shape(front->stone, lead, !front->ends, columns, rows);
	if (shape->cost < SHAPE_IMPOSSIBLE)
		*size = ((const struct head *)lead->heads->pdata[shape->head])->size;
	return shape->cost;
}

/* ---- the page as a whole ---- */

static void survey_box(struct front *front, unsigned stories, struct cells box, struct cast_survey *survey)
{
	struct box_fill fill;

	if (stories == 0 || box.rows < 1)
		return;
	fill = box_fill(front->stone, slice_of(front), stories, &box, may_stay_open(front, &box));
	box.columns -= fill.side;
	box.rows -= fill.gap;
	cast_survey(front->stone, front->others, !front->ends, stories, box, survey);
}

static gboolean another_has_photograph(const struct front *front)
{
	for (guint i = 0; i < front->others->takes->len; i++)
		if (spread_has_photograph(front->others->takes->pdata[i]))
			return TRUE;
	return FALSE;
}

/* Adds what the page costs as a whole. */
static void look_at(struct front *front, struct take *lead, struct plan_of_front *plan)
{
	const struct makeup_costs *costs = &front->stone->design->costs;
	struct cast_survey survey = {.cut_count = 0};
	struct cells zone = front->lead_zone->cells;
	const struct shape *shape;

	if (front->stone->plain)
		return;
	zone.rows += plan->by;
	shape = cast_shape(front->stone, lead, !front->ends, zone.columns, zone.rows);
	spread_note_sheet(&survey.face, front->sheet);
	spread_note(&survey.face, lead, shape, zone);
	for (guint i = 0; i < front->sheet->open->len && i < 2; i++)
		survey_box(front, plan->part[i], box_moved(front, i, plan->by), &survey);
	spread_note_lead(&survey.face, lead, shape);
	plan->bare = survey.face.led == 0 && another_has_photograph(front);
	plan->cost += costs->front_look * spread_page_cost(costs, &survey.face) +
		      (plan->bare ? costs->lead_bare : 0);
}

static struct plan_of_front choose(struct front *front, struct take *lead)
{
	struct plan_of_front best = {.cost = BOX_IMPOSSIBLE};
	int reach = may_float(front) ? FLOAT : 0;

	for (int by = -reach; by <= reach; by++) {
		int rows = front->lead_zone->cells.rows + by;
		struct shortlist list = {.limit = best.cost};
		if (rows < 1 || box_moved(front, 0, by).rows < OPEN_LEAST)
			continue;
		fix size = 0;
		double cost = lead_cost(front, lead, rows, &size);
		if (cost < SHAPE_IMPOSSIBLE)
			weigh(front, by, cost, size, &list);
		for (int i = 0; i < list.count && list.plan[i].cost < best.cost; i++) {
			look_at(front, lead, &list.plan[i]);
			if (list.plan[i].cost < best.cost)
				best = list.plan[i];
		}
	}
	return best;
}

/* ---- setting the page ---- */

static void place_lead(struct front *front, struct made_page *page)
{
	const struct candidate *lead = &g_array_index(front->candidates, struct candidate, front->lead);
	struct cells cells = front->lead_zone->cells;

	made_page_put(front->stone, page, lead->take, !front->ends, cells);
}

static struct cast *cast_of(const struct front *front, const struct take *take)
{
	for (guint i = 0; i < front->candidates->len; i++) {
		const struct candidate *candidate = &g_array_index(front->candidates, struct candidate, i);
		if (candidate->take == take)
			return candidate->cast;
	}
	return NULL;
}

/* Placed takes leave their cast; what jumps comes back at its head. */
static void take_out(struct front *front, struct made_page *page, GPtrArray *takes)
{
	for (guint i = 0; i < page->takes->len; i++) {
		struct placed_take *placed = &g_array_index(page->takes, struct placed_take, i);
		struct cast *cast = cast_of(front, placed->take);

		if (cast == NULL)
			continue;
		g_ptr_array_remove(cast->takes, placed->take);
		if (!placed->shape.jumps)
			continue;
		struct take *rest = take_new(front->stone, placed->take->story, cast->columns,
					     galley_block_of(placed->take->galley, placed->shape.end),
					     front->sheet->label);
		rest->rank = MIN(placed->take->rank + 1, 5);
		rest->order = -1;
		g_ptr_array_add(takes, rest);
		g_ptr_array_add(cast->takes, rest);
	}
}

static void prepare_others(struct front *front)
{
	front->others = cast_new(0, front->sheet->columns);
	front->required = 0;
	for (guint i = 0; i < front->candidates->len; i++) {
		const struct candidate *candidate = &g_array_index(front->candidates, struct candidate, i);
		if (i == front->lead)
			continue;
		front->required |= candidate->planned ? 1u << front->others->takes->len : 0;
		g_ptr_array_add(front->others->takes, candidate->take);
	}
}

static struct made_page *set_page(struct front *front, const struct plan_of_front *plan, GPtrArray *takes)
{
	struct made_page *page;

	move_foot(front, plan->by);
	page = made_page_new(front->sheet);
	place_lead(front, page);
	for (guint i = 0; i < front->sheet->open->len && i < 2; i++) {
		struct cells box = g_array_index(front->sheet->open, struct cells, i);
		gboolean open = may_stay_open(front, &box);
		struct box_fill fill = box_fill(front->stone, slice_of(front), plan->part[i], &box, open);
		if (box.rows > 0)
			box_set(front->stone, page, front->others, !front->ends, plan->part[i], box, &fill,
				open);
		page->end_rows += open ? fill.gap : 0;
	}
	page->cost = plan->cost;
	take_out(front, page, takes);
	return page;
}

static struct take *lead_of(const struct front *front)
{
	return g_array_index(front->candidates, struct candidate, front->lead).take;
}

/* What a candidate costs as the lead in the place of those before it. */
static double passing_over(const struct front *front)
{
	const struct makeup_costs *costs = &front->stone->design->costs;
	const struct take *first = g_array_index(front->candidates, struct candidate, 0).take;

	return front->lead * costs->other_lead +
	       MAX(0, lead_of(front)->rank - first->rank) * costs->lead_rank;
}

/* After the first, where its page is dear; or where it has no photograph and this one has. */
static gboolean is_worth_trying(const struct front *front, const struct plan_of_front *best)
{
	const struct makeup_costs *costs = &front->stone->design->costs;

	if (best->cost > costs->front_dear)
		return TRUE;
	return best->bare && spread_has_photograph(lead_of(front)) &&
	       passing_over(front) < costs->lead_bare + costs->front_look * costs->photo_not_led;
}

/* The first candidate leads whose page comes out well, the cheapest where none does; one that the desk has
   named leads or nobody does. */
static struct plan_of_front choose_lead(struct front *front, guint leads)
{
	struct plan_of_front best = {.cost = BOX_IMPOSSIBLE};
	guint chosen = 0;

	for (front->lead = 0; front->lead < leads; front->lead++) {
		if (!is_worth_trying(front, &best))
			continue;
		prepare_others(front);
		struct plan_of_front plan = choose(front, lead_of(front));
		plan.cost += passing_over(front);
		if (plan.cost < best.cost) {
			best = plan;
			chosen = front->lead;
		}
		cast_free(front->others);
	}
	front->lead = chosen;
	return best;
}

/* Whether no story but the candidates is left to place, and no later page is made already. */
static gboolean holds_all(const struct front *front, const GPtrArray *casts)
{
	const GPtrArray *plan = front->stone->edition->plan;
	guint takes = 0;

	for (guint i = 0; i < plan->len; i++)
		if (edition_page_number(front->stone->edition,
					((const struct plan_page *)plan->pdata[i])->label) > 1)
			return FALSE;
	for (guint i = 0; i < casts->len; i++)
		takes += ((const struct cast *)casts->pdata[i])->takes->len;
	return takes == front->candidates->len && !locks_end_paper(front->stone->locks, 1);
}

/* With all copy on this page where that is better than to fill it and go on. */
static struct plan_of_front choose_page(struct front *front, guint leads, const GPtrArray *casts)
{
	struct plan_of_front full = choose_lead(front, leads);
	guint lead = front->lead;

	front->ends = holds_all(front, casts);
	if (front->ends) {
		struct plan_of_front ending = choose_lead(front, leads);
		if (ending.cost < full.cost)
			return ending;
	}
	front->ends = FALSE;
	front->lead = lead;
	return full;
}

static struct made_page *make(struct front *front, GPtrArray *casts, GPtrArray *takes)
{
	const struct plan_page *plan = plan_of_number(front->stone->edition, 1);
	gboolean named = plan != NULL && plan->lead != NULL;
	struct plan_of_front chosen = choose_page(front, named ? 1 : front->candidates->len, casts);
	struct made_page *page = NULL;

	if (chosen.cost < BOX_IMPOSSIBLE) {
		prepare_others(front);
		page = set_page(front, &chosen, takes);
		cast_free(front->others);
	}
	if (page == NULL && (named || (plan != NULL && plan->stories->len > 0)))
		diag_add(front->stone->diag, DIAG_PLAN_IMPOSSIBLE, plan->place,
			 "page 1 cannot be filled with what the plan fixes on it: name another lead, one "
			 "story fewer, "
			 "or free their columns");
	return page;
}

struct made_page *front_make(const struct stone *stone, GPtrArray *casts, GPtrArray *takes)
{
	struct front front = {.stone = stone,
			      .sheet = sheet_new(stone, 1, stone->design->columns, NULL, FALSE, 0)};
	struct made_page *page = NULL;

	front.candidates = g_array_new(FALSE, TRUE, sizeof(struct candidate));
	find_lead_zone(&front);
	find_candidates(&front, casts);
	if (front.lead_zone != NULL && front.sheet->open->len > 0 && front.candidates->len > 0)
		page = make(&front, casts, takes);
	if (page == NULL)
		sheet_free(front.sheet);
	g_array_unref(front.candidates);
	return page;
}
