/* Runs a fuzz target over the files of a corpus: an ordinary test, no fuzzer needed. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "fuzz.h"

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int replay_folder(const char *path)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	GDir *folder = g_dir_open(path, 0, NULL);
	const char *name;

	while (folder != NULL && (name = g_dir_read_name(folder)) != NULL)
		g_ptr_array_add(names, g_build_filename(path, name, NULL));
	if (folder != NULL)
		g_dir_close(folder);
	g_ptr_array_sort(names, by_name);
	for (guint i = 0; i < names->len; i++) {
		g_autofree char *bytes = NULL;
		gsize size = 0;
		printf("%s\n", (const char *)g_ptr_array_index(names, i));
		fflush(stdout);
		g_assert_true(g_file_get_contents(g_ptr_array_index(names, i), &bytes, &size, NULL));
		LLVMFuzzerTestOneInput((const uint8_t *)bytes, size);
		/* and cut short at every quarter */
		for (gsize quarter = 0; quarter < 4; quarter++)
			LLVMFuzzerTestOneInput((const uint8_t *)bytes, size * quarter / 4);
	}
	return (int)names->len;
}

int main(int argc, char **argv)
{
	int count = 0;

	for (int i = 1; i < argc; i++)
		count += replay_folder(argv[i]);
	printf("%d files\n", count);
	return count > 0 ? 0 : 1;
}
