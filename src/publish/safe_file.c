#include "publish/safe_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publish.h"

static enum publish_error error_of_errno(int fault)
{
	switch (fault) {
	case ENOSPC:
	case EDQUOT:
	case EIO:
	case EFBIG:
		return PUBLISH_ERROR_IO;
	default:
		return PUBLISH_ERROR_CREATE;
	}
}

static const char *advice_of_errno(int fault)
{
	switch (fault) {
	case ENOSPC:
	case EDQUOT:
		return "; free some space and build again";
	case EACCES:
	case EPERM:
	case EROFS:
		return "; choose another folder with -o, or mend its permissions";
	default:
		return "";
	}
}

gboolean safe_fail(GError **error, const char *doing, const char *path)
{
	int fault = errno;

	g_set_error(error, PUBLISH_ERROR, error_of_errno(fault), "cannot %s %s: %s%s", doing, path,
		    g_strerror(fault), advice_of_errno(fault));
	return FALSE;
}

/* ---- folders ---- */

static int folder_enter(int folder, const char *name, GError **error)
{
	gboolean made = mkdirat(folder, name, 0755) == 0;
	int inside;

	if (!made && errno != EEXIST) {
		safe_fail(error, "make the folder", name);
		return -1;
	}
	inside = openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (inside < 0 || (made && fchmod(inside, 0755) != 0)) {
		safe_fail(error, "open the folder", name);
		if (inside >= 0)
			close(inside);
		return -1;
	}
	return inside;
}

int safe_folder(int folder, const char *path, GError **error)
{
	g_auto(GStrv) names = g_strsplit(path, "/", -1);
	int here = openat(folder, *path == '/' ? "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (here < 0)
		safe_fail(error, "open the folder of", path);
	for (char **name = names; here >= 0 && *name != NULL; name++) {
		int next;
		if (**name == '\0')
			continue;
		next = folder_enter(here, *name, error);
		close(here);
		here = next;
	}
	return here;
}

gboolean safe_sync_folder(int folder, const char *path, GError **error)
{
	/* some file systems have nothing to sync in a folder, and say so */
	if (fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP)
		return TRUE;
	return safe_fail(error, "sync the folder", path);
}

/* ---- files ---- */

static gboolean write_all(int file, GBytes *bytes)
{
	gsize left;
	const char *data = g_bytes_get_data(bytes, &left);

	while (left > 0) {
		ssize_t written = write(file, data, left);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0) {
			errno = written == 0 ? EIO : errno;
			return FALSE;
		}
		data += written;
		left -= (gsize)written;
	}
	return TRUE;
}

/* A close that fails has lost bytes too, and the file is closed all the same. */
static gboolean close_after(int file, gboolean well)
{
	int fault = errno;

	if (close(file) != 0 && well)
		return FALSE;
	errno = fault;
	return well;
}

static gboolean file_create(int folder, const char *name, GBytes *bytes, GError **error)
{
	int file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
	gboolean well;

	if (file < 0)
		return safe_fail(error, "create", name);
	well = fchmod(file, 0644) == 0 && write_all(file, bytes) && fsync(file) == 0;
	if (!close_after(file, well)) {
		safe_fail(error, "write", name);
		(*error)->code = PUBLISH_ERROR_IO;
		return FALSE;
	}
	return TRUE;
}

static gboolean same_bytes(int file, GBytes *bytes)
{
	gsize left;
	const char *expected = g_bytes_get_data(bytes, &left);
	char piece[65536];

	for (;;) {
		ssize_t got = read(file, piece, sizeof(piece));
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0 && left == 0;
		if ((gsize)got > left || memcmp(piece, expected, (size_t)got) != 0)
			return FALSE;
		expected += got;
		left -= (gsize)got;
	}
}

static gboolean file_compare(int folder, const char *name, GBytes *bytes, GError **error)
{
	int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	gboolean same;

	errno = 0;
	same = file >= 0 && same_bytes(file, bytes);
	if (file >= 0)
		close(file);
	if (!same)
		g_set_error(error, PUBLISH_ERROR, PUBLISH_ERROR_IO,
			    "%s does not read back as it was written%s%s; check the disk", name,
			    errno != 0 ? ": " : "", errno != 0 ? g_strerror(errno) : "");
	return same;
}

gboolean safe_write(int folder, const char *name, GBytes *bytes, GError **error)
{
	g_autoptr(GError) fault = NULL;

	if (file_create(folder, name, bytes, &fault) && file_compare(folder, name, bytes, &fault))
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&fault));
	return FALSE;
}

/* ---- removing ---- */

static void folder_empty(int folder)
{
	DIR *entries = fdopendir(folder);
	struct dirent *entry;

	if (entries == NULL) {
		close(folder);
		return;
	}
	while ((entry = readdir(entries)) != NULL) {
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			safe_remove(dirfd(entries), entry->d_name);
	}
	closedir(entries);
}

void safe_remove(int folder, const char *name)
{
	int inside;

	if (unlinkat(folder, name, 0) == 0)
		return;
	inside = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (inside < 0)
		return;
	folder_empty(inside);
	unlinkat(folder, name, AT_REMOVEDIR);
}
