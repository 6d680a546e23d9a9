#include "makeup/plan.h"

#include "edition/plan.h"
#include "makeup/box.h"
#include "makeup/lock.h"

#include <string.h>

enum {
	CANDIDATES = 8, /* planned stories and what fills the page round them */
	BOXES = 4,
};

const struct plan_page *plan_of_page(const struct edition *edition, const char *label)
{
	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *page = edition->plan->pdata[i];
		if (strcmp(page->label, label) == 0)
			return page;
	}
	return NULL;
}

const struct plan_page *plan_of_number(const struct edition *edition, int number)
{
	g_autofree char *label = edition_label(edition, number);

	return plan_of_page(edition, label);
}

const struct plan_story *plan_of_story(const struct plan_page *plan, const struct story *story)
{
	for (guint i = 0; plan != NULL && plan->stories != NULL && i < plan->stories->len; i++) {
		const struct plan_story *planned = &g_array_index(plan->stories, struct plan_story, i);
		if (strcmp(planned->story, story->id) == 0)
			return planned;
	}
	return NULL;
}

gboolean plan_leads(const struct plan_page *plan, const struct story *story)
{
	return plan != NULL && g_strcmp0(plan->lead, story->id) == 0;
}

gboolean plan_wants(const struct plan_page *plan, const struct story *story)
{
	return plan_of_story(plan, story) != NULL || plan_leads(plan, story);
}

gboolean plan_has_lead(const struct edition *edition, const struct story *story)
{
	for (guint i = 0; i < edition->plan->len; i++)
		if (plan_leads(edition->plan->pdata[i], story))
			return TRUE;
	return FALSE;
}

void plan_fix_take(struct take *take, const struct plan_page *plan)
{
	const struct plan_story *planned = plan_of_story(plan, take->story);

	if (planned == NULL)
		return;
	take->columns_fixed = planned->columns;
	take->photo_columns_fixed = planned->photo_columns;
	take_forget_shapes(take);
}

/* ---- corners ---- */

static gboolean holds(const struct slice_node *node, int index)
{
	if (node->kind == SLICE_STORY)
		return node->index == index;
	if (node->kind == SLICE_FILLER)
		return FALSE;
	return holds(node->first, index) || holds(node->second, index);
}

static gboolean wants_first(enum slice_kind cut, enum corner corner)
{
	if (cut == SLICE_STACK)
		return corner == CORNER_TOP_LEFT || corner == CORNER_TOP_RIGHT;
	return corner == CORNER_TOP_LEFT || corner == CORNER_BOTTOM_LEFT;
}

static void turn_to(struct slice_node *node, int index, enum corner corner)
{
	while (node->kind == SLICE_STACK || node->kind == SLICE_ABREAST) {
		if (holds(node->first, index) != wants_first(node->kind, corner)) {
			struct slice_node *first = node->first;
			node->first = node->second;
			node->second = first;
		}
		node = holds(node->first, index) ? node->first : node->second;
	}
}

void plan_turn_tree(const struct cast *cast, struct slice_node *tree, const struct plan_page *plan)
{
	for (guint i = 0; plan != NULL && i < cast->takes->len; i++) {
		const struct take *take = cast->takes->pdata[i];
		const struct plan_story *planned = plan_of_story(plan, take->story);
		if (planned != NULL && planned->at != CORNER_NONE && holds(tree, (int)i))
			turn_to(tree, (int)i, planned->at);
	}
	for (guint i = 0; plan != NULL && i < cast->takes->len; i++)
		if (plan_leads(plan, ((const struct take *)cast->takes->pdata[i])->story) &&
		    holds(tree, (int)i))
			turn_to(tree, (int)i, CORNER_TOP_LEFT);
}

/* ---- one planned page ---- */

struct planned {
	const struct stone *stone;
	const struct plan_page *plan;
	struct sheet *sheet;
	struct cast *cast; /* planned takes first, then what may fill the page */
	GPtrArray *homes;  /* struct cast each take came from */
	int required;
	guint64 part[BOXES];
	double cost;
};

static void add_take(struct planned *planned, struct cast *home, struct take *take)
{
	g_ptr_array_add(planned->cast->takes, take);
	g_ptr_array_add(planned->homes, home);
}

static void add_required(struct planned *planned, GPtrArray *casts)
{
	for (guint c = 0; c < casts->len; c++) {
		struct cast *cast = casts->pdata[c];
		for (guint i = 0; i < cast->takes->len; i++) {
			struct take *take = cast->takes->pdata[i];
			if (take->from_label != NULL || !plan_wants(planned->plan, take->story) ||
			    take->page_columns != planned->sheet->columns)
				continue;
			plan_fix_take(take, planned->plan);
			add_take(planned, cast, take);
		}
	}
	planned->required = (int)planned->cast->takes->len;
}

static gboolean is_in(const GPtrArray *takes, const struct take *take)
{
	return g_ptr_array_find((GPtrArray *)takes, take, NULL);
}

/* Others of the same sections, in their order, may fill the page. */
static void add_others(struct planned *planned)
{
	for (int r = 0; r < planned->required; r++) {
		struct cast *home = planned->homes->pdata[r];
		for (guint i = 0; i < home->takes->len && planned->cast->takes->len < CANDIDATES; i++) {
			struct take *take = home->takes->pdata[i];
			if (!is_in(planned->cast->takes, take) && take->after_page < planned->sheet->number &&
			    !plan_names(planned->stone->edition, take->story->id))
				add_take(planned, home, take);
		}
	}
}

static struct box_fill fill_box(struct planned *planned, guint64 stories, const struct cells *box)
{
	return box_fill(planned->stone, cast_slice(planned->stone, planned->cast, TRUE), stories, box, FALSE);
}

/* The bit of the story that leads the page; 0: the plan names none. */
static guint64 lead_of(const struct planned *planned)
{
	for (int i = 0; i < planned->required; i++)
		if (plan_leads(planned->plan, ((const struct take *)planned->cast->takes->pdata[i])->story))
			return G_GUINT64_CONSTANT(1) << i;
	return 0;
}

/* The lead stands in the topmost of the open boxes. */
static gboolean is_topmost(const struct planned *planned, guint index)
{
	const struct cells *box = &g_array_index(planned->sheet->open, struct cells, index);

	for (guint i = 0; i < MIN(planned->sheet->open->len, BOXES); i++)
		if (g_array_index(planned->sheet->open, struct cells, i).row < box->row)
			return FALSE;
	return TRUE;
}

static gboolean leads_well(const struct planned *planned, guint64 here, guint index)
{
	return (here & lead_of(planned)) == 0 || is_topmost(planned, index);
}

static double share(struct planned *planned, guint64 stories, guint index, guint64 *part)
{
	const struct cells *box = &g_array_index(planned->sheet->open, struct cells, index);
	guint boxes = MIN(planned->sheet->open->len, BOXES);
	double best = BOX_IMPOSSIBLE;
	guint64 trial[BOXES];

	if (index + 1 == boxes) {
		part[index] = stories;
		return leads_well(planned, stories, index) ? fill_box(planned, stories, box).cost
							   : BOX_IMPOSSIBLE;
	}
	for (guint64 here = stories;; here = (here - 1) & stories) {
		double cost =
			leads_well(planned, here, index) ? fill_box(planned, here, box).cost : BOX_IMPOSSIBLE;
		memcpy(trial, part, sizeof trial);
		trial[index] = here;
		if (cost < best)
			cost += share(planned, stories & ~here, index + 1, trial);
		if (cost < best) {
			best = cost;
			memcpy(part, trial, sizeof trial);
		}
		if (here == 0)
			return best;
	}
}

static gboolean choose(struct planned *planned)
{
	guint64 all = (G_GUINT64_CONSTANT(1) << planned->cast->takes->len) - 1;
	guint64 required = (G_GUINT64_CONSTANT(1) << planned->required) - 1;

	planned->cost = BOX_IMPOSSIBLE;
	for (guint64 stories = all; stories != 0; stories--) {
		guint64 part[BOXES] = {0};
		if ((stories & required) != required)
			continue;
		double cost = share(planned, stories, 0, part) +
			      planned->stone->design->costs.unplanned *
				      (__builtin_popcountll(stories) - planned->required);
		if (cost < planned->cost) {
			planned->cost = cost;
			memcpy(planned->part, part, sizeof part);
		}
	}
	return planned->cost < BOX_IMPOSSIBLE;
}

static void take_out(struct planned *planned, struct made_page *page, GPtrArray *takes)
{
	for (guint i = 0; i < page->takes->len; i++) {
		struct placed_take *placed = &g_array_index(page->takes, struct placed_take, i);
		guint index = 0;
		g_ptr_array_find(planned->cast->takes, placed->take, &index);
		struct cast *home = planned->homes->pdata[index];
		g_ptr_array_remove(home->takes, placed->take);
		if (!placed->shape.jumps)
			continue;
		struct take *rest =
			take_new(planned->stone, placed->take->story, home->columns,
				 galley_block_of(placed->take->galley, placed->shape.end),
				 g_string_chunk_insert_const(planned->stone->strings, page->sheet->label));
		rest->rank = MIN(placed->take->rank + 1, 5);
		rest->order = -1;
		rest->after_page = page->sheet->number;
		g_ptr_array_add(takes, rest);
		g_ptr_array_add(home->takes, rest);
	}
}

/* ---- what to tell when a plan cannot be met ---- */

static gboolean fits_in(struct planned *planned, struct take *take, int columns)
{
	take->columns_fixed = columns;
	take_forget_shapes(take);
	for (int rows = 1; rows <= planned->sheet->rows; rows++)
		if (setting_shape(planned->stone, take, TRUE, columns, rows)->cost < SHAPE_IMPOSSIBLE)
			return TRUE;
	return FALSE;
}

static void tell_nearest(struct planned *planned, struct take *take, const struct plan_story *asked)
{
	g_autoptr(GString) nearest = g_string_new(NULL);
	int found = 0;

	for (int away = 1; away <= planned->sheet->columns && found < 2; away++) {
		for (int side = -1; side <= 1 && found < 2; side += 2) {
			int columns = asked->columns + side * away;
			if (columns < 1 || columns > planned->sheet->columns ||
			    !fits_in(planned, take, columns))
				continue;
			g_string_append_printf(nearest, "%s%d", found++ > 0 ? " or " : "", columns);
		}
	}
	diag_add(planned->stone->diag, DIAG_PLAN_IMPOSSIBLE, asked->place,
		 "'%s' cannot be set in %d columns; it can in %s", take->story->id, asked->columns,
		 found > 0 ? nearest->str : "none");
}

static void tell_impossible(struct planned *planned)
{
	gboolean told = FALSE;

	for (int i = 0; i < planned->required; i++) {
		struct take *take = planned->cast->takes->pdata[i];
		const struct plan_story *asked = plan_of_story(planned->plan, take->story);
		if (asked == NULL || asked->columns == 0 || fits_in(planned, take, asked->columns))
			continue;
		tell_nearest(planned, take, asked);
		told = TRUE;
	}
	if (!told)
		diag_add(planned->stone->diag, DIAG_PLAN_IMPOSSIBLE, planned->plan->place,
			 "page %s cannot be filled with what the plan fixes on it: free the columns of a "
			 "story, "
			 "name one story fewer, or add a brief to its section",
			 planned->plan->label);
}

static struct made_page *make_page(const struct stone *stone, GPtrArray *casts, const struct plan_page *plan,
				   GPtrArray *takes)
{
	struct planned planned = {.stone = stone, .plan = plan};
	struct made_page *page = NULL;
	int number = edition_page_number(stone->edition, plan->label);
	int columns = plan->section != NULL ? sheet_columns_of(stone, plan->section) : stone->design->columns;

	planned.sheet = sheet_new(stone, number, columns, plan->section, FALSE, 0);
	planned.cast = cast_new(0, columns);
	planned.homes = g_ptr_array_new();
	add_required(&planned, casts);
	add_others(&planned);
	if (planned.required > 0 && planned.sheet->open->len > 0 && choose(&planned)) {
		page = made_page_new(planned.sheet);
		for (guint i = 0; i < planned.sheet->open->len && i < BOXES; i++) {
			struct cells box = g_array_index(planned.sheet->open, struct cells, i);
			struct box_fill fill = fill_box(&planned, planned.part[i], &box);
			box_set(stone, page, planned.cast, TRUE, planned.part[i], box, &fill, FALSE);
		}
		page->cost = planned.cost;
		take_out(&planned, page, takes);
	} else {
		if (planned.required > 0)
			tell_impossible(&planned);
		sheet_free(planned.sheet);
	}
	cast_free(planned.cast);
	g_ptr_array_unref(planned.homes);
	return page;
}

GPtrArray *plan_make_pages(const struct stone *stone, GPtrArray *casts, GPtrArray *takes)
{
	GPtrArray *pages = g_ptr_array_new();

	for (guint i = 0; i < stone->edition->plan->len; i++) {
		const struct plan_page *plan = stone->edition->plan->pdata[i];
		struct made_page *page;
		if (edition_page_number(stone->edition, plan->label) == 1 ||
		    locks_page(stone->locks, plan->label) != NULL ||
		    (plan->lead == NULL && (plan->stories == NULL || plan->stories->len == 0)))
			continue;
		page = make_page(stone, casts, plan, takes);
		if (page != NULL)
			g_ptr_array_add(pages, page);
	}
	return pages;
}
