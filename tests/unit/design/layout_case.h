/* The test layout (paper/) with one thing changed, and what is then told. */
#ifndef TESTS_DESIGN_LAYOUT_CASE_H
#define TESTS_DESIGN_LAYOUT_CASE_H

#include <glib/gstdio.h>
#include <string.h>

#include "design/design.h"

static const char *const layout_files[] = {"layout.yaml", "templates.yaml", "words.yaml"};

struct layout_change {
	const char *file;      /* of layout_files */
	const char *from, *to; /* first occurrence; NULL from: the whole file */
};

struct layout_case {
	char *layouts; /* a folder with the layout "paper" */
	char *texts[3];
	gsize changed_at; /* in the changed file */
	struct diag *diag;
	struct design *design; /* NULL when it was refused */
};

static inline char *layout_path(const char *layouts, const char *file)
{
	return g_build_filename(layouts, "paper", file, NULL);
}

static inline char *plain_text(const char *file)
{
	g_autofree char *path =
		g_build_filename(g_getenv("ANBAN_SOURCE"), "tests/unit/design/paper", file, NULL);
	char *text = NULL;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	return text;
}

static inline char *text_change(const char *text, const struct layout_change *change, gsize *changed_at)
{
	const char *at = change->from ? strstr(text, change->from) : NULL;

	if (!change->from)
		return g_strdup(change->to);
	if (!at)
		g_error("'%s' is not in the test layout's %s", change->from, change->file);
	g_autofree char *head = g_strndup(text, (gsize)(at - text));

	*changed_at = strlen(head);
	return g_strconcat(head, change->to, at + strlen(change->from), NULL);
}

static inline struct layout_case layout_case_load(const struct layout_change *change)
{
	struct layout_case c = {.layouts = g_dir_make_tmp("anban-layouts-XXXXXX", NULL), .diag = diag_new()};
	g_autofree char *folder = layout_path(c.layouts, NULL);

	g_mkdir(folder, 0700);
	for (int i = 0; i < 3; i++) {
		g_autofree char *path = layout_path(c.layouts, layout_files[i]);

		g_autofree char *text = plain_text(layout_files[i]);
		gboolean changes = change && strcmp(change->file, layout_files[i]) == 0;

		c.texts[i] = changes ? text_change(text, change, &c.changed_at) : g_strdup(text);
		g_assert_true(g_file_set_contents(path, c.texts[i], -1, NULL));
	}
	c.design = design_load(c.layouts, "paper", c.diag);
	return c;
}

static inline void layout_case_free(struct layout_case *c)
{
	for (int i = 0; i < 3; i++) {
		g_autofree char *path = layout_path(c->layouts, layout_files[i]);

		g_unlink(path);
		g_free(c->texts[i]);
	}
	g_autofree char *folder = layout_path(c->layouts, NULL);

	g_rmdir(folder);
	g_rmdir(c->layouts);
	g_free(c->layouts);
	design_free(c->design);
	diag_free(c->diag);
}

/* The design out of its case, which is freed. */
static inline struct design *layout_case_keep(struct layout_case *c)
{
	struct design *design = g_steal_pointer(&c->design);

	layout_case_free(c);
	return design;
}

/* Where `marker` first stands in a file, behind the change if it is there. */
static inline struct place layout_case_place(const struct layout_case *c, const char *file,
					     const char *marker)
{
	g_autofree char *path = layout_path(c->layouts, file);
	const char *text = NULL;
	struct place place = {g_intern_string(path), 1, 1};

	for (int i = 0; i < 3; i++)
		if (strcmp(layout_files[i], file) == 0)
			text = c->texts[i];
	const char *at = strlen(text) > c->changed_at ? strstr(text + c->changed_at, marker) : NULL;

	at = at ? at : strstr(text, marker);
	g_assert_nonnull(at);
	for (; text < at; text = g_utf8_next_char(text)) {
		place.column = *text == '\n' ? 1 : place.column + 1;
		place.line += *text == '\n';
	}
	return place;
}

static inline void assert_told(const struct layout_case *c, enum diag_code code, struct place place,
			       const char *words)
{
	for (guint i = 0; i < c->diag->messages->len; i++) {
		const struct diag_message *message = g_ptr_array_index(c->diag->messages, i);

		if (message->code == code && strstr(message->text, words) &&
		    message->place.line == place.line && message->place.column == place.column &&
		    strcmp(message->place.file, place.file) == 0)
			return;
	}
	for (guint i = 0; i < c->diag->messages->len; i++) {
		g_autofree char *line = diag_message_line(g_ptr_array_index(c->diag->messages, i));

		g_printerr("told: %s\n", line);
	}
	g_error("not told: %s:%d:%d %s ... %s", place.file, place.line, place.column, diag_code_slug(code),
		words);
}

/* After the change the layout is refused, and the fault is placed where `marker` stands. */
static inline void assert_refused(const char *file, const char *from, const char *to, const char *marker,
				  int offset, enum diag_code code, const char *words)
{
	struct layout_change change = {file, from, to};
	struct layout_case c = layout_case_load(&change);
	struct place place = layout_case_place(&c, file, marker);

	place.column += offset;
	g_assert_null(c.design);
	assert_told(&c, code, place, words);
	g_assert_cmpint(diag_exit_code(c.diag, FALSE), ==, 78);
	layout_case_free(&c);
}

#endif
