#include "makeup/initial.h"

#include <string.h>

#include "makeup/manuscript.h"
#include "type/drop_cap.h"

enum { LINES_BELOW = 2 }; /* of the paragraph, under the letter */

gboolean initial_is_wanted(const struct story *story, const struct text_style *style)
{
	g_autofree char *kind = g_strdup_printf(" %s ", story_kind_word(story->kind));

	if (style->drop_cap < 2 || (story->dateline.text != NULL && *story->dateline.text != '\0'))
		return FALSE;
	return style->drop_cap_kinds == NULL || strstr(style->drop_cap_kinds, kind) != NULL;
}

/* White between the capitals of a line and the descenders of the one above. */
static fix headroom(const struct stone *stone, const struct text_style *style)
{
	fix caps = fix_scale(style->size, stone_face(stone, style)->cap_height, 1000);

	return MAX(0, stone_leading(stone) - caps - style->size * 3 / 10);
}

static struct drop_cap *letter_of(const struct stone *stone, const struct text_style *style,
				  const struct text_run *first, int length)
{
	g_autofree char *text = g_strndup(first->text, (gsize)length);
	struct text_run letter = *first;

	letter.text = text;
	if (style->font_drop_cap != NULL)
		letter.font = style->font_drop_cap;
	return drop_cap_new(stone->typesetter, style, &letter, style->drop_cap, headroom(stone, style));
}

/* In bytes of the first run; the word may go on in the next. */
static int letter_length(const GArray *runs)
{
	g_autoptr(GString) copy = g_string_new(NULL);
	int length;

	if (runs->len == 0)
		return 0;
	for (guint i = 0; i < MIN(runs->len, 2); i++)
		g_string_append(copy, g_array_index(runs, struct text_run, i).text);
	length = drop_cap_length(copy->str);
	return length <= (int)strlen(g_array_index(runs, struct text_run, 0).text) ? length : 0;
}

void initial_set(const struct stone *stone, struct element *element, const GArray *runs)
{
	int length = letter_length(runs);
	struct measure measure = element->measure;

	if (length == 0)
		return;
	struct drop_cap *letter =
		letter_of(stone, element->style, &g_array_index(runs, struct text_run, 0), length);
	struct paragraph *rest = manuscript_shape_behind(stone, runs, element->style, length);

	measure.narrow_lines = letter->lines;
	measure.narrow_by = letter->narrow_by;
	const struct settings *settings = paragraph_settings(rest, &measure);

	if (settings->by_lines[0].lines < letter->lines + LINES_BELOW) {
		paragraph_free(rest);
		drop_cap_free(letter);
		return;
	}
	paragraph_free(element->paragraph);
	element->settings = settings;
	element->paragraph = rest;
	element->measure = measure;
	element->drop_cap = letter;
}
