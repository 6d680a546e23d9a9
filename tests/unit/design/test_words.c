/* Phrases, dates and fixed breaks; and that the program asks for no phrase that is not there. */
#include "layout_case.h"

static struct layout_case plain;

static void assert_phrase(char *phrase, const char *wanted)
{
	g_assert_cmpstr(phrase, ==, wanted);
	g_free(phrase);
}

static void test_phrases(void)
{
	const struct design *design = plain.design;

	assert_phrase(design_phrase(design, "en", "turn", "page", "4", NULL), "Continued on page 4");
	assert_phrase(design_phrase(design, "vi", "turn", "page", "4", NULL), "Xem tiếp trang 4");
	assert_phrase(design_phrase(design, "vi", "from", "page", "1", NULL), "Tiếp theo trang 1");
	assert_phrase(design_phrase(design, "en", "byline", "name", "Nguyễn Thu Hà", NULL),
		      "By Nguyễn Thu Hà");
	assert_phrase(design_phrase(design, "en", "dateline", "place", "HẢI PHÒNG", NULL), "HẢI PHÒNG —");
}

static void test_languages_fall_back(void)
{
	const struct design *design = plain.design;

	assert_phrase(design_phrase(design, "vi-VN", "inside", NULL), "Trong số này");
	assert_phrase(design_phrase(design, "fr", "inside", NULL), "Inside");
	assert_phrase(design_phrase(design, NULL, "inside", NULL), "Inside");
	assert_phrase(design_phrase(design, "en", "no-such-phrase", NULL), "no-such-phrase");
}

static void test_braces_in_values_stay(void)
{
	assert_phrase(
		design_phrase(plain.design, "en", "byline", "name", "{name} & {page}", "page", "4", NULL),
		"By {name} & {page}");
	assert_phrase(design_phrase(plain.design, "en", "turn", "leaf", "4", NULL),
		      "Continued on page {page}");
	assert_phrase(design_phrase(plain.design, "en", "turn", "page", NULL, NULL), "Continued on page ");
}

static void test_dates(void)
{
	const struct design *design = plain.design;

	assert_phrase(design_date(design, "en", 2026, 11, 22), "Sunday, November 22, 2026");
	assert_phrase(design_date(design, "vi", 2026, 11, 22), "Chủ nhật, 22-11-2026");
	assert_phrase(design_date(design, "vi", 2026, 11, 23), "Thứ Hai, 23-11-2026");
	assert_phrase(design_date(design, "en", 2024, 2, 29), "Thursday, February 29, 2024");
	assert_phrase(design_date(design, "de", 2027, 1, 1), "Friday, January 1, 2027");
}

static void test_fixed_breaks(void)
{
	GHashTable *exceptions = plain.design->hyphen_exceptions;

	g_assert_cmpstr(g_hash_table_lookup(exceptions, "therapist"), ==, "ther-a-pist");
	g_assert_cmpstr(g_hash_table_lookup(exceptions, "vietnamese"), ==, "viet-nam-ese");
	g_assert_cmpstr(g_hash_table_lookup(exceptions, "hanoi"), ==, "hanoi");
	g_assert_null(g_hash_table_lookup(exceptions, "ther-a-pist"));
}

static void fault(const char *from, const char *to, const char *marker, const char *words)
{
	assert_refused("words.yaml", from, to, marker, 0, DIAG_LAYOUT_VALUE, words);
}

static void test_faults(void)
{
	fault("Continued on page {page}", "Continued on page {pgae}", "Continued", "in braces only: page");
	fault("Continued on page {page}", "Continued on page {page", "Continued", "in braces only: page");
	fault("inside: Inside", "inside: Inside {page}", "Inside {", "nothing in braces");
	fault("  turn: Continued on page {page}\n", "", "en:", "'turn' is missing");
	fault("Saturday, Sunday]", "Saturday]", "[Monday", "7 names, from Monday on");
	fault("November, December]", "November]", "[January", "12 names");
	fault("inside: Inside", "inside: [a]", "[a]", "a phrase is wanted");
	fault("en:\n", "eng:\n", "eng:", "the words of 'en' are missing");
	fault("  - leg-end\n", "  - leg end\n", "leg end", "one word");
	fault("  - leg-end\n", "  - leg--end\n", "leg--end", "one word");
	fault("  - leg-end\n", "  - legend-\n", "legend-", "one word");
	fault("hyphens:\n", "compounds: [river]\nhyphens:\n", "river]", "two words with a blank");
	fault("hyphens:\n", "compounds: one two\nhyphens:\n", "one two", "list of pairs");
	fault(NULL, "- a\n", "- a", "words are a map");
	fault("hyphens:\n", "fr: Suite\nhyphens:\n", "Suite", "map of phrases");
}

static void test_compounds(void)
{
	struct layout_change change = {"words.yaml", "hyphens:\n",
				       "compounds: [Red River, làng nghề]\nhyphens:\n"};
	struct layout_case c = layout_case_load(&change);

	g_assert_nonnull(c.design);
	g_assert_cmpuint(g_strv_length(c.design->compounds), ==, 2);
	g_assert_cmpstr(c.design->compounds[0], ==, "red river");
	g_assert_cmpstr(c.design->compounds[1], ==, "làng nghề");
	layout_case_free(&c);
}

/* ---- the words of another layout ---- */

/* Two layouts side by side: "mother" is the test layout, "daughter" has its page and templates and these
   words. */
static struct design *daughter_load(const char *words, const char *mothers, struct diag *diag)
{
	static const char *const names[] = {"mother", "daughter"};
	g_autofree char *layouts = g_dir_make_tmp("anban-words-XXXXXX", NULL);

	for (int n = 0; n < 2; n++)
		for (int i = 0; i < 3; i++) {
			g_autofree char *folder = g_build_filename(layouts, names[n], NULL);
			g_autofree char *path = g_build_filename(folder, layout_files[i], NULL);
			g_autofree char *text = plain_text(layout_files[i]);
			const char *own = n == 1 ? words : mothers;

			g_mkdir_with_parents(folder, 0700);
			g_assert_true(g_file_set_contents(path, i == 2 && own ? own : text, -1, NULL));
		}
	struct design *design = design_load(layouts, "daughter", diag);

	for (int n = 0; n < 2; n++) {
		g_autofree char *folder = g_build_filename(layouts, names[n], NULL);

		for (int i = 0; i < 3; i++) {
			g_autofree char *path = g_build_filename(folder, layout_files[i], NULL);

			g_unlink(path);
		}
		g_rmdir(folder);
	}
	g_rmdir(layouts);
	return design;
}

static void test_like(void)
{
	struct diag *diag = diag_new();
	struct design *design =
		daughter_load("like: mother\nen:\n  turn: More on page {page}\nhyphens: [rail-way]\n"
			      "compounds: [Red River]\n",
			      NULL, diag);

	g_assert_nonnull(design);
	g_autofree char *own = design_phrase(design, "en", "turn", "page", "4", NULL);
	g_autofree char *from_mother = design_phrase(design, "en", "inside", NULL);
	g_autofree char *vietnamese = design_phrase(design, "vi", "turn", "page", "4", NULL);

	g_assert_cmpstr(own, ==, "More on page 4");
	g_assert_cmpstr(from_mother, ==, "Inside");
	g_assert_nonnull(strstr(vietnamese, "Xem tiếp"));
	g_assert_cmpstr(g_hash_table_lookup(design->hyphen_exceptions, "railway"), ==, "rail-way");
	g_assert_cmpstr(g_hash_table_lookup(design->hyphen_exceptions, "therapist"), ==, "ther-a-pist");
	g_assert_cmpstr(design->compounds[0], ==, "red river");
	g_assert_cmpuint(diag->messages->len, ==, 0);
	design_free(design);
	diag_free(diag);
}

static void like_fault(const char *words, const char *mothers, const char *told)
{
	struct diag *diag = diag_new();
	struct design *design = daughter_load(words, mothers, diag);

	g_assert_null(design);
	g_assert_cmpuint(diag->messages->len, ==, 1);
	const struct diag_message *message = g_ptr_array_index(diag->messages, 0);

	if (message->code != DIAG_LAYOUT_VALUE || message->place.line != 1 || !strstr(message->text, told))
		g_error("'%s' does not say '%s'", message->text, told);
	diag_free(diag);
}

static void test_like_faults(void)
{
	like_fault("like: father\n", NULL, "no layout 'father' beside this one");
	like_fault("like: ../mother\n", NULL, "no layout '../mother'");
	like_fault("like: ''\n", NULL, "no layout ''");
	like_fault("like: [mother]\n", NULL, "name one layout");
	like_fault("like: daughter\n", NULL, "may not be like a third's");
	like_fault("like: mother\n", "like: daughter\n", "may not be like a third's");
}

static void test_unknown_word_is_a_warning(void)
{
	struct layout_change change = {"words.yaml", "vi:\n", "vi:\n  see-allso: Xem\n"};
	struct layout_case c = layout_case_load(&change);

	g_assert_nonnull(c.design);
	assert_told(&c, DIAG_LAYOUT_KEY_UNKNOWN, layout_case_place(&c, "words.yaml", "see-allso"),
		    "did you mean 'see-also'?");
	layout_case_free(&c);
}

/* ---- what the program asks for ---- */

static void source_check(const char *file, const char *text)
{
	g_autoptr(GRegex) call = g_regex_new("design_phrase\\([^,;]+,[^,;]+,\\s*\"([^\"]+)\"", 0, 0, NULL);
	g_autoptr(GMatchInfo) found = NULL;

	g_regex_match(call, text, 0, &found);
	for (; g_match_info_matches(found); g_match_info_next(found, NULL)) {
		g_autofree char *key = g_match_info_fetch(found, 1);
		g_autofree char *name = g_strconcat("en/", key, NULL);

		if (!g_hash_table_lookup(plain.design->words, name))
			g_error("%s asks for '%s', which design_words.def does not have", file, key);
	}
}

static void test_program_asks_for_known_phrases(void)
{
	static const char *const floors[] = {"makeup", "report", "command", "paint"};

	for (gsize i = 0; i < G_N_ELEMENTS(floors); i++) {
		g_autofree char *path = g_build_filename(g_getenv("ANBAN_SOURCE"), "src", floors[i], NULL);
		g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
		const char *name;

		while (folder && (name = g_dir_read_name(folder))) {
			g_autofree char *file = g_build_filename(path, name, NULL);
			g_autofree char *text = NULL;

			if (g_str_has_suffix(name, ".c") && g_file_get_contents(file, &text, NULL, NULL))
				source_check(file, text);
		}
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	plain = layout_case_load(NULL);
	g_assert_nonnull(plain.design);
	g_test_add_func("/words/phrases", test_phrases);
	g_test_add_func("/words/fall-back", test_languages_fall_back);
	g_test_add_func("/words/braces", test_braces_in_values_stay);
	g_test_add_func("/words/dates", test_dates);
	g_test_add_func("/words/fixed-breaks", test_fixed_breaks);
	g_test_add_func("/words/faults", test_faults);
	g_test_add_func("/words/compounds", test_compounds);
	g_test_add_func("/words/like", test_like);
	g_test_add_func("/words/like-faults", test_like_faults);
	g_test_add_func("/words/unknown", test_unknown_word_is_a_warning);
	g_test_add_func("/words/asked-for", test_program_asks_for_known_phrases);
	int result = g_test_run();

	layout_case_free(&plain);
	return result;
}
