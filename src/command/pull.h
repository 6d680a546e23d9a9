/*
 * pull.h - a proof pulled from finished pages: pictures painted, files in the proof's folder (shelf.h)
 */
#ifndef COMMAND_PULL_H
#define COMMAND_PULL_H

#include "command/pressrun.h"

struct pull;

/* Makes the folder; what lies in it already is the last proof until pull_close(). live: it will be served. */
struct pull *pull_open(const char *folder, gboolean live, GError **error);
void pull_close(struct pull *pull);
const char *pull_folder(const struct pull *pull);

struct pull_order {
	const char *page_in_view; /* label painted first, or NULL */
	/* Called as soon as a page's own file and picture are in the folder. May be NULL. */
	void (*page_ready)(const char *label, gpointer data);
	gpointer data;
};

/* FALSE when a painter or the disk failed, or the work was interrupted. */
gboolean pull_proof(struct pull *pull, struct pressrun *run, const struct pull_order *order, GError **error);

/* Whether the photographs of a page are among the prints of the run. */
gboolean pull_shows(const struct pressrun *run, const struct page *page);
/* Only the page in view, from a run that was pulled before: as it was, or as `page`, which was made over. */
gboolean pull_page(struct pull *pull, struct pressrun *run, const struct page *page,
		   const struct pull_order *order, GError **error);

#endif
