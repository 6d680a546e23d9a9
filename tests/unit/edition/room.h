/*
 * room.h - an edition folder for one test, with a paper.yaml above it
 *
 * room/paper.yaml, room/2026-11-22/…; removed with the test.
 */
#ifndef TEST_EDITION_ROOM_H
#define TEST_EDITION_ROOM_H

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <jpeglib.h>

#include "edition/edition.h"

struct room {
	char *path;
	struct diag *diag;
	struct edition *edition;
	char *lines; /* the messages, one a line */
};

#define ROOM_DAY "2026-11-22/"

static inline void room_put_bytes(const struct room *room, const char *name, const char *bytes, gssize length)
{
	g_autofree char *path = g_build_filename(room->path, name, NULL);
	g_autofree char *parent = g_path_get_dirname(path);

	g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
	g_assert_true(g_file_set_contents(path, bytes, length, NULL));
}

static inline void room_put(const struct room *room, const char *name, const char *text)
{
	room_put_bytes(room, name, text, -1);
}

/* A story with that front matter (whole lines) and body. */
static inline void room_story(const struct room *room, const char *name, const char *matter, const char *body)
{
	g_autofree char *file = g_strconcat(ROOM_DAY, name, NULL);
	g_autofree char *text = g_strconcat("---\n", matter, "---\n", body, NULL);

	room_put(room, file, text);
}

static inline void room_jpeg(const struct room *room, const char *name, guint width, guint height)
{
	struct jpeg_compress_struct press;
	struct jpeg_error_mgr trouble;
	unsigned char *bytes = NULL;
	unsigned long length = 0;
	g_autofree JSAMPLE *row = g_new0(JSAMPLE, width);

	press.err = jpeg_std_error(&trouble);
	jpeg_create_compress(&press);
	jpeg_mem_dest(&press, &bytes, &length);
	press.image_width = width;
	press.image_height = height;
	press.input_components = 1;
	press.in_color_space = JCS_GRAYSCALE;
	jpeg_set_defaults(&press);
	jpeg_start_compress(&press, TRUE);
	while (press.next_scanline < height)
		jpeg_write_scanlines(&press, &row, 1);
	jpeg_finish_compress(&press);
	jpeg_destroy_compress(&press);
	room_put_bytes(room, name, (const char *)bytes, (gssize)length);
	free(bytes);
}

static inline void room_open(struct room *room, gconstpointer data)
{
	memset(room, 0, sizeof *room);
	room->path = g_dir_make_tmp("anban-edition-XXXXXX", NULL);
	room_put(room, "paper.yaml",
		 "name: The Red River Post\n"
		 "issue: {4211: 2026-11-22}\n"
		 "sections:\n"
		 "  - {name: Politics & Law}\n"
		 "  - {name: Economy, subsections: [Business Beat], start: page}\n"
		 "  - {name: Brandinfo, kind: sponsored}\n"
		 "  - {name: Đời sống}\n");
}

static inline void room_forget(struct room *room)
{
	edition_free(room->edition);
	diag_free(room->diag);
	g_free(room->lines);
	room->edition = NULL;
	room->diag = NULL;
	room->lines = NULL;
}

static inline void room_remove(const char *path)
{
	GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *child = g_build_filename(path, name, NULL);
		room_remove(child);
	}
	if (dir != NULL)
		g_dir_close(dir);
	g_remove(path);
}

static inline void room_close(struct room *room, gconstpointer data)
{
	room_forget(room);
	room_remove(room->path);
	g_free(room->path);
}

static inline struct edition *room_load_from(struct room *room, const char *folder)
{
	g_autofree char *path = g_build_filename(room->path, folder, NULL);
	GString *lines = g_string_new(NULL);

	room_forget(room);
	room->diag = diag_new();
	room->edition = edition_load(path, room->diag);
	for (guint i = 0; i < room->diag->messages->len; i++) {
		g_autofree char *line = diag_message_line(g_ptr_array_index(room->diag->messages, i));
		g_string_append_printf(lines, "%s\n", line);
	}
	room->lines = g_string_free(lines, FALSE);
	g_test_message("%s", room->lines);
	return room->edition;
}

static inline struct edition *room_load(struct room *room)
{
	return room_load_from(room, "2026-11-22");
}

static inline const struct story *room_one(struct room *room, const char *id)
{
	const struct story *story;

	g_assert_nonnull(room->edition);
	story = edition_story(room->edition, id);
	g_assert_nonnull(story);
	return story;
}

/* Loads a day of this story and one other, "other.md", that is always fine. */
static inline const struct story *room_try(struct room *room, const char *matter, const char *body)
{
	room_story(room, "politics/a.md", matter, body);
	room_story(room, "politics/other.md", "headline: Another\n", "Words of another story.\n");
	room_load(room);
	return room_one(room, "politics/a");
}

#define room_told(room, words)                                                                               \
	do {                                                                                                 \
		if (strstr((room)->lines, words) == NULL)                                                    \
			g_error("'%s' was not told in:\n%s", words, (room)->lines);                          \
	} while (0)
#define room_not_told(room, words) g_assert_null(strstr((room)->lines, words))
#define room_silent(room)	   g_assert_cmpstr((room)->lines, ==, "")
#define room_exits(room, code)	   g_assert_cmpint(diag_exit_code((room)->diag, FALSE), ==, code)

#define ROOM_TEST(name, function) g_test_add(name, struct room, NULL, room_open, function, room_close)

#endif
