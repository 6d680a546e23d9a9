/*
 * forme.h - an edition ready for the press: copy read, pages made up, pictures made
 *
 * What build and check have in common. Faults of the copy are in `diag`; a
 * step that gives FALSE has left a fatal message there.
 */
#ifndef COMMAND_FORME_H
#define COMMAND_FORME_H

#include "command/options.h"
#include "command/prints.h"
#include "command/stopwatch.h"
#include "command/wire.h"
#include "design/design.h"
#include "edition/edition.h"
#include "font/fontbook.h"
#include "makeup/decision.h"
#include "page/page.h"

struct forme {
	const struct options *options;
	struct wire wire;
	struct stopwatch *stopwatch;
	struct diag *diag;
	struct edition *edition;
	struct design *design;
	struct fontbook *book;
	struct paper *paper;
	struct decisions *decisions;
	struct prints *prints;
};

struct forme *forme_new(const struct options *options);
void forme_free(struct forme *forme);

/* Names the stage on the wire and starts its time. */
void forme_stage(struct forme *forme, const char *stage);

/* Edition, layout and fonts. */
gboolean forme_read(struct forme *forme);
/* Make-up, and the photographs that the pages ask for. Pages whose photograph cannot be
   used are made up again without it. */
gboolean forme_make_up(struct forme *forme);

/* Exit code of what was told so far; 70 when a step failed and nothing fatal was told. */
int forme_exit_code(const struct forme *forme, gboolean went_well);

int forme_jobs(const struct forme *forme);

#endif
