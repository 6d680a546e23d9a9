#include <glib.h>

#include "photo/photo.h"

static const struct photo_facts landscape = {.width_px = 3000, .height_px = 2000};
static const struct photo_facts portrait = {.width_px = 2000, .height_px = 3000};

/* Of the part's pixels, in 1/1000. */
static int ratio_of(const struct photo_facts *facts, struct photo_part part)
{
	return (int)((int64_t)part.width * facts->width_px * 1000 /
		     ((int64_t)part.height * facts->height_px));
}

static void test_same_ratio(void)
{
	struct photo_part part = photo_crop_around(&landscape, 3, 2, 0, 65536);

	g_assert_cmpint(part.left, ==, 0);
	g_assert_cmpint(part.top, ==, 0);
	g_assert_cmpint(part.width, ==, 65536);
	g_assert_cmpint(part.height, ==, 65536);
}

static void test_ratio(void)
{
	static const int ratios[][2] = {{1, 1}, {2, 3}, {16, 9}, {235, 100}, {1, 5}, {50000, 20011}};

	for (gsize i = 0; i < G_N_ELEMENTS(ratios); i++) {
		int wanted = ratios[i][0] * 1000 / ratios[i][1];
		g_assert_cmpint(ABS(ratio_of(&landscape, photo_crop_around(&landscape, ratios[i][0],
									   ratios[i][1], 32768, 32768)) -
				    wanted),
				<=, 1);
		g_assert_cmpint(ABS(ratio_of(&portrait,
					     photo_crop_around(&portrait, ratios[i][0], ratios[i][1], 0, 0)) -
				    wanted),
				<=, 1);
	}
}

static void test_as_large_as_can_be(void)
{
	struct photo_part tall = photo_crop_around(&landscape, 1, 1, 32768, 32768);
	struct photo_part wide = photo_crop_around(&portrait, 1, 1, 32768, 32768);

	g_assert_cmpint(tall.height, ==, 65536);
	g_assert_cmpint(wide.width, ==, 65536);
}

static void test_focus_stays_inside(void)
{
	for (int focus = 0; focus <= 65536; focus += 4096) {
		struct photo_part part = photo_crop_around(&landscape, 1, 3, focus, 0);
		g_assert_cmpint(part.left, >=, 0);
		g_assert_cmpint(part.left, <=, focus);
		g_assert_cmpint(part.left + part.width, >=, focus);
		g_assert_cmpint(part.left + part.width, <=, 65536);
	}
}

/* A face in the upper third stays in the upper third, and off the edge. */
static void test_focus_keeps_its_place(void)
{
	struct photo_part part = photo_crop_around(&portrait, 4, 3, 32768, 19661);
	int place = (int)((19661 - part.top) * 100LL / part.height);

	g_assert_cmpint(place, >=, 25);
	g_assert_cmpint(place, <=, 35);
	part = photo_crop_around(&portrait, 4, 3, 32768, 3000);
	g_assert_cmpint(part.top, ==, 0);
}

static void test_keep(void)
{
	struct photo_part keep = {40000, 10000, 20000, 20000};
	struct photo_part part = photo_crop_keeping(&landscape, 1, 1, 0, 32768, &keep);

	g_assert_false(photo_part_cuts(&part, &keep));
	part = photo_crop_keeping(&landscape, 1, 8, 0, 32768, &keep);
	g_assert_true(photo_part_cuts(&part, &keep));
	g_assert_cmpint(ABS(part.left + part.width / 2 - 50000), <=, 1);
}

static void test_limits(void)
{
	struct photo_part keep = {0, 20000, 30000, 40000};
	int64_t narrowest, widest;
	struct photo_part part;

	photo_crop_limits(&landscape, &keep, &narrowest, &widest);
	part = photo_crop_keeping(&landscape, narrowest, 65536, 32768, 32768, &keep);
	g_assert_false(photo_part_cuts(&part, &keep));
	part = photo_crop_keeping(&landscape, widest, 65536, 32768, 32768, &keep);
	g_assert_false(photo_part_cuts(&part, &keep));
	part = photo_crop_keeping(&landscape, narrowest * 9 / 10, 65536, 32768, 32768, &keep);
	g_assert_true(photo_part_cuts(&part, &keep));
	part = photo_crop_keeping(&landscape, widest * 11 / 10, 65536, 32768, 32768, &keep);
	g_assert_true(photo_part_cuts(&part, &keep));
}

static void test_regions_cover(void)
{
	g_autoptr(GArray) regions = g_array_new(FALSE, FALSE, sizeof(struct photo_region));
	struct photo_region list[] = {{REGION_FACE, {100, 200, 50, 50}},
				      {REGION_CROP, {0, 0, 65536, 65536}},
				      {REGION_SUBJECT, {400, 100, 100, 20}}};
	struct photo_part cover;

	g_assert_false(photo_regions_cover(regions, &cover));
	g_array_append_vals(regions, list, 3);
	g_assert_true(photo_regions_cover(regions, &cover));
	g_assert_cmpint(cover.left, ==, 100);
	g_assert_cmpint(cover.top, ==, 100);
	g_assert_cmpint(cover.width, ==, 400);
	g_assert_cmpint(cover.height, ==, 150);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/crop/same-ratio", test_same_ratio);
	g_test_add_func("/crop/ratio", test_ratio);
	g_test_add_func("/crop/as-large-as-can-be", test_as_large_as_can_be);
	g_test_add_func("/crop/focus-stays-inside", test_focus_stays_inside);
	g_test_add_func("/crop/focus-keeps-its-place", test_focus_keeps_its_place);
	g_test_add_func("/crop/keep", test_keep);
	g_test_add_func("/crop/limits", test_limits);
	g_test_add_func("/crop/regions-cover", test_regions_cover);
	return g_test_run();
}
