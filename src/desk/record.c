#include "desk/record.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "desk/places.h"

#define SCHEMA "anban-proof-1"

static void entry_free(gpointer data)
{
	struct record_page *page = data;
	g_free(page->label);
	g_free(page->picture);
	g_free(page);
}

static void story_free(gpointer data)
{
	struct record_story *story = data;
	g_free(story->id);
	g_free(story->headline);
	g_ptr_array_unref(story->pages);
	g_ptr_array_unref(story->text);
	g_free(story);
}

static struct record *record_new(void)
{
	struct record *record = g_new(struct record, 1);

	record->pages = g_ptr_array_new_with_free_func(entry_free);
	record->stories = g_ptr_array_new_with_free_func(story_free);
	return record;
}

void record_free(struct record *record)
{
	if (record == NULL)
		return;
	g_ptr_array_unref(record->pages);
	g_ptr_array_unref(record->stories);
	g_free(record);
}

static struct record_story *add_story(struct record *record)
{
	struct record_story *story = g_new0(struct record_story, 1);

	story->pages = g_ptr_array_new_with_free_func(g_free);
	story->text = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(record->stories, story);
	return story;
}

/* ---- of a proof ---- */

static void add_text(GPtrArray *text, const char *paragraph)
{
	if (paragraph != NULL && *paragraph != '\0')
		g_ptr_array_add(text, g_strdup(paragraph));
}

static void add_spans(GPtrArray *text, const GArray *spans)
{
	g_autoptr(GString) paragraph = g_string_new(NULL);

	for (guint i = 0; i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);
		g_string_append(paragraph, (span->flags & SPAN_LINE_BREAK) != 0 ? "\n" : span->text);
	}
	add_text(text, paragraph->str);
}

static void add_block(GPtrArray *text, const struct block *block)
{
	if (block->kind != BLOCK_TABLE) {
		add_spans(text, block->spans);
		return;
	}
	for (int i = 0; i < block->table->rows * block->table->columns; i++)
		add_spans(text, block->table->cells[i].spans);
}

static void add_copy(GPtrArray *text, const struct story *story)
{
	add_text(text, story->kicker.text);
	add_text(text, story->headline.text);
	add_text(text, story->deck.text);
	add_text(text, story->standfirst.text);
	for (guint i = 0; i < story->pictures->len; i++)
		add_text(text, ((const struct picture *)g_ptr_array_index(story->pictures, i))->caption.text);
	for (guint i = 0; i < story->blocks->len; i++)
		add_block(text, g_ptr_array_index(story->blocks, i));
}

static void record_story_of(struct record *record, const struct proof *proof, const struct story *story)
{
	const struct story_decision *decision = places_decision(proof, story->id);
	struct record_story *entry;

	if (decision == NULL)
		return;
	entry = add_story(record);
	entry->id = g_strdup(story->id);
	entry->headline = g_strdup(decision->headline);
	entry->outcome = (int)decision->outcome;
	entry->lines = decision->lines;
	for (guint i = 0; i < decision->parts->len; i++)
		g_ptr_array_add(entry->pages,
				g_strdup(g_array_index(decision->parts, struct story_part, i).page));
	add_copy(entry->text, story);
}

struct record *record_of(const struct proof *proof)
{
	struct record *record = record_new();

	for (guint i = 0; i < proof->sheets->len; i++) {
		const struct desk_sheet *sheet = &g_array_index(proof->sheets, struct desk_sheet, i);
		struct record_page *page = g_new0(struct record_page, 1);
		*page = (struct record_page){g_strdup(sheet->page->label), g_strdup(sheet->picture.file),
					     sheet->picture.width_px, sheet->picture.height_px};
		g_ptr_array_add(record->pages, page);
	}
	for (guint i = 0; i < proof->edition->stories->len; i++)
		record_story_of(record, proof, g_ptr_array_index(proof->edition->stories, i));
	return record;
}

/* ---- written ---- */

static void put_text(JsonBuilder *json, const char *key, const char *text)
{
	json_builder_set_member_name(json, key);
	json_builder_add_string_value(json, text != NULL ? text : "");
}

static void put_number(JsonBuilder *json, const char *key, int number)
{
	json_builder_set_member_name(json, key);
	json_builder_add_int_value(json, number);
}

static void put_texts(JsonBuilder *json, const char *key, const GPtrArray *texts)
{
	json_builder_set_member_name(json, key);
	json_builder_begin_array(json);
	for (guint i = 0; i < texts->len; i++)
		json_builder_add_string_value(json, g_ptr_array_index(texts, i));
	json_builder_end_array(json);
}

static void put_pages(JsonBuilder *json, const struct record *record)
{
	json_builder_set_member_name(json, "pages");
	json_builder_begin_array(json);
	for (guint i = 0; i < record->pages->len; i++) {
		const struct record_page *page = g_ptr_array_index(record->pages, i);
		json_builder_begin_object(json);
		put_text(json, "label", page->label);
		put_text(json, "picture", page->picture);
		put_number(json, "width", page->width_px);
		put_number(json, "height", page->height_px);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_stories(JsonBuilder *json, const struct record *record)
{
	json_builder_set_member_name(json, "stories");
	json_builder_begin_array(json);
	for (guint i = 0; i < record->stories->len; i++) {
		const struct record_story *story = g_ptr_array_index(record->stories, i);
		json_builder_begin_object(json);
		put_text(json, "id", story->id);
		put_text(json, "headline", story->headline);
		put_number(json, "outcome", story->outcome);
		put_number(json, "lines", story->lines);
		put_texts(json, "pages", story->pages);
		put_texts(json, "text", story->text);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

char *record_json(const struct record *record)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	g_autoptr(JsonNode) root = NULL;
	g_autofree char *text = NULL;

	json_builder_begin_object(json);
	put_text(json, "schema", SCHEMA);
	put_pages(json, record);
	put_stories(json, record);
	json_builder_end_object(json);
	root = json_builder_get_root(json);
	text = json_to_string(root, TRUE);
	return g_strconcat(text, "\n", NULL);
}

/* ---- read back: a file that anybody may have touched ---- */

static const char *text_of(JsonObject *object, const char *key)
{
	JsonNode *node = json_object_get_member(object, key);
	gboolean is_text = node != NULL && JSON_NODE_HOLDS_VALUE(node) &&
			   json_node_get_value_type(node) == G_TYPE_STRING;

	return is_text ? json_node_get_string(node) : "";
}

static int number_of(JsonObject *object, const char *key)
{
	JsonNode *node = json_object_get_member(object, key);
	gboolean is_number =
		node != NULL && JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_INT64;

	return is_number ? (int)CLAMP(json_node_get_int(node), 0, 1000000) : 0;
}

static JsonArray *array_of(JsonObject *object, const char *key)
{
	JsonNode *node = json_object_get_member(object, key);

	return node != NULL && JSON_NODE_HOLDS_ARRAY(node) ? json_node_get_array(node) : NULL;
}

static guint length_of(JsonArray *array)
{
	return array != NULL ? json_array_get_length(array) : 0;
}

static JsonObject *object_at(JsonArray *array, guint index)
{
	JsonNode *node = json_array_get_element(array, index);

	return JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
}

static void texts_into(GPtrArray *texts, JsonArray *array)
{
	for (guint i = 0; i < length_of(array); i++) {
		JsonNode *node = json_array_get_element(array, i);
		if (JSON_NODE_HOLDS_VALUE(node) && json_node_get_value_type(node) == G_TYPE_STRING)
			g_ptr_array_add(texts, g_strdup(json_node_get_string(node)));
	}
}

/* Only names that a proof gives its pictures: nothing that leads elsewhere. */
static gboolean is_picture_name(const char *name)
{
	if (!g_str_has_prefix(name, "page-") || !g_str_has_suffix(name, ".jpg") || strlen(name) > 120)
		return FALSE;
	for (const char *at = name; *at != '\0'; at++)
		if (!g_ascii_isalnum(*at) && strchr("-.", *at) == NULL)
			return FALSE;
	return TRUE;
}

static void page_into(struct record *record, JsonObject *object)
{
	struct record_page *page = g_new0(struct record_page, 1);
	const char *picture = text_of(object, "picture");

	page->label = g_strdup(text_of(object, "label"));
	page->picture = is_picture_name(picture) ? g_strdup(picture) : NULL;
	page->width_px = number_of(object, "width");
	page->height_px = number_of(object, "height");
	g_ptr_array_add(record->pages, page);
}

static void story_into(struct record *record, JsonObject *object)
{
	struct record_story *story = add_story(record);

	story->id = g_strdup(text_of(object, "id"));
	story->headline = g_strdup(text_of(object, "headline"));
	story->outcome = MIN(number_of(object, "outcome"), (int)STORY_KILLED);
	story->lines = number_of(object, "lines");
	texts_into(story->pages, array_of(object, "pages"));
	texts_into(story->text, array_of(object, "text"));
}

struct record *record_read(const char *json, gssize length)
{
	g_autoptr(JsonParser) parser = json_parser_new();
	struct record *record;
	JsonObject *root;
	JsonArray *pages, *stories;

	if (!json_parser_load_from_data(parser, json, length, NULL) || json_parser_get_root(parser) == NULL ||
	    !JSON_NODE_HOLDS_OBJECT(json_parser_get_root(parser)))
		return NULL;
	root = json_node_get_object(json_parser_get_root(parser));
	if (strcmp(text_of(root, "schema"), SCHEMA) != 0)
		return NULL;
	record = record_new();
	pages = array_of(root, "pages");
	stories = array_of(root, "stories");
	for (guint i = 0; i < length_of(pages); i++)
		if (object_at(pages, i) != NULL)
			page_into(record, object_at(pages, i));
	for (guint i = 0; i < length_of(stories); i++)
		if (object_at(stories, i) != NULL)
			story_into(record, object_at(stories, i));
	return record;
}

GPtrArray *record_pictures(const struct record *record)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < record->pages->len; i++) {
		const struct record_page *page = g_ptr_array_index(record->pages, i);
		if (page->picture != NULL)
			g_ptr_array_add(names, g_strdup(page->picture));
	}
	return names;
}

const struct record_page *record_find_page(const struct record *record, const char *label)
{
	for (guint i = 0; i < record->pages->len; i++) {
		const struct record_page *page = g_ptr_array_index(record->pages, i);
		if (strcmp(page->label, label) == 0)
			return page;
	}
	return NULL;
}

const struct record_story *record_find_story(const struct record *record, const char *id)
{
	for (guint i = 0; i < record->stories->len; i++) {
		const struct record_story *story = g_ptr_array_index(record->stories, i);
		if (strcmp(story->id, id) == 0)
			return story;
	}
	return NULL;
}
