/* The prices of design_costs.def are what make-up reckons with. */
#include "small_edition.h"

static const char *const names[] = {
#define COST(name, fallback, sentence) #name,
#include "design/design_costs.def"
#undef COST
};

/* All of make-up, as text. */
static GString *all_sources(void)
{
	g_autofree char *folder = g_build_filename(g_getenv("ANBAN_SOURCE"), "src", "makeup", NULL);
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	GString *text = g_string_new(NULL);
	const char *name;

	g_assert_nonnull(dir);
	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL), *source = NULL;
		if ((g_str_has_suffix(name, ".c") || g_str_has_suffix(name, ".h")) &&
		    g_file_get_contents(path, &source, NULL, NULL))
			g_string_append(text, source);
	}
	return text;
}

static void test_every_price_is_asked(void)
{
	g_autoptr(GString) sources = all_sources();

	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *pattern = g_strdup_printf("costs(->|\\.)%s\\b", names[i]);
		if (!g_regex_match_simple(pattern, sources->str, 0, 0))
			g_test_fail_printf("no cost of make-up is the price of '%s'", names[i]);
	}
}

static double cost_of_pages(const struct decisions *decisions)
{
	double cost = 0;

	for (guint i = 0; i < decisions->pages->len; i++)
		cost += ((const struct page_decision *)decisions->pages->pdata[i])->cost;
	return cost;
}

static double cost_again(const struct small_edition *small)
{
	struct decisions *decisions = decisions_new();
	struct paper *paper =
		makeup_paper(small->edition, small->design, small->book, NULL, decisions, small->diag);
	double cost = cost_of_pages(decisions);

	paper_free(paper);
	decisions_free(decisions);
	return cost;
}

static void test_a_price_is_paid(void)
{
	struct small_edition small = small_new();
	double *price[4], was;

	for (int i = 0; i < 9; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		small_story(&small, path, 3 + i * 7 % 13, i == 0 ? "priority: 1\n" : "");
	}
	small_make(&small, "name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: "
			   "[{name: News}]\n");
	was = cost_of_pages(small.decisions);
	price[0] = &small.design->costs.end_cell;
	price[1] = &small.design->costs.head_ragged;
	price[2] = &small.design->costs.column_off;
	price[3] = &small.design->costs.paragraph_looser;
	for (guint i = 0; i < G_N_ELEMENTS(price); i++) {
		double usual = *price[i];
		*price[i] = usual * 20;
		g_assert_cmpfloat(cost_again(&small), >, was);
		*price[i] = usual;
	}
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/prices/asked", test_every_price_is_asked);
	g_test_add_func("/prices/paid", test_a_price_is_paid);
	return g_test_run();
}
