#include "makeup/left_behind.h"

#include <string.h>

#include "makeup/gallery.h"
#include "makeup/lock.h"
#include "makeup/plan.h"

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

static void tell_stories_left(struct shift *shift)
{
	const struct edition *edition = shift->stone.edition;

	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = edition->stories->pdata[i];
		if (story->fate == FATE_TO_PLACE && !is_placed(shift, story) && !is_decided(shift, story) &&
		    !locks_hold_story(shift->stone.locks, story->id))
			shift_hold_over(shift, story, "no page has room for it");
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

/* ---- pictures ---- */

static gboolean shows(const struct placed_take *placed, int index, const struct picture *picture)
{
	const struct picture_block *block =
		index < 0 ? NULL : &g_array_index(placed->take->pictures, struct picture_block, index);
	struct gallery_place places[GALLERY_MOST];
	int count;

	if (block == NULL || block->gallery == NULL)
		return block != NULL && block->picture == picture;
	count = gallery_places(block->gallery, placed->shape.picture_rows, placed->shape.inset_rows, places);
	for (int i = 0; i < count; i++)
		if (places[i].block->picture == picture)
			return TRUE;
	return FALSE;
}

static gboolean is_shown(const struct shift *shift, const struct picture *picture)
{
	for (guint i = 0; i < shift->pages->len; i++) {
		const struct made_page *page = shift->pages->pdata[i];
		for (guint t = 0; t < page->takes->len; t++) {
			const struct placed_take *placed = &g_array_index(page->takes, struct placed_take, t);
			if (shows(placed, placed->shape.picture, picture) ||
			    shows(placed, placed->shape.inset, picture))
				return TRUE;
		}
	}
	return FALSE;
}

static void tell_picture(struct shift *shift, const struct story *story, const struct picture *picture)
{
	if (picture->must)
		diag_add(shift->stone.diag, DIAG_MUST_AT_STAKE, picture->place,
			 "'%s' must stand with '%s' and found no room: a story shows two pictures, and one "
			 "of 'kind: photo' up to eight; "
			 "move it to a story of its own or take 'must' away",
			 picture->file, story->id);
	else
		diag_add(shift->stone.diag, DIAG_PHOTO_LEFT_OUT, picture->place,
			 "'%s' is left out: '%s' is set without it; write 'must: true' where it may not be",
			 picture->file, story->id);
}

/* Nothing that the desk sent is left out unnamed. */
static void tell_pictures_left(struct shift *shift)
{
	const GPtrArray *stories = shift->stone.edition->stories;

	for (guint i = 0; i < stories->len; i++) {
		const struct story *story = stories->pdata[i];
		if (!is_placed(shift, story))
			continue;
		for (guint p = 0; p < story->pictures->len; p++) {
			const struct picture *picture = story->pictures->pdata[p];
			if (picture->usable && !is_shown(shift, picture))
				tell_picture(shift, story, picture);
		}
	}
}

void left_behind_tell(struct shift *shift)
{
	tell_missing_pages(shift);
	locks_check_pages(shift->stone.locks, shift->pages, shift->stone.diag);
	tell_lost_rests(shift);
	tell_stories_left(shift);
	tell_pictures_left(shift);
	tell_ads_left(shift);
}
