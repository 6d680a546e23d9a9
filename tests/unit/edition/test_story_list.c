#include "room.h"

static void story(const struct room *room, const char *file)
{
	g_autofree char *matter = g_strdup_printf("headline: %s\n", file);
	g_autofree char *body = g_strdup_printf("Words of %s.\n", file);

	room_story(room, file, matter, body);
}

static void ids_are(const struct room *room, const char *expected)
{
	g_autoptr(GString) ids = g_string_new(NULL);

	for (guint i = 0; i < room->edition->stories->len; i++)
		g_string_append_printf(
			ids, "%s%s", i == 0 ? "" : " ",
			((const struct story *)g_ptr_array_index(room->edition->stories, i))->id);
	g_assert_cmpstr(ids->str, ==, expected);
}

static void test_every_file(struct room *room, gconstpointer data)
{
	story(room, "politics/b.md");
	story(room, "politics/a.md");
	story(room, "economy/c.md");
	story(room, ".trash/d.md");
	room_put(room, ROOM_DAY "notes.txt", "no story");
	room_load(room);
	room_silent(room);
	ids_are(room, "politics/a politics/b economy/c");
}

static void test_lists(struct room *room, gconstpointer data)
{
	story(room, "x/b.md");
	story(room, "x/a.md");
	story(room, "y/c.md");
	story(room, "y/d.md");
	story(room, "forgotten.md");
	room_put(room, ROOM_DAY "edition.yaml",
		 "stories:\n"
		 "  Politics & Law: [x/b.md, y/]\n"
		 "  Economy: [x/a]\n");
	room_load(room);
	room_told(room, "forgotten.md: note: no list of 'stories:' names this file");
	room_exits(room, 0);
	ids_are(room, "x/b y/c y/d x/a");
}

static void test_listed_twice(struct room *room, gconstpointer data)
{
	story(room, "x/a.md");
	story(room, "x/b.md");
	room_put(room, ROOM_DAY "edition.yaml",
		 "stories:\n"
		 "  Economy: [x/a.md, ./x/a.md]\n"
		 "  Politics & Law: [x/]\n");
	room_load(room);
	room_told(room, "edition.yaml:2:21: warning: 'x/a.md' is listed a second time");
	room_told(room, "edition.yaml:3:20: warning: 'x/a.md' is listed a second time");
	ids_are(room, "x/b x/a");
	room_exits(room, 0);
}

static void test_not_there(struct room *room, gconstpointer data)
{
	story(room, "x/a.md");
	room_put(room, ROOM_DAY "edition.yaml", "stories: {Economy: [x/a.md, x/none.md, nowhere/]}\n");
	room_load(room);
	room_told(
		room,
		"edition.yaml:1:29: error: 'x/none.md' is not there: add the file, or take it off the list");
	room_told(room, "edition.yaml:1:40: error: the folder 'nowhere' is not there");
	room_exits(room, 3);
	g_assert_cmpint(room_one(room, "x/none")->fate, ==, FATE_REJECTED);
}

static void test_escapes(struct room *room, gconstpointer data)
{
	story(room, "x/a.md");
	room_put(room, "outside.md", "---\nheadline: x\n---\nx\n");
	room_put(room, ROOM_DAY "edition.yaml",
		 "stories: {Economy: [x/a.md, ../outside.md, /etc/, x/../../outside]}\n");
	room_load(room);
	room_told(room, "edition.yaml:1:29: fatal: '../outside.md' leads out of the edition folder");
	room_told(room, "edition.yaml:1:44: fatal: '/etc/' leads out");
	room_told(room, "edition.yaml:1:51: fatal: 'x/../../outside' leads out");
	room_exits(room, 65);
	ids_are(room, "x/a");
}

static void test_shapes(struct room *room, gconstpointer data)
{
	story(room, "politics/a.md");
	room_put(room, ROOM_DAY "edition.yaml",
		 "stories: {Economy: {politics: x}, Politics & Law: [[politics/]]}\n");
	room_load(room);
	room_told(room, "edition.yaml:1:20: fatal: stories: write a list of files or folders");
	room_told(room, "edition.yaml:1:52: fatal: stories: write a file or a folder here");
	room_put(room, ROOM_DAY "edition.yaml", "stories: [politics/]\n");
	room_load(room);
	room_silent(room);
	room_put(room, ROOM_DAY "edition.yaml", "stories: {Economy: ./}\n");
	room_load(room);
	ids_are(room, "politics/a");
}

static void test_section_of_list(struct room *room, gconstpointer data)
{
	room_story(room, "x/a.md", "headline: a\nsection: Đời sống\n", "Words.\n");
	room_story(room, "x/b.md", "headline: b\nsection: Business Beat\n", "More words.\n");
	room_put(room, ROOM_DAY "edition.yaml", "stories: {Economy: [x/]}\n");
	room_load(room);
	room_told(
		room,
		"x/a.md:3:10: warning: the story names the section 'Đời sống' but is listed under 'Economy'");
	room_not_told(room, "x/b.md");
	g_assert_cmpint(room_one(room, "x/a")->section, ==, 1);
	g_assert_cmpstr(room_one(room, "x/b")->subsection, ==, "Business Beat");
}

static void test_bad_name(struct room *room, gconstpointer data)
{
	story(room, "politics/a.md");
	room_put(room, ROOM_DAY "politics/b\xFF.md", "---\nheadline: b\n---\nb\n");
	room_load(room);
	room_told(room, "error: the file's name is not UTF-8: rename the file");
	room_exits(room, 3);
	ids_are(room, "politics/a");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/story_list/every-file", test_every_file);
	ROOM_TEST("/story_list/lists", test_lists);
	ROOM_TEST("/story_list/listed-twice", test_listed_twice);
	ROOM_TEST("/story_list/not-there", test_not_there);
	ROOM_TEST("/story_list/escapes", test_escapes);
	ROOM_TEST("/story_list/shapes", test_shapes);
	ROOM_TEST("/story_list/section-of-list", test_section_of_list);
	ROOM_TEST("/story_list/bad-name", test_bad_name);
	return g_test_run();
}
