/* Standing type: copy that comes again is not set again, and says again what was wrong with it. */
#include "type_case.h"

static struct paragraph *standing(struct type_case *c, const char *text, int line)
{
	struct text_run run = {
		.text = text, .font = "body", .language = "en", .place = place_in("story.md", line, 1)};

	return paragraph_standing(c->typesetter, &c->body, &run, 1);
}

static void test_same_copy_is_set_once(struct type_case *c, gconstpointer unused)
{
	struct paragraph *first = standing(c, "The ferry left at dawn.", 7);
	struct paragraph *again = standing(c, "The ferry left at dawn.", 7);

	g_assert_true(first == again);
	g_assert_true(paragraph_settings(first, &c->column) == paragraph_settings(again, &c->column));
	paragraph_free(first);
	g_assert_cmpstr(paragraph_text(again), ==, "The ferry left at dawn.");
	paragraph_free(again);
}

static void test_other_copy_is_other_type(struct type_case *c, gconstpointer unused)
{
	struct paragraph *one = standing(c, "The ferry left at dawn.", 7);
	struct paragraph *words = standing(c, "The ferry left at dusk.", 7);
	struct paragraph *place = standing(c, "The ferry left at dawn.", 8);

	c->body.size += FIX_PT;
	struct paragraph *size = standing(c, "The ferry left at dawn.", 7);

	g_assert_true(one != words && one != place && one != size);
	paragraph_free(one);
	paragraph_free(words);
	paragraph_free(place);
	paragraph_free(size);
}

static guint messages(const struct diag *diag)
{
	return diag->messages->len;
}

static void test_messages_come_again(struct type_case *c, gconstpointer unused)
{
	const char *text = "A 漢 that no face has.";
	guint before = messages(c->diag);

	paragraph_free(standing(c, text, 7));
	paragraph_free(standing(c, text, 7));
	g_assert_cmpuint(messages(c->diag), ==, before + 1);

	struct diag *next = diag_new();
	typesetter_begin(c->typesetter, next);
	paragraph_free(standing(c, "Other copy.", 7));
	guint quiet = messages(next);
	paragraph_free(standing(c, text, 7));
	g_assert_cmpuint(messages(next), ==, quiet + 1);
	typesetter_begin(c->typesetter, c->diag);
	diag_free(next);
}

static void test_old_type_is_distributed(struct type_case *c, gconstpointer unused)
{
	struct paragraph *held = standing(c, "The ferry left at dawn.", 7);

	for (int i = 0; i < 40; i++)
		typesetter_begin(c->typesetter, c->diag);
	struct paragraph *again = standing(c, "The ferry left at dawn.", 7);

	g_assert_true(held != again);
	g_assert_cmpstr(paragraph_text(held), ==, "The ferry left at dawn.");
	paragraph_free(held);
	paragraph_free(again);
}

static void test_extents_are_those_of_the_lines(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->headline, "vi", "Ấn Độ và Ý ký thỏa thuận lớn");
	const struct settings *settings = paragraph_settings_by_sense(paragraph, &c->column);
	const struct setting *setting = settings_best(settings);
	const struct line_extent *extents = paragraph_extents(paragraph, setting, &c->column);

	g_assert_cmpint(setting->lines, >, 1);
	g_assert_cmpint(extents[0].baseline, ==, 0);
	for (int i = 0; i < setting->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, setting, &c->column, i);
		g_assert_cmpint(extents[i].width, ==, line->width);
		g_assert_cmpint(extents[i].ink_top, ==, line->ink_top);
		g_assert_cmpint(extents[i].ink_bottom, ==, line->ink_bottom);
		if (i > 0)
			g_assert_cmpint(extents[i].baseline, >=,
					extents[i - 1].baseline + c->headline.leading);
		set_line_free(line);
	}
	paragraph_free(paragraph);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define TEST(name, function)                                                                                 \
	g_test_add("/standing/" name, struct type_case, NULL, type_case_open, function, type_case_close)
	TEST("same", test_same_copy_is_set_once);
	TEST("other", test_other_copy_is_other_type);
	TEST("messages", test_messages_come_again);
	TEST("old", test_old_type_is_distributed);
	TEST("extents", test_extents_are_those_of_the_lines);
	return g_test_run();
}
