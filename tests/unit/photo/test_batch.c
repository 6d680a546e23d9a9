#include "pictures.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define COUNT 6

static int loads; /* atomic */

static GBytes *load(gconstpointer source, gpointer data, GError **error)
{
	g_atomic_int_inc(&loads);
	if (source == NULL) {
		g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "gone");
		return NULL;
	}
	return g_bytes_ref((GBytes *)source);
}

struct shift {
	GBytes *files[COUNT];
	struct photo_facts facts[COUNT];
	struct photo_task tasks[COUNT];
};

static struct shift *shift_new(void)
{
	struct shift *shift = g_new0(struct shift, 1);

	for (int i = 0; i < COUNT; i++) {
		struct recipe recipe = {.width = 200 + 10 * i, .height = 150, .components = i % 3 ? 3 : 1};
		shift->files[i] = picture_jpeg(&recipe);
		g_assert_true(photo_probe(shift->files[i], &shift->facts[i], NULL));
		shift->tasks[i] = (struct photo_task){.facts = &shift->facts[i],
						      .order = {{i * 100, 0, 60000, 65536}, 90, 90},
						      .source = shift->files[i]};
	}
	return shift;
}

static void shift_free(struct shift *shift)
{
	for (int i = 0; i < COUNT; i++) {
		g_bytes_unref(shift->files[i]);
		photo_print_free(shift->tasks[i].print);
		g_clear_error(&shift->tasks[i].error);
	}
	g_free(shift);
}

static void assert_same_prints(const struct shift *a, const struct shift *b)
{
	for (int i = 0; i < COUNT; i++) {
		const struct photo_print *p = a->tasks[i].print, *q = b->tasks[i].print;
		g_assert_no_error(a->tasks[i].error);
		g_assert_no_error(b->tasks[i].error);
		g_assert_true(g_bytes_equal(p->bytes, q->bytes));
		g_assert_cmpint(p->width_px, ==, q->width_px);
		g_assert_cmpint(p->height_px, ==, q->height_px);
		g_assert_cmpint(p->components, ==, q->components);
		g_assert_cmpint(p->quality, ==, q->quality);
		g_assert_cmpint(p->as_is, ==, q->as_is);
		g_assert_cmpint(p->format, ==, q->format);
	}
}

static void test_jobs(void)
{
	struct shift *one = shift_new(), *many = shift_new();

	photo_render_all(one->tasks, COUNT, &(struct photo_workroom){.load = load, .jobs = 1});
	photo_render_all(many->tasks, COUNT, &(struct photo_workroom){.load = load, .jobs = 5});
	assert_same_prints(one, many);
	photo_guess_all(one->tasks, COUNT, &(struct photo_workroom){.load = load, .jobs = 1});
	photo_guess_all(many->tasks, COUNT, &(struct photo_workroom){.load = load, .jobs = 0});
	for (int i = 0; i < COUNT; i++) {
		g_assert_cmpint(one->tasks[i].focus_x, ==, many->tasks[i].focus_x);
		g_assert_cmpint(one->tasks[i].focus_y, ==, many->tasks[i].focus_y);
	}
	shift_free(one);
	shift_free(many);
}

static void test_faults_are_their_own(void)
{
	struct shift *shift = shift_new();

	shift->tasks[3].source = NULL;
	photo_render_all(shift->tasks, COUNT, &(struct photo_workroom){.load = load, .jobs = 2});
	for (int i = 0; i < COUNT; i++) {
		g_assert_true((shift->tasks[i].print == NULL) == (i == 3));
		g_assert_true((shift->tasks[i].error != NULL) == (i == 3));
	}
	shift_free(shift);
}

/* Deletes the folder and two floors below it. */
static void folder_remove(const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			folder_remove(path);
		else
			g_unlink(path);
	}
	g_rmdir(folder);
}

static int files_below(const char *folder, void (*each)(const char *path))
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;
	int count = 0;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
			count += files_below(path, each);
			continue;
		}
		count++;
		if (each != NULL)
			each(path);
	}
	return count;
}

static struct shift *render_with_cache(const char *folder, int *loaded)
{
	struct shift *shift = shift_new();
	struct photo_workroom workroom = {.load = load, .jobs = 2, .cache = photo_cache_open(folder)};

	g_assert_nonnull(workroom.cache);
	loads = 0;
	photo_guess_all(shift->tasks, COUNT, &workroom);
	photo_render_all(shift->tasks, COUNT, &workroom);
	*loaded = loads;
	photo_cache_close(workroom.cache, PHOTO_CACHE_BYTES);
	return shift;
}

static void test_second_build_loads_nothing(void)
{
	g_autofree char *folder = g_dir_make_tmp("prints-XXXXXX", NULL);
	int first, second;
	struct shift *a = render_with_cache(folder, &first), *b = render_with_cache(folder, &second);

	g_assert_cmpint(first, ==, 2 * COUNT);
	g_assert_cmpint(second, ==, 0);
	assert_same_prints(a, b);
	for (int i = 0; i < COUNT; i++)
		g_assert_cmpint(a->tasks[i].focus_x, ==, b->tasks[i].focus_x);
	shift_free(a);
	shift_free(b);
	folder_remove(folder);
}

static void spoil(const char *path)
{
	g_autofree char *data = NULL;
	gsize length;
	static int turn;

	g_assert_true(g_file_get_contents(path, &data, &length, NULL));
	if (turn % 3 == 0)
		length /= 2;
	else if (turn % 3 == 1)
		data[length - 1] ^= 1;
	else
		data[8] ^= 3;
	turn++;
	g_assert_true(g_file_set_contents(path, data, (gssize)length, NULL));
}

static void test_spoilt_entries(void)
{
	g_autofree char *folder = g_dir_make_tmp("prints-XXXXXX", NULL);
	int first, second, third;
	struct shift *a = render_with_cache(folder, &first), *b, *c;

	g_assert_cmpint(files_below(folder, spoil), ==, 2 * COUNT);
	b = render_with_cache(folder, &second);
	g_assert_cmpint(second, ==, 2 * COUNT);
	assert_same_prints(a, b);
	c = render_with_cache(folder, &third);
	g_assert_cmpint(third, ==, 0);
	shift_free(a);
	shift_free(b);
	shift_free(c);
	folder_remove(folder);
}

static void test_bounded(void)
{
	g_autofree char *folder = g_dir_make_tmp("prints-XXXXXX", NULL);
	int loaded;
	struct shift *shift = render_with_cache(folder, &loaded);

	photo_cache_close(photo_cache_open(folder), 4000);
	g_assert_cmpint(files_below(folder, NULL), <, 2 * COUNT);
	photo_cache_close(photo_cache_open(folder), 0);
	g_assert_cmpint(files_below(folder, NULL), ==, 0);
	shift_free(shift);
	folder_remove(folder);
}

static void test_no_room_for_a_cache(void)
{
	g_autofree char *file = NULL;
	int fd = g_file_open_tmp("prints-XXXXXX", &file, NULL);

	close(fd);
	g_assert_null(photo_cache_open(file));
	photo_cache_close(NULL, 0);
	g_unlink(file);
}

static gpointer build(gpointer folder)
{
	int loaded;

	return render_with_cache(folder, &loaded);
}

static void test_two_builds_at_once(void)
{
	g_autofree char *folder = g_dir_make_tmp("prints-XXXXXX", NULL);
	GThread *a = g_thread_new("a", build, folder), *b = g_thread_new("b", build, folder);
	struct shift *first = g_thread_join(a), *second = g_thread_join(b);

	assert_same_prints(first, second);
	g_assert_cmpint(files_below(folder, NULL), ==, 2 * COUNT);
	shift_free(first);
	shift_free(second);
	folder_remove(folder);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/batch/jobs", test_jobs);
	g_test_add_func("/batch/faults-are-their-own", test_faults_are_their_own);
	g_test_add_func("/cache/second-build-loads-nothing", test_second_build_loads_nothing);
	g_test_add_func("/cache/spoilt-entries", test_spoilt_entries);
	g_test_add_func("/cache/bounded", test_bounded);
	g_test_add_func("/cache/no-room-for-a-cache", test_no_room_for_a_cache);
	g_test_add_func("/cache/two-builds-at-once", test_two_builds_at_once);
	return g_test_run();
}
