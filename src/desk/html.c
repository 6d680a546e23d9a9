#include "desk/html.h"

#include <string.h>

struct html {
	GString *out;
	GPtrArray *open; /* names, ours */
};

struct html *html_new(void)
{
	struct html *html = g_new(struct html, 1);

	html->out = g_string_new("<!doctype html>\n");
	html->open = g_ptr_array_new();
	return html;
}

char *html_finish(struct html *html)
{
	char *text;

	while (html->open->len > 0)
		html_close(html);
	g_string_append_c(html->out, '\n');
	text = g_string_free(html->out, FALSE);
	g_ptr_array_unref(html->open);
	g_free(html);
	return text;
}

/* What no parser of HTML takes for anything but text, in an element and in "…" alike. */
static void put_escaped(GString *out, const char *text)
{
	for (const char *at = text; *at != '\0'; at++) {
		switch (*at) {
		case '&':
			g_string_append(out, "&amp;");
			break;
		case '<':
			g_string_append(out, "&lt;");
			break;
		case '>':
			g_string_append(out, "&gt;");
			break;
		case '"':
			g_string_append(out, "&quot;");
			break;
		case '\'':
			g_string_append(out, "&#39;");
			break;
		default:
			g_string_append_c(out, *at);
		}
	}
}

static void put_tag(struct html *html, const char *element, va_list attributes)
{
	const char *name;

	g_string_append_printf(html->out, "<%s", element);
	while ((name = va_arg(attributes, const char *)) != NULL) {
		const char *value = va_arg(attributes, const char *);
		if (value == NULL)
			continue;
		g_string_append_printf(html->out, " %s", name);
		if (*value == '\0' && strcmp(name, "alt") != 0 && strcmp(name, "value") != 0)
			continue;
		g_string_append(html->out, "=\"");
		put_escaped(html->out, value);
		g_string_append_c(html->out, '"');
	}
}

/* A new line where white space means nothing. */
static void put_break(struct html *html, const char *element)
{
	static const char *const blocks[] = {"head",	 "meta",   "link",    "script",	 "body",  "header",
					     "nav",	 "main",   "section", "article", "aside", "ul",
					     "ol",	 "li",	   "table",   "thead",	 "tbody", "tr",
					     "div",	 "figure", "svg",     "g",	 "dl",	  "form",
					     "fieldset", "footer", "h1",      "h2",	 "h3",	  NULL};

	if (g_strv_contains(blocks, element))
		g_string_append_c(html->out, '\n');
}

void html_open(struct html *html, const char *element, ...)
{
	va_list attributes;

	put_break(html, element);
	va_start(attributes, element);
	put_tag(html, element, attributes);
	va_end(attributes);
	g_string_append_c(html->out, '>');
	g_ptr_array_add(html->open, (gpointer)element);
}

void html_close(struct html *html)
{
	g_return_if_fail(html->open->len > 0);
	g_string_append_printf(html->out, "</%s>",
			       (const char *)g_ptr_array_remove_index(html->open, html->open->len - 1));
}

void html_single(struct html *html, const char *element, ...)
{
	va_list attributes;

	va_start(attributes, element);
	put_tag(html, element, attributes);
	va_end(attributes);
	g_string_append(html->out, "/>");
}

void html_line(struct html *html, const char *element, const char *text, ...)
{
	va_list attributes;

	put_break(html, element);
	va_start(attributes, text);
	put_tag(html, element, attributes);
	va_end(attributes);
	g_string_append_c(html->out, '>');
	html_text(html, text);
	g_string_append_printf(html->out, "</%s>", element);
}

void html_text(struct html *html, const char *text)
{
	if (text != NULL)
		put_escaped(html->out, text);
}

void html_format(struct html *html, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list arguments;

	va_start(arguments, format);
	text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	put_escaped(html->out, text);
}

void html_data(struct html *html, const char *id, const char *json)
{
	html_open(html, "script", "type", "application/json", "id", id, NULL);
	for (const char *at = json; *at != '\0'; at++) {
		if (*at == '<' || *at == '>' || *at == '&')
			g_string_append_printf(html->out, "\\u%04x", (unsigned)*at);
		else
			g_string_append_c(html->out, *at);
	}
	html_close(html);
}
