#include "command/shelf.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

struct shelf {
	char *folder;
	GHashTable *written;	  /* name → checksum of what this has put there */
	GHashTable *now, *before; /* names of this proof and of the one before it */
};

static GHashTable *names_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

struct shelf *shelf_open(const char *folder, GError **error)
{
	struct shelf *shelf;

	if (g_mkdir_with_parents(folder, 0755) != 0) {
		int fault = errno;
		g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(fault),
			    "cannot make the folder %s: %s", folder, g_strerror(fault));
		return NULL;
	}
	shelf = g_new0(struct shelf, 1);
	shelf->folder = g_strdup(folder);
	shelf->written = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	shelf->now = names_new();
	shelf->before = names_new();
	return shelf;
}

void shelf_close(struct shelf *shelf)
{
	g_hash_table_unref(shelf->written);
	g_hash_table_unref(shelf->now);
	g_hash_table_unref(shelf->before);
	g_free(shelf->folder);
	g_free(shelf);
}

const char *shelf_folder(const struct shelf *shelf)
{
	return shelf->folder;
}

/* By a rename, so that nobody reads half of it; a proof is not waited for until the disk has it. */
static gboolean replace_file(const char *path, GBytes *bytes, GError **error)
{
	g_autofree char *fresh = g_strconcat(path, ".new", NULL);
	gsize length;
	const char *data = g_bytes_get_data(bytes, &length);
	int fault;

	if (!g_file_set_contents_full(fresh, data, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0644, error))
		return FALSE;
	if (g_rename(fresh, path) == 0)
		return TRUE;
	fault = errno;
	g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(fault), "cannot write %s: %s", path,
		    g_strerror(fault));
	g_remove(fresh);
	return FALSE;
}

gboolean shelf_put(struct shelf *shelf, const char *name, GBytes *bytes, GError **error)
{
	g_autofree char *path = g_build_filename(shelf->folder, name, NULL);
	g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);

	shelf_keep(shelf, name);
	if (g_strcmp0(g_hash_table_lookup(shelf->written, name), sum) == 0 && shelf_has(shelf, name))
		return TRUE;
	if (!replace_file(path, bytes, error))
		return FALSE;
	g_hash_table_insert(shelf->written, g_strdup(name), g_steal_pointer(&sum));
	return TRUE;
}

gboolean shelf_has(const struct shelf *shelf, const char *name)
{
	g_autofree char *path = g_build_filename(shelf->folder, name, NULL);

	return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

gboolean shelf_put_once(struct shelf *shelf, const char *name, GBytes *bytes, GError **error)
{
	if (!shelf_has(shelf, name))
		return shelf_put(shelf, name, bytes, error);
	shelf_keep(shelf, name);
	return TRUE;
}

void shelf_keep(struct shelf *shelf, const char *name)
{
	g_hash_table_add(shelf->now, g_strdup(name));
}

static gboolean is_picture(const char *name)
{
	return g_str_has_suffix(name, ".jpg") &&
	       (g_str_has_prefix(name, "page-") || g_str_has_prefix(name, "thumb-") ||
		g_str_has_prefix(name, "photo-"));
}

void shelf_clear_strays(struct shelf *shelf)
{
	g_autoptr(GDir) folder = g_dir_open(shelf->folder, 0, NULL);
	const char *name;

	while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
		g_autofree char *path = g_build_filename(shelf->folder, name, NULL);
		if (is_picture(name) && !g_hash_table_contains(shelf->now, name) &&
		    !g_hash_table_contains(shelf->before, name))
			g_remove(path);
	}
	g_hash_table_unref(shelf->before);
	shelf->before = g_steal_pointer(&shelf->now);
	shelf->now = names_new();
}
