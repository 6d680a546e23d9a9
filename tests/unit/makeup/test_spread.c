/* Pages that face each other do not look alike where that can be. */
#include "makeup/spread.h"

#include "small_edition.h"

static const struct makeup_costs prices = {
	.photos_alike = 5, .heads_alike = 3, .facing_photos = 8, .facing_loud = 4, .facing_grey = 6};

static void test_one_page(void)
{
	struct spread_face dominant = {.pictures = 2, .largest = 120, .second = 60},
			   twins = {.pictures = 2, .largest = 80, .second = 80},
			   loud = {.loudest = 40 * FIX_PT, .quieter = 38 * FIX_PT};

	g_assert_cmpfloat(spread_page_cost(&prices, &dominant), ==, 0);
	g_assert_cmpfloat(spread_page_cost(&prices, &twins), ==, 5);
	g_assert_cmpfloat(spread_page_cost(&prices, &loud), ==, 3);
}

static void test_two_pages(void)
{
	struct spread_face one = {3, 90, 30, 3, 30, 36 * FIX_PT, 20 * FIX_PT},
			   twin = {1, 87, 0, 3, 29, 24 * FIX_PT, 20 * FIX_PT},
			   grey = {0, 0, 0, 0, 0, 36 * FIX_PT, 20 * FIX_PT};

	g_assert_cmpfloat(spread_facing_cost(&prices, &one, &twin), ==, 8);
	g_assert_cmpfloat(spread_facing_cost(&prices, &one, &grey), ==, 10);
	g_assert_cmpfloat(spread_facing_cost(&prices, &twin, &grey), ==, 0);
}

static fix loudest(const struct page *page)
{
	fix most = 0;

	for (guint i = 0; i < page->items->len; i++) {
		const struct page_item *item = page->items->pdata[i];
		if (item->kind == ITEM_GLYPHS)
			most = MAX(most, item->glyphs.size);
	}
	return most;
}

/* Facing pages of which neither is louder. */
static int count_alike(const struct paper *paper)
{
	int alike = 0;

	for (guint i = 2; i < paper->pages->len; i += 2)
		alike += loudest(paper->pages->pdata[i - 1]) == loudest(paper->pages->pdata[i]);
	return alike;
}

/* Made up with the price of loud heads that face each other. */
static int alike_at(const struct small_edition *small, double price)
{
	struct decisions *decisions = decisions_new();
	int alike;

	small->design->costs.facing_loud = price;
	struct paper *paper =
		makeup_paper(small->edition, small->design, small->book, NULL, decisions, small->diag);
	alike = count_alike(paper);
	paper_free(paper);
	decisions_free(decisions);
	return alike;
}

static void test_price_is_seen(void)
{
	struct small_edition small = small_new();

	for (int i = 0; i < 44; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		g_autofree char *extra = g_strdup_printf("priority: %d\n", 1 + i * 5 % 4);
		small_story(&small, path, 4 + i * 7 % 15, extra);
	}
	small_make(&small, "name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: "
			   "[{name: News}]\n");
	int without = alike_at(&small, 0), with = alike_at(&small, 400);
	g_test_message("facing pages loud alike: %d, and %d where it costs", without, with);
	g_assert_cmpint(with, <, without);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/spread/page", test_one_page);
	g_test_add_func("/spread/facing", test_two_pages);
	g_test_add_func("/spread/price", test_price_is_seen);
	return g_test_run();
}
