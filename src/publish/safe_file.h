/*
 * safe_file.h - files and folders that are really on the disk
 *
 * Everything works on open folders, so that no path is looked up twice. Each
 * call that fails sets a PUBLISH_ERROR: a full disk or a failing device is
 * PUBLISH_ERROR_IO, anything else that forbids making a name is
 * PUBLISH_ERROR_CREATE. Modes are 0644 and 0755 whatever the umask.
 */
#ifndef PUBLISH_SAFE_FILE_H
#define PUBLISH_SAFE_FILE_H

#include <glib.h>

/* Sets the error after errno; `doing` and `path` become "cannot DOING PATH: ...". Gives FALSE. */
gboolean safe_fail(GError **error, const char *doing, const char *path);

/* Opens `path` below `folder` (or AT_FDCWD), making it and its parents when missing. -1 on failure. */
int safe_folder(int folder, const char *path, GError **error);
gboolean safe_sync_folder(int folder, const char *path, GError **error);

/* A new file: written, synced, closed, opened again and compared. Never replaces one. */
gboolean safe_write(int folder, const char *name, GBytes *bytes, GError **error);

/* Removes a file, a link (never what it points to) or a whole folder. Keeps quiet about failures. */
void safe_remove(int folder, const char *name);

#endif
