/*
 * A false alarm costs the desk more than a missed one: "today's youth", USA Today,
 * "every Sunday", "Sunday, November 22" and whatever somebody is quoted with stay silent.
 */
#include "desk/days.h"

#include <string.h>

struct word {
	char *text; /* as it stands */
	char *lower;
	gboolean starts; /* a sentence */
	gboolean possessive, comma;
};

static void word_clear(gpointer data)
{
	struct word *word = data;
	g_free(word->text);
	g_free(word->lower);
}

/* ---- words outside quotation marks ---- */

static gboolean opens_quotation(gunichar letter, gboolean *straight)
{
	if (letter == '"')
		*straight = !*straight;
	return letter == 0x201C || letter == 0xAB || (letter == '"' && *straight);
}

static gboolean closes_quotation(gunichar letter, gboolean straight)
{
	return letter == 0x201D || letter == 0xBB || (letter == '"' && !straight);
}

static gboolean ends_sentence(gunichar letter)
{
	return letter == '.' || letter == '!' || letter == '?' || letter == ':' || letter == 0x2026;
}

static gboolean is_possessive(const char *after)
{
	gunichar mark = g_utf8_get_char(after);
	const char *next = *after != '\0' ? g_utf8_next_char(after) : after;

	return (mark == '\'' || mark == 0x2019) && *next == 's' && !g_ascii_isalpha(next[1]);
}

static void add_word(GArray *words, const char *from, const char *end, gboolean starts)
{
	struct word word = {.text = g_strndup(from, (gsize)(end - from)), .starts = starts};

	word.lower = g_utf8_strdown(word.text, -1);
	word.possessive = is_possessive(end);
	word.comma = *end == ',' || *end == '(' || g_str_has_prefix(end, " (");
	g_array_append_val(words, word);
}

static gboolean is_letter(gunichar letter)
{
	return g_unichar_isalnum(letter) || g_unichar_ismark(letter);
}

/* Nothing that is said within a quotation is the paper's own word for a day. */
static GArray *words_of(const char *text)
{
	GArray *words = g_array_new(FALSE, TRUE, sizeof(struct word));
	gboolean straight = FALSE, starts = TRUE;
	int depth = 0;

	g_array_set_clear_func(words, word_clear);
	for (const char *at = text; *at != '\0';) {
		gunichar letter = g_utf8_get_char(at);
		const char *end = at;
		while (*end != '\0' && is_letter(g_utf8_get_char(end)))
			end = g_utf8_next_char(end);
		if (end > at) {
			if (depth == 0)
				add_word(words, at, end, starts);
			starts = FALSE;
			at = end;
			continue;
		}
		if (opens_quotation(letter, &straight))
			depth++;
		else if (closes_quotation(letter, straight))
			depth = MAX(depth - 1, 0);
		starts |= ends_sentence(letter) || letter == 0x201C;
		at = g_utf8_next_char(at);
	}
	return words;
}

static const struct word *word_at(const GArray *words, int index)
{
	return index >= 0 && index < (int)words->len ? &g_array_index(words, struct word, index) : NULL;
}

static gboolean word_is(const struct word *word, const char *const *list)
{
	return word != NULL && g_strv_contains(list, word->lower);
}

static gboolean is_capital(const struct word *word)
{
	return word != NULL && g_unichar_isupper(g_utf8_get_char(word->text));
}

static gboolean is_number(const struct word *word)
{
	return word != NULL && g_ascii_isdigit(*word->text);
}

/* ---- English ---- */

static gboolean is_name(const struct word *word)
{
	return is_capital(word) && !word->starts;
}

static enum days_word english_day(const GArray *words, int i)
{
	static const char *const today[] = {"today", "tonight", "tomorrow", NULL};
	static const char *const parts[] = {"morning", "afternoon", "evening", NULL};
	const struct word *word = word_at(words, i);

	if (word->possessive || is_name(word))
		return DAYS_NONE;
	if (word_is(word, today))
		return DAYS_TODAY;
	if (strcmp(word->lower, "this") == 0 && word_is(word_at(words, i + 1), parts))
		return DAYS_TODAY;
	return strcmp(word->lower, "yesterday") == 0 ? DAYS_YESTERDAY : DAYS_NONE;
}

static gboolean is_month(const struct word *word)
{
	static const char *const months[] = {"january",	 "february", "march",  "april",	    "may",
					     "june",	 "july",     "august", "september", "october",
					     "november", "december", NULL};

	return is_capital(word) && g_strv_contains(months, word->lower);
}

/* "on Friday", "since last Friday"; not "on Friday, 20 November", "on Friday evenings", "Sunday Times". */
static gboolean is_english_weekday(const GArray *words, int i)
{
	static const char *const days[] = {"monday", "tuesday",	 "wednesday", "thursday",
					   "friday", "saturday", "sunday",    NULL};
	static const char *const before[] = {"on",    "last",  "next", "this",	"by",
					     "since", "until", "late", "early", NULL};
	static const char *const often[] = {"mornings", "afternoons", "evenings", "nights", NULL};
	static const char *const parts[] = {"morning", "afternoon", "evening", "night", NULL};
	const struct word *word = word_at(words, i), *next = word_at(words, i + 1);

	if (!word_is(word, days) || !is_capital(word) || word->possessive ||
	    !word_is(word_at(words, i - 1), before))
		return FALSE;
	if (word_is(next, parts))
		next = word_at(words, i + 2);
	if (word_is(next, often) || is_number(next) || is_month(next))
		return FALSE;
	return next == NULL || next->starts || word->comma || !is_capital(next);
}

/* ---- Vietnamese ---- */

static enum days_word vietnamese_day(const GArray *words, int i)
{
	static const struct {
		const char *first, *second;
		enum days_word means;
	} pairs[] = {
		{"hôm", "nay", DAYS_TODAY},	{"sáng", "nay", DAYS_TODAY},
		{"trưa", "nay", DAYS_TODAY},	{"chiều", "nay", DAYS_TODAY},
		{"tối", "nay", DAYS_TODAY},	{"đêm", "nay", DAYS_TODAY},
		{"ngày", "mai", DAYS_TODAY},	{"hôm", "qua", DAYS_YESTERDAY},
		{"đêm", "qua", DAYS_YESTERDAY}, {"tối", "qua", DAYS_YESTERDAY},
	};
	const struct word *word = word_at(words, i), *next = word_at(words, i + 1);

	for (guint k = 0; next != NULL && k < G_N_ELEMENTS(pairs); k++)
		if (strcmp(word->lower, pairs[k].first) == 0 && strcmp(next->lower, pairs[k].second) == 0)
			return is_capital(next) ? DAYS_NONE : pairs[k].means;
	return DAYS_NONE;
}

/* "thứ hai" is also "the second": only with a capital, or after a part of the day. */
static gboolean is_vietnamese_weekday(const GArray *words, int i)
{
	static const char *const numbers[] = {"hai", "ba", "tư", "năm", "sáu", "bảy", NULL};
	static const char *const before[] = {"sáng", "trưa", "chiều", "tối", "đêm", "hôm", NULL};
	const struct word *word = word_at(words, i), *next = word_at(words, i + 1),
			  *after = word_at(words, i + 2);
	gboolean said = word_is(word_at(words, i - 1), before);

	if (next == NULL || next->comma || is_number(after))
		return FALSE;
	if (strcmp(word->lower, "thứ") == 0 && word_is(next, numbers))
		return is_capital(next) || said;
	return strcmp(word->lower, "chủ") == 0 && strcmp(next->lower, "nhật") == 0 && said;
}

/* ---- both ---- */

static enum days_word day_at(const GArray *words, int i, gboolean vietnamese, int *length)
{
	enum days_word found = vietnamese ? vietnamese_day(words, i) : english_day(words, i);

	*length = vietnamese || strcmp(word_at(words, i)->lower, "this") == 0 ? 2 : 1;
	if (found != DAYS_NONE)
		return found;
	if (vietnamese ? is_vietnamese_weekday(words, i) : is_english_weekday(words, i))
		return DAYS_WEEKDAY;
	return DAYS_NONE;
}

static char *phrase_of(const GArray *words, int i, int length)
{
	const struct word *next = word_at(words, i + 1);

	if (length == 1 || next == NULL)
		return g_strdup(word_at(words, i)->text);
	return g_strconcat(word_at(words, i)->text, " ", next->text, NULL);
}

enum days_word days_find(const char *text, const char *language, char **word)
{
	g_autoptr(GArray) words = words_of(text);
	gboolean vietnamese = g_strcmp0(language, "vi") == 0;
	enum days_word gravest = DAYS_NONE;

	*word = NULL;
	for (int i = 0; i < (int)words->len; i++) {
		int length;
		enum days_word found = day_at(words, i, vietnamese, &length);
		if (found == DAYS_NONE || (gravest != DAYS_NONE && found >= gravest))
			continue;
		gravest = found;
		g_free(*word);
		*word = phrase_of(words, i, length);
	}
	return gravest;
}
