/* What is remembered of pictures: as long as it is asked for, and never of another file. */
#include "edition/morgue.h"

#include "edition/pictures.h"
#include "room.h"

enum { GOES_KEPT = 16 };

static struct found_picture *one_found(void)
{
	struct found_picture *found = g_new0(struct found_picture, 1);

	found->holders = 1;
	return found;
}

static void goes(struct morgue *morgue, int count)
{
	while (count-- > 0)
		morgue_begin(morgue);
}

static void test_ages(struct room *room, gconstpointer data)
{
	struct morgue *morgue = morgue_new();
	struct found_picture *found = one_found();

	morgue_begin(morgue);
	g_assert_null(morgue_find(morgue, "a.jpg 1"));
	morgue_keep(morgue, "a.jpg 1", found);
	g_assert_cmpint(found->holders, ==, 2);
	for (int i = 0; i < 3; i++) {
		goes(morgue, GOES_KEPT);
		g_assert_true(morgue_find(morgue, "a.jpg 1") == found);
	}
	g_assert_null(morgue_find(morgue, "a.jpg 2"));
	goes(morgue, GOES_KEPT + 1);
	g_assert_null(morgue_find(morgue, "a.jpg 1"));
	g_assert_cmpint(found->holders, ==, 1);
	pictures_forget(found);
	morgue_free(morgue);
}

static int width_now(struct room *room, struct morgue *morgue)
{
	g_autofree char *path = g_build_filename(room->path, "2026-11-22", NULL);
	const struct picture *picture;

	room_forget(room);
	room->diag = diag_new();
	room->edition = edition_load_again(path, morgue, room->diag);
	picture = g_ptr_array_index(room_one(room, "politics/a")->pictures, 0);
	return picture->usable ? picture->facts.width_px : 0;
}

static void test_file_of_another_stamp_is_looked_at(struct room *room, gconstpointer data)
{
	struct morgue *morgue = morgue_new();
	g_autofree char *photo = g_build_filename(room->path, ROOM_DAY "politics/q.jpg", NULL);

	room_story(room, "politics/a.md",
		   "headline: x\nphotos:\n  - {file: q.jpg, caption: c, credit: d, alt: e}\n", "Words.\n");
	room_jpeg(room, ROOM_DAY "politics/q.jpg", 64, 48);
	g_assert_cmpint(width_now(room, morgue), ==, 64);
	g_assert_cmpint(width_now(room, morgue), ==, 64);
	room_jpeg(room, ROOM_DAY "politics/q.jpg", 640, 48);
	g_assert_cmpint(width_now(room, morgue), ==, 640);
	g_remove(photo);
	g_assert_cmpint(width_now(room, morgue), ==, 0);
	room_jpeg(room, ROOM_DAY "politics/q.jpg", 32, 48);
	g_assert_cmpint(width_now(room, morgue), ==, 32);
	morgue_free(morgue);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/morgue/ages", test_ages);
	ROOM_TEST("/morgue/file-of-another-stamp-is-looked-at", test_file_of_another_stamp_is_looked_at);
	return g_test_run();
}
