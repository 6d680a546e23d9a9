#include "desk/watch.h"

#include <gio/gio.h>
#include <string.h>

enum { QUIET_MS = 40, COMPLETE_MS = 10, FOLDERS_MAX = 4096, DEPTH_MAX = 16 };

struct watched {
	char *path;
	gboolean deep;
};

struct watch {
	void (*changed)(gpointer data);
	gpointer data;
	GPtrArray *roots;     /* struct watched */
	GHashTable *monitors; /* path → GFileMonitor */
	char *skipped;	      /* absolute; or NULL */
	guint quiet;
};

gboolean watch_name_counts(const char *name)
{
	static const char *const tails[] = {"~", ".swp", ".swx", ".tmp", ".part", ".bak", ".orig", NULL};

	if (*name == '.' || *name == '#' || strcmp(name, "4913") == 0) /* vim asks whether it may write */
		return FALSE;
	for (const char *const *tail = tails; *tail != NULL; tail++)
		if (g_str_has_suffix(name, *tail))
			return FALSE;
	return TRUE;
}

static void monitor_free(gpointer data)
{
	g_file_monitor_cancel(data);
	g_object_unref(data);
}

static void walk(struct watch *watch, const char *path, gboolean deep, int depth);

static gboolean is_quiet(gpointer data)
{
	struct watch *watch = data;

	watch->quiet = 0;
	watch->changed(watch->data);
	for (guint i = 0; i < watch->roots->len; i++) {
		const struct watched *root = g_ptr_array_index(watch->roots, i);
		walk(watch, root->path, root->deep, 0);
	}
	return G_SOURCE_REMOVE;
}

static gboolean counts(GFile *file)
{
	g_autofree char *name = file != NULL ? g_file_get_basename(file) : NULL;

	return name != NULL && watch_name_counts(name);
}

/* A file that was closed, or put in its place as a whole: only what follows at once still belongs to it. */
static gboolean is_complete(GFile *other, GFileMonitorEvent event)
{
	return event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_MOVED_IN ||
	       (event == G_FILE_MONITOR_EVENT_RENAMED && counts(other));
}

static void seen(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
	struct watch *watch = data;

	if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED || (!counts(file) && !counts(other)))
		return;
	if (watch->quiet != 0)
		g_source_remove(watch->quiet);
	watch->quiet = g_timeout_add(is_complete(other, event) ? COMPLETE_MS : QUIET_MS, is_quiet, watch);
}

/* Beside an edition lie other editions, logs, whatever: only the house file counts there. */
static void seen_beside(GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event,
			gpointer data)
{
	g_autofree char *name = g_file_get_basename(file);
	g_autofree char *moved = other != NULL ? g_file_get_basename(other) : NULL;

	if (g_str_has_suffix(name, ".yaml") || (moved != NULL && g_str_has_suffix(moved, ".yaml")))
		seen(monitor, file, other, event, data);
}

static void add_one(struct watch *watch, const char *path, gboolean deep)
{
	g_autoptr(GFile) folder = g_file_new_for_path(path);
	GFileMonitor *monitor;

	if (g_hash_table_contains(watch->monitors, path) || g_hash_table_size(watch->monitors) >= FOLDERS_MAX)
		return;
	monitor = g_file_monitor_directory(folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
	if (monitor == NULL)
		return;
	g_file_monitor_set_rate_limit(monitor, 0);
	g_signal_connect(monitor, "changed", deep ? G_CALLBACK(seen) : G_CALLBACK(seen_beside), watch);
	g_hash_table_insert(watch->monitors, g_strdup(path), monitor);
}

static gboolean is_skipped(const struct watch *watch, const char *path)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);

	return g_strcmp0(absolute, watch->skipped) == 0;
}

static void walk(struct watch *watch, const char *path, gboolean deep, int depth)
{
	g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
	const char *name;

	if (folder == NULL || is_skipped(watch, path)) {
		g_hash_table_remove(watch->monitors, path);
		return;
	}
	add_one(watch, path, deep);
	while (deep && depth < DEPTH_MAX && (name = g_dir_read_name(folder)) != NULL) {
		g_autofree char *inside = g_build_filename(path, name, NULL);
		if (*name != '.' && g_file_test(inside, G_FILE_TEST_IS_DIR) &&
		    !g_file_test(inside, G_FILE_TEST_IS_SYMLINK))
			walk(watch, inside, TRUE, depth + 1);
	}
}

static void watched_free(gpointer data)
{
	struct watched *watched = data;
	g_free(watched->path);
	g_free(watched);
}

struct watch *watch_open(void (*changed)(gpointer data), gpointer data)
{
	struct watch *watch = g_new0(struct watch, 1);

	watch->changed = changed;
	watch->data = data;
	watch->roots = g_ptr_array_new_with_free_func(watched_free);
	watch->monitors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, monitor_free);
	return watch;
}

void watch_add(struct watch *watch, const char *folder, gboolean deep)
{
	struct watched *root = g_new(struct watched, 1);

	*root = (struct watched){g_strdup(folder), deep};
	g_ptr_array_add(watch->roots, root);
	walk(watch, folder, deep, 0);
}

void watch_skip(struct watch *watch, const char *folder)
{
	g_free(watch->skipped);
	watch->skipped = g_canonicalize_filename(folder, NULL);
}

void watch_close(struct watch *watch)
{
	if (watch == NULL)
		return;
	if (watch->quiet != 0)
		g_source_remove(watch->quiet);
	g_hash_table_unref(watch->monitors);
	g_ptr_array_unref(watch->roots);
	g_free(watch->skipped);
	g_free(watch);
}
