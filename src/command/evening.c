#include "command/evening.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "command/data_folder.h"
#include "command/interrupt.h"
#include "command/proofread.h"
#include "command/pull.h"
#include "desk/server.h"
#include "desk/watch.h"
#include "makeup/replate.h"

enum { PORT = 8017, LOOK_UP_MS = 100 };

struct evening {
	const struct options *options;
	struct wire wire;
	struct workshop *workshop; /* the press's while it is at work */
	GMainLoop *loop;
	struct watch *watch;
	struct server *server;
	struct pull *pull;
	GThread *press;	       /* NULL: nobody is at work */
	gboolean saved;	       /* something was saved meanwhile */
	gboolean told_first;   /* the messages of the first proof have been printed */
	struct pressrun *last; /* with the last good pages; NULL while there are none */
	guint last_age;	       /* of the workshop then */
	int code;
};

/* What the press brings back. */
struct shift_end {
	struct evening *evening;
	struct pressrun *run;
	GError *error;
	gboolean well;
	char *page_in_view;
	gboolean is_replated; /* the page in view shows copy of which no page is made up yet */
	gint64 begun;
};

static void begin(struct evening *evening);

/* ---- told to browsers ---- */

struct ready {
	struct evening *evening;
	char *label;
};

static gboolean tell_ready(gpointer data)
{
	struct ready *ready = data;

	if (ready->evening->server != NULL)
		server_tell(ready->evening->server, "page", ready->label);
	g_free(ready->label);
	g_free(ready);
	return G_SOURCE_REMOVE;
}

/* On the press's thread. */
static void page_ready(const char *label, gpointer data)
{
	struct ready *ready = g_new(struct ready, 1);

	*ready = (struct ready){data, g_strdup(label)};
	g_idle_add_full(G_PRIORITY_DEFAULT, tell_ready, ready, NULL);
}

static void add_faults(JsonBuilder *json, const struct diag *diag, enum diag_severity severity)
{
	for (guint i = 0; i < diag->messages->len; i++) {
		const struct diag_message *message = g_ptr_array_index(diag->messages, i);
		g_autofree char *line = diag_message_line(message);
		if (message->severity == severity)
			json_builder_add_string_value(json, line);
	}
}

/* Gravest first: they are why there are no new pages. */
static char *faults_json(const struct diag *diag, const GError *error)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	g_autoptr(JsonNode) root = NULL;

	json_builder_begin_array(json);
	add_faults(json, diag, DIAG_FATAL);
	add_faults(json, diag, DIAG_ERROR);
	if (error != NULL)
		json_builder_add_string_value(json, error->message);
	json_builder_end_array(json);
	root = json_builder_get_root(json);
	return json_to_string(root, FALSE);
}

/* ---- is it better than what is shown? ---- */

/* A story that stands on the last good pages and is faulty now is a story in somebody's editor. */
static gboolean breaks_a_story(const struct evening *evening, const struct edition *edition)
{
	for (guint i = 0; evening->last != NULL && i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		const struct story_decision *was = decisions_story(evening->last->decisions, story->id);
		if (story->fate == FATE_REJECTED && was != NULL && was->outcome == STORY_PLACED)
			return TRUE;
	}
	return FALSE;
}

/* ---- the press's thread ---- */

static gboolean shift_finish(gpointer data);

static const struct page *page_of(const struct paper *paper, const char *label)
{
	for (guint i = 0; i < paper->pages->len; i++) {
		const struct page *page = g_ptr_array_index(paper->pages, i);
		if (g_strcmp0(page->label, label) == 0)
			return page;
	}
	return NULL;
}

/* The page in view with its new words, or as the last make-up left it. */
static gboolean show_in_view(struct shift_end *end, const struct page *page)
{
	struct evening *evening = end->evening;
	struct pull_order order = {end->page_in_view, page_ready, evening};

	return pull_page(evening->pull, evening->last, page, &order, NULL);
}

/* What was saved is seen before the paper is made up again, where it fits its boxes as they stand. */
static void replate(struct pressrun *run, gpointer data)
{
	struct shift_end *end = data;
	struct evening *evening = end->evening;
	struct pressrun *last = evening->last;
	const struct page *was = last != NULL ? page_of(last->paper, end->page_in_view) : NULL;
	struct page *page;

	if (was == NULL || evening->last_age != workshop_age(run->workshop))
		return;
	pressrun_stage(run, "new words");
	struct replate replate = {
		last->edition,	run->edition, run->design, run->book, workshop_memory(run->workshop),
		last->decisions};
	page = replate_page(&replate, was);
	end->is_replated = page != NULL && pull_shows(last, page) && show_in_view(end, page);
	page_free(page);
}

static gpointer press_work(gpointer data)
{
	struct shift_end *end = data;
	struct evening *evening = end->evening;
	struct pull_order order = {end->page_in_view, page_ready, evening};

	end->run->copy_is_read = replate;
	end->run->data = end;
	end->well = proofread_make_up(end->run) && !breaks_a_story(evening, end->run->edition);
	if (end->well && evening->pull == NULL) {
		g_autofree char *folder = proofread_folder(end->run);
		evening->pull = pull_open(folder, evening->options->serve != NULL, &end->error);
		end->well = evening->pull != NULL;
	}
	if (end->well)
		end->well = pull_proof(evening->pull, end->run, &order, &end->error);
	else if (end->is_replated)
		show_in_view(end, NULL);
	g_idle_add_full(G_PRIORITY_DEFAULT, shift_finish, end, NULL);
	return NULL;
}

/* ---- between two proofs ---- */

static int port_wanted(const struct options *options)
{
	gint64 port = PORT;

	if (*options->serve != '\0')
		g_ascii_string_to_signed(options->serve, 10, 0, 65535, &port, NULL);
	return (int)port;
}

static void open_server(struct evening *evening)
{
	const struct options *options = evening->options;
	g_autoptr(GError) error = NULL;
	g_autofree char *says = NULL;

	evening->server = server_open(port_wanted(options), &error);
	if (evening->server == NULL && *options->serve == '\0')
		evening->server = server_open(0, NULL);
	if (evening->server == NULL) {
		wire_failure(&evening->wire, error->message);
		evening->code = EXIT_CREATE;
		g_main_loop_quit(evening->loop);
		return;
	}
	says = g_strdup_printf("serving %s – Ctrl-C ends\n", server_address(evening->server));
	wire_result(&evening->wire, says);
	wire_served(&evening->wire, server_address(evening->server));
}

static void tell_good(struct evening *evening, struct shift_end *end)
{
	gint64 took = (g_get_monotonic_time() - end->begun) / 1000;
	g_autoptr(GError) error = NULL;
	g_autofree char *stages = evening->options->verbose ? stopwatch_text(end->run->stopwatch) : NULL;
	g_autofree char *says = g_strdup_printf(
		"proof: %s/index.html (%d.%02d s%s%s)\n", pull_folder(evening->pull), (int)(took / 1000),
		(int)(took % 1000 / 10), stages != NULL ? ": " : "", stages != NULL ? stages : "");

	if (!evening->told_first)
		wire_messages(&evening->wire, end->run->diag);
	evening->told_first = TRUE;
	wire_result(&evening->wire, says);
	wire_flush();
	if (evening->options->serve != NULL && evening->server == NULL)
		open_server(evening);
	if (evening->server == NULL)
		return;
	if (!server_show(evening->server, pull_folder(evening->pull), &error)) {
		wire_failure(&evening->wire, error->message);
		evening->code = EXIT_IO;
		g_main_loop_quit(evening->loop);
	}
	server_tell_state(evening->server, "done", "");
}

static void tell_broken(struct evening *evening, struct shift_end *end)
{
	wire_messages(&evening->wire, end->run->diag);
	if (end->error != NULL)
		wire_failure(&evening->wire, end->error->message);
	wire_failure(&evening->wire, evening->last != NULL
					     ? "the last good pages stay; mend the copy and save"
					     : "no page can be made; mend the copy and save");
	if (!evening->options->watch)
		evening->code = end->error != NULL ? EXIT_IO : pressrun_exit_code(end->run, FALSE);
	else if (evening->options->serve != NULL && evening->server == NULL)
		open_server(evening);
	if (evening->server != NULL) {
		g_autofree char *json = faults_json(end->run->diag, end->error);
		server_tell_state(evening->server, "broken", json);
	}
}

/* Gives the run that is no longer the last. */
static struct pressrun *keep_last(struct evening *evening, struct pressrun *run)
{
	struct pressrun *before = evening->last;

	evening->last = run;
	evening->last_age = workshop_age(evening->workshop);
	return before;
}

static gboolean shift_finish(gpointer data)
{
	struct shift_end *end = data;
	struct evening *evening = end->evening;

	g_thread_join(g_steal_pointer(&evening->press));
	if (interrupt_code() == 0) {
		if (end->well)
			tell_good(evening, end);
		else
			tell_broken(evening, end);
		if (!evening->options->watch && evening->server == NULL)
			g_main_loop_quit(evening->loop);
	}
	pressrun_free(end->well ? keep_last(evening, end->run) : end->run);
	g_clear_error(&end->error);
	g_free(end->page_in_view);
	g_free(end);
	if (evening->saved && interrupt_code() == 0)
		begin(evening);
	return G_SOURCE_REMOVE;
}

static void begin(struct evening *evening)
{
	struct shift_end *end = g_new0(struct shift_end, 1);

	evening->saved = FALSE;
	workshop_urge(evening->workshop, FALSE);
	end->evening = evening;
	end->begun = g_get_monotonic_time();
	end->run = pressrun_new_in(evening->workshop, evening->options);
	if (evening->server != NULL) {
		end->page_in_view = server_page_in_view(evening->server);
		server_tell(evening->server, "working", "");
	}
	evening->press = g_thread_new("press", press_work, end);
}

/* ---- saves, and the end ---- */

static void saved(gpointer data)
{
	struct evening *evening = data;

	evening->saved = TRUE;
	if (evening->press == NULL)
		begin(evening);
	else
		workshop_urge(evening->workshop, TRUE);
}

/* paper.yaml and house ads lie above the edition; a layout may change too. */
static void open_watch(struct evening *evening)
{
	const char *edition = evening->options->operands[0];
	g_autofree char *layouts = data_folder_layouts(evening->options);
	g_autofree char *absolute = g_canonicalize_filename(edition, NULL);
	g_autofree char *house = g_path_get_dirname(absolute);

	evening->watch = watch_open(saved, evening);
	watch_skip(evening->watch, evening->options->out);
	watch_add(evening->watch, edition, TRUE);
	watch_add(evening->watch, house, FALSE);
	watch_add(evening->watch, layouts, TRUE);
}

static gboolean look_up(gpointer data)
{
	struct evening *evening = data;

	if (interrupt_code() == 0)
		return G_SOURCE_CONTINUE;
	g_main_loop_quit(evening->loop);
	return G_SOURCE_REMOVE;
}

static gboolean port_is_fit(const struct options *options)
{
	gint64 port;

	return options->serve == NULL || *options->serve == '\0' ||
	       g_ascii_string_to_signed(options->serve, 10, 0, 65535, &port, NULL);
}

/* A shift that was at work when the loop ended is waited for: it stops at the next step. */
static void evening_close(struct evening *evening)
{
	while (evening->press != NULL)
		g_main_context_iteration(NULL, TRUE);
	watch_close(evening->watch);
	server_close(evening->server);
	pull_close(evening->pull);
	workshop_free(evening->workshop);
	pressrun_free(evening->last);
	g_main_loop_unref(evening->loop);
}

int evening_run(const struct options *options)
{
	struct evening evening = {.options = options, .wire = wire_open(options)};
	guint looking;

	if (!port_is_fit(options)) {
		wire_failure(&evening.wire, "--serve wants a port from 0 to 65535");
		return EXIT_USAGE;
	}
	evening.workshop = workshop_new(options, TRUE);
	evening.loop = g_main_loop_new(NULL, FALSE);
	looking = g_timeout_add(LOOK_UP_MS, look_up, &evening);
	if (options->watch)
		open_watch(&evening);
	begin(&evening);
	g_main_loop_run(evening.loop);
	if (interrupt_code() == 0)
		g_source_remove(looking);
	evening_close(&evening);
	wire_end(&evening.wire, evening.code, NULL);
	return evening.code;
}
