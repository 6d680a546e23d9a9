#include "desk/slip.h"

#include <string.h>

#include "base/folder.h"

static gboolean is_plain(const char *text)
{
	static const char *const words[] = {"true", "false", "yes", "no", "null",
					    "on",   "off",   "y",   "n",  NULL};
	g_autofree char *lower = g_ascii_strdown(text, -1);

	if (!g_ascii_isalpha(*text) || g_strv_contains(words, lower))
		return FALSE;
	for (const char *at = text; *at != '\0'; at++)
		if (!g_ascii_isalnum(*at) && strchr("/._-", *at) == NULL)
			return FALSE;
	return TRUE;
}

char *slip_scalar(const char *text)
{
	g_autoptr(GString) quoted = g_string_new("'");

	if (is_plain(text))
		return g_strdup(text);
	for (const char *at = text; *at != '\0'; at++)
		g_string_append(quoted, *at == '\'' ? "''" : (char[]){*at, '\0'});
	g_string_append_c(quoted, '\'');
	return g_string_free(g_steal_pointer(&quoted), FALSE);
}

char *slip_focus(int x, int y)
{
	int across = CLAMP((x * 100 + 32768) / 65536, 0, 100),
	    down = CLAMP((y * 100 + 32768) / 65536, 0, 100);

	return g_strdup_printf("focus: [%d.%02d, %d.%02d]", across / 100, across % 100, down / 100,
			       down % 100);
}

static char *shell_word(const char *text)
{
	for (const char *at = text; *at != '\0'; at++)
		if (!g_ascii_isalnum(*at) && strchr("/._-+=:", *at) == NULL)
			return g_shell_quote(text);
	return g_strdup(text);
}

char *slip_command(const struct edition *edition, const char *command, const char *label, const char *out)
{
	g_autofree char *folder =
		shell_word(edition->folder != NULL ? folder_path(edition->folder) : "EDITION");
	g_autofree char *into = out != NULL ? shell_word(out) : NULL;

	return g_strdup_printf("anban %s %s%s%s%s%s\n", command, folder, label != NULL ? " " : "",
			       label != NULL ? label : "", into != NULL ? " -o " : "",
			       into != NULL ? into : "");
}

/* ---- one page's line ---- */

static const struct plan_page *planned(const struct edition *edition, const char *label)
{
	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *page = g_ptr_array_index(edition->plan, i);
		if (strcmp(page->label, label) == 0)
			return page;
	}
	return NULL;
}

static void put_key(GString *line, const char *key, const char *value)
{
	g_autofree char *scalar = slip_scalar(value);

	g_string_append_printf(line, "%s%s: %s", line->str[line->len - 1] == '{' ? "" : ", ", key, scalar);
}

static void put_story(GString *list, const struct plan_story *story, const struct slip *slip)
{
	static const char *const corners[] = {NULL, "top-left", "top-right", "bottom-left", "bottom-right"};
	gboolean changed = g_strcmp0(slip->story, story->story) == 0;
	int columns = changed && slip->columns > 0 ? slip->columns : story->columns;
	int photo = changed && slip->photo_columns > 0 ? slip->photo_columns : story->photo_columns;
	g_autoptr(GString) entry = g_string_new("{");

	put_key(entry, "story", story->story);
	if (corners[story->at] != NULL)
		put_key(entry, "at", corners[story->at]);
	if (columns > 0)
		g_string_append_printf(entry, ", columns: %d", columns);
	if (photo > 0)
		g_string_append_printf(entry, ", photo_columns: %d", photo);
	g_string_append_printf(list, "%s%s}", list->len > 0 ? ", " : "", entry->str);
}

static gboolean leads_already(const struct plan_page *page, const struct slip *slip)
{
	return page != NULL && slip->story != NULL && g_strcmp0(page->lead, slip->story) == 0;
}

/* What is planned for the page, changed as the slip says when it is the slip's own page. */
static char *stories_of(const struct plan_page *page, const struct slip *slip, gboolean own)
{
	g_autoptr(GString) list = g_string_new(NULL);
	gboolean there = FALSE, wants_entry = slip->columns > 0 || slip->photo_columns > 0;

	for (guint i = 0; page != NULL && i < page->stories->len; i++) {
		const struct plan_story *story = &g_array_index(page->stories, struct plan_story, i);
		gboolean same = g_strcmp0(story->story, slip->story) == 0;
		if (same && (!own || slip->lead))
			continue;
		there |= same;
		put_story(list, story, slip);
	}
	if (own && slip->story != NULL && !slip->lead && !there &&
	    (wants_entry || !leads_already(page, slip))) {
		struct plan_story story = {.story = (char *)slip->story};
		put_story(list, &story, slip);
	}
	return g_string_free(g_steal_pointer(&list), list->len == 0);
}

static char *page_line(const struct plan_page *page, const struct slip *slip, const char *label)
{
	gboolean own = strcmp(label, slip->page) == 0;
	g_autoptr(GString) line = g_string_new("{");
	g_autofree char *stories = stories_of(page, slip, own);
	g_autofree char *key = g_ascii_isdigit(*label) ? g_strdup(label) : slip_scalar(label);
	const char *lead = page != NULL ? page->lead : NULL;

	if (own && slip->lead)
		lead = slip->story;
	else if (g_strcmp0(lead, slip->story) == 0 && slip->story != NULL && !own)
		lead = NULL;
	if (page != NULL && page->template_name != NULL)
		put_key(line, "template", page->template_name);
	if (page != NULL && page->section != NULL)
		put_key(line, "section", page->section);
	if (lead != NULL)
		put_key(line, "lead", lead);
	if (stories != NULL)
		g_string_append_printf(line, "%sstories: [%s]", line->len > 1 ? ", " : "", stories);
	if (page != NULL && page->locked)
		g_string_append_printf(line, "%slocked: true", line->len > 1 ? ", " : "");
	if (line->len == 1)
		return g_strdup_printf("  # and take the line of page %s away\n", label);
	return g_strdup_printf("  %s: %s}\n", key, line->str);
}

/* ---- all lines ---- */

static gboolean page_names(const struct plan_page *page, const char *story)
{
	if (story == NULL)
		return FALSE;
	if (g_strcmp0(page->lead, story) == 0)
		return TRUE;
	for (guint i = 0; i < page->stories->len; i++)
		if (strcmp(g_array_index(page->stories, struct plan_story, i).story, story) == 0)
			return TRUE;
	return FALSE;
}

static gboolean page_changes(const struct plan_page *page, const struct slip *slip)
{
	return strcmp(page->label, slip->page) != 0 && page_names(page, slip->story);
}

char *slip_plan(const struct edition *edition, const struct slip *slip)
{
	g_autoptr(GString) lines = g_string_new(edition->plan->len == 0 ? "plan:\n" : "");
	g_autofree char *own = page_line(planned(edition, slip->page), slip, slip->page);

	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *page = g_ptr_array_index(edition->plan, i);
		if (page_changes(page, slip)) {
			g_autofree char *line = page_line(page, slip, page->label);
			g_string_append(lines, line);
		}
	}
	g_string_append(lines, own);
	return g_string_free(g_steal_pointer(&lines), FALSE);
}

char *slip_plan_place(const struct edition *edition, const struct slip *slip)
{
	const struct plan_page *own = planned(edition, slip->page);
	g_autoptr(GString) place = g_string_new("edition.yaml");

	g_string_append(place, edition->plan->len == 0 ? ", at the end" : ", under plan:");
	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *page = g_ptr_array_index(edition->plan, i);
		if (page == own || page_changes(page, slip))
			g_string_append_printf(place, "%s page %s (line %d)",
					       strstr(place->str, "instead") == NULL ? ", instead of"
										     : " and",
					       page->label, page->place.line);
	}
	return g_string_free(g_steal_pointer(&place), FALSE);
}
