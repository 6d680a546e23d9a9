#include "command/prints.h"

#include <string.h>

/* Where the copy names a file: a picture of a story or an ad. */
struct original {
	struct picture *picture;
	struct ad *ad;
};

static struct original original_of(const struct edition *edition, const char *file, const char *story_id)
{
	for (guint i = 0; story_id != NULL && i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		for (guint j = 0; strcmp(story->id, story_id) == 0 && j < story->pictures->len; j++) {
			struct picture *picture = g_ptr_array_index(story->pictures, j);
			if (picture->usable && strcmp(picture->file, file) == 0)
				return (struct original){picture, NULL};
		}
	}
	for (guint i = 0; i < edition->ads->len; i++) {
		struct ad *ad = g_ptr_array_index(edition->ads, i);
		if (ad->usable && strcmp(ad->file, file) == 0)
			return (struct original){NULL, ad};
	}
	return (struct original){NULL, NULL};
}

/* ---- what the pages ask for ---- */

/* One rendering, asked for by one or more places. */
struct request {
	char *key;
	const struct page_photo *photo;
	struct original original;
};

static void request_clear(gpointer data)
{
	struct request *request = data;
	g_free(request->key);
}

static GArray *collect_requests(const struct paper *paper, const struct edition *edition)
{
	GArray *requests = g_array_new(FALSE, TRUE, sizeof(struct request));
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	g_array_set_clear_func(requests, request_clear);
	for (guint i = 0; i < paper->pages->len; i++) {
		const struct page *page = g_ptr_array_index(paper->pages, i);
		for (guint j = 0; j < page->items->len; j++) {
			const struct page_item *item = g_ptr_array_index(page->items, j);
			struct request request = {NULL, &item->photo, {NULL, NULL}};
			if (item->kind != ITEM_PHOTO)
				continue;
			request.key = page_photo_key(&item->photo);
			request.original = original_of(edition, item->photo.file, item->photo.story);
			if (g_hash_table_contains(seen, request.key)) {
				g_free(request.key);
				continue;
			}
			g_hash_table_add(seen, request.key);
			g_array_append_val(requests, request);
		}
	}
	return requests;
}

static GBytes *load_file(gconstpointer source, gpointer data, GError **error)
{
	const struct edition *edition = data;

	return edition_read(edition, source, error);
}

static GArray *tasks_of(const GArray *requests)
{
	GArray *tasks = g_array_new(FALSE, TRUE, sizeof(struct photo_task));

	for (guint i = 0; i < requests->len; i++) {
		const struct request *request = &g_array_index(requests, struct request, i);
		const struct page_photo *photo = request->photo;
		struct photo_task task = {.order = {photo->part, photo->width_px, photo->height_px},
					  .source = photo->file};
		g_assert(request->original.picture != NULL || request->original.ad != NULL);
		task.facts = request->original.picture != NULL ? &request->original.picture->facts
							       : &request->original.ad->facts;
		g_array_append_val(tasks, task);
	}
	return tasks;
}

/* ---- what comes of it ---- */

void prints_strike(struct picture *picture, const GError *fault, struct diag *diag)
{
	picture->usable = FALSE;
	diag_add(diag, picture->must ? DIAG_MUST_AT_STAKE : DIAG_PHOTO_UNUSABLE, picture->place,
		 "photograph %s cannot be used: %s; the story is set without it", picture->file,
		 fault->message);
}

static void strike(struct original original, const GError *fault, struct diag *diag)
{
	if (original.picture != NULL && original.picture->usable) {
		prints_strike(original.picture, fault, diag);
	} else if (original.ad != NULL && original.ad->usable) {
		original.ad->usable = FALSE;
		diag_add(diag, DIAG_AD_UNUSABLE, original.ad->place,
			 "ad %s cannot be used: %s; its room goes to a house ad", original.ad->file,
			 fault->message);
	}
}

static void print_free(gpointer print)
{
	photo_print_free(print);
}

struct prints *prints_make(const struct paper *paper, struct edition *edition, int jobs,
			   struct photo_cache *cache, struct diag *diag)
{
	struct prints *prints = g_new0(struct prints, 1);
	g_autoptr(GArray) requests = collect_requests(paper, edition);
	g_autoptr(GArray) tasks = tasks_of(requests);
	struct photo_workroom workroom = {load_file, edition, jobs, cache};
	guint before = diag->messages->len;

	prints->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, print_free);
	photo_render_all((struct photo_task *)(void *)tasks->data, (int)tasks->len, &workroom);
	for (guint i = 0; i < tasks->len; i++) {
		struct photo_task *task = &g_array_index(tasks, struct photo_task, i);
		struct request *request = &g_array_index(requests, struct request, i);
		if (task->print != NULL) {
			g_hash_table_insert(prints->by_key, g_steal_pointer(&request->key), task->print);
		} else {
			strike(request->original, task->error, diag);
			prints->failed++;
		}
		g_clear_error(&task->error);
	}
	prints->told = diag->messages->len - before;
	return prints;
}

void prints_free(struct prints *prints)
{
	if (prints == NULL)
		return;
	g_hash_table_unref(prints->by_key);
	g_free(prints);
}

void prints_into(const struct prints *prints, struct decisions *decisions)
{
	for (guint i = 0; i < decisions->photos->len; i++) {
		struct photo_decision *photo = g_ptr_array_index(decisions->photos, i);
		struct page_photo asked = {.file = photo->file,
					   .part = photo->part,
					   .width_px = photo->width_px,
					   .height_px = photo->height_px,
					   .story = photo->story};
		g_autofree char *key = page_photo_key(&asked);
		const struct photo_print *print = g_hash_table_lookup(prints->by_key, key);
		if (print == NULL)
			continue;
		photo->bytes = g_bytes_get_size(print->bytes);
		photo->as_is = print->as_is;
	}
}
