#include "edition/body.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

#include "edition/copy_text.h"
#include "edition/link.h"
#include "edition/markup_limit.h"
#include "edition/parts.h"
#include "edition/source_lines.h"

#define MARKUP_NESTING_MAX 32
#define FAULTS_TOLD_MAX	   10
#define TABLE_COLUMNS_MAX  24

struct manuscript {
	struct loading *loading;
	struct story *story;
	struct source_lines lines;
	int faults;
};

/* Where a run of inline text goes, and what surrounds it. */
struct run {
	GArray *spans;
	unsigned flags;
	const char *link;
	int depth;
};

static struct place place_of(const struct manuscript *manuscript, cmark_node *node)
{
	return source_lines_place(&manuscript->lines, cmark_node_get_start_line(node),
				  cmark_node_get_start_column(node));
}

static void refuse(struct manuscript *manuscript, struct place place, const char *format, ...)
	G_GNUC_PRINTF(3, 4);
static void refuse(struct manuscript *manuscript, struct place place, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list arguments;

	if (manuscript->faults++ >= FAULTS_TOLD_MAX)
		return;
	va_start(arguments, format);
	text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	diag_add(manuscript->loading->diag, DIAG_STORY_MARKUP, place, "%s", text);
}

static void flattened(struct manuscript *manuscript, cmark_node *node, const char *text)
{
	diag_add(manuscript->loading->diag, DIAG_MARKUP_FLATTENED, place_of(manuscript, node), "%s", text);
}

/* ---- inline text ---- */

static void inlines_read(struct manuscript *manuscript, cmark_node *parent, struct run run);

static void span_add(struct manuscript *manuscript, cmark_node *node, const struct run *run)
{
	const char *literal = cmark_node_get_literal(node);
	struct span span = {.flags = run->flags};

	if (literal == NULL || *literal == '\0')
		return;
	span.place = source_lines_find(&manuscript->lines, literal, cmark_node_get_start_line(node),
				       cmark_node_get_start_column(node));
	span.text = copy_text_clean(literal, span.place, manuscript->loading->diag);
	if (*span.text == '\0') {
		g_free(span.text);
		return;
	}
	span.link = g_strdup(run->link);
	g_array_append_val(run->spans, span);
}

static void space_add(const struct run *run)
{
	if (run->spans->len == 0)
		return;
	struct span *last = &g_array_index(run->spans, struct span, run->spans->len - 1);
	char *text = g_strconcat(last->text, " ", NULL);
	g_free(last->text);
	last->text = text;
}

static void break_add(struct manuscript *manuscript, const struct run *run)
{
	struct span span = {.text = g_strdup(""), .flags = run->flags | SPAN_LINE_BREAK};

	span.place = source_lines_here(&manuscript->lines);
	g_array_append_val(run->spans, span);
}

static const char *literal_of(cmark_node *node)
{
	return node != NULL && cmark_node_get_type(node) == CMARK_NODE_TEXT ? cmark_node_get_literal(node)
									    : "";
}

static gboolean letter_ends(const char *text)
{
	const char *last = g_utf8_find_prev_char(text, text + strlen(text));

	return last != NULL && g_unichar_isalnum(g_utf8_get_char(last));
}

/* The parser knows plain letters only: of "tòa@a.vn" it would make a link to "a@a.vn". */
static gboolean is_torn(cmark_node *node, const char *address)
{
	const char *mail = g_str_has_prefix(address, "mailto:") ? address + strlen("mailto:") : NULL;

	return mail != NULL && strcmp(literal_of(cmark_node_first_child(node)), mail) == 0 &&
	       (letter_ends(literal_of(cmark_node_previous(node))) ||
		g_unichar_isalnum(g_utf8_get_char(literal_of(cmark_node_next(node)))));
}

/* An address that was only written out, as any word, is not missed as a link. */
static gboolean is_written_out(cmark_node *node, const char *address)
{
	return is_torn(node, address) || (g_str_has_prefix(address, "ftp:") &&
					  strcmp(literal_of(cmark_node_first_child(node)), address) == 0);
}

static void link_read(struct manuscript *manuscript, cmark_node *node, struct run run)
{
	const char *url = cmark_node_get_url(node), *address = url == NULL ? "" : url, *why = NULL;
	g_autofree char *link = is_torn(node, address) ? NULL : link_accept(address, &why);

	if (link == NULL && !is_written_out(node, address))
		diag_add(manuscript->loading->diag, DIAG_LINK_REFUSED, place_of(manuscript, node),
			 "the link '%s' leads nowhere and is left out: %s", address, why);
	run.link = link;
	inlines_read(manuscript, node, run);
}

static void html_refuse(struct manuscript *manuscript, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	g_autofree char *start = g_strndup(literal == NULL ? "" : literal, 40);
	g_autofree char *valid = g_utf8_make_valid(g_strchomp(start), -1);
	char *line_end = strpbrk(valid, "\r\n");

	if (line_end != NULL)
		*line_end = '\0';
	refuse(manuscript, place_of(manuscript, node),
	       "raw HTML cannot be set: take '%s' away and mark text with *…* or **…**", valid);
}

static void inline_read(struct manuscript *manuscript, cmark_node *node, struct run run)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		span_add(manuscript, node, &run);
		break;
	case CMARK_NODE_SOFTBREAK:
		space_add(&run);
		break;
	case CMARK_NODE_LINEBREAK:
		break_add(manuscript, &run);
		break;
	case CMARK_NODE_EMPH:
		run.flags |= SPAN_EMPHASIS;
		inlines_read(manuscript, node, run);
		break;
	case CMARK_NODE_STRONG:
		run.flags |= SPAN_STRONG;
		inlines_read(manuscript, node, run);
		break;
	case CMARK_NODE_LINK:
		link_read(manuscript, node, run);
		break;
	case CMARK_NODE_IMAGE:
		refuse(manuscript, place_of(manuscript, node),
		       "a picture cannot stand in the text: name it under 'photos:' in the front matter");
		break;
	default:
		html_refuse(manuscript, node);
	}
}

static void inlines_read(struct manuscript *manuscript, cmark_node *parent, struct run run)
{
	if (++run.depth > MARKUP_NESTING_MAX) {
		refuse(manuscript, place_of(manuscript, parent),
		       "emphasis is nested more than %d deep: write it flatter", MARKUP_NESTING_MAX);
		return;
	}
	for (cmark_node *node = cmark_node_first_child(parent); node != NULL; node = cmark_node_next(node))
		inline_read(manuscript, node, run);
}

static GArray *spans_read(struct manuscript *manuscript, cmark_node *node)
{
	struct run run = {.spans = spans_new()};

	source_lines_enter(&manuscript->lines, cmark_node_get_start_line(node),
			   cmark_node_get_start_column(node), cmark_node_get_end_line(node));
	inlines_read(manuscript, node, run);
	return run.spans;
}

/* ---- blocks ---- */

static struct block *block_add(struct manuscript *manuscript, enum block_kind kind, struct place place,
			       GArray *spans)
{
	struct block *block = g_new0(struct block, 1);

	block->kind = kind;
	block->place = place;
	block->spans = spans;
	g_ptr_array_add(manuscript->story->blocks, block);
	return block;
}

static struct block *text_block(struct manuscript *manuscript, enum block_kind kind, cmark_node *node)
{
	GArray *spans = spans_read(manuscript, node);
	struct place place = place_of(manuscript, node);

	if (spans->len == 0) {
		g_array_unref(spans);
		return NULL;
	}
	/* A heading starts at its '##'; the desk looks for the words. */
	if (kind == BLOCK_CROSSHEAD)
		place = g_array_index(spans, struct span, 0).place;
	return block_add(manuscript, kind, place, spans);
}

static void heading_read(struct manuscript *manuscript, cmark_node *node)
{
	int level = cmark_node_get_heading_level(node);

	if (level == 2)
		text_block(manuscript, BLOCK_CROSSHEAD, node);
	else if (level == 1)
		refuse(manuscript, place_of(manuscript, node),
		       "a headline cannot stand in the text: put it in the front matter, or use '##' for a "
		       "crosshead");
	else
		refuse(manuscript, place_of(manuscript, node),
		       "a heading of level %d is too deep: use '##' for a crosshead", level);
}

/* Indented text is mostly an accident of typing; its words must not be lost. */
static void code_read(struct manuscript *manuscript, cmark_node *node)
{
	struct place place = place_of(manuscript, node);
	GArray *spans = spans_new();
	struct span span = {.place = place};
	g_autofree char *line =
		copy_text_line(cmark_node_get_literal(node), place, manuscript->loading->diag);

	flattened(manuscript, node,
		  "text that is indented by four spaces or fenced is set as a plain paragraph: take the "
		  "indentation away");
	if (*line == '\0') {
		g_array_unref(spans);
		return;
	}
	span.text = g_steal_pointer(&line);
	g_array_append_val(spans, span);
	block_add(manuscript, BLOCK_PARAGRAPH, place, spans);
}

static void block_read(struct manuscript *manuscript, cmark_node *node, enum block_kind paragraph, int depth);

static void blocks_read(struct manuscript *manuscript, cmark_node *parent, enum block_kind paragraph,
			int depth)
{
	if (depth > MARKUP_NESTING_MAX) {
		refuse(manuscript, place_of(manuscript, parent),
		       "lists and quotations are nested more than %d deep: write it flatter",
		       MARKUP_NESTING_MAX);
		return;
	}
	for (cmark_node *node = cmark_node_first_child(parent); node != NULL; node = cmark_node_next(node))
		block_read(manuscript, node, paragraph, depth);
}

/* The first paragraph of an item carries its bullet or number. */
static void item_read(struct manuscript *manuscript, cmark_node *item, int number, int depth)
{
	cmark_node *first = cmark_node_first_child(item);
	struct block *block = NULL;

	if (first != NULL && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH) {
		block = text_block(manuscript, BLOCK_LIST_ITEM, first);
		first = cmark_node_next(first);
	}
	if (block != NULL)
		block->list_number = number;
	for (; first != NULL; first = cmark_node_next(first)) {
		if (cmark_node_get_type(first) == CMARK_NODE_LIST)
			flattened(manuscript, first,
				  "a list inside a list is set as one list: write it as one");
		block_read(manuscript, first, BLOCK_PARAGRAPH, depth + 1);
	}
}

static void list_read(struct manuscript *manuscript, cmark_node *list, int depth)
{
	gboolean numbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
	int number = numbered ? cmark_node_get_list_start(list) : 0;

	if (depth > MARKUP_NESTING_MAX) {
		refuse(manuscript, place_of(manuscript, list),
		       "lists are nested more than %d deep: write it flatter", MARKUP_NESTING_MAX);
		return;
	}
	for (cmark_node *item = cmark_node_first_child(list); item != NULL; item = cmark_node_next(item)) {
		item_read(manuscript, item, number, depth);
		number += numbered;
	}
}

/* ---- tables ---- */

static enum cell_align align_of(char letter)
{
	return letter == 'r' ? CELL_RIGHT : letter == 'c' ? CELL_CENTRE : CELL_LEFT;
}

static void row_read(struct manuscript *manuscript, cmark_node *row, const struct table *table, int index)
{
	cmark_node *cell = cmark_node_first_child(row);

	for (int i = 0; i < table->columns; i++) {
		struct table_cell *into = &table->cells[index * table->columns + i];
		into->spans = cell == NULL ? spans_new() : spans_read(manuscript, cell);
		cell = cell == NULL ? NULL : cmark_node_next(cell);
	}
}

static struct table *table_new(cmark_node *node)
{
	struct table *table = g_new0(struct table, 1);
	const uint8_t *letters = cmark_gfm_extensions_get_table_alignments(node);

	table->columns = cmark_gfm_extensions_get_table_columns(node);
	for (cmark_node *row = cmark_node_first_child(node); row != NULL; row = cmark_node_next(row))
		table->rows++;
	table->align = g_new0(enum cell_align, table->columns);
	table->cells = g_new0(struct table_cell, (gsize)table->columns * (gsize)table->rows);
	for (int i = 0; i < table->columns; i++)
		table->align[i] = align_of((char)letters[i]);
	return table;
}

static void table_read(struct manuscript *manuscript, cmark_node *node)
{
	struct block *block;
	int index = 0;

	if (cmark_gfm_extensions_get_table_columns(node) > TABLE_COLUMNS_MAX) {
		refuse(manuscript, place_of(manuscript, node), "a table has more than %d columns: divide it",
		       TABLE_COLUMNS_MAX);
		return;
	}
	block = block_add(manuscript, BLOCK_TABLE, place_of(manuscript, node), spans_new());
	block->table = table_new(node);
	for (cmark_node *row = cmark_node_first_child(node); row != NULL; row = cmark_node_next(row))
		row_read(manuscript, row, block->table, index++);
}

/* ---- the whole ---- */

static void block_read(struct manuscript *manuscript, cmark_node *node, enum block_kind paragraph, int depth)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		text_block(manuscript, paragraph, node);
		return;
	case CMARK_NODE_HEADING:
		heading_read(manuscript, node);
		return;
	case CMARK_NODE_BLOCK_QUOTE:
		blocks_read(manuscript, node, BLOCK_QUOTATION, depth + 1);
		return;
	case CMARK_NODE_LIST:
		list_read(manuscript, node, depth + 1);
		return;
	case CMARK_NODE_CODE_BLOCK:
		code_read(manuscript, node);
		return;
	case CMARK_NODE_THEMATIC_BREAK:
		flattened(manuscript, node,
			  "a rule is not set and is left out: use '## ' and words for a break");
		return;
	case CMARK_NODE_HTML_BLOCK:
		html_refuse(manuscript, node);
		return;
	default:
		break;
	}
	if (strcmp(cmark_node_get_type_string(node), "table") == 0)
		table_read(manuscript, node);
	else
		refuse(manuscript, place_of(manuscript, node),
		       "this piece of Markdown cannot be set: take it away");
}

static gboolean markup_is_fit(struct manuscript *manuscript, const char *text)
{
	int line = 0;
	const char *why = markup_limit(text, &line);

	if (why != NULL)
		refuse(manuscript, source_lines_place(&manuscript->lines, line, 1), "%s", why);
	return why == NULL;
}

static cmark_node *markdown_parse(const char *text)
{
	cmark_parser *parser;
	cmark_node *document;

	cmark_gfm_core_extensions_ensure_registered();
	parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
	/* Addresses that are written out lead there, in brackets or not. */
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("autolink"));
	cmark_parser_feed(parser, text, strlen(text));
	document = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	cmark_consolidate_text_nodes(document);
	return document;
}

static int words_in(const GArray *spans)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < spans->len; i++)
		g_string_append(text, g_array_index(spans, struct span, i).text);
	return copy_text_words(text->str);
}

static void words_count(struct story *story)
{
	for (guint i = 0; i < story->blocks->len; i++) {
		const struct block *block = g_ptr_array_index(story->blocks, i);
		story->words += words_in(block->spans);
		for (int cell = 0; block->table != NULL && cell < block->table->columns * block->table->rows;
		     cell++)
			story->words += words_in(block->table->cells[cell].spans);
	}
}

gboolean body_read(struct loading *loading, struct story *story, const char *text, int first_line)
{
	struct manuscript manuscript = {.loading = loading, .story = story};

	source_lines_open(&manuscript.lines, story->file, text, first_line);
	if (markup_is_fit(&manuscript, text)) {
		cmark_node *document = markdown_parse(text);
		blocks_read(&manuscript, document, BLOCK_PARAGRAPH, 0);
		cmark_node_free(document);
		words_count(story);
	}
	source_lines_close(&manuscript.lines);
	return manuscript.faults == 0;
}
