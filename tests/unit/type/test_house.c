/* Quotation marks, dashes and spaces as the house sets them, each change told at its place. */
#include "type/house.h"

#include <string.h>

static char *set(const char *text, guint *changes)
{
	struct text_run run = {.text = text, .language = "en", .place = place_in("story.md", 4, 11)};
	struct diag *diag = diag_new();
	g_autoptr(GPtrArray) strings = house_set(&run, 1, diag);
	char *found = g_strdup(run.text);

	if (changes)
		*changes = diag->messages->len;
	diag_free(diag);
	return found;
}

static void assert_set(const char *text, const char *expected)
{
	g_autofree char *found = set(text, NULL);

	g_assert_cmpstr(found, ==, expected);
}

static void test_double_quotes(void)
{
	assert_set("He said \"no\".", "He said “no”.");
	assert_set("\"No,\" he said. \"Never.\"", "“No,” he said. “Never.”");
	assert_set("(\"no\")", "(“no”)");
	assert_set("\"It was 1999\" he said", "“It was 1999” he said");
	assert_set("a 27\" screen", "a 27\" screen");
	assert_set("“đã có”", "“đã có”");
	assert_set("Ông nói: \"Đúng.\"", "Ông nói: “Đúng.”");
}

static void test_single_quotes(void)
{
	assert_set("It's the farmers' choice", "It’s the farmers’ choice");
	assert_set("He said 'no' twice", "He said ‘no’ twice");
	assert_set("\"He said 'no' to me\"", "“He said ‘no’ to me”");
	assert_set("the '90s and rock 'n' roll", "the ’90s and rock ’n’ roll");
	assert_set("6'2 tall", "6'2 tall");
	assert_set("'Tis late", "’Tis late");
}

static void test_dashes(void)
{
	assert_set("early - and late", "early – and late");
	assert_set("early--and late", "early – and late");
	assert_set("early—and late", "early – and late");
	assert_set("early — and late", "early – and late");
	assert_set("early –and late", "early – and late");
	assert_set("early – and late", "early – and late");
	assert_set("— Xin chào!", "– Xin chào!");
	assert_set("“I was—” she began", "“I was –” she began");
	assert_set("pages 10--20", "pages 10–20");
}

static void test_dashes_left(void)
{
	assert_set("well-known", "well-known");
	assert_set("10-20", "10-20");
	assert_set("Hà Nội–Hải Phòng", "Hà Nội–Hải Phòng");
	assert_set("-----", "-----");
	assert_set("the option --help", "the option --help");
	assert_set("Mát-xcơ-va", "Mát-xcơ-va");
}

static void test_spaces(void)
{
	assert_set("two  spaces   here", "two spaces here");
	assert_set("a\ttab", "a tab");
	assert_set("kept\302\240here", "kept\302\240here");
}

static void test_told(void)
{
	guint changes;
	g_autofree char *plain = set("Nothing to do here – at all.", &changes);

	g_assert_cmpuint(changes, ==, 0);
	g_autofree char *quoted = set("\"Yes\" - it's so", &changes);

	g_assert_cmpuint(changes, ==, 4);
}

static void test_places(void)
{
	struct text_run run = {
		.text = "Hồ nói \"vâng\"", .language = "vi", .place = place_in("story.md", 4, 11)};
	struct diag *diag = diag_new();
	g_autoptr(GPtrArray) strings = house_set(&run, 1, diag);
	const struct diag_message *first = g_ptr_array_index(diag->messages, 0);

	g_assert_cmpint(first->code, ==, DIAG_TYPOGRAPHY_CHANGED);
	g_assert_cmpint(first->place.line, ==, 4);
	g_assert_cmpint(first->place.column, ==, 11 + 7);
	g_assert_nonnull(strstr(first->text, "“"));
	diag_free(diag);
}

/* A quotation may begin in one run and end in another; emphasis does not end a word. */
static void test_runs(void)
{
	struct text_run runs[] = {
		{.text = "He said \"", .language = "en"},  {.text = "never", .language = "en"},
		{.text = "\" and the ", .language = "en"}, {.text = "Post", .language = "en"},
		{.text = "'s man left", .language = "en"},
	};
	g_autoptr(GPtrArray) strings = house_set(runs, 5, NULL);

	g_assert_cmpstr(runs[0].text, ==, "He said “");
	g_assert_cmpstr(runs[1].text, ==, "never");
	g_assert_cmpstr(runs[2].text, ==, "” and the ");
	g_assert_cmpstr(runs[4].text, ==, "’s man left");
}

/* The dash between dateline and copy is the layout's: neither changed nor told. */
static void test_layouts_own(void)
{
	struct text_run runs[] = {
		{.text = "HUẾ", .language = "vi"},
		{.text = " — ", .language = "vi", .layouts_own = TRUE},
		{.text = "A boat - \"late\"", .language = "en"},
	};
	struct diag *diag = diag_new();
	g_autoptr(GPtrArray) strings = house_set(runs, 3, diag);

	g_assert_cmpstr(runs[1].text, ==, " — ");
	g_assert_cmpstr(runs[2].text, ==, "A boat – “late”");
	g_assert_cmpuint(diag->messages->len, ==, 3);
	diag_free(diag);
}

static void test_nothing(void)
{
	assert_set("", "");
	assert_set(" ", "");
	assert_set("\"", "”");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/house/double-quotes", test_double_quotes);
	g_test_add_func("/house/single-quotes", test_single_quotes);
	g_test_add_func("/house/dashes", test_dashes);
	g_test_add_func("/house/dashes-left", test_dashes_left);
	g_test_add_func("/house/spaces", test_spaces);
	g_test_add_func("/house/told", test_told);
	g_test_add_func("/house/places", test_places);
	g_test_add_func("/house/runs", test_runs);
	g_test_add_func("/house/layouts-own", test_layouts_own);
	g_test_add_func("/house/nothing", test_nothing);
	return g_test_run();
}
