#include <string.h>

#include "edition/loading.h"

/* The folder that holds the file, and its path from there. */
static const struct folder *folder_of(const struct edition *edition, const char **file)
{
	gsize prefix = edition->house_prefix == NULL ? 0 : strlen(edition->house_prefix);

	if (prefix == 0 || !g_str_has_prefix(*file, edition->house_prefix))
		return edition->folder;
	*file += prefix;
	return edition->house_folder;
}

GBytes *intake_open(const struct loading *loading, const char *file, gsize limit, GError **error)
{
	const struct folder *folder = folder_of(loading->edition, &file);

	return folder_read(folder, file, limit, error);
}

char *intake_stamp(const struct loading *loading, const char *file)
{
	const struct folder *folder = folder_of(loading->edition, &file);

	return folder_stamp(folder, file);
}

void intake_count(struct loading *loading, const char *file, const char *sha256)
{
	if (!g_hash_table_contains(loading->intake, file))
		g_hash_table_insert(loading->intake, g_strdup(file), g_strdup(sha256));
}

GBytes *intake_read(struct loading *loading, const char *file, gsize limit, GError **error)
{
	GBytes *bytes = intake_open(loading, file, limit, error);
	g_autofree char *sum = bytes == NULL ? NULL : g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);

	if (bytes != NULL)
		intake_count(loading, file, sum);
	return bytes;
}

static gint file_order(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void intake_seal(struct loading *loading)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GPtrArray) files = g_ptr_array_new();
	GHashTableIter iter;
	gpointer file;

	g_hash_table_iter_init(&iter, loading->intake);
	while (g_hash_table_iter_next(&iter, &file, NULL))
		g_ptr_array_add(files, file);
	g_ptr_array_sort(files, file_order);
	for (guint i = 0; i < files->len; i++) {
		g_autofree char *line = g_strdup_printf(
			"%s  %s\n", (char *)g_hash_table_lookup(loading->intake, files->pdata[i]),
			(char *)files->pdata[i]);
		g_checksum_update(sum, (const guchar *)line, -1);
	}
	g_strlcpy(loading->edition->input_sha256, g_checksum_get_string(sum),
		  sizeof loading->edition->input_sha256);
}

enum intake_fault intake_fault_of(const GError *error)
{
	if (g_error_matches(error, FOLDER_ERROR, FOLDER_ERROR_MISSING))
		return INTAKE_MISSING;
	if (g_error_matches(error, FOLDER_ERROR, FOLDER_ERROR_ESCAPES))
		return INTAKE_ESCAPES;
	if (g_error_matches(error, FOLDER_ERROR, FOLDER_ERROR_TOO_LARGE) ||
	    g_error_matches(error, FOLDER_ERROR, FOLDER_ERROR_IRREGULAR))
		return INTAKE_UNFIT;
	return INTAKE_UNREADABLE;
}
