#include "type/drop_cap.h"

#include <string.h>

#include "type/typesetter.h"

#define GAP 260 /* between the letter's ink and the copy, thousandths of the copy's em */

int drop_cap_length(const char *text)
{
	gunichar first = g_utf8_get_char(text);
	const char *next = g_utf8_next_char(text);

	if (*text == '\0' || !g_unichar_isupper(first))
		return 0;
	while (g_unichar_ismark(g_utf8_get_char(next)))
		next = g_utf8_next_char(next);
	if (*next == ' ' && g_unichar_isalnum(g_utf8_get_char(next + 1)))
		return (int)(next - text) + 1;
	return g_unichar_isalpha(g_utf8_get_char(next)) ? (int)(next - text) : 0;
}

static void letter_set(struct drop_cap *drop_cap, struct typesetter *typesetter,
		       const struct text_style *style, const struct text_run *letter, fix size)
{
	struct text_style large = *style;
	struct text_run run = *letter;

	large.align = ALIGN_LEFT;
	large.hang = 0;
	large.size = run.size = size;
	drop_cap->measure = (struct measure){.width = FIX_MAX / 2};
	drop_cap->paragraph = paragraph_new(typesetter, &large, &run, 1);
	drop_cap->settings = paragraph_settings(drop_cap->paragraph, &drop_cap->measure);
}

/* From the left edge of its ink to the right one. */
static void letter_measure(struct drop_cap *drop_cap)
{
	struct set_line *line = drop_cap_line(drop_cap);
	const struct set_run *run = line->runs->len > 0 ? line->runs->pdata[0] : NULL;

	drop_cap->narrow_by = paragraph_natural_width(drop_cap->paragraph);
	if (run && run->glyphs->len == 1) {
		struct ink ink = face_ink(run->face, g_array_index(run->glyphs, struct set_glyph, 0).id);

		drop_cap->left = fix_scale(run->size, ink.left, 1000);
		drop_cap->narrow_by = fix_scale(run->size, ink.right - ink.left, 1000);
	}
	set_line_free(line);
}

static fix letter_top(const struct drop_cap *drop_cap)
{
	struct set_line *line =
		paragraph_line(drop_cap->paragraph, &drop_cap->settings->by_lines[0], &drop_cap->measure, 0);
	fix top = line->ink_top;

	set_line_free(line);
	return top;
}

static void letter_clear(struct drop_cap *drop_cap)
{
	paragraph_free(drop_cap->paragraph);
}

struct drop_cap *drop_cap_new(struct typesetter *typesetter, const struct text_style *style,
			      const struct text_run *letter, int lines, fix headroom)
{
	struct drop_cap *drop_cap = g_new0(struct drop_cap, 1);
	const struct face *copy = typesetter_font(typesetter, style->font, style->size)->face;
	const struct face *face =
		typesetter_font(typesetter, letter->font ? letter->font : style->font, style->size)->face;
	fix caps = fix_scale(style->size, copy->cap_height, 1000);
	fix depth = (lines - 1) * style->leading;
	fix size = fix_scale(depth + caps, 1000, MAX(face->cap_height, 1));

	letter_set(drop_cap, typesetter, style, letter, size);
	fix room = depth + caps + headroom, top = letter_top(drop_cap);

	if (top > room) {
		letter_clear(drop_cap);
		size = fix_scale(size, room, top);
		letter_set(drop_cap, typesetter, style, letter, size);
		top = letter_top(drop_cap);
	}
	letter_measure(drop_cap);
	drop_cap->reads = g_strconcat(paragraph_text(drop_cap->paragraph),
				      g_str_has_suffix(letter->text, " ") ? " " : "", NULL);
	drop_cap->lines = lines;
	drop_cap->baseline = depth;
	drop_cap->rise = top - depth - caps;
	drop_cap->narrow_by += fix_scale(style->size, GAP, 1000);
	return drop_cap;
}

struct set_line *drop_cap_line(const struct drop_cap *drop_cap)
{
	struct set_line *line =
		paragraph_line(drop_cap->paragraph, &drop_cap->settings->by_lines[0], &drop_cap->measure, 0);

	for (guint i = 0; i < line->runs->len; i++) {
		struct set_run *run = line->runs->pdata[i];

		run->text[0] = '\0';
		for (guint g = 0; g < run->glyphs->len; g++) {
			struct set_glyph *glyph = &g_array_index(run->glyphs, struct set_glyph, g);

			glyph->x -= drop_cap->left;
			glyph->text_start = glyph->text_length = 0;
		}
	}
	return line;
}

void drop_cap_join(const struct drop_cap *drop_cap, struct set_line *first)
{
	struct set_run *run = first->runs->len > 0 ? first->runs->pdata[0] : NULL;
	int more = (int)strlen(drop_cap->reads);

	if (!run || run->glyphs->len == 0)
		return;
	char *text = g_strconcat(drop_cap->reads, run->text, NULL);

	g_free(run->text);
	run->text = text;
	for (guint i = 0; i < run->glyphs->len; i++) {
		struct set_glyph *glyph = &g_array_index(run->glyphs, struct set_glyph, i);

		glyph->text_start += i > 0 ? more : 0;
		glyph->text_length += i > 0 ? 0 : more;
	}
}

void drop_cap_free(struct drop_cap *drop_cap)
{
	if (!drop_cap)
		return;
	letter_clear(drop_cap);
	g_free(drop_cap->reads);
	g_free(drop_cap);
}
