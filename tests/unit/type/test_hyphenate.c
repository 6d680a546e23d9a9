/* English divides where the patterns say, and names, figures and Vietnamese stay whole. */
#include "type/hyphenate.h"

#include <string.h>

#include "type/language.h"
#include "type/vietnamese.h"

static char *divided(GHashTable *exceptions, const char *text)
{
	struct hyphenator *hyphenator = hyphenator_new(exceptions);
	g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(struct hyphen_point));
	GString *out = g_string_new(NULL);
	int length = (int)strlen(text);

	g_assert_nonnull(hyphenator);
	hyphenate_text(hyphenator, text, 0, length, length, points);
	for (int at = 0, next = 0; at < length; at++) {
		if (next < (int)points->len &&
		    g_array_index(points, struct hyphen_point, (guint)next).at == at) {
			g_string_append_c(out, '|');
			next++;
		}
		g_string_append_c(out, text[at]);
	}
	hyphenator_free(hyphenator);
	return g_string_free(out, FALSE);
}

static void assert_divided(const char *text, const char *expected)
{
	g_autofree char *found = divided(NULL, text);

	g_assert_cmpstr(found, ==, expected);
}

static void test_words(void)
{
	assert_divided("committee", "com|mit|tee");
	assert_divided("the newspaper, again", "the news|pa|per, again");
	assert_divided("“recognised”", "“re|cog|nised”");
	assert_divided("legs", "legs");
	assert_divided("expected, added", "ex|pected, added");
}

static void test_left_whole(void)
{
	assert_divided("Westminster", "Westminster");
	assert_divided("UNESCO telecommunications", "UNESCO tele|com|mu|nic|a|tions");
	assert_divided("Nguyễn Thị Hồng nghiêng phường", "Nguyễn Thị Hồng nghiêng phường");
	assert_divided("covid19infections", "covid19infections");
	assert_divided("doesn’t teachers’", "doesn’t teach|ers’");
}

static void test_compounds(void)
{
	/* The short parts of a compound have their hyphen already. */
	assert_divided("long-awaited", "long-awaited");
	assert_divided("cross-examination", "cross-ex|am|in|a|tion");
}

static void test_last_word(void)
{
	struct hyphenator *hyphenator = hyphenator_new(NULL);
	g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(struct hyphen_point));

	hyphenate_text(hyphenator, "the committee", 0, 13, 4, points);
	g_assert_cmpuint(points->len, ==, 0);
	hyphenator_free(hyphenator);
}

static void test_sides(void)
{
	struct hyphenator *hyphenator = hyphenator_new(NULL);
	g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(struct hyphen_point));

	hyphenate_text(hyphenator, "recommendation", 0, 14, 14, points);
	for (guint i = 0; i < points->len; i++) {
		const struct hyphen_point *point = &g_array_index(points, struct hyphen_point, i);

		g_assert_cmpint(point->left, >=, HYPHENATE_LEFT);
		g_assert_cmpint(point->right, >=, HYPHENATE_RIGHT);
		g_assert_cmpint(point->left + point->right, ==, 14);
	}
	g_assert_cmpuint(points->len, >, 2);
	hyphenator_free(hyphenator);
}

static void test_exceptions(void)
{
	g_autoptr(GHashTable) exceptions = g_hash_table_new(g_str_hash, g_str_equal);

	g_hash_table_insert(exceptions, (gpointer) "therapist", (gpointer) "ther-apist");
	g_hash_table_insert(exceptions, (gpointer) "newspaper", (gpointer) "newspaper");
	g_hash_table_insert(exceptions, (gpointer) "vietnamese", (gpointer) "viet-nam-ese");
	g_autofree char *found =
		divided(exceptions, "A therapist reads the newspaper, a Vietnamese of Westminster");

	g_assert_cmpstr(found, ==, "A ther|apist reads the newspaper, a Viet|nam|ese of Westminster");
}

static void test_long_word(void)
{
	g_autofree char *word = g_strnfill(5000, 'a');

	assert_divided(word, word);
}

/* ---- which language ---- */

static void test_letters(void)
{
	for (const char *at = "ăâđêôơưàảãạằỗỹỵĂĐƯỲ"; *at; at = g_utf8_next_char(at))
		g_assert_true(language_is_vietnamese_letter(g_utf8_get_char(at)));
	for (const char *at = "abcxyzAZ’–ñçöü×÷ßœ"; *at; at = g_utf8_next_char(at))
		g_assert_false(language_is_vietnamese_letter(g_utf8_get_char(at)));
}

static void test_language(void)
{
	g_assert_cmpstr(language_of("The minister met Trần Quang Hưng and Nguyễn Thị Hà in Đà Nẵng.", "en"),
			==, "en");
	g_assert_cmpstr(language_of("Bộ trưởng đã gặp các đại biểu tại thành phố.", "en"), ==, "vi");
	g_assert_cmpstr(language_of("Officials declined to comment on the report.", "vi"), ==, "en");
	g_assert_cmpstr(language_of("Hai bên ký thỏa thuận hợp tác ba năm.", "vi"), ==, "vi");
	/* Too few words that are no names. */
	g_assert_cmpstr(language_of("Hà Nội", "en"), ==, "en");
	g_assert_cmpstr(language_of("FPT Software", "vi"), ==, "vi");
	g_assert_cmpstr(language_of("Le ministre a déclaré que la réunion était finie", "fr"), ==, "fr");
	g_assert_cmpstr(language_of("", NULL), ==, "en");
}

/* ---- Vietnamese words in English ---- */

/* The words found, in brackets. */
static void assert_found_beside(GHashTable *listed, const char *marked)
{
	g_autoptr(GString) text = g_string_new(NULL), out = g_string_new(NULL);

	for (const char *at = marked; *at; at++)
		if (*at != '[' && *at != ']')
			g_string_append_c(text, *at);
	g_autoptr(GArray) found = vietnamese_find(text->str, (int)text->len, listed);
	int at = 0;

	for (guint i = 0; found && i < found->len; i++) {
		const struct vietnamese_words *words = &g_array_index(found, struct vietnamese_words, i);

		g_string_append_len(out, text->str + at, words->start - at);
		g_string_append_c(out, '[');
		g_string_append_len(out, text->str + words->start, words->end - words->start);
		g_string_append_c(out, ']');
		at = words->end;
	}
	g_string_append(out, text->str + at);
	g_assert_cmpstr(out->str, ==, marked);
}

static void assert_found(const char *marked)
{
	assert_found_beside(NULL, marked);
}

static void test_words_listed(void)
{
	g_autoptr(GHashTable) listed = g_hash_table_new(g_str_hash, g_str_equal);

	g_hash_table_add(listed, (gpointer) "são");
	g_hash_table_add(listed, (gpointer) "bay");
	assert_found("[São] Paulo and [Hà Nội]");
	assert_found_beside(listed, "São Paulo and [Hà Nội], BAY [HÀ]");
}

static void test_vietnamese_words(void)
{
	assert_found("The minister met [Trần Quang Hưng] and [Nguyễn Thị Hà] in [Đà Nẵng] on Sunday.");
	assert_found("[Nam Định], [Quảng Nam] and [Hồ Chí Minh] City");
	assert_found("A bowl of [phở] and a plate of [bánh xèo tôm nhảy] to go");
	assert_found("In [Hà Nội] it rains. The [Tô] river");
	assert_found("[Bà Rịa-Vũng Tàu], [Mát-xcơ-va], Jean-Baptiste [Lý] and Eleanor Whitcombe-[Đỗ]");
	assert_found("The café of José, a fiancée and a résumé in León; El Niño, Besançon, Sergio Pérez");
	assert_found("[HÀ NỘI] IN MAY");
	assert_found("[Lan Hạ] Bay cost VNĐ55,000 at the [Trị An] Dam");
	assert_found("[Trần An] said no");
	assert_found("Plain English copy, without a name: can the men go on?");
	assert_found("");
}

static void test_syllables(void)
{
	static const char *const yes[] = {"nghiêng", "Quyên", "giữ", "ở",     "khuya",
					  "Yên",     "gì",    "kỹ",  "xoong", "tuần"};
	static const char *const no[] = {"string", "city",  "kan", "ghat", "war",
					 "Bach's", "nghan", "eon", ""};

	for (gsize i = 0; i < G_N_ELEMENTS(yes); i++)
		if (!vietnamese_is_syllable(yes[i], (int)strlen(yes[i])))
			g_error("'%s' is one", yes[i]);
	for (gsize i = 0; i < G_N_ELEMENTS(no); i++)
		if (vietnamese_is_syllable(no[i], (int)strlen(no[i])))
			g_error("'%s' is none", no[i]);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/hyphenate/words", test_words);
	g_test_add_func("/hyphenate/left-whole", test_left_whole);
	g_test_add_func("/hyphenate/compounds", test_compounds);
	g_test_add_func("/hyphenate/last-word", test_last_word);
	g_test_add_func("/hyphenate/sides", test_sides);
	g_test_add_func("/hyphenate/exceptions", test_exceptions);
	g_test_add_func("/hyphenate/long-word", test_long_word);
	g_test_add_func("/language/letters", test_letters);
	g_test_add_func("/language/language", test_language);
	g_test_add_func("/vietnamese/words", test_vietnamese_words);
	g_test_add_func("/vietnamese/listed", test_words_listed);
	g_test_add_func("/vietnamese/syllables", test_syllables);
	return g_test_run();
}
