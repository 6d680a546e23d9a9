/* Words that belong together cost something to part; headlines turn by sense. */
#include "type/keep.h"

#include <string.h>

#include "type/sense.h"

/* "before|after" */
static struct keep_pair pair_of(const char *words, char *text)
{
	strcpy(text, words);
	int bar = (int)(strchr(words, '|') - words);

	text[bar] = ' ';
	return keep_pair_at(text, (int)strlen(text), bar, bar + 1);
}

static double kept(const char *words)
{
	char text[200];
	struct keep_pair pair = pair_of(words, text);

	return keep_cost(&pair);
}

static double sense(const char *words, const char *language)
{
	char text[200];
	struct keep_pair pair = pair_of(words, text);

	return sense_cost(&pair, language, NULL);
}

static void test_bound(void)
{
	static const char *const bound[] = {
		"ở TP.|HCM hôm nay", "Mr|Brown", "J.|Smith", "Mrs.|Oanh",    "5|km", "3.4|million", "46|per",
		"46 per|cent",	     "No.|7",	 "20|triệu", "€2.6|billion", "5|%",  "Q.|1",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(bound); i++) {
		g_test_message("%s", bound[i]);
		g_assert_cmpfloat(kept(bound[i]), >=, 5);
	}
}

static void test_loose(void)
{
	static const char *const loose[] = {
		"the|ferry", "in 1999.|Million", "Hà|Nội", "at home.|Mr", "of|course", "ông|lão",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(loose); i++) {
		g_test_message("%s", loose[i]);
		g_assert_cmpfloat(kept(loose[i]), ==, 0);
	}
}

static void test_leaning(void)
{
	g_assert_cmpfloat(kept("late|– and"), >, 0);
	g_assert_cmpfloat(kept("late|– and"), <, kept("12|November"));
	g_assert_cmpfloat(kept("page|4"), >, 0);
	g_assert_cmpfloat(kept("12|November"), <, kept("12|km"));
}

static void test_pair_bounds(void)
{
	struct keep_pair pair = keep_pair_at("one two", 7, 3, 4);

	g_assert_cmpint(pair.before_length, ==, 3);
	g_assert_cmpint(pair.after_length, ==, 3);
	pair = keep_pair_at("", 0, 0, 0);
	g_assert_cmpfloat(keep_cost(&pair), ==, 0);
}

static void test_sense(void)
{
	double free_turn = sense("ferry|boat", "en");

	g_assert_cmpfloat(sense("ferry|– at last", "en"), >, free_turn + 5);
	g_assert_cmpfloat(sense("ferry –|at last", "en"), <, free_turn);
	g_assert_cmpfloat(sense("the|ferry", "en"), >, free_turn + 5);
	g_assert_cmpfloat(sense("link of|Hanoi", "en"), >, free_turn + 5);
	g_assert_cmpfloat(sense("Trần|Hưng", "en"), >, sense("the|ferry", "en"));
	g_assert_cmpfloat(sense("prime|minister", "en"), >, free_turn + 5);
	g_assert_cmpfloat(sense("ends early,|says", "en"), <, free_turn);
	g_assert_cmpfloat(sense("những|người", "vi"), >, 5);
	g_assert_cmpfloat(sense("phát|triển", "vi"), >, 5);
	g_assert_cmpfloat(sense("Thành|phố", "vi"), >, 5);
	g_assert_cmpfloat(sense("kinh tế|xanh", "vi"), ==, 0);
	/* English has no classifiers. */
	g_assert_cmpfloat(sense("con|game", "en"), ==, 0);
}

static void test_own_compounds(void)
{
	static const char *const own[] = {"quê hương", "ferry boat", NULL};
	char text[200];
	struct keep_pair pair = pair_of("ferry|boat", text);

	g_assert_cmpfloat(sense_cost(&pair, "en", own), >, 5);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/keep/bound", test_bound);
	g_test_add_func("/keep/loose", test_loose);
	g_test_add_func("/keep/leaning", test_leaning);
	g_test_add_func("/keep/pair", test_pair_bounds);
	g_test_add_func("/sense/turns", test_sense);
	g_test_add_func("/sense/own-compounds", test_own_compounds);
	return g_test_run();
}
