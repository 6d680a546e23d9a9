/* lock_ink.c - a locked page among the pages of the paper */
#include <string.h>

#include "makeup/inking.h"
#include "makeup/lock.h"

/* Sections and stories go on over other pages and keep one mark; the rest is the page's own. */
static int mark_id(struct forme *forme, const struct lock *lock, const struct page_mark *mark)
{
	g_autofree char *name = NULL;

	if (mark->role == MARK_ARTIFACT)
		return ++forme->paper->marks;
	if (mark->role == MARK_SECTION && mark->label != NULL)
		name = g_strconcat("section/", mark->label, NULL);
	else if (mark->role == MARK_STORY && mark->story != NULL)
		name = g_strconcat("story/", mark->story, NULL);
	else
		name = g_strdup_printf("lock/%s/%d", lock->label, mark->id);
	return inking_mark_id(forme, name);
}

static gboolean leads_nowhere(const struct forme *forme, const struct page_item *item)
{
	return item->kind == ITEM_LINK && g_str_has_prefix(item->link.to, "#story/") &&
	       !g_hash_table_contains(forme->page_of, item->link.to + strlen("#story/"));
}

static void rename_marks(struct forme *forme, struct lock *lock)
{
	for (guint i = 0; i < lock->page->items->len; i++) {
		struct page_item *item = lock->page->items->pdata[i];
		if (item->kind == ITEM_MARK)
			item->mark.id = mark_id(forme, lock, &item->mark);
	}
}

static void take_page(struct forme *forme, struct lock *lock)
{
	GPtrArray *items = lock->page->items;

	for (guint i = items->len; i > 0; i--)
		if (leads_nowhere(forme, items->pdata[i - 1]))
			g_ptr_array_remove_index(items, i - 1);
	forme->page = g_steal_pointer(&lock->page);
	g_ptr_array_add(forme->paper->pages, forme->page);
	for (guint i = 0; i < lock->destinations->len; i++)
		g_ptr_array_add(forme->paper->destinations, lock->destinations->pdata[i]);
	g_ptr_array_set_free_func(lock->destinations, NULL);
	g_ptr_array_set_size(lock->destinations, 0);
}

/* ---- what the report is told ---- */

static void tell_type(struct forme *forme, const struct story_part *part)
{
	struct type_facts *type = &forme->decisions->type;

	type->full_lines += part->type.full_lines;
	type->loose_lines += part->type.loose_lines;
	type->hyphenated += part->type.hyphenated;
	type->ladders += part->type.ladders;
	type->ink_collisions += part->type.ink_collisions;
	g_array_append_vals(forme->spaces, part->spaces->data, part->spaces->len);
}

static void tell_story(struct forme *forme, struct lock_story *story)
{
	struct story_decision *decision = decisions_story(forme->decisions, story->id);

	if (decision == NULL)
		return;
	tell_type(forme, story->part);
	decision->lines += story->part->lines;
	g_array_append_vals(decision->parts, story->part, 1);
	g_clear_pointer(&story->part, g_free);
	g_free(decision->headline);
	g_free(decision->text_trimmed);
	decision->headline = g_strdup(story->headline);
	decision->text_trimmed = g_strdup(story->text_trimmed);
	decision->lines_trimmed = story->lines_trimmed;
	decision->cost = story->cost;
	decision->outcome = STORY_PLACED;
	g_clear_pointer(&decision->why, g_free);
}

static void tell_photo(const struct forme *forme, const struct lock_photo *photo,
		       const struct page_photo *printed)
{
	struct photo_decision *decision = g_new0(struct photo_decision, 1);

	decision->file = g_strdup(photo->file);
	decision->story = g_strdup(photo->story);
	decision->part = printed->part;
	decision->width_px = printed->width_px;
	decision->height_px = printed->height_px;
	decision->ppi = photo->ppi;
	decision->focus = g_intern_string(photo->focus);
	decision->used = TRUE;
	g_ptr_array_add(forme->decisions->photos, decision);
}

/* A story that is set anew tells its own. */
static gboolean is_told(const struct lock *lock, const char *id)
{
	for (guint i = 0; id != NULL && i < lock->stories->len; i++) {
		const struct lock_story *story = lock->stories->pdata[i];
		if (strcmp(story->id, id) == 0)
			return lock->renew && story->part == NULL;
	}
	return FALSE;
}

static void tell_photos(const struct forme *forme, const struct lock *lock)
{
	guint photo = 0;

	for (guint i = 0; i < lock->page->items->len; i++) {
		const struct page_item *item = lock->page->items->pdata[i];
		if (item->kind != ITEM_PHOTO || photo >= lock->photos->len)
			continue;
		const struct lock_photo *named = lock->photos->pdata[photo++];
		if (!is_told(lock, named->story))
			tell_photo(forme, named, &item->photo);
	}
}

static void renew_stories(struct forme *forme, struct lock *lock)
{
	for (guint i = 0; lock->renew && i < lock->stories->len; i++) {
		struct lock_story *was = lock->stories->pdata[i];
		const struct story *story = edition_story(forme->stone->edition, was->id);
		if (story != NULL && lock_story_is_changed(was, story))
			lock_renew(forme, lock, was);
	}
}

void lock_ink(struct forme *forme, struct lock *lock)
{
	rename_marks(forme, lock);
	tell_photos(forme, lock);
	renew_stories(forme, lock);
	for (guint i = 0; i < lock->stories->len; i++) {
		struct lock_story *story = lock->stories->pdata[i];
		if (story->part != NULL)
			tell_story(forme, story);
	}
	take_page(forme, lock);
	g_ptr_array_add(forme->decisions->pages, g_steal_pointer(&lock->decision));
}
