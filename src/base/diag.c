#include "base/diag.h"

#include <string.h>

struct catalogue_entry {
	const char *slug;
	enum diag_severity severity;
	int exit_code;
};

static const struct catalogue_entry catalogue[] = {
#define DIAG(NAME, slug, severity, exit_code) {slug, DIAG_##severity, exit_code},
#include "base/diag_codes.def"
#undef DIAG
};

static const char *const severity_words[] = {"note", "warning", "error", "fatal"};

struct place place_in(const char *file, int line, int column)
{
	return (struct place){g_intern_string(file), line, column};
}

static void message_free(gpointer data)
{
	struct diag_message *message = data;
	g_free(message->text);
	g_free(message);
}

struct diag *diag_new(void)
{
	struct diag *diag = g_new0(struct diag, 1);
	diag->messages = g_ptr_array_new_with_free_func(message_free);
	return diag;
}

void diag_free(struct diag *diag)
{
	if (diag == NULL)
		return;
	g_ptr_array_unref(diag->messages);
	g_free(diag);
}

/* Copy quoted in a message must neither break the line nor steer a terminal. */
static char *one_line(char *text)
{
	GString *line = g_string_sized_new(strlen(text));

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		GUnicodeType type = g_unichar_type(letter);
		if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
		    type == G_UNICODE_PARAGRAPH_SEPARATOR)
			g_string_append_c(line, ' ');
		else if (type == G_UNICODE_FORMAT)
			g_string_append_printf(line, "<U+%04X>", letter);
		else
			g_string_append_unichar(line, letter);
	}
	g_free(text);
	return g_string_free(line, FALSE);
}

static void message_add(struct diag *diag, enum diag_code code, enum diag_severity severity,
			struct place place, const char *raw)
{
	struct diag_message *message = g_new0(struct diag_message, 1);

	message->code = code;
	message->severity = severity;
	message->place = place;
	message->text = one_line(g_utf8_make_valid(raw, -1));
	g_ptr_array_add(diag->messages, message);
}

void diag_add(struct diag *diag, enum diag_code code, struct place place, const char *format, ...)
{
	g_autofree char *raw = NULL;
	va_list arguments;

	va_start(arguments, format);
	raw = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	message_add(diag, code, catalogue[code].severity, place, raw);
}

void diag_add_as(struct diag *diag, enum diag_code code, enum diag_severity severity, struct place place,
		 const char *format, ...)
{
	g_autofree char *raw = NULL;
	va_list arguments;

	va_start(arguments, format);
	raw = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	message_add(diag, code, severity, place, raw);
}

void diag_repeat(struct diag *diag, const struct diag *said)
{
	for (guint i = 0; i < said->messages->len; i++) {
		const struct diag_message *message = said->messages->pdata[i];
		message_add(diag, message->code, message->severity, message->place, message->text);
	}
}

void diag_move(struct diag *diag, struct diag *from, enum diag_severity at_most)
{
	while (from->messages->len > 0) {
		struct diag_message *message = g_ptr_array_steal_index(from->messages, 0);
		message->severity = MIN(message->severity, at_most);
		g_ptr_array_add(diag->messages, message);
	}
}

const char *diag_code_slug(enum diag_code code)
{
	return catalogue[code].slug;
}

enum diag_severity diag_code_severity(enum diag_code code)
{
	return catalogue[code].severity;
}

const char *diag_severity_word(enum diag_severity severity)
{
	return severity_words[severity];
}

guint diag_count(const struct diag *diag, enum diag_severity at_least)
{
	guint count = 0;

	for (guint i = 0; i < diag->messages->len; i++) {
		const struct diag_message *message = g_ptr_array_index(diag->messages, i);
		count += message->severity >= at_least;
	}
	return count;
}

int diag_exit_code(const struct diag *diag, gboolean strict)
{
	int code = 0;

	for (guint i = 0; i < diag->messages->len; i++) {
		const struct diag_message *message = g_ptr_array_index(diag->messages, i);
		if (message->severity == DIAG_FATAL)
			return catalogue[message->code].exit_code == 0 ? 65
								       : catalogue[message->code].exit_code;
		if (message->severity == DIAG_ERROR)
			code = strict ? 65 : 3;
	}
	return code;
}

char *diag_message_line(const struct diag_message *message)
{
	g_autoptr(GString) line = g_string_new(NULL);

	if (message->place.file != NULL && *message->place.file != '\0') {
		g_string_append(line, message->place.file);
		if (message->place.line > 0)
			g_string_append_printf(line, ":%d", message->place.line);
		if (message->place.line > 0 && message->place.column > 0)
			g_string_append_printf(line, ":%d", message->place.column);
		g_string_append(line, ": ");
	}
	g_string_append_printf(line, "%s: %s [%s]", severity_words[message->severity], message->text,
			       catalogue[message->code].slug);
	return g_string_free(g_steal_pointer(&line), FALSE);
}

/* Optimal string alignment distance, by bytes: keys are ASCII. */
static int edit_distance(const char *a, const char *b)
{
	int m = (int)strlen(a), n = (int)strlen(b);
	g_autofree int *rows = g_new0(int, 3 * (n + 1));
	int *before = rows, *last = rows + n + 1, *now = rows + 2 * (n + 1);

	for (int j = 0; j <= n; j++)
		last[j] = j;
	for (int i = 1; i <= m; i++) {
		int *spare = before;
		now[0] = i;
		for (int j = 1; j <= n; j++) {
			int swap = last[j - 1] + (a[i - 1] != b[j - 1]);
			now[j] = MIN(swap, MIN(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				now[j] = MIN(now[j], before[j - 2] + 1);
		}
		before = last;
		last = now;
		now = spare;
	}
	return last[n];
}

const char *diag_nearest(const char *word, const char *const *candidates)
{
	const char *nearest = NULL;
	int least = MAX(2, (int)strlen(word) / 3) + 1;

	if (strlen(word) > 64)
		return NULL;
	for (; *candidates != NULL; candidates++) {
		int distance = edit_distance(word, *candidates);
		if (distance < least) {
			least = distance;
			nearest = *candidates;
		}
	}
	return nearest;
}
