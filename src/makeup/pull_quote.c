/* pull_quote.c - words of the story repeated large, at the head of a leg */
#include "makeup/take.h"

#define RULE_GAP     (7 * FIX_PT) /* heavy rule to the cap height of the words */
#define FOOT_GAP     (4 * FIX_PT) /* the quote's own rule to the copy below */
#define QUOTE_WIDE   2		  /* columns it may have at most */
#define QUOTE_PLAY   1		  /* rows of white it may take up */
#define WIDEST_LEAST 0.7	  /* of the measure, the longest line */
#define QUOTE_LINES  10		  /* a quote that needs more is a paragraph */

gboolean pull_quote_is_wanted(const struct take *take)
{
	switch (take->story->kind) {
	case KIND_OPINION:
	case KIND_COLUMN:
	case KIND_EDITORIAL:
	case KIND_INTERVIEW:
	case KIND_FEATURE:
		return TRUE;
	default:
		return FALSE;
	}
}

/* Among the middle legs: the story's first has its byline, its last its end. */
int pull_quote_leg(int columns, int quote_columns)
{
	return (columns - quote_columns + 1) / 2;
}

fix pull_quote_height(const struct stone *stone, const struct picture_block *block)
{
	const struct text_style *style = block->quote_style;
	const struct face *face = stone_face(stone, style);

	return stone->design->heavy_rule + RULE_GAP + fix_scale(style->size, face->cap_height, 1000) +
	       (block->quote_setting->lines - 1) * style->leading + style->size / 4 + RULE_GAP;
}

/* Across two columns the words are larger, by a third. */
static const struct text_style *style_for(const struct stone *stone, struct take *take, int columns)
{
	const struct text_style *style = stone_style(stone, STYLE_PULL_QUOTE);
	struct text_style *sized = g_memdup2(style, sizeof *style);

	sized->size += style->size * (columns - 1) / 3;
	sized->leading += style->leading * (columns - 1) / 3;
	g_ptr_array_add(take->styles, sized);
	return sized;
}

/* Short lines leave a hole beside the words. */
static gboolean fills_measure(const struct picture_block *block)
{
	fix widest = 0;

	for (int i = 0; i < block->quote_setting->lines; i++) {
		struct set_line *line =
			paragraph_line(block->quote, block->quote_setting, &block->quote_measure, i);
		widest = MAX(widest, line->width);
		set_line_free(line);
	}
	return widest >= block->width * WIDEST_LEAST;
}

static void add_block(const struct stone *stone, struct take *take, const struct copy *words, int columns)
{
	const struct makeup_costs *costs = &stone->design->costs;
	struct picture_block block = {.columns = columns, .quote_words = words->text};

	block.width = block.quote_measure.width = take_measure(stone, take, columns);
	block.quote_style = style_for(stone, take, columns);
	block.quote = take_shape_copy(stone, take, words, block.quote_style);
	const struct settings *settings = paragraph_settings_by_sense(block.quote, &block.quote_measure);
	block.quote_setting = &settings->by_lines[settings->best];
	if (block.quote_setting->lines > QUOTE_LINES || block.quote_setting->stage > 1 ||
	    !fills_measure(&block))
		return;
	block.rows_min = block.rows_natural =
		stone_rows(stone, picture_top(stone) + pull_quote_height(stone, &block) + FOOT_GAP);
	block.rows_max = block.rows_min + QUOTE_PLAY;
	block.cost = (pull_quote_is_wanted(take) ? 0 : costs->pull_quote) +
		     (columns - 1) * costs->photo_column / 2;
	g_array_append_val(take->pictures, block);
}

void pull_quote_add_blocks(const struct stone *stone, struct take *take)
{
	const struct story *story = take->story;

	for (guint i = 0; i < story->pull_quotes->len; i++) {
		const struct copy words = {story->pull_quotes->pdata[i], story->place, NULL};
		for (int columns = 1; columns <= MIN(QUOTE_WIDE, take->page_columns - 1); columns++)
			add_block(stone, take, &words, columns);
	}
}
