/* Words for days, and all that only looks like one. */
#include "desk/days.h"

static void expect(const char *text, const char *language, enum days_word means, const char *word)
{
	g_autofree char *found = NULL;

	g_test_message("%s", text);
	g_assert_cmpint(days_find(text, language, &found), ==, means);
	g_assert_cmpstr(found, ==, word);
}

static void test_english(void)
{
	expect("The court opens today.", "en", DAYS_TODAY, "today");
	expect("Today the court opens.", "en", DAYS_TODAY, "Today");
	expect("It rained this morning in Huế.", "en", DAYS_TODAY, "this morning");
	expect("He left yesterday.", "en", DAYS_YESTERDAY, "yesterday");
	expect("It passed on Friday.", "en", DAYS_WEEKDAY, "Friday");
	expect("He left yesterday, and returns today.", "en", DAYS_TODAY, "today");
}

static void test_english_silent(void)
{
	static const char *const texts[] = {
		"Of today's youth nobody asked.",     "It said so in USA Today.",	  "It opens on Sunday, 22 November.",
		"Every Sunday they row.",	      "The Sunday Times asked.",	  "They row on Sunday mornings.",
		"“We start today,” he said.",	      "\"Not today,\" she said, and left.", "On Friday, November 20 it rained.",
		"Good Friday is a feast.",	      "",
	};

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		expect(texts[i], "en", DAYS_NONE, NULL);
}

static void test_vietnamese(void)
{
	expect("Trời mưa hôm nay.", "vi", DAYS_TODAY, "hôm nay");
	expect("Ông đến hôm qua.", "vi", DAYS_YESTERDAY, "hôm qua");
	expect("Tàu chạy sáng thứ hai tới.", "vi", DAYS_WEEKDAY, "thứ hai");
	expect("Đây là lần thứ hai.", "vi", DAYS_NONE, NULL);
	expect("Người thứ ba đến muộn.", "vi", DAYS_NONE, NULL);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/days/english", test_english);
	g_test_add_func("/days/english-silent", test_english_silent);
	g_test_add_func("/days/vietnamese", test_vietnamese);
	return g_test_run();
}
