/*
 * outputs.h - the files of a published edition, in memory until all are there
 */
#ifndef COMMAND_OUTPUTS_H
#define COMMAND_OUTPUTS_H

#include "command/pressrun.h"
#include "publish/publish.h"

struct output {
	char *path;
	GBytes *bytes;
};

/* struct output: the PDF, the page pictures unless --no-pages, zones.json, and last
   report.json over all of them. NULL when a painter failed. Caller unrefs. */
GPtrArray *outputs_make(struct pressrun *run, GError **error);

#endif
