/* A page goes to text and back without losing anything, and bad text is refused with its line. */
#include "page/page.h"

#include <string.h>

static void add_glyph(struct page_item *run, struct page_glyph glyph)
{
	g_array_append_val(run->glyphs.glyphs, glyph);
}

static void add_run(struct page *page)
{
	struct page_item *run = page_add(page, ITEM_GLYPHS);
	run->glyphs.font = g_intern_static_string("body");
	run->glyphs.size = 8704;
	run->glyphs.x_scale = 985;
	run->glyphs.colour = 0x1a2b3c;
	run->glyphs.language = g_intern_static_string("vi");
	run->glyphs.flags = GLYPHS_LINE_END_SPACE | GLYPHS_HYPHEN;
	run->glyphs.story = g_intern_static_string("văn hoá/phở");
	run->glyphs.place = place_in("odd:name.md", 12, 7);
	run->glyphs.text = g_strdup("Phở fi\"\\\n\t=:x");
	add_glyph(run, (struct page_glyph){36, 34833, 81920, 5000, 0, 1});
	add_glyph(run, (struct page_glyph){37, 39833, 81920, 4100, 1, 1});
	add_glyph(run, (struct page_glyph){900, 43933, 81920, 4300, 2, 3});
	add_glyph(run, (struct page_glyph){901, 43800, 81600, 0, 5, 0});
	add_glyph(run, (struct page_glyph){3, 48233, 81920, -200, 5, 1});
	add_glyph(run, (struct page_glyph){512, 48033, 81920, 6000, 6, 2});
	add_glyph(run, (struct page_glyph){9, 54033, 81920, 6000, 13, 1});
}

static void add_marks(struct page *page)
{
	struct page_item *mark = page_add(page, ITEM_MARK);
	mark->mark = (struct page_mark){.id = 7,
					.role = MARK_STORY,
					.level = 2,
					.language = g_intern_static_string("en"),
					.story = g_intern_static_string("society/ferry-link"),
					.label = g_strdup(""),
					.url = g_strdup("https://example.org/?a=b c")};
	mark = page_add(page, ITEM_MARK);
	mark->mark = (struct page_mark){
		.id = 8, .role = MARK_FIGURE, .alt = g_strdup("A ferry, “white”"), .box = {1, 2, 3, 4}};
	struct page_item *photo = page_add(page, ITEM_PHOTO);
	photo->photo = (struct page_photo){.box = {-5, 6, 700, 8},
					   .file = g_strdup("a b.jpg"),
					   .part = {1, 2, 3, 65536},
					   .width_px = 400,
					   .height_px = 300};
	page_add(page, ITEM_MARK_END);
	page_add(page, ITEM_MARK_END);
}

static struct page *page_sample(void)
{
	struct page *page = page_new(12, "S1", fix_from_mm(280), fix_from_mm(400));
	add_run(page);
	add_marks(page);
	page_add(page, ITEM_RULE)->fill = (struct page_fill){{1024, 1536, 1, 1023}, 0xff0000};
	page_add(page, ITEM_FILL)->fill = (struct page_fill){{-(1 << 28), 1 << 28, 3, -4}, 0};
	struct page_link *link = &page_add(page, ITEM_LINK)->link;
	link->box = (struct rect){9, 8, 7, 6};
	link->to = g_strdup("#story/society/ferry-link");
	return page;
}

static char *page_as_text(const struct page *page)
{
	GString *out = g_string_new(NULL);
	page_write(page, out);
	return g_string_free(out, FALSE);
}

static void test_known_text(void)
{
	struct page *page = page_sample();
	g_autofree char *text = page_as_text(page);
	const char *expect =
		"page number=12 label=S1 size=793.7012,1133.8584\n"
		"\tglyphs text=\"Phở fi\\\"\\\\\\n\\x09=:x\" at=34.0166,80 font=body size=8.5 x-scale=985 "
		"colour=1a2b3c language=vi hyphen=yes line-end-space=yes story=\"văn hoá/phở\" "
		"place=\"odd:name.md:12:7\" : 36+5000 37+4100 900+4300 901+0@-4433,-320/0 3-200 512+6000/2 "
		"9+6000!13\n";
	g_assert_true(g_str_has_prefix(text, expect));
	g_assert_nonnull(strstr(
		text, "\tmark role=story id=7 level=2 language=en story=society/ferry-link "
		      "label=\"\" url=\"https://example.org/?a=b c\"\n"
		      "\t\tmark role=figure id=8 alt=\"A ferry, “white”\" box=0.001,0.002,0.0029,0.0039\n"
		      "\t\t\tphoto box="));
	page_free(page);
}

static void test_round_trip(void)
{
	struct page *page = page_sample();
	g_autofree char *text = page_as_text(page);
	g_autofree char *both = g_strconcat(text, "page behind", NULL);
	const char *next = both;
	g_autoptr(GError) error = NULL;
	struct page *again = page_read(&next, &error);
	g_assert_no_error(error);
	g_assert_cmpstr(next, ==, "page behind");
	g_autofree char *text_again = page_as_text(again);
	g_assert_cmpstr(text, ==, text_again);
	g_assert_cmpuint(again->items->len, ==, page->items->len);
	const struct page_glyphs *before = &((struct page_item *)page->items->pdata[0])->glyphs;
	const struct page_glyphs *after = &((struct page_item *)again->items->pdata[0])->glyphs;
	g_assert_cmpmem(before->glyphs->data, before->glyphs->len * sizeof(struct page_glyph),
			after->glyphs->data, after->glyphs->len * sizeof(struct page_glyph));
	g_assert_true(before->font == after->font && before->story == after->story);
	g_assert_cmpstr(before->text, ==, after->text);
	g_assert_cmpint(after->place.line, ==, 12);
	g_assert_cmpstr(after->place.file, ==, "odd:name.md");
	page_free(page);
	page_free(again);
}

/* Every length of 1/1024 pt survives its four decimals. */
static void test_lengths(void)
{
	GRand *random = g_rand_new_with_seed(3);
	for (int round = 0; round < 300; round++) {
		struct page *page = page_new(1, "1", 1000, 1000);
		for (int i = 0; i < 8; i++) {
			int shift = g_rand_int_range(random, 0, 28);
			fix v = (fix)g_rand_int(random) >> (shift + 3);
			page_add(page, ITEM_RULE)->fill.box =
				(struct rect){v, -(v / 2), round - 150, (1 << 28) - i};
		}
		g_autofree char *text = page_as_text(page);
		const char *next = text;
		g_autoptr(GError) error = NULL;
		struct page *again = page_read(&next, &error);
		g_assert_no_error(error);
		for (int i = 0; i < 8; i++) {
			struct page_item *a = page->items->pdata[i], *b = again->items->pdata[i];
			g_assert_cmpmem(&a->fill, sizeof a->fill, &b->fill, sizeof b->fill);
		}
		page_free(page);
		page_free(again);
	}
	g_rand_free(random);
}

static struct paper *paper_sample(void)
{
	struct paper *paper = paper_new();
	paper->title = g_strdup("The Red River Post, 22 November 2026");
	paper->slug = g_strdup("red-river-post-2026-11-22");
	paper->language = g_intern_static_string("en");
	paper->year = 2026;
	paper->month = 11;
	paper->day = 22;
	paper->release = g_strdup("2026-11-22T05:00:00+07:00");
	paper->marks = 9;
	g_ptr_array_add(paper->pages, page_sample());
	g_ptr_array_add(paper->pages, page_new(13, "2", 1024, 2048));
	struct outline_entry *entry = g_new0(struct outline_entry, 1);
	*entry = (struct outline_entry){1, g_strdup("Bún chả"), g_strdup("story/a")};
	g_ptr_array_add(paper->outline, entry);
	struct destination *destination = g_new0(struct destination, 1);
	*destination = (struct destination){g_strdup("story/a"), 1, 5, 6};
	g_ptr_array_add(paper->destinations, destination);
	return paper;
}

static void test_paper(void)
{
	struct paper *paper = paper_sample();
	g_autoptr(GString) text = g_string_new(NULL), again = g_string_new(NULL);
	paper_write(paper, text);
	g_autoptr(GError) error = NULL;
	struct paper *read = paper_read(text->str, &error);
	g_assert_no_error(error);
	paper_write(read, again);
	g_assert_cmpstr(text->str, ==, again->str);
	g_assert_null(read->subject);
	g_assert_cmpint(read->marks, ==, 9);
	paper_free(paper);
	paper_free(read);
}

static const struct {
	const char *text, *message;
} bad[] = {
	{"", "line 1: a page begins with 'page'"},
	{"page number=1 size=1,1\n", "line 2: the page ends without 'page-end'"},
	{"page number=0 size=1,1\npage-end\n", "line 1: a page wants a number and a size"},
	{"page number=1 size=1,1\nend\npage-end\n", "line 2: an 'end' without its mark"},
	{"page number=1 size=1,1\nmark role=story id=1\npage-end\n",
	 "line 3: 1 marks are still open at the end of the page"},
	{"page number=1 size=1,1\nmark role=storey id=1\n", "line 2: a mark wants a 'role' that exists"},
	{"page number=1 size=1,1\nmark role=story\n", "line 2: a mark wants an 'id' above 0"},
	{"page number=1 size=1,1\nrule box=1,2,3 colour=000000\n",
	 "line 2: 'box' wants 4 numbers with commas between"},
	{"page number=1 size=1,1\nrule box=1,2,3,99999999999 colour=000000\n",
	 "line 2: 'box' wants 4 numbers with commas between"},
	{"page number=1 size=1,1\nrule box=262145,0,1,1 colour=000000\n",
	 "line 2: 'box' wants 4 numbers with commas between"},
	{"page number=1 size=1,1\nrule colour=00000G\n",
	 "line 2: 'colour' wants six small hexadecimal digits"},
	{"page number=1 size=1,1\nrule : 3\n", "line 2: nothing is expected after a colon here"},
	{"page number=1 size=1,1\nrule bow=3\n", "line 2: unknown key 'bow'"},
	{"page number=1 size=1,1\nrule colour=000000 colour=000000\n", "line 2: key 'colour' stands twice"},
	{"page number=1 size=1,1\nscrawl\n", "line 2: unknown item 'scrawl'"},
	{"page number=1 size=1,1\nlink to=\"a\n", "line 2: a quotation mark is missing at the end of a text"},
	{"page number=1 size=1,1\nlink to=\"\\q\"\n",
	 "line 2: unknown escape in a text: use \\n, \\\", \\\\ or \\xHH"},
	{"page number=1 size=1,1\nlink to=\"\\xff\"\n", "line 2: a text is not UTF-8"},
	{"page number=1 size=1,1\nglyphs text=a font=b size=8 : 1+2\n", "line 2: glyphs want 'at'"},
	{"page number=1 size=1,1\nglyphs text=a font=b size=8 at=1,1 : 1+2!5\n",
	 "line 2: glyph 1 is not ID+ADVANCE within the text"},
	{"page number=1 size=1,1\nglyphs text=\"ở\" font=b size=8 at=1,1 : 1+2/1\n",
	 "line 2: glyph 1 is not ID+ADVANCE within the text"},
	{"page number=1 size=1,1\nglyphs text=a font=b size=8 at=262144,1 : 1+268435456 1+1/0\n",
	 "line 2: glyph 2 is not ID+ADVANCE within the text"},
	{"page number=1 size=1,1\nglyphs text=a font=b size=8 at=1,1 : 1+2@3\n",
	 "line 2: glyph 1 is not ID+ADVANCE within the text"},
	{"page number=1 size=1,1\nglyphs text=a font=b size=8 at=1,1 : 1+2x\n",
	 "line 2: glyph 1 has something behind it"},
	{"page number=1 size=1,1\nglyphs text=a font=b size=-8 :\n",
	 "line 2: glyphs want a size above 0 and up to 4096 pt, and an x-scale up to 10000"},
};

static void test_bad_pages(void)
{
	for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
		const char *next = bad[i].text;
		g_autoptr(GError) error = NULL;
		g_assert_null(page_read(&next, &error));
		g_assert_error(error, PAGE_TEXT_ERROR, PAGE_TEXT_ERROR_SYNTAX);
		g_assert_cmpstr(error->message, ==, bad[i].message);
		g_assert_true(next == bad[i].text);
	}
}

static void test_deep_marks(void)
{
	g_autoptr(GString) text = g_string_new("page number=1 size=1,1\n");
	for (int i = 1; i <= 65; i++)
		g_string_append_printf(text, "mark role=paragraph id=%d\n", i);
	const char *next = text->str;
	g_autoptr(GError) error = NULL;
	g_assert_null(page_read(&next, &error));
	g_assert_cmpstr(error->message, ==, "line 66: more than 64 marks inside each other");
}

static void test_bad_papers(void)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(paper_read("paper marks=0\ndestination name=a page=0 at=1,1\npaper-end\n", &error));
	g_assert_cmpstr(error->message, ==, "line 2: a destination wants a page of this paper");
	g_clear_error(&error);
	g_assert_null(paper_read("paper marks=0\npage number=1 size=1,1\nrule\n", &error));
	g_assert_cmpstr(error->message, ==, "line 4: the page ends without 'page-end'");
	g_clear_error(&error);
	g_assert_null(paper_read("paper\n", NULL));
}

/* One byte changed at a time: refused or read, never a crash or a hang. */
static void test_damaged_pages(void)
{
	struct page *page = page_sample();
	g_autofree char *text = page_as_text(page);
	GRand *random = g_rand_new_with_seed(5);
	for (gsize i = 0; text[i] != '\0'; i++) {
		char was = text[i];
		text[i] = (char)g_rand_int_range(random, 1, 256);
		const char *next = text;
		page_free(page_read(&next, NULL));
		text[i] = was;
	}
	g_rand_free(random);
	page_free(page);
}

static void test_photo_key(void)
{
	struct page_photo a = {.file = (char *)"a.jpg", .part = PHOTO_WHOLE, .width_px = 10, .height_px = 20};
	struct page_photo b = a;
	b.story = "x";
	b.box.x = 7;
	g_autofree char *key_a = page_photo_key(&a), *key_b = page_photo_key(&b);
	g_assert_cmpstr(key_a, ==, key_b);
	b.part.left = 1;
	g_autofree char *key_c = page_photo_key(&b);
	g_assert_cmpstr(key_a, !=, key_c);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/page/text/known", test_known_text);
	g_test_add_func("/page/text/round-trip", test_round_trip);
	g_test_add_func("/page/text/lengths", test_lengths);
	g_test_add_func("/page/text/paper", test_paper);
	g_test_add_func("/page/text/bad-pages", test_bad_pages);
	g_test_add_func("/page/text/deep-marks", test_deep_marks);
	g_test_add_func("/page/text/bad-papers", test_bad_papers);
	g_test_add_func("/page/text/damaged", test_damaged_pages);
	g_test_add_func("/page/photo-key", test_photo_key);
	return g_test_run();
}
