#include "room.h"

static void day(struct room *room, const char *edition_yaml)
{
	room_put(room, ROOM_DAY "edition.yaml", edition_yaml);
	room_story(room, "politics/a.md", "headline: x\n", "Words of a.\n");
	room_story(room, "economy/b.md", "headline: y\n", "Words of b.\n");
	room_load(room);
}

static void test_fields(struct room *room, gconstpointer data)
{
	const struct plan_page *page;
	const struct plan_story *story;

	day(room, "plan:\n"
		  "  1: {template: front, lead: politics/a}\n"
		  "  14: {section: Economy, stories: [{story: economy/b.md, at: top-left, columns: 3, "
		  "photo_columns: 2}]}\n"
		  "  7: {locked: true}\n");
	room_silent(room);
	g_assert_cmpuint(room->edition->plan->len, ==, 3);
	page = g_ptr_array_index(room->edition->plan, 0);
	g_assert_cmpstr(page->label, ==, "1");
	g_assert_cmpstr(page->template_name, ==, "front");
	g_assert_cmpstr(page->lead, ==, "politics/a");
	page = g_ptr_array_index(room->edition->plan, 1);
	g_assert_cmpstr(page->section, ==, "Economy");
	story = &g_array_index(page->stories, struct plan_story, 0);
	g_assert_cmpstr(story->story, ==, "economy/b");
	g_assert_cmpint(story->at, ==, CORNER_TOP_LEFT);
	g_assert_cmpint(story->columns, ==, 3);
	g_assert_cmpint(story->photo_columns, ==, 2);
	page = g_ptr_array_index(room->edition->plan, 2);
	g_assert_true(page->locked);
	g_assert_true(room_one(room, "politics/a")->must);
	g_assert_true(room_one(room, "economy/b")->must);
}

static void test_faults(struct room *room, gconstpointer data)
{
	day(room, "plan: {1: {lead: politics/aa}}\n");
	room_told(room, "edition.yaml:1:8: fatal: the plan names the story 'politics/aa', which the edition "
			"has not; did you "
			"mean 'politics/a'?");
	room_exits(room, 65);
	day(room, "plan: {1: {lead: politics/a}, 4: {stories: [{story: politics/a}]}}\n");
	room_told(room, "edition.yaml:1:53: fatal: the plan names the story 'politics/a' twice");
	day(room, "plan: {front: {lead: politics/a}}\n");
	room_told(room, "edition.yaml:1:8: fatal: plan: 'front' is no page");
	day(room, "plan: {0: {locked: true}}\n");
	room_told(room, "'0' is no page");
	day(room, "plan: [1]\n");
	room_told(room, "edition.yaml:1:7: fatal: plan: write pages by label");
	day(room, "plan: {1: [x]}\n");
	room_told(room, "edition.yaml:1:11: fatal: 1: a list where a map");
	day(room, "plan: {1: {section: Sport}}\n");
	room_told(room, "the plan of page 1 names the section 'Sport', which the paper has not");
	day(room, "plan: {1: {stories: [{story: politics/a, at: middle}]}}\n");
	room_told(room, "at: 'middle' is not one of top-left");
	day(room, "plan: {1: {leed: politics/a}}\n");
	room_told(room, "edition.yaml:1:12: warning: unknown key 'leed', did you mean 'lead'?");
	day(room, "plan: {1: {stories: [{story: politics/a, columns: 99}]}}\n");
	room_told(room, "columns: write the number of columns");
	room_exits(room, 65);
}

static void test_replaces(struct room *room, gconstpointer data)
{
	const struct plan_page *page;

	room_story(room, "politics/new.md", "headline: z\nreplaces: politics/a\n", "Words of new.\n");
	room_story(room, "politics/lost.md", "headline: z\nreplaces: politics/none\n", "Words of lost.\n");
	room_story(room, "politics/draft.md", "headline: z\nreplaces: economy/b\nstatus: draft\n",
		   "Words of draft.\n");
	day(room, "plan: {1: {lead: politics/a}}\n");
	page = g_ptr_array_index(room->edition->plan, 0);
	g_assert_cmpstr(page->lead, ==, "politics/new");
	g_assert_cmpint(room_one(room, "politics/a")->fate, ==, FATE_KILLED);
	g_assert_cmpstr(room_one(room, "politics/a")->why, ==, "replaced by politics/new");
	g_assert_cmpint(room_one(room, "economy/b")->fate, ==, FATE_TO_PLACE);
	room_told(room,
		  "politics/lost.md:1:1: warning: replaces: 'politics/none' is no story of this edition");
	room_exits(room, 0);
}

static void pages(struct room *room, const char *text, int least, int most, int multiple)
{
	g_autofree char *yaml = g_strdup_printf("pages: %s\n", text);

	day(room, yaml);
	g_assert_cmpint(room->edition->pages.min, ==, least);
	g_assert_cmpint(room->edition->pages.max, ==, most);
	g_assert_cmpint(room->edition->pages.multiple, ==, multiple);
}

static void test_pages(struct room *room, gconstpointer data)
{
	static const char *const bad[] = {"0",	  "many", "[1]", "{min: 9, max: 8}", "{multiple: 0}",
					  "1000", "-4"};

	pages(room, "auto", 1, 0, 1);
	room_silent(room);
	pages(room, "16", 16, 16, 1);
	pages(room, "{min: 8, max: 24, multiple: 4}", 8, 24, 4);
	pages(room, "{multiple: 2}", 1, 0, 2);
	room_silent(room);
	for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
		pages(room, bad[i], 1, 0, 1);
		room_told(room, "edition.yaml:1:8: fatal: pages: write auto, a number");
		room_exits(room, 65);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/plan/fields", test_fields);
	ROOM_TEST("/plan/faults", test_faults);
	ROOM_TEST("/plan/replaces", test_replaces);
	ROOM_TEST("/plan/pages", test_pages);
	return g_test_run();
}
