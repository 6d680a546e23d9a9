#include "makeup/company.h"

#include <string.h>

#include "edition/plan.h"
#include "makeup/breadth.h"
#include "makeup/ensemble.h"
#include "makeup/lock.h"

enum {
	RUN_LEAST = 3, /* briefs under one label */
	RUN_MOST = 5,
	TAKES_A_PAGE = 5, /* that are wanted where there are only small ones */
};

static gboolean is_to_place(const struct stone *stone, const struct story *story)
{
	return story->fate == FATE_TO_PLACE && !locks_hold_story(stone->locks, story->id);
}

/* ---- boxes ---- */

gboolean company_is_boxed(const struct stone *stone, const struct story *story)
{
	const struct story *main = story->with != NULL ? edition_story(stone->edition, story->with) : NULL;

	return main != NULL && is_to_place(stone, main) && !plan_names(stone->edition, story->id);
}

static GPtrArray *boxes_of(const struct stone *stone, const struct take *take, GPtrArray *takes)
{
	const GPtrArray *ids = take->story->boxes;
	GPtrArray *boxes = g_ptr_array_new();

	for (guint i = 0; i < ids->len && boxes->len + 1 < ENSEMBLE_MOST; i++) {
		const struct story *story = edition_story(stone->edition, ids->pdata[i]);
		if (story == NULL || !is_to_place(stone, story) || !company_is_boxed(stone, story))
			continue;
		g_ptr_array_add(takes, take_new_boxed(stone, story, take->page_columns));
		g_ptr_array_add(boxes, takes->pdata[takes->len - 1]);
	}
	return boxes;
}

/* One box fewer, until all that is left stands together on a page. */
static void join(const struct stone *stone, struct take *take, GPtrArray *boxes, GPtrArray *takes,
		 GPtrArray *alone)
{
	while (boxes->len > 0) {
		GPtrArray *all = g_ptr_array_new();
		g_ptr_array_add(all, take);
		g_ptr_array_extend(all, boxes, NULL, NULL);
		take->ensemble = ensemble_new(all, FALSE);
		if (ensemble_fits(stone, take->ensemble))
			return;
		g_clear_pointer(&take->ensemble, ensemble_free);
		const struct take *last = g_ptr_array_steal_index(boxes, boxes->len - 1);
		g_ptr_array_add(takes, take_new(stone, last->story, last->page_columns, 0, NULL));
		g_ptr_array_add(alone, takes->pdata[takes->len - 1]);
	}
}

void company_add_boxes(const struct stone *stone, struct take *take, GPtrArray *takes, GPtrArray *alone)
{
	g_autoptr(GPtrArray) boxes = boxes_of(stone, take, takes);

	join(stone, take, boxes, takes, alone);
}

/* ---- briefs ---- */

static gboolean may_run(const struct stone *stone, const struct take *take)
{
	return take->story->kind == KIND_BRIEF && take->ensemble == NULL && take->pictures->len == 0 &&
	       take->from_label == NULL && !plan_names(stone->edition, take->story->id);
}

/* Briefs of one language, in their order. */
static GPtrArray *briefs_in(const struct stone *stone, const GPtrArray *of_section)
{
	GPtrArray *briefs = g_ptr_array_new();

	for (guint i = 0; i < of_section->len; i++) {
		struct take *take = of_section->pdata[i];
		const struct take *first = briefs->len > 0 ? briefs->pdata[0] : take;
		if (may_run(stone, take) && strcmp(take->story->language, first->story->language) == 0)
			g_ptr_array_add(briefs, take);
	}
	return briefs;
}

/* The first takes the others' place among the takes of the section. */
static void run_together(const struct stone *stone, GPtrArray *of_section, const GPtrArray *briefs,
			 guint from, guint end, gboolean labelled)
{
	GPtrArray *run = g_ptr_array_new();
	struct take *first = briefs->pdata[from];

	for (guint i = from; i < end; i++)
		g_ptr_array_add(run, briefs->pdata[i]);
	first->ensemble = ensemble_new(run, labelled);
	if (ensemble_fits(stone, first->ensemble)) {
		for (guint i = from + 1; i < end; i++)
			g_ptr_array_remove(of_section, briefs->pdata[i]);
		return;
	}
	for (guint i = from + 1; i < end; i++)
		((struct take *)briefs->pdata[i])->with = NULL;
	g_clear_pointer(&first->ensemble, ensemble_free);
}

void company_join_briefs(const struct stone *stone, GPtrArray *of_section)
{
	g_autoptr(GPtrArray) briefs = briefs_in(stone, of_section);
	guint runs = (briefs->len + RUN_MOST - 1) / RUN_MOST;

	if (briefs->len < RUN_LEAST || stone->loose_briefs)
		return;
	for (guint i = 0; i < runs; i++)
		run_together(stone, of_section, briefs, briefs->len * i / runs, briefs->len * (i + 1) / runs,
			     TRUE);
}

/* ---- pages of nothing but small stories ---- */

static int cells_of_all(const struct stone *stone, const GPtrArray *takes)
{
	int cells = 0;

	for (guint i = 0; i < takes->len; i++)
		cells += take_cells(stone, takes->pdata[i]);
	return cells;
}

static GPtrArray *loose_briefs_in(const struct stone *stone, const GPtrArray *takes)
{
	GPtrArray *briefs = g_ptr_array_new();

	for (guint i = 0; i < takes->len; i++)
		if (may_run(stone, takes->pdata[i]))
			g_ptr_array_add(briefs, takes->pdata[i]);
	return briefs;
}

void company_gather_briefs(const struct stone *stone, GPtrArray *takes)
{
	g_autoptr(GPtrArray) briefs = loose_briefs_in(stone, takes);
	int page = stone->design->columns * stone->design->rows, cells = cells_of_all(stone, takes);
	int wanted = (cells * TAKES_A_PAGE + page - 1) / page;

	if ((int)takes->len * page <= cells * breadth_of(stone).candidates || briefs->len < 2)
		return;
	/* Of the takes to spare each is gathered with one that stays. */
	guint groups = (guint)MAX((int)briefs->len - ((int)takes->len - wanted), 1);
	groups = MAX(groups, (briefs->len + ENSEMBLE_MOST - 1) / ENSEMBLE_MOST);
	for (guint i = 0; i < groups; i++)
		if (briefs->len * (i + 1) / groups - briefs->len * i / groups > 1)
			run_together(stone, takes, briefs, briefs->len * i / groups,
				     briefs->len * (i + 1) / groups, FALSE);
}
