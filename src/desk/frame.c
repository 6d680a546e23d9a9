#include "desk/frame.h"

#include <json-glib/json-glib.h>

#include "desk/faults.h"
#include "desk/head.h"

static const struct {
	const char *file, *title, *key;
} parts[] = {
	[FRAME_CONTACT] = {"index.html", "Pages", "1"},
	[FRAME_FAULTS] = {"faults.html", "Faults", "2"},
	[FRAME_STORIES] = {"stories.html", "Stories", "3"},
	[FRAME_CHANGES] = {"changes.html", "Changes", "4"},
};

static void write_link(struct html *html, const struct proof *proof, enum frame_part part,
		       enum frame_part now)
{
	html_open(html, "li", NULL);
	html_open(html, "a", "href", parts[part].file, "aria-current", part == now ? "page" : NULL,
		  "aria-keyshortcuts", parts[part].key, NULL);
	html_text(html, parts[part].title);
	if (part == FRAME_FAULTS) {
		html_text(html, " ");
		html_open(html, "span", "class", "count", NULL);
		html_format(html, "%u", proof->faults->len);
		html_close(html);
	}
	html_close(html);
	html_close(html);
}

struct html *frame_begin(const struct proof *proof, const char *title, enum frame_part now)
{
	const struct edition *edition = proof->edition;
	g_autofree char *whole = g_strdup_printf("%s – proof of %s, %04d-%02d-%02d", title, edition->name,
						 edition->year, edition->month, edition->day);
	struct html *html = html_new();

	html_open(html, "html", "lang", "en", NULL);
	head_write(html, whole);
	html_open(html, "body", NULL);
	html_line(html, "a", "Skip to the page", "class", "skip", "href", "#main", NULL);
	html_open(html, "header", "class", "top", NULL);
	html_open(html, "p", "class", "paper-name", NULL);
	html_line(html, "strong", proof->edition->name, "lang", proof->edition->language, NULL);
	html_format(html, " %04d-%02d-%02d", proof->edition->year, proof->edition->month,
		    proof->edition->day);
	html_close(html);
	html_open(html, "nav", "aria-label", "Proof", NULL);
	html_open(html, "ul", NULL);
	for (int part = FRAME_CONTACT; part <= FRAME_CHANGES; part++)
		write_link(html, proof, (enum frame_part)part, now);
	html_close(html);
	html_close(html);
	head_write_live(html);
	html_close(html);
	return html;
}

/* What the script goes by: pages in order, and which of them this is. */
static char *data_of(const struct proof *proof, const char *label)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	g_autoptr(JsonNode) root = NULL;

	json_builder_begin_object(json);
	json_builder_set_member_name(json, "live");
	json_builder_add_boolean_value(json, proof->live);
	json_builder_set_member_name(json, "page");
	json_builder_add_string_value(json, label != NULL ? label : "");
	json_builder_set_member_name(json, "pages");
	json_builder_begin_array(json);
	for (guint i = 0; i < proof->sheets->len; i++) {
		const struct page *page = g_array_index(proof->sheets, struct desk_sheet, i).page;
		g_autofree char *name = proof_page_name(page->label);
		json_builder_begin_object(json);
		json_builder_set_member_name(json, "label");
		json_builder_add_string_value(json, page->label);
		json_builder_set_member_name(json, "file");
		json_builder_add_string_value(json, name);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
	json_builder_end_object(json);
	root = json_builder_get_root(json);
	return json_to_string(root, FALSE);
}

static void write_keys(struct html *html)
{
	static const char *const keys[][2] = {
		{"1 – 4", "pages, faults, stories, changes"}, {"← →", "the page before, the next"},
		{"j k", "the next fault, the one before"},    {"o g c", "outlines, grid, columns"},
		{"+ − 0", "larger, smaller, the whole page"}, {"?", "these keys"},
	};

	html_open(html, "dialog", "id", "keys", "aria-labelledby", "keys-title", NULL);
	html_line(html, "h2", "Keys", "id", "keys-title", NULL);
	html_open(html, "dl", NULL);
	for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
		html_line(html, "dt", keys[i][0], NULL);
		html_line(html, "dd", keys[i][1], NULL);
	}
	html_close(html);
	html_open(html, "form", "method", "dialog", NULL);
	html_line(html, "button", "Close", NULL);
	html_close(html);
	html_close(html);
}

char *frame_end(struct html *html, const struct proof *proof, const char *label)
{
	g_autofree char *data = data_of(proof, label);

	html_open(html, "footer", NULL);
	html_open(html, "p", NULL);
	html_text(html, "The proof of anban " ANBAN_VERSION
			". Nothing here is published, and nothing here writes into copy. ");
	html_line(html, "button", "Keys", "type", "button", "id", "show-keys", "hidden", "", NULL);
	html_close(html);
	html_close(html);
	write_keys(html);
	html_data(html, "proof-data", data);
	return html_finish(html);
}
