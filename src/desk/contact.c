/* contact.c - the contact sheet: every page small, with its faults */
#include "desk/faults.h"
#include "desk/frame.h"
#include "desk/parts.h"

static void write_sections(struct html *html, const struct page_decision *decision)
{
	g_autoptr(GString) names = g_string_new(NULL);

	for (guint i = 0; decision != NULL && i < decision->sections->len; i++)
		g_string_append_printf(names, "%s%s", i > 0 ? ", " : "",
				       (const char *)g_ptr_array_index(decision->sections, i));
	html_line(html, "span", names->str, "class", "sections", NULL);
}

static void write_room(struct html *html, const struct page_decision *decision)
{
	gboolean is_first = TRUE;
	int all;

	if (decision == NULL)
		return;
	all = MAX(decision->columns * decision->rows, 1);
	html_open(html, "p", "class", "room", NULL);
	for (int use = CELLS_STORY; use < CELL_USES; use++) {
		if (decision->cells[use] == 0 || use == CELLS_FURNITURE)
			continue;
		html_format(html, "%s%s %d %%", is_first ? "" : " · ", cell_use_word((enum cell_use)use),
			    (decision->cells[use] * 100 + all / 2) / all);
		is_first = FALSE;
	}
	html_close(html);
}

static void write_sheet(struct html *html, const struct proof *proof, guint index)
{
	const struct desk_sheet *sheet = &g_array_index(proof->sheets, struct desk_sheet, index);
	g_autofree char *name = proof_page_name(sheet->page->label);
	g_autofree char *id = g_strdup_printf("page-%s", sheet->page->label);
	g_autofree char *width = g_strdup_printf("%d", sheet->thumb.width_px);
	g_autofree char *height = g_strdup_printf("%d", sheet->thumb.height_px);

	html_open(html, "li", "id", id, NULL);
	html_open(html, "a", "href", name, "class", "thumb", NULL);
	if (sheet->thumb.file != NULL)
		html_single(html, "img", "src", sheet->thumb.file, "width", width, "height", height, "alt",
			    "", NULL);
	html_open(html, "span", "class", "label", NULL);
	html_format(html, "Page %s", sheet->page->label);
	html_close(html);
	html_text(html, " ");
	write_sections(html, sheet->decision);
	html_close(html);
	html_open(html, "p", "class", "tally", NULL);
	if (sheet->decision != NULL && sheet->decision->locked) {
		html_line(html, "span", "locked", "class", "badge locked", NULL);
		html_text(html, " ");
	}
	faults_write_badges(html, proof, (int)index);
	html_close(html);
	write_room(html, sheet->decision);
	html_close(html);
}

char *contact_page(const struct proof *proof)
{
	struct html *html = frame_begin(proof, "Pages", FRAME_CONTACT);

	html_open(html, "main", "id", "main", NULL);
	html_open(html, "h1", NULL);
	html_format(html, "%u %s", proof->sheets->len, proof->sheets->len == 1 ? "page" : "pages");
	html_close(html);
	html_open(html, "p", "class", "tally", NULL);
	faults_write_badges(html, proof, -1);
	html_close(html);
	html_open(html, "ol", "class", "contact", NULL);
	for (guint i = 0; i < proof->sheets->len; i++)
		write_sheet(html, proof, i);
	html_close(html);
	html_close(html);
	return frame_end(html, proof, NULL);
}
