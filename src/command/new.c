/* new.c - a folder to start from: a copy of the first edition, whose stories explain themselves */
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "command/commands.h"
#include "command/data_folder.h"
#include "command/wire.h"

#define DATE_MARK "@date@" /* in its edition.yaml: the day the paper is made for */

/* The folder's own name when it is a date; else today. */
static char *date_for(const char *folder)
{
	g_autofree char *name = g_path_get_basename(folder);
	g_autoptr(GDateTime) now = NULL;
	int year = 0, month = 0, day = 0, length = 0;

	if (sscanf(name, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 && name[length] == '\0' &&
	    length == 10 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
		return g_strdup(name);
	now = g_date_time_new_now_local();
	return g_date_time_format(now, "%Y-%m-%d");
}

static void set_date(GString *yaml, const char *date)
{
	char *mark = g_strstr_len(yaml->str, (gssize)yaml->len, DATE_MARK);

	if (mark == NULL)
		return;
	gssize at = mark - yaml->str;
	g_string_erase(yaml, at, strlen(DATE_MARK));
	g_string_insert(yaml, at, date);
}

/* "x": a file that is there is never written over, not even in a race. */
static gboolean write_new(const char *path, const GString *file)
{
	FILE *copy = fopen(path, "wxe");
	gboolean well;

	if (copy == NULL)
		return FALSE;
	well = fwrite(file->str, 1, file->len, copy) == file->len;
	return fclose(copy) == 0 && well;
}

struct leaf {
	char *name;
	GString *text;
};

static void leaf_free(gpointer data)
{
	struct leaf *leaf = data;

	g_free(leaf->name);
	g_string_free(leaf->text, TRUE);
	g_free(leaf);
}

static struct leaf *leaf_read(const char *from, const char *name)
{
	g_autofree char *path = g_build_filename(from, name, NULL), *bytes = NULL;
	g_autoptr(GError) error = NULL;
	gsize length = 0;

	if (!g_file_get_contents(path, &bytes, &length, &error)) {
		fprintf(stderr, "anban: the first edition cannot be read, nothing is written: %s\n",
			error->message);
		return NULL;
	}
	struct leaf *leaf = g_new(struct leaf, 1);

	*leaf = (struct leaf){g_strdup(name), g_string_new_len(bytes, (gssize)length)};
	return leaf;
}

/* All of them before a folder is made, so that none is left half full; NULL when one cannot be read. */
static GPtrArray *leaves_read(GDir *files, const char *from)
{
	g_autoptr(GPtrArray) leaves = g_ptr_array_new_with_free_func(leaf_free);
	const char *name;

	while ((name = g_dir_read_name(files)) != NULL) {
		struct leaf *leaf = leaf_read(from, name);

		if (leaf == NULL)
			return NULL;
		g_ptr_array_add(leaves, leaf);
	}
	return g_steal_pointer(&leaves);
}

static gboolean leaves_write(const GPtrArray *leaves, const char *folder)
{
	g_autofree char *date = date_for(folder);

	if (g_mkdir_with_parents(folder, 0777) != 0)
		return FALSE;
	for (guint i = 0; i < leaves->len; i++) {
		const struct leaf *leaf = g_ptr_array_index(leaves, i);
		g_autofree char *path = g_build_filename(folder, leaf->name, NULL);

		if (strcmp(leaf->name, "edition.yaml") == 0)
			set_date(leaf->text, date);
		if (!write_new(path, leaf->text))
			return FALSE;
	}
	return TRUE;
}

static gboolean folder_is_empty(const char *folder)
{
	GDir *entries = g_dir_open(folder, 0, NULL);
	gboolean empty = entries == NULL || g_dir_read_name(entries) == NULL;

	if (entries != NULL)
		g_dir_close(entries);
	return empty;
}

static int fail(const char *folder)
{
	int fault = errno;

	fprintf(stderr, "anban: cannot write the folder %s: %s\n", folder, g_strerror(fault));
	return fault == ENOSPC || fault == EDQUOT || fault == EIO ? EXIT_IO : EXIT_CREATE;
}

static int miss(const char *from)
{
	fprintf(stderr,
		"anban: there is no first edition to copy in %s: name the folder of layouts with --layouts\n",
		from);
	return EXIT_NO_INPUT;
}

int new_run(const struct options *options)
{
	const char *folder = options->operands[0];
	struct wire wire = wire_open(options);
	g_autofree char *layouts = data_folder_layouts(options),
			*from = g_build_filename(layouts, "tabloid", "first-edition", NULL);
	g_autoptr(GDir) files = g_dir_open(from, 0, NULL);
	g_autofree char *said = g_strdup_printf(
		"%s is ready: look at its stories, then run 'anban build %s'\n", folder, folder);

	if (!folder_is_empty(folder)) {
		fprintf(stderr, "anban: %s is not empty; name a new folder, nothing is ever written over\n",
			folder);
		return EXIT_CREATE;
	}
	if (files == NULL)
		return miss(from);
	g_autoptr(GPtrArray) leaves = leaves_read(files, from);

	if (leaves == NULL)
		return EXIT_NO_INPUT;
	if (!leaves_write(leaves, folder))
		return fail(folder);
	if (!options->quiet)
		wire_result(&wire, said);
	wire_end(&wire, EXIT_DONE, NULL);
	return EXIT_DONE;
}
