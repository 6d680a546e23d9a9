#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "report/report.h"

static void put_text(JsonBuilder *json, const char *key, const char *text)
{
	json_builder_set_member_name(json, key);
	json_builder_add_string_value(json, text != NULL ? text : "");
}

static void put_integer(JsonBuilder *json, const char *key, gint64 value)
{
	json_builder_set_member_name(json, key);
	json_builder_add_int_value(json, value);
}

static void put_boolean(JsonBuilder *json, const char *key, gboolean value)
{
	json_builder_set_member_name(json, key);
	json_builder_add_boolean_value(json, value);
}

/* Four decimals: more would be noise of the last bit, which may differ between machines. */
static void put_number(JsonBuilder *json, const char *key, double value)
{
	json_builder_set_member_name(json, key);
	json_builder_add_double_value(json, round(value * 10000) / 10000);
}

static void begin_list(JsonBuilder *json, const char *key)
{
	json_builder_set_member_name(json, key);
	json_builder_begin_array(json);
}

static void begin_map(JsonBuilder *json, const char *key)
{
	json_builder_set_member_name(json, key);
	json_builder_begin_object(json);
}

/* ---- tool and edition ---- */

static void put_tool(JsonBuilder *json, const struct report_facts *facts)
{
	begin_map(json, "tool");
	put_text(json, "version", facts->version);
	begin_map(json, "libraries");
	for (guint i = 0; facts->libraries != NULL && i < facts->libraries->len; i++) {
		g_auto(GStrv) words = g_strsplit(g_ptr_array_index(facts->libraries, i), " ", 2);
		put_text(json, words[0], words[1]);
	}
	json_builder_end_object(json);
	json_builder_end_object(json);
}

static void put_edition(JsonBuilder *json, const struct edition *edition)
{
	g_autofree char *date =
		g_strdup_printf("%04d-%02d-%02d", edition->year, edition->month, edition->day);

	begin_map(json, "edition");
	put_text(json, "name", edition->name);
	put_text(json, "date", date);
	put_integer(json, "issue", edition->issue);
	put_integer(json, "edition", edition->number);
	put_text(json, "language", edition->language);
	put_text(json, "input_sha256", edition->input_sha256);
	json_builder_end_object(json);
}

static void put_outputs(JsonBuilder *json, const GPtrArray *outputs)
{
	begin_list(json, "outputs");
	for (guint i = 0; outputs != NULL && i < outputs->len; i++) {
		const struct report_output *output = g_ptr_array_index(outputs, i);
		json_builder_begin_object(json);
		put_text(json, "path", output->path);
		put_integer(json, "bytes", output->bytes);
		put_text(json, "sha256", output->sha256);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

/* ---- pages ---- */

static void put_cells(JsonBuilder *json, const int cells[CELL_USES])
{
	static const char *const words[CELL_USES] = {
		[CELLS_STORY] = "story",   [CELLS_PHOTO] = "photo",	    [CELLS_AD] = "ad",
		[CELLS_FILLER] = "filler", [CELLS_FURNITURE] = "furniture", [CELLS_EMPTY] = "empty",
		[CELLS_END] = "end",
	};
	int total = 0;

	for (int use = 0; use < CELL_USES; use++)
		total += cells[use];
	begin_map(json, "cells");
	put_integer(json, "total", total);
	for (int use = 0; use < CELL_USES; use++)
		put_integer(json, words[use], cells[use]);
	json_builder_end_object(json);
}

static void put_page(JsonBuilder *json, const struct page_decision *page)
{
	json_builder_begin_object(json);
	put_integer(json, "number", page->number);
	put_text(json, "label", page->label);
	begin_list(json, "sections");
	for (guint i = 0; page->sections != NULL && i < page->sections->len; i++)
		json_builder_add_string_value(json, g_ptr_array_index(page->sections, i));
	json_builder_end_array(json);
	put_text(json, "template", page->template_name);
	put_integer(json, "columns", page->columns);
	put_integer(json, "rows", page->rows);
	put_cells(json, page->cells);
	put_number(json, "cost", page->cost);
	put_boolean(json, "locked", page->locked);
	json_builder_end_object(json);
}

/* ---- stories ---- */

static void put_part(JsonBuilder *json, const struct story_part *part)
{
	json_builder_begin_object(json);
	put_text(json, "page", part->page);
	begin_map(json, "box");
	put_integer(json, "column", part->column);
	put_integer(json, "row", part->row);
	put_integer(json, "columns", part->columns);
	put_integer(json, "rows", part->rows);
	json_builder_end_object(json);
	put_integer(json, "lines", part->lines);
	json_builder_end_object(json);
}

static void put_story(JsonBuilder *json, const struct story_decision *story)
{
	static const char *const outcomes[] = {"placed", "held-over", "rejected", "killed"};

	json_builder_begin_object(json);
	put_text(json, "id", story->id);
	put_text(json, "headline", story->headline);
	put_text(json, "status", outcomes[story->outcome]);
	begin_list(json, "parts");
	for (guint i = 0; story->parts != NULL && i < story->parts->len; i++)
		put_part(json, &g_array_index(story->parts, struct story_part, i));
	json_builder_end_array(json);
	put_integer(json, "lines", story->lines);
	put_integer(json, "lines_trimmed", story->lines_trimmed);
	put_text(json, "text_trimmed", story->text_trimmed);
	put_text(json, "why", story->why);
	json_builder_end_object(json);
}

/* ---- photographs and type ---- */

static void put_crop(JsonBuilder *json, struct photo_part part)
{
	const int sides[] = {part.left, part.top, part.width, part.height};

	begin_list(json, "crop");
	for (guint i = 0; i < G_N_ELEMENTS(sides); i++)
		json_builder_add_double_value(json, round(sides[i] / 65536.0 * 10000) / 10000);
	json_builder_end_array(json);
}

static void put_photo(JsonBuilder *json, const struct photo_decision *photo)
{
	json_builder_begin_object(json);
	put_text(json, "file", photo->file);
	put_text(json, "story", photo->story);
	put_integer(json, "ppi", photo->ppi);
	put_crop(json, photo->part);
	if (photo->focus != NULL)
		put_text(json, "focus", photo->focus);
	put_integer(json, "bytes", (gint64)photo->bytes);
	put_boolean(json, "as_is", photo->as_is);
	put_boolean(json, "used", photo->used);
	json_builder_end_object(json);
}

static void put_type(JsonBuilder *json, const struct type_facts *type)
{
	double lines = MAX(type->full_lines, 1);

	begin_map(json, "type");
	put_integer(json, "full_lines", type->full_lines);
	put_number(json, "loose_share", type->loose_lines / lines);
	put_number(json, "space_p95_em", type->space_p95 / 1000.0);
	put_number(json, "space_p99_em", type->space_p99 / 1000.0);
	put_number(json, "hyphenated_share", type->hyphenated / lines);
	put_integer(json, "ladders", type->ladders);
	put_integer(json, "ink_collisions", type->ink_collisions);
	json_builder_end_object(json);
}

static void put_decisions(JsonBuilder *json, const struct decisions *decisions)
{
	static const struct type_facts none;

	begin_list(json, "pages");
	for (guint i = 0; decisions != NULL && i < decisions->pages->len; i++)
		put_page(json, g_ptr_array_index(decisions->pages, i));
	json_builder_end_array(json);
	begin_list(json, "stories");
	for (guint i = 0; decisions != NULL && i < decisions->stories->len; i++)
		put_story(json, g_ptr_array_index(decisions->stories, i));
	json_builder_end_array(json);
	begin_list(json, "photos");
	for (guint i = 0; decisions != NULL && i < decisions->photos->len; i++)
		put_photo(json, g_ptr_array_index(decisions->photos, i));
	json_builder_end_array(json);
	put_type(json, decisions != NULL ? &decisions->type : &none);
}

/* ---- messages ---- */

/* A layout may be named by an absolute path; the report is the same on every machine. */
static char *file_for_report(const char *file)
{
	if (file == NULL)
		return g_strdup("");
	return g_path_is_absolute(file) ? g_path_get_basename(file) : g_strdup(file);
}

static void put_message(JsonBuilder *json, const struct diag_message *message)
{
	g_autofree char *file = file_for_report(message->place.file);

	json_builder_begin_object(json);
	put_text(json, "code", diag_code_slug(message->code));
	put_text(json, "severity", diag_severity_word(message->severity));
	put_text(json, "file", file);
	put_integer(json, "line", message->place.line);
	put_integer(json, "column", message->place.column);
	put_text(json, "text", message->text);
	json_builder_end_object(json);
}

static void put_messages(JsonBuilder *json, const struct diag *diag)
{
	begin_list(json, "messages");
	for (guint i = 0; diag != NULL && i < diag->messages->len; i++)
		put_message(json, g_ptr_array_index(diag->messages, i));
	json_builder_end_array(json);
}

char *report_json(const struct report_facts *facts)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	g_autoptr(JsonNode) root = NULL;
	g_autofree char *text = NULL;

	json_builder_begin_object(json);
	put_text(json, "schema", "anban-report-1");
	put_tool(json, facts);
	put_edition(json, facts->edition);
	put_outputs(json, facts->outputs);
	put_decisions(json, facts->decisions);
	put_messages(json, facts->diag);
	json_builder_end_object(json);
	root = json_builder_get_root(json);
	text = json_to_string(root, TRUE);
	return g_strconcat(text, "\n", NULL);
}
