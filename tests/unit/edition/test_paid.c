/* Which labels call copy paid for. */
#include "edition/paid.h"

static void test_said(void)
{
	char mark[] = "P.R.";
	struct edition edition = {.rules.ad_mark = mark};
	static const char *const labels[] = {"Sponsored", "PAID CONTENT", "Quảng cáo",
					     "QUẢNG CÁO", "Quảng cáo",	  "P.R. from our partners"};

	for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
		g_assert_true(paid_is_said(&edition, labels[i]));
}

static void test_not_said(void)
{
	char none[] = "";
	struct edition edition = {.rules.ad_mark = none};

	g_assert_false(paid_is_said(&edition, NULL));
	g_assert_false(paid_is_said(&edition, ""));
	g_assert_false(paid_is_said(&edition, "Our friends"));
	g_assert_false(paid_is_said(&edition, "Review"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/paid/said", test_said);
	g_test_add_func("/paid/not-said", test_not_said);
	return g_test_run();
}
