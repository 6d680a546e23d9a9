#include "command/data_folder.h"

#include <string.h>

static char *program_folder(void)
{
	g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);

	return program != NULL ? g_path_get_dirname(program) : g_strdup(".");
}

/* The first of the candidates (NULL-terminated, owned) that holds `sign`. */
static char *first_with(char **candidates, const char *sign)
{
	const char *last = ".";

	for (char **folder = candidates; *folder != NULL; folder++) {
		g_autofree char *path = g_build_filename(*folder, sign, NULL);
		if (g_file_test(path, G_FILE_TEST_EXISTS))
			return g_strdup(*folder);
		last = *folder;
	}
	return g_strdup(last);
}

static char *data_folder(const char *named, const char *beside, const char *name, const char *sign)
{
	g_autofree char *program = program_folder();
	g_autoptr(GStrvBuilder) candidates = g_strv_builder_new();
	g_auto(GStrv) folders = NULL;
	g_autofree char *in_build = g_build_filename(program, beside, NULL);
	g_autofree char *installed = g_build_filename(program, "..", "share", "anban", name, NULL);

	if (named != NULL)
		return g_strdup(named);
	g_strv_builder_add(candidates, in_build);
	g_strv_builder_add(candidates, installed);
	if (g_getenv("ANBAN_DATA") != NULL) {
		g_autofree char *data = g_build_filename(g_getenv("ANBAN_DATA"), name, NULL);
		g_strv_builder_add(candidates, data);
	}
	folders = g_strv_builder_end(candidates);
	return first_with(folders, sign);
}

char *data_folder_layouts(const struct options *options)
{
	return data_folder(options->layouts, "../layouts", "layouts", "tabloid");
}

char *data_folder_fonts(const struct options *options)
{
	return data_folder(options->fonts, "fonts", "fonts", "fonts.yaml");
}
