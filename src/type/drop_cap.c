#include "type/drop_cap.h"

#include "type/typesetter.h"

#define GAP 120 /* between letter and copy, thousandths of the copy's em */

int drop_cap_length(const char *text)
{
	gunichar first = g_utf8_get_char(text);
	const char *next = g_utf8_next_char(text);

	if (*text == '\0' || !g_unichar_isupper(first))
		return 0;
	while (g_unichar_ismark(g_utf8_get_char(next)))
		next = g_utf8_next_char(next);
	return g_unichar_isalpha(g_utf8_get_char(next)) || *next == ' ' ? (int)(next - text) : 0;
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
	settings_free(drop_cap->settings);
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
		letter_set(drop_cap, typesetter, style, letter, fix_scale(size, room, top));
		top = letter_top(drop_cap);
	}
	drop_cap->lines = lines;
	drop_cap->baseline = depth;
	drop_cap->rise = top - depth - caps;
	drop_cap->narrow_by =
		paragraph_natural_width(drop_cap->paragraph) + fix_scale(style->size, GAP, 1000);
	return drop_cap;
}

void drop_cap_free(struct drop_cap *drop_cap)
{
	if (!drop_cap)
		return;
	letter_clear(drop_cap);
	g_free(drop_cap);
}
