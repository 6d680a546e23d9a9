/* module_code.c - the link of a video: its code, and beside it the words that lead there too */
#include "makeup/code.h"
#include "makeup/galley.h"
#include "makeup/module_parts.h"

/* Dark cells that touch in a row are one fill. */
static void ink_row(const struct module *module, const struct code *code, int row, struct rect box)
{
	fix top = box.y + (fix)((int64_t)box.height * row / code->side);
	fix foot = box.y + (fix)((int64_t)box.height * (row + 1) / code->side);

	for (int cell = 0, end; cell < code->side; cell = end + 1) {
		for (end = cell; end < code->side && code->cells[row * code->side + end];)
			end++;
		if (end == cell)
			continue;
		fix left = box.x + (fix)((int64_t)box.width * cell / code->side);
		fix right = box.x + (fix)((int64_t)box.width * end / code->side);
		inking_fill(module->forme, (struct rect){left, top, right - left, foot - top},
			    module->forme->stone->design->ink);
	}
}

/* Nobody can hear a code: it is decoration beside the words, which carry the link. */
void module_code(const struct module *module, const struct element *element, int index, struct spot spot)
{
	struct forme *forme = module->forme;
	const struct stone *stone = forme->stone;
	fix side = galley_code_side(stone), top = spot.baseline - stone_baseline(stone);
	struct rect box = {spot.x, top + (GALLEY_CODE_ROWS * stone_leading(stone) - side) / 2, side, side};
	const struct setting *setting = element_choice(element, element->best)->setting;
	g_autofree char *name = module_piece_name(module, "watch", index);
	g_autofree char *link = g_strconcat(name, "/link", NULL);
	g_autofree char *words = design_phrase(stone->design, module->story->language, "watch", NULL);

	inking_artifact(forme, "code");
	for (int row = 0; row < element->code->side; row++)
		ink_row(module, element->code, row, box);
	inking_end(forme);
	inking_mark(forme, MARK_TURN, name, module->story->id);
	inking_mark(forme, MARK_LINK, link, module->story->id);
	inking_lines(forme, element->paragraph, setting, &element->measure, spot.x + element->inset,
		     spot.baseline, stone_leading(stone), module->story->id);
	inking_link(forme,
		    (struct rect){box.x, top, element->inset + element->measure.width,
				  GALLEY_CODE_ROWS * stone_leading(stone)},
		    module->story->url, words);
	inking_end(forme);
	inking_end(forme);
}
