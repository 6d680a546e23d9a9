#include "type/copyfit.h"

#define COPYFIT_FORCED 3 /* the last stage of tolerance */

char *copyfit_line_text(const struct set_line *line)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < line->runs->len; i++) {
		const struct set_run *run = g_ptr_array_index(line->runs, i);

		if (!(run->flags & SET_LINE_END_SPACE))
			g_string_append(text, run->text);
	}
	return g_string_free(text, FALSE);
}

static void note_loose(struct copyfit *copyfit, const struct set_line *line, int index)
{
	copyfit->full_lines++;
	if (line->spaces == 0 || line->runs->len == 0 || line->space_em <= copyfit->loosest_space_em)
		return;
	const struct set_run *first = g_ptr_array_index(line->runs, 0);

	g_free(copyfit->loosest_text);
	copyfit->loosest = index;
	copyfit->loosest_space_em = line->space_em;
	copyfit->loosest_place = first->place;
	copyfit->loosest_text = copyfit_line_text(line);
}

struct copyfit copyfit_of(const struct paragraph *paragraph, const struct setting *setting,
			  const struct measure *measure)
{
	struct copyfit copyfit = {.lines = setting->lines, .loosest = -1};

	for (int i = 0; i < setting->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, setting, measure, i);

		if (line->full)
			note_loose(&copyfit, line, i);
		if (line->last) {
			copyfit.words_last = line->runs->len > 0 ? line->spaces + 1 : 0;
			copyfit.room_last =
				fix_scale(measure->width - line->width, 1000, MAX(measure->width, 1));
		}
		set_line_free(line);
	}
	return copyfit;
}

void copyfit_tell(const struct copyfit *copyfit, const struct setting *setting, int space_em,
		  struct diag *diag)
{
	if (copyfit->loosest < 0)
		return;
	if (setting->stage == COPYFIT_FORCED)
		diag_add(diag, DIAG_LINE_FORCED, copyfit->loosest_place,
			 "no good line ends were found near '%s': change a word, or list one under "
			 "'hyphens:' of "
			 "the layout",
			 copyfit->loosest_text);
	else if (copyfit->loosest_space_em > space_em)
		diag_add(diag, DIAG_LINE_LOOSE, copyfit->loosest_place,
			 "the line '%s' is loose, its spaces are %d.%02d em: a longer or shorter word near "
			 "it helps",
			 copyfit->loosest_text, copyfit->loosest_space_em / 1000,
			 copyfit->loosest_space_em % 1000 / 10);
}

void copyfit_clear(struct copyfit *copyfit)
{
	g_clear_pointer(&copyfit->loosest_text, g_free);
}
