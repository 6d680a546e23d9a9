#include "edition/story_list.h"

#include <string.h>

#include "base/nfc.h"
#include "edition/copy_text.h"
#include "edition/sections.h"

struct listing {
	struct loading *loading;
	GArray *stories;   /* struct listed_story */
	GHashTable *files; /* those listed already */
	int section;
	const char *subsection;
	struct place place; /* of the item being read */
};

static void listed_clear(gpointer data)
{
	struct listed_story *story = data;
	g_free(story->file);
	g_free(story->subsection);
}

static void list_add(struct listing *listing, const char *file)
{
	struct listed_story story = {.file = g_strdup(file),
				     .section = listing->section,
				     .subsection = g_strdup(listing->subsection),
				     .order = (int)listing->stories->len,
				     .place = listing->place};

	g_hash_table_add(listing->files, g_strdup(file));
	g_array_append_val(listing->stories, story);
}

/* Names go into messages, ids and the report: all of those are UTF-8. */
static gboolean name_is_fit(struct listing *listing, const char *file)
{
	g_autofree char *fit = NULL;

	if (g_utf8_validate(file, -1, NULL))
		return TRUE;
	fit = g_utf8_make_valid(file, -1);
	diag_add(listing->loading->diag, DIAG_STORY_UNREADABLE, place_in(fit, 0, 0),
		 "the file's name is not UTF-8: rename the file");
	return FALSE;
}

static void tell_folder(const struct listing *listing, const GError *error)
{
	static const enum diag_code codes[] = {[INTAKE_MISSING] = DIAG_STORY_MISSING,
					       [INTAKE_ESCAPES] = DIAG_PATH_ESCAPES,
					       [INTAKE_UNFIT] = DIAG_FILE_UNFIT,
					       [INTAKE_UNREADABLE] = DIAG_FILE_UNREADABLE};

	diag_add(listing->loading->diag, codes[intake_fault_of(error)], listing->place,
		 "the folder %s: keep stories in folders of the edition", error->message);
}

static gboolean list_folder(struct listing *listing, const char *folder, gboolean again_is_told)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = folder_list(listing->loading->edition->folder, folder, ".md", &error);

	if (files == NULL) {
		tell_folder(listing, error);
		return FALSE;
	}
	for (guint i = 0; i < files->len; i++) {
		const char *name = g_ptr_array_index(files, i);
		g_autofree char *file = NULL;
		if (!name_is_fit(listing, name))
			continue;
		file = nfc_compose(name);
		if (!g_hash_table_contains(listing->files, file))
			list_add(listing, file);
		else if (again_is_told)
			diag_add(listing->loading->diag, DIAG_STORY_DUPLICATE, listing->place,
				 "'%s' is listed a second time: take one of the two away", file);
	}
	return TRUE;
}

static gboolean path_is_folder(const struct listing *listing, const char *path)
{
	g_autoptr(GPtrArray) files = folder_list(listing->loading->edition->folder, path, ".md", NULL);

	return files != NULL;
}

/* A story is listed with or without its .md. */
static void list_file(struct listing *listing, const char *file)
{
	const struct folder *folder = listing->loading->edition->folder;
	g_autofree char *whole =
		g_str_has_suffix(file, ".md") ? g_strdup(file) : g_strconcat(file, ".md", NULL);

	if (!folder_has(folder, whole) && path_is_folder(listing, file)) {
		list_folder(listing, file, TRUE);
		return;
	}
	if (g_hash_table_contains(listing->files, whole)) {
		diag_add(listing->loading->diag, DIAG_STORY_DUPLICATE, listing->place,
			 "'%s' is listed a second time: take one of the two away", whole);
		return;
	}
	list_add(listing, whole);
}

static void item_read(struct listing *listing, const struct yaml_node *item)
{
	g_autofree char *path = NULL;

	listing->place = item->place;
	if (item->kind != YAML_SCALAR || item->null) {
		diag_add(listing->loading->diag, DIAG_VALUE_WRONG, item->place,
			 "stories: write a file or a folder here, such as politics/");
		return;
	}
	path = folder_resolve("", item->text);
	if (path == NULL && strcmp(item->text, "./") != 0 && strcmp(item->text, ".") != 0)
		diag_add(listing->loading->diag, DIAG_PATH_ESCAPES, item->place,
			 "'%s' leads out of the edition folder: name a file or folder inside it", item->text);
	else if (path == NULL || g_str_has_suffix(item->text, "/"))
		list_folder(listing, path == NULL ? "" : path, TRUE);
	else
		list_file(listing, path);
}

static void items_read(struct listing *listing, const struct yaml_node *items)
{
	if (items->kind == YAML_SCALAR && !items->null)
		item_read(listing, items);
	else if (items->kind == YAML_MAP)
		diag_add(listing->loading->diag, DIAG_VALUE_WRONG, items->place,
			 "stories: write a list of files or folders, such as [politics/]");
	for (guint i = 0; items->kind == YAML_LIST && i < items->nodes->len; i++)
		item_read(listing, g_ptr_array_index(items->nodes, i));
}

static void lists_read(struct listing *listing, const struct yaml_node *lists)
{
	for (guint i = 0; i < lists->nodes->len; i++) {
		const struct yaml_node *items = g_ptr_array_index(lists->nodes, i);
		g_autofree char *name = copy_text_line(items->key, items->key_place, listing->loading->diag);
		const char *subsection = NULL;

		listing->section =
			sections_find_or_add(listing->loading, name, items->key_place, &subsection);
		listing->subsection = subsection;
		items_read(listing, items);
	}
}

/* What lies in the folder and in no list may have been forgotten. */
static void tell_unlisted(const struct listing *listing)
{
	g_autoptr(GPtrArray) files = folder_list(listing->loading->edition->folder, "", ".md", NULL);

	for (guint i = 0; files != NULL && i < files->len; i++) {
		g_autofree char *valid = g_utf8_make_valid(g_ptr_array_index(files, i), -1);
		g_autofree char *file = nfc_compose(valid);
		if (!g_hash_table_contains(listing->files, file))
			diag_add(listing->loading->diag, DIAG_STORY_UNLISTED, place_in(file, 0, 0),
				 "no list of 'stories:' names this file: it stays out of the paper");
	}
}

GArray *story_list_make(struct loading *loading)
{
	const struct yaml_node *lists = house_file_value(&loading->house, "stories");
	struct listing listing = {.loading = loading, .section = -1, .place = place_in("edition.yaml", 0, 0)};
	gboolean walked = TRUE;

	listing.stories = g_array_new(FALSE, TRUE, sizeof(struct listed_story));
	g_array_set_clear_func(listing.stories, listed_clear);
	listing.files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (lists == NULL)
		walked = list_folder(&listing, "", FALSE);
	else if (lists->kind == YAML_MAP)
		lists_read(&listing, lists);
	else
		items_read(&listing, lists);
	listing.section = -1;
	for (guint i = 0; i < loading->edition->supplements->len; i++)
		list_folder(&listing,
			    ((const struct supplement *)loading->edition->supplements->pdata[i])->folder,
			    FALSE);
	if (lists != NULL)
		tell_unlisted(&listing);
	g_hash_table_unref(listing.files);
	if (!walked)
		g_clear_pointer(&listing.stories, g_array_unref);
	return listing.stories;
}
