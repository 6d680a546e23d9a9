/* report_explain.c - what it costs that a story sits where it does */
#include <string.h>

#include "report/report.h"

const char *report_cost_words(enum cost_name name)
{
	static const char *const words[COST_NAMES] = {
		[COST_HEADLINE] = "the headline: its size, its lines, white beside it",
		[COST_COLUMNS] = "columns more or fewer than the story asks for",
		[COST_TALL] = "a box much taller than wide",
		[COST_FLAT] = "a box much wider than tall",
		[COST_SHORT_LEGS] = "short legs",
		[COST_PHOTO_WIDTH] = "a picture wider or narrower than usual",
		[COST_CROP] = "rows cropped from a picture, or added to it",
		[COST_DROPPED] = "a picture left out",
		[COST_JUMP] = "a jump to another page",
		[COST_PARAGRAPHS] = "paragraphs set longer or shorter than their best",
		[COST_TRIM] = "lines trimmed",
		[COST_PULL_QUOTE] = "pull quote",
	};
	return words[name];
}

/* The names in design_costs.def, and so in a layout, of what a term is made of. */
static const char *prices_of(enum cost_name name)
{
	static const char *const prices[COST_NAMES] = {
		[COST_HEADLINE] = "headline_off_ladder head_white head_ragged head_line head_lines head_idle "
				  "head_open alternate",
		[COST_COLUMNS] = "column_off",
		[COST_TALL] = "tall_module",
		[COST_FLAT] = "flat_module",
		[COST_SHORT_LEGS] = "short_leg long_leg",
		[COST_PHOTO_WIDTH] = "photo_column",
		[COST_CROP] = "crop_row",
		[COST_DROPPED] = "photo_dropped inset_dropped whole_dropped",
		[COST_JUMP] = "jump lead_jump",
		[COST_PARAGRAPHS] = "paragraph_looser paragraph_tighter leg_starts_badly",
		[COST_TRIM] = "trim_line",
		[COST_PULL_QUOTE] = "pull_quote quote_dropped",
	};
	return prices[name];
}

/* No locale: the same text everywhere. */
static void put_cost(GString *text, const char *before, double cost, const char *behind)
{
	char figures[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(figures, sizeof figures, "%.2f", cost);
	g_string_append_printf(text, "%s%8s  %s\n", before, figures, behind);
}

static void put_part(GString *text, const struct story_part *part)
{
	g_autofree char *box =
		g_strdup_printf("page %s, %d columns by %d rows from column %d, row %d; %d lines", part->page,
				part->columns, part->rows, part->column + 1, part->row + 1, part->lines);

	put_cost(text, "  ", part->cost, box);
	for (guint i = 0; part->terms != NULL && i < part->terms->len; i++) {
		const struct cost_term *term = &g_array_index(part->terms, struct cost_term, i);
		g_autofree char *words =
			g_strdup_printf("%s (%s)", report_cost_words(term->name), prices_of(term->name));
		put_cost(text, "    ", term->cost, words);
	}
	if (part->terms == NULL)
		g_string_append(text, "            a locked page: it stands where it stood\n");
}

static void put_page(GString *text, const struct decisions *decisions, const char *label)
{
	for (guint i = 0; i < decisions->pages->len; i++) {
		const struct page_decision *page = decisions->pages->pdata[i];
		if (strcmp(page->label, label) == 0)
			put_cost(text, "  ", page->cost,
				 "the whole page, with its neighbours and what was passed over for it");
	}
}

char *report_explain(const struct decisions *decisions, const char *id)
{
	const struct story_decision *story = NULL;
	GString *text;

	for (guint i = 0; i < decisions->stories->len && story == NULL; i++)
		if (strcmp(((const struct story_decision *)decisions->stories->pdata[i])->id, id) == 0)
			story = decisions->stories->pdata[i];
	if (story == NULL)
		return NULL;
	text = g_string_new(NULL);
	put_cost(text, "", story->cost, story->id);
	for (guint i = 0; i < story->parts->len; i++) {
		const struct story_part *part = &g_array_index(story->parts, struct story_part, i);
		put_part(text, part);
		put_page(text, decisions, part->page);
	}
	if (story->parts->len == 0)
		g_string_append_printf(text, "  not placed: %s\n", story->why != NULL ? story->why : "");
	return g_string_free(text, FALSE);
}
