#include "makeup/regulars.h"

#include <string.h>

#include "edition/plan.h"
#include "makeup/company.h"
#include "makeup/lock.h"
#include "makeup/plan.h"

#define SHORT_ROW_COST 2.0 /* a row that one story leaves of its zone */

struct regular {
	const struct page_template *template_;
	const struct zone *zone;
	struct cast *cast;
	int rows;
	gboolean placed;
};

/* ---- which zones ---- */

gboolean regulars_is_zone(const struct zone *zone)
{
	static const char *const by_itself[] = {"corrections", "weather", "rates", NULL};

	if (zone->kind == ZONE_STORY)
		return strcmp(zone->what, "lead") != 0 && strcmp(zone->what, "second") != 0;
	return zone->kind == ZONE_FURNITURE && g_strv_contains(by_itself, zone->what);
}

static const struct page_template *template_at(const struct stone *stone, int number, gboolean last)
{
	g_autofree char *label = last ? g_strdup("") : edition_label(stone->edition, number);
	struct page_position position = {.label = label, .number = number, .is_last = last};

	return design_template_for(stone->design, &position);
}

/* Whether the run has exactly one page of it, as far as can be known before the pages are made. */
static gboolean stands_once(const struct stone *stone, const struct page_template *template_)
{
	const struct plan_page *first = plan_of_number(stone->edition, 1);
	int planned = 0;

	for (guint i = 0; i < stone->edition->plan->len; i++) {
		const struct plan_page *page = stone->edition->plan->pdata[i];
		planned += g_strcmp0(page->template_name, template_->name) == 0;
	}
	if (planned > 0)
		return planned == 1;
	switch (template_->page) {
	case TEMPLATE_FIRST:
		return (first == NULL || first->template_name == NULL) &&
		       template_at(stone, 1, FALSE) == template_;
	case TEMPLATE_LAST:
		return template_at(stone, 2, TRUE) == template_;
	case TEMPLATE_LABELS:
		return template_->labels->len == 1;
	default:
		return FALSE;
	}
}

/* ---- which stories ---- */

/* Corrections by their kind; weather and rates by the name of their file, in any folder. */
static gboolean belongs(const struct zone *zone, const struct story *story)
{
	g_autofree char *name = g_path_get_basename(story->id);

	if (zone->kind == ZONE_STORY)
		return strcmp(zone->what, story->id) == 0;
	return strcmp(zone->what, "corrections") == 0 ? story->kind == KIND_CORRECTION
						      : strcmp(zone->what, name) == 0;
}

static gboolean may_stand(const struct stone *stone, const struct story *story)
{
	return story->fate == FATE_TO_PLACE && !locks_hold_story(stone->locks, story->id) &&
	       !company_is_boxed(stone, story) && !plan_names(stone->edition, story->id) &&
	       !regulars_holds(stone, story);
}

static struct cast *cast_of_zone(struct shift *shift, const struct page_template *template_,
				 const struct zone *zone)
{
	const GPtrArray *stories = shift->stone.edition->stories;
	struct cast *cast = cast_new(0, template_->columns);
	g_autoptr(GPtrArray) alone = g_ptr_array_new();

	for (guint i = 0; i < stories->len && cast->takes->len < SLICE_STORIES_MAX / 2; i++) {
		const struct story *story = stories->pdata[i];
		if (!belongs(zone, story) || !may_stand(&shift->stone, story))
			continue;
		struct take *take = take_new(&shift->stone, story, template_->columns, 0, NULL);
		g_ptr_array_add(shift->takes, take);
		company_add_boxes(&shift->stone, take, shift->takes, alone);
		take->order = (int)i;
		g_ptr_array_add(cast->takes, take);
	}
	for (guint i = 0; i < alone->len; i++)
		g_ptr_array_add(cast->takes, alone->pdata[i]);
	return cast;
}

/* ---- how deep ---- */

/* The cheapest depth at which all stand whole; one story takes its whole zone where it can. */
static int rows_of(const struct stone *stone, struct cast *cast, const struct zone *zone, int drawn)
{
	guint64 all = cast_all(cast);
	const struct slice_table *table = slice_table(cast_slice(stone, cast, FALSE), all);
	double least = SLICE_IMPOSSIBLE / 2;
	int best = 0;

	for (int rows = drawn; rows >= table->low[zone->columns]; rows--) {
		struct cast_survey survey = {.cut_count = 0};
		double cost = slice_table_cost(table, zone->columns, rows);
		cost += zone->kind == ZONE_STORY ? SHORT_ROW_COST * (drawn - rows) : 0;
		if (cost >= least)
			continue;
		cast_survey(stone, cast, FALSE, all, (struct cells){0, 0, zone->columns, rows}, &survey);
		if (survey.cut_count > 0 || survey.fillers != 0)
			continue;
		least = cost;
		best = rows;
	}
	return best;
}

static void tell_too_small(const struct stone *stone, const struct page_template *template_,
			   const struct zone *zone, const struct cast *cast)
{
	const struct story *story = ((const struct take *)cast->takes->pdata[0])->story;

	diag_add(stone->diag, DIAG_ZONE_TOO_SMALL, zone->place,
		 "zone '%c' of '%s' (%s, %d columns wide) has no setting for '%s'%s: draw it deeper or of "
		 "another width",
		 zone->letter, template_->name, zone->what, zone->columns, story->id,
		 cast->takes->len > 1 ? " and what stands with it" : "");
}

static void gather_zone(struct shift *shift, const struct page_template *template_, const struct zone *zone)
{
	const struct stone *stone = &shift->stone;
	struct regular *regular;
	int drawn = template_row(template_, zone->map_row + zone->map_rows, stone->design->rows) -
		    template_row(template_, zone->map_row, stone->design->rows);
	struct cast *cast = cast_of_zone(shift, template_, zone);
	int rows = cast->takes->len > 0 ? rows_of(stone, cast, zone, drawn) : 0;

	if (rows == 0) {
		if (cast->takes->len > 0)
			tell_too_small(stone, template_, zone, cast);
		cast_free(cast);
		return;
	}
	regular = g_new0(struct regular, 1);
	*regular = (struct regular){template_, zone, cast, rows, FALSE};
	g_ptr_array_add(stone->regulars, regular);
}

void regulars_gather(struct shift *shift)
{
	const GPtrArray *templates = shift->stone.design->templates;

	for (guint i = 0; i < templates->len; i++) {
		const struct page_template *template_ = templates->pdata[i];
		for (guint z = 0; stands_once(&shift->stone, template_) && z < template_->zones->len; z++) {
			const struct zone *zone = &g_array_index(template_->zones, struct zone, z);
			if (regulars_is_zone(zone))
				gather_zone(shift, template_, zone);
		}
	}
}

static void free_one(gpointer data)
{
	struct regular *regular = data;

	cast_free(regular->cast);
	g_free(regular);
}

void regulars_free(GPtrArray *regulars)
{
	g_ptr_array_foreach(regulars, (GFunc)(void (*)(void))free_one, NULL);
	g_ptr_array_unref(regulars);
}

/* ---- what make-up asks ---- */

int regulars_rows(const struct stone *stone, const struct zone *zone)
{
	for (guint i = 0; stone->regulars != NULL && i < stone->regulars->len; i++) {
		const struct regular *regular = stone->regulars->pdata[i];
		if (regular->zone == zone)
			return regular->rows;
	}
	return 0;
}

gboolean regulars_holds(const struct stone *stone, const struct story *story)
{
	for (guint i = 0; stone->regulars != NULL && i < stone->regulars->len; i++) {
		const GPtrArray *takes = ((const struct regular *)stone->regulars->pdata[i])->cast->takes;
		for (guint k = 0; k < takes->len; k++)
			if (((const struct take *)takes->pdata[k])->story == story)
				return TRUE;
	}
	return FALSE;
}

static void place_on(const struct stone *stone, struct made_page *page, struct regular *regular)
{
	for (guint i = 0; i < page->sheet->zones->len && !regular->placed; i++) {
		const struct sheet_zone *zone = &g_array_index(page->sheet->zones, struct sheet_zone, i);
		if (zone->zone == regular->zone)
			regular->placed = made_page_place(stone, page, regular->cast, FALSE,
							  cast_all(regular->cast), zone->cells);
	}
}

gboolean regulars_place(const struct stone *stone, GPtrArray *pages)
{
	gboolean all = TRUE;

	for (guint i = 0; i < stone->regulars->len; i++) {
		struct regular *regular = stone->regulars->pdata[i];
		for (guint p = 0; p < pages->len; p++)
			place_on(stone, pages->pdata[p], regular);
		all &= regular->placed;
	}
	return all;
}
