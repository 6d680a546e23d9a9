#include <string.h>

#include "edition/edition.h"

/* One fact a line, two spaces deeper for what belongs to the line above. */

static void quoted(GString *out, const char *text)
{
	g_string_append_c(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			g_string_append_c(out, '\\');
		if (*text == '\n')
			g_string_append(out, "\\n");
		else
			g_string_append_c(out, *text);
	}
	g_string_append_c(out, '"');
}

static void text_line(GString *out, const char *word, const char *text)
{
	if (text == NULL)
		return;
	g_string_append_printf(out, "  %s ", word);
	quoted(out, text);
	g_string_append_c(out, '\n');
}

static void place_write(GString *out, struct place place)
{
	g_string_append_printf(out, " %d:%d", place.line, place.column);
}

static void copy_line(GString *out, const char *word, const struct copy *copy)
{
	if (copy->text == NULL)
		return;
	g_string_append_printf(out, "  %s", word);
	place_write(out, copy->place);
	g_string_append_c(out, ' ');
	quoted(out, copy->text);
	g_string_append_c(out, '\n');
}

static void list_line(GString *out, const char *word, const GPtrArray *texts)
{
	for (guint i = 0; i < texts->len; i++)
		text_line(out, word, g_ptr_array_index(texts, i));
}

/* ---- stories ---- */

static void spans_write(GString *out, const GArray *spans)
{
	for (guint i = 0; i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);
		g_string_append(out, "    span");
		place_write(out, span->place);
		if (span->flags & SPAN_EMPHASIS)
			g_string_append(out, " emphasis");
		if (span->flags & SPAN_STRONG)
			g_string_append(out, " strong");
		if (span->flags & SPAN_LINE_BREAK)
			g_string_append(out, " break");
		if (span->link != NULL)
			g_string_append_printf(out, " <%s>", span->link);
		g_string_append_c(out, ' ');
		quoted(out, span->text);
		g_string_append_c(out, '\n');
	}
}

static void table_write(GString *out, const struct table *table)
{
	static const char *const aligns[] = {"left", "centre", "right"};

	for (int row = 0; row < table->rows; row++)
		for (int column = 0; column < table->columns; column++) {
			g_string_append_printf(out, "   cell %d,%d %s\n", row, column,
					       aligns[table->align[column]]);
			spans_write(out, table->cells[row * table->columns + column].spans);
		}
}

static void block_write(GString *out, const struct block *block)
{
	static const char *const kinds[] = {"paragraph", "crosshead", "quotation", "item", "table"};

	g_string_append_printf(out, "  %s", kinds[block->kind]);
	place_write(out, block->place);
	if (block->list_number > 0)
		g_string_append_printf(out, " number %d", block->list_number);
	g_string_append_c(out, '\n');
	spans_write(out, block->spans);
	if (block->table != NULL)
		table_write(out, block->table);
}

static void picture_write(GString *out, const struct picture *picture)
{
	static const char *const roles[] = {"main", "inset", "mugshot", "portrait", "graphic", "map", "logo"};
	static const char *const crops[] = {"allowed", "none", "fixed"};
	static const char *const looks[] = {"nowhere", "left", "right", "ahead"};

	g_string_append(out, "  picture");
	place_write(out, picture->place);
	g_string_append_printf(out, " %s %s focus %d,%d crop %s", picture->file, roles[picture->role],
			       picture->focus_x, picture->focus_y, crops[picture->crop]);
	if (picture->crop == CROP_FIXED)
		g_string_append_printf(out, " %d,%d,%d,%d", picture->fixed_part.left, picture->fixed_part.top,
				       picture->fixed_part.width, picture->fixed_part.height);
	g_string_append_printf(out, " columns %d..%d looks %s%s%s", picture->columns_min,
			       picture->columns_max, looks[picture->looks], picture->must ? " must" : "",
			       picture->usable ? "" : " unusable");
	if (picture->usable)
		g_string_append_printf(out, " %dx%dpx", picture->facts.width_px, picture->facts.height_px);
	g_string_append_c(out, '\n');
	copy_line(out, "  caption", &picture->caption);
	copy_line(out, "  credit", &picture->credit);
	text_line(out, "  alt", picture->alt);
}

static void byline_write(GString *out, const struct byline *byline)
{
	text_line(out, "byline", byline->name);
	text_line(out, "  role", byline->role);
	text_line(out, "  portrait", byline->portrait);
	text_line(out, "  bio", byline->bio);
}

static void story_head_write(GString *out, const struct edition *edition, const struct story *story)
{
	static const char *const fronts[] = {"story", "teaser", "never"};
	const struct section *section = g_ptr_array_index(edition->sections, story->section);

	g_string_append_printf(out, "story %s %s %s %s priority %d%s front %s words %d\n", story->id,
			       story_fate_word(story->fate), story_kind_word(story->kind), story->language,
			       story->priority, story->must ? " must" : "", fronts[story->front],
			       story->words);
	text_line(out, "section", section->name);
	text_line(out, "subsection", story->subsection);
	text_line(out, "why", story->why);
	if (story->trim)
		g_string_append_printf(out, "  trim keep %d\n", story->trim_keep);
}

static void story_write(GString *out, const struct edition *edition, const struct story *story)
{
	story_head_write(out, edition, story);
	copy_line(out, "headline", &story->headline);
	copy_line(out, "kicker", &story->kicker);
	copy_line(out, "deck", &story->deck);
	copy_line(out, "standfirst", &story->standfirst);
	copy_line(out, "dateline", &story->dateline);
	copy_line(out, "signoff", &story->signoff);
	copy_line(out, "label", &story->label);
	copy_line(out, "headline_short", &story->headline_short);
	copy_line(out, "teaser", &story->teaser);
	copy_line(out, "jump_head", &story->jump_head);
	list_line(out, "alternate", story->alternates);
	for (guint i = 0; i < story->bylines->len; i++)
		byline_write(out, &g_array_index(story->bylines, struct byline, i));
	list_line(out, "pull_quote", story->pull_quotes);
	list_line(out, "see_also", story->see_also);
	list_line(out, "box", story->boxes);
	text_line(out, "with", story->with);
	text_line(out, "replaces", story->replaces);
	text_line(out, "url", story->url);
	text_line(out, "published", story->published);
	text_line(out, "updated", story->updated);
	text_line(out, "date", story->date);
	text_line(out, "embargo", story->embargo);
	text_line(out, "valid_on", story->valid_on);
	for (guint i = 0; i < story->pictures->len; i++)
		picture_write(out, g_ptr_array_index(story->pictures, i));
	for (guint i = 0; i < story->blocks->len; i++)
		block_write(out, g_ptr_array_index(story->blocks, i));
}

/* ---- ads and plan ---- */

static const char *corner_word(enum corner at)
{
	static const char *const corners[] = {"anywhere", "top-left", "top-right", "bottom-left",
					      "bottom-right"};

	return corners[at];
}

static void ad_size_write(GString *out, const struct ad *ad)
{
	char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

	switch (ad->size) {
	case AD_CELLS:
		g_string_append_printf(out, " %dx%d", ad->columns, ad->rows);
		break;
	case AD_MM:
		g_string_append_printf(out, " %sx%smm", g_ascii_dtostr(width, sizeof width, ad->width_mm),
				       g_ascii_dtostr(height, sizeof height, ad->height_mm));
		break;
	default:
		g_string_append(out, ad->size == AD_QUARTER ? " 1/4"
				     : ad->size == AD_HALF  ? " 1/2"
							    : " full");
	}
}

static void ad_write(GString *out, const struct ad *ad)
{
	g_string_append_printf(out, "%s %s %s", ad->filler ? "filler" : "ad", ad->id, ad->file);
	ad_size_write(out, ad);
	g_string_append_printf(out, " %s%s\n", corner_word(ad->at), ad->usable ? "" : " unusable");
	text_line(out, "page", ad->page);
	text_line(out, "section", ad->section);
	text_line(out, "zone", ad->zone);
	text_line(out, "alt", ad->alt);
	text_line(out, "url", ad->url);
	text_line(out, "label", ad->label);
}

static void plan_page_write(GString *out, const struct plan_page *page)
{
	g_string_append_printf(out, "plan %s%s\n", page->label, page->locked ? " locked" : "");
	text_line(out, "template", page->template_name);
	text_line(out, "lead", page->lead);
	text_line(out, "section", page->section);
	for (guint i = 0; i < page->stories->len; i++) {
		const struct plan_story *story = &g_array_index(page->stories, struct plan_story, i);
		g_string_append_printf(out, "  story %s %s columns %d photo_columns %d\n", story->story,
				       corner_word(story->at), story->columns, story->photo_columns);
	}
}

/* ---- the paper ---- */

static void rules_write(GString *out, const struct edition *edition)
{
	g_string_append_printf(out, "  front_page_ads %s\n",
			       edition->rules.front_page_ads_allowed
				       ? "allowed"
				       : diag_severity_word(edition->rules.front_page_ads));
	g_string_append_printf(out, "  ad_share %d%% over %s\n", edition->rules.ad_share_max,
			       diag_severity_word(edition->rules.ad_share_over));
	text_line(out, "ad_mark", edition->rules.ad_mark);
}

static void paper_write(GString *out, const struct edition *edition)
{
	g_string_append_printf(out, "edition %s\n", edition->slug);
	text_line(out, "name", edition->name);
	text_line(out, "language", edition->language);
	text_line(out, "layout", edition->layout);
	g_string_append_printf(out, "  date %04d-%02d-%02d issue %d edition %d\n", edition->year,
			       edition->month, edition->day, edition->issue, edition->number);
	text_line(out, "edition_name", edition->edition_name);
	text_line(out, "release", edition->release);
	g_string_append_printf(out, "  typography %s pages %d..%d by %d\n",
			       edition->typography == TYPOGRAPHY_HOUSE ? "house" : "as-written",
			       edition->pages.min, edition->pages.max, edition->pages.multiple);
	text_line(out, "publisher", edition->imprint.publisher);
	text_line(out, "licence", edition->imprint.licence);
	text_line(out, "editor", edition->imprint.editor);
	text_line(out, "address", edition->imprint.address);
	text_line(out, "phone", edition->imprint.phone);
	text_line(out, "email", edition->imprint.email);
	rules_write(out, edition);
}

static void section_write(GString *out, const struct section *section)
{
	g_string_append(out, "section ");
	quoted(out, section->name);
	g_string_append_printf(out, "%s%s\n", section->starts_page ? " page" : "",
			       section->sponsored ? " sponsored" : "");
	list_line(out, "subsection", section->subsections);
}

void edition_write_text(const struct edition *edition, GString *out)
{
	paper_write(out, edition);
	for (guint i = 0; i < edition->sections->len; i++)
		section_write(out, g_ptr_array_index(edition->sections, i));
	for (guint i = 0; i < edition->plan->len; i++)
		plan_page_write(out, g_ptr_array_index(edition->plan, i));
	for (guint i = 0; i < edition->ads->len; i++)
		ad_write(out, g_ptr_array_index(edition->ads, i));
	for (guint i = 0; i < edition->stories->len; i++)
		story_write(out, edition, g_ptr_array_index(edition->stories, i));
}
