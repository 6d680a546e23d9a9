/* Whole files: what goes in, what is refused, and the same bytes every time. What other programs make
   of them is judged in tests/pdf. */
#include "sample_paper.h"

#include "paint/pdf/linearize.h"

static const struct fontbook *book;

struct sample {
	GHashTable *prints;
	struct paper *paper;
};

static struct sample sample_open(void)
{
	struct sample sample = {.prints = sample_prints()};
	sample.paper = sample_paper(book, sample.prints);
	return sample;
}

static void sample_close(struct sample *sample)
{
	paper_free(sample->paper);
	g_hash_table_unref(sample->prints);
}

static GBytes *make(const struct sample *sample, gboolean linearized, GError **error)
{
	struct paint_source source = {book, sample->prints};
	struct pdf_options options = {linearized, "anban test"};
	return pdf_document(sample->paper, &source, &options, error);
}

static guint count_in(GBytes *file, const char *piece)
{
	gsize length;
	const char *bytes = g_bytes_get_data(file, &length);
	guint count = 0;
	gsize step = strlen(piece);
	for (gsize i = 0; i + step <= length; i++)
		count += memcmp(bytes + i, piece, step) == 0;
	return count;
}

static struct page_item *item_at(const struct sample *sample, int page, enum item_kind kind, int number)
{
	const struct page *found = sample->paper->pages->pdata[page];
	for (guint i = 0; i < found->items->len; i++) {
		struct page_item *item = found->items->pdata[i];
		if (item->kind == kind && number-- == 0)
			return item;
	}
	g_assert_not_reached();
}

static void check_refused(const struct sample *sample, enum paint_error code, const char *piece)
{
	g_autoptr(GError) error = NULL;
	g_assert_null(make(sample, FALSE, &error));
	g_assert_error(error, PAINT_ERROR, (int)code);
	g_assert_nonnull(strstr(error->message, piece));
}

static void test_same_bytes(void)
{
	for (int linearized = 0; linearized < 2; linearized++) {
		struct sample one = sample_open(), two = sample_open();
		g_autoptr(GError) error = NULL;
		g_autoptr(GBytes) first = make(&one, linearized, &error),
				  second = make(&two, linearized, &error);
		g_assert_no_error(error);
		g_assert_true(g_bytes_equal(first, second));
		sample_close(&one);
		sample_close(&two);
	}
}

static void test_parts(void)
{
	struct sample sample = sample_open();
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) file = make(&sample, FALSE, &error);
	g_assert_no_error(error);
	g_assert_true(g_str_has_prefix(g_bytes_get_data(file, NULL), "%PDF-1.7\n"));
	g_assert_cmpuint(count_in(file, "/Subtype/Type0"), ==, 9);
	g_assert_cmpuint(count_in(file, "/Subtype/Image"), ==, 3);
	g_assert_cmpuint(count_in(file, "/Subtype/Link"), ==, 5);
	g_assert_cmpuint(count_in(file, "/QuadPoints"), ==, 1);
	g_assert_cmpuint(count_in(file, "/S/Art"), ==, 2);
	g_assert_cmpuint(count_in(file, "/S/H1"), ==, 1);
	g_assert_cmpuint(count_in(file, "/S/Figure"), ==, 3);
	g_assert_cmpuint(count_in(file, "/S/Caption"), ==, 2);
	g_assert_cmpuint(count_in(file, "/Lang(vi)"), >, 5);
	g_assert_cmpuint(count_in(file, "/ListNumbering/Disc"), ==, 1);
	g_assert_cmpuint(count_in(file, "/CreationDate(D:20261122050000+07'00')"), ==, 1);
	sample_close(&sample);
}

/* Another title gives another identity, so no two editions are taken for one. */
static void test_identity(void)
{
	struct sample sample = sample_open();
	g_autoptr(GBytes) one = make(&sample, FALSE, NULL);
	g_free(sample.paper->title);
	sample.paper->title = g_strdup("Another");
	g_autoptr(GBytes) two = make(&sample, FALSE, NULL);
	gsize length;
	const char *bytes = g_bytes_get_data(one, &length);
	gsize at = length - 3;
	while (memcmp(bytes + at, "/ID", 3) != 0)
		at--;
	const char *other = g_bytes_get_data(two, &length);
	gsize at_other = length - 3;
	while (memcmp(other + at_other, "/ID", 3) != 0)
		at_other--;
	g_assert_true(memcmp(bytes + at, other + at_other, 40) != 0);
	sample_close(&sample);
}

static void test_missing_face(void)
{
	struct sample sample = sample_open();
	item_at(&sample, 0, ITEM_GLYPHS, 3)->glyphs.font = g_intern_static_string("no-such-role");
	check_refused(&sample, PAINT_ERROR_FONT, "no face is pinned for 'no-such-role'");
	sample_close(&sample);
}

static void test_missing_glyph(void)
{
	static const uint32_t bad[] = {0, 0x10000000 | 0x1EA0, 65535};
	for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
		struct sample sample = sample_open();
		struct page_glyphs *run = &item_at(&sample, 1, ITEM_GLYPHS, 2)->glyphs;
		g_array_index(run->glyphs, struct page_glyph, 1).id = bad[i];
		check_refused(&sample, PAINT_ERROR_FONT, "stick:1:1: the face '");
		sample_close(&sample);
	}
}

/* Pango draws nothing for some blanks; readers still want one. */
static void test_empty_glyph(void)
{
	struct sample sample = sample_open();
	struct page_glyphs *run = &item_at(&sample, 1, ITEM_GLYPHS, 2)->glyphs;
	g_array_index(run->glyphs, struct page_glyph, 1).id = 0x0FFFFFFF;
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) file = make(&sample, FALSE, &error);
	g_assert_no_error(error);
	sample_close(&sample);
}

static struct photo_print *print_of(const struct sample *sample, int page, int number)
{
	g_autofree char *key = page_photo_key(&item_at(sample, page, ITEM_PHOTO, number)->photo);
	return g_hash_table_lookup(sample->prints, key);
}

static void test_bad_prints(void)
{
	struct sample sample = sample_open();
	print_of(&sample, 0, 0)->components = 1;
	check_refused(&sample, PAINT_ERROR_PHOTO, "ferry.jpg cannot go into the PDF: it is not what it says");
	print_of(&sample, 0, 0)->components = 4;
	check_refused(&sample, PAINT_ERROR_PHOTO, "neither grey nor RGB");
	print_of(&sample, 0, 0)->components = 3;
	print_of(&sample, 1, 0)->height_px = 201;
	check_refused(&sample, PAINT_ERROR_PHOTO,
		      "chart.png cannot go into the PDF: its rows are incomplete");
	print_of(&sample, 0, 0)->format = PRINT_PIXELS;
	check_refused(&sample, PAINT_ERROR_PHOTO, "its rows are incomplete");
	g_hash_table_remove_all(sample.prints);
	check_refused(&sample, PAINT_ERROR_PHOTO, "it was not printed");
	sample_close(&sample);
}

/* The same picture twice is one object. */
static void test_print_once(void)
{
	struct sample sample = sample_open();
	struct page_photo *photo = &item_at(&sample, 0, ITEM_PHOTO, 0)->photo;
	struct page *page = sample.paper->pages->pdata[1];
	struct page_photo *again = &page_add(page, ITEM_PHOTO)->photo;
	*again = *photo;
	again->file = g_strdup(photo->file);
	g_autoptr(GBytes) file = make(&sample, FALSE, NULL);
	g_assert_cmpuint(count_in(file, "/Subtype/Image"), ==, 3);
	sample_close(&sample);
}

static void test_marks_must_nest(void)
{
	struct sample sample = sample_open();
	page_add(sample.paper->pages->pdata[0], ITEM_MARK_END);
	check_refused(&sample, PAINT_ERROR_PAGE, "the marks of page 1 do not nest");
	sample_close(&sample);
	sample = sample_open();
	page_add(sample.paper->pages->pdata[1], ITEM_MARK)->mark =
		(struct page_mark){.id = 900, .role = MARK_PARAGRAPH};
	check_refused(&sample, PAINT_ERROR_PAGE, "the marks of page 2 do not nest");
	sample_close(&sample);
}

static void test_page_sizes(void)
{
	struct sample sample = sample_open();
	((struct page *)sample.paper->pages->pdata[1])->width = 15000 * FIX_PT;
	check_refused(&sample, PAINT_ERROR_PAGE, "page 2 has a size that no PDF can have");
	g_ptr_array_set_size(sample.paper->pages, 0);
	check_refused(&sample, PAINT_ERROR_PAGE, "no page");
	sample_close(&sample);
}

/* No link leads nowhere, or to what runs. */
static void test_links_left_out(void)
{
	struct sample sample = sample_open();
	struct page_link *link = &item_at(&sample, 0, ITEM_LINK, 0)->link;
	g_free(link->to);
	link->to = g_strdup("javascript:alert(1)");
	link = &item_at(&sample, 0, ITEM_LINK, 1)->link;
	g_free(link->to);
	link->to = g_strdup("#story/nowhere");
	g_autoptr(GBytes) file = make(&sample, FALSE, NULL);
	g_assert_cmpuint(count_in(file, "/Subtype/Link"), ==, 3);
	g_assert_cmpuint(count_in(file, "javascript"), ==, 0);
	sample_close(&sample);
}

/* A screen reader's list of headings has no holes, whatever the pages ask for. */
static void test_headings(void)
{
	struct sample sample = sample_open();
	for (int page = 0; page < 2; page++)
		for (guint i = 0; i < ((struct page *)sample.paper->pages->pdata[page])->items->len; i++) {
			struct page_item *item =
				((struct page *)sample.paper->pages->pdata[page])->items->pdata[i];
			if (item->kind == ITEM_MARK && item->mark.level > 0)
				item->mark.level = 5;
		}
	g_autoptr(GBytes) file = make(&sample, FALSE, NULL);
	g_assert_cmpuint(count_in(file, "/S/H1"), ==, 1);
	g_assert_cmpuint(count_in(file, "/S/H2"), ==, 1);
	g_assert_cmpuint(count_in(file, "/S/H3"), ==, 1);
	g_assert_cmpuint(count_in(file, "/S/H5"), ==, 0);
	sample_close(&sample);
}

static void test_many_pages(void)
{
	struct sample sample = {sample_prints(), paper_new()};
	sample.paper->language = g_intern_static_string("en");
	struct stick stick = {
		.book = book, .paper = sample.paper, .x_scale = 1000, .language = sample.paper->language};
	stick.x = stick.y = 100 * FIX_PT;
	for (int i = 0; i < 100; i++) {
		g_autofree char *label = g_strdup_printf(i < 90 ? "%d" : "S%d", i < 90 ? i + 1 : i - 89);
		stick_page(&stick, label);
		stick_open(&stick, MARK_PARAGRAPH, 0);
		stick_style(&stick, "body", 9, 11);
		stick_words(&stick, "A page.");
		stick_close(&stick);
	}
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) draft = make(&sample, FALSE, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(count_in(draft, "/PageLabels<</Nums[ 0<</S/D/St 1>> 90<</P(S)/S/D/St 1>>]>>"), ==,
			 1);
	g_autoptr(GBytes) web = make(&sample, TRUE, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(g_bytes_get_size(web), <, g_bytes_get_size(draft));
	sample_close(&sample);
}

/* Pages that the desk kept may be damaged: read or refused, painted or refused, nothing else. */
static void test_damaged_pages(void)
{
	struct sample sample = sample_open();
	g_autoptr(GString) text = g_string_new(NULL);
	paper_write(sample.paper, text);
	GRand *random = g_rand_new_with_seed(11);
	int painted = 0;
	for (int round = 0; round < 400 && painted < 16; round++) {
		gint32 at = g_rand_int_range(random, 0, (gint32)text->len);
		char was = text->str[at];
		text->str[at] = (char)(g_ascii_isdigit(was) ? g_rand_int_range(random, '0', '9' + 1)
							    : g_rand_int_range(random, ' ', '~'));
		struct sample damaged = {sample.prints, paper_read(text->str, NULL)};
		struct paint_source source = {book, sample.prints};
		if (damaged.paper != NULL && text->str[at] != was) {
			g_autoptr(GBytes) file = make(&damaged, FALSE, NULL);
			g_autoptr(GBytes) picture =
				preview_png(damaged.paper->pages->pdata[1], &source, 100, NULL);
			g_autofree char *zones = zones_json(damaged.paper);
			painted++;
		}
		paper_free(damaged.paper);
		text->str[at] = was;
	}
	g_assert_cmpint(painted, ==, 16);
	g_rand_free(random);
	sample_close(&sample);
}

/* The largest and the farthest that a page's text can say. */
static void test_extremes(void)
{
	static const char *const texts[] = {
		"glyphs text=aa at=-262144,-262144 font=body size=4096 x-scale=10000 : 36+268435000 "
		"36+5@-9,9",
		"glyphs text=aaaaaa at=0,0 font=body size=0.001 x-scale=1 : 36+1 36+1 36+1 36+1 36+1 36+1",
		"fill box=262144,-262144,262144,-262144 colour=ffffff",
		"mark role=figure id=2147483647 box=-262144,-262144,1,1\nend",
	};
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autofree char *page =
			g_strdup_printf("page number=1 size=3,14400\n%s\npage-end\n", texts[i]);
		g_autofree char *text = g_strdup_printf("paper language=en marks=1\n%spaper-end\n", page);
		g_autoptr(GHashTable) prints = sample_prints();
		g_autoptr(GError) error = NULL;
		struct sample sample = {prints, paper_read(text, &error)};
		struct paint_source source = {book, prints};
		g_assert_no_error(error);
		g_autoptr(GBytes) file = make(&sample, TRUE, &error);
		g_assert_no_error(error);
		g_autoptr(GBytes) picture = preview_jpeg(sample.paper->pages->pdata[0], &source, 700, &error);
		g_assert_no_error(error);
		g_autofree char *zones = zones_json(sample.paper);
		paper_free(sample.paper);
	}
}

static void test_linearize_refuses(void)
{
	g_autoptr(GBytes) rubbish = g_bytes_new_static("%PDF-1.7 no more", 16);
	g_autoptr(GError) error = NULL;
	g_assert_null(linearize(rubbish, &error));
	g_assert_error(error, PAINT_ERROR, PAINT_ERROR_LIBRARY);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	struct diag *diag = diag_new();
	struct fontbook *opened = fontbook_open(g_getenv("ANBAN_TEST_FONTS"), diag);
	g_assert_nonnull(opened);
	book = opened;
	g_test_add_func("/paint/pdf/same-bytes", test_same_bytes);
	g_test_add_func("/paint/pdf/parts", test_parts);
	g_test_add_func("/paint/pdf/identity", test_identity);
	g_test_add_func("/paint/pdf/missing-face", test_missing_face);
	g_test_add_func("/paint/pdf/missing-glyph", test_missing_glyph);
	g_test_add_func("/paint/pdf/empty-glyph", test_empty_glyph);
	g_test_add_func("/paint/pdf/bad-prints", test_bad_prints);
	g_test_add_func("/paint/pdf/print-once", test_print_once);
	g_test_add_func("/paint/pdf/marks-must-nest", test_marks_must_nest);
	g_test_add_func("/paint/pdf/page-sizes", test_page_sizes);
	g_test_add_func("/paint/pdf/links-left-out", test_links_left_out);
	g_test_add_func("/paint/pdf/headings", test_headings);
	g_test_add_func("/paint/pdf/many-pages", test_many_pages);
	g_test_add_func("/paint/pdf/damaged-pages", test_damaged_pages);
	g_test_add_func("/paint/pdf/extremes", test_extremes);
	g_test_add_func("/paint/pdf/linearize-refuses", test_linearize_refuses);
	int result = g_test_run();
	fontbook_free(opened);
	diag_free(diag);
	return result;
}
