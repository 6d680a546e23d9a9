/*
 * pressrun.h - an edition ready for the press: copy read, pages made up, pictures made
 *
 * What build and check have in common. Faults of the copy are in `diag`; a
 * step that gives FALSE has left a fatal message there.
 */
#ifndef COMMAND_PRESSRUN_H
#define COMMAND_PRESSRUN_H

#include "command/options.h"
#include "command/prints.h"
#include "command/stopwatch.h"
#include "command/wire.h"
#include "command/workshop.h"
#include "design/design.h"
#include "edition/edition.h"
#include "font/fontbook.h"
#include "makeup/decision.h"
#include "page/page.h"

struct pressrun {
	const struct options *options;
	struct workshop *workshop, *own_workshop; /* the latter NULL when it is lent */
	struct wire wire;
	struct stopwatch *stopwatch;
	struct diag *diag;
	struct edition *edition;
	const struct design *design; /* the workshop's, as the fonts are */
	const struct fontbook *book;
	struct paper *paper;
	struct decisions *decisions;
	struct prints *prints;
	/* Called once the copy is read, before it is made up; or NULL. */
	void (*copy_is_read)(struct pressrun *run, gpointer data);
	gpointer data;
	char *const *renew; /* labels of locked pages whose changed copy is set anew; NULL none */
};

struct pressrun *pressrun_new(const struct options *options);
/* The workshop outlives the run. */
struct pressrun *pressrun_new_in(struct workshop *workshop, const struct options *options);
void pressrun_free(struct pressrun *run);

/* Names the stage on the wire and starts its time. */
void pressrun_stage(struct pressrun *run, const char *stage);

/* Edition and layout, whatever is wrong with the copy. */
gboolean pressrun_read_copy(struct pressrun *run);
/* Edition, layout and fonts. */
gboolean pressrun_read(struct pressrun *run);
/* Make-up, and the photographs that the pages ask for. Pages whose photograph cannot be
   used are made up again without it. */
gboolean pressrun_make_up(struct pressrun *run);

/* What --explain asks for, if it does: FALSE when there is no such story. */
gboolean pressrun_explain(const struct pressrun *run);

/* Exit code of what was told so far; 70 when a step failed and nothing fatal was told. */
int pressrun_exit_code(const struct pressrun *run, gboolean went_well);

int pressrun_jobs(const struct pressrun *run);

#endif
