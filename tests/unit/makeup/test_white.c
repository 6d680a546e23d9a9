#include "makeup/white.h"

#define MM(n) fix_from_mm(n)

static const struct rect area = {0, 0, FIX_PT * 700, FIX_PT * 1000};

/* A page full of ink but for some rectangles, in stripes of a millimetre. */
static struct page *page_but(struct rect white)
{
	struct page *page = page_new(1, "1", area.width, area.height);

	for (fix y = 0; y < area.height; y += MM(1)) {
		gboolean beside = y + MM(1) > white.y && y < rect_foot(white);
		struct rect left = {0, y, beside ? white.x : area.width, MM(1)};
		struct rect right = {rect_right(white), y, area.width - rect_right(white), MM(1)};
		page_add(page, ITEM_FILL)->fill.box = left;
		if (beside)
			page_add(page, ITEM_FILL)->fill.box = right;
	}
	return page;
}

static guint count_in(struct rect white)
{
	struct page *page = page_but(white);
	g_autoptr(GArray) found = white_find(NULL, page, area);
	guint count = found->len;

	if (count > 0) {
		struct rect hole = g_array_index(found, struct rect, 0);
		g_assert_cmpint(hole.x, >=, white.x - 1);
		g_assert_cmpint(hole.width, >=, MM(39) - MM(0.1));
		g_assert_cmpint(ABS(rect_foot(hole) - rect_foot(white)), <=, MM(1));
	}
	page_free(page);
	return count;
}

static void test_size(void)
{
	g_assert_cmpuint(count_in((struct rect){MM(50), MM(100), MM(42), MM(26)}), ==, 1);
	g_assert_cmpuint(count_in((struct rect){MM(50), MM(100), MM(38), MM(60)}), ==, 0);
	g_assert_cmpuint(count_in((struct rect){MM(50), MM(100), MM(120), MM(23)}), ==, 0);
	g_assert_cmpuint(count_in((struct rect){MM(50), MM(100), MM(120), MM(80)}), ==, 1);
}

/* Nothing at all is one rectangle, as large as the page. */
static void test_blank(void)
{
	struct page *page = page_new(1, "1", area.width, area.height);
	g_autoptr(GArray) found = white_find(NULL, page, area);

	g_assert_cmpuint(found->len, ==, 1);
	g_assert_cmpint(g_array_index(found, struct rect, 0).height, ==, area.height);
	page_free(page);
}

/* A photograph is printed all over, and ink beside the area is no ink. */
static void test_photograph(void)
{
	struct page *page = page_new(1, "1", area.width, area.height);

	page_add(page, ITEM_PHOTO)->photo.box = area;
	g_autoptr(GArray) found = white_find(NULL, page, area);
	g_assert_cmpuint(found->len, ==, 0);
	page_free(page);
	page = page_new(1, "1", area.width, area.height);
	page_add(page, ITEM_PHOTO)->photo.box = (struct rect){area.width + MM(1), 0, MM(5), area.height};
	g_autoptr(GArray) beside = white_find(NULL, page, area);
	g_assert_cmpuint(beside->len, ==, 1);
	page_free(page);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/white/size", test_size);
	g_test_add_func("/white/blank", test_blank);
	g_test_add_func("/white/photograph", test_photograph);
	return g_test_run();
}
