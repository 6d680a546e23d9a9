#include "type/hyphenate.h"

#include <hyphen.h>
#include <string.h>

#define WORD_LONGEST  80
#define WORD_SHORTEST (HYPHENATE_LEFT + HYPHENATE_RIGHT)
/* Real hyphens divide a compound well enough: only its long parts are divided again. */
#define COMPOUND_PART_SHORTEST 8

struct hyphenator {
	HyphenDict *patterns;
	GHashTable *exceptions; /* the layout's, or NULL */
	GHashTable *known;	/* word → its points as a string of bytes */
};

struct hyphenator *hyphenator_new(GHashTable *exceptions)
{
	HyphenDict *patterns = hnj_hyphen_load(HYPHENATOR_DICTIONARY);

	if (!patterns)
		return NULL;
	struct hyphenator *hyphenator = g_new0(struct hyphenator, 1);

	hyphenator->patterns = patterns;
	hyphenator->exceptions = exceptions;
	hyphenator->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return hyphenator;
}

void hyphenator_free(struct hyphenator *hyphenator)
{
	if (!hyphenator)
		return;
	hnj_hyphen_free(hyphenator->patterns);
	g_hash_table_unref(hyphenator->known);
	g_free(hyphenator);
}

/* ---- one word ---- */

static char *points_of_exception(const char *divided)
{
	GString *points = g_string_new(NULL);
	int at = 0;

	for (; *divided; divided++) {
		if (*divided == '-')
			g_string_append_c(points, (char)at);
		else
			at++;
	}
	return g_string_free(points, FALSE);
}

/* "expec-ted", "ad-ded": the patterns part a participle from its own consonant. */
static gboolean parts_participle(const char *word, int length, int at)
{
	return length - at == 3 && word[length - 2] == 'e' && word[length - 1] == 'd';
}

static char *points_of_patterns(HyphenDict *patterns, const char *word, int length)
{
	char odd[WORD_LONGEST + 6];
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	GString *points = g_string_new(NULL);

	if (hnj_hyphen_hyphenate2(patterns, word, length, odd, NULL, &rep, &pos, &cut) == 0)
		for (int i = HYPHENATE_LEFT - 1; i < length - HYPHENATE_RIGHT; i++)
			if ((odd[i] & 1) && !parts_participle(word, length, i + 1))
				g_string_append_c(points, (char)(i + 1));
	/* English has no divisions that change the spelling, but the library may give them room. */
	for (int i = 0; rep && i < length; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
	return g_string_free(points, FALSE);
}

static const char *word_points(struct hyphenator *hyphenator, const char *word, int length)
{
	const char *points = g_hash_table_lookup(hyphenator->known, word);

	if (points)
		return points;
	const char *divided =
		hyphenator->exceptions ? g_hash_table_lookup(hyphenator->exceptions, word) : NULL;
	char *found = divided ? points_of_exception(divided)
			      : points_of_patterns(hyphenator->patterns, word, length);

	g_hash_table_insert(hyphenator->known, g_strdup(word), found);
	return found;
}

/* ---- the words of a text ---- */

static gboolean continues_word(unsigned char byte)
{
	return g_ascii_isalnum((char)byte) || byte >= 0x80;
}

/* A word of plain lower-case letters is English; anything else is a name, a figure or foreign.
   Its length, or 0. */
static int plain_length(const char *text, int start, int end)
{
	int at = start;

	while (at < end && g_ascii_islower(text[at]))
		at++;
	return at - start;
}

static gboolean touches_hyphen(const char *text, int start, int end, int limit)
{
	return (start > 0 && text[start - 1] == '-') || (end < limit && text[end] == '-');
}

static void points_add(int start, int length, const char *word_points, GArray *points)
{
	for (const char *at = word_points; *at; at++) {
		struct hyphen_point point = {start + *at, *at, length - *at};

		g_array_append_val(points, point);
	}
}

/* A name may be divided where the layout says how. */
static void divide_name(struct hyphenator *hyphenator, const char *text, int start, int end, GArray *points)
{
	if (!hyphenator->exceptions || !g_ascii_isupper(text[start]) ||
	    plain_length(text, start + 1, end) != end - start - 1)
		return;
	g_autofree char *word = g_ascii_strdown(text + start, end - start);

	if (g_hash_table_contains(hyphenator->exceptions, word))
		points_add(start, end - start, word_points(hyphenator, word, end - start), points);
}

static void divide(struct hyphenator *hyphenator, const char *text, int start, int length, GArray *points)
{
	char word[WORD_LONGEST + 1];

	memcpy(word, text + start, (gsize)length);
	word[length] = '\0';
	points_add(start, length, word_points(hyphenator, word, length), points);
}

/* U+2010 to U+203F: dashes, quotation marks, the apostrophe, the ellipsis */
static gboolean is_quote_or_dash(const char *text, int at, int end)
{
	return at + 3 <= end && (guchar)text[at] == 0xe2 && (guchar)text[at + 1] == 0x80;
}

/* The end of the word that starts at `start`: letters, figures and marks without space or punctuation. */
static int word_end(const char *text, int start, int end)
{
	int at = start;

	while (at < end && continues_word((guchar)text[at]) && !is_quote_or_dash(text, at, end))
		at++;
	return at;
}

static gboolean follows_apostrophe(const char *text, int at)
{
	return (at > 0 && text[at - 1] == '\'') || (at >= 3 && memcmp(text + at - 3, "\xe2\x80\x99", 3) == 0);
}

void hyphenate_text(struct hyphenator *hyphenator, const char *text, int start, int end, int last_word,
		    GArray *points)
{
	for (int at = start; at < end && at < last_word;) {
		int stop = word_end(text, at, end);
		int length = plain_length(text, at, stop);
		int least = touches_hyphen(text, at, stop, end) ? COMPOUND_PART_SHORTEST : WORD_SHORTEST;

		if (stop == at) {
			at += is_quote_or_dash(text, at, end) ? 3 : 1;
			continue;
		}
		if (length == stop - at && length >= least && length <= WORD_LONGEST &&
		    !follows_apostrophe(text, at))
			divide(hyphenator, text, at, length, points);
		else
			divide_name(hyphenator, text, at, stop, points);
		at = stop;
	}
}
