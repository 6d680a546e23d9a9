#include "room.h"

#define MATTER "headline: x\n"
#define FIRST  4 /* the body's first line in the file */

static const struct block *block_of(const struct story *story, guint index, enum block_kind kind)
{
	const struct block *block;

	g_assert_cmpuint(index, <, story->blocks->len);
	block = g_ptr_array_index(story->blocks, index);
	g_assert_cmpint(block->kind, ==, kind);
	return block;
}

static const struct span *span_of(const struct block *block, guint index)
{
	g_assert_cmpuint(index, <, block->spans->len);
	return &g_array_index(block->spans, struct span, index);
}

static void span_is(const struct block *block, guint index, const char *text, unsigned flags, int line,
		    int column)
{
	const struct span *span = span_of(block, index);

	g_assert_cmpstr(span->text, ==, text);
	g_assert_cmpuint(span->flags, ==, flags);
	g_assert_cmpint(span->place.line, ==, FIRST + line);
	g_assert_cmpint(span->place.column, ==, column);
}

static void test_inline(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(
		room, MATTER, "Hà Nội is *big* and **very *old***, [see *this*](https://example.org/x).\n");
	const struct block *block = block_of(story, 0, BLOCK_PARAGRAPH);

	room_silent(room);
	span_is(block, 0, "Hà Nội is ", 0, 0, 1);
	span_is(block, 1, "big", SPAN_EMPHASIS, 0, 12);
	span_is(block, 2, " and ", 0, 0, 16);
	span_is(block, 3, "very ", SPAN_STRONG, 0, 23);
	span_is(block, 4, "old", SPAN_STRONG | SPAN_EMPHASIS, 0, 29);
	span_is(block, 5, ", ", 0, 0, 35);
	span_is(block, 6, "see ", 0, 0, 38);
	span_is(block, 7, "this", SPAN_EMPHASIS, 0, 43);
	g_assert_cmpstr(span_of(block, 7)->link, ==, "https://example.org/x");
	span_is(block, 8, ".", 0, 0, 72);
	g_assert_cmpint(story->words, ==, 9);
}

/* The parser loses indentation and line ends; the places must not. */
static void test_lines(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(room, MATTER,
					     "một *hai*\n"
					     "   ba bốn *năm*\\\n"
					     "sáu &amp; bảy  \n"
					     "tám \\*chín\\* *mười*\n");
	const struct block *block = block_of(story, 0, BLOCK_PARAGRAPH);

	span_is(block, 0, "một ", 0, 0, 1);
	span_is(block, 1, "hai ", SPAN_EMPHASIS, 0, 6);
	span_is(block, 2, "ba bốn ", 0, 1, 4);
	span_is(block, 3, "năm", SPAN_EMPHASIS, 1, 12);
	g_assert_cmpuint(span_of(block, 4)->flags, ==, SPAN_LINE_BREAK);
	g_assert_cmpstr(span_of(block, 4)->text, ==, "");
	span_is(block, 5, "sáu & bảy", 0, 2, 1);
	g_assert_cmpuint(span_of(block, 6)->flags, ==, SPAN_LINE_BREAK);
	span_is(block, 7, "tám *chín* ", 0, 3, 1);
	span_is(block, 8, "mười", SPAN_EMPHASIS, 3, 15);
}

static void test_blocks(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(room, MATTER,
					     "First.\n"
					     "\n"
					     "## A *small* head\n"
					     "\n"
					     "> Quoted\n"
					     "> words\n"
					     ">\n"
					     "> again\n"
					     "\n"
					     "- bullet\n"
					     "- second\n"
					     "  line\n"
					     "\n"
					     "3. three\n"
					     "4. four\n"
					     "\n"
					     "   more\n");

	room_silent(room);
	g_assert_cmpint(block_of(story, 0, BLOCK_PARAGRAPH)->place.line, ==, FIRST);
	span_is(block_of(story, 1, BLOCK_CROSSHEAD), 0, "A ", 0, 2, 4);
	g_assert_cmpint(block_of(story, 1, BLOCK_CROSSHEAD)->place.column, ==, 4);
	span_is(block_of(story, 2, BLOCK_QUOTATION), 0, "Quoted ", 0, 4, 3);
	span_is(block_of(story, 2, BLOCK_QUOTATION), 1, "words", 0, 5, 3);
	span_is(block_of(story, 3, BLOCK_QUOTATION), 0, "again", 0, 7, 3);
	span_is(block_of(story, 4, BLOCK_LIST_ITEM), 0, "bullet", 0, 9, 3);
	g_assert_cmpint(block_of(story, 4, BLOCK_LIST_ITEM)->list_number, ==, 0);
	span_is(block_of(story, 5, BLOCK_LIST_ITEM), 1, "line", 0, 11, 3);
	g_assert_cmpint(block_of(story, 6, BLOCK_LIST_ITEM)->list_number, ==, 3);
	g_assert_cmpint(block_of(story, 7, BLOCK_LIST_ITEM)->list_number, ==, 4);
	span_is(block_of(story, 8, BLOCK_PARAGRAPH), 0, "more", 0, 16, 4);
}

static void test_table(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(room, MATTER,
					     "| Place | *Low* | High |\n"
					     "| :-- | --: | :-: |\n"
					     "| Hà Nội | 17 | 25 |\n"
					     "| Huế | 19 |\n");
	const struct block *block = block_of(story, 0, BLOCK_TABLE);
	const struct table *table = block->table;
	const struct span *span;

	room_silent(room);
	g_assert_cmpint(table->columns, ==, 3);
	g_assert_cmpint(table->rows, ==, 3);
	g_assert_cmpint(table->align[0], ==, CELL_LEFT);
	g_assert_cmpint(table->align[1], ==, CELL_RIGHT);
	g_assert_cmpint(table->align[2], ==, CELL_CENTRE);
	span = &g_array_index(table->cells[1].spans, struct span, 0);
	g_assert_cmpstr(span->text, ==, "Low");
	g_assert_cmpuint(span->flags, ==, SPAN_EMPHASIS);
	span = &g_array_index(table->cells[4].spans, struct span, 0);
	g_assert_cmpstr(span->text, ==, "17");
	g_assert_cmpint(span->place.line, ==, FIRST + 2);
	g_assert_cmpint(span->place.column, ==, 12);
	g_assert_cmpuint(table->cells[8].spans->len, ==, 0);
}

static void refused(struct room *room, const char *body, const char *told)
{
	const struct story *story = room_try(room, MATTER, body);

	room_told(room, told);
	room_told(room,
		  "politics/a.md:1:1: error: 'politics/a' stays out: the text holds what cannot be set");
	g_assert_cmpint(story->fate, ==, FATE_REJECTED);
	room_exits(room, 3);
}

static void test_markup(struct room *room, gconstpointer data)
{
	refused(room, "Words.\n\n# Head\n", "a.md:6:1: error: a headline cannot stand in the text");
	refused(room, "Words\n===\n", "a.md:4:1: error: a headline cannot stand");
	refused(room, "Words.\n\n### Deep\n", "a.md:6:1: error: a heading of level 3 is too deep: use '##'");
	refused(room, "Hà <b>bold</b>\n", "a.md:4:4: error: raw HTML cannot be set: take '<b>' away");
	refused(room, "<div>\nx\n</div>\n", "a.md:4:1: error: raw HTML cannot be set: take '<div>' away");
	refused(room, "x <!-- note -->\n", "raw HTML");
	refused(room, "See ![alt](x.jpg)\n", "a.md:4:5: error: a picture cannot stand in the text");
	refused(room, "> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > x\n",
		"nested more than 32 deep");
}

static void test_faults_are_few(struct room *room, gconstpointer data)
{
	g_autoptr(GString) body = g_string_new("x");

	for (int i = 0; i < 1000; i++)
		g_string_append(body, " <b>x");
	room_try(room, MATTER, body->str);
	g_assert_cmpuint(room->diag->messages->len, ==, 11);
}

/* Written out, with the stop of the sentence behind them. */
static void test_addresses(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(
		room, MATTER,
		"Tin: tòa@a.vn, a_b@c.org,\n*see* www.d.org/x_y. Not e@f, nor 5@6, nor ftp://g.org/h\n");
	const struct block *block = block_of(story, 0, BLOCK_PARAGRAPH);
	const struct span *mail = span_of(block, 3), *web = NULL;

	room_silent(room);
	g_assert_cmpstr(mail->text, ==, "a_b@c.org");
	g_assert_cmpstr(mail->link, ==, "mailto:a_b@c.org");
	g_assert_cmpint(mail->place.line, ==, FIRST);
	for (guint i = 4; i < block->spans->len; i++) {
		const struct span *span = span_of(block, i);
		if (span->link == NULL)
			continue;
		g_assert_null(web);
		web = span;
	}
	g_assert_nonnull(web);
	g_assert_cmpstr(web->text, ==, "www.d.org/x_y");
	g_assert_cmpstr(web->link, ==, "http://www.d.org/x_y");
	g_assert_cmpint(web->place.line, ==, FIRST + 1);
	g_assert_cmpint(web->place.column, ==, 7);
}

static void test_links(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(room, MATTER,
					     "[a](https://a.org) [b](mailto:b@b.org) <tel:+84> "
					     "[c](javascript:alert) [d](other.md) [e](HTTPS://e.org)\n");
	const struct block *block = block_of(story, 0, BLOCK_PARAGRAPH);

	room_told(room, "a.md:4:50: error: the link 'javascript:alert' leads nowhere and is left out: only "
			"http, https");
	room_told(room,
		  "a.md:4:72: error: the link 'other.md' leads nowhere and is left out: it has no scheme");
	g_assert_cmpstr(span_of(block, 0)->link, ==, "https://a.org");
	g_assert_cmpstr(span_of(block, 2)->link, ==, "mailto:b@b.org");
	g_assert_cmpstr(span_of(block, 4)->link, ==, "tel:+84");
	g_assert_cmpstr(span_of(block, 6)->text, ==, "c");
	g_assert_null(span_of(block, 6)->link);
	g_assert_null(span_of(block, 8)->link);
	g_assert_cmpstr(span_of(block, 10)->link, ==, "HTTPS://e.org");
	g_assert_cmpint(story->fate, ==, FATE_TO_PLACE);
	room_exits(room, 3);
}

static void test_flattened(struct room *room, gconstpointer data)
{
	const struct story *story =
		room_try(room, MATTER, "One.\n\n***\n\n- a\n  - b\n\nTwo.\n\n    indented\n    text\n");

	room_told(room, "a.md:6:1: warning: a rule is not set");
	room_told(room, "a.md:9:3: warning: a list inside a list");
	room_told(room, "a.md:13:5: warning: text that is indented");
	room_exits(room, 0);
	span_is(block_of(story, 1, BLOCK_LIST_ITEM), 0, "a", 0, 4, 3);
	span_is(block_of(story, 2, BLOCK_LIST_ITEM), 0, "b", 0, 5, 5);
	g_assert_cmpstr(span_of(block_of(story, 4, BLOCK_PARAGRAPH), 0)->text, ==, "indented text");
}

static void test_control(struct room *room, gconstpointer data)
{
	const struct story *story =
		room_try(room, MATTER, "Vie\xCC\xA3\xCC\x82t\x01 nam \xE2\x80\xAE*x*&#7;\n");
	const struct block *block = block_of(story, 0, BLOCK_PARAGRAPH);

	room_told(
		room,
		"a.md:4:7: warning: the character U+0001 cannot be set and is dropped (and 1 more like it)");
	room_told(room, "a.md:4:17: warning: the character U+0007");
	g_assert_cmpstr(span_of(block, 0)->text, ==, "Vi\xE1\xBB\x87t nam ");
	span_is(block, 1, "x", SPAN_EMPHASIS, 0, 15);
	g_assert_cmpuint(block->spans->len, ==, 2);
}

static void test_line_ends(struct room *room, gconstpointer data)
{
	const struct story *story;

	room_put(room, ROOM_DAY "politics/a.md",
		 "\xEF\xBB\xBF---\r\nheadline: x\r\n--- \r\nOne *two*\r\nthree *four*\r\n");
	room_story(room, "politics/other.md", MATTER, "Words.\n");
	room_load(room);
	room_silent(room);
	story = room_one(room, "politics/a");
	span_is(block_of(story, 0, BLOCK_PARAGRAPH), 1, "two ", SPAN_EMPHASIS, 0, 6);
	span_is(block_of(story, 0, BLOCK_PARAGRAPH), 3, "four", SPAN_EMPHASIS, 1, 8);
}

/* Marks that would keep the parser busy for hours. */
static void test_bombs(struct room *room, gconstpointer data)
{
	static const char *const pieces[] = {"**a*b", "a*", "*_", "| "};

	for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
		g_autoptr(GString) body = g_string_new("x\n\n");
		while (body->len < 500000)
			g_string_append(body, pieces[i]);
		refused(room, body->str, "a.md:6:1: error: too many '*', '_', '|' or ')' stand together");
	}
}

/* The same marks, spread as a long story or table spreads them. */
static void test_many_marks(struct room *room, gconstpointer data)
{
	g_autoptr(GString) body = g_string_new(NULL);

	for (int i = 0; i < 3000; i++)
		g_string_append(body, "A *word* and **two** more.\n\n");
	g_string_append(body, "| a | b |\n|---|---|\n");
	for (int i = 0; i < 1000; i++)
		g_string_append(body, "| *x* | y |\n");
	room_try(room, MATTER, body->str);
	room_silent(room);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/body/inline", test_inline);
	ROOM_TEST("/body/lines", test_lines);
	ROOM_TEST("/body/blocks", test_blocks);
	ROOM_TEST("/body/table", test_table);
	ROOM_TEST("/body/markup", test_markup);
	ROOM_TEST("/body/faults-are-few", test_faults_are_few);
	ROOM_TEST("/body/links", test_links);
	ROOM_TEST("/body/addresses", test_addresses);
	ROOM_TEST("/body/flattened", test_flattened);
	ROOM_TEST("/body/control", test_control);
	ROOM_TEST("/body/line-ends", test_line_ends);
	ROOM_TEST("/body/bombs", test_bombs);
	ROOM_TEST("/body/many-marks", test_many_marks);
	return g_test_run();
}
