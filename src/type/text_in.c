#include "type/text_in.h"

#include <string.h>

#include "base/nfc.h"
#include "type/language.h"
#include "type/vietnamese.h"

#define MARKS_MOST 8 /* on one base; more is an attack or an accident */

/* While one run is taken in. */
struct intake {
	struct typesetter *typesetter;
	const struct text_run *from;
	const struct face *face;
	struct text_in *in;
	enum style_case letter_case;
	int column, marks;
};

/* ---- letters that the face lacks ---- */

static gpointer substitute_key(const struct face *face, gunichar letter)
{
	return GSIZE_TO_POINTER(((gsize)face->index << 21) | letter);
}

/* What reads the same and is in more fonts; 0 when there is none. */
static gunichar equivalent(gunichar letter)
{
	static const gunichar pairs[][2] = {
		{0x2212, 0x2013}, {0x2010, '-'},    {0x2011, '-'}, {0x2015, 0x2014}, {0x02BC, 0x2019},
		{0x202F, 0x00A0}, {0x2007, 0x00A0}, {0x00A0, ' '}, {0x2009, ' '},    {0x200A, ' '},
		{0x2002, ' '},	  {0x2003, ' '},    {0x2005, ' '}, {0x3000, ' '},    {0x2044, '/'},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
		if (pairs[i][0] == letter)
			return pairs[i][1];
	return 0;
}

static gunichar visible_fallback(const struct face *face)
{
	static const gunichar marks[] = {0x25A1, 0x25A0, 0xFFFD, '?'};

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
		if (face_has(face, marks[i]))
			return marks[i];
	return '?';
}

void text_in_lacks(struct typesetter *typesetter, const struct face *face, gunichar letter)
{
	gunichar other = equivalent(letter);

	if (!other || !face_has(face, other))
		other = visible_fallback(face);
	g_hash_table_insert(typesetter->substitutes, substitute_key(face, letter), GUINT_TO_POINTER(other));
}

static void substitute_tell(const struct intake *intake, gunichar letter, gunichar other)
{
	struct place place = intake->from->place;
	char is[7] = "", set[7] = "";

	g_unichar_to_utf8(letter, is);
	g_unichar_to_utf8(other, set);
	if (place.column > 0)
		place.column += intake->column;
	if (equivalent(letter) == other)
		diag_add(intake->typesetter->diag, DIAG_TYPOGRAPHY_CHANGED, place,
			 "U+%04X %s is not in %s: U+%04X %s is set for it", letter, is, intake->face->file,
			 other, set);
	else
		diag_add(intake->typesetter->diag, DIAG_GLYPH_MISSING, place,
			 "U+%04X %s is not in %s (role '%s'): %s is set for it; write another character or "
			 "pin a "
			 "font that has it",
			 letter, is, intake->face->file, intake->face->role, set);
}

static gunichar substitute(const struct intake *intake, gunichar letter)
{
	GHashTable *substitutes = intake->typesetter->substitutes;
	gpointer other = g_hash_table_size(substitutes) == 0
				 ? NULL
				 : g_hash_table_lookup(substitutes, substitute_key(intake->face, letter));

	if (!other)
		return letter;
	substitute_tell(intake, letter, GPOINTER_TO_UINT(other));
	return GPOINTER_TO_UINT(other);
}

/* ---- letter by letter ---- */

static gboolean ends_in_space(const GString *text)
{
	return text->len == 0 || text->str[text->len - 1] == ' ' || text->str[text->len - 1] == '\n';
}

static void take_turn(GString *text)
{
	while (text->len > 0 && text->str[text->len - 1] == ' ')
		g_string_truncate(text, text->len - 1);
	g_string_append_c(text, '\n');
}

static void take_soft_hyphen(struct intake *intake)
{
	int at = (int)intake->in->text->len;

	g_array_append_val(intake->in->soft_hyphens, at);
}

static gboolean is_dropped(gunichar letter)
{
	return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || (letter >= 0x202A && letter <= 0x202E) ||
	       (letter >= 0x2066 && letter <= 0x2069) || letter == 0xFEFF;
}

static void take_letter(struct intake *intake, gunichar letter)
{
	GString *text = intake->in->text;

	letter = substitute(intake, letter);
	if (intake->letter_case == CASE_UPPER && letter == 0xDF)
		g_string_append(text, "SS");
	else
		g_string_append_unichar(text, intake->letter_case == CASE_UPPER ? g_unichar_toupper(letter)
										: letter);
}

static void take(struct intake *intake, gunichar letter)
{
	GString *text = intake->in->text;
	gboolean is_mark = letter >= 0x300 && g_unichar_ismark(letter);

	intake->marks = is_mark ? intake->marks + 1 : 0;
	if (letter == '\n' || letter == 0x85 || letter == 0x2028 || letter == 0x2029)
		take_turn(text);
	else if (letter == '\t' || letter == ' ')
		(void)(text->len > 0 && text->str[text->len - 1] != '\n' && g_string_append_c(text, ' '));
	else if (letter == 0xAD)
		take_soft_hyphen(intake);
	else if (!is_dropped(letter) && intake->marks <= MARKS_MOST)
		take_letter(intake, letter);
	intake->column++;
}

/* ---- run by run ---- */

/* Marks of their own mean that someone wrote NFD; U+0300 to U+037F begin with these bytes. */
static gboolean may_be_decomposed(const char *text)
{
	return strchr(text, '\xcc') != NULL || strchr(text, '\xcd') != NULL;
}

static void take_text(struct intake *intake, const char *text)
{
	for (const char *at = text; *at; at = g_utf8_next_char(at))
		take(intake, g_utf8_get_char(at));
}

static void take_run(struct intake *intake, const struct text_run *run)
{
	g_autofree char *valid =
		g_utf8_validate(run->text, -1, NULL) ? NULL : g_utf8_make_valid(run->text, -1);
	const char *text = valid ? valid : run->text;
	g_autofree char *composed = may_be_decomposed(text) ? nfc_compose(text) : NULL;

	intake->from = run;
	intake->column = intake->marks = 0;
	take_text(intake, composed ? composed : text);
}

static void trim_end(struct text_in *in)
{
	while (in->text->len > 0 && ends_in_space(in->text))
		g_string_truncate(in->text, in->text->len - 1);
	for (guint i = in->runs->len; i > 0; i--) {
		struct text_in_run *run = &g_array_index(in->runs, struct text_in_run, i - 1);

		run->end = MIN(run->end, (int)in->text->len);
		if (run->start >= run->end)
			g_array_remove_index(in->runs, i - 1);
	}
}

/* The whole paragraph is read at once: one emphasised name does not change its language. */
static void runs_read(struct text_in *in)
{
	const char *said = NULL, *reads = NULL;

	for (guint i = 0; i < in->runs->len; i++) {
		struct text_in_run *run = &g_array_index(in->runs, struct text_in_run, i);

		if (i == 0 || g_strcmp0(run->from->language, said) != 0)
			reads = language_of(in->text->str, run->from->language);
		said = run->from->language;
		run->language = reads;
	}
}

static void piece_add(const struct text_in *in, GArray *pieces, const struct text_in_run *run, int start,
		      int end, const char *language)
{
	struct text_in_run piece = *run;

	if (start >= end)
		return;
	piece.letters += (int)g_utf8_strlen(in->text->str + run->start, start - run->start);
	piece.start = start;
	piece.end = end;
	piece.language = language;
	g_array_append_val(pieces, piece);
}

/* What is to be kept whole stays one run, of the language that all of it has. */
static void run_part(const struct text_in *in, const struct text_in_run *run, const GArray *found,
		     GArray *pieces)
{
	const char *vietnamese = g_intern_static_string("vi");
	int at = run->start;

	for (guint i = 0; i < found->len && g_str_has_prefix(run->language, "en"); i++) {
		const struct vietnamese_words *words = &g_array_index(found, struct vietnamese_words, i);
		int start = MAX(words->start, at), end = MIN(words->end, run->end);

		if (start >= end || (run->from->keep && (start > run->start || end < run->end)))
			continue;
		piece_add(in, pieces, run, at, start, run->language);
		piece_add(in, pieces, run, start, end, vietnamese);
		at = end;
	}
	piece_add(in, pieces, run, at, run->end, run->language);
}

/* English copy names people and places in Vietnamese: those words carry its language. */
static void runs_part(struct text_in *in, const struct design *design)
{
	g_autoptr(GArray) found =
		vietnamese_find(in->text->str, (int)in->text->len, design ? design->hyphen_exceptions : NULL);

	if (!found || found->len == 0)
		return;
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct text_in_run));

	for (guint i = 0; i < in->runs->len; i++)
		run_part(in, &g_array_index(in->runs, struct text_in_run, i), found, pieces);
	g_array_unref(in->runs);
	in->runs = pieces;
}

struct text_in *text_in_new(struct typesetter *typesetter, const struct text_style *style,
			    const struct text_run *runs, int count)
{
	struct text_in *in = g_new0(struct text_in, 1);
	struct intake intake = {.typesetter = typesetter, .in = in, .letter_case = style->letter_case};

	in->text = g_string_sized_new(512);
	in->runs = g_array_new(FALSE, FALSE, sizeof(struct text_in_run));
	in->soft_hyphens = g_array_new(FALSE, FALSE, sizeof(int));
	for (int i = 0; i < count; i++) {
		struct text_in_run run = {.start = (int)in->text->len, .from = &runs[i]};

		run.font = typesetter_font(typesetter, runs[i].font ? runs[i].font : style->font,
					   runs[i].size > 0 ? runs[i].size : style->size);
		intake.face = run.font->face;
		take_run(&intake, &runs[i]);
		run.end = (int)in->text->len;
		if (run.end > run.start)
			g_array_append_val(in->runs, run);
	}
	trim_end(in);
	runs_read(in);
	runs_part(in, typesetter->design);
	return in;
}

void text_in_free(struct text_in *in)
{
	g_string_free(in->text, TRUE);
	g_array_unref(in->runs);
	g_array_unref(in->soft_hyphens);
	g_free(in);
}
