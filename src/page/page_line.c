/* page_line.c - one line of a page's text, taken apart and trusted in nothing */
#include "page/page_line.h"

#include <string.h>

#define NUMBER_MAX INT64_C(3000000000)
/* 92 m: so little that lengths can be added. */
#define FAR_MOST (1 << 28)

GQuark page_text_error_quark(void)
{
	return g_quark_from_static_string("page-text-error");
}

void page_line_clear(struct line *line)
{
	g_clear_pointer(&line->word, g_free);
	g_clear_pointer(&line->rest, g_free);
	line->rest_used = FALSE;
	for (int i = 0; i < line->count; i++) {
		g_free(line->pairs[i].key);
		g_free(line->pairs[i].value);
	}
	line->count = 0;
	g_clear_error(&line->error);
}

void page_line_fault(struct line *line, const char *format, ...)
{
	if (line->error != NULL)
		return;
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	line->error = g_error_new(PAGE_TEXT_ERROR, PAGE_TEXT_ERROR_SYNTAX, "line %d: %s", line->number, text);
}

/* ---- a line into word, pairs and rest ---- */

static gboolean is_value_end(char c)
{
	return c == '\0' || c == '\n' || c == ' ';
}

/* The character behind a backslash; *c moves onto its last byte. */
static int take_escape(const char **c)
{
	if (**c == 'n')
		return '\n';
	if (**c == '"' || **c == '\\')
		return **c;
	if (**c != 'x' || !g_ascii_isxdigit((*c)[1]) || !g_ascii_isxdigit((*c)[2]))
		return -1;
	int value = g_ascii_xdigit_value((*c)[1]) * 16 + g_ascii_xdigit_value((*c)[2]);
	*c += 2;
	return value > 0 ? value : -1;
}

static char *take_quoted(struct line *line, const char **text)
{
	g_autoptr(GString) value = g_string_new(NULL);
	const char *c = *text + 1;
	for (; *c != '"'; c++) {
		int byte = *c;
		if (*c == '\0' || *c == '\n') {
			page_line_fault(line, "a quotation mark is missing at the end of a text");
			break;
		}
		if (*c == '\\') {
			c++;
			byte = take_escape(&c);
			if (byte < 0) {
				page_line_fault(line,
						"unknown escape in a text: use \\n, \\\", \\\\ or \\xHH");
				break;
			}
		}
		g_string_append_c(value, (char)byte);
	}
	*text = *c == '"' ? c + 1 : c;
	if (!g_utf8_validate(value->str, (gssize)value->len, NULL))
		page_line_fault(line, "a text is not UTF-8");
	return g_string_free(g_steal_pointer(&value), FALSE);
}

static char *take_bare(const char **text)
{
	const char *start = *text;
	while (g_ascii_isgraph(**text) && **text != '"')
		(*text)++;
	return g_strndup(start, (gsize)(*text - start));
}

static void take_pair(struct line *line, const char **text)
{
	const char *start = *text;
	while (g_ascii_islower(**text) || **text == '-')
		(*text)++;
	if (*text == start || **text != '=') {
		page_line_fault(line, "KEY=VALUE is expected after '%s'", line->word);
		return;
	}
	if (line->count == PAGE_LINE_PAIRS) {
		page_line_fault(line, "too many keys");
		return;
	}
	struct line_pair *pair = &line->pairs[line->count];
	pair->key = g_strndup(start, (gsize)(*text - start));
	pair->used = FALSE;
	(*text)++;
	pair->value = **text == '"' ? take_quoted(line, text) : take_bare(text);
	for (int i = 0; i < line->count; i++)
		if (strcmp(line->pairs[i].key, pair->key) == 0)
			page_line_fault(line, "key '%s' stands twice", pair->key);
	line->count++;
	if (!is_value_end(**text))
		page_line_fault(line, "a blank is missing after '%s'", pair->key);
}

static const char *skip_blanks(const char *text)
{
	while (*text == ' ' || *text == '\t')
		text++;
	return text;
}

gboolean page_line_next(struct line *line, const char **rest)
{
	page_line_clear(line);
	line->number++;
	const char *end = strchr(*rest, '\n');
	if (end == NULL)
		return FALSE;
	const char *text = skip_blanks(*rest);
	*rest = end + 1;
	const char *start = text;
	while (g_ascii_islower(*text) || *text == '-')
		text++;
	line->word = g_strndup(start, (gsize)(text - start));
	for (text = skip_blanks(text); text < end && line->error == NULL; text = skip_blanks(text)) {
		if (*text == ':') {
			line->rest = g_strndup(text + 1, (gsize)(end - text - 1));
			break;
		}
		take_pair(line, &text);
	}
	return TRUE;
}

/* ---- values ---- */

const char *page_line_value(struct line *line, const char *key)
{
	for (int i = 0; i < line->count; i++)
		if (strcmp(line->pairs[i].key, key) == 0) {
			line->pairs[i].used = TRUE;
			return line->pairs[i].value;
		}
	return NULL;
}

char *page_line_text(struct line *line, const char *key)
{
	return g_strdup(page_line_value(line, key));
}

const char *page_line_interned(struct line *line, const char *key)
{
	return g_intern_string(page_line_value(line, key));
}

/* A decimal in units of 1/scale at *text; scale is a power of ten. */
static gboolean take_decimal(const char **text, int64_t scale, int64_t *value)
{
	gboolean negative = **text == '-';
	if (negative)
		(*text)++;
	if (!g_ascii_isdigit(**text))
		return FALSE;
	int64_t sum = 0;
	for (; g_ascii_isdigit(**text); (*text)++) {
		sum = sum * 10 + (**text - '0') * scale;
		if (sum > NUMBER_MAX * scale)
			return FALSE;
	}
	if (**text == '.') {
		for ((*text)++; g_ascii_isdigit(**text) && scale > 1; (*text)++) {
			scale /= 10;
			sum += (**text - '0') * scale;
		}
	}
	*value = negative ? -sum : sum;
	return TRUE;
}

gboolean page_line_take_int(const char **text, int *value)
{
	int64_t number;
	if (!take_decimal(text, 1, &number) || number > INT32_MAX || number < INT32_MIN)
		return FALSE;
	*value = (int)number;
	return TRUE;
}

gboolean page_line_is_near(int64_t length)
{
	return length >= -FAR_MOST && length <= FAR_MOST;
}

static gboolean take_length(const char **text, fix *length)
{
	int64_t value;
	if (!take_decimal(text, 10000, &value))
		return FALSE;
	int64_t scaled = (value * FIX_PT + (value < 0 ? -5000 : 5000)) / 10000;
	*length = (fix)scaled;
	return page_line_is_near(scaled);
}

gboolean page_line_numbers(struct line *line, const char *key, gboolean lengths, int *numbers, int count)
{
	const char *text = page_line_value(line, key);
	if (text == NULL)
		return FALSE;
	for (int i = 0; i < count; i++) {
		gboolean good =
			lengths ? take_length(&text, &numbers[i]) : page_line_take_int(&text, &numbers[i]);
		good = good && *text == (i + 1 < count ? ',' : '\0');
		if (!good) {
			page_line_fault(line, "'%s' wants %d number%s", key, count,
					count > 1 ? "s with commas between" : "");
			return FALSE;
		}
		text++;
	}
	return TRUE;
}

int page_line_int(struct line *line, const char *key, int fallback)
{
	int value;
	return page_line_numbers(line, key, FALSE, &value, 1) ? value : fallback;
}

struct rect page_line_box(struct line *line)
{
	int n[4] = {0};
	page_line_numbers(line, "box", TRUE, n, 4);
	return (struct rect){n[0], n[1], n[2], n[3]};
}

uint32_t page_line_colour(struct line *line)
{
	const char *text = page_line_value(line, "colour");
	uint32_t colour = 0;
	if (text == NULL)
		return 0;
	gsize length = strlen(text);
	for (gsize i = 0; i < length && g_ascii_isxdigit(text[i]); i++)
		colour = colour << 4 | (uint32_t)g_ascii_xdigit_value(text[i]);
	if (length != 6 || strspn(text, "0123456789abcdef") != 6)
		page_line_fault(line, "'colour' wants six small hexadecimal digits");
	return colour;
}

/* A file's name may hold colons. */
struct place page_line_place(struct line *line)
{
	const char *text = page_line_value(line, "place");
	struct place place = {0};
	if (text == NULL)
		return place;
	const char *column = strrchr(text, ':');
	const char *row = column == NULL ? NULL : g_strrstr_len(text, column - text, ":");
	const char *row_number = row == NULL ? NULL : row + 1,
		   *column_number = column == NULL ? NULL : column + 1;
	if (row == NULL || !page_line_take_int(&row_number, &place.line) || row_number != column ||
	    !page_line_take_int(&column_number, &place.column) || *column_number != '\0') {
		page_line_fault(line, "'place' wants file:line:column");
		return place;
	}
	g_autofree char *file = g_strndup(text, (gsize)(row - text));
	place.file = g_intern_string(file);
	return place;
}

gboolean page_line_flag(struct line *line, const char *key)
{
	const char *text = page_line_value(line, key);
	if (text != NULL && strcmp(text, "yes") != 0)
		page_line_fault(line, "'%s' can only be yes", key);
	return text != NULL;
}

gboolean page_line_done(struct line *line, GError **error)
{
	for (int i = 0; i < line->count; i++)
		if (!line->pairs[i].used)
			page_line_fault(line, "unknown key '%s'", line->pairs[i].key);
	if (line->rest != NULL && !line->rest_used)
		page_line_fault(line, "nothing is expected after a colon here");
	if (line->error == NULL)
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&line->error));
	return FALSE;
}
