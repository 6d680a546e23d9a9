/* card.c - one story beside its page: what was decided, why, and what the desk can decide */
#include <string.h>

#include "desk/keyline.h"
#include "desk/parts.h"
#include "desk/places.h"
#include "desk/slip.h"
#include "report/report.h"

const char *card_outcome_word(enum story_outcome outcome)
{
	static const char *const words[] = {"placed", "held over", "rejected", "killed"};

	return words[outcome];
}

static void write_fact(struct html *html, const char *term, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	html_line(html, "dt", term, NULL);
	html_line(html, "dd", text, NULL);
}

/* ---- facts ---- */

static char *who_of(const struct story *story)
{
	g_autoptr(GString) who = g_string_new(NULL);

	for (guint i = 0; i < story->bylines->len; i++)
		g_string_append_printf(who, "%s%s", i > 0 ? ", " : "",
				       g_array_index(story->bylines, struct byline, i).name);
	if (who->len == 0 && story->signoff.text != NULL)
		g_string_append(who, story->signoff.text);
	return g_string_free(g_steal_pointer(&who), FALSE);
}

static char *where_of(const struct story_decision *decision)
{
	g_autoptr(GString) where = g_string_new(NULL);

	for (guint i = 0; i < decision->parts->len; i++) {
		const struct story_part *part = &g_array_index(decision->parts, struct story_part, i);
		g_string_append_printf(where, "%s %s: ", i > 0 ? "; page" : "page", part->page);
		if (part->columns > 1)
			g_string_append_printf(where, "columns %d–%d", part->column + 1,
					       part->column + part->columns);
		else
			g_string_append_printf(where, "column %d", part->column + 1);
		g_string_append_printf(where, ", rows %d–%d", part->row + 1, part->row + part->rows);
	}
	return g_string_free(g_steal_pointer(&where), FALSE);
}

static char *lines_of(const struct story_decision *decision)
{
	if (decision->lines_trimmed == 0)
		return g_strdup_printf("%d", decision->lines);
	return g_strdup_printf("%d; %d trimmed", decision->lines, decision->lines_trimmed);
}

static const struct plan_page *planned_as(const struct edition *edition, const char *id, gboolean *lead)
{
	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *page = g_ptr_array_index(edition->plan, i);
		*lead = g_strcmp0(page->lead, id) == 0;
		if (*lead)
			return page;
		for (guint k = 0; k < page->stories->len; k++)
			if (strcmp(g_array_index(page->stories, struct plan_story, k).story, id) == 0)
				return page;
	}
	return NULL;
}

static int rank_in_section(const struct edition *edition, const struct story *story)
{
	int rank = 1;

	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *other = g_ptr_array_index(edition->stories, i);
		if (other->section == story->section && other->fate == FATE_TO_PLACE &&
		    (other->priority < story->priority ||
		     (other->priority == story->priority && other->order < story->order)))
			rank++;
	}
	return rank;
}

/* What it follows from: the plan, else its rank, and what was done to make it fit. */
char *card_why(const struct edition *edition, const struct story *story,
	       const struct story_decision *decision)
{
	const struct section *section = g_ptr_array_index(edition->sections, story->section);
	g_autoptr(GString) why = g_string_new(NULL);
	gboolean lead = FALSE;
	const struct plan_page *plan = planned_as(edition, story->id, &lead);

	if (decision->why != NULL && *decision->why != '\0')
		return g_strdup(decision->why);
	if (decision->outcome != STORY_PLACED)
		return NULL;
	if (plan != NULL)
		g_string_append_printf(why, "planned for page %s%s (edition.yaml, line %d)", plan->label,
				       lead ? " as its lead" : "", plan->place.line);
	else
		g_string_append_printf(why, "number %d of %s by priority %d", rank_in_section(edition, story),
				       section->name, story->priority);
	if (story->must)
		g_string_append(why, "; it must run");
	if (decision->parts->len > 1)
		g_string_append_printf(why, "; goes on where page %s has room",
				       g_array_index(decision->parts, struct story_part, 1).page);
	if (decision->lines_trimmed > 0)
		g_string_append(why, "; trimmed so that its box is full");
	return g_string_free(g_steal_pointer(&why), FALSE);
}

static char *cost_text(double cost)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	return g_strdup(g_ascii_formatd(text, sizeof(text), "%.1f", cost));
}

static void write_facts(struct html *html, const struct proof *proof, const struct story *story,
			const struct story_decision *decision)
{
	const struct section *section = g_ptr_array_index(proof->edition->sections, story->section);
	g_autofree char *who = who_of(story);
	g_autofree char *where = where_of(decision), *lines = lines_of(decision);
	g_autofree char *why = card_why(proof->edition, story, decision);
	g_autofree char *cost = decision->outcome == STORY_PLACED ? cost_text(decision->cost) : NULL;

	html_open(html, "dl", "class", "facts", NULL);
	write_fact(html, "Status", card_outcome_word(decision->outcome));
	write_fact(html, "Section", section->name);
	write_fact(html, "Who", who);
	write_fact(html, "Where", where);
	write_fact(html, "Lines", decision->outcome == STORY_PLACED ? lines : NULL);
	write_fact(html, "Cost", cost);
	write_fact(html, "Why", why);
	html_close(html);
	if (decision->text_trimmed == NULL || *decision->text_trimmed == '\0')
		return;
	html_open(html, "details", NULL);
	html_line(html, "summary", "The text that was trimmed", NULL);
	html_line(html, "p", decision->text_trimmed, "lang", story->language, "class", "trimmed", NULL);
	html_close(html);
}

static void write_cost(struct html *html, double cost, const char *words)
{
	g_autofree char *figures = cost_text(cost);

	html_open(html, "tr", NULL);
	html_line(html, "td", figures, "class", "number", NULL);
	html_line(html, "th", words, "scope", "row", NULL);
	html_close(html);
}

/* Why it sits where it does: what each of its boxes is paid for. */
static void write_terms(struct html *html, const struct story_decision *decision)
{
	html_open(html, "details", "class", "terms", NULL);
	html_line(html, "summary", "What the cost is made of", NULL);
	for (guint i = 0; i < decision->parts->len; i++) {
		const struct story_part *part = &g_array_index(decision->parts, struct story_part, i);
		g_autofree char *cost = cost_text(part->cost);
		html_open(html, "table", NULL);
		html_open(html, "caption", NULL);
		html_format(html, "Page %s, %d × %d cells: %s%s", part->page, part->columns, part->rows, cost,
			    part->terms == NULL ? "; the page is locked" : "");
		html_close(html);
		for (guint k = 0; part->terms != NULL && k < part->terms->len; k++) {
			const struct cost_term *term = &g_array_index(part->terms, struct cost_term, k);
			write_cost(html, term->cost, report_cost_words(term->name));
		}
		html_close(html);
	}
	html_close(html);
}

/* ---- slips ---- */

void card_write_slip(struct html *html, const char *title, const char *place, const char *lines,
		     const char *id)
{
	g_autofree char *name = g_strdup_printf("Copy: %s", title);

	html_open(html, "p", "class", "slip-place", NULL);
	html_line(html, "span", place, "class", "into", NULL);
	html_close(html);
	html_line(html, "pre", lines, "class", "lines", "id", id, "tabindex", "0", "role", "group",
		  "aria-label", title, NULL);
	html_line(html, "button", "Copy", "type", "button", "class", "copy", "aria-label", name, NULL);
}

static void write_choice(struct html *html, const struct edition *edition, const struct slip *slip,
			 const char *says, gboolean chosen)
{
	g_autofree char *lines = slip_plan(edition, slip), *place = slip_plan_place(edition, slip);

	html_line(html, "option", says, "data-lines", lines, "data-into", place, "selected",
		  chosen ? "" : NULL, NULL);
}

/* A label, a choice, and the lines of the first choice; the script shows those of the others. */
static void choice_begin(struct html *html, const char *title)
{
	html_open(html, "div", "class", "slip", NULL);
	html_open(html, "label", NULL);
	html_text(html, title);
	html_text(html, " ");
	html_open(html, "select", "class", "choice", NULL);
}

static void choice_end(struct html *html, const char *title, const char *place, const char *lines)
{
	html_close(html);
	html_close(html);
	card_write_slip(html, title, place, lines, NULL);
	html_close(html);
}

static void write_move(struct html *html, const struct proof *proof, const struct story *story,
		       const char *label)
{
	g_autofree char *lines = NULL, *place = NULL;
	struct slip first = {.page = label != NULL ? label : "1", .story = story->id};

	choice_begin(html, "Move to");
	for (guint i = 0; i < proof->sheets->len; i++) {
		struct slip slip = {.page = g_array_index(proof->sheets, struct desk_sheet, i).page->label,
				    .story = story->id};
		g_autofree char *says = g_strdup_printf("page %s", slip.page);
		write_choice(html, proof->edition, &slip, says, strcmp(slip.page, first.page) == 0);
		slip.lead = TRUE;
		g_free(says);
		says = g_strdup_printf("page %s, as its lead", slip.page);
		write_choice(html, proof->edition, &slip, says, FALSE);
	}
	lines = slip_plan(proof->edition, &first);
	place = slip_plan_place(proof->edition, &first);
	choice_end(html, "Move the story", place, lines);
}

/* The width that it has stands first. */
static void write_width(struct html *html, const struct proof *proof, const struct story *story,
			const char *label, int columns, int now)
{
	struct slip first = {.page = label, .story = story->id, .columns = now};
	g_autofree char *lines = slip_plan(proof->edition, &first),
			*place = slip_plan_place(proof->edition, &first);

	choice_begin(html, "Width");
	for (int n = 1; n <= columns; n++) {
		struct slip slip = {.page = label, .story = story->id, .columns = n};
		g_autofree char *says = g_strdup_printf("%d %s", n, n == 1 ? "column" : "columns");
		write_choice(html, proof->edition, &slip, says, n == now);
	}
	for (int n = 1; n <= columns && story->pictures->len > 0; n++) {
		struct slip slip = {.page = label, .story = story->id, .photo_columns = n};
		g_autofree char *says = g_strdup_printf("photograph %d %s", n, n == 1 ? "column" : "columns");
		write_choice(html, proof->edition, &slip, says, FALSE);
	}
	choice_end(html, "Set the width", place, lines);
}

static void write_front_matter(struct html *html, const struct edition *edition, const struct story *story)
{
	static const struct {
		const char *says, *line;
	} choices[] = {
		{"never trim it", "trim: false\n"},	   {"it must run", "must: true\n"},
		{"it leads its section", "priority: 1\n"}, {"a brief", "priority: 5\n"},
		{"keep it off page 1", "front: never\n"},  {"hold it", "status: hold\n"},
		{"kill it", "status: killed\n"},
	};
	g_autofree char *copy = keyline_copy(edition, story);
	g_autofree char *first = keyline_front_matter(copy, story->file, choices[0].line);

	choice_begin(html, "Say");
	for (guint i = 0; i < G_N_ELEMENTS(choices); i++) {
		g_autofree char *place = keyline_front_matter(copy, story->file, choices[i].line);
		html_line(html, "option", choices[i].says, "data-lines", choices[i].line, "data-into", place,
			  NULL);
	}
	choice_end(html, "Say of the story", first, choices[0].line);
}

static void write_slips(struct html *html, const struct proof *proof, const struct story *story,
			const char *label)
{
	const struct story_decision *decision = places_decision(proof, story->id);
	const char *home = decision != NULL && decision->parts->len > 0
				   ? g_array_index(decision->parts, struct story_part, 0).page
				   : label;
	int sheet = places_sheet(proof, home);
	int now = decision != NULL && decision->parts->len > 0
			  ? g_array_index(decision->parts, struct story_part, 0).columns
			  : 1;

	html_open(html, "details", "class", "slips", NULL);
	html_line(html, "summary", "Lines for the copy", NULL);
	if (proof->sheets->len > 0)
		write_move(html, proof, story, label);
	if (sheet >= 0)
		write_width(html, proof, story, home,
			    g_array_index(proof->sheets, struct desk_sheet, sheet).grid.columns, now);
	write_front_matter(html, proof->edition, story);
	html_close(html);
}

void card_write(struct html *html, const struct proof *proof, guint index, const char *label)
{
	const struct story *story = g_ptr_array_index(proof->edition->stories, index);
	const struct story_decision *decision = places_decision(proof, story->id);
	g_autofree char *id = g_strdup_printf("story-%u", index);

	html_open(html, "article", "class", "card", "id", id, "tabindex", "-1", NULL);
	html_line(html, "h3", decision != NULL ? decision->headline : story->headline.text, "lang",
		  story->language, NULL);
	html_open(html, "p", "class", "story-id", NULL);
	html_line(html, "code", story->file, NULL);
	html_close(html);
	if (decision != NULL)
		write_facts(html, proof, story, decision);
	if (decision != NULL && decision->parts->len > 0)
		write_terms(html, decision);
	for (guint i = 0; i < story->pictures->len; i++) {
		const struct picture *picture = g_ptr_array_index(story->pictures, i);
		if (!picture->usable)
			crop_write_missing(html, proof, picture);
	}
	write_slips(html, proof, story, label);
	html_close(html);
}
