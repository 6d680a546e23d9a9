#include "command/wire.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

struct wire wire_open(const struct options *options)
{
	struct wire wire = {.json = options->json, .from = DIAG_WARNING, .stages = options->verbose};

	if (options->verbose || options->command == COMMAND_CHECK)
		wire.from = DIAG_NOTE;
	if (options->quiet)
		wire.from = DIAG_ERROR;
	return wire;
}

/* ---- events ---- */

static JsonBuilder *event_begin(const char *event)
{
	JsonBuilder *json = json_builder_new();

	json_builder_begin_object(json);
	json_builder_set_member_name(json, "event");
	json_builder_add_string_value(json, event);
	return json;
}

static void event_text(JsonBuilder *json, const char *key, const char *text)
{
	json_builder_set_member_name(json, key);
	json_builder_add_string_value(json, text != NULL ? text : "");
}

static void event_integer(JsonBuilder *json, const char *key, gint64 value)
{
	json_builder_set_member_name(json, key);
	json_builder_add_int_value(json, value);
}

static void event_end(JsonBuilder *json)
{
	g_autoptr(JsonNode) root = NULL;
	g_autofree char *line = NULL;

	json_builder_end_object(json);
	root = json_builder_get_root(json);
	line = json_to_string(root, FALSE);
	printf("%s\n", line);
	fflush(stdout);
	g_object_unref(json);
}

/* ---- what is said ---- */

void wire_stage(const struct wire *wire, const char *stage)
{
	JsonBuilder *json;

	if (wire->stages)
		fprintf(stderr, "anban: %s\n", stage);
	if (!wire->json)
		return;
	json = event_begin("stage");
	event_text(json, "stage", stage);
	event_end(json);
}

void wire_message(const struct wire *wire, const struct diag_message *message)
{
	JsonBuilder *json;

	if (message->severity >= wire->from) {
		g_autofree char *line = diag_message_line(message);
		fprintf(stderr, "%s\n", line);
	}
	if (!wire->json)
		return;
	json = event_begin("message");
	event_text(json, "code", diag_code_slug(message->code));
	event_text(json, "severity", diag_severity_word(message->severity));
	event_text(json, "file", message->place.file);
	event_integer(json, "line", message->place.line);
	event_integer(json, "column", message->place.column);
	event_text(json, "text", message->text);
	event_end(json);
}

void wire_messages(const struct wire *wire, const struct diag *diag)
{
	for (guint i = 0; i < diag->messages->len; i++)
		wire_message(wire, g_ptr_array_index(diag->messages, i));
}

void wire_failure(const struct wire *wire, const char *text)
{
	JsonBuilder *json;

	fprintf(stderr, "anban: %s\n", text);
	if (!wire->json)
		return;
	json = event_begin("failure");
	event_text(json, "text", text);
	event_end(json);
}

void wire_result(const struct wire *wire, const char *text)
{
	if (!wire->json)
		fputs(text, stdout);
}

void wire_end(const struct wire *wire, int exit_code, const char *published)
{
	JsonBuilder *json;

	if (!wire->json)
		return;
	json = event_begin("end");
	event_integer(json, "exit", exit_code);
	event_text(json, "published", published);
	event_end(json);
}

gboolean wire_flush(void)
{
	return fflush(stdout) == 0 && !ferror(stdout);
}
