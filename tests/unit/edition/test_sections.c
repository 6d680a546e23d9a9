#include "room.h"

static const char *section_name(const struct room *room, const char *id)
{
	const struct story *story = edition_story(room->edition, id);

	g_assert_nonnull(story);
	return ((const struct section *)g_ptr_array_index(room->edition->sections, story->section))->name;
}

static void story_in(const struct room *room, const char *file, const char *section)
{
	g_autofree char *matter = section == NULL
					  ? g_strdup_printf("headline: %s\n", file)
					  : g_strdup_printf("headline: %s\nsection: %s\n", file, section);
	g_autofree char *body = g_strdup_printf("Words of %s.\n", file);

	room_story(room, file, matter, body);
}

static void test_by_name(struct room *room, gconstpointer data)
{
	story_in(room, "a.md", "Economy");
	story_in(room, "b.md", "politics & law");
	story_in(room, "c.md", "Business Beat");
	story_in(room, "d.md", "ĐỜI SỐNG");
	room_load(room);
	room_silent(room);
	g_assert_cmpstr(section_name(room, "a"), ==, "Economy");
	g_assert_cmpstr(section_name(room, "b"), ==, "Politics & Law");
	g_assert_cmpstr(section_name(room, "c"), ==, "Economy");
	g_assert_cmpstr(room_one(room, "c")->subsection, ==, "Business Beat");
	g_assert_cmpstr(section_name(room, "d"), ==, "Đời sống");
}

static void test_by_folder(struct room *room, gconstpointer data)
{
	story_in(room, "politics/a.md", NULL);
	story_in(room, "economy/ports/b.md", NULL);
	story_in(room, "doi-song/c.md", NULL);
	story_in(room, "economy/business-beat/d.md", NULL);
	story_in(room, "politics/e.md", "Economy");
	room_load(room);
	room_silent(room);
	g_assert_cmpstr(section_name(room, "politics/a"), ==, "Politics & Law");
	g_assert_cmpstr(section_name(room, "economy/ports/b"), ==, "Economy");
	g_assert_cmpstr(section_name(room, "doi-song/c"), ==, "Đời sống");
	g_assert_cmpstr(room_one(room, "economy/business-beat/d")->subsection, ==, "Business Beat");
	g_assert_cmpstr(section_name(room, "politics/e"), ==, "Economy");
}

static void test_unknown(struct room *room, gconstpointer data)
{
	story_in(room, "a.md", "Economi");
	story_in(room, "b.md", "Gardening");
	story_in(room, "c.md", "Gardening");
	story_in(room, "elsewhere/d.md", NULL);
	room_load(room);
	room_told(room, "a.md:3:10: warning: the paper has no section 'Economi', did you mean 'Economy'?");
	room_told(room, "b.md:3:10: warning: the paper has no section 'Gardening': it is added at the end");
	room_not_told(room, "c.md");
	room_told(room, "elsewhere/d.md:1:1: warning: the story names no section and its folder is none: it "
			"stands in "
			"'Politics & Law'");
	g_assert_cmpstr(section_name(room, "c"), ==, "Gardening");
	g_assert_cmpuint(room->edition->sections->len, ==, 6);
	room_exits(room, 0);
}

static void test_none_named(struct room *room, gconstpointer data)
{
	room_put(room, "paper.yaml", "name: The Post\n");
	story_in(room, "a.md", "World");
	story_in(room, "b.md", "Sport");
	story_in(room, "c.md", "world");
	room_load(room);
	room_silent(room);
	g_assert_cmpuint(room->edition->sections->len, ==, 2);
	g_assert_cmpstr(section_name(room, "c"), ==, "World");
}

static void test_twice(struct room *room, gconstpointer data)
{
	room_put(room, "paper.yaml", "name: The Post\nsections: [{name: World}, {name: WORLD}]\n");
	story_in(room, "a.md", "World");
	room_load(room);
	room_told(room, "../paper.yaml:2:34: fatal: the section 'WORLD' stands twice");
	room_exits(room, 65);
}

static void test_flags(struct room *room, gconstpointer data)
{
	const struct section *economy, *paid;

	story_in(room, "brandinfo/a.md", NULL);
	room_load(room);
	economy = g_ptr_array_index(room->edition->sections, 1);
	paid = g_ptr_array_index(room->edition->sections, 2);
	g_assert_true(economy->starts_page);
	g_assert_false(economy->sponsored);
	g_assert_true(paid->sponsored);
	g_assert_cmpint(room_one(room, "brandinfo/a")->kind, ==, KIND_SPONSORED);
	g_assert_cmpstr(room_one(room, "brandinfo/a")->label.text, ==, "Advertisement");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/sections/by-name", test_by_name);
	ROOM_TEST("/sections/by-folder", test_by_folder);
	ROOM_TEST("/sections/unknown", test_unknown);
	ROOM_TEST("/sections/none-named", test_none_named);
	ROOM_TEST("/sections/twice", test_twice);
	ROOM_TEST("/sections/flags", test_flags);
	return g_test_run();
}
