/*
 * folder.h - files inside one folder and never outside it
 *
 * Every file of an edition or a layout is opened through its folder, by a path
 * relative to it, resolved by the kernel (openat2 RESOLVE_BENEATH, with
 * O_NONBLOCK and a regular-file check), so that no "..", absolute path, link or
 * device leads elsewhere.
 */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <glib.h>

#define FOLDER_ERROR (folder_error_quark())
GQuark folder_error_quark(void);

enum folder_error {
	FOLDER_ERROR_MISSING,	/* no such file */
	FOLDER_ERROR_ESCAPES,	/* leads out of the folder */
	FOLDER_ERROR_IRREGULAR, /* not a regular file */
	FOLDER_ERROR_TOO_LARGE, /* more bytes than asked for, or folders within folders without end */
	FOLDER_ERROR_IO,
};

struct folder;

struct folder *folder_open(const char *path, GError **error);
void folder_close(struct folder *folder);
const char *folder_path(const struct folder *folder);

/* The whole file; caller unrefs. More than limit bytes is FOLDER_ERROR_TOO_LARGE. */
GBytes *folder_read(const struct folder *folder, const char *relative, gsize limit, GError **error);
/* Which file it is, how large and when written: as long as this is the same, so are its bytes. NULL when it
   cannot be opened. Caller frees. */
char *folder_stamp(const struct folder *folder, const char *relative);
gboolean folder_has(const struct folder *folder, const char *relative);

/* Names of files below `relative` ("" for all) that end in `suffix`, as paths
   relative to the folder, sorted by bytes; hidden files, hidden and linked
   folders are passed over. A file that is no regular one is named too, so that
   reading it tells. Caller frees with g_ptr_array_unref (owns its strings). */
GPtrArray *folder_list(const struct folder *folder, const char *relative, const char *suffix, GError **error);

/* "politics/../photos/a.jpg" seen from the file `from` → "photos/a.jpg"; NULL
   when it leaves the folder or is absolute. Caller frees. */
char *folder_resolve(const char *from, const char *path);

#endif
