#include "command/options.h"

#include <string.h>

#include "command/manual.h"

static gboolean parse(struct options *options, char **complaint, const char *line)
{
	g_auto(GStrv) words = g_strsplit(line, " ", -1);
	static char *kept[16]; /* options point into it */
	int count = 0;

	for (; words[count] != NULL; count++)
		kept[count] = (char *)g_intern_string(words[count]);
	kept[count] = NULL;
	return options_parse(options, count, kept, complaint);
}

static void assert_complaint(const char *line, const char *expected)
{
	struct options options;
	g_autofree char *complaint = NULL;

	g_assert_false(parse(&options, &complaint, line));
	g_assert_nonnull(complaint);
	if (strstr(complaint, expected) == NULL)
		g_error("'%s' complains '%s', not '%s'", line, complaint, expected);
	options_clear(&options);
}

static void test_build(void)
{
	struct options options;
	g_autofree char *complaint = NULL;

	g_assert_true(parse(&options, &complaint, "anban build ed -o there --jobs=2 --no-pages --strict -q"));
	g_assert_cmpint(options.command, ==, COMMAND_BUILD);
	g_assert_cmpstr(options.operands[0], ==, "ed");
	g_assert_cmpstr(options.out, ==, "there");
	g_assert_cmpint(options.jobs, ==, 2);
	g_assert_true(options.no_pages && options.strict && options.quiet);
	g_assert_false(options.draft || options.trace || options.json);
	options_clear(&options);
}

static void test_defaults_and_order(void)
{
	struct options options;
	g_autofree char *complaint = NULL;

	g_assert_true(parse(&options, &complaint, "anban build --draft ed"));
	g_assert_cmpstr(options.out, ==, "out");
	g_assert_cmpint(options.jobs, ==, 0);
	g_assert_cmpstr(options.operands[0], ==, "ed");
	g_assert_true(options.draft);
	options_clear(&options);
	g_assert_true(parse(&options, &complaint, "anban check -- -odd-name"));
	g_assert_cmpstr(options.operands[0], ==, "-odd-name");
	options_clear(&options);
}

static void test_optional_value(void)
{
	static const char *const lines[][2] = {
		{"anban proof ed --serve", ""},
		{"anban proof --serve ed", ""},
		{"anban proof ed --serve 8200", "8200"},
		{"anban proof --serve 8200 ed", "8200"},
		{"anban proof ed --serve=8200", "8200"},
		{"anban proof --serve --watch ed", ""},
		{"anban proof --serve 2026-11-22", ""},
		{"anban proof --serve 20261122", ""},
		{"anban proof ed --serve 0 --watch", "0"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
		struct options options;
		g_autofree char *complaint = NULL;
		g_assert_true(parse(&options, &complaint, lines[i][0]));
		g_assert_cmpstr(options.serve, ==, lines[i][1]);
		g_assert_cmpuint(g_strv_length(options.operands), ==, 1);
		options_clear(&options);
	}
}

static void test_help_needs_no_operand(void)
{
	struct options options;
	g_autofree char *complaint = NULL;

	g_assert_true(parse(&options, &complaint, "anban build --help"));
	g_assert_true(options.help);
	options_clear(&options);
	g_assert_true(parse(&options, &complaint, "anban --version"));
	g_assert_true(options.version);
	options_clear(&options);
}

static void test_wrong_usage(void)
{
	assert_complaint("anban", "no command given");
	assert_complaint("anban biuld ed", "did you mean 'build'?");
	assert_complaint("anban xyzzy", "there is no command 'xyzzy'");
	assert_complaint("anban --quiet build ed", "the command comes first");
	assert_complaint("anban build", "wants EDITION");
	assert_complaint("anban build a b", "'b' is one too many");
	assert_complaint("anban build a --strct", "did you mean '--strict'?");
	assert_complaint("anban build a --strct=1", "unknown option '--strct'");
	assert_complaint("anban check a --draft", "unknown option '--draft'");
	assert_complaint("anban build a -x", "unknown option '-x'");
	assert_complaint("anban build a --out", "--out wants a value");
	assert_complaint("anban build a --quiet=1", "--quiet takes no value");
	assert_complaint("anban build a --jobs 0", "--jobs wants a number");
	assert_complaint("anban build a --jobs 2x", "--jobs wants a number");
	assert_complaint("anban build a --sandbox never", "auto|require|off");
	assert_complaint("anban build a --trace --json", "choose one");
	assert_complaint("anban build a -q -v", "choose one");
	assert_complaint("anban lock ed", "wants EDITION PAGE...");
	assert_complaint("anban build a --strct", "try 'anban build --help'");
}

static void test_every_option_is_told(void)
{
	g_autofree char *page = manual_page();
	g_autofree char *help = manual_help(COMMAND_NONE);

	for (int i = 0; i < option_row_count; i++) {
		g_auto(GStrv) parts = g_strsplit(option_rows[i].name, "-", -1);
		g_autofree char *escaped = g_strjoinv("\\-", parts);
		g_assert_nonnull(strstr(page, escaped));
	}
	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++) {
		g_autofree char *own = manual_help(i);
		g_assert_nonnull(strstr(help, command_rows[i].name));
		g_assert_nonnull(strstr(own, "--jobs N"));
	}
	g_assert_nonnull(strstr(help, " 75  locked"));
}

static void test_completions(void)
{
	static const char *const shells[] = {"bash", "zsh", "fish"};

	for (guint i = 0; i < G_N_ELEMENTS(shells); i++) {
		g_autofree char *text = manual_completion(shells[i]);
		g_assert_nonnull(strstr(text, "build"));
		g_assert_nonnull(strstr(text, "no-pages"));
	}
	g_assert_null(manual_completion("tcsh"));
}

static void test_version(void)
{
	g_autofree char *version = manual_version();
	g_autoptr(GPtrArray) libraries = manual_libraries();

	g_assert_true(g_str_has_prefix(version, "anban "));
	g_assert_cmpuint(libraries->len, >, 8);
	for (guint i = 1; i < libraries->len; i++)
		g_assert_cmpstr(g_ptr_array_index(libraries, i - 1), <, g_ptr_array_index(libraries, i));
	for (guint i = 0; i < libraries->len; i++)
		g_assert_true(g_ascii_isdigit(strchr(g_ptr_array_index(libraries, i), ' ')[1]));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/options/build", test_build);
	g_test_add_func("/options/defaults-and-order", test_defaults_and_order);
	g_test_add_func("/options/optional-value", test_optional_value);
	g_test_add_func("/options/help-needs-no-operand", test_help_needs_no_operand);
	g_test_add_func("/options/wrong-usage", test_wrong_usage);
	g_test_add_func("/manual/every-option-is-told", test_every_option_is_told);
	g_test_add_func("/manual/completions", test_completions);
	g_test_add_func("/manual/version", test_version);
	return g_test_run();
}
