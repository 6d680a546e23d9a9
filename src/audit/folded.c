#include "audit/folded.h"

struct folded *folded_new(void)
{
	struct folded *folded = g_new0(struct folded, 1);

	folded->letters = g_array_new(FALSE, FALSE, sizeof(struct letter));
	return folded;
}

void folded_free(struct folded *folded)
{
	if (folded == NULL)
		return;
	g_array_unref(folded->letters);
	g_free(folded);
}

/* ---- one letter ---- */

#define SOFT_HYPHEN 0xAD

static gboolean is_dash(gunichar c)
{
	return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static gboolean is_nothing(gunichar c)
{
	return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

static gboolean is_bullet(gunichar c)
{
	return c == 0x2022;
}

static gunichar one_form(gunichar c)
{
	switch (c) {
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x60:
	case 0xB4:
		return '\'';
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
		return '"';
	default:
		return is_dash(c) ? '-' : c;
	}
}

static void put(struct folded *folded, gunichar c, int source)
{
	guint length = folded->letters->len;
	gunichar last = length > 0 ? folded_at(folded, length - 1)->is : 0;
	struct letter letter = {c, (guint8)folded->pending, source};

	if (c == '-' && last == '-')
		return;
	if (c == '-' || last == '-')
		letter.before = BEFORE_ANYTHING;
	folded->pending = BEFORE_NOTHING;
	folded->glued = FALSE;
	g_array_append_val(folded->letters, letter);
}

static void fold(struct folded *folded, gunichar c, int source)
{
	if (c == SOFT_HYPHEN)
		folded->glued = TRUE;
	else if (g_unichar_isspace(c) || is_bullet(c))
		folded_end_word(folded);
	else if (c == 0x2026)
		for (int i = 0; i < 3; i++)
			put(folded, '.', source);
	else if (!is_nothing(c))
		put(folded, one_form(c), source);
}

void folded_add(struct folded *folded, const char *text, int source)
{
	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
		fold(folded, g_utf8_get_char(at), source);
}

void folded_end_word(struct folded *folded)
{
	if (folded->pending == BEFORE_NOTHING)
		folded->pending = BEFORE_SPACE;
}

void folded_end_line(struct folded *folded)
{
	folded->pending = folded->glued ? BEFORE_NOTHING : BEFORE_ANYTHING;
	folded->glued = FALSE;
}

/* ---- comparing ---- */

guint folded_length(const struct folded *folded)
{
	return folded->letters->len;
}

const struct letter *folded_at(const struct folded *folded, guint index)
{
	return &g_array_index(folded->letters, struct letter, index);
}

static gboolean letters_agree(const struct letter *a, const struct letter *b, gboolean first,
			      gboolean any_case)
{
	if (any_case)
		return g_unichar_toupper(a->is) == g_unichar_toupper(b->is);
	return a->is == b->is && (first || a->before == b->before || a->before == BEFORE_ANYTHING ||
				  b->before == BEFORE_ANYTHING);
}

guint folded_run(const struct folded *a, guint from, const struct folded *b, guint at, gboolean any_case)
{
	guint run = 0;

	while (from + run < a->letters->len && at + run < b->letters->len &&
	       letters_agree(folded_at(a, from + run), folded_at(b, at + run), run == 0, any_case))
		run++;
	return run;
}

gboolean folded_same(const struct folded *a, const struct folded *b)
{
	return a->letters->len == b->letters->len && folded_run(a, 0, b, 0, FALSE) == a->letters->len;
}

char *folded_excerpt(const struct folded *folded, guint from, guint end)
{
	GString *text = g_string_new(NULL);

	for (guint i = from; i < MIN(end, folded->letters->len); i++) {
		const struct letter *letter = folded_at(folded, i);
		if (i > from && letter->before != BEFORE_NOTHING && letter->is != '-')
			g_string_append_c(text, ' ');
		g_string_append_unichar(text, letter->is);
	}
	return g_string_free(text, FALSE);
}
