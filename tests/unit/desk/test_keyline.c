/* Where a line goes: in the place of the one that is there, or under what it belongs to. */
#include "desk/keyline.h"

static const char copy[] = "---\n"			       /* 1 */
			   "headline: A ferry\n"	       /* 2 */
			   "trim: {keep: 6}\n"		       /* 3 */
			   "status:\n"			       /* 4 */
			   "  ready\n"			       /* 5 */
			   "photos:\n"			       /* 6 */
			   "  - file: a.jpg\n"		       /* 7 */
			   "    focus: [0.1, 0.2]\n"	       /* 8 */
			   "  - crop: none\n"		       /* 9 */
			   "    file: b.jpg\n"		       /* 10 */
			   "  - {file: c.jpg, credit: Post}\n" /* 11 */
			   "---\n"			       /* 12 */
			   "priority: 1 is no front matter here\n";

static void expect_front(const char *line, const char *place)
{
	g_autofree char *made = keyline_front_matter(copy, "a.md", line);

	g_assert_cmpstr(made, ==, place);
}

static void test_front_matter(void)
{
	expect_front("trim: false\n", "a.md, instead of line 3");
	expect_front("status: hold\n", "a.md, instead of lines 4–5");
	expect_front("priority: 1\n", "a.md, front matter");
	expect_front("focus: [0, 0]", "a.md, front matter");
	g_autofree char *unread = keyline_front_matter(NULL, "a.md", "trim: false\n");
	g_assert_cmpstr(unread, ==, "a.md, front matter");
}

static void expect_photograph(int number, const char *line, const char *place)
{
	g_autofree char *made = keyline_photograph(copy, place_in("a.md", number, 5), line);

	g_assert_cmpstr(made, ==, place);
}

static void test_photograph(void)
{
	expect_photograph(7, "focus:", "a.md, instead of line 8");
	expect_photograph(7, "crop:", "a.md, line 7, under this photograph");
	expect_photograph(9, "crop:", "a.md, instead of line 9");
	expect_photograph(9, "focus:", "a.md, line 9, under this photograph");
	expect_photograph(11, "focus:", "a.md, line 11, between its braces");
	expect_photograph(40, "focus:", "a.md, line 40, under this photograph");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/keyline/front-matter", test_front_matter);
	g_test_add_func("/keyline/photograph", test_photograph);
	return g_test_run();
}
