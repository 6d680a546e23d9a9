/*
 * watch.h - tells when something below a folder was saved
 *
 * An editor saves in several steps (a new file, a rename, a mode): they count as one.
 * Hidden files, backups and the like are passed over.
 */
#ifndef DESK_WATCH_H
#define DESK_WATCH_H

#include <glib.h>

struct watch;

/* `changed` is called in the main context of this thread, once all has been quiet for a moment. */
struct watch *watch_open(void (*changed)(gpointer data), gpointer data);
/* With all folders below it when `deep`; else only its own *.yaml count. */
void watch_add(struct watch *watch, const char *folder, gboolean deep);
/* Nothing in this folder counts: our own output, wherever the user has put it. */
void watch_skip(struct watch *watch, const char *folder);
void watch_close(struct watch *watch);

/* Whether a file of that name is copy, and no editor's own. */
gboolean watch_name_counts(const char *name);

#endif
