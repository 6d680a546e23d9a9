/* The terms that explain a setting are the ones that chose it. */
#include <math.h>

#include "small_edition.h"

static void test_terms_sum_up_to_the_cost(void)
{
	struct small_edition small = small_new();

	for (int i = 0; i < 12; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		small_story(&small, path, 3 + i * 7 % 13,
			    i == 0   ? "priority: 1\n"
			    : i == 5 ? "standfirst: So it is.\n"
				     : "");
	}
	small_make(&small, "name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: "
			   "[{name: News}]\n");
	int parts = 0;
	for (guint s = 0; s < small.decisions->stories->len; s++) {
		const struct story_decision *story = small.decisions->stories->pdata[s];
		double whole = 0;
		for (guint p = 0; p < story->parts->len; p++, parts++) {
			const struct story_part *part = &g_array_index(story->parts, struct story_part, p);
			double sum = 0;
			for (guint t = 0; t < part->terms->len; t++)
				sum += g_array_index(part->terms, struct cost_term, t).cost;
			g_assert_cmpfloat(fabs(sum - part->cost), <, 0.01 + part->cost * 1e-4);
			whole += part->cost;
		}
		g_assert_cmpfloat(fabs(whole - story->cost), <, 0.01);
	}
	g_assert_cmpint(parts, >=, 12);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/terms/sum", test_terms_sum_up_to_the_cost);
	return g_test_run();
}
