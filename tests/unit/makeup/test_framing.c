/* How far photographs may be cropped: never into what must stay. */
#include "makeup/framing.h"

#define WIDTH (200 * FIX_PT)

static struct design design = {.crop_ratio_min = 480, .crop_ratio_max = 1450};
static struct stone stone = {.design = &design};

static struct picture picture_of(int width_px, int height_px)
{
	return (struct picture){
		.facts = {.width_px = width_px, .height_px = height_px},
		.focus_x = 32768,
		.focus_y = 32768,
		.regions = g_array_new(FALSE, TRUE, sizeof(struct photo_region)),
	};
}

static void add_region(struct picture *picture, enum photo_region_kind kind, struct photo_part part)
{
	struct photo_region region = {kind, part};

	g_array_append_val(picture->regions, region);
}

static struct photo_part part_at(const struct picture *picture, fix height)
{
	return framing_part(picture, (struct rect){0, 0, WIDTH, height});
}

static void test_free_crop(void)
{
	struct picture picture = picture_of(3000, 2000);
	struct framing framing = framing_of(&stone, &picture, WIDTH);

	g_assert_cmpint(framing.natural, ==, WIDTH * 2 / 3);
	g_assert_cmpint(framing.soft_least, ==, WIDTH * 48 / 100);
	g_assert_cmpint(framing.soft_most, >, framing.natural);
	g_assert_cmpint(framing.least, <, framing.soft_least);
	g_assert_cmpint(framing.most, >, framing.soft_most);
	g_array_unref(picture.regions);
}

/* Every height between the limits keeps all regions and a focus that the desk gave. */
static void test_nothing_is_cut(void)
{
	for (int i = 0; i < 400; i++) {
		int left = i * 7919 % 50000, top = i * 6271 % 50000;
		struct photo_part face = {left, top, 1 + i * 3571 % (65536 - left), 1 + i * 2143 % (65536 - top)};
		struct photo_part focus = {i * 5531 % 65536, i * 1237 % 65536, 0, 0};
		struct picture picture = picture_of(900 + i * 13, 2600 - i * 5);

		add_region(&picture, REGION_FACE, face);
		picture.focus_x = focus.left;
		picture.focus_y = focus.top;
		picture.focus_from = FOCUS_GIVEN;
		struct framing framing = framing_of(&stone, &picture, WIDTH);
		fix most = MIN(framing.most, 4 * framing.natural);
		for (int step = 0; step <= 8; step++) {
			fix height = framing.least + (fix)((int64_t)(most - framing.least) * step / 8);
			struct photo_part part = part_at(&picture, height);
			g_assert_false(photo_part_cuts(&part, &face));
			g_assert_false(photo_part_cuts(&part, &focus));
		}
		g_array_unref(picture.regions);
	}
}

static void test_own_crop_is_kept(void)
{
	struct photo_part own = {6000, 10000, 50000, 40000};
	struct picture picture = picture_of(2400, 1600);

	add_region(&picture, REGION_CROP, own);
	struct framing framing = framing_of(&stone, &picture, WIDTH);
	struct photo_part flat = part_at(&picture, framing.least), tall = part_at(&picture, framing.most);
	g_assert_false(photo_part_cuts(&flat, &own));
	g_assert_false(photo_part_cuts(&tall, &own));
	g_array_unref(picture.regions);
}

static void expect_whole(struct picture *picture)
{
	struct framing framing = framing_of(&stone, picture, WIDTH);
	struct photo_part part = part_at(picture, framing.natural / 2);

	g_assert_true(framing_is_whole(picture));
	g_assert_cmpint(framing.least, ==, framing.natural);
	g_assert_cmpint(framing.most, ==, framing.natural);
	g_assert_cmpint(part.width, ==, 65536);
	g_assert_cmpint(part.height, ==, 65536);
	g_array_unref(picture->regions);
}

static void test_shown_whole(void)
{
	static const enum picture_role roles[] = {PICTURE_GRAPHIC, PICTURE_MAP, PICTURE_LOGO};
	struct picture picture = picture_of(1000, 700);

	picture.crop = CROP_NONE;
	expect_whole(&picture);
	for (guint i = 0; i < G_N_ELEMENTS(roles); i++) {
		picture = picture_of(1000, 700);
		picture.role = roles[i];
		expect_whole(&picture);
	}
}

static void test_fixed_part_keeps_its_ratio(void)
{
	struct picture picture = picture_of(1000, 1000);

	picture.crop = CROP_FIXED;
	picture.fixed_part = (struct photo_part){0, 16384, 65536, 32768};
	struct framing framing = framing_of(&stone, &picture, WIDTH);
	struct photo_part part = part_at(&picture, framing.natural);
	g_assert_cmpint(framing.natural, ==, WIDTH / 2);
	g_assert_cmpint(framing.most, ==, framing.natural);
	g_assert_cmpint(part.top, ==, 16384);
	g_array_unref(picture.regions);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/framing/free-crop", test_free_crop);
	g_test_add_func("/framing/nothing-is-cut", test_nothing_is_cut);
	g_test_add_func("/framing/own-crop", test_own_crop_is_kept);
	g_test_add_func("/framing/whole", test_shown_whole);
	g_test_add_func("/framing/fixed-part", test_fixed_part_keeps_its_ratio);
	return g_test_run();
}
