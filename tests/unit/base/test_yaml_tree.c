#include <string.h>

#include "base/units.h"
#include "base/yaml_tree.h"

static const struct yaml_codes codes = {
	.syntax = DIAG_YAML_SYNTAX,
	.unknown_key = DIAG_KEY_UNKNOWN,
	.duplicate_key = DIAG_KEY_DUPLICATE,
	.missing_key = DIAG_KEY_MISSING,
	.wrong_value = DIAG_VALUE_WRONG,
};

static struct yaml_node *read_text(const char *text, struct diag *diag)
{
	return yaml_read("a.yaml", text, strlen(text), 0, &codes, diag);
}

static char *lines_of(const struct diag *diag)
{
	GString *lines = g_string_new(NULL);

	for (guint i = 0; i < diag->messages->len; i++) {
		g_autofree char *line = diag_message_line(g_ptr_array_index(diag->messages, i));
		g_string_append_printf(lines, "%s\n", line);
	}
	return g_string_free(lines, FALSE);
}

/* The text must be refused, at this place and with these words. */
static void refused_length(const char *text, gsize length, const char *place, const char *words)
{
	struct diag *diag = diag_new();
	struct yaml_node *root = yaml_read("a.yaml", text, length, 0, &codes, diag);
	g_autofree char *lines = lines_of(diag);

	g_test_message("%s", lines);
	g_assert_null(root);
	g_assert_cmpuint(diag->messages->len, ==, 1);
	g_assert_true(g_str_has_prefix(lines, place));
	g_assert_nonnull(strstr(lines, words));
	diag_free(diag);
}

static void refused(const char *text, const char *place, const char *words)
{
	refused_length(text, strlen(text), place, words);
}

static void test_tree(void)
{
	struct diag *diag = diag_new();
	struct yaml_node *root = read_text("# a house\n"
					   "tên: Hà Nội\n"
					   "list: [one, \"2\", ~]\n"
					   "map: {a: 1, b: }\n",
					   diag);
	const struct yaml_node *node;

	g_assert_nonnull(root);
	g_assert_cmpuint(diag->messages->len, ==, 0);
	node = yaml_get(root, "tên");
	g_assert_cmpstr(node->text, ==, "Hà Nội");
	g_assert_cmpint(node->place.line, ==, 2);
	g_assert_cmpint(node->place.column, ==, 6);
	g_assert_cmpint(node->key_place.column, ==, 1);
	node = yaml_get(root, "list");
	g_assert_cmpuint(node->nodes->len, ==, 3);
	const struct yaml_node *second = g_ptr_array_index(node->nodes, 1);
	const struct yaml_node *third = g_ptr_array_index(node->nodes, 2);
	g_assert_false(second->plain);
	g_assert_true(third->null);
	g_assert_true(yaml_get(yaml_get(root, "map"), "b")->null);
	g_assert_null(yaml_get(NULL, "a"));
	g_assert_null(yaml_get(node, "a"));
	yaml_node_free(root);
	diag_free(diag);
}

static void test_columns_count_characters(void)
{
	struct diag *diag = diag_new();
	struct yaml_node *root = read_text("{\"Đời sống\": x, b: y}\n", diag);

	g_assert_cmpint(yaml_get(root, "b")->key_place.column, ==, 17);
	yaml_node_free(root);
	diag_free(diag);
}

static void test_first_line(void)
{
	struct diag *diag = diag_new();
	struct yaml_node *root = yaml_read("s.md", "a: 1\nb: 2\n", 10, 1, &codes, diag);

	g_assert_cmpint(yaml_get(root, "b")->place.line, ==, 3);
	yaml_node_free(root);
	diag_free(diag);
}

static void test_nfc(void)
{
	struct diag *diag = diag_new();
	struct yaml_node *root = read_text("te\xCC\x82n: Vie\xCC\xA3\xCC\x82t\n", diag);

	g_assert_cmpstr(yaml_text(root, "t\xC3\xAAn", NULL), ==, "Vi\xE1\xBB\x87t");
	yaml_node_free(root);
	diag_free(diag);
}

static void test_empty(void)
{
	static const char *const texts[] = {"",		  "# only a comment\n", "---\n",
					    "---\n...\n", "\xEF\xBB\xBF",	"~\n"};

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct diag *diag = diag_new();
		struct yaml_node *root = read_text(texts[i], diag);
		g_assert_nonnull(root);
		g_assert_cmpint(root->kind, ==, YAML_MAP);
		g_assert_cmpuint(root->nodes->len, ==, 0);
		g_assert_cmpuint(diag->messages->len, ==, 0);
		yaml_node_free(root);
		diag_free(diag);
	}
}

static void test_faults(void)
{
	refused("a: 1\nb: x\na: 2\n", "a.yaml:3:1: fatal: 'a' stands twice", "key-duplicate");
	refused("te\xCC\x82n: 1\nt\xC3\xAAn: 2\n", "a.yaml:2:1: fatal:", "stands twice");
	refused("headline: War: the end\n", "a.yaml:1:14:", "between quotes");
	refused("a:\n\tb: 1\n", "a.yaml:2:1:", "a tab stands here: indent with spaces");
	refused("a: [1, 2\nb: 3\n", "a.yaml:2:", "close it with ']'");
	refused("a: \"open\nb: 3\n", "a.yaml:1:4:", "add the closing quote");
	refused("a: &x 1\nb: *x\n", "a.yaml:2:4:", "aliases");
	refused("a: 1\n---\nb: 1\n", "a.yaml:2:1:", "second document");
	refused("[a]: 1\n", "a.yaml:1:1:", "no plain word");
	refused("a: \"\\0\"\n", "a.yaml:1:4:", "U+0000");
	refused("a: x\x01y\n", "a.yaml:1:5:", "U+0001");
	refused("a: \"\\q\"\n", "a.yaml:1:", "escape");
	refused("a: ch\xE2\n", "a.yaml:1:6:", "not UTF-8");
	refused("Vi\xE1\xBB\x87t: \xFF\n", "a.yaml:1:7:", "not UTF-8");
	refused_length("a\0b: 1\n", 7, "a.yaml:1:2:", "not UTF-8");
}

static void test_limits(void)
{
	g_autoptr(GString) deep = g_string_new("a: ");
	g_autoptr(GString) wide = g_string_new("a: [");
	g_autofree char *large = g_malloc(16 * 1024 * 1024 + 1);

	for (int i = 0; i < 100000; i++) {
		g_string_append_c(deep, '[');
		g_string_append(wide, "1,");
	}
	g_string_append_c(wide, ']');
	memset(large, ' ', 16 * 1024 * 1024 + 1);
	refused(deep->str, "a.yaml:1:67:", "nested more than 64 deep");
	refused(wide->str, "a.yaml:1:", "more than 100000 values");
	refused_length(large, 16 * 1024 * 1024 + 1, "a.yaml: fatal:", "more than 16 MB");
}

/* A map of 50,000 keys must not be compared key by key. */
static void test_wide_map(void)
{
	struct diag *diag = diag_new();
	g_autoptr(GString) wide = g_string_new(NULL);
	struct yaml_node *root;

	for (int i = 0; i < 45000; i++)
		g_string_append_printf(wide, "k%d: 1\n", i);
	root = read_text(wide->str, diag);
	g_assert_nonnull(root);
	g_assert_cmpuint(root->nodes->len, ==, 45000);
	yaml_node_free(root);
	diag_free(diag);
}

static const char *const colours[] = {"red", "green", "blue", NULL};
static const struct schema_key inside[] = {
	{.name = "name", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "size", .type = SCHEMA_NUMBER},
	{.name = NULL},
};
static const struct schema_key schema[] = {
	{.name = "standfirst", .type = SCHEMA_TEXT},
	{.name = "count", .type = SCHEMA_INTEGER},
	{.name = "flag", .type = SCHEMA_BOOLEAN},
	{.name = "colour", .type = SCHEMA_WORD, .words = colours},
	{.name = "date", .type = SCHEMA_DATE},
	{.name = "time", .type = SCHEMA_TIME},
	{.name = "names", .type = SCHEMA_TEXTS},
	{.name = "numbers", .type = SCHEMA_NUMBERS},
	{.name = "one", .type = SCHEMA_MAP, .inside = inside},
	{.name = "many", .type = SCHEMA_LIST, .inside = inside},
	{.name = "later", .type = SCHEMA_TEXT, .flags = SCHEMA_NOT_SET_YET},
	{.name = "free", .type = SCHEMA_ANY},
	{.name = "light", .type = SCHEMA_LIST, .flags = SCHEMA_LIGHT, .inside = inside},
	{.name = NULL},
};

static gboolean checked(const char *text, const char *expected)
{
	struct diag *diag = diag_new();
	struct yaml_node *root = read_text(text, diag);
	gboolean fine = schema_check(root, schema, &codes, diag);
	g_autofree char *lines = lines_of(diag);

	g_test_message("%s", lines);
	if (*expected == '\0')
		g_assert_cmpstr(lines, ==, "");
	else
		g_assert_nonnull(strstr(lines, expected));
	yaml_node_free(root);
	diag_free(diag);
	return fine;
}

static void test_schema_accepts(void)
{
	g_assert_true(checked("standfirst: x\ncount: -3\nflag: yes\ncolour: blue\ndate: 2024-02-29\n", ""));
	g_assert_true(checked("time: 2026-11-22T05:00:00+07:00\nnames: a\nnumbers: [1, 2.5]\n", ""));
	g_assert_true(
		checked("names: [a, b]\none: {name: x, size: 1e2}\nmany: [{name: x}]\nfree: [{}]\n", ""));
	g_assert_true(checked("count:\nflag: ~\ndate: null\nlater:\n", ""));
}

static void test_schema_tells(void)
{
	g_assert_true(checked("standfrist: x\n",
			      "a.yaml:1:1: warning: unknown key 'standfrist', did you mean "
			      "'standfirst'? [key-unknown]"));
	g_assert_true(
		checked("light: [{name: x, size: y}]\n", "size: 'y' is not a number; it is passed over"));
	g_assert_true(checked("light: [{size: 1}]\n", "'name' is missing"));
	g_assert_true(checked("zzzzzzzz: x\n", "unknown key 'zzzzzzzz': it is passed over"));
	g_assert_true(checked("later: x\n", "a.yaml:1:1: note: not set yet: later [key-not-set-yet]"));
	g_assert_false(checked("count: many\n", "a.yaml:1:8: fatal: count: 'many' is not a whole number"));
	g_assert_false(checked("count: 3.5\n", "whole number"));
	g_assert_false(checked("count: 99999999999\n", "whole number"));
	g_assert_false(checked("count: [1]\n", "count: a list where a whole number is wanted"));
	g_assert_false(checked("colour: \"zzzzzzzzzz zzzzzzzzzz zzzzzzzzzz zzzzzzzzzz zz\"\n",
			       "zzzzzz…' is not one of red"));
	g_assert_false(checked("count: |\n  1\n  2\n", "count: '1 2 ' is not a whole number"));
	g_assert_false(checked("flag: perhaps\n", "true or false"));
	g_assert_false(checked("colour: grene\n", "did you mean 'green'?"));
	g_assert_false(checked("colour: [red]\n", "a list where one word is wanted"));
	g_assert_false(checked("date: 2026-02-29\n", "a day of the calendar"));
	g_assert_false(checked("date: 22/11/2026\n", "2026-11-22"));
	g_assert_false(checked("time: 2026-11-22T05:00:00\n", "with its offset"));
	g_assert_false(checked("names: {a: b}\n", "a list"));
	g_assert_false(checked("names: [a, [b]]\n", "this value: a list where text is wanted"));
	g_assert_false(checked("numbers: 3\n", "not a list"));
	g_assert_false(checked("numbers: [1, x]\n", "not a number"));
	g_assert_false(checked("numbers: [0x10]\n", "not a number"));
	g_assert_false(checked("numbers: [inf]\n", "not a number"));
	g_assert_false(checked("one: x\n", "is not a map"));
	g_assert_false(checked("one: {size: 1}\n", "a.yaml:1:6: fatal: 'name' is missing: add 'name:'"));
	g_assert_false(checked("one: {name: }\n", "'name' is missing"));
	g_assert_false(checked("many: {name: x}\n", "a map where a list is wanted"));
	g_assert_false(checked("many: [{name: x, size: y}]\n", "a.yaml:1:24:"));
	g_assert_false(checked("- a\n", "a map ('key: value')"));
	g_assert_false(checked("just words\n", "a map ('key: value')"));
}

static void test_readers(void)
{
	struct diag *diag = diag_new();
	struct yaml_node *root = read_text("t: x\ni: 7\nd: 1.5\nb: no\nw: green\nn:\nl: [1]\n", diag);

	g_assert_cmpstr(yaml_text(root, "t", "f"), ==, "x");
	g_assert_cmpstr(yaml_text(root, "n", "f"), ==, "f");
	g_assert_cmpstr(yaml_text(root, "l", "f"), ==, "f");
	g_assert_cmpstr(yaml_text(root, "none", "f"), ==, "f");
	g_assert_cmpint(yaml_integer(root, "i", 1), ==, 7);
	g_assert_cmpint(yaml_integer(root, "t", 1), ==, 1);
	g_assert_cmpfloat(yaml_number(root, "d", 0), ==, 1.5);
	g_assert_false(yaml_boolean(root, "b", TRUE));
	g_assert_true(yaml_boolean(root, "none", TRUE));
	g_assert_cmpint(yaml_word(root, "w", colours, 0), ==, 1);
	g_assert_cmpint(yaml_word(root, "t", colours, 2), ==, 2);
	yaml_node_free(root);
	diag_free(diag);
}

static void test_length(void)
{
	static const struct {
		const char *text;
		gboolean good;
		int32_t length;
	} cases[] = {
		{"8.5pt", TRUE, 8704},	{"25.4mm", TRUE, 72 * 1024},
		{"2rows", TRUE, 20480}, {"-1row", TRUE, -10240},
		{"0", TRUE, 0},		{"3", FALSE, 0},
		{"3em", FALSE, 0},	{"3 mm", FALSE, 0},
		{"mm", FALSE, 0},	{"1e9mm", FALSE, 0},
		{"nanmm", FALSE, 0},	{"0x3mm", FALSE, 0},
	};
	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct yaml_node node = {.kind = YAML_SCALAR, .text = (char *)cases[i].text};
		int32_t length = 0;
		g_test_message("%s", cases[i].text);
		g_assert_cmpint(yaml_length(&node, 10240, &length), ==, cases[i].good);
		g_assert_cmpint(length, ==, cases[i].length);
	}
	int32_t length;
	struct yaml_node rows = {.kind = YAML_SCALAR, .text = (char *)"2rows"};
	g_assert_false(yaml_length(&rows, 0, &length));
	g_assert_false(yaml_length(NULL, 0, &length));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/yaml_tree/tree", test_tree);
	g_test_add_func("/yaml_tree/columns-count-characters", test_columns_count_characters);
	g_test_add_func("/yaml_tree/first-line", test_first_line);
	g_test_add_func("/yaml_tree/nfc", test_nfc);
	g_test_add_func("/yaml_tree/empty", test_empty);
	g_test_add_func("/yaml_tree/faults", test_faults);
	g_test_add_func("/yaml_tree/limits", test_limits);
	g_test_add_func("/yaml_tree/wide-map", test_wide_map);
	g_test_add_func("/yaml_schema/accepts", test_schema_accepts);
	g_test_add_func("/yaml_schema/tells", test_schema_tells);
	g_test_add_func("/yaml_schema/readers", test_readers);
	g_test_add_func("/yaml_schema/length", test_length);
	return g_test_run();
}
