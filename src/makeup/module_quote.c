/* module_quote.c - a pull quote on the page */
#include "makeup/module_parts.h"

#define RULE_GAP (7 * FIX_PT)

/* Its words stand in the body too: they are read to nobody twice. */
void module_quote(const struct module *module, const struct picture_block *block, int rows, struct spot at)
{
	const struct stone *stone = module->forme->stone;
	const struct text_style *style = block->quote_style;
	const struct face *face = stone_face(stone, style);
	fix top = at.baseline + picture_top(stone), foot = at.baseline + rows * stone_leading(stone);
	fix height = foot - 4 * FIX_PT - top, play = height - pull_quote_height(stone, block);
	fix baseline = top + stone->design->heavy_rule + RULE_GAP + MAX(play, 0) / 2 +
		       fix_scale(style->size, face->cap_height, 1000);

	inking_artifact(module->forme, "pull-quote");
	inking_rule(module->forme, (struct rect){at.x, top, block->width, stone->design->heavy_rule},
		    stone->design->accent);
	inking_lines(module->forme, block->quote, block->quote_setting, &block->quote_measure, at.x, baseline,
		     style->leading, NULL);
	inking_rule(module->forme,
		    (struct rect){at.x, top + height - stone->design->hairline, block->width,
				  stone->design->hairline},
		    stone->design->rule_colour);
	inking_end(module->forme);
}
