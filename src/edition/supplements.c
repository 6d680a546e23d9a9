#include "edition/supplements.h"

#include <string.h>

#include "edition/copy_text.h"
#include "edition/parts.h"
#include "edition/plan.h"

static void wrong(const struct loading *loading, struct place place, const char *text)
{
	diag_add(loading->diag, DIAG_VALUE_WRONG, place, "%s", text);
}

static struct place place_of(const struct yaml_node *node, struct place otherwise)
{
	return node != NULL ? node->place : otherwise;
}

/* ---- one supplement ---- */

/* The folder without its stroke; NULL when it is none of the edition's (told). */
static char *folder_of(const struct loading *loading, const struct yaml_node *node, const char *text)
{
	g_autofree char *path = folder_resolve("", text);
	g_autoptr(GPtrArray) files = NULL;

	if (path == NULL || *path == '\0' || strcmp(path, ".") == 0) {
		diag_add(loading->diag, DIAG_PATH_ESCAPES, node->place,
			 "folder: '%s' is no folder inside the edition folder: name one, such as weekend",
			 text);
		return NULL;
	}
	files = folder_list(loading->edition->folder, path, ".md", NULL);
	if (files == NULL)
		diag_add(loading->diag, DIAG_FILE_MISSING, node->place,
			 "folder: there is no folder '%s' for the supplement: mend the name, or put its "
			 "stories there",
			 path);
	else if (files->len == 0)
		diag_add(loading->diag, DIAG_EDITION_EMPTY, node->place,
			 "folder: '%s' holds no story for the supplement: add *.md files or take the "
			 "supplement away",
			 path);
	return files != NULL && files->len > 0 ? g_steal_pointer(&path) : NULL;
}

/* "S1" is the pages S1, S2, ...: one or two capitals, then 1. */
static char *prefix_of(const struct loading *loading, const struct yaml_node *node, struct place place)
{
	const char *text = node != NULL ? house_file_text(node) : "S1";
	gsize letters = text != NULL ? strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;

	if (letters >= 1 && letters <= 2 && strcmp(text + letters, "1") == 0)
		return g_strndup(text, letters);
	diag_add(loading->diag, DIAG_VALUE_WRONG, place_of(node, place),
		 "numbering: '%s' is not the label of a supplement's first page: write one or two capitals "
		 "and 1, such as S1",
		 text != NULL ? text : "");
	return NULL;
}

static const struct supplement *with_prefix(const struct edition *edition, const char *prefix)
{
	for (guint i = 0; i < edition->supplements->len; i++) {
		const struct supplement *supplement = edition->supplements->pdata[i];
		if (strcmp(supplement->prefix, prefix) == 0)
			return supplement;
	}
	return NULL;
}

static gboolean is_inside(const char *path, const char *folder)
{
	return g_str_has_prefix(path, folder) && path[strlen(folder)] == '/';
}

static gboolean folder_is_free(const struct loading *loading, const char *folder, struct place place)
{
	for (guint i = 0; i < loading->edition->supplements->len; i++) {
		const struct supplement *other = loading->edition->supplements->pdata[i];
		if (strcmp(folder, other->folder) != 0 && !is_inside(folder, other->folder) &&
		    !is_inside(other->folder, folder))
			continue;
		diag_add(loading->diag, DIAG_VALUE_WRONG, place,
			 "folder: the supplement '%s' has these stories already: give each its own folder",
			 other->id);
		return FALSE;
	}
	return TRUE;
}

static void labels_read(struct loading *loading, const struct yaml_node *node, struct supplement *supplement)
{
	const struct yaml_node *numbering = yaml_get(node, "numbering"), *after = yaml_get(node, "after");
	const struct supplement *other;
	gint64 page;

	supplement->prefix = prefix_of(loading, numbering, node->place);
	other = supplement->prefix != NULL ? with_prefix(loading->edition, supplement->prefix) : NULL;
	if (other != NULL) {
		diag_add(loading->diag, DIAG_VALUE_WRONG, place_of(numbering, node->place),
			 "numbering: the pages of '%s' are called %s1, %s2 already: write another letter",
			 other->id, other->prefix, other->prefix);
		g_clear_pointer(&supplement->prefix, g_free);
	}
	supplement->after_place = place_of(after, node->place);
	if (after == NULL)
		return;
	if (house_file_text(after) != NULL && g_ascii_string_to_signed(after->text, 10, 1, 999, &page, NULL))
		supplement->after = g_strdup_printf("%d", (int)page);
	else
		wrong(loading, after->place,
		      "after: write the number of the main page that the supplement follows, such as 12");
}

static void look_read(struct loading *loading, const struct yaml_node *node, struct supplement *supplement)
{
	const struct edition *edition = loading->edition;
	static const char *const kinds[] = {"editorial", "sponsored", NULL};
	const struct yaml_node *layout = yaml_get(node, "layout"), *name = yaml_get(node, "name");
	const char *language = yaml_text(node, "language", edition->language);

	supplement->name = house_file_text(name) != NULL
				   ? copy_text_line(name->text, name->place, loading->diag)
				   : g_strdup(edition->name);
	supplement->language = strcmp(language, "vi") == 0 ? "vi" : "en";
	supplement->sponsored = yaml_word(node, "kind", kinds, 0) == 1;
	supplement->layout = g_strdup(yaml_text(node, "layout", edition->layout));
	supplement->layout_place = place_of(layout, node->place);
	if (strchr(supplement->layout, '/') == NULL && *supplement->layout != '.' &&
	    *supplement->layout != '\0')
		return;
	diag_add(loading->diag, DIAG_VALUE_WRONG, supplement->layout_place,
		 "layout: '%s' is no layout's name: write the name of a folder of layouts/",
		 supplement->layout);
	g_free(supplement->layout);
	supplement->layout = g_strdup(edition->layout);
}

static void supplement_read(struct loading *loading, const struct yaml_node *node)
{
	const struct yaml_node *folder = yaml_get(node, "folder");
	struct supplement *supplement;

	if (node->kind != YAML_MAP || house_file_text(folder) == NULL)
		return;
	supplement = g_new0(struct supplement, 1);
	supplement->place = node->place;
	supplement->folder = folder_of(loading, folder, folder->text);
	supplement->id = g_strdup(yaml_text(node, "id", folder->text));
	labels_read(loading, node, supplement);
	look_read(loading, node, supplement);
	supplement->pages = plan_pages_rule(loading, yaml_get(node, "pages"));
	if (supplement->folder != NULL && supplement->prefix != NULL &&
	    folder_is_free(loading, supplement->folder, folder->place))
		g_ptr_array_add(loading->edition->supplements, supplement);
	else
		supplement_free(supplement);
}

void supplements_read(struct loading *loading)
{
	const struct yaml_node *list = house_file_value(&loading->house, "supplements");

	for (guint i = 0; list != NULL && list->kind == YAML_LIST && i < list->nodes->len; i++)
		supplement_read(loading, g_ptr_array_index(list->nodes, i));
}

/* ---- what belongs to which ---- */

int supplements_run_of(const struct edition *edition, const char *file)
{
	for (guint i = 0; i < edition->supplements->len; i++)
		if (is_inside(file, ((const struct supplement *)edition->supplements->pdata[i])->folder))
			return (int)i + 1;
	return 0;
}

const struct supplement *supplements_of(const struct edition *edition, const char *file)
{
	int run = supplements_run_of(edition, file);

	return run > 0 ? edition->supplements->pdata[run - 1] : NULL;
}

static void add_ads(const struct edition *edition, struct edition *run)
{
	for (guint i = 0; i < edition->ads->len; i++) {
		struct ad *ad = edition->ads->pdata[i];
		gboolean is_ours = ad->page != NULL ? edition_page_number(run, ad->page) > 0
				   : ad->filler	    ? run->language == edition->language
						    : run->supplement == NULL;
		if (is_ours)
			g_ptr_array_add(run->ads, ad);
	}
}

static struct edition *run_new(const struct edition *edition, const struct supplement *supplement, int index)
{
	struct edition *run = g_memdup2(edition, sizeof *run);

	run->whole = edition;
	run->supplement = supplement;
	run->stories = g_ptr_array_new();
	run->ads = g_ptr_array_new();
	run->plan = g_ptr_array_new();
	if (supplement != NULL) {
		run->name = supplement->name;
		run->language = supplement->language;
		run->layout = supplement->layout;
		run->pages = supplement->pages;
	}
	for (guint i = 0; i < edition->stories->len; i++)
		if (((struct story *)edition->stories->pdata[i])->run == index)
			g_ptr_array_add(run->stories, edition->stories->pdata[i]);
	for (guint i = 0; i < edition->plan->len; i++)
		if (edition_page_number(run, ((struct plan_page *)edition->plan->pdata[i])->label) > 0)
			g_ptr_array_add(run->plan, edition->plan->pdata[i]);
	add_ads(edition, run);
	return run;
}

static void check_planned(const struct loading *loading, const struct plan_page *page, const char *id,
			  struct place place)
{
	const struct story *story = id != NULL ? edition_story(loading->edition, id) : NULL;

	if (story != NULL && story->run != edition_run_of_label(loading->edition, page->label))
		diag_add(loading->diag, DIAG_PLAN_UNKNOWN, place,
			 "the plan of page %s names '%s', which belongs to another run of pages: plan it "
			 "there, or move its file",
			 page->label, id);
}

static void check_plan(const struct loading *loading)
{
	const struct edition *edition = loading->edition;

	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *page = edition->plan->pdata[i];
		if (edition_run_of_label(edition, page->label) < 0) {
			diag_add(loading->diag, DIAG_PLAN_UNKNOWN, page->place,
				 "plan: no supplement has a page %s: name it in 'supplements:', or mend the "
				 "label",
				 page->label);
			continue;
		}
		check_planned(loading, page, page->lead, page->place);
		for (guint k = 0; k < page->stories->len; k++) {
			const struct plan_story *story = &g_array_index(page->stories, struct plan_story, k);
			check_planned(loading, page, story->story, story->place);
		}
	}
}

static gboolean has_story(const struct edition *run)
{
	for (guint i = 0; i < run->stories->len; i++)
		if (((const struct story *)run->stories->pdata[i])->fate == FATE_TO_PLACE)
			return TRUE;
	return FALSE;
}

static void tell_empty(const struct loading *loading, const struct edition *run)
{
	if (run->supplement != NULL && !has_story(run))
		diag_add(
			loading->diag, DIAG_EDITION_EMPTY, run->supplement->place,
			"no story of the supplement '%s' is ready to print: add one with 'status: ready', or "
			"take the supplement away",
			run->supplement->id);
}

void supplements_divide(struct loading *loading)
{
	struct edition *edition = loading->edition;

	for (guint i = 0; edition->supplements->len > 0 && i <= edition->supplements->len; i++) {
		const struct supplement *supplement = i > 0 ? edition->supplements->pdata[i - 1] : NULL;
		g_ptr_array_add(edition->runs, run_new(edition, supplement, (int)i));
		tell_empty(loading, edition->runs->pdata[i]);
	}
	check_plan(loading);
}
