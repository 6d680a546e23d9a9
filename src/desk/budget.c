/* budget.c - the story list: every story, its status, and where it runs */
#include "desk/frame.h"
#include "desk/parts.h"
#include "desk/places.h"

static const char *status_of(const struct story *story, const struct story_decision *decision)
{
	if (decision != NULL)
		return card_outcome_word(decision->outcome);
	return story->fate == FATE_DRAFT ? "draft" : story_fate_word(story->fate);
}

static void write_where(struct html *html, const struct proof *proof, const struct story_decision *decision,
			guint story)
{
	html_open(html, "td", NULL);
	for (guint i = 0; decision != NULL && i < decision->parts->len; i++) {
		const char *label = g_array_index(decision->parts, struct story_part, i).page;
		g_autofree char *name = proof_page_name(label);
		g_autofree char *href = g_strdup_printf("%s#story-%u", name, story);
		if (i > 0)
			html_text(html, ", ");
		html_open(html, "a", "href", href, NULL);
		html_format(html, "page %s", label);
		html_close(html);
	}
	html_close(html);
}

static void write_number(struct html *html, int number)
{
	html_open(html, "td", "class", "number", NULL);
	if (number > 0)
		html_format(html, "%d", number);
	html_close(html);
}

static void write_row(struct html *html, const struct proof *proof, guint index)
{
	const struct story *story = g_ptr_array_index(proof->edition->stories, index);
	const struct section *section = g_ptr_array_index(proof->edition->sections, story->section);
	const struct story_decision *decision = places_decision(proof, story->id);
	const char *status = status_of(story, decision);
	g_autofree char *why = decision != NULL ? card_why(proof->edition, story, decision) : NULL;

	html_open(html, "tr", NULL);
	html_open(html, "th", "scope", "row", NULL);
	html_line(html, "span", decision != NULL ? decision->headline : story->headline.text, "lang",
		  story->language, NULL);
	html_text(html, " ");
	html_line(html, "code", story->file, NULL);
	html_close(html);
	html_open(html, "td", NULL);
	html_line(html, "span", status, "class", "status", "data-status", status, NULL);
	html_close(html);
	write_where(html, proof, decision, index);
	html_line(html, "td", section->name, NULL);
	write_number(html, decision != NULL ? decision->lines : 0);
	write_number(html, decision != NULL ? decision->lines_trimmed : 0);
	html_line(html, "td", why != NULL ? why : story->why, NULL);
	html_close(html);
}

static void write_table(struct html *html, const struct proof *proof)
{
	static const char *const heads[] = {"Story", "Status", "Where", "Section", "Lines", "Trimmed", "Why"};

	html_open(html, "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label",
		  "Story list", NULL);
	html_open(html, "table", NULL);
	html_open(html, "thead", NULL);
	html_open(html, "tr", NULL);
	for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
		html_line(html, "th", heads[i], "scope", "col", NULL);
	html_close(html);
	html_close(html);
	html_open(html, "tbody", NULL);
	for (guint i = 0; i < proof->edition->stories->len; i++)
		write_row(html, proof, i);
	html_close(html);
	html_close(html);
	html_close(html);
}

static gboolean is_placed(const struct proof *proof, const struct story *story)
{
	const struct story_decision *decision = places_decision(proof, story->id);

	return decision != NULL && decision->parts->len > 0;
}

/* Those that stand on no page have their cards here. */
static void write_left_out(struct html *html, const struct proof *proof)
{
	gboolean any = FALSE;

	for (guint i = 0; i < proof->edition->stories->len; i++) {
		if (is_placed(proof, g_ptr_array_index(proof->edition->stories, i)))
			continue;
		if (!any) {
			html_open(html, "section", "aria-labelledby", "left-out", NULL);
			html_line(html, "h2", "Not in the paper", "id", "left-out", NULL);
			html_open(html, "div", "class", "cards", NULL);
		}
		any = TRUE;
		card_write(html, proof, i, NULL);
	}
	if (any) {
		html_close(html);
		html_close(html);
	}
}

char *budget_page(const struct proof *proof)
{
	struct html *html = frame_begin(proof, "Stories", FRAME_STORIES);

	html_open(html, "main", "id", "main", NULL);
	html_open(html, "h1", NULL);
	html_format(html, "%u %s", proof->edition->stories->len,
		    proof->edition->stories->len == 1 ? "story" : "stories");
	html_close(html);
	write_table(html, proof);
	write_left_out(html, proof);
	html_close(html);
	return frame_end(html, proof, NULL);
}
