#include "base/yaml_tree.h"

#include <string.h>
#include <yaml.h>

#include "base/nfc.h"

#define YAML_DEPTH_MAX 64
#define YAML_NODES_MAX 100000
#define YAML_BYTES_MAX (16 * 1024 * 1024)

struct reading {
	yaml_parser_t parser;
	const char *file;
	const char *text;
	gsize length;
	int first_line;
	const struct yaml_codes *codes;
	struct diag *diag;
	int nodes;
};

static void node_free(gpointer data)
{
	yaml_node_free(data);
}

void yaml_node_free(struct yaml_node *node)
{
	if (node == NULL)
		return;
	g_free(node->key);
	g_free(node->text);
	if (node->nodes != NULL)
		g_ptr_array_unref(node->nodes);
	g_free(node);
}

static struct place place_of(const struct reading *reading, const yaml_mark_t *mark)
{
	return place_in(reading->file, (int)mark->line + 1 + reading->first_line, (int)mark->column + 1);
}

static struct place place_of_byte(const struct reading *reading, gsize offset)
{
	int line = 1 + reading->first_line, column = 1;

	for (gsize i = 0; i < MIN(offset, reading->length); i++) {
		unsigned char byte = (unsigned char)reading->text[i];
		if (byte == '\n') {
			line++;
			column = 1;
		} else if ((byte & 0xC0) != 0x80) {
			column++;
		}
	}
	return place_in(reading->file, line, column);
}

static gboolean refuse(const struct reading *reading, const yaml_mark_t *mark, const char *text)
{
	diag_add(reading->diag, reading->codes->syntax, place_of(reading, mark), "%s", text);
	return FALSE;
}

/* ---- what the library says, in the words of the desk ---- */

static const struct {
	const char *problem, *text;
} sayings[] = {
	{"mapping values are not allowed", "a ':' stands inside a value: put the value between quotes"},
	{"did not find expected ',' or ']'",
	 "the list that opens with '[' goes wrong here: separate its items with "
	 "commas and close it with ']'"},
	{"did not find expected ',' or '}'",
	 "the map that opens with '{' goes wrong here: separate its entries with "
	 "commas and close it with '}'"},
	{"did not find expected key",
	 "no 'key: value' can be read here: check the indentation, and put a value that "
	 "has quotes inside between other quotes"},
	{"did not find expected '-' indicator",
	 "a list goes wrong here: start each item with '- ' at the same "
	 "indentation"},
	{"could not find expected ':'", "a ':' is missing: write 'key: value'"},
	{"found unexpected end of stream",
	 "the quote that opens here is never closed: add the closing quote"},
	{"found unexpected document indicator",
	 "the quote that opens here is not closed before '---': add the closing quote"},
	{"block sequence entries are not allowed",
	 "a list item stands where none can: begin it on a new line"},
	{"found unknown escape character",
	 "this '\\' escape is not known: write '\\\\' for a backslash, or use single "
	 "quotes"},
	{"did not find expected <document start>",
	 "text goes on after the end of the values: indent it, or take it "
	 "away"},
	{"found a tab character", "a tab stands here: indent with spaces"},
};

static const char *saying_of(const char *problem)
{
	for (guint i = 0; i < G_N_ELEMENTS(sayings); i++)
		if (problem != NULL && g_str_has_prefix(problem, sayings[i].problem))
			return sayings[i].text;
	return NULL;
}

static gboolean tab_at(const struct reading *reading, const yaml_mark_t *mark)
{
	const char *at = reading->text, *end = reading->text + reading->length;

	for (size_t i = 0; i < mark->index && at < end; i++)
		at = g_utf8_next_char(at);
	return at < end && *at == '\t';
}

/* Then the place that helps is the opening quote, not the end of the file. */
static gboolean about_quote(const char *problem)
{
	return g_str_has_prefix(problem, "found unexpected ");
}

static gboolean tell_problem(const struct reading *reading)
{
	const yaml_parser_t *parser = &reading->parser;
	const char *saying = saying_of(parser->problem);
	const char *problem = parser->problem == NULL ? "it cannot be read" : parser->problem;

	if (parser->error == YAML_READER_ERROR) {
		diag_add(reading->diag, reading->codes->syntax,
			 place_of_byte(reading, parser->problem_offset),
			 "the character U+%04X cannot stand in YAML: take it away",
			 (unsigned)parser->problem_value);
		return FALSE;
	}
	if (tab_at(reading, &parser->problem_mark))
		saying = "a tab stands here: indent with spaces";
	if (saying != NULL)
		return refuse(reading, about_quote(problem) ? &parser->context_mark : &parser->problem_mark,
			      saying);
	diag_add(reading->diag, reading->codes->syntax, place_of(reading, &parser->problem_mark),
		 "this is no YAML (%s): put a value with special characters between quotes", problem);
	return FALSE;
}

static gboolean next_event(struct reading *reading, yaml_event_t *event)
{
	if (yaml_parser_parse(&reading->parser, event))
		return TRUE;
	return tell_problem(reading);
}

/* ---- events to nodes ---- */

static gboolean node_read(struct reading *reading, yaml_event_t *event, int depth, struct yaml_node **node);

static gboolean plain_is_null(const char *text)
{
	return *text == '\0' || strcmp(text, "~") == 0 || strcmp(text, "null") == 0 ||
	       strcmp(text, "Null") == 0 || strcmp(text, "NULL") == 0;
}

static gboolean scalar_read(struct reading *reading, const yaml_event_t *event, struct yaml_node *node)
{
	const char *value = (const char *)event->data.scalar.value;

	if (strlen(value) != event->data.scalar.length)
		return refuse(reading, &event->start_mark,
			      "a value holds the character U+0000: take it away");
	node->kind = YAML_SCALAR;
	node->text = nfc_compose(value);
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && event->data.scalar.tag == NULL;
	node->null = node->plain && plain_is_null(node->text);
	return TRUE;
}

static gboolean list_read(struct reading *reading, int depth, struct yaml_node *list)
{
	yaml_event_t event;

	list->kind = YAML_LIST;
	for (;;) {
		struct yaml_node *node = NULL;
		gboolean read, ended;

		if (!next_event(reading, &event))
			return FALSE;
		ended = event.type == YAML_SEQUENCE_END_EVENT;
		read = ended || node_read(reading, &event, depth, &node);
		yaml_event_delete(&event);
		if (node != NULL)
			g_ptr_array_add(list->nodes, node);
		if (ended || !read)
			return read;
	}
}

/* The key at `event`, new and NFC; NULL after a fault was told. */
static char *key_read(struct reading *reading, const yaml_event_t *event, GHashTable *keys)
{
	const char *value = (const char *)event->data.scalar.value;
	g_autofree char *key = NULL;

	if (event->type != YAML_SCALAR_EVENT || strlen(value) != event->data.scalar.length) {
		refuse(reading, &event->start_mark, "this key is no plain word: write 'key: value'");
		return NULL;
	}
	key = nfc_compose(value);
	if (g_hash_table_contains(keys, key)) {
		diag_add(reading->diag, reading->codes->duplicate_key, place_of(reading, &event->start_mark),
			 "'%s' stands twice: keep one of them", key);
		return NULL;
	}
	return g_steal_pointer(&key);
}

static gboolean entry_read(struct reading *reading, const yaml_event_t *key_event, int depth,
			   GHashTable *keys, struct yaml_node *map)
{
	char *key = key_read(reading, key_event, keys);
	struct yaml_node *node = NULL;
	yaml_event_t event;
	gboolean read;

	if (key == NULL)
		return FALSE;
	if (!next_event(reading, &event)) {
		g_free(key);
		return FALSE;
	}
	read = node_read(reading, &event, depth, &node);
	yaml_event_delete(&event);
	if (!read) {
		g_free(key);
		yaml_node_free(node);
		return FALSE;
	}
	node->key = key;
	node->key_place = place_of(reading, &key_event->start_mark);
	g_hash_table_add(keys, key);
	g_ptr_array_add(map->nodes, node);
	return TRUE;
}

static gboolean map_read(struct reading *reading, int depth, struct yaml_node *map)
{
	g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
	yaml_event_t event;

	map->kind = YAML_MAP;
	for (;;) {
		gboolean read, ended;

		if (!next_event(reading, &event))
			return FALSE;
		ended = event.type == YAML_MAPPING_END_EVENT;
		read = ended || entry_read(reading, &event, depth, keys, map);
		yaml_event_delete(&event);
		if (ended || !read)
			return read;
	}
}

static gboolean within_limits(struct reading *reading, const yaml_event_t *event, int depth)
{
	if (depth > YAML_DEPTH_MAX)
		return refuse(reading, &event->start_mark,
			      "lists and maps are nested more than " G_STRINGIFY(
				      YAML_DEPTH_MAX) " deep: write it flatter");
	if (++reading->nodes > YAML_NODES_MAX)
		return refuse(reading, &event->start_mark,
			      "more than " G_STRINGIFY(YAML_NODES_MAX) " values in one file: split it");
	return TRUE;
}

/* `node` may hold a half-read tree when FALSE comes back; the caller frees it. */
static gboolean node_read(struct reading *reading, yaml_event_t *event, int depth, struct yaml_node **node)
{
	struct yaml_node *made;

	if (event->type == YAML_ALIAS_EVENT)
		return refuse(reading, &event->start_mark,
			      "aliases ('*name') are not read here: write the value out");
	if (!within_limits(reading, event, depth))
		return FALSE;
	made = g_new0(struct yaml_node, 1);
	made->place = place_of(reading, &event->start_mark);
	*node = made;
	if (event->type == YAML_SCALAR_EVENT)
		return scalar_read(reading, event, made);
	made->nodes = g_ptr_array_new_with_free_func(node_free);
	return event->type == YAML_SEQUENCE_START_EVENT ? list_read(reading, depth + 1, made)
							: map_read(reading, depth + 1, made);
}

static struct yaml_node *empty_map(const struct reading *reading)
{
	struct yaml_node *map = g_new0(struct yaml_node, 1);

	map->kind = YAML_MAP;
	map->place = place_in(reading->file, 1 + reading->first_line, 1);
	map->nodes = g_ptr_array_new_with_free_func(node_free);
	return map;
}

/* After the first document nothing may follow. */
static gboolean stream_ends(struct reading *reading)
{
	yaml_event_t event;
	gboolean ended;

	do {
		if (!next_event(reading, &event))
			return FALSE;
		ended = event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT;
		if (event.type == YAML_DOCUMENT_START_EVENT)
			refuse(reading, &event.start_mark,
			       "a second document starts at this '---': keep one");
		gboolean second = event.type == YAML_DOCUMENT_START_EVENT;
		yaml_event_delete(&event);
		if (second)
			return FALSE;
	} while (!ended);
	return TRUE;
}

static gboolean document_read(struct reading *reading, struct yaml_node **root)
{
	yaml_event_t event;
	gboolean read = TRUE, begun = FALSE;

	while (read && !begun) {
		if (!next_event(reading, &event))
			return FALSE;
		begun = event.type != YAML_STREAM_START_EVENT && event.type != YAML_DOCUMENT_START_EVENT;
		if (begun && event.type != YAML_STREAM_END_EVENT)
			read = node_read(reading, &event, 1, root);
		yaml_event_delete(&event);
	}
	return read && stream_ends(reading);
}

static gboolean bytes_are_fit(struct reading *reading)
{
	const char *end;

	if (reading->length > YAML_BYTES_MAX) {
		diag_add(reading->diag, reading->codes->syntax, place_in(reading->file, 0, 0),
			 "the values take more than 16 MB: split the file");
		return FALSE;
	}
	if (!g_utf8_validate_len(reading->text, reading->length, &end)) {
		diag_add(reading->diag, reading->codes->syntax,
			 place_of_byte(reading, (gsize)(end - reading->text)),
			 "the text is not UTF-8 here: save the file as UTF-8");
		return FALSE;
	}
	return TRUE;
}

struct yaml_node *yaml_read(const char *file, const char *text, gsize length, int first_line,
			    const struct yaml_codes *codes, struct diag *diag)
{
	struct reading reading = {.file = g_intern_string(file),
				  .text = text,
				  .length = length,
				  .first_line = first_line,
				  .codes = codes,
				  .diag = diag};
	struct yaml_node *root = NULL;
	gboolean read;

	if (!bytes_are_fit(&reading))
		return NULL;
	if (!yaml_parser_initialize(&reading.parser))
		g_error("libyaml cannot start: out of memory");
	yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reading.parser, (const unsigned char *)text, length);
	read = document_read(&reading, &root);
	yaml_parser_delete(&reading.parser);
	if (!read || (root != NULL && root->kind == YAML_SCALAR && root->null))
		g_clear_pointer(&root, yaml_node_free);
	return read && root == NULL ? empty_map(&reading) : root;
}

const struct yaml_node *yaml_get(const struct yaml_node *map, const char *key)
{
	if (map == NULL || map->kind != YAML_MAP)
		return NULL;
	for (guint i = 0; i < map->nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(map->nodes, i);
		if (strcmp(node->key, key) == 0)
			return node;
	}
	return NULL;
}
