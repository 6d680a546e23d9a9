#include "type/house.h"

#include <string.h>

#define OPEN_DOUBLE  0x201C
#define CLOSE_DOUBLE 0x201D
#define OPEN_SINGLE  0x2018
#define APOSTROPHE   0x2019
#define EN_DASH	     0x2013
#define EM_DASH	     0x2014

struct letter {
	gunichar is;
	int run, column; /* column counts from 0 in its run */
};

/* While a paragraph is gone through. */
struct reading {
	const struct text_run *runs;
	const GArray *letters; /* struct letter */
	GString **set;	       /* one a run */
	gboolean *changed;
	struct diag *diag;
	gunichar last;	     /* the letter set last; 0: none yet */
	gboolean in_double;  /* a quotation is open */
	gboolean space_owed; /* behind a dash, before the next letter */
};

/* 0 before the first and behind the last. */
static gunichar letter_at(const struct reading *reading, int index)
{
	if (index < 0 || index >= (int)reading->letters->len)
		return 0;
	return g_array_index(reading->letters, struct letter, (guint)index).is;
}

static gboolean is_blank(gunichar letter)
{
	return letter == ' ' || letter == '\t' || letter == '\n' || letter == 0xA0;
}

static gboolean is_dash(gunichar letter)
{
	return letter == '-' || letter == EN_DASH || letter == EM_DASH;
}

static gboolean opens_bracket(gunichar letter)
{
	return letter == '(' || letter == '[' || letter == '{' || letter == OPEN_DOUBLE ||
	       letter == OPEN_SINGLE || letter == '/' || letter == EN_DASH || letter == EM_DASH;
}

static gboolean starts_word(gunichar before)
{
	return before == 0 || is_blank(before) || opens_bracket(before);
}

/* ---- setting ---- */

static void set(struct reading *reading, int index, gunichar letter)
{
	int run = g_array_index(reading->letters, struct letter, (guint)index).run;

	g_string_append_unichar(reading->set[run], letter);
	reading->last = letter;
}

static void tell(struct reading *reading, int index, const char *was, const char *is)
{
	const struct letter *letter = &g_array_index(reading->letters, struct letter, (guint)index);
	struct place place = reading->runs[letter->run].place;

	reading->changed[letter->run] = TRUE;
	if (place.column > 0)
		place.column += letter->column;
	if (reading->diag)
		diag_add(reading->diag, DIAG_TYPOGRAPHY_CHANGED, place,
			 "%s is set as %s: 'typography: as-written' keeps what was typed", was, is);
}

static void set_other(struct reading *reading, int index, gunichar letter)
{
	char was[8] = "", is[8] = "";

	g_unichar_to_utf8(letter_at(reading, index), was);
	g_unichar_to_utf8(letter, is);
	tell(reading, index, was, is);
	set(reading, index, letter);
}

/* ---- quotation marks ---- */

static void double_quote(struct reading *reading, int index)
{
	gunichar before = reading->last, next = letter_at(reading, index + 1);

	/* 6" is a measure, unless a quotation waits for its end. */
	if (g_unichar_isdigit(before) && !reading->in_double) {
		set(reading, index, '"');
		return;
	}
	reading->in_double = starts_word(before) && next != 0 && !is_blank(next);
	set_other(reading, index, reading->in_double ? OPEN_DOUBLE : CLOSE_DOUBLE);
}

/* Words that begin with an apostrophe: 'em, '90s. */
static gboolean is_clipped_word(const struct reading *reading, int index)
{
	static const char *const words[] = {"em", "tis", "twas", "til", "cause", "n", "round", NULL};
	char word[8];
	gsize length = 0;

	if (g_unichar_isdigit(letter_at(reading, index + 1)))
		return TRUE;
	for (int i = index + 1; length < sizeof word - 1 && g_unichar_isalpha(letter_at(reading, i)); i++)
		word[length++] = (char)MIN(g_unichar_tolower(letter_at(reading, i)), 127);
	word[length] = '\0';
	return g_strv_contains(words, word);
}

/* A closing mark comes later: one that ends a word. */
static gboolean single_closes(const struct reading *reading, int index)
{
	for (int i = index + 1; i < (int)reading->letters->len; i++)
		if ((letter_at(reading, i) == '\'' || letter_at(reading, i) == APOSTROPHE) &&
		    !is_blank(letter_at(reading, i - 1)) && !g_unichar_isalnum(letter_at(reading, i + 1)))
			return TRUE;
	return FALSE;
}

static void single_quote(struct reading *reading, int index)
{
	gunichar before = reading->last, next = letter_at(reading, index + 1);

	if (g_unichar_isdigit(before) && g_unichar_isdigit(next))
		set(reading, index, '\'');
	else if (starts_word(before) && !is_blank(next) && next != 0 && !is_clipped_word(reading, index) &&
		 single_closes(reading, index))
		set_other(reading, index, OPEN_SINGLE);
	else
		set_other(reading, index, APOSTROPHE);
}

/* ---- dashes ---- */

/* How many hyphens or dashes stand here. */
static int dash_length(const struct reading *reading, int index)
{
	int length = 0;

	while (letter_at(reading, index + length) == letter_at(reading, index))
		length++;
	return length;
}

/* "word - word", "word--word", "word—word", and a dash that opens a paragraph; not "well-known", "10-20",
 * "-----". */
static gboolean is_loose_dash(const struct reading *reading, int index, int length)
{
	gunichar dash = letter_at(reading, index), before = letter_at(reading, index - 1);
	gunichar after = letter_at(reading, index + length);
	gboolean blank_before = before == 0 || is_blank(before), blank_after = after == 0 || is_blank(after);

	if (dash == EM_DASH)
		return length == 1;
	if (dash == EN_DASH)
		return length == 1 && blank_before != blank_after && before != 0 && after != 0;
	if (length == 1)
		return blank_before && blank_after && after != 0;
	return length <= 3 && blank_before == blank_after && after != 0;
}

static void tell_dash(struct reading *reading, int index, int length)
{
	GString *was = g_string_new("'");

	for (int i = index; i < index + length; i++)
		g_string_append_unichar(was, letter_at(reading, i));
	g_string_append_c(was, '\'');
	tell(reading, index, was->str, "a spaced –");
	g_string_free(was, TRUE);
}

/* Two figures are a span: 10–20. */
static gboolean joins_figures(const struct reading *reading, int index, int length)
{
	return g_unichar_isdigit(letter_at(reading, index - 1)) &&
	       g_unichar_isdigit(letter_at(reading, index + length));
}

static int dash(struct reading *reading, int index)
{
	int length = dash_length(reading, index);
	gboolean loose = is_loose_dash(reading, index, length);

	for (int i = 0; !loose && i < length; i++)
		set(reading, index + i, letter_at(reading, index + i));
	if (!loose)
		return length;
	gboolean figures = joins_figures(reading, index, length);

	tell_dash(reading, index, length);
	if (!figures && reading->last != 0 && !is_blank(reading->last) && reading->last != OPEN_DOUBLE)
		set(reading, index, ' ');
	set(reading, index, EN_DASH);
	reading->space_owed = !figures;
	return length;
}

/* ---- spaces ---- */

/* A dash that opens a quotation, or ends one, touches its mark. */
static gboolean takes_space(gunichar letter)
{
	return letter != 0 && !is_blank(letter) && letter != CLOSE_DOUBLE && letter != APOSTROPHE &&
	       letter != '"' && letter != ',' && letter != '.' && letter != ')';
}

static void space(struct reading *reading, int index)
{
	if (reading->last == 0 || reading->last == ' ' || reading->last == '\n') {
		tell(reading, index, reading->last ? "a second space" : "a space in front",
		     reading->last ? "one" : "none");
		return;
	}
	if (letter_at(reading, index) == '\t')
		tell(reading, index, "a tab", "a space");
	set(reading, index, ' ');
}

/* ---- a paragraph ---- */

/* How many letters were dealt with. */
static int take(struct reading *reading, int index)
{
	gunichar letter = letter_at(reading, index);

	if (reading->runs[g_array_index(reading->letters, struct letter, (guint)index).run].layouts_own) {
		reading->space_owed = FALSE;
		set(reading, index, letter);
		return 1;
	}

	if (reading->space_owed) {
		reading->space_owed = FALSE;
		if (takes_space(letter))
			set(reading, index, ' ');
	}
	if (is_dash(letter))
		return dash(reading, index);
	if (letter == '"')
		double_quote(reading, index);
	else if (letter == '\'')
		single_quote(reading, index);
	else if (letter == ' ' || letter == '\t')
		space(reading, index);
	else
		set(reading, index, letter);
	if (letter == OPEN_DOUBLE || letter == CLOSE_DOUBLE)
		reading->in_double = letter == OPEN_DOUBLE;
	return 1;
}

static GArray *letters_of(const struct text_run *runs, int count)
{
	GArray *letters = g_array_new(FALSE, FALSE, sizeof(struct letter));

	for (int run = 0; run < count; run++) {
		struct letter letter = {.run = run};

		for (const char *at = runs[run].text; *at; at = g_utf8_next_char(at), letter.column++) {
			letter.is = g_utf8_get_char(at);
			g_array_append_val(letters, letter);
		}
	}
	return letters;
}

GPtrArray *house_set(struct text_run *runs, int count, struct diag *diag)
{
	GPtrArray *strings = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GArray) letters = letters_of(runs, count);
	GString **texts = g_new(GString *, (gsize)count);
	gboolean *changed = g_new0(gboolean, (gsize)count);
	struct reading reading = {
		.runs = runs, .letters = letters, .set = texts, .changed = changed, .diag = diag};

	for (int i = 0; i < count; i++)
		texts[i] = g_string_new(NULL);
	for (int i = 0; i < (int)letters->len;)
		i += take(&reading, i);
	for (int i = 0; i < count; i++) {
		char *text = g_string_free(texts[i], FALSE);

		g_ptr_array_add(strings, text);
		if (changed[i])
			runs[i].text = text;
	}
	g_free(texts);
	g_free(changed);
	return strings;
}
