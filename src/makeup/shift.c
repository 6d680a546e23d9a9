#include "makeup/shift.h"

#include <string.h>

#include "makeup/ensemble.h"
#include "makeup/lock.h"
#include "makeup/memory.h"
#include "makeup/plan.h"
#include "makeup/pool.h"
#include "makeup/regulars.h"

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

void shift_begin(struct shift *shift, const struct edition *edition, const struct design *design,
		 const struct fontbook *book, const struct constraints *given, int level,
		 struct decisions *decisions, struct diag *diag)
{
	struct stone *stone = &shift->stone;

	stone_lay(stone, edition, design, book, given->memory, diag);
	stone->locks = locks_read(edition, given->renew, diag);
	stone->widely = given->widely;
	stone->loose_briefs = level == POOL_LEVELS || given->loose_briefs;
	stone->elsewhere = given->elsewhere;
	stone->stretching = given->stretching;
	stone->index_less = given->index_less;
	stone->regulars = g_ptr_array_new();
	stone->jump_times = MAX(given->jump_times, 1.0);
	stone->trim_times = MAX(given->trim_times, 1.0);
	stone->plain = given->plain;
	stone->white_heads = given->white_heads;
	stone->unmade = given->unmade;
	shift->decisions = decisions;
	stone->pool = pool_sections(stone, level);
	shift->takes = g_ptr_array_new_with_free_func((GDestroyNotify)take_free);
	shift->casts = g_ptr_array_new_with_free_func((GDestroyNotify)cast_free);
	shift->pages = g_ptr_array_new_with_free_func((GDestroyNotify)made_page_free);
	shift->waiting = g_ptr_array_new_with_free_func(g_free);
	shift->fixed = 0;
	if (!given->no_regulars)
		regulars_gather(shift);
	for (guint i = 0; i < edition->stories->len; i++)
		note_story(shift, edition->stories->pdata[i]);
}

void shift_end(struct shift *shift)
{
	g_ptr_array_unref(shift->pages);
	g_ptr_array_unref(shift->waiting);
	g_ptr_array_unref(shift->casts);
	regulars_free(shift->stone.regulars);
	g_ptr_array_unref(shift->takes);
	locks_free(shift->stone.locks);
	g_free(shift->stone.pool);
	stone_clear(&shift->stone);
}

/* ---- what waits ---- */

void shift_hold_over(struct shift *shift, const struct story *story, const char *why)
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

void shift_hold_over_take(struct shift *shift, const struct take *take, const char *why)
{
	guint count = take->ensemble != NULL ? take->ensemble->takes->len : 0;

	shift_hold_over(shift, take->story, why);
	for (guint i = 1; i < count; i++)
		shift_hold_over(shift, ((const struct take *)take->ensemble->takes->pdata[i])->story, why);
}

/* ---- pages ---- */

static void note_ads(const struct made_page *page, guint64 *ads)
{
	for (guint i = 0; i < page->sheet->ads->len; i++)
		*ads |= G_GUINT64_CONSTANT(1) << g_array_index(page->sheet->ads, struct sheet_ad, i).index;
}

void shift_make_fixed_pages(struct shift *shift)
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

/* A story that waits may come back to a cast that is empty meanwhile: all are kept. */
static GPtrArray *casts_to_place(const struct shift *shift)
{
	GPtrArray *casts = g_ptr_array_new();

	for (guint i = 0; i < shift->casts->len; i++)
		if (((struct cast *)shift->casts->pdata[i])->takes->len > 0)
			g_ptr_array_add(casts, shift->casts->pdata[i]);
	return casts;
}

void shift_make_other_pages(struct shift *shift)
{
	g_autoptr(GHashTable) reserved = g_hash_table_new(NULL, NULL);
	g_autoptr(GPtrArray) casts = casts_to_place(shift);
	guint64 ads = 0;

	for (guint i = 0; i < shift->fixed; i++) {
		const struct made_page *page = shift->pages->pdata[i];
		g_hash_table_add(reserved, GINT_TO_POINTER(page->sheet->number));
		note_ads(page, &ads);
	}
	pagination_run(&shift->stone, casts, 1, ads, reserved, shift->pages);
}

void shift_clear_pages(struct shift *shift)
{
	g_ptr_array_set_size(shift->pages, (gint)shift->fixed);
	for (guint i = 0; i < shift->casts->len; i++)
		cast_reset(shift->casts->pdata[i]);
}
