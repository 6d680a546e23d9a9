#include "makeup/lock.h"

#include <string.h>

const struct lock *locks_page(const struct locks *locks, const char *label)
{
	for (guint i = 0; locks != NULL && i < locks->all->len; i++) {
		const struct lock *lock = locks->all->pdata[i];
		if (strcmp(lock->label, label) == 0)
			return lock;
	}
	return NULL;
}

gboolean locks_hold_story(const struct locks *locks, const char *id)
{
	for (guint i = 0; locks != NULL && i < locks->all->len; i++) {
		const struct lock *lock = locks->all->pdata[i];
		for (guint s = 0; s < lock->stories->len; s++)
			if (strcmp(((const struct lock_story *)lock->stories->pdata[s])->id, id) == 0)
				return TRUE;
	}
	return FALSE;
}

gboolean locks_end_paper(const struct locks *locks, int number)
{
	for (guint i = 0; locks != NULL && i < locks->all->len; i++) {
		const struct lock *lock = locks->all->pdata[i];
		if (lock->decision != NULL && lock->decision->number > number)
			return TRUE;
	}
	return FALSE;
}

gboolean locks_begin_section(const struct locks *locks, const char *section)
{
	for (guint i = 0; locks != NULL && i < locks->all->len; i++) {
		const struct lock *lock = locks->all->pdata[i];
		for (guint s = 0; s < lock->strips->len; s++)
			if (strcmp(lock->strips->pdata[s], section) == 0)
				return TRUE;
	}
	return FALSE;
}

/* ---- pages ---- */

static gboolean stands_on(const struct lock *lock, const struct ad *ad)
{
	for (guint i = 0; i < lock->photos->len; i++) {
		const struct lock_photo *photo = lock->photos->pdata[i];
		if (photo->story == NULL && strcmp(photo->file, ad->file) == 0)
			return TRUE;
	}
	return FALSE;
}

static void add_ads(const struct lock *lock, const struct stone *stone, struct sheet *sheet)
{
	g_array_set_size(sheet->ads, 0);
	for (guint i = 0; i < stone->edition->ads->len && i < 64; i++) {
		struct sheet_ad placed = {.ad = stone->edition->ads->pdata[i], .index = (int)i};
		if (!placed.ad->filler && stands_on(lock, placed.ad))
			g_array_append_val(sheet->ads, placed);
	}
}

void locks_add_pages(const struct locks *locks, const struct stone *stone, GPtrArray *pages)
{
	for (guint i = 0; locks != NULL && i < locks->all->len; i++) {
		struct lock *lock = locks->all->pdata[i];
		struct sheet *sheet = sheet_new(stone, lock->decision->number, lock->decision->columns, NULL,
						FALSE, ~G_GUINT64_CONSTANT(0));
		struct made_page *made = made_page_new(sheet);
		add_ads(lock, stone, sheet);
		made->lock = lock;
		g_ptr_array_add(pages, made);
	}
}
