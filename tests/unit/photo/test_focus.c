#include "pictures.h"

static double subject_u, subject_v;

/* A plain wall with one person-coloured, textured thing on it. */
static void paint_subject(int x, int y, const struct recipe *recipe, guint8 *pixel)
{
	double u = (double)x / recipe->width - subject_u, v = (double)y / recipe->height - subject_v;
	int noise = (int)(picture_noise((guint32)x / 8, (guint32)y / 8) % 50);
	gboolean inside = hypot(u, v) < 0.1;

	pixel[0] = (guint8)(inside ? 200 - noise : 120);
	if (recipe->components == 1)
		return;
	pixel[1] = (guint8)(inside ? 150 - noise : 125);
	pixel[2] = (guint8)(inside ? 125 - noise : 130);
}

static void guess(const struct recipe *recipe, int *x, int *y)
{
	g_autoptr(GBytes) file = picture_jpeg(recipe);
	g_autoptr(GError) error = NULL;
	struct photo_facts facts;

	g_assert_true(photo_probe(file, &facts, NULL));
	g_assert_true(photo_guess_focus(file, &facts, x, y, &error));
	g_assert_no_error(error);
}

static void test_subject(void)
{
	static const double places[][2] = {{0.5, 0.5}, {0.25, 0.4}, {0.75, 0.6}, {0.3, 0.75}, {0.65, 0.3}};

	for (int components = 1; components <= 3; components += 2) {
		for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
			struct recipe recipe = {.width = 400,
						.height = 300,
						.components = components,
						.paint = paint_subject};
			int x, y;
			subject_u = places[i][0];
			subject_v = places[i][1];
			guess(&recipe, &x, &y);
			g_assert_cmpfloat(fabs(x / 65536.0 - subject_u), <, 0.08);
			g_assert_cmpfloat(fabs(y / 65536.0 - subject_v), <, 0.08);
		}
	}
}

/* The same place as a reader sees it, however the file is turned. */
static void test_turned(void)
{
	guint8 app1[64];
	struct recipe recipe = {
		.width = 400, .height = 300, .components = 3, .app1 = app1, .paint = paint_subject};
	int x, y;

	subject_u = 0.3;
	subject_v = 0.4;
	picture_orientation(app1, &recipe.app1_length, 6);
	guess(&recipe, &x, &y);
	g_assert_cmpfloat(fabs(x / 65536.0 - 0.6), <, 0.08);
	g_assert_cmpfloat(fabs(y / 65536.0 - 0.3), <, 0.08);
}

static void paint_nothing(int x, int y, const struct recipe *recipe, guint8 *pixel)
{
	memset(pixel, 128, (gsize)recipe->components);
}

static void test_nothing_to_see(void)
{
	static const int sizes[][2] = {{200, 100}, {1, 1}, {3000, 2}, {2, 3000}, {7, 9}};

	for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
		struct recipe recipe = {
			.width = sizes[i][0], .height = sizes[i][1], .components = 3, .paint = paint_nothing};
		int x, y;
		guess(&recipe, &x, &y);
		g_assert_cmpint(ABS(x - 32768), <, 700);
		g_assert_cmpint(ABS(y - 32768), <, 700);
	}
}

/* What is broken is found before make-up. */
static void test_broken(void)
{
	g_autoptr(GBytes) file = picture_jpeg(&(struct recipe){.width = 300, .height = 300, .components = 3});
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) broken = NULL;
	struct photo_facts facts;
	gsize size;
	guint8 *data = g_bytes_unref_to_data(g_bytes_ref(file), &size);
	int x, y;

	memcpy(data + size / 2, "\xff\xd9", 2);
	broken = g_bytes_new_take(data, size);
	g_assert_true(photo_probe(broken, &facts, NULL));
	g_assert_false(photo_guess_focus(broken, &facts, &x, &y, &error));
	g_assert_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/focus/subject", test_subject);
	g_test_add_func("/focus/turned", test_turned);
	g_test_add_func("/focus/nothing-to-see", test_nothing_to_see);
	g_test_add_func("/focus/broken", test_broken);
	return g_test_run();
}
