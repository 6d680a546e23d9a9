/* The lines that the desk pastes. */
#include "desk/slip.h"

static struct plan_page page_4(void)
{
	struct plan_page page = {
		.label = (char *)"4", .section = (char *)"Politics & Law", .place = {"edition.yaml", 12, 3}};
	struct plan_story story = {.story = (char *)"world/summit", .at = CORNER_TOP_LEFT, .columns = 3};

	page.stories = g_array_new(FALSE, FALSE, sizeof(struct plan_story));
	g_array_append_val(page.stories, story);
	return page;
}

static void expect(const struct edition *edition, struct slip slip, const char *lines)
{
	g_autofree char *made = slip_plan(edition, &slip);

	g_assert_cmpstr(made, ==, lines);
}

static void test_no_plan(void)
{
	struct edition edition = {.plan = g_ptr_array_new()};

	expect(&edition, (struct slip){.page = "7", .story = "a/b"},
	       "plan:\n  7: {stories: [{story: a/b}]}\n");
	expect(&edition, (struct slip){.page = "S1", .story = "a/b", .lead = TRUE},
	       "plan:\n  S1: {lead: a/b}\n");
	g_ptr_array_unref(edition.plan);
}

static void test_planned(void)
{
	struct edition edition = {.plan = g_ptr_array_new()};
	struct plan_page page = page_4();
	struct slip move = {.page = "7", .story = "world/summit"};
	g_autofree char *place = NULL;

	g_ptr_array_add(edition.plan, &page);
	expect(&edition, (struct slip){.page = "4", .story = "world/summit", .columns = 2},
	       "  4: {section: 'Politics & Law', stories: [{story: world/summit, at: top-left, columns: "
	       "2}]}\n");
	expect(&edition, (struct slip){.page = "4", .story = "a/b"},
	       "  4: {section: 'Politics & Law', stories: [{story: world/summit, at: top-left, columns: 3}, "
	       "{story: a/b}]}\n");
	expect(&edition, move, "  4: {section: 'Politics & Law'}\n  7: {stories: [{story: world/summit}]}\n");
	place = slip_plan_place(&edition, &move);
	g_assert_cmpstr(place, ==, "edition.yaml, under plan:, instead of page 4 (line 12)");
	g_array_unref(page.stories);
	g_ptr_array_unref(edition.plan);
}

static void test_command(void)
{
	struct edition edition = {.plan = NULL};
	g_autofree char *lock = slip_command(&edition, "lock", "7", NULL);
	g_autofree char *build = slip_command(&edition, "build", NULL, "the papers");

	g_assert_cmpstr(lock, ==, "anban lock EDITION 7\n");
	g_assert_cmpstr(build, ==, "anban build EDITION -o 'the papers'\n");
}

static void test_scalar(void)
{
	static const char *const pairs[][2] = {{"a/b-c.d", "a/b-c.d"}, {"true", "'true'"},
					       {"it's", "'it''s'"},    {"a, b}", "'a, b}'"},
					       {"12", "'12'"},	       {"Đời sống", "'Đời sống'"}};

	for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_autofree char *scalar = slip_scalar(pairs[i][0]);
		g_assert_cmpstr(scalar, ==, pairs[i][1]);
	}
}

static void test_focus(void)
{
	g_autofree char *middle = slip_focus(39322, 26214), *edge = slip_focus(70000, -1);

	g_assert_cmpstr(middle, ==, "focus: [0.60, 0.40]");
	g_assert_cmpstr(edge, ==, "focus: [1.00, 0.00]");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/slip/no-plan", test_no_plan);
	g_test_add_func("/slip/planned", test_planned);
	g_test_add_func("/slip/scalar", test_scalar);
	g_test_add_func("/slip/focus", test_focus);
	g_test_add_func("/slip/command", test_command);
	return g_test_run();
}
