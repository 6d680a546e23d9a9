/* Pages that face each other do not look alike where that can be. */
#include "makeup/spread.h"

#include "small_edition.h"

static const struct makeup_costs prices = {
	.photos_alike = 5,
	.heads_alike = 3,
	.facing_photos = 8,
	.facing_loud = 4,
	.facing_grey = 6,
	.photo_not_led = 20,
	.photo_small = 12,
	.photo_vast = 10,
	.page_grey = 7,
	.paid_larger = 8,
	.heads_in_row = 9,
	.page_repeats = 11,
};

static void test_one_page(void)
{
	struct spread_face dominant = {.pictures = 2, .largest = 120, .second = 60, .led = 120},
			   twins = {.pictures = 2, .largest = 80, .second = 80, .led = 80},
			   loud = {.loudest = 40 * FIX_PT, .quieter = 38 * FIX_PT};

	g_assert_cmpfloat(spread_page_cost(&prices, &dominant), ==, 0);
	g_assert_cmpfloat(spread_page_cost(&prices, &twins), ==, 5);
	g_assert_cmpfloat(spread_page_cost(&prices, &loud), ==, 3);
}

/* The largest picture is the lead's; half as large again costs half, twice and none at all cost it all. */
static void test_whose_picture(void)
{
	struct spread_face led = {.pictures = 1, .largest = 120, .led = 120},
			   less = {.pictures = 2, .largest = 90, .second = 30, .led = 60},
			   bare = {.pictures = 1, .largest = 90};

	g_assert_cmpfloat(spread_page_cost(&prices, &led), ==, 0);
	g_assert_cmpfloat(spread_page_cost(&prices, &less), ==, 10);
	g_assert_cmpfloat(spread_page_cost(&prices, &bare), ==, 20);
}

static void test_how_large(void)
{
	struct spread_face good = {.pictures = 1, .largest = 120, .led = 120, .room = 480},
			   small = {.pictures = 1, .largest = 24, .led = 24, .room = 480},
			   vast = {.pictures = 1, .largest = 360, .led = 360, .room = 480},
			   grey = {.room = 480}, idle = {.room = 480, .at_hand = TRUE};

	g_assert_cmpfloat(spread_page_cost(&prices, &good), ==, 0);
	g_assert_cmpfloat(spread_page_cost(&prices, &small), ==, 6);
	g_assert_cmpfloat(spread_page_cost(&prices, &vast), ==, 5);
	g_assert_cmpfloat(spread_page_cost(&prices, &grey), ==, 0);
	g_assert_cmpfloat(spread_page_cost(&prices, &idle), ==, 7);
}

/* Paid pictures are not the page's own: they may not outshine it, and do not compete with it. */
static void test_paid(void)
{
	struct spread_face less = {.pictures = 1, .largest = 100, .led = 100, .paid = 90},
			   more = {.pictures = 1, .largest = 100, .led = 100, .paid = 150},
			   alone = {.paid = 150};

	g_assert_cmpfloat(spread_page_cost(&prices, &less), ==, 0);
	g_assert_cmpfloat(spread_page_cost(&prices, &more), ==, 4);
	g_assert_cmpfloat(spread_page_cost(&prices, &alone), ==, 0);
}

static void test_heads_in_row(void)
{
	struct spread_face face = {.count = 4,
				   .boxes = {{{0, 0, 2, 40}, 30 * FIX_PT},
					     {{2, 0, 2, 30}, 24 * FIX_PT},
					     {{4, 1, 1, 50}, 20 * FIX_PT},
					     {{0, 40, 5, 40}, 20 * FIX_PT}}};

	g_assert_cmpfloat(spread_page_cost(&prices, &face), ==, 9);
	face.boxes[2].size = 12 * FIX_PT; /* a brief */
	g_assert_cmpfloat(spread_page_cost(&prices, &face), ==, 0);
	face.boxes[2] = (struct spread_box){{4, 20, 1, 50}, 20 * FIX_PT};
	g_assert_cmpfloat(spread_page_cost(&prices, &face), ==, 0);
}

/* All boxes as on the page before cost it all, half of them nothing. */
static void test_pages_in_a_row(void)
{
	struct spread_face one = {.count = 2, .boxes = {{.cells = {0, 0, 5, 50}}, {.cells = {0, 50, 5, 45}}}},
			   same = {.count = 2,
				   .boxes = {{.cells = {0, 2, 5, 49}}, {.cells = {0, 51, 5, 44}}}},
			   half = {.count = 2,
				   .boxes = {{.cells = {0, 0, 5, 50}}, {.cells = {0, 50, 3, 45}}}},
			   alone = {.count = 1, .boxes = {{.cells = {0, 0, 5, 50}}}};

	g_assert_cmpfloat(spread_next_cost(&prices, &one, &same), ==, 11);
	g_assert_cmpfloat(spread_next_cost(&prices, &one, &half), ==, 0);
	g_assert_cmpfloat(spread_next_cost(&prices, &alone, &alone), ==, 0);
}

static void test_two_pages(void)
{
	struct spread_face one = {3, 90, 30, 3, 30, .loudest = 36 * FIX_PT, .quieter = 20 * FIX_PT},
			   twin = {1, 87, 0, 3, 29, .loudest = 24 * FIX_PT, .quieter = 20 * FIX_PT},
			   grey = {.loudest = 36 * FIX_PT, .quieter = 20 * FIX_PT};

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
	g_test_add_func("/spread/whose", test_whose_picture);
	g_test_add_func("/spread/large", test_how_large);
	g_test_add_func("/spread/paid", test_paid);
	g_test_add_func("/spread/row", test_heads_in_row);
	g_test_add_func("/spread/repeats", test_pages_in_a_row);
	g_test_add_func("/spread/facing", test_two_pages);
	g_test_add_func("/spread/price", test_price_is_seen);
	return g_test_run();
}
