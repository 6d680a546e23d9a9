#include "edition/calendar.h"

#include <string.h>

#include "edition/loading.h"

static void test_parse(void)
{
	struct day day;

	g_assert_true(calendar_parse("2024-02-29", &day));
	g_assert_cmpint(day.year * 10000 + day.month * 100 + day.day, ==, 20240229);
	g_assert_false(calendar_parse("2026-02-29", &day));
	g_assert_false(calendar_parse("2026-13-01", &day));
	g_assert_false(calendar_parse("2026-00-01", &day));
	g_assert_false(calendar_parse("2026-1-1", &day));
	g_assert_false(calendar_parse("22-11-2026", &day));
	g_assert_false(calendar_parse("2026-11-22 ", &day));
	g_assert_false(calendar_parse("", &day));
	g_assert_false(calendar_parse(NULL, &day));
}

static int issue(const char *text, const char *date, const char *told)
{
	struct diag *diag = diag_new();
	g_autofree char *whole = g_strconcat("issue: ", text, "\n", NULL);
	struct yaml_node *root = yaml_read("p.yaml", whole, strlen(whole), 0, &house_file_codes, diag);
	struct day day;
	int number;

	g_assert_true(calendar_parse(date, &day));
	number = calendar_issue(yaml_get(root, "issue"), day, &house_file_codes, diag);
	if (told == NULL) {
		g_assert_cmpuint(diag->messages->len, ==, 0);
	} else {
		g_autofree char *line = diag_message_line(g_ptr_array_index(diag->messages, 0));
		g_test_message("%s", line);
		g_assert_nonnull(strstr(line, told));
	}
	yaml_node_free(root);
	diag_free(diag);
	return number;
}

static void test_issue(void)
{
	g_assert_cmpint(issue("4211", "2026-11-22", NULL), ==, 4211);
	g_assert_cmpint(issue("{4211: 2026-11-22}", "2026-11-22", NULL), ==, 4211);
	g_assert_cmpint(issue("{4211: 2026-11-22}", "2026-12-01", NULL), ==, 4220);
	g_assert_cmpint(issue("{4211: 2026-11-22}", "2026-11-20", NULL), ==, 4209);
	g_assert_cmpint(issue("{4211: 2026-11-22}", "2028-03-01", NULL), ==, 4211 + 465);
	g_assert_cmpint(issue("", "2026-11-22", NULL), ==, 0);
}

static void test_issue_skips(void)
{
	static const char skipping[] = "{4211: 2026-11-22, skip: [2026-11-23, 2026-12-25, 2026-11-20]}";

	g_assert_cmpint(issue(skipping, "2026-11-24", NULL), ==, 4212);
	g_assert_cmpint(issue(skipping, "2026-12-26", NULL), ==, 4211 + 34 - 2);
	g_assert_cmpint(issue(skipping, "2026-11-19", NULL), ==, 4211 - 3 + 1);
}

/* The number was set anew twice: the latest start before the day counts. */
static void test_issue_starts(void)
{
	static const char starts[] = "{100: 2026-01-01, 500: 2026-06-01}";

	g_assert_cmpint(issue(starts, "2026-01-03", NULL), ==, 102);
	g_assert_cmpint(issue(starts, "2026-06-02", NULL), ==, 501);
	g_assert_cmpint(issue(starts, "2025-12-31", NULL), ==, 99);
}

static void test_issue_faults(void)
{
	g_assert_cmpint(issue("many", "2026-11-22", "p.yaml:1:8: fatal: issue: write a number"), ==, 0);
	g_assert_cmpint(issue("[1]", "2026-11-22", "write a number"), ==, 0);
	g_assert_cmpint(issue("{2026-11-22: 4211}", "2026-11-22", "the number before the day"), ==, 0);
	g_assert_cmpint(issue("{4211: 2026-02-30}", "2026-11-22", "this is no day"), ==, 0);
	g_assert_cmpint(issue("{4211: [1]}", "2026-11-22", "this is no day"), ==, 0);
	g_assert_cmpint(issue("{5: 2026-11-22}", "2026-01-01", "below 1"), ==, 0);
	g_assert_cmpint(issue("{5: 2026-11-22, skip: 2026-11-20}", "2026-11-22", "a list of days"), ==, 5);
	g_assert_cmpint(issue("{5: 2026-11-22, skip: [x]}", "2026-11-22", "no day here"), ==, 5);
	g_assert_cmpint(issue("{5: 2026-11-22, skip: [[]]}", "2026-11-22", "no day here"), ==, 5);
}

static void test_moments(void)
{
	g_autofree char *release = calendar_release((struct day){2026, 1, 2});

	g_assert_cmpstr(release, ==, "2026-01-02T06:00:00+07:00");
	g_assert_true(calendar_is_later("2026-11-22T05:00:01+07:00", "2026-11-22T05:00:00+07:00"));
	g_assert_false(calendar_is_later("2026-11-22T05:00:00+07:00", "2026-11-22T05:00:00+07:00"));
	g_assert_false(calendar_is_later("2026-11-21T22:30:00Z", "2026-11-22T06:00:00+07:00"));
	g_assert_true(calendar_is_later("2026-11-21T23:30:00Z", "2026-11-22T06:00:00+07:00"));
	g_assert_false(calendar_is_later("soon", "2026-11-22T06:00:00+07:00"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/calendar/parse", test_parse);
	g_test_add_func("/calendar/issue", test_issue);
	g_test_add_func("/calendar/issue-skips", test_issue_skips);
	g_test_add_func("/calendar/issue-starts", test_issue_starts);
	g_test_add_func("/calendar/issue-faults", test_issue_faults);
	g_test_add_func("/calendar/moments", test_moments);
	return g_test_run();
}
