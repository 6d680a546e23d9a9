#include "publish/publish.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/safe_file.h"
#include "publish/sums.h"

/* Strangers' names in .editions/ are left alone. */
#define STAGED	  ".part"
#define LINK_MADE ".link"

struct publication {
	char *out, *slug, *path;
	char *before, *latest; /* what OUT/SLUG and OUT/latest pointed to, or NULL */
	guint64 number;	       /* of this publication: SLUG.number */
	char *name, *staged;   /* in .editions */
	int out_folder, editions, stage, lock;
	GHashTable *folders; /* inside the stage, to sync */
	struct sums *sums;
	gboolean finished;
};

G_DEFINE_QUARK(anban - publish - error, publish_error)

/* ---- what lies in .editions ---- */

/* Number of "SLUG.7" or "SLUG.7.part"; 0 for any other name. */
static guint64 edition_number(const char *slug, const char *name, gboolean *staged)
{
	g_autofree char *digits = NULL;
	guint64 number = 0;

	if (!g_str_has_prefix(name, slug) || name[strlen(slug)] != '.')
		return 0;
	digits = g_strdup(name + strlen(slug) + 1);
	*staged = g_str_has_suffix(digits, STAGED);
	if (*staged)
		digits[strlen(digits) - strlen(STAGED)] = '\0';
	return g_ascii_string_to_unsigned(digits, 10, 1, G_MAXINT64, &number, NULL) ? number : 0;
}

static GPtrArray *edition_names(int editions)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	int again = openat(editions, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *entries = again < 0 ? NULL : fdopendir(again);
	struct dirent *entry;

	while (entries != NULL && (entry = readdir(entries)) != NULL)
		g_ptr_array_add(names, g_strdup(entry->d_name));
	if (entries != NULL)
		closedir(entries);
	return names;
}

static gboolean edition_is_linked(const struct publication *publication, const char *name)
{
	g_autofree char *target = g_strconcat(".editions/", name, NULL);

	return g_strcmp0(target, publication->before) == 0 || g_strcmp0(target, publication->latest) == 0;
}

/* A build that died leaves a stage, a link not yet in place, or an edition newer than the link.
   Gives the highest number that stays. */
static guint64 sweep_strays(const struct publication *publication)
{
	g_autoptr(GPtrArray) names = edition_names(publication->editions);
	gboolean staged = FALSE;
	guint64 highest = 0, linked = 0;

	if (publication->before != NULL && g_str_has_prefix(publication->before, ".editions/"))
		linked = edition_number(publication->slug, publication->before + strlen(".editions/"),
					&staged);
	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		guint64 number = edition_number(publication->slug, name, &staged);
		if (edition_is_linked(publication, name))
			highest = MAX(highest, number);
		else if (g_str_has_suffix(name, STAGED) || g_str_has_suffix(name, LINK_MADE) ||
			 number > linked)
			safe_remove(publication->editions, name);
		else
			highest = MAX(highest, number);
	}
	return highest;
}

/* The edition before this one stays, for readers who have it open. */
static void sweep_old(const struct publication *publication)
{
	g_autoptr(GPtrArray) names = edition_names(publication->editions);

	for (guint i = 0; i < names->len; i++) {
		const char *name = g_ptr_array_index(names, i);
		gboolean staged = FALSE;
		guint64 number = edition_number(publication->slug, name, &staged);
		if (number > 0 && number != publication->number && !edition_is_linked(publication, name))
			safe_remove(publication->editions, name);
	}
}

/* ---- beginning ---- */

/* Target of a link in OUT; NULL when there is none. FALSE when the name is taken by something else. */
static gboolean link_target(int out, const char *name, char **target, GError **error)
{
	char text[4096];
	ssize_t length = readlinkat(out, name, text, sizeof(text) - 1);

	*target = length < 0 ? NULL : g_strndup(text, (gsize)length);
	if (length >= 0 || errno == ENOENT)
		return TRUE;
	g_set_error(error, PUBLISH_ERROR, PUBLISH_ERROR_CREATE,
		    "%s in the output folder is not a link made by anban; move it away or choose another "
		    "folder with -o",
		    name);
	return FALSE;
}

static gboolean take_lock(struct publication *publication, GError **error)
{
	publication->lock =
		openat(publication->editions, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
	if (publication->lock < 0)
		return safe_fail(error, "create the lock in", publication->out);
	if (flock(publication->lock, LOCK_EX | LOCK_NB) == 0)
		return TRUE;
	if (errno != EWOULDBLOCK)
		return safe_fail(error, "lock", publication->out);
	g_set_error(error, PUBLISH_ERROR, PUBLISH_ERROR_LOCKED,
		    "another build is writing to %s; wait for it and try again", publication->out);
	return FALSE;
}

static gboolean stage_open(struct publication *publication, GError **error)
{
	if (!link_target(publication->out_folder, publication->slug, &publication->before, error) ||
	    !link_target(publication->out_folder, "latest", &publication->latest, error))
		return FALSE;
	publication->number = sweep_strays(publication) + 1;
	publication->name = g_strdup_printf("%s.%" G_GUINT64_FORMAT, publication->slug, publication->number);
	publication->staged = g_strconcat(publication->name, STAGED, NULL);
	if (mkdirat(publication->editions, publication->staged, 0755) != 0)
		return safe_fail(error, "make the folder", publication->staged);
	publication->stage = safe_folder(publication->editions, publication->staged, error);
	if (publication->stage >= 0 && fchmod(publication->stage, 0755) != 0)
		return safe_fail(error, "open the folder", publication->staged);
	return publication->stage >= 0;
}

static gboolean out_open(struct publication *publication, GError **error)
{
	publication->out_folder = safe_folder(AT_FDCWD, publication->out, error);
	if (publication->out_folder < 0)
		return FALSE;
	publication->editions = safe_folder(publication->out_folder, ".editions", error);
	return publication->editions >= 0;
}

struct publication *publish_begin(const char *out, const char *slug, GError **error)
{
	struct publication *publication = g_new0(struct publication, 1);

	publication->out = g_strdup(out);
	publication->slug = g_strdup(slug);
	publication->path = g_build_filename(out, slug, NULL);
	publication->out_folder = publication->editions = publication->stage = publication->lock = -1;
	publication->folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	publication->sums = sums_new();
	if (out_open(publication, error) && take_lock(publication, error) && stage_open(publication, error))
		return publication;
	publish_end(publication);
	return NULL;
}

/* ---- writing ---- */

static gboolean stage_write(struct publication *publication, const char *path, GBytes *bytes, GError **error)
{
	g_autofree char *parent = g_path_get_dirname(path);
	g_autofree char *name = g_path_get_basename(path);
	int folder = safe_folder(publication->stage, parent, error);
	gboolean well;

	if (folder < 0)
		return FALSE;
	well = safe_write(folder, name, bytes, error);
	close(folder);
	g_hash_table_add(publication->folders, g_steal_pointer(&parent));
	return well;
}

gboolean publish_file(struct publication *publication, const char *path, GBytes *bytes, GError **error)
{
	g_assert(!g_path_is_absolute(path) && strstr(path, "..") == NULL);
	if (!stage_write(publication, path, bytes, error))
		return FALSE;
	sums_add(publication->sums, path, bytes);
	return TRUE;
}

static gboolean sync_inside(struct publication *publication, GError **error)
{
	GHashTableIter iterator;
	gpointer path;

	g_hash_table_iter_init(&iterator, publication->folders);
	while (g_hash_table_iter_next(&iterator, &path, NULL)) {
		int folder = safe_folder(publication->stage, path, error);
		gboolean well = folder >= 0 && safe_sync_folder(folder, path, error);
		if (folder >= 0)
			close(folder);
		if (!well)
			return FALSE;
	}
	return safe_sync_folder(publication->stage, publication->staged, error);
}

static gboolean write_sums(struct publication *publication, const char *run_json, GError **error)
{
	g_autoptr(GBytes) manifest = sums_manifest(publication->sums);
	g_autoptr(GBytes) run = g_bytes_new(run_json, strlen(run_json));
	g_autoptr(GBytes) lines = NULL;

	if (!publish_file(publication, "manifest.json", manifest, error))
		return FALSE;
	lines = sums_lines(publication->sums);
	return stage_write(publication, "SHA256SUMS", lines, error) &&
	       stage_write(publication, "run.json", run, error);
}

/* ---- finishing ---- */

/* A link is made aside and renamed into place: there is no moment without it. */
static gboolean link_put(const struct publication *publication, const char *name, const char *target,
			 GError **error)
{
	g_autofree char *aside = g_strconcat(publication->slug, LINK_MADE, NULL);

	if (symlinkat(target, publication->editions, aside) != 0)
		return safe_fail(error, "make a link in", publication->out);
	if (renameat(publication->editions, aside, publication->out_folder, name) == 0)
		return TRUE;
	safe_fail(error, "replace the link", name);
	safe_remove(publication->editions, aside);
	return FALSE;
}

/* After a failure between the two links readers see the last edition again. */
static void link_restore(const struct publication *publication, const char *name, const char *before)
{
	if (before == NULL)
		unlinkat(publication->out_folder, name, 0);
	else
		link_put(publication, name, before, NULL);
}

static gboolean links_put(const struct publication *publication, GError **error)
{
	g_autofree char *target = g_strconcat(".editions/", publication->name, NULL);

	if (link_put(publication, publication->slug, target, error) &&
	    link_put(publication, "latest", target, error) &&
	    safe_sync_folder(publication->out_folder, publication->out, error))
		return TRUE;
	link_restore(publication, publication->slug, publication->before);
	link_restore(publication, "latest", publication->latest);
	return FALSE;
}

static gboolean stage_rename(struct publication *publication, GError **error)
{
	if (renameat(publication->editions, publication->staged, publication->editions, publication->name) !=
	    0)
		return safe_fail(error, "rename", publication->staged);
	return safe_sync_folder(publication->editions, ".editions", error);
}

gboolean publish_finish(struct publication *publication, const char *run_json, GError **error)
{
	publication->finished = write_sums(publication, run_json, error) && sync_inside(publication, error) &&
				stage_rename(publication, error) && links_put(publication, error);
	if (publication->finished)
		sweep_old(publication);
	return publication->finished;
}

static void close_if_open(int file)
{
	if (file >= 0)
		close(file);
}

void publish_end(struct publication *publication)
{
	if (publication == NULL)
		return;
	if (!publication->finished && publication->staged != NULL) {
		safe_remove(publication->editions, publication->staged);
		safe_remove(publication->editions, publication->name);
	}
	close_if_open(publication->stage);
	close_if_open(publication->editions);
	close_if_open(publication->out_folder);
	close_if_open(publication->lock);
	g_hash_table_unref(publication->folders);
	sums_free(publication->sums);
	g_free(publication->staged);
	g_free(publication->name);
	g_free(publication->before);
	g_free(publication->latest);
	g_free(publication->path);
	g_free(publication->slug);
	g_free(publication->out);
	g_free(publication);
}

const char *publish_path(const struct publication *publication)
{
	return publication->path;
}
