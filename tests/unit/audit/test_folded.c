#include <string.h>

#include "audit/folded.h"

static struct folded *folded_of(const char *text)
{
	struct folded *folded = folded_new();
	folded_add(folded, text, 0);
	return folded;
}

static gboolean same(const char *a, const char *b)
{
	struct folded *one = folded_of(a), *two = folded_of(b);
	gboolean is = folded_same(one, two);

	folded_free(one);
	folded_free(two);
	return is;
}

static void test_typography_is_no_difference(void)
{
	g_assert_true(same("\"Counted twice,\" said 'Hà'.", "“Counted twice,” said ‘Hà’."));
	g_assert_true(same("the roof - it leaked", "the roof – it leaked"));
	g_assert_true(same("the roof--it leaked", "the roof — it leaked"));
	g_assert_true(same("and then...", "and then…"));
	g_assert_true(same("two  spaces", "two\u00a0spaces"));
	g_assert_true(same("hyphen-ated", "hyphen\u2010ated"));
	g_assert_true(same("• one item", "one item"));
	g_assert_true(same("in\u00advisible", "invisible"));
}

static void test_words_are_a_difference(void)
{
	g_assert_false(same("Bến cũ", "Bên cũ"));
	g_assert_false(same("a well meant mistake", "a wellmeant mistake"));
	g_assert_false(same("It rained.", "It rained"));
	g_assert_false(same("It rained.", "it rained."));
	g_assert_false(same("one", "one two"));
	g_assert_false(same("said “no”", "said no"));
}

/* A page's words come line by line. */
static struct folded *lines_of(const char *const *lines)
{
	struct folded *folded = folded_new();

	for (int i = 0; lines[i] != NULL; i++) {
		folded_add(folded, lines[i], i);
		folded_end_line(folded);
	}
	return folded;
}

static void test_lines_end_between_words_or_in_them(void)
{
	static const char *const lines[] = {"The council ques\u00ad", "tioned an early har-", "vest of",
					    "longans.", NULL};
	struct folded *page = lines_of(lines),
		      *copy = folded_of("The council questioned an early har-vest of longans.");

	g_assert_true(folded_same(copy, page));
	g_assert_cmpint(folded_at(page, folded_length(page) - 1)->source, ==, 3);
	folded_free(page);
	folded_free(copy);
}

static void test_run_stops_where_texts_part(void)
{
	struct folded *copy = folded_of("ferry link to Cát Bà"), *page = folded_of("the ferry line");

	g_assert_cmpuint(folded_run(copy, 0, page, 3, FALSE), ==, strlen("ferry") + strlen("lin"));
	g_assert_cmpuint(folded_run(copy, 0, page, 0, FALSE), ==, 0);
	folded_free(copy);
	folded_free(page);
}

static void test_capitals_only_where_asked(void)
{
	struct folded *copy = folded_of("Đời sống & Style"), *page = folded_of("ĐỜI SỐNG & STYLE");

	g_assert_cmpuint(folded_run(copy, 0, page, 0, TRUE), ==, folded_length(copy));
	g_assert_cmpuint(folded_run(copy, 0, page, 0, FALSE), ==, 1);
	folded_free(copy);
	folded_free(page);
}

static void test_excerpt_parts_words(void)
{
	struct folded *copy = folded_of("one two three four");
	g_autofree char *excerpt = folded_excerpt(copy, 0, 6), *rest = folded_excerpt(copy, 6, 100);

	g_assert_cmpstr(excerpt, ==, "one two");
	g_assert_cmpstr(rest, ==, "three four");
	folded_free(copy);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/folded/typography", test_typography_is_no_difference);
	g_test_add_func("/folded/words", test_words_are_a_difference);
	g_test_add_func("/folded/lines", test_lines_end_between_words_or_in_them);
	g_test_add_func("/folded/run", test_run_stops_where_texts_part);
	g_test_add_func("/folded/capitals", test_capitals_only_where_asked);
	g_test_add_func("/folded/excerpt", test_excerpt_parts_words);
	return g_test_run();
}
