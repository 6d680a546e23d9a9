/* A preview shows what the page says, where it says. */
#include "sample_paper.h"

#include "photo/decode.h"

static const struct fontbook *book;

static struct raster *picture_of(const struct page *page, GHashTable *prints, int height_px)
{
	struct paint_source source = {book, prints};
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) png = preview_png(page, &source, height_px, &error);
	g_assert_no_error(error);
	struct envelope envelope;
	g_assert_true(envelope_open(png, &envelope, &error));
	struct wish wish = {
		{0, 0, envelope.width_px, envelope.height_px}, envelope.width_px, envelope.height_px};
	struct decoded decoded;
	g_assert_true(decode(png, &envelope, &wish, &decoded, &error));
	envelope_clear(&envelope);
	return decoded.raster;
}

static int grey_at(const struct raster *raster, int x, int y)
{
	return raster_row(raster, y)[x * raster->components];
}

static void test_fill(void)
{
	struct page *page = page_new(1, "1", 100 * FIX_PT, 200 * FIX_PT);
	page_add(page, ITEM_FILL)->fill =
		(struct page_fill){{10 * FIX_PT, 20 * FIX_PT, 30 * FIX_PT, 5 * FIX_PT}, 0xff0000};
	struct raster *raster = picture_of(page, NULL, 400);
	g_assert_cmpint(raster->width_px, ==, 200);
	g_assert_cmpint(raster->height_px, ==, 400);
	g_assert_cmpmem(raster_row(raster, 40) + 20 * 3, 3, "\xff\x00\x00", 3);
	g_assert_cmpmem(raster_row(raster, 49) + 79 * 3, 3, "\xff\x00\x00", 3);
	g_assert_cmpmem(raster_row(raster, 39) + 20 * 3, 3, "\xff\xff\xff", 3);
	g_assert_cmpmem(raster_row(raster, 50) + 79 * 3, 3, "\xff\xff\xff", 3);
	g_assert_cmpmem(raster_row(raster, 49) + 80 * 3, 3, "\xff\xff\xff", 3);
	raster_free(raster);
	page_free(page);
}

/* Dark where a letter's ink is, at mask size and at fill size alike. */
static void check_letter(double size_pt)
{
	struct paper *paper = paper_new();
	struct stick stick = {.book = book, .paper = paper, .x_scale = 1000, .language = "en"};
	stick_page(&stick, "1");
	stick_style(&stick, "headline-black", size_pt, size_pt);
	stick.x = 20 * FIX_PT;
	stick.y = 300 * FIX_PT;
	stick_line(&stick, "I");
	struct page *page = paper->pages->pdata[0];
	struct page_item *run = page->items->pdata[0];
	struct ink ink = face_ink(fontbook_face(book, "headline-black"),
				  g_array_index(run->glyphs.glyphs, struct page_glyph, 0).id);
	struct raster *raster = picture_of(page, NULL, 1134);
	int left = (int)(20 + ink.left * size_pt / 1000), right = (int)(20 + ink.right * size_pt / 1000);
	int top = (int)(300 - ink.top * size_pt / 1000), middle = (left + right) / 2;
	g_assert_cmpint(grey_at(raster, middle, 298), <, 60);
	g_assert_cmpint(grey_at(raster, middle, top + 2), <, 60);
	g_assert_cmpint(grey_at(raster, middle, top - 2), ==, 255);
	g_assert_cmpint(grey_at(raster, middle, 302), ==, 255);
	g_assert_cmpint(grey_at(raster, right + 2, 298), ==, 255);
	g_assert_cmpint(grey_at(raster, left - 2, 298), ==, 255);
	raster_free(raster);
	paper_free(paper);
}

static void test_letters(void)
{
	check_letter(40);
	check_letter(160);
}

static void test_whole_page(void)
{
	g_autoptr(GHashTable) prints = sample_prints();
	struct paper *paper = sample_paper(book, prints);
	struct paint_source source = {book, prints};
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) one = preview_jpeg(paper->pages->pdata[1], &source, 700, &error);
	g_assert_no_error(error);
	g_autoptr(GBytes) two = preview_jpeg(paper->pages->pdata[1], &source, 700, &error);
	g_assert_true(g_bytes_equal(one, two));
	struct photo_facts facts;
	g_assert_true(photo_probe(one, &facts, &error));
	g_assert_cmpint(facts.height_px, ==, 700);
	g_assert_cmpint(facts.width_px, ==, 490);
	paper_free(paper);
}

static GBytes *proof_of(const struct page *page, GHashTable *prints, struct preview_stock *stock)
{
	struct paint_source source = {book, prints};
	g_autoptr(GError) error = NULL;
	GBytes *picture = preview_proof(page, &source, stock, 700, &error);
	g_assert_no_error(error);
	return picture;
}

/* What is kept from page to page and from size to size changes nothing. */
static void test_stock(void)
{
	g_autoptr(GHashTable) prints = sample_prints();
	struct paper *paper = sample_paper(book, prints);
	struct preview_stock *used = preview_stock_new();
	struct paint_source source = {book, prints};
	for (int round = 0; round < 2; round++) {
		for (guint i = 0; i < paper->pages->len; i++) {
			const struct page *page = paper->pages->pdata[i];
			struct preview_stock *fresh = preview_stock_new();
			g_autoptr(GBytes) small = preview_proof(page, &source, used, 300, NULL);
			g_autoptr(GBytes) one = proof_of(page, prints, used);
			g_autoptr(GBytes) two = proof_of(page, prints, fresh);
			g_assert_nonnull(small);
			g_assert_true(g_bytes_equal(one, two));
			preview_stock_free(fresh);
		}
	}
	preview_stock_free(used);
	paper_free(paper);
}

static void test_missing_print(void)
{
	g_autoptr(GHashTable) prints = sample_prints();
	struct paper *paper = sample_paper(book, prints);
	g_hash_table_remove_all(prints);
	struct paint_source source = {book, prints};
	g_autoptr(GError) error = NULL;
	g_assert_null(preview_png(paper->pages->pdata[0], &source, 300, &error));
	g_assert_error(error, PAINT_ERROR, PAINT_ERROR_PHOTO);
	paper_free(paper);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	struct diag *diag = diag_new();
	struct fontbook *opened = fontbook_open(g_getenv("ANBAN_TEST_FONTS"), diag);
	g_assert_nonnull(opened);
	book = opened;
	g_test_add_func("/paint/preview/fill", test_fill);
	g_test_add_func("/paint/preview/letters", test_letters);
	g_test_add_func("/paint/preview/whole-page", test_whole_page);
	g_test_add_func("/paint/preview/stock", test_stock);
	g_test_add_func("/paint/preview/missing-print", test_missing_print);
	int result = g_test_run();
	fontbook_free(opened);
	diag_free(diag);
	return result;
}
