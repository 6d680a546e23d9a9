#include <string.h>

#include "report/report.h"

/* ---- a table with columns as wide as their widest cell ---- */

enum { TABLE_COLUMNS = 7 };
static const char *const table_heads[TABLE_COLUMNS] = {"page",	 "story", "photo",   "ad",
						       "filler", "empty", "sections"};

/* Padded by characters: section names have marks, never wide letters. */
static void put_cell(GString *out, const char *text, int width, gboolean right)
{
	int blanks = MAX(0, width - (int)g_utf8_strlen(text, -1));

	if (right)
		g_string_append_printf(out, "%*s%s", blanks, "", text);
	else
		g_string_append(out, text);
	if (!right && blanks > 0)
		g_string_append_printf(out, "%*s", blanks, "");
}

static void put_row(GString *out, const char *const *cells)
{
	for (int i = 0; i < TABLE_COLUMNS; i++) {
		gboolean last = i == TABLE_COLUMNS - 1;
		if (i > 0)
			g_string_append(out, "  ");
		put_cell(out, cells[i], last ? 0 : 6, !last);
	}
	g_string_append_c(out, '\n');
}

static char *share(int part, int whole)
{
	if (part == 0)
		return g_strdup("-");
	return g_strdup_printf("%d %%", (int)((200LL * part / MAX(whole, 1) + 1) / 2));
}

static char *names_joined(const GPtrArray *names)
{
	g_autoptr(GString) joined = g_string_new(NULL);

	for (guint i = 0; names != NULL && i < names->len; i++) {
		if (i > 0)
			g_string_append(joined, ", ");
		g_string_append(joined, g_ptr_array_index(names, i));
	}
	return g_string_free(g_steal_pointer(&joined), FALSE);
}

static void put_page(GString *out, const struct page_decision *page)
{
	int whole = page->columns * page->rows;
	g_autofree char *story = share(page->cells[CELLS_STORY], whole);
	g_autofree char *photo = share(page->cells[CELLS_PHOTO], whole);
	g_autofree char *ad = share(page->cells[CELLS_AD], whole);
	g_autofree char *filler = share(page->cells[CELLS_FILLER], whole);
	g_autofree char *empty = share(page->cells[CELLS_EMPTY] + page->cells[CELLS_END], whole);
	g_autofree char *sections = names_joined(page->sections);
	const char *cells[TABLE_COLUMNS] = {page->label, story, photo, ad, filler, empty, sections};

	put_row(out, cells);
}

/* ---- the lines below the table ---- */

static const char *many(int count, const char *one, const char *more)
{
	return count == 1 ? one : more;
}

static int count_outcome(const struct decisions *decisions, enum story_outcome outcome)
{
	int count = 0;

	for (guint i = 0; i < decisions->stories->len; i++) {
		const struct story_decision *story = g_ptr_array_index(decisions->stories, i);
		count += story->outcome == outcome;
	}
	return count;
}

static void put_outcomes(GString *out, const struct decisions *decisions)
{
	static const char *const words[] = {"placed", "held over", "rejected", "killed"};
	int pages = (int)decisions->pages->len;

	g_string_append_printf(out, "%d %s; stories:", pages, many(pages, "page", "pages"));
	for (int outcome = STORY_PLACED; outcome <= STORY_KILLED; outcome++) {
		int count = count_outcome(decisions, outcome);
		if (count > 0 || outcome == STORY_PLACED)
			g_string_append_printf(out, "%s %d %s", outcome == STORY_PLACED ? "" : ",", count,
					       words[outcome]);
	}
	g_string_append_c(out, '\n');
}

/* Nothing is left out without its name. */
static void put_left_out(GString *out, const struct decisions *decisions)
{
	static const char *const words[] = {"", "held over", "rejected", "killed"};

	for (guint i = 0; i < decisions->stories->len; i++) {
		const struct story_decision *story = g_ptr_array_index(decisions->stories, i);
		if (story->outcome == STORY_PLACED && story->lines_trimmed > 0)
			g_string_append_printf(out, "  trimmed: %s, %d %s\n", story->id, story->lines_trimmed,
					       many(story->lines_trimmed, "line", "lines"));
		else if (story->outcome != STORY_PLACED)
			g_string_append_printf(out, "  %s: %s%s%s\n", words[story->outcome], story->id,
					       story->why != NULL && *story->why != '\0' ? ", " : "",
					       story->why != NULL ? story->why : "");
	}
}

static void put_type(GString *out, const struct type_facts *type)
{
	int lines = MAX(type->full_lines, 1);
	int loose = (int)(1000LL * type->loose_lines / lines),
	    hyphened = (int)(1000LL * type->hyphenated / lines);

	if (type->full_lines == 0)
		return;
	g_string_append_printf(
		out,
		"type: %d full lines, %d.%d %% loose, %d.%d %% hyphenated; word space 95th percentile "
		"0.%03d em\n",
		type->full_lines, loose / 10, loose % 10, hyphened / 10, hyphened % 10,
		MIN(type->space_p95, 999));
}

static void put_faults(GString *out, const struct diag *diag)
{
	int errors = (int)diag_count(diag, DIAG_ERROR);
	int warnings = (int)diag_count(diag, DIAG_WARNING) - errors;
	int notes = (int)diag->messages->len - errors - warnings;

	g_string_append_printf(out, "%d %s, %d %s, %d %s\n", errors, many(errors, "error", "errors"),
			       warnings, many(warnings, "warning", "warnings"), notes,
			       many(notes, "note", "notes"));
}

char *report_summary(const struct report_facts *facts)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const struct decisions *decisions = facts->decisions;

	g_string_append_printf(out, "%s, %04d-%02d-%02d\n", facts->edition->name, facts->edition->year,
			       facts->edition->month, facts->edition->day);
	if (decisions != NULL) {
		put_row(out, table_heads);
		for (guint i = 0; i < decisions->pages->len; i++)
			put_page(out, g_ptr_array_index(decisions->pages, i));
		put_outcomes(out, decisions);
		put_left_out(out, decisions);
		put_type(out, &decisions->type);
	}
	put_faults(out, facts->diag);
	return g_string_free(g_steal_pointer(&out), FALSE);
}
