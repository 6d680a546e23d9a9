#include "base/diag.h"

static const char *const words[] = {"headline", "standfirst", "byline", NULL};

static void test_nearest(void)
{
	g_assert_cmpstr(diag_nearest("standfrist", words), ==, "standfirst");
	g_assert_cmpstr(diag_nearest("Headline", words), ==, "headline");
	g_assert_cmpstr(diag_nearest("bylin", words), ==, "byline");
	g_assert_null(diag_nearest("photos", words));
	g_assert_null(
		diag_nearest("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", words));
}

static void test_line(void)
{
	struct diag *diag = diag_new();
	g_autofree char *whole = NULL, *bare = NULL;

	diag_add(diag, DIAG_STORY_NO_HEADLINE, place_in("a.md", 3, 7), "headline is missing");
	diag_add(diag, DIAG_PHOTO_NO_ALT, place_in(NULL, 0, 0), "alt is missing");
	whole = diag_message_line(g_ptr_array_index(diag->messages, 0));
	bare = diag_message_line(g_ptr_array_index(diag->messages, 1));
	g_assert_cmpstr(whole, ==, "a.md:3:7: error: headline is missing [story-no-headline]");
	g_assert_cmpstr(bare, ==, "warning: alt is missing [photo-no-alt]");
	diag_free(diag);
}

/* What stands in copy must not steer the terminal that shows the message. */
static void test_quoted_copy(void)
{
	struct diag *diag = diag_new();
	const struct diag_message *message;

	diag_add(diag, DIAG_KEY_UNKNOWN, place_in("a", 1, 1), "x\n\x1b[2J\xe2\x80\xaey\xff");
	message = g_ptr_array_index(diag->messages, 0);
	g_assert_cmpstr(message->text, ==, "x  [2J<U+202E>y\xef\xbf\xbd");
	diag_free(diag);
}

static void test_exit_code(void)
{
	struct diag *diag = diag_new();

	g_assert_cmpint(diag_exit_code(diag, TRUE), ==, 0);
	diag_add(diag, DIAG_PHOTO_NO_ALT, place_in("a", 1, 1), "a warning");
	g_assert_cmpint(diag_exit_code(diag, TRUE), ==, 0);
	diag_add(diag, DIAG_STORY_EMPTY, place_in("a", 1, 1), "an error");
	g_assert_cmpint(diag_exit_code(diag, FALSE), ==, 3);
	g_assert_cmpint(diag_exit_code(diag, TRUE), ==, 65);
	diag_add(diag, DIAG_FOLDER_MISSING, place_in("a", 0, 0), "fatal");
	diag_add(diag, DIAG_YAML_SYNTAX, place_in("a", 0, 0), "a second one");
	g_assert_cmpint(diag_exit_code(diag, FALSE), ==, 66);
	g_assert_cmpuint(diag_count(diag, DIAG_ERROR), ==, 3);
	diag_free(diag);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/diag/nearest", test_nearest);
	g_test_add_func("/diag/line", test_line);
	g_test_add_func("/diag/quoted-copy", test_quoted_copy);
	g_test_add_func("/diag/exit-code", test_exit_code);
	return g_test_run();
}
