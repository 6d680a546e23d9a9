/* lock_check.c - whether a locked page may still be printed as it was */
#include <string.h>

#include "makeup/lock.h"

static struct place place_of(const struct lock *lock)
{
	return place_in(g_intern_string(lock->file), 0, 0);
}

/* ---- stories ---- */

enum { EXCERPT = 240, EXCERPT_BEFORE = 40 };

/* Where the two part, a little of what stands before, and enough of what follows. */
static char *excerpt(const char *text, const char *other)
{
	gsize same = 0;

	while (text[same] != '\0' && text[same] == other[same])
		same++;
	glong length = g_utf8_strlen(text, -1),
	      at = g_utf8_pointer_to_offset(text, g_utf8_find_prev_char(text, text + same + 1));
	glong start = MAX(0, at - EXCERPT_BEFORE), end = MIN(length, start + EXCERPT);
	g_autofree char *part = g_utf8_substring(text, start, end);

	return g_strdup_printf("%s%s%s", start > 0 ? "…" : "", part, end < length ? "…" : "");
}

static guint lines_that_differ(const GPtrArray *a, const GPtrArray *b)
{
	guint differ = 0;

	for (guint i = 0; i < MAX(a->len, b->len); i++)
		differ += i >= a->len || i >= b->len || strcmp(a->pdata[i], b->pdata[i]) != 0;
	return differ;
}

/* The first line that differs, old and new, so that the desk need not look them up. */
static void tell_changed(const struct lock *lock, const struct lock_story *was, const struct story *story,
			 struct diag *diag)
{
	g_autoptr(GPtrArray) copy = lock_copy(story);
	guint differ = lines_that_differ(copy, was->copy), at = 0;

	if (differ == 0)
		return;
	while (at < copy->len && at < was->copy->len && strcmp(copy->pdata[at], was->copy->pdata[at]) == 0)
		at++;
	const char *before = at < was->copy->len ? was->copy->pdata[at] : "",
		   *now = at < copy->len ? copy->pdata[at] : "";
	g_autofree char *old_text = excerpt(before, now), *new_text = excerpt(now, before);
	g_autofree char *more =
		differ > 1 ? g_strdup_printf(" (and %u more places)", differ - 1) : g_strdup("");
	diag_add(diag, DIAG_LOCK_COPY_CHANGED, story->place,
		 "'%s' was changed after page %s was locked, and its old text is printed: \"%s\", now "
		 "\"%s\"%s; "
		 "'anban lock' page %s again to set the new text",
		 story->id, lock->label, old_text, new_text, more, lock->label);
}

/* What the desk has withdrawn must not go out because a page is locked; a faulty new text keeps the old one.
 */
static void check_story(const struct lock *lock, const struct lock_story *was, const struct stone *stone)
{
	const struct story *story = edition_story(stone->edition, was->id);

	if (story == NULL)
		diag_add(stone->diag, DIAG_LOCK_BROKEN, place_of(lock),
			 "page %s is locked with '%s', and there is no such story any more: unlock the page",
			 lock->label, was->id);
	else if (story->fate == FATE_KILLED || story->fate == FATE_HELD_OVER || story->fate == FATE_DRAFT)
		diag_add(stone->diag, DIAG_LOCK_BROKEN, story->place,
			 "page %s is locked with '%s', which is %s now: unlock the page", lock->label,
			 was->id, story_fate_word(story->fate));
	else if (!lock->renew)
		tell_changed(lock, was, story, stone->diag);
}

/* All pages of a jumped story lock together. */
static void check_pages(const struct locks *locks, const struct lock *lock, const struct lock_story *story,
			struct diag *diag)
{
	g_auto(GStrv) labels = g_strsplit(story->pages, " ", -1);

	for (int i = 0; labels[i] != NULL; i++)
		if (locks_page(locks, labels[i]) == NULL)
			diag_add(diag, DIAG_LOCK_BROKEN, place_of(lock),
				 "'%s' stands on the locked page %s and on page %s, which is not: lock both, "
				 "or unlock both",
				 story->id, lock->label, labels[i]);
}

/* ---- pictures, fonts, the grid ---- */

static const char *sum_now(const struct edition *edition, const struct lock_photo *photo)
{
	const struct story *story = photo->story != NULL ? edition_story(edition, photo->story) : NULL;

	for (guint i = 0; story != NULL && i < story->pictures->len; i++) {
		const struct picture *picture = story->pictures->pdata[i];
		if (picture->usable && strcmp(picture->file, photo->file) == 0)
			return picture->facts.sha256;
	}
	for (guint i = 0; photo->story == NULL && i < edition->ads->len; i++) {
		const struct ad *ad = edition->ads->pdata[i];
		if (ad->usable && strcmp(ad->file, photo->file) == 0)
			return ad->facts.sha256;
	}
	return NULL;
}

static void check_photo(const struct lock *lock, const struct lock_photo *photo, const struct stone *stone)
{
	const char *sum = sum_now(stone->edition, photo);

	if (g_strcmp0(sum, photo->sha256) == 0 || (lock->renew && photo->story != NULL))
		return;
	diag_add(
		stone->diag, DIAG_LOCK_BROKEN, place_of(lock),
		"page %s is locked with the picture '%s', which %s: put the old one back, or unlock the page",
		lock->label, photo->file, sum == NULL ? "cannot be used any more" : "is another one now");
}

static void check_faces(const struct lock *lock, const struct stone *stone)
{
	for (guint i = 0; i < lock->faces->len; i++) {
		const struct lock_face *was = lock->faces->pdata[i];
		const struct face *face = fontbook_face(stone->book, was->role);
		if (face == NULL || strcmp(face->sha256, was->sha256) != 0)
			diag_add(stone->diag, DIAG_LOCK_BROKEN, place_of(lock),
				 "page %s is locked in another font '%s' than there is now: unlock it and "
				 "lock it again",
				 lock->label, was->role);
	}
}

static gboolean names_face(const struct lock *lock, const char *role)
{
	for (guint i = 0; i < lock->faces->len; i++)
		if (strcmp(((const struct lock_face *)lock->faces->pdata[i])->role, role) == 0)
			return TRUE;
	return FALSE;
}

static gboolean names_photo(const struct lock *lock, const struct page_photo *photo)
{
	for (guint i = 0; i < lock->photos->len; i++) {
		const struct lock_photo *named = lock->photos->pdata[i];
		if (strcmp(named->file, photo->file) == 0 && g_strcmp0(named->story, photo->story) == 0)
			return TRUE;
	}
	return FALSE;
}

static gboolean names_story(const struct lock *lock, const char *id)
{
	for (guint i = 0; i < lock->stories->len; i++)
		if (strcmp(((const struct lock_story *)lock->stories->pdata[i])->id, id) == 0)
			return TRUE;
	return FALSE;
}

/* Whatever stands on the page, its head must have named. */
static void check_items(const struct lock *lock, struct diag *diag)
{
	for (guint i = 0; i < lock->page->items->len; i++) {
		const struct page_item *item = lock->page->items->pdata[i];
		gboolean known = TRUE;
		if (item->kind == ITEM_GLYPHS)
			known = names_face(lock, item->glyphs.font);
		else if (item->kind == ITEM_PHOTO)
			known = names_photo(lock, &item->photo);
		else if (item->kind == ITEM_MARK && item->mark.role == MARK_STORY)
			known = item->mark.story != NULL ? names_story(lock, item->mark.story) : TRUE;
		if (known)
			continue;
		diag_add(diag, DIAG_LOCK_BROKEN, place_of(lock),
			 "page %s holds something that its head does not name: unlock it and lock it again",
			 lock->label);
		return;
	}
}

static void check_grid(const struct lock *lock, const struct stone *stone)
{
	const struct design *design = stone->design;

	if (lock->page->width != design->page_width || lock->page->height != design->page_height ||
	    lock->decision->rows != design->rows)
		diag_add(stone->diag, DIAG_LOCK_BROKEN, place_of(lock),
			 "page %s is locked in another size or grid than the layout has now: unlock it and "
			 "lock it again",
			 lock->label);
}

void locks_check(const struct locks *locks, const struct stone *stone)
{
	for (guint i = 0; i < locks->all->len; i++) {
		const struct lock *lock = locks->all->pdata[i];
		for (guint s = 0; s < lock->stories->len; s++) {
			check_story(lock, lock->stories->pdata[s], stone);
			check_pages(locks, lock, lock->stories->pdata[s], stone->diag);
		}
		for (guint p = 0; p < lock->photos->len; p++)
			check_photo(lock, lock->photos->pdata[p], stone);
		check_faces(lock, stone);
		check_items(lock, stone->diag);
		check_grid(lock, stone);
	}
}

/* ---- once all pages are made ---- */

/* Pages from 1 to `reached` are there; a locked page behind them leaves a hole before it. */
static void check_end(const struct lock *lock, int reached, int pages, struct diag *diag)
{
	if (lock->decision->number > reached)
		diag_add(diag, DIAG_LOCK_BROKEN, place_of(lock),
			 "page %s is locked, and the rest of the copy fills %d pages only: unlock it or add "
			 "copy",
			 lock->label, reached);
	else if (lock->last && lock->decision->number < pages)
		diag_add(diag, DIAG_LOCK_BROKEN, place_of(lock),
			 "page %s was locked as the last one, and the paper has %d pages now: unlock it",
			 lock->label, pages);
}

void locks_check_pages(const struct locks *locks, const GPtrArray *pages, struct diag *diag)
{
	int reached = 0;

	while (reached < (int)pages->len &&
	       ((const struct made_page *)pages->pdata[reached])->sheet->number == reached + 1)
		reached++;
	for (guint i = 0; i < locks->all->len; i++) {
		const struct lock *lock = locks->all->pdata[i];
		check_end(lock, reached, (int)pages->len, diag);
	}
}

void locks_check_references(const struct locks *locks, const struct stone *stone, GHashTable *page_of)
{
	for (guint i = 0; i < locks->all->len; i++) {
		const struct lock *lock = locks->all->pdata[i];
		for (guint r = 0; r < lock->references->len; r++) {
			const struct lock_reference *reference = lock->references->pdata[r];
			const char *page = g_hash_table_lookup(page_of, reference->story);
			if (g_strcmp0(page, reference->page) == 0)
				continue;
			diag_add(stone->diag, DIAG_LOCK_PAGE_WRONG, place_of(lock),
				 "the locked page %s says that '%s' is on page %s, and it is %s%s: plan it "
				 "there, or "
				 "unlock page %s",
				 lock->label, reference->story, reference->page,
				 page != NULL ? "on page " : "not in the paper", page != NULL ? page : "",
				 lock->label);
		}
	}
}
