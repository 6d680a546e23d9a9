#include "makeup/link_room.h"

#define PT FIX_PT

static struct page *page_with(const struct rect *boxes, int count)
{
	struct page *page = page_new(1, "1", 200 * PT, 300 * PT);

	for (int i = 0; i < count; i++)
		page_add(page, ITEM_LINK)->link.box = boxes[i];
	return page;
}

static struct rect box_at(const struct page *page, guint index)
{
	const struct page_item *item = page->items->pdata[index];
	return item->link.box;
}

static void expect(const struct page *page, guint index, fix y_pt, fix height_pt)
{
	g_assert_cmpint(box_at(page, index).y, ==, y_pt * PT);
	g_assert_cmpint(box_at(page, index).height, ==, height_pt * PT);
}

static void test_alone(void)
{
	const struct rect boxes[] = {{10 * PT, 100 * PT, 50 * PT, 10 * PT},
				     {10 * PT, 150 * PT, 50 * PT, 40 * PT}};
	struct page *page = page_with(boxes, 2);

	link_room(page);
	expect(page, 0, 96, 18);
	expect(page, 1, 150, 40);
	page_free(page);
}

/* A neighbour below bars one way, and the area grows the other; one beside bars nothing. */
static void test_neighbours(void)
{
	const struct rect boxes[] = {{10 * PT, 100 * PT, 50 * PT, 10 * PT},
				     {10 * PT, 112 * PT, 50 * PT, 30 * PT},
				     {70 * PT, 105 * PT, 50 * PT, 10 * PT}};
	struct page *page = page_with(boxes, 3);

	link_room(page);
	expect(page, 0, 93, 18);
	expect(page, 1, 112, 30);
	expect(page, 2, 101, 18);
	page_free(page);
}

/* Line by line there is no room at all: nothing overlaps. */
static void test_no_room(void)
{
	struct rect boxes[5];
	struct page *page;

	for (int i = 0; i < 5; i++)
		boxes[i] = (struct rect){10 * PT, (100 + i * 10) * PT, 50 * PT, 10 * PT};
	page = page_with(boxes, 5);
	link_room(page);
	for (guint i = 1; i < 5; i++)
		g_assert_cmpint(rect_foot(box_at(page, i - 1)), <=, box_at(page, i).y);
	expect(page, 0, 92, 18);
	expect(page, 2, 120, 10);
	expect(page, 4, 140, 18);
	page_free(page);
}

static void test_edges(void)
{
	const struct rect boxes[] = {{10 * PT, 1 * PT, 50 * PT, 10 * PT},
				     {10 * PT, 288 * PT, 50 * PT, 10 * PT}};
	struct page *page = page_with(boxes, 2);

	link_room(page);
	expect(page, 0, 0, 18);
	expect(page, 1, 282, 18);
	page_free(page);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/link-room/alone", test_alone);
	g_test_add_func("/link-room/neighbours", test_neighbours);
	g_test_add_func("/link-room/no-room", test_no_room);
	g_test_add_func("/link-room/edges", test_edges);
	return g_test_run();
}
