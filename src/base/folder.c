#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FOLDER_DEPTH_MAX 32
#define FOLDER_READ_STEP 65536

struct folder {
	int fd;
	char *path;
};

G_DEFINE_QUARK(anban - folder - error, folder_error)

static enum folder_error error_of(int number)
{
	switch (number) {
	case ENOENT:
	case ENOTDIR:
	case ENAMETOOLONG:
		return FOLDER_ERROR_MISSING;
	case EXDEV:
	case ELOOP:
		return FOLDER_ERROR_ESCAPES;
	case ENXIO:
	case ENODEV:
		return FOLDER_ERROR_IRREGULAR;
	default:
		return FOLDER_ERROR_IO;
	}
}

static void tell(GError **error, int number, const char *path)
{
	enum folder_error code = error_of(number);

	switch (code) {
	case FOLDER_ERROR_MISSING:
		g_set_error(error, FOLDER_ERROR, code, "'%s' is not there", path);
		break;
	case FOLDER_ERROR_ESCAPES:
		g_set_error(error, FOLDER_ERROR, code, "'%s' leads out of its folder", path);
		break;
	case FOLDER_ERROR_IRREGULAR:
		g_set_error(error, FOLDER_ERROR, code, "'%s' is not a regular file", path);
		break;
	default:
		g_set_error(error, FOLDER_ERROR, code, "'%s' cannot be read: %s", path, g_strerror(number));
	}
}

struct folder *folder_open(const char *path, GError **error)
{
	int fd = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	struct folder *folder;

	if (fd < 0) {
		tell(error, errno, path);
		return NULL;
	}
	folder = g_new0(struct folder, 1);
	folder->fd = fd;
	folder->path = g_strdup(path);
	return folder;
}

void folder_close(struct folder *folder)
{
	if (folder == NULL)
		return;
	close(folder->fd);
	g_free(folder->path);
	g_free(folder);
}

const char *folder_path(const struct folder *folder)
{
	return folder->path;
}

/* For a kernel or a sandbox without openat2: no links at all, and no step up. */
static int open_step_by_step(int fd, const char *relative, int flags)
{
	g_auto(GStrv) steps = g_strsplit(relative, "/", -1);
	guint last = g_strv_length(steps) - 1;
	int at = dup(fd);

	if (*relative == '/' || *relative == '\0') {
		close(at);
		errno = *relative == '/' ? EXDEV : ENOENT;
		return -1;
	}
	for (guint i = 0; i <= last && at >= 0; i++) {
		int step_flags = i == last ? flags : O_PATH | O_DIRECTORY | O_CLOEXEC;
		gboolean up = strcmp(steps[i], "..") == 0;
		int next = -1;

		if (up)
			errno = EXDEV;
		else
			next = openat(at, *steps[i] == '\0' ? "." : steps[i], step_flags | O_NOFOLLOW);
		int number = errno;
		close(at);
		errno = number;
		at = next;
	}
	return at;
}

static int open_exactly(int fd, const char *relative, int flags)
{
	struct open_how how = {.flags = (unsigned)flags, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
	long opened = -1;

	/* EAGAIN: something was renamed while the kernel walked. */
	for (int attempt = 0; attempt < 100; attempt++) {
		opened = syscall(SYS_openat2, fd, relative, &how, sizeof how);
		if (opened >= 0 || (errno != EAGAIN && errno != EINTR))
			break;
	}
	if (opened < 0 && (errno == ENOSYS || errno == EPERM))
		return open_step_by_step(fd, relative, flags);
	return (int)opened;
}

/* Copy is NFC, but a file may have come from a machine that writes its names
   decomposed. */
static int open_beneath(const struct folder *folder, const char *relative, int flags)
{
	int fd = open_exactly(folder->fd, relative, flags | O_CLOEXEC);

	if (fd < 0 && errno == ENOENT && !g_str_is_ascii(relative)) {
		g_autofree char *apart = g_utf8_normalize(relative, -1, G_NORMALIZE_NFD);
		errno = ENOENT;
		if (apart != NULL)
			fd = open_exactly(folder->fd, apart, flags | O_CLOEXEC);
	}
	return fd;
}

/* O_NONBLOCK: a pipe without a writer must not hold the night's build. */
static int open_regular(const struct folder *folder, const char *relative, struct stat *facts, GError **error)
{
	int fd = open_beneath(folder, relative, O_RDONLY | O_NONBLOCK | O_NOCTTY);

	if (fd < 0) {
		tell(error, errno, relative);
		return -1;
	}
	if (fstat(fd, facts) < 0) {
		tell(error, errno, relative);
		close(fd);
		return -1;
	}
	if (!S_ISREG(facts->st_mode)) {
		g_set_error(error, FOLDER_ERROR, FOLDER_ERROR_IRREGULAR, "'%s' is %s", relative,
			    S_ISDIR(facts->st_mode) ? "a folder" : "not a regular file");
		close(fd);
		return -1;
	}
	return fd;
}

static gboolean read_all(int fd, GByteArray *bytes, gsize limit)
{
	for (;;) {
		guint before = bytes->len;
		gsize room = MIN(FOLDER_READ_STEP, limit + 1 - before);
		ssize_t got;

		if (room == 0)
			return TRUE;
		g_byte_array_set_size(bytes, before + (guint)room);
		got = read(fd, bytes->data + before, room);
		g_byte_array_set_size(bytes, before + (guint)MAX(got, 0));
		if (got == 0)
			return TRUE;
		if (got < 0 && errno != EINTR)
			return FALSE;
	}
}

GBytes *folder_read(const struct folder *folder, const char *relative, gsize limit, GError **error)
{
	struct stat facts;
	int fd = open_regular(folder, relative, &facts, error);
	GByteArray *bytes;
	gboolean whole;

	if (fd < 0)
		return NULL;
	limit = MIN(limit, G_MAXINT32);
	bytes = g_byte_array_sized_new((guint)CLAMP(facts.st_size, 0, (off_t)limit) + 1);
	whole = read_all(fd, bytes, limit);
	if (!whole)
		tell(error, errno, relative);
	else if (bytes->len > limit)
		g_set_error(error, FOLDER_ERROR, FOLDER_ERROR_TOO_LARGE,
			    "'%s' is larger than %" G_GSIZE_FORMAT " bytes", relative, limit);
	close(fd);
	if (!whole || bytes->len > limit) {
		g_byte_array_unref(bytes);
		return NULL;
	}
	return g_byte_array_free_to_bytes(bytes);
}

char *folder_stamp(const struct folder *folder, const char *relative)
{
	struct stat facts;
	int fd = open_regular(folder, relative, &facts, NULL);

	if (fd < 0)
		return NULL;
	close(fd);
	return g_strdup_printf("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT
			       " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld",
			       (guint64)facts.st_dev, (guint64)facts.st_ino, (gint64)facts.st_size,
			       (gint64)facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec,
			       (gint64)facts.st_ctim.tv_sec, facts.st_ctim.tv_nsec);
}

gboolean folder_has(const struct folder *folder, const char *relative)
{
	struct stat facts;
	int fd = open_regular(folder, relative, &facts, NULL);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* ---- walking ---- */

struct walk {
	const struct folder *folder;
	const char *suffix;
	GPtrArray *names;
};

static gboolean walk_into(struct walk *walk, const char *relative, int depth, GError **error);

/* A linked folder is passed over (it may lead round in a circle); a linked
   file is named, and whoever reads it learns whether it stays inside. */
static gboolean entry_is_folder(const struct walk *walk, const char *name, gboolean *linked)
{
	struct stat facts;
	int fd = open_beneath(walk->folder, name, O_PATH | O_NOFOLLOW);
	gboolean folder = FALSE;

	*linked = FALSE;
	if (fd < 0)
		return FALSE;
	if (fstat(fd, &facts) == 0) {
		folder = S_ISDIR(facts.st_mode);
		*linked = S_ISLNK(facts.st_mode);
	}
	close(fd);
	if (!*linked)
		return folder;
	fd = open_beneath(walk->folder, name, O_PATH | O_DIRECTORY);
	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

static gboolean walk_entry(struct walk *walk, const char *relative, const char *entry, int depth,
			   GError **error)
{
	g_autofree char *name = *relative == '\0' ? g_strdup(entry) : g_strconcat(relative, "/", entry, NULL);
	gboolean linked;

	if (entry_is_folder(walk, name, &linked))
		return linked || walk_into(walk, name, depth + 1, error);
	if (g_str_has_suffix(entry, walk->suffix))
		g_ptr_array_add(walk->names, g_steal_pointer(&name));
	return TRUE;
}

static gboolean walk_into(struct walk *walk, const char *relative, int depth, GError **error)
{
	int fd = open_beneath(walk->folder, *relative == '\0' ? "." : relative, O_RDONLY | O_DIRECTORY);
	DIR *stream = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *entry;
	gboolean fine = depth <= FOLDER_DEPTH_MAX;

	if (stream == NULL) {
		tell(error, errno, relative);
		if (fd >= 0)
			close(fd);
		return FALSE;
	}
	if (!fine)
		g_set_error(error, FOLDER_ERROR, FOLDER_ERROR_TOO_LARGE,
			    "'%s' lies more than %d folders deep", relative, FOLDER_DEPTH_MAX);
	while (fine && (errno = 0, entry = readdir(stream)) != NULL)
		if (entry->d_name[0] != '.')
			fine = walk_entry(walk, relative, entry->d_name, depth, error);
	if (fine && errno != 0) {
		tell(error, errno, relative);
		fine = FALSE;
	}
	closedir(stream);
	return fine;
}

static gint name_order(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *folder_list(const struct folder *folder, const char *relative, const char *suffix, GError **error)
{
	struct walk walk = {folder, suffix, g_ptr_array_new_with_free_func(g_free)};
	g_autofree char *start = g_strdup(relative);
	gsize length = strlen(start);

	while (length > 0 && start[length - 1] == '/')
		start[--length] = '\0';
	if (!walk_into(&walk, start, 0, error)) {
		g_ptr_array_unref(walk.names);
		return NULL;
	}
	g_ptr_array_sort(walk.names, name_order);
	return walk.names;
}

char *folder_resolve(const char *from, const char *path)
{
	g_autofree char *whole = NULL;
	g_autoptr(GPtrArray) kept = g_ptr_array_new();
	g_auto(GStrv) steps = NULL;
	const char *slash = strrchr(from, '/');

	if (*path == '/' || *path == '\0')
		return NULL;
	whole = g_strdup_printf("%.*s/%s", slash == NULL ? 0 : (int)(slash - from), from, path);
	steps = g_strsplit(whole, "/", -1);
	for (char **step = steps; *step != NULL; step++) {
		if (**step == '\0' || strcmp(*step, ".") == 0)
			continue;
		if (strcmp(*step, "..") != 0)
			g_ptr_array_add(kept, *step);
		else if (kept->len == 0)
			return NULL;
		else
			g_ptr_array_set_size(kept, (int)kept->len - 1);
	}
	g_ptr_array_add(kept, NULL);
	return kept->len == 1 ? NULL : g_strjoinv("/", (char **)kept->pdata);
}
