#include "edition/copy_text.h"

#include <string.h>

#define HERE place_in("a.md", 4, 9)

static void cleaned(char *(*clean)(const char *, struct place, struct diag *), const char *text,
		    const char *expected, const char *told)
{
	struct diag *diag = diag_new();
	g_autofree char *result = clean(text, HERE, diag);

	g_assert_cmpstr(result, ==, expected);
	g_assert_cmpuint(diag->messages->len, ==, told == NULL ? 0 : 1);
	if (told != NULL) {
		g_autofree char *line = diag_message_line(g_ptr_array_index(diag->messages, 0));
		g_assert_true(g_str_has_prefix(line, "a.md:4:9: warning: "));
		g_assert_nonnull(strstr(line, told));
	}
	diag_free(diag);
}

static void test_clean(void)
{
	cleaned(copy_text_clean, "Hà Nội", "Hà Nội", NULL);
	cleaned(copy_text_clean, "Vie\xCC\xA3\xCC\x82t", "Vi\xE1\xBB\x87t", NULL);
	cleaned(copy_text_clean, " a\tb\nc\r", " a b c ", NULL);
	cleaned(copy_text_clean,
		"a\x01"
		"b",
		"ab", "U+0001");
	cleaned(copy_text_clean,
		"a\xC2\x85"
		"b",
		"ab", "U+0085");
	cleaned(copy_text_clean,
		"a\xE2\x80\xAE"
		"b\xE2\x80\xAC",
		"ab", "U+202E cannot be set and is dropped (and 1 more");
	cleaned(copy_text_clean,
		"a\xE2\x81\xA6"
		"b",
		"ab", "U+2066");
	cleaned(copy_text_clean,
		"\xEF\xBB\xBF"
		"b",
		"b", "U+FEFF");
	cleaned(copy_text_clean,
		"a\xEF\xB7\x90"
		"b",
		"ab", NULL);
	cleaned(copy_text_clean,
		"a\xC2\xA0"
		"b\xC2\xAD"
		"c\xE2\x80\x8D",
		"a\xC2\xA0"
		"b\xC2\xAD"
		"c\xE2\x80\x8D",
		NULL);
	cleaned(copy_text_line, "\n a\nb \n", "a b", NULL);
	cleaned(copy_text_lines, "\n one\t\n\n two \r\n", "one\ntwo", NULL);
}

static void test_marks(void)
{
	g_autoptr(GString) eight = g_string_new("x"), nine = NULL;

	for (int i = 0; i < 8; i++)
		g_string_append(eight, "\xCC\x95");
	nine = g_string_new(eight->str);
	g_string_append(nine, "\xCC\x95\xCC\x95y");
	cleaned(copy_text_clean, eight->str, eight->str, NULL);
	g_autofree char *expected = g_strconcat(eight->str, "y", NULL);
	cleaned(copy_text_clean, nine->str, expected, "more than 8 marks");
}

static void test_screen(void)
{
	struct diag *diag = diag_new();
	static const char text[] = "Hà Nội\nmột\x02 hai\x03\n";
	g_autofree char *screened = copy_text_screen(text, strlen(text), "a.md", diag);
	g_autofree char *line = diag_message_line(g_ptr_array_index(diag->messages, 0));
	g_autofree char *clean = copy_text_line(screened, HERE, diag);

	g_assert_cmpint(g_utf8_strlen(screened, -1), ==, g_utf8_strlen(text, -1));
	g_assert_cmpuint(diag->messages->len, ==, 1);
	g_assert_true(g_str_has_prefix(line, "a.md:2:4: warning: the character U+0002"));
	g_assert_nonnull(strstr(line, "and 1 more"));
	g_assert_cmpstr(clean, ==, "Hà Nội một hai");
	diag_free(diag);
}

static void test_words(void)
{
	g_assert_cmpint(copy_text_words("Hà Nội – “hai” từ."), ==, 4);
	g_assert_cmpint(copy_text_words(" … — "), ==, 0);
	g_assert_cmpint(copy_text_words("the ministry’s 3.4 million"), ==, 4);
}

static void test_fold(void)
{
	g_autofree char *curly = copy_text_fold("“Tôi’s – ĐÂY!”"),
			*plain = copy_text_fold("to\xCC\x82i's đây");

	g_assert_cmpstr(curly, ==, plain);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/copy_text/clean", test_clean);
	g_test_add_func("/copy_text/marks", test_marks);
	g_test_add_func("/copy_text/screen", test_screen);
	g_test_add_func("/copy_text/words", test_words);
	g_test_add_func("/copy_text/fold", test_fold);
	return g_test_run();
}
