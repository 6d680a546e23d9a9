/* Any bytes as a story of an edition: read, or rejected by name. */
#include <glib/gstdio.h>

#include "edition/loading.h"
#include "edition/parts.h"
#include "edition/pictures.h"
#include "edition/sections.h"
#include "edition/story_parse.h"
#include "fuzz.h"

/* A folder without pictures, the same for every input. */
static struct folder *empty_folder(void)
{
	g_autofree char *path = g_dir_make_tmp("anban-fuzz-XXXXXX", NULL);
	struct folder *folder = folder_open(path, NULL);

	g_assert_nonnull(folder);
	g_rmdir(path);
	return folder;
}

static struct edition *paper_new(struct folder *folder)
{
	struct edition *edition = edition_new();

	edition->folder = folder;
	edition->name = g_strdup("Fuzz");
	edition->language = "en";
	edition->release = g_strdup("2026-11-22T06:00:00+07:00");
	edition->rules.ad_mark = g_strdup("Advertisement");
	return edition;
}

static void story_read(struct loading *loading, const uint8_t *data, size_t size)
{
	g_autoptr(GBytes) bytes = g_bytes_new(data, size);
	struct story *story = story_new("news/story.md");

	story_parse_bytes(loading, story, bytes);
	g_assert(story->fate != FATE_REJECTED || loading->diag->messages->len > 0);
	g_assert(story->fate == FATE_REJECTED || story->headline.text != NULL);
	g_ptr_array_add(loading->edition->stories, story);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct folder *folder;
	struct loading loading = {.diag = diag_new()};
	g_autoptr(GString) text = g_string_new(NULL);

	if (folder == NULL)
		folder = empty_folder();
	loading.edition = paper_new(folder);
	loading.intake = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	loading.prints = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, pictures_forget);
	story_read(&loading, data, size);
	loading.edition->slug = g_strdup("fuzz");
	loading.edition->layout = g_strdup("tabloid");
	edition_write_text(loading.edition, text);
	g_assert_true(g_utf8_validate_len(text->str, text->len, NULL));
	loading.edition->folder = NULL;
	edition_free(loading.edition);
	g_hash_table_unref(loading.intake);
	g_hash_table_unref(loading.prints);
	diag_free(loading.diag);
	return 0;
}
