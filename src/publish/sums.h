/*
 * sums.h - what lies in a published edition, for programs and for sha256sum
 */
#ifndef PUBLISH_SUMS_H
#define PUBLISH_SUMS_H

#include <glib.h>

struct sum {
	char *path;
	gsize bytes;
	char sha256[65];
};

struct sums;

struct sums *sums_new(void);
void sums_free(struct sums *sums);
void sums_add(struct sums *sums, const char *path, GBytes *bytes);

/* manifest.json and SHA256SUMS of what was added, by path. Callers unref. */
GBytes *sums_manifest(struct sums *sums);
GBytes *sums_lines(struct sums *sums);

#endif
