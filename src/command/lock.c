/* lock.c - pages of the last build that shall not move, and their release */
#include "makeup/lock.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "command/commands.h"
#include "command/interrupt.h"
#include "command/pressrun.h"
#include "report/report.h"

static int end(struct pressrun *run, int code)
{
	wire_end(&run->wire, code, NULL);
	pressrun_free(run);
	return code;
}

static int fail(struct pressrun *run, int code, const char *format, ...) G_GNUC_PRINTF(3, 4);

static int fail(struct pressrun *run, int code, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	wire_failure(&run->wire, text);
	return code;
}

static char *list_of(const GPtrArray *labels)
{
	GString *list = g_string_new(labels->len == 1 ? "page " : "pages ");

	for (guint i = 0; i < labels->len; i++)
		g_string_append_printf(list, "%s%s",
				       i == 0		     ? ""
				       : i + 1 < labels->len ? ", "
							     : " and ",
				       (const char *)labels->pdata[i]);
	return g_string_free(list, FALSE);
}

static char *path_of(const struct pressrun *run, const char *label)
{
	g_autofree char *name = lock_file_name(label);
	return g_build_filename(folder_path(run->edition->folder), name, NULL);
}

/* ---- is it what was built last ---- */

static JsonNode *facts_of(const char *text, gssize length)
{
	g_autoptr(JsonParser) parser = json_parser_new();
	JsonNode *root;

	if (!json_parser_load_from_data(parser, text, length, NULL))
		return NULL;
	root = json_parser_steal_root(parser);
	if (root != NULL && !JSON_NODE_HOLDS_OBJECT(root))
		g_clear_pointer(&root, json_node_unref);
	return root;
}

/* A page that was locked since is the same page; costs are kept in thousandths. */
static void forget_members(JsonNode *facts, const char *list)
{
	JsonNode *node = json_object_get_member(json_node_get_object(facts), list);
	JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;

	for (guint i = 0; array != NULL && i < json_array_get_length(array); i++) {
		JsonNode *element = json_array_get_element(array, i);
		JsonObject *object = JSON_NODE_HOLDS_OBJECT(element) ? json_node_get_object(element) : NULL;
		for (int m = 0; object != NULL && m < 2; m++)
			if (json_object_has_member(object, m == 0 ? "cost" : "locked"))
				json_object_remove_member(object, m == 0 ? "cost" : "locked");
	}
}

static gboolean agree(JsonNode *one, JsonNode *two, const char *member)
{
	forget_members(one, member);
	forget_members(two, member);
	JsonNode *a = json_object_get_member(json_node_get_object(one), member);
	JsonNode *b = json_object_get_member(json_node_get_object(two), member);

	return a != NULL && b != NULL && json_node_equal(a, b);
}

/* The pages are made up again from the same copy: they are those of the last build when the report is. */
static int compare_with_build(struct pressrun *run)
{
	g_autofree char *path = g_build_filename(run->options->out, run->edition->slug, "report.json", NULL);
	struct report_facts facts = {.version = ANBAN_VERSION,
				     .edition = run->edition,
				     .decisions = run->decisions,
				     .diag = run->diag};
	g_autofree char *now = report_json(&facts), *text = NULL;
	gsize length = 0;

	if (!g_file_get_contents(path, &text, &length, NULL))
		return fail(run, EXIT_NO_INPUT,
			    "there is no build of '%s' in %s: build the edition, then lock its pages",
			    run->edition->slug, run->options->out);
	g_autoptr(JsonNode) built = facts_of(text, (gssize)length), made = facts_of(now, -1);
	if (built != NULL && made != NULL && agree(built, made, "pages") && agree(built, made, "stories") &&
	    agree(built, made, "photos"))
		return EXIT_DONE;
	return fail(run, EXIT_BAD_INPUT,
		    "copy, layout or fonts have changed since the build in %s: build the edition again, look "
		    "at its "
		    "pages, then lock them",
		    run->options->out);
}

/* ---- lock ---- */

static gboolean is_page(const struct decisions *decisions, const char *label)
{
	for (guint i = 0; i < decisions->pages->len; i++)
		if (strcmp(((const struct page_decision *)decisions->pages->pdata[i])->label, label) == 0)
			return TRUE;
	return FALSE;
}

static int check_labels(struct pressrun *run, char *const *labels)
{
	for (int i = 0; labels[i] != NULL; i++)
		if (!is_page(run->decisions, labels[i]))
			return fail(run, EXIT_USAGE, "there is no page %s: the paper has %u", labels[i],
				    run->decisions->pages->len);
	return EXIT_DONE;
}

static int write_lock(struct pressrun *run, const char *label)
{
	struct lock_source source = {run->edition, run->design, run->book, run->paper, run->decisions};
	g_autofree char *path = path_of(run, label), *folder = g_path_get_dirname(path);
	g_autofree char *text = lock_write(&source, label);
	g_autoptr(GError) error = NULL;

	if (g_mkdir_with_parents(folder, 0755) != 0)
		return fail(run, EXIT_CREATE, "cannot make %s: %s", folder, g_strerror(errno));
	if (!g_file_set_contents_full(path, text, -1,
				      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
				      &error))
		return fail(run,
			    g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC) ? EXIT_IO : EXIT_CREATE,
			    "cannot write %s: %s", path, error->message);
	return EXIT_DONE;
}

static struct locks *locks_now(const struct pressrun *run)
{
	char *const none[] = {NULL};
	struct diag *unheard = diag_new();
	struct locks *locks = locks_read(run->edition, none, unheard);

	diag_free(unheard);
	return locks;
}

static gboolean are_locked(const struct locks *locks, char *const *labels)
{
	for (int i = 0; labels[i] != NULL; i++)
		if (locks_page(locks, labels[i]) == NULL)
			return FALSE;
	return TRUE;
}

static void tell_locked(const struct pressrun *run, const GPtrArray *together, guint asked)
{
	g_autofree char *list = list_of(together);
	g_autofree char *text = g_strdup_printf(
		"locked: %s%s\n", list,
		together->len > asked ? " (stories that go on lock their pages together)" : "");

	if (!run->options->quiet)
		wire_result(&run->wire, text);
}

/* A locked page stays as it is unless it is renewed: its file knows the old text. */
static int lock_pages(struct pressrun *run, char *const *labels)
{
	int code = check_labels(run, labels);

	if (code == EXIT_DONE && run->renew == NULL)
		code = compare_with_build(run);
	if (code != EXIT_DONE)
		return code;
	g_autoptr(GPtrArray) together = lock_together(run->decisions, labels);
	struct locks *locks = locks_now(run);
	for (guint i = 0; i < together->len && code == EXIT_DONE; i++)
		if (locks_page(locks, together->pdata[i]) == NULL ||
		    (run->renew != NULL &&
		     g_strv_contains((const char *const *)run->renew, together->pdata[i])))
			code = write_lock(run, together->pdata[i]);
	locks_free(locks);
	if (code == EXIT_DONE)
		tell_locked(run, together, g_strv_length((char **)labels));
	return code;
}

/* Pages that are locked already are renewed; others must be those of the last build. */
static gboolean make_pages(struct pressrun *run)
{
	struct locks *locks;

	if (!pressrun_read(run))
		return FALSE;
	locks = locks_now(run);
	run->renew = are_locked(locks, run->options->operands + 1) ? run->options->operands + 1 : NULL;
	locks_free(locks);
	return pressrun_make_up(run);
}

int lock_run(const struct options *options)
{
	struct pressrun *run = pressrun_new(options);
	gboolean well = make_pages(run);
	int code = pressrun_exit_code(run, well);

	wire_messages(&run->wire, run->diag);
	if (interrupt_code() != 0)
		return end(run, fail(run, interrupt_code(), "interrupted; nothing was locked"));
	if (!well || (code != EXIT_DONE && code != EXIT_DONE_WITH_FAULTS))
		return end(run, fail(run, code, "nothing was locked"));
	return end(run, lock_pages(run, options->operands + 1));
}

/* ---- unlock ---- */

/* The pages, and those that stories of theirs go on to or come from. */
static GPtrArray *locked_together(const struct locks *locks, char *const *labels)
{
	GPtrArray *together = g_ptr_array_new_with_free_func(g_free);

	for (int i = 0; labels[i] != NULL; i++)
		g_ptr_array_add(together, g_strdup(labels[i]));
	for (guint i = 0; i < together->len; i++) {
		const struct lock *lock = locks_page(locks, together->pdata[i]);
		for (guint s = 0; lock != NULL && s < lock->stories->len; s++) {
			const struct lock_story *story = lock->stories->pdata[s];
			g_auto(GStrv) pages = g_strsplit(story->pages, " ", -1);
			for (int p = 0; pages[p] != NULL; p++)
				if (!g_ptr_array_find_with_equal_func(together, pages[p], g_str_equal, NULL))
					g_ptr_array_add(together, g_strdup(pages[p]));
		}
	}
	return together;
}

static int unlock_page(struct pressrun *run, const char *label)
{
	g_autofree char *path = path_of(run, label);

	if (g_unlink(path) == 0)
		return EXIT_DONE;
	if (errno == ENOENT)
		return fail(run, EXIT_NO_INPUT, "page %s is not locked: there is no %s", label, path);
	return fail(run, EXIT_CREATE, "cannot remove %s: %s", path, g_strerror(errno));
}

static int unlock_pages(struct pressrun *run, char *const *labels)
{
	struct locks *locks = locks_now(run);
	g_autoptr(GPtrArray) together = locked_together(locks, labels);
	int code = EXIT_DONE;

	locks_free(locks);
	for (guint i = 0; i < together->len && code == EXIT_DONE; i++)
		code = unlock_page(run, together->pdata[i]);
	if (code != EXIT_DONE || run->options->quiet)
		return code;
	g_autofree char *list = list_of(together);
	g_autofree char *text = g_strdup_printf("unlocked: %s\n", list);
	wire_result(&run->wire, text);
	return EXIT_DONE;
}

static gboolean is_label(const char *label)
{
	return *label != '\0' && strlen(label) <= 5 &&
	       strspn(label, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == strlen(label);
}

int unlock_run(const struct options *options)
{
	struct pressrun *run = pressrun_new(options);
	char **labels = options->operands + 1;

	for (int i = 0; labels[i] != NULL; i++)
		if (!is_label(labels[i]))
			return end(run, fail(run, EXIT_USAGE, "'%s' is no page: write its label, such as 7",
					     labels[i]));
	if (!pressrun_read_copy(run) && run->edition == NULL) {
		wire_messages(&run->wire, run->diag);
		return end(run, pressrun_exit_code(run, FALSE));
	}
	return end(run, unlock_pages(run, labels));
}
