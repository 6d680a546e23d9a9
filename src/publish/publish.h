/*
 * publish.h - bytes safely in place, complete or not at all
 *
 * OUT/.editions/SLUG.N is staged, synced and checked; then the links OUT/SLUG
 * and OUT/latest are replaced by rename. A failed build leaves the last edition
 * as it was and no stray file.
 */
#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include <glib.h>

#define PUBLISH_ERROR (publish_error_quark())
GQuark publish_error_quark(void);

enum publish_error {
	PUBLISH_ERROR_CREATE, /* exit 73 */
	PUBLISH_ERROR_IO,     /* exit 74, disk full too */
	PUBLISH_ERROR_LOCKED, /* exit 75 */
};

struct publication;

/* Takes the lock of OUT (made if missing) and sweeps strays of dead builds. */
struct publication *publish_begin(const char *out, const char *slug, GError **error);
/* Writes one file of the edition, synced and read back. */
gboolean publish_file(struct publication *publication, const char *path, GBytes *bytes, GError **error);
/* Writes manifest.json and SHA256SUMS over all files but run.json, then run.json, then replaces the links. */
gboolean publish_finish(struct publication *publication, const char *run_json, GError **error);
/* Drops what was staged unless finished; releases the lock. Never fails. */
void publish_end(struct publication *publication);
/* Path of the finished edition: OUT/SLUG. */
const char *publish_path(const struct publication *publication);

#endif
