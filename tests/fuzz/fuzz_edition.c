/* Any bytes as edition.yaml over two stories: an edition, or a reason why not. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "edition/edition.h"
#include "fuzz.h"

static void put(const char *folder, const char *name, const char *bytes, gssize length)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	g_assert_true(g_file_set_contents_full(path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static char *folder_made(void)
{
	char *folder = g_dir_make_tmp("anban-fuzz-XXXXXX", NULL);
	g_autofree char *news = g_build_filename(folder, "news", NULL);

	g_assert_cmpint(g_mkdir(news, 0700), ==, 0);
	put(folder, "news/one.md", "---\nheadline: One\n---\nWords of one.\n", -1);
	put(folder, "news/two.md", "---\nheadline: Two\nembargo: 2026-11-22T09:00:00Z\n---\nWords of two.\n",
	    -1);
	return folder;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char *folder;
	struct diag *diag = diag_new();
	struct edition *edition;

	if (folder == NULL)
		folder = folder_made();
	put(folder, "edition.yaml", (const char *)data, (gssize)size);
	edition = edition_load(folder, diag);
	g_assert(edition != NULL || diag_exit_code(diag, FALSE) >= 64);
	if (edition != NULL) {
		g_autoptr(GString) text = g_string_new(NULL);
		edition_write_text(edition, text);
		g_assert_true(g_utf8_validate_len(text->str, text->len, NULL));
	}
	edition_free(edition);
	diag_free(diag);
	return 0;
}
