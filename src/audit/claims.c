#include "audit/claims.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define CLAIMS_ERROR g_quark_from_static_string("audit-claims")

static void page_claim_free(gpointer data)
{
	struct page_claim *page = data;
	g_free(page->label);
	g_free(page->template_name);
	g_free(page);
}

static void story_claim_free(gpointer data)
{
	struct story_claim *story = data;
	g_free(story->id);
	g_free(story->headline);
	g_free(story->status);
	g_free(story->text_trimmed);
	g_array_unref(story->parts);
	g_ptr_array_unref(story->photos);
	g_free(story);
}

void claims_free(struct claims *claims)
{
	if (claims == NULL)
		return;
	g_ptr_array_unref(claims->pages);
	g_ptr_array_unref(claims->stories);
	g_free(claims->pdf);
	g_free(claims->pdf_sha256);
	g_free(claims->input_sha256);
	g_free(claims);
}

/* ---- members, or the default where one is missing or of another type ---- */

static JsonNode *member(JsonObject *object, const char *name, GType type)
{
	JsonNode *node = object != NULL ? json_object_get_member(object, name) : NULL;
	return node != NULL && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == type ? node
												     : NULL;
}

static int integer_of(JsonObject *object, const char *name)
{
	JsonNode *node = member(object, name, G_TYPE_INT64);
	return node != NULL ? (int)CLAMP(json_node_get_int(node), G_MININT / 4, G_MAXINT / 4) : -1;
}

static char *text_of(JsonObject *object, const char *name)
{
	JsonNode *node = member(object, name, G_TYPE_STRING);
	return g_strdup(node != NULL ? json_node_get_string(node) : "");
}

static gboolean flag_of(JsonObject *object, const char *name)
{
	JsonNode *node = member(object, name, G_TYPE_BOOLEAN);
	return node != NULL && json_node_get_boolean(node);
}

static JsonObject *object_of(JsonObject *object, const char *name)
{
	JsonNode *node = object != NULL ? json_object_get_member(object, name) : NULL;
	return node != NULL && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

static JsonArray *array_of(JsonObject *object, const char *name)
{
	JsonNode *node = object != NULL ? json_object_get_member(object, name) : NULL;
	return node != NULL && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
}

static guint length_of(JsonArray *array)
{
	return array != NULL ? json_array_get_length(array) : 0;
}

static JsonObject *element_of(JsonArray *array, guint index)
{
	JsonNode *node = json_array_get_element(array, index);
	return JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

/* ---- the report ---- */

static void read_page(struct claims *claims, JsonObject *from)
{
	struct page_claim *page = g_new0(struct page_claim, 1);
	JsonObject *cells = object_of(from, "cells");

	page->number = integer_of(from, "number");
	page->label = text_of(from, "label");
	page->template_name = text_of(from, "template");
	page->columns = integer_of(from, "columns");
	page->rows = integer_of(from, "rows");
	page->locked = flag_of(from, "locked");
	page->total = integer_of(cells, "total");
	for (int use = 0; use < CELL_USES; use++)
		page->cells[use] = integer_of(cells, cells_use_word(use));
	g_ptr_array_add(claims->pages, page);
}

static int page_named(const struct claims *claims, const char *label)
{
	for (guint i = 0; i < claims->pages->len; i++)
		if (strcmp(((struct page_claim *)claims->pages->pdata[i])->label, label) == 0)
			return (int)i;
	return -1;
}

static void read_part(const struct claims *claims, struct story_claim *story, JsonObject *from)
{
	JsonObject *box = object_of(from, "box");
	g_autofree char *label = text_of(from, "page");
	struct part_claim part = {
		.page = page_named(claims, label),
		.box = {integer_of(box, "column"), integer_of(box, "row"), integer_of(box, "columns"),
			integer_of(box, "rows")},
		.lines = integer_of(from, "lines"),
	};
	g_array_append_val(story->parts, part);
}

static void read_story(struct claims *claims, JsonObject *from)
{
	struct story_claim *story = g_new0(struct story_claim, 1);
	JsonArray *parts = array_of(from, "parts");

	story->id = text_of(from, "id");
	story->headline = text_of(from, "headline");
	story->status = text_of(from, "status");
	story->text_trimmed = text_of(from, "text_trimmed");
	story->lines = integer_of(from, "lines");
	story->lines_trimmed = integer_of(from, "lines_trimmed");
	story->parts = g_array_new(FALSE, TRUE, sizeof(struct part_claim));
	story->photos = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < length_of(parts); i++)
		read_part(claims, story, element_of(parts, i));
	g_ptr_array_add(claims->stories, story);
}

static void read_photo(struct claims *claims, JsonObject *from)
{
	g_autofree char *id = text_of(from, "story");

	for (guint i = 0; i < claims->stories->len && flag_of(from, "used"); i++) {
		struct story_claim *story = claims->stories->pdata[i];
		if (strcmp(story->id, id) == 0)
			g_ptr_array_add(story->photos, text_of(from, "file"));
	}
}

static void read_output(struct claims *claims, JsonObject *from)
{
	g_autofree char *path = text_of(from, "path");

	if (!g_str_has_suffix(path, ".pdf") || strchr(path, '/') != NULL || claims->pdf != NULL)
		return;
	claims->pdf = g_steal_pointer(&path);
	claims->pdf_sha256 = text_of(from, "sha256");
}

static void read_all(struct claims *claims, JsonObject *root)
{
	static const struct {
		const char *name;
		void (*read)(struct claims *claims, JsonObject *from);
	} lists[] = {{"outputs", read_output},
		     {"pages", read_page},
		     {"stories", read_story},
		     {"photos", read_photo}};

	claims->input_sha256 = text_of(object_of(root, "edition"), "input_sha256");
	for (guint list = 0; list < G_N_ELEMENTS(lists); list++) {
		JsonArray *array = array_of(root, lists[list].name);
		for (guint i = 0; i < length_of(array); i++)
			lists[list].read(claims, element_of(array, i));
	}
}

struct claims *claims_read(const char *text, gssize length, GError **error)
{
	g_autoptr(JsonParser) parser = json_parser_new();
	struct claims *claims;
	JsonNode *root;

	if (!json_parser_load_from_data(parser, text, length, error))
		return NULL;
	root = json_parser_get_root(parser);
	g_autofree char *schema = root != NULL && JSON_NODE_HOLDS_OBJECT(root)
					  ? text_of(json_node_get_object(root), "schema")
					  : g_strdup("");
	if (strcmp(schema, "anban-report-1") != 0) {
		g_set_error(error, CLAIMS_ERROR, 0, "it has the schema '%s', not 'anban-report-1'", schema);
		return NULL;
	}
	claims = g_new0(struct claims, 1);
	claims->pages = g_ptr_array_new_with_free_func(page_claim_free);
	claims->stories = g_ptr_array_new_with_free_func(story_claim_free);
	read_all(claims, json_node_get_object(root));
	return claims;
}
