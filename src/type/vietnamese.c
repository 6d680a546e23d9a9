#include "type/vietnamese.h"

#include <string.h>

#include "type/language.h"

#define SYLLABLE_LONGEST 7 /* letters: nghiêng */

/* Longest first. */
static const char *const onsets[] = {"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th",
				     "tr",  "b",  "c",	"d",  "g",  "h",  "k",	"l",  "m",  "n",
				     "p",   "r",  "s",	"t",  "v",  "x",  "",	NULL};
/* Vowels that a consonant may close, and those that end a syllable. */
static const char *const closed[] = {"a",  "e",	 "i",  "o",  "u",  "y",	 "ie",	"ye", "uo",
				     "oa", "oe", "oo", "ua", "ue", "uy", "uye", NULL};
static const char *const open[] = {"ai",  "ao",	 "au",	"ay",  "eo",  "eu",  "ia",  "iu",  "oi",
				   "ui",  "uu",	 "uou", "uoi", "ieu", "yeu", "oai", "oay", "oao",
				   "oeo", "uay", "uao", "uya", "uyu", "ya",  "uoa", NULL};
static const char *const codas[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t", NULL};

/* English words that could be Vietnamese syllables. At the start of a sentence they are no part of the name
   behind them, and in a line of capitals none of the name before. */
static const char *const english[] = {
	"a",	"an",	"at",	"but", "by", "can", "do",   "get", "go",  "he", "him", "i",    "in",   "it",
	"let",	"me",	"men",	"my",  "no", "not", "on",   "put", "she", "so", "ten", "than", "that", "the",
	"them", "then", "this", "to",  "up", "we",  "when", "why", "you", "oh", "may", "out",  NULL};

/* And those that stand behind a name. */
static const char *const places[] = {"bay", "cup", "dam", "inn", NULL};

struct word {
	int start, end;
	gboolean capital;  /* its first letter */
	gboolean capitals; /* all of them */
	gboolean sure;	   /* it has a letter that only Vietnamese has, or marks on a syllable */
	gboolean syllable; /* it could be one */
	gboolean joined;   /* nothing but a space or a hyphen parts it from the word before */
	gboolean hyphened; /* and that is a hyphen */
	gboolean found;
};

/* ---- one word ---- */

/* The letter without its marks, small; 0 for one that no Vietnamese word has. */
static char base_of(gunichar letter)
{
	gunichar parts[4];
	gsize count;

	letter = g_unichar_tolower(letter);
	if (letter == 0x111)
		return 'd';
	count = g_unichar_fully_decompose(letter, FALSE, parts, G_N_ELEMENTS(parts));
	if (count == 0 || parts[0] < 'a' || parts[0] > 'z' || strchr("fjwz", (char)parts[0]))
		return 0;
	return (char)parts[0];
}

static gboolean rhyme_is(const char *rhyme)
{
	if (g_strv_contains(open, rhyme))
		return TRUE;
	for (int i = 0; closed[i]; i++) {
		gsize length = strlen(closed[i]);

		if (strncmp(rhyme, closed[i], length) == 0 && g_strv_contains(codas, rhyme + length))
			return TRUE;
	}
	return FALSE;
}

/* k, gh and ngh stand before i, e and y alone, and c, g and ng before all others. */
static gboolean spelled_well(const char *onset, char vowel)
{
	gboolean front = vowel == 'i' || vowel == 'e' || vowel == 'y';

	if (strcmp(onset, "k") == 0 || strcmp(onset, "gh") == 0 || strcmp(onset, "ngh") == 0)
		return front;
	if (strcmp(onset, "c") == 0 || strcmp(onset, "ng") == 0 || strcmp(onset, "g") == 0)
		return !front || (*onset == 'g' && vowel == 'i');
	return TRUE;
}

gboolean vietnamese_is_syllable(const char *word, int length)
{
	char bases[SYLLABLE_LONGEST + 1] = "";
	int count = 0;

	for (const char *at = word; at < word + length; at = g_utf8_next_char(at)) {
		if (count == SYLLABLE_LONGEST || !(bases[count] = base_of(g_utf8_get_char(at))))
			return FALSE;
		count++;
	}
	bases[count] = '\0';
	for (int i = 0; onsets[i]; i++) {
		gsize onset = strlen(onsets[i]);

		if (strncmp(bases, onsets[i], onset) == 0 && spelled_well(onsets[i], bases[onset]) &&
		    rhyme_is(bases + onset))
			return TRUE;
	}
	return FALSE;
}

/* Letters that French or Spanish have too prove nothing by themselves. */
static gboolean is_vietnamese_alone(gunichar letter)
{
	return letter >= 0x100 && language_is_vietnamese_letter(letter);
}

static void word_read(const char *text, struct word *word)
{
	gboolean marked = FALSE, alone = FALSE, small = FALSE, vowel = FALSE;

	for (const char *at = text + word->start; at < text + word->end; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);

		marked = marked || language_is_vietnamese_letter(letter);
		alone = alone || is_vietnamese_alone(letter);
		small = small || g_unichar_islower(letter);
		vowel = vowel || (base_of(letter) && strchr("aeiouy", base_of(letter)));
	}
	word->capital = g_unichar_isupper(g_utf8_get_char(text + word->start));
	word->capitals = !small;
	word->syllable = vietnamese_is_syllable(text + word->start, word->end - word->start);
	word->sure = word->found = (alone && vowel) || (marked && word->syllable);
}

/* ---- the words of a text ---- */

static gboolean has_mark(const char *text, int length)
{
	for (int i = 0; i < length; i++)
		if ((guchar)text[i] >= 0xC3 && (guchar)text[i] != 0xE2)
			return TRUE;
	return FALSE;
}

static GArray *words_of(const char *text, int length)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(struct word));
	const char *end = text + length, *before = NULL;

	for (const char *at = text; at < end;) {
		struct word word = {.start = (int)(at - text)};

		while (at < end && g_unichar_isalpha(g_utf8_get_char(at)))
			at = g_utf8_next_char(at);
		if (at == text + word.start) {
			at = g_utf8_next_char(at);
			continue;
		}
		word.end = (int)(at - text);
		word.joined = before && text + word.start == before + 1 && (*before == ' ' || *before == '-');
		word.hyphened = word.joined && *before == '-';
		word_read(text, &word);
		g_array_append_val(words, word);
		before = at;
	}
	return words;
}

static gboolean is_one_of(const char *text, const struct word *word, const char *const *list)
{
	g_autofree char *small = g_utf8_strdown(text + word->start, word->end - word->start);

	return g_strv_contains(list, small);
}

/* A word without marks between or behind words of a name, as in Quảng Nam and Hồ Chí Minh; of small words
   only those that stand between two, as in bánh xèo tôm nhảy. */
static gboolean goes_on(const char *text, const GArray *words, guint index)
{
	const struct word *word = &g_array_index(words, struct word, index), *before = word - 1;

	if (!word->joined || !before->found || !word->syllable)
		return FALSE;
	if (word->hyphened)
		return TRUE;
	if (word->capital && before->capital)
		return !is_one_of(text, word, places) && (!word->capitals || !is_one_of(text, word, english));
	return index + 1 < words->len && word[1].joined && word[1].sure && !word->capital && !before->capital;
}

/* A name that begins without a mark, as Nam Định does. */
static gboolean begins(const char *text, const GArray *words, guint index)
{
	const struct word *word = &g_array_index(words, struct word, index);

	return index + 1 < words->len && word[1].found && word[1].joined && word->syllable &&
	       (word[1].hyphened || (word->capital && word[1].capital && !is_one_of(text, word, english)));
}

static void words_find(const char *text, GArray *words)
{
	for (guint i = 1; i < words->len; i++) {
		struct word *word = &g_array_index(words, struct word, i);

		word->found = word->found || goes_on(text, words, i);
	}
	for (guint i = words->len; i > 0; i--) {
		struct word *word = &g_array_index(words, struct word, i - 1);

		word->found = word->found || begins(text, words, i - 1);
	}
}

static GArray *runs_of(const GArray *words)
{
	GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct vietnamese_words));

	for (guint i = 0; i < words->len; i++) {
		const struct word *word = &g_array_index(words, struct word, i);
		struct vietnamese_words run = {word->start, word->end};

		if (!word->found)
			continue;
		if (word->joined && runs->len > 0 && i > 0 && word[-1].found)
			g_array_index(runs, struct vietnamese_words, runs->len - 1).end = word->end;
		else
			g_array_append_val(runs, run);
	}
	return runs;
}

/* The paper knows better: what it lists is English. */
static void words_leave(const char *text, GArray *words, GHashTable *listed)
{
	for (guint i = 0; i < words->len; i++) {
		struct word *word = &g_array_index(words, struct word, i);
		g_autofree char *small = g_utf8_strdown(text + word->start, word->end - word->start);

		if (g_hash_table_contains(listed, small))
			word->sure = word->found = word->syllable = FALSE;
	}
}

GArray *vietnamese_find(const char *text, int length, GHashTable *listed)
{
	if (!has_mark(text, length))
		return NULL;
	g_autoptr(GArray) words = words_of(text, length);

	if (listed && g_hash_table_size(listed) > 0)
		words_leave(text, words, listed);
	words_find(text, words);
	return runs_of(words);
}
