#include "command/wire.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command/excerpt.h"

enum { BAR_CELLS = 24 };

/* no-color.org: set and not empty. */
static gboolean colours_are_wanted(void)
{
	const char *refused = g_getenv("NO_COLOR"), *kind = g_getenv("TERM");

	return (refused == NULL || *refused == '\0') && kind != NULL && strcmp(kind, "dumb") != 0;
}

static gboolean is_of_an_edition(enum command command)
{
	return command == COMMAND_BUILD || command == COMMAND_CHECK || command == COMMAND_PROOF;
}

struct wire wire_open(const struct options *options)
{
	struct wire wire = {.json = options->json, .from = DIAG_WARNING, .stages = options->verbose};

	if (options->verbose || options->command == COMMAND_CHECK)
		wire.from = DIAG_NOTE;
	if (options->quiet)
		wire.from = DIAG_ERROR;
	wire.terminal = isatty(STDERR_FILENO) == 1;
	wire.colours = wire.terminal && colours_are_wanted();
	if (is_of_an_edition(options->command))
		wire.copy = options->operands[0];
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

/* ---- a line of progress, which gives way to whatever is said ---- */

static gboolean shows_progress(const struct wire *wire)
{
	return wire->terminal && !wire->json && !wire->stages && wire->from < DIAG_ERROR;
}

static void wipe(const struct wire *wire)
{
	if (shows_progress(wire))
		fputs("\r\033[K", stderr);
}

void wire_progress(const struct wire *wire, const char *what, int done, int all)
{
	int filled = all > 0 ? CLAMP(done * BAR_CELLS / all, 0, BAR_CELLS) : 0;

	if (!shows_progress(wire))
		return;
	wipe(wire);
	fputs("[", stderr);
	for (int i = 0; i < BAR_CELLS; i++)
		fputs(i < filled ? "#" : ".", stderr);
	fprintf(stderr, "] %d/%d %s", done, all, what);
	fflush(stderr);
}

/* ---- what is said ---- */

void wire_stage(const struct wire *wire, const char *stage)
{
	JsonBuilder *json;

	if (wire->stages)
		fprintf(stderr, "anban: %s\n", stage);
	if (shows_progress(wire)) {
		wipe(wire);
		fprintf(stderr, "%s ...", stage);
		fflush(stderr);
	}
	if (!wire->json)
		return;
	json = event_begin("stage");
	event_text(json, "stage", stage);
	event_end(json);
}

/* "place: " in bold, the severity in its colour, as compilers do. */
static void print_coloured(const char *line, const struct diag_message *message)
{
	static const char *const colours[] = {"36", "35", "31", "31"};
	const char *word = diag_severity_word(message->severity);
	g_autofree char *mark = g_strconcat(word, ": ", NULL);
	const char *at = strstr(line, mark);

	if (at == NULL) {
		fprintf(stderr, "%s\n", line);
		return;
	}
	fprintf(stderr, "\033[1m%.*s\033[0m\033[1;%sm%s:\033[0m %s\n", (int)(at - line), line,
		colours[message->severity], word, at + strlen(mark));
}

static void print_message(const struct wire *wire, const struct diag_message *message)
{
	g_autofree char *line = diag_message_line(message);
	g_autofree char *excerpt =
		wire->terminal ? excerpt_of(wire->copy, &message->place, wire->colours) : NULL;

	wipe(wire);
	if (wire->colours)
		print_coloured(line, message);
	else
		fprintf(stderr, "%s\n", line);
	if (excerpt != NULL)
		fputs(excerpt, stderr);
}

void wire_message(const struct wire *wire, const struct diag_message *message)
{
	JsonBuilder *json;

	if (message->severity >= wire->from)
		print_message(wire, message);
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

	wipe(wire);
	fprintf(stderr, "anban: %s\n", text);
	if (!wire->json)
		return;
	json = event_begin("failure");
	event_text(json, "text", text);
	event_end(json);
}

void wire_result(const struct wire *wire, const char *text)
{
	wipe(wire);
	if (!wire->json)
		fputs(text, stdout);
}

void wire_served(const struct wire *wire, const char *address)
{
	JsonBuilder *json;

	fflush(stdout);
	if (!wire->json)
		return;
	json = event_begin("serving");
	event_text(json, "address", address);
	event_end(json);
}

void wire_end(const struct wire *wire, int exit_code, const char *published)
{
	JsonBuilder *json;

	wipe(wire);
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
