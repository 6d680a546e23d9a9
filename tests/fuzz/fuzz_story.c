/* Any bytes as a story of an edition: read, or rejected by name. */
#include <glib/gstdio.h>
#include <unistd.h>

#include "edition/edition.h"
#include "fuzz.h"

static char *edition_folder(void)
{
	static char *path;
	static const char paper[] = "name: Fuzz\ndate: 2026-11-22\nlayout: tabloid\nsections: [{name: News}]\n";
	g_autofree char *file = NULL;

	if (path == NULL) {
		path = g_dir_make_tmp("anban-fuzz-XXXXXX", NULL);
		file = g_build_filename(path, "edition.yaml", NULL);
		g_assert_true(g_file_set_contents(file, paper, -1, NULL));
	}
	return path;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *file = g_build_filename(edition_folder(), "story.md", NULL);
	struct diag *diag = diag_new();
	struct edition *edition;

	g_assert_true(g_file_set_contents(file, (const char *)data, (gssize)size, NULL));
	edition = edition_load(edition_folder(), diag);
	g_assert(edition != NULL || diag_exit_code(diag, FALSE) != 0);
	edition_free(edition);
	diag_free(diag);
	return 0;
}
