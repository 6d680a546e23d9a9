#include "edition/plan.h"

#include <string.h>

#include "edition/copy_text.h"
#include "edition/parts.h"

#define PAGES_MAX   999
#define COLUMNS_MAX 24

static const char *const corners[] = {"top-left", "top-right", "bottom-left", "bottom-right", NULL};

static const struct schema_key story_schema[] = {
	{.name = "story", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "at", .type = SCHEMA_WORD, .words = corners},
	{.name = "columns", .type = SCHEMA_INTEGER},
	{.name = "photo_columns", .type = SCHEMA_INTEGER},
	{.name = NULL},
};

static const struct schema_key page_schema[] = {
	{.name = "template", .type = SCHEMA_TEXT},
	{.name = "lead", .type = SCHEMA_TEXT},
	{.name = "section", .type = SCHEMA_TEXT},
	{.name = "stories", .type = SCHEMA_LIST, .inside = story_schema},
	{.name = "locked", .type = SCHEMA_BOOLEAN},
	{.name = NULL},
};

static const struct schema_key pages_schema[] = {
	{.name = "min", .type = SCHEMA_INTEGER},
	{.name = "max", .type = SCHEMA_INTEGER},
	{.name = "multiple", .type = SCHEMA_INTEGER},
	{.name = NULL},
};

static void wrong(const struct loading *loading, struct place place, const char *text)
{
	diag_add(loading->diag, DIAG_VALUE_WRONG, place, "%s", text);
}

/* ---- pages: ---- */

static gboolean pages_are_fit(const struct pages_rule *pages)
{
	return pages->min >= 1 && pages->min <= PAGES_MAX && pages->max >= 0 && pages->max <= PAGES_MAX &&
	       (pages->max == 0 || pages->max >= pages->min) && pages->multiple >= 1 && pages->multiple <= 64;
}

struct pages_rule plan_pages_rule(const struct loading *loading, const struct yaml_node *node)
{
	struct pages_rule pages = {1, 0, 1, {0}};
	const char *text = house_file_text(node);
	gint64 count;

	if (node == NULL || g_strcmp0(text, "auto") == 0)
		return pages;
	pages.place = node->place;
	if (node->kind == YAML_MAP) {
		schema_check(node, pages_schema, &house_file_codes, loading->diag);
		pages.min = yaml_integer(node, "min", 1);
		pages.max = yaml_integer(node, "max", 0);
		pages.multiple = yaml_integer(node, "multiple", 1);
	} else if (text != NULL && g_ascii_string_to_signed(text, 10, 1, PAGES_MAX, &count, NULL)) {
		pages.min = pages.max = (int)count;
	} else {
		pages.min = 0;
	}
	if (pages_are_fit(&pages))
		return pages;
	wrong(loading, node->place, "pages: write auto, a number, or {min: 8, max: 24, multiple: 4}");
	return (struct pages_rule){1, 0, 1, {0}};
}

/* ---- plan: ---- */

static char *id_of(const struct yaml_node *node)
{
	const char *text = house_file_text(node);

	if (text == NULL)
		return NULL;
	return g_str_has_suffix(text, ".md") ? g_strndup(text, strlen(text) - 3) : g_strdup(text);
}

/* "1", "24", "S1" */
static gboolean label_is_fit(const char *label)
{
	gsize letters = strspn(label, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	gsize figures = strspn(label + letters, "0123456789");

	return letters <= 2 && figures >= 1 && figures <= 3 && label[letters + figures] == '\0' &&
	       label[letters] != '0';
}

static void page_story_read(struct loading *loading, const struct yaml_node *node, struct plan_page *page)
{
	struct plan_story story = {.place = node->place};

	story.story = id_of(yaml_get(node, "story"));
	if (story.story == NULL)
		return;
	story.place = yaml_get(node, "story")->place;
	story.at = (enum corner)(yaml_word(node, "at", corners, -1) + CORNER_TOP_LEFT);
	story.columns = yaml_integer(node, "columns", 0);
	story.photo_columns = yaml_integer(node, "photo_columns", 0);
	if (story.columns < 0 || story.columns > COLUMNS_MAX || story.photo_columns < 0 ||
	    story.photo_columns > COLUMNS_MAX)
		wrong(loading, node->place, "columns: write the number of columns, 1 or more");
	g_array_append_val(page->stories, story);
}

static void page_read(struct loading *loading, const struct yaml_node *node)
{
	const struct yaml_node *stories;
	struct plan_page *page;

	if (!label_is_fit(node->key)) {
		diag_add(loading->diag, DIAG_VALUE_WRONG, node->key_place,
			 "plan: '%s' is no page: write its label, such as 4 or S1", node->key);
		return;
	}
	if (!schema_check(node, page_schema, &house_file_codes, loading->diag) || node->kind != YAML_MAP)
		return;
	page = plan_page_new(node->key);
	page->place = node->key_place;
	page->template_name = g_strdup(yaml_text(node, "template", NULL));
	page->lead = id_of(yaml_get(node, "lead"));
	page->section = g_strdup(yaml_text(node, "section", NULL));
	page->locked = yaml_boolean(node, "locked", FALSE);
	stories = yaml_get(node, "stories");
	for (guint i = 0; stories != NULL && stories->kind == YAML_LIST && i < stories->nodes->len; i++)
		page_story_read(loading, g_ptr_array_index(stories->nodes, i), page);
	g_ptr_array_add(loading->edition->plan, page);
}

void plan_read(struct loading *loading)
{
	const struct yaml_node *plan = house_file_value(&loading->house, "plan");

	loading->edition->pages = plan_pages_rule(loading, house_file_value(&loading->house, "pages"));
	if (plan == NULL)
		return;
	if (plan->kind != YAML_MAP) {
		wrong(loading, plan->place,
		      "plan: write pages by label, such as {1: {lead: society/ferry-link}}");
		return;
	}
	for (guint i = 0; i < plan->nodes->len; i++)
		page_read(loading, g_ptr_array_index(plan->nodes, i));
}

/* ---- against the stories ---- */

static void replace_in(struct plan_page *page, const struct story *story)
{
	if (g_strcmp0(page->lead, story->replaces) == 0) {
		g_free(page->lead);
		page->lead = g_strdup(story->id);
	}
	for (guint i = 0; i < page->stories->len; i++) {
		struct plan_story *planned = &g_array_index(page->stories, struct plan_story, i);
		if (strcmp(planned->story, story->replaces) != 0)
			continue;
		g_free(planned->story);
		planned->story = g_strdup(story->id);
	}
}

/* A draft takes nobody's place, and a faulty story leaves the one before it standing. */
static void replacements_make(struct loading *loading)
{
	struct edition *edition = loading->edition;

	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		struct story *old;

		if (story->replaces == NULL || story->fate != FATE_TO_PLACE || story->status != STATUS_READY)
			continue;
		old = (struct story *)edition_story(edition, story->replaces);
		if (old == NULL || old == story) {
			diag_add(loading->diag, DIAG_SEE_ALSO_DEAD, story->place,
				 "replaces: '%s' is no story of this edition: mend the name",
				 story->replaces);
			continue;
		}
		old->status = STATUS_KILLED;
		g_free(old->why);
		old->why = g_strdup_printf("replaced by %s", story->id);
		for (guint page = 0; page < edition->plan->len; page++)
			replace_in(g_ptr_array_index(edition->plan, page), story);
	}
}

static void tell_unknown(const struct loading *loading, const char *id, struct place place)
{
	const struct edition *edition = loading->edition;
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	const char *nearest;

	for (guint i = 0; i < edition->stories->len; i++)
		g_ptr_array_add(ids, ((const struct story *)g_ptr_array_index(edition->stories, i))->id);
	g_ptr_array_add(ids, NULL);
	nearest = diag_nearest(id, (const char *const *)ids->pdata);
	if (nearest != NULL)
		diag_add(loading->diag, DIAG_PLAN_UNKNOWN, place,
			 "the plan names the story '%s', which the edition has not; did you mean '%s'?", id,
			 nearest);
	else
		diag_add(loading->diag, DIAG_PLAN_UNKNOWN, place,
			 "the plan names the story '%s', which the edition has not: add the story or mend "
			 "the plan",
			 id);
}

static void check_once(const struct loading *loading, GHashTable *seen, const char *id, struct place place)
{
	if (edition_story(loading->edition, id) == NULL)
		tell_unknown(loading, id, place);
	else if (!g_hash_table_add(seen, (gpointer)id))
		diag_add(loading->diag, DIAG_VALUE_WRONG, place,
			 "the plan names the story '%s' twice: give it one place", id);
}

static void section_check(const struct loading *loading, const struct plan_page *page)
{
	const struct edition *edition = loading->edition;

	for (guint i = 0; i < edition->sections->len; i++)
		if (g_strcmp0(((const struct section *)g_ptr_array_index(edition->sections, i))->name,
			      page->section) == 0)
			return;
	if (page->section != NULL)
		diag_add(loading->diag, DIAG_PLAN_UNKNOWN, page->place,
			 "the plan of page %s names the section '%s', which the paper has not: name one of "
			 "'sections:'",
			 page->label, page->section);
}

void plan_resolve(struct loading *loading)
{
	const struct edition *edition = loading->edition;
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	replacements_make(loading);
	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *page = g_ptr_array_index(edition->plan, i);
		section_check(loading, page);
		if (page->lead != NULL)
			check_once(loading, seen, page->lead, page->place);
		for (guint k = 0; k < page->stories->len; k++) {
			const struct plan_story *story = &g_array_index(page->stories, struct plan_story, k);
			if (g_strcmp0(story->story, page->lead) != 0)
				check_once(loading, seen, story->story, story->place);
		}
	}
}

gboolean plan_names(const struct edition *edition, const char *id)
{
	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *page = g_ptr_array_index(edition->plan, i);
		if (g_strcmp0(page->lead, id) == 0)
			return TRUE;
		for (guint k = 0; k < page->stories->len; k++)
			if (strcmp(g_array_index(page->stories, struct plan_story, k).story, id) == 0)
				return TRUE;
	}
	return FALSE;
}
