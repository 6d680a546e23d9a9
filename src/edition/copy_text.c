#include "edition/copy_text.h"

#include <string.h>

#include "base/nfc.h"

#define MARKS_MAX 8

/* Counted over one text. */
struct screening {
	int dropped, stacked;
	gunichar dropped_first;
	const char *dropped_at, *stacked_at;
};

static gboolean turns_direction(gunichar letter)
{
	return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x206F);
}

static gboolean is_noncharacter(gunichar letter)
{
	return (letter >= 0xFDD0 && letter <= 0xFDEF) || (letter & 0xFFFE) == 0xFFFE;
}

static gboolean cannot_be_set(gunichar letter)
{
	if (letter == '\n' || letter == '\r' || letter == '\t')
		return FALSE;
	if (letter < 0x80)
		return letter < 0x20 || letter == 0x7F;
	return letter < 0xA0 || turns_direction(letter) || is_noncharacter(letter) || letter == 0xFEFF ||
	       (letter >= 0xFFF9 && letter <= 0xFFFB) || (letter >= 0xE0000 && letter <= 0xE007F);
}

static gboolean is_mark(gunichar letter)
{
	GUnicodeType type;

	if (letter < 0x300)
		return FALSE;
	type = g_unichar_type(letter);
	return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK;
}

/* Everything that can be set goes to `out`; for the rest `gone`, or nothing when it is 0. */
static void screen(const char *text, gsize length, gunichar gone, GString *out, struct screening *found)
{
	int marks = 0;

	for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		gboolean drop = cannot_be_set(letter);
		marks = is_mark(letter) ? marks + 1 : 0;
		if (drop && (gone != 0 || letter != COPY_TEXT_GONE) && found->dropped++ == 0) {
			found->dropped_first = letter;
			found->dropped_at = at;
		}
		if (marks > MARKS_MAX && found->stacked++ == 0)
			found->stacked_at = at;
		if (!drop && marks <= MARKS_MAX)
			g_string_append_len(out, at, g_utf8_next_char(at) - at);
		else if (gone != 0)
			g_string_append_unichar(out, gone);
	}
}

static struct place place_at(const char *file, const char *text, const char *at)
{
	int line = 1;
	const char *start = text;

	for (const char *byte = text; byte < at; byte++)
		if (*byte == '\n') {
			line++;
			start = byte + 1;
		}
	return place_in(file, line, (int)g_utf8_strlen(start, at - start) + 1);
}

static void tell_dropped(const struct screening *found, struct place place, struct diag *diag)
{
	g_autofree char *more =
		found->dropped == 1 ? NULL : g_strdup_printf(" (and %d more like it)", found->dropped - 1);

	diag_add(diag, DIAG_CONTROL_CHARACTER, place,
		 "the character U+%04X cannot be set and is dropped%s: take it out of the copy",
		 (unsigned)found->dropped_first, more == NULL ? "" : more);
}

static void tell_stacked(struct place place, struct diag *diag)
{
	diag_add(diag, DIAG_CONTROL_CHARACTER, place,
		 "more than %d marks stand on one letter: the rest is cut, take them out of the copy",
		 MARKS_MAX);
}

char *copy_text_screen(const char *text, gsize length, const char *file, struct diag *diag)
{
	GString *out = g_string_sized_new(length + 1);
	struct screening found = {0};

	screen(text, length, COPY_TEXT_GONE, out, &found);
	if (found.dropped > 0)
		tell_dropped(&found, place_at(file, text, found.dropped_at), diag);
	if (found.stacked > 0)
		tell_stacked(place_at(file, text, found.stacked_at), diag);
	return g_string_free(out, FALSE);
}

static char *without_dropped(const char *text, struct place place, struct diag *diag)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct screening found = {0};

	screen(text, strlen(text), 0, out, &found);
	if (found.dropped > 0)
		tell_dropped(&found, place, diag);
	if (found.stacked > 0)
		tell_stacked(place, diag);
	return nfc_compose(out->str);
}

static gboolean is_line_end(gunichar letter)
{
	return letter == '\n' || letter == '\r' || letter == 0x2028 || letter == 0x2029;
}

static char *with_spaces(const char *text)
{
	GString *out = g_string_sized_new(strlen(text));

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		g_string_append_unichar(out, letter == '\t' || is_line_end(letter) ? ' ' : letter);
	}
	return g_string_free(out, FALSE);
}

char *copy_text_clean(const char *text, struct place place, struct diag *diag)
{
	g_autofree char *clean = without_dropped(text, place, diag);

	return with_spaces(clean);
}

char *copy_text_line(const char *text, struct place place, struct diag *diag)
{
	return g_strstrip(copy_text_clean(text, place, diag));
}

char *copy_text_lines(const char *text, struct place place, struct diag *diag)
{
	g_autofree char *clean = without_dropped(text, place, diag);
	g_auto(GStrv) lines = g_strsplit_set(clean, "\n\r", -1);
	GString *out = g_string_new(NULL);

	for (char **line = lines; *line != NULL; line++) {
		g_autofree char *spaced = g_strstrip(with_spaces(*line));
		if (*spaced == '\0')
			continue;
		if (out->len > 0)
			g_string_append_c(out, '\n');
		g_string_append(out, spaced);
	}
	return g_string_free(out, FALSE);
}

int copy_text_words(const char *text)
{
	gboolean inside = FALSE;
	int words = 0;

	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		if (g_unichar_isspace(letter)) {
			inside = FALSE;
		} else if (!inside && g_unichar_isalnum(letter)) {
			inside = TRUE;
			words++;
		}
	}
	return words;
}

char *copy_text_fold(const char *text)
{
	g_autofree char *whole = nfc_compose(text);
	g_autofree char *lower = g_utf8_casefold(whole, -1);
	GString *out = g_string_new(NULL);
	gboolean gap = FALSE;

	for (const char *at = lower; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		if (!g_unichar_isalnum(letter) && !g_unichar_ismark(letter)) {
			gap = out->len > 0;
			continue;
		}
		if (gap)
			g_string_append_c(out, ' ');
		gap = FALSE;
		g_string_append_unichar(out, letter);
	}
	return g_string_free(out, FALSE);
}
