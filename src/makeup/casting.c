#include "makeup/casting.h"

#include <string.h>

#include "makeup/company.h"
#include "makeup/gallery.h"
#include "makeup/lock.h"
#include "makeup/pool.h"
#include "makeup/regulars.h"

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
		shift_hold_over(shift, take->story, "it fits no page; cut it into two stories");
}

/* Set in a plainer way from now on, where there is one. */
static gboolean make_plainer(const struct stone *stone, const struct take *take)
{
	if (gallery_is_wanted(stone, take->story))
		return g_hash_table_add(stone->no_gallery, (gpointer)take->story);
	return galley_narrow_tables(stone, take->galley);
}

static struct take *take_that_fits(struct shift *shift, const struct story *story, int columns)
{
	struct take *take = take_new(&shift->stone, story, columns, 0, NULL);

	while ((take->galley->wide_tables->len > 0 || gallery_is_wanted(&shift->stone, story)) &&
	       !fits_somewhere(shift, take) && make_plainer(&shift->stone, take)) {
		take_free(take);
		take = take_new(&shift->stone, story, columns, 0, NULL);
	}
	return take;
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
		    locks_hold_story(shift->stone.locks, story->id) ||
		    company_is_boxed(&shift->stone, story) || regulars_holds(&shift->stone, story))
			continue;
		take = take_that_fits(shift, story, columns);
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
	company_gather_briefs(&shift->stone, takes);
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

void casting_run(struct shift *shift)
{
	for (int i = 0; i < (int)shift->stone.edition->sections->len; i++)
		if (shift->stone.pool[i] == i)
			cast_section(shift, i);
}
