/*
 * report.h - what the desk and the night must know
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <glib.h>

#include "base/diag.h"
#include "edition/edition.h"
#include "makeup/decision.h"
#include "page/page.h"

struct report_output {
	char *path; /* inside the published folder */
	goffset bytes;
	char sha256[65];
};

struct report_facts {
	const char *version;
	GPtrArray *libraries; /* "name version", sorted */
	const struct edition *edition;
	const struct decisions *decisions; /* NULL: make-up was not reached */
	GPtrArray *outputs;		   /* struct report_output, may be NULL */
	const struct diag *diag;
};

/* report.json (formats.md): no clock, no absolute path. Caller frees. */
char *report_json(const struct report_facts *facts);
/* Where a story sits and what that costs, term by term; NULL when there is no such story. Caller frees. */
char *report_explain(const struct decisions *decisions, const char *id);
/* "the headline: its size, …": what a term of a cost is paid for. */
const char *report_cost_words(enum cost_name name);
/* What a person reads at the end of a build on a terminal. Caller frees. */
char *report_summary(const struct report_facts *facts);

#endif
