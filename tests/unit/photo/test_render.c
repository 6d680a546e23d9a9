#include "pictures.h"

#include <lcms2.h>
#include <webp/encode.h>

#include "photo/decode.h"
#include "photo/quality.h"

static struct photo_print *render(GBytes *file, const struct photo_order *order)
{
	g_autoptr(GError) error = NULL;
	struct photo_facts facts;
	struct photo_print *print;

	photo_probe(file, &facts, &error);
	g_assert_no_error(error);
	print = photo_render(file, &facts, order, &error);
	g_assert_no_error(error);
	return print;
}

static struct photo_print *render_whole(GBytes *file, int width, int height)
{
	return render(file, &(struct photo_order){PHOTO_WHOLE, width, height});
}

/* The mean colour of the tenth of the print around x, y (in hundredths). */
static void colour_near(const struct photo_print *print, int x, int y, int *colour)
{
	int width, height, components, radius;
	g_autofree guint8 *pixels = print->format == PRINT_JPEG
					    ? picture_pixels(print->bytes, &width, &height, &components)
					    : NULL;
	const guint8 *from = pixels != NULL ? pixels : g_bytes_get_data(print->bytes, NULL);
	gint64 sums[3] = {0, 0, 0}, count = 0;

	width = print->width_px;
	height = print->height_px;
	components = print->components;
	radius = MAX(1, MIN(width, height) / 20);
	for (int row = y * height / 100 - radius; row < y * height / 100 + radius; row++) {
		for (int column = x * width / 100 - radius; column < x * width / 100 + radius; column++) {
			const guint8 *p =
				from + ((gsize)row * (gsize)width + (gsize)column) * (gsize)components;
			for (int i = 0; i < 3; i++)
				sums[i] += p[components == 1 ? 0 : i];
			count++;
		}
	}
	for (int i = 0; i < 3; i++)
		colour[i] = (int)(sums[i] / count);
}

static void assert_colour(const struct photo_print *print, int x, int y, int red, int green, int blue,
			  int within)
{
	int colour[3];

	colour_near(print, x, y, colour);
	if (ABS(colour[0] - red) > within || ABS(colour[1] - green) > within ||
	    ABS(colour[2] - blue) > within)
		g_error("at %d, %d: %d %d %d, not %d %d %d", x, y, colour[0], colour[1], colour[2], red,
			green, blue);
}

/* Quarters: red, green / blue, white. */
static void paint_quarters(int x, int y, const struct recipe *recipe, guint8 *pixel)
{
	static const guint8 colours[4][3] = {{200, 20, 20}, {20, 180, 20}, {20, 20, 200}, {250, 250, 250}};
	int quarter = (x * 2 >= recipe->width) + 2 * (y * 2 >= recipe->height);

	for (int i = 0; i < recipe->components; i++)
		pixel[i] = i < 3 ? colours[quarter][i] : 0;
}

static void test_reduces(void)
{
	struct recipe recipe = {.width = 600, .height = 400, .components = 3};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	static const int widths[] = {599, 500, 301, 300, 299, 76, 75, 74, 20, 1};

	for (gsize i = 0; i < G_N_ELEMENTS(widths); i++) {
		struct photo_print *print = render_whole(file, widths[i], 400);
		int width, height, components;
		g_autofree guint8 *pixels = picture_pixels(print->bytes, &width, &height, &components);
		g_assert_cmpint(print->width_px, ==, print->as_is ? 600 : widths[i]);
		g_assert_cmpint(ABS(print->height_px * 600 - print->width_px * 400), <=, 600);
		g_assert_cmpint(width, ==, print->width_px);
		g_assert_cmpint(height, ==, print->height_px);
		g_assert_cmpint(components, ==, 3);
		photo_print_free(print);
	}
}

static void test_never_enlarges(void)
{
	struct recipe recipe = {.width = 100, .height = 80, .components = 3, .quality = 100};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	struct photo_print *print = render(file, &(struct photo_order){{0, 0, 32768, 32768}, 4000, 4000});

	g_assert_cmpint(print->width_px, ==, 50);
	g_assert_cmpint(print->height_px, ==, 40);
	photo_print_free(print);
}

static void test_fits_both_ways(void)
{
	struct recipe recipe = {.width = 400, .height = 300, .components = 3};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	struct photo_print *print = render_whole(file, 200, 75);

	g_assert_cmpint(print->width_px, ==, 100);
	g_assert_cmpint(print->height_px, ==, 75);
	photo_print_free(print);
}

/* Where red, green, blue and white come to stand, by orientation. */
static void test_orientation(void)
{
	static const char *const corners[9] = {"",     "RGBW", "GRWB", "WBGR", "BWRG",
					       "RBGW", "BRWG", "WGBR", "GWRB"};
	static const int at[4][2] = {{25, 25}, {75, 25}, {25, 75}, {75, 75}};

	for (int orientation = 1; orientation <= 8; orientation++) {
		guint8 app1[64];
		struct recipe recipe = {
			.width = 240, .height = 160, .components = 3, .app1 = app1, .paint = paint_quarters};
		g_autoptr(GBytes) file = NULL;
		struct photo_print *print;

		picture_orientation(app1, &recipe.app1_length, orientation);
		file = picture_jpeg(&recipe);
		print = render_whole(file, 90, 90);
		g_assert_cmpint(print->width_px, ==, orientation >= 5 ? 60 : 90);
		for (int i = 0; i < 4; i++) {
			char colour = corners[orientation][i];
			assert_colour(print, at[i][0], at[i][1],
				      colour == 'R'   ? 200
				      : colour == 'W' ? 250
						      : 20,
				      colour == 'G'   ? 180
				      : colour == 'W' ? 250
						      : 20,
				      colour == 'B'   ? 200
				      : colour == 'W' ? 250
						      : 20,
				      12);
		}
		photo_print_free(print);
	}
}

/* The same corner of the picture as seen, however it is stored. */
static void test_crop_of_turned(void)
{
	for (int orientation = 1; orientation <= 8; orientation++) {
		guint8 app1[64];
		struct recipe recipe = {
			.width = 480, .height = 320, .components = 3, .app1 = app1, .paint = paint_quarters};
		struct photo_order order = {{2000, 2000, 28000, 28000}, 100, 100};
		static const int stored[9][3] = {{0},		{200, 20, 20}, {20, 180, 20}, {250, 250, 250},
						 {20, 20, 200}, {200, 20, 20}, {20, 20, 200}, {250, 250, 250},
						 {20, 180, 20}};
		g_autoptr(GBytes) file = NULL;
		struct photo_print *print;

		picture_orientation(app1, &recipe.app1_length, orientation);
		file = picture_jpeg(&recipe);
		print = render(file, &order);
		for (int i = 10; i <= 90; i += 40)
			assert_colour(print, i, i, stored[orientation][0], stored[orientation][1],
				      stored[orientation][2], 12);
		photo_print_free(print);
	}
}

/* Every crop starts and ends where it should: a ramp shows it to the pixel. */
static void paint_ramp(int x, int y, const struct recipe *recipe, guint8 *pixel)
{
	pixel[0] = (guint8)(x * 255 / (recipe->width - 1));
	pixel[1] = (guint8)(y * 255 / (recipe->height - 1));
	pixel[2] = 128;
}

static void test_crop_places(void)
{
	static const struct photo_part parts[] = {{0, 0, 32768, 32768},
						  {32768, 32768, 32768, 32768},
						  {10000, 20000, 30000, 30000},
						  {65000, 0, 536, 65536},
						  {0, 65500, 65536, 36}};
	struct recipe recipe = {.width = 511,
				.height = 383,
				.components = 3,
				.quality = 98,
				.full_colour = 1,
				.paint = paint_ramp};

	for (int progressive = 0; progressive < 2; progressive++) {
		g_autoptr(GBytes) file = NULL;
		recipe.progressive = progressive;
		file = picture_jpeg(&recipe);
		for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
			const struct photo_part *part = &parts[i];
			for (int width = 511; width > 60; width /= 3) {
				struct photo_print *print =
					render(file, &(struct photo_order){*part, width, 500});
				if (print->width_px > 20 && print->height_px > 20)
					assert_colour(print, 50, 50,
						      (part->left + part->width / 2) * 255 / 65536,
						      (part->top + part->height / 2) * 255 / 65536, 128, 4);
				photo_print_free(print);
			}
		}
	}
}

static void test_grey_stays_grey(void)
{
	struct recipe recipe = {.width = 300, .height = 200, .components = 1};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	struct photo_print *print = render_whole(file, 100, 100);
	int width, height, components;
	g_autofree guint8 *pixels = picture_pixels(print->bytes, &width, &height, &components);

	g_assert_cmpint(print->components, ==, 1);
	g_assert_cmpint(components, ==, 1);
	photo_print_free(print);
}

static void paint_white_ink(int x, int y, const struct recipe *recipe, guint8 *pixel)
{
	static const guint8 inks[4][4] = {{0, 0, 0, 0}, {255, 0, 0, 0}, {0, 255, 255, 0}, {0, 0, 0, 255}};
	int quarter = (x * 2 >= recipe->width) + 2 * (y * 2 >= recipe->height);

	for (int i = 0; i < 4; i++)
		pixel[i] = recipe->adobe ? 255 - inks[quarter][i] : inks[quarter][i];
}

static void assert_inks(const struct photo_print *print)
{
	g_assert_cmpint(print->components, ==, 3);
	assert_colour(print, 25, 25, 255, 255, 255, 3);
	assert_colour(print, 75, 25, 0, 154, 218, 30);
	assert_colour(print, 25, 75, 228, 36, 38, 30);
	assert_colour(print, 75, 75, 20, 20, 20, 24);
}

static void test_cmyk(void)
{
	for (int adobe = 0; adobe < 2; adobe++) {
		struct recipe recipe = {.width = 200,
					.height = 200,
					.components = 4,
					.adobe = adobe,
					.paint = paint_white_ink};
		g_autoptr(GBytes) file = picture_jpeg(&recipe);
		struct photo_print *print = render_whole(file, 100, 100);
		assert_inks(print);
		photo_print_free(print);
	}
}

static GBytes *profile_bytes(cmsHPROFILE profile)
{
	cmsUInt32Number length = 0;
	guint8 *data;

	cmsSaveProfileToMem(profile, NULL, &length);
	data = g_malloc(length);
	cmsSaveProfileToMem(profile, data, &length);
	cmsCloseProfile(profile);
	return g_bytes_new_take(data, length);
}

static GBytes *wide_profile(double red_x, double red_y, double green_x, double green_y, double gamma)
{
	cmsCIExyY white = {0.3127, 0.3290, 1};
	cmsCIExyYTRIPLE primaries = {{red_x, red_y, 1}, {green_x, green_y, 1}, {0.15, 0.06, 1}};
	cmsToneCurve *curve = cmsBuildGamma(NULL, gamma);
	cmsToneCurve *curves[3] = {curve, curve, curve};
	cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);

	cmsFreeToneCurve(curve);
	return profile_bytes(profile);
}

static void paint_olive(int x, int y, const struct recipe *recipe, guint8 *pixel)
{
	pixel[0] = 150;
	pixel[1] = recipe->components == 3 ? 120 : 150;
	pixel[2] = 90;
}

/* 150 120 90 in Adobe RGB is 162 121 88 in sRGB, by the matrices of both. */
static void test_wide_gamut(void)
{
	g_autoptr(GBytes) profile = wide_profile(0.64, 0.33, 0.21, 0.71, 563.0 / 256);
	struct recipe recipe = {
		.width = 64, .height = 64, .components = 3, .profile = profile, .paint = paint_olive};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	struct photo_print *print = render_whole(file, 32, 32);
	struct photo_facts facts;

	g_assert_true(photo_probe(file, &facts, NULL));
	g_assert_true(facts.has_profile);
	assert_colour(print, 50, 50, 162, 121, 88, 3);
	photo_print_free(print);
}

/* A profile of sRGB, whoever wrote it, changes nothing. */
static void test_srgb_profile(void)
{
	g_autoptr(GBytes) profile = profile_bytes(cmsCreate_sRGBProfile());
	struct recipe recipe = {
		.width = 64, .height = 64, .components = 3, .profile = profile, .paint = paint_olive};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	struct photo_facts facts;

	g_assert_true(photo_probe(file, &facts, NULL));
	g_assert_false(facts.has_profile);
}

static void test_grey_profile(void)
{
	cmsToneCurve *linear = cmsBuildGamma(NULL, 1.0);
	g_autoptr(GBytes) profile = profile_bytes(cmsCreateGrayProfile(cmsD50_xyY(), linear));
	struct recipe recipe = {
		.width = 64, .height = 64, .components = 1, .profile = profile, .paint = NULL};
	g_autoptr(GBytes) file = NULL;
	struct photo_print *print;
	guint8 pixel[4] = {0};

	cmsFreeToneCurve(linear);
	recipe.paint = paint_olive;
	paint_olive(0, 0, &recipe, pixel);
	recipe.width = 16;
	file = picture_jpeg(&recipe);
	print = render_whole(file, 8, 32);
	g_assert_cmpint(print->components, ==, 1);
	assert_colour(print, 50, 50, 201, 201, 201, 3);
	photo_print_free(print);
}

static void test_as_is(void)
{
	struct recipe recipe = {.width = 400, .height = 300, .components = 3, .quality = 70};
	g_autoptr(GBytes) plain = picture_jpeg(&recipe);
	g_autoptr(GBytes) file = picture_with_segment(plain, 0xed, "Photoshop 3.0\0secret", 20);
	struct photo_print *print = render_whole(file, 390, 290);
	int width, height, components;
	g_autofree guint8 *before = picture_pixels(file, &width, &height, &components);
	g_autofree guint8 *behind = picture_pixels(print->bytes, &width, &height, &components);

	g_assert_true(print->as_is);
	g_assert_cmpint(print->width_px, ==, 400);
	g_assert_cmpmem(before, 400 * 300 * 3, behind, (gsize)width * (gsize)height * (gsize)components);
	g_assert_cmpint((int)g_bytes_get_size(print->bytes), <, (int)g_bytes_get_size(plain));
	g_assert_null(
		memmem(g_bytes_get_data(print->bytes, NULL), g_bytes_get_size(print->bytes), "secret", 6));
	photo_print_free(print);
}

/* Edges go, and what stays is the file's own pixels. */
static void test_trim(void)
{
	static const struct photo_part parts[] = {{0, 0, 32768, 65536},
						  {0, 0, 65536, 30000},
						  {26214, 0, 30000, 65536},
						  {0, 26214, 65536, 30000}};

	for (int components = 1; components <= 3; components += 2) {
		struct recipe recipe = {.width = 320, .height = 240, .components = components, .quality = 60,
					.grey_sampled = TRUE};
		g_autoptr(GBytes) file = picture_jpeg(&recipe);
		int width, height, channels;
		g_autofree guint8 *before = picture_pixels(file, &width, &height, &channels);
		for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
			struct photo_print *print = render(file, &(struct photo_order){parts[i], 320, 240});
			g_autofree guint8 *behind = picture_pixels(print->bytes, &width, &height, &channels);
			int left = (parts[i].left * 320 + 32768) / 65536;
			int top = (parts[i].top * 240 + 32768) / 65536;
			int differ = 0;
			g_assert_true(print->as_is);
			g_assert_cmpint(width, ==, print->width_px);
			g_assert_cmpint(channels, ==, components);
			/* Near the cut the upsampled colours see another neighbour. */
			for (int y = 2; y < height - 2; y++)
				for (int x = 2 * channels; x < (width - 2) * channels; x++)
					differ += before[((y + top) * 320 + left) * channels + x] !=
						  behind[y * width * channels + x];
			g_assert_cmpint(differ, ==, 0);
			photo_print_free(print);
		}
	}
}

/* A part that begins inside a block is pressed anew. */
static void test_no_trim(void)
{
	struct recipe recipe = {.width = 320, .height = 240, .components = 3, .quality = 60};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	struct photo_print *print = render(file, &(struct photo_order){{1638, 0, 60000, 65536}, 320, 240});

	g_assert_false(print->as_is);
	photo_print_free(print);
}

static void test_not_as_is(void)
{
	guint8 app1[64];
	struct recipe turned = {.width = 400, .height = 300, .components = 3, .quality = 70, .app1 = app1};
	struct recipe arithmetic = {
		.width = 400, .height = 300, .components = 3, .quality = 70, .arithmetic = TRUE};
	struct recipe heavy = {
		.width = 400, .height = 300, .components = 3, .quality = 100, .full_colour = 1};
	struct recipe light = {.width = 400, .height = 300, .components = 3, .quality = 70};
	const struct recipe *recipes[] = {&turned, &arithmetic, &heavy, &light};

	picture_orientation(app1, &turned.app1_length, 6);
	for (gsize i = 0; i < G_N_ELEMENTS(recipes); i++) {
		g_autoptr(GBytes) file = picture_jpeg(recipes[i]);
		gboolean small = recipes[i] == &light;
		struct photo_print *print = render_whole(file, small ? 200 : 400, small ? 200 : 400);
		g_assert_false(print->as_is);
		photo_print_free(print);
	}
}

static void paint_waves(int x, int y, const struct recipe *recipe, guint8 *pixel)
{
	double wave = sin(x * 0.31) * sin(y * 0.23) * 40 + sin((x + y) * 0.05) * 60;

	pixel[0] = (guint8)(128 + wave + picture_noise((guint32)x, (guint32)y) % 9);
}

/* The quality found keeps the likeness, over the whole and not only where it
   was looked for. */
static void test_quality(void)
{
	struct recipe recipe = {
		.width = 640, .height = 576, .components = 1, .quality = 98, .paint = paint_waves};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	struct photo_print *print = render(file, &(struct photo_order){{0, 456, 65536, 58254}, 2000, 2000});
	int width, height, components;
	g_autofree guint8 *pressed = picture_pixels(print->bytes, &width, &height, &components);
	g_autofree guint8 *whole = picture_pixels(file, &width, &height, &components);
	struct raster before = {640, 512, 1, whole + 4 * 640}, behind = {640, 512, 1, pressed};

	g_assert_cmpint(print->height_px, ==, 512);
	g_assert_cmpfloat(quality_ssim(&before, &behind), >=, QUALITY_TARGET);
	g_assert_cmpint(print->quality, >=, QUALITY_LEAST);
	g_assert_cmpint(print->quality, <, QUALITY_MOST);
	g_assert_cmpfloat(quality_ssim(&before, &before), ==, 1.0);
	photo_print_free(print);
}

static void test_same_bytes(void)
{
	struct recipe recipe = {.width = 500, .height = 400, .components = 3};
	g_autoptr(GBytes) file = picture_jpeg(&recipe);
	struct photo_print *a = render_whole(file, 123, 400), *b = render_whole(file, 123, 400);

	g_assert_true(g_bytes_equal(a->bytes, b->bytes));
	photo_print_free(a);
	photo_print_free(b);
}

/* Headers are in order and the picture data are not. */
static void test_broken_data(void)
{
	struct recipe recipe = {.width = 640, .height = 480, .components = 3};
	int refused = 0;

	for (int progressive = 0; progressive < 2; progressive++) {
		g_autoptr(GBytes) file = NULL;
		recipe.progressive = progressive;
		file = picture_jpeg(&recipe);
		for (int i = 1; i < 10; i++) {
			g_autoptr(GError) error = NULL;
			gsize size;
			guint8 *data = g_bytes_unref_to_data(g_bytes_ref(file), &size);
			g_autoptr(GBytes) broken = NULL;
			struct photo_facts facts;
			struct photo_print *print = NULL;
			gsize at = size * (gsize)i / 10;
			data[at] = 0xff;
			data[at + 1] = 0xd9;
			broken = g_bytes_new_take(data, size);
			if (photo_probe(broken, &facts, &error))
				print = photo_render(broken, &facts,
						     &(struct photo_order){PHOTO_WHOLE, 100, 100}, &error);
			refused += print == NULL;
			if (print == NULL)
				g_assert_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT);
			photo_print_free(print);
		}
	}
	g_assert_cmpint(refused, ==, 18);
}

static void paint_chart(int x, int y, guint8 *pixel)
{
	gboolean bar = x / 20 % 2 == 0 && y > 40 + x / 4;

	pixel[0] = bar ? 180 : 255;
	pixel[1] = bar ? 30 : 255;
	pixel[2] = bar ? 40 : 255;
}

static void test_graphic_keeps_pixels(void)
{
	for (int interlaced = 0; interlaced < 2; interlaced++) {
		struct png_recipe recipe = {300,  200, PNG_COLOR_TYPE_RGB, 8, interlaced, paint_chart,
					    NULL, 0};
		g_autoptr(GBytes) file = picture_png(&recipe);
		struct photo_print *print = render_whole(file, 200, 200);
		const guint8 *pixels = g_bytes_get_data(print->bytes, NULL);
		guint8 wanted[3];

		g_assert_cmpint(print->format, ==, PRINT_PIXELS);
		g_assert_cmpint(print->width_px, ==, 300);
		g_assert_cmpint(print->height_px, ==, 200);
		g_assert_cmpint((int)g_bytes_get_size(print->bytes), ==, 300 * 200 * 3);
		for (int y = 0; y < 200; y++) {
			for (int x = 0; x < 300; x++) {
				paint_chart(x, y, wanted);
				g_assert_cmpmem(pixels + (y * 300 + x) * 3, 3, wanted, 3);
			}
		}
		photo_print_free(print);
		print = render_whole(file, 50, 200);
		g_assert_cmpint(print->width_px, ==, 100);
		photo_print_free(print);
		print = render(file, &(struct photo_order){{0, 32768, 65536, 32768}, 200, 200});
		g_assert_cmpint(print->height_px, ==, 100);
		paint_chart(7, 103, wanted);
		g_assert_cmpmem((const guint8 *)g_bytes_get_data(print->bytes, NULL) + (3 * 300 + 7) * 3, 3,
				wanted, 3);
		photo_print_free(print);
	}
}

static void paint_clear(int x, int y, guint8 *pixel)
{
	memset(pixel, 0, 4);
	pixel[3] = x < 50 ? 0 : x < 100 ? 128 : 255;
}

static void paint_clear_deep(int x, int y, guint8 *pixel)
{
	guint8 shallow[4];

	paint_clear(x, y, shallow);
	for (int i = 0; i < 4; i++)
		pixel[2 * i] = pixel[2 * i + 1] = shallow[i];
}

/* Half of black on white is the middle of the scale, whatever gamma is named. */
static void test_transparency_on_white(void)
{
	static const struct png_recipe recipes[] = {
		{150, 60, PNG_COLOR_TYPE_RGBA, 8, FALSE, paint_clear, NULL, 0},
		{150, 60, PNG_COLOR_TYPE_RGBA, 8, TRUE, paint_clear, NULL, 1 / 2.2},
		{150, 60, PNG_COLOR_TYPE_RGBA, 16, FALSE, paint_clear_deep, NULL, 1 / 2.2},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(recipes); i++) {
		g_autoptr(GBytes) file = picture_png(&recipes[i]);
		struct photo_print *print = render_whole(file, 150, 60);
		const guint8 *pixels = g_bytes_get_data(print->bytes, NULL);
		g_assert_cmpint(print->components, ==, 3);
		g_assert_cmpint(pixels[10 * 3], ==, 255);
		g_assert_cmpint(ABS(pixels[75 * 3] - 127), <=, 1);
		g_assert_cmpint(pixels[125 * 3], ==, 0);
		photo_print_free(print);
	}
}

static void paint_deep(int x, int y, guint8 *pixel)
{
	guint32 noise = picture_noise((guint32)x, (guint32)y);

	for (int i = 0; i < 3; i++) {
		pixel[2 * i] = (guint8)(100 + noise % 64);
		pixel[2 * i + 1] = (guint8)(noise >> 8);
	}
}

/* A photograph in a PNG becomes a JPEG. */
static void test_png_photograph(void)
{
	struct png_recipe recipe = {400, 300, PNG_COLOR_TYPE_RGB, 16, FALSE, paint_deep, NULL, 0};
	g_autoptr(GBytes) file = picture_png(&recipe);
	struct photo_print *print = render_whole(file, 130, 100);

	g_assert_cmpint(print->format, ==, PRINT_JPEG);
	g_assert_cmpint(print->width_px, ==, 130);
	assert_colour(print, 50, 50, 131, 131, 131, 5);
	photo_print_free(print);
}

static void test_webp(void)
{
	g_autofree guint8 *pixels = g_malloc(300 * 200 * 3);
	struct recipe recipe = {.width = 300, .height = 200, .components = 3};
	guint8 *out = NULL;
	gsize length;
	struct photo_print *print;
	g_autoptr(GBytes) lossy = NULL, lossless = NULL;

	for (int i = 0; i < 300 * 200; i++)
		paint_quarters(i % 300, i / 300, &recipe, pixels + 3 * i);
	length = WebPEncodeRGB(pixels, 300, 200, 900, 80, &out);
	lossy = g_bytes_new_with_free_func(out, length, (GDestroyNotify)WebPFree, out);
	print = render(lossy, &(struct photo_order){{32768, 0, 32768, 32768}, 60, 60});
	g_assert_cmpint(print->format, ==, PRINT_JPEG);
	assert_colour(print, 50, 50, 20, 180, 20, 12);
	photo_print_free(print);
	length = WebPEncodeLosslessRGB(pixels, 300, 200, 900, &out);
	lossless = g_bytes_new_with_free_func(out, length, (GDestroyNotify)WebPFree, out);
	print = render_whole(lossless, 300, 300);
	g_assert_cmpint(print->format, ==, PRINT_PIXELS);
	g_assert_cmpmem(g_bytes_get_data(print->bytes, NULL), g_bytes_get_size(print->bytes), pixels,
			300 * 200 * 3);
	photo_print_free(print);
	for (gsize cut = 12; cut < g_bytes_get_size(lossy); cut += 11) {
		g_autoptr(GBytes) head = picture_head(lossy, cut);
		struct photo_facts facts;
		g_assert_false(photo_probe(head, &facts, NULL));
	}
}

static void test_ppi(void)
{
	struct photo_print print = {.width_px = 300};

	g_assert_cmpint(photo_print_ppi(&print, 144), ==, 150);
	g_assert_cmpint(photo_print_ppi(&print, 0), ==, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/render/reduces", test_reduces);
	g_test_add_func("/render/never-enlarges", test_never_enlarges);
	g_test_add_func("/render/fits-both-ways", test_fits_both_ways);
	g_test_add_func("/render/orientation", test_orientation);
	g_test_add_func("/render/crop-of-turned", test_crop_of_turned);
	g_test_add_func("/render/crop-places", test_crop_places);
	g_test_add_func("/render/grey-stays-grey", test_grey_stays_grey);
	g_test_add_func("/render/cmyk", test_cmyk);
	g_test_add_func("/render/wide-gamut", test_wide_gamut);
	g_test_add_func("/render/srgb-profile", test_srgb_profile);
	g_test_add_func("/render/grey-profile", test_grey_profile);
	g_test_add_func("/render/as-is", test_as_is);
	g_test_add_func("/render/trim", test_trim);
	g_test_add_func("/render/no-trim", test_no_trim);
	g_test_add_func("/render/not-as-is", test_not_as_is);
	g_test_add_func("/render/quality", test_quality);
	g_test_add_func("/render/same-bytes", test_same_bytes);
	g_test_add_func("/render/broken-data", test_broken_data);
	g_test_add_func("/render/graphic-keeps-pixels", test_graphic_keeps_pixels);
	g_test_add_func("/render/transparency-on-white", test_transparency_on_white);
	g_test_add_func("/render/png-photograph", test_png_photograph);
	g_test_add_func("/render/webp", test_webp);
	g_test_add_func("/render/ppi", test_ppi);
	return g_test_run();
}
