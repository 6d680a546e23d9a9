/* proofsheet.c - one page of the paper, large, with what stands on it outlined */
#include <string.h>

#include "desk/faults.h"
#include "desk/frame.h"
#include "desk/parts.h"
#include "desk/places.h"
#include "desk/slip.h"

/* ---- what can be switched ---- */

static void write_switch(struct html *html, const char *id, const char *title, const char *key, gboolean on)
{
	html_open(html, "label", NULL);
	html_single(html, "input", "type", "checkbox", "id", id, "checked", on ? "" : NULL,
		    "aria-keyshortcuts", key, NULL);
	html_format(html, " %s", title);
	html_close(html);
}

static void write_zooms(struct html *html)
{
	static const char *const zooms[][2] = {{"page", "whole page"},
					       {"width", "fit width"},
					       {"150", "150 %"},
					       {"200", "200 %"},
					       {"300", "300 %"}};

	html_open(html, "fieldset", NULL);
	html_line(html, "legend", "Size", NULL);
	for (guint i = 0; i < G_N_ELEMENTS(zooms); i++) {
		g_autofree char *id = g_strdup_printf("zoom-%s", zooms[i][0]);
		html_open(html, "label", NULL);
		html_single(html, "input", "type", "radio", "name", "zoom", "id", id, "checked",
			    i == 1 ? "" : NULL, NULL);
		html_format(html, " %s", zooms[i][1]);
		html_close(html);
	}
	html_close(html);
}

static void write_neighbour(struct html *html, const struct proof *proof, int index, const char *says,
			    const char *rel)
{
	g_autofree char *name = NULL;

	if (index < 0 || index >= (int)proof->sheets->len)
		return;
	name = proof_page_name(g_array_index(proof->sheets, struct desk_sheet, index).page->label);
	html_line(html, "a", says, "href", name, "rel", rel, "class", "step", NULL);
}

static void write_tools(struct html *html, const struct proof *proof, guint index)
{
	html_open(html, "div", "class", "tools", "role", "group", "aria-label", "View", NULL);
	write_neighbour(html, proof, (int)index - 1, "← Page before", "prev");
	write_neighbour(html, proof, (int)index + 1, "Next page →", "next");
	html_open(html, "fieldset", NULL);
	html_line(html, "legend", "Show", NULL);
	write_switch(html, "show-outlines", "outlines", "o", TRUE);
	write_switch(html, "show-grid", "grid", "g", FALSE);
	write_switch(html, "show-columns", "columns", "c", FALSE);
	html_close(html);
	write_zooms(html);
	html_close(html);
}

/* ---- over the picture ---- */

static void write_rect(struct html *html, const char *class, struct rect box, const char *id)
{
	g_autofree char *x = places_pt(box.x), *y = places_pt(box.y);
	g_autofree char *width = places_pt(box.width), *height = places_pt(box.height);

	html_single(html, "rect", "class", class, "id", id, "x", x, "y", y, "width", width, "height", height,
		    NULL);
}

static void write_label(struct html *html, struct rect box, const char *text)
{
	g_autofree char *x = places_pt(box.x + 3 * FIX_PT), *y = places_pt(box.y + 7 * FIX_PT);
	g_autofree char *left = places_pt(box.x), *top = places_pt(box.y);
	g_autofree char *width = places_pt((fix)(g_utf8_strlen(text, -1) * 9 / 2 + 6) * FIX_PT);

	html_single(html, "rect", "class", "tag", "x", left, "y", top, "width", width, "height", "9.5", NULL);
	html_line(html, "text", text, "x", x, "y", y, NULL);
}

static void write_columns(struct html *html, const struct desk_grid *grid)
{
	html_open(html, "g", "class", "columns", "aria-hidden", "true", NULL);
	for (int i = 0; i < grid->columns; i++)
		write_rect(html, "column",
			   (struct rect){grid->left[i], grid->top, grid->column_width,
					 grid->rows * grid->leading},
			   NULL);
	html_close(html);
}

static void write_grid(struct html *html, const struct desk_grid *grid)
{
	int last = MAX(grid->columns - 1, 0);
	g_autofree char *left = places_pt(grid->left[0]);
	g_autofree char *right = places_pt(grid->left[last] + grid->column_width);
	g_autoptr(GString) path = g_string_new(NULL);

	for (int row = 0; row <= grid->rows; row++) {
		g_autofree char *y = places_pt(grid->top + row * grid->leading);
		g_string_append_printf(path, "M%s %sH%s", left, y, right);
	}
	html_open(html, "g", "class", "grid", "aria-hidden", "true", NULL);
	html_single(html, "path", "d", path->str, NULL);
	html_close(html);
}

static void write_story_box(struct html *html, const struct proof *proof, const struct desk_sheet *sheet,
			    guint index)
{
	const struct story *story = g_ptr_array_index(proof->edition->stories, index);
	const struct story_decision *decision = places_decision(proof, story->id);
	g_autofree char *href = g_strdup_printf("#story-%u", index);
	g_autofree char *name = NULL;

	for (guint i = 0; decision != NULL && i < decision->parts->len; i++) {
		const struct story_part *part = &g_array_index(decision->parts, struct story_part, i);
		struct rect box = places_part(&sheet->grid, part);
		if (strcmp(part->page, sheet->page->label) != 0)
			continue;
		g_free(name);
		name = g_strdup_printf("%s, %d lines", decision->headline, part->lines);
		html_open(html, "a", "href", href, "aria-label", name, "class", "story", NULL);
		html_line(html, "title", name, NULL);
		write_rect(html, "box", box, NULL);
		write_label(html, box, story->id);
		html_close(html);
	}
}

static void write_photo_box(struct html *html, const struct page_photo *photo, int number)
{
	g_autofree char *href = g_strdup_printf("#photo-%d", number);
	g_autofree char *name = g_strdup_printf("Crop of %s", photo->file);

	html_open(html, "a", "href", href, "aria-label", name, "class", "picture", NULL);
	html_line(html, "title", name, NULL);
	write_rect(html, "box", photo->box, NULL);
	html_close(html);
}

static void write_fault_box(struct html *html, const struct fault *fault, guint number)
{
	g_autofree char *href = g_strdup_printf("#fault-%u", number), *id = g_strdup_printf("at-%u", number);
	g_autofree char *class =
		g_strdup_printf("fault-at %s%s", diag_severity_word(fault->message->severity),
				fault->on_line ? " on-line" : "");
	g_autofree char *name =
		g_strdup_printf("%s: %s", diag_severity_word(fault->message->severity), fault->message->text);

	html_open(html, "a", "href", href, "aria-label", name, "class", class, "id", id, NULL);
	html_line(html, "title", name, NULL);
	write_rect(html, "box", fault->box, NULL);
	html_close(html);
}

typedef void (*photo_writer)(struct html *html, const struct proof *proof, const struct page_photo *photo,
			     int number);

static void box_writer(struct html *html, const struct proof *proof, const struct page_photo *photo,
		       int number)
{
	write_photo_box(html, photo, number);
}

static void each_photo(struct html *html, const struct proof *proof, const struct page *page,
		       photo_writer write)
{
	int number = 0;

	for (guint i = 0; i < page->items->len; i++) {
		const struct page_item *item = g_ptr_array_index(page->items, i);
		if (item->kind == ITEM_PHOTO)
			write(html, proof, &item->photo, ++number);
	}
}

static void write_overlay(struct html *html, const struct proof *proof, guint index)
{
	const struct desk_sheet *sheet = &g_array_index(proof->sheets, struct desk_sheet, index);
	g_autofree char *width = places_pt(sheet->page->width), *height = places_pt(sheet->page->height);
	g_autofree char *view = g_strdup_printf("0 0 %s %s", width, height);

	html_open(html, "svg", "class", "over", "viewBox", view, "role", "group", "aria-label",
		  "What stands where", NULL);
	write_columns(html, &sheet->grid);
	write_grid(html, &sheet->grid);
	html_open(html, "g", "class", "outlines", NULL);
	for (guint i = 0; i < proof->edition->stories->len; i++)
		write_story_box(html, proof, sheet, i);
	each_photo(html, proof, sheet->page, box_writer);
	html_close(html);
	html_open(html, "g", "class", "fault-boxes", NULL);
	for (guint i = 0; i < proof->faults->len; i++) {
		const struct fault *fault = &g_array_index(proof->faults, struct fault, i);
		if (fault->sheet == (int)index)
			write_fault_box(html, fault, i + 1);
	}
	html_close(html);
	html_close(html);
}

static void write_paper(struct html *html, const struct proof *proof, guint index)
{
	const struct desk_sheet *sheet = &g_array_index(proof->sheets, struct desk_sheet, index);
	g_autofree char *alt = g_strdup_printf("Page %s as it will be printed", sheet->page->label);
	g_autofree char *width = g_strdup_printf("%d", sheet->picture.width_px);
	g_autofree char *height = g_strdup_printf("%d", sheet->picture.height_px);

	html_open(html, "div", "class", "sheet", "tabindex", "0", "role", "region", "aria-label", alt, NULL);
	html_open(html, "div", "class", "paper", NULL);
	if (sheet->picture.file != NULL)
		html_single(html, "img", "src", sheet->picture.file, "width", width, "height", height, "alt",
			    alt, NULL);
	write_overlay(html, proof, index);
	html_close(html);
	html_close(html);
}

/* ---- beside it ---- */

/* A story and its box on this page. */
struct standing {
	guint story;
	const struct story_part *part;
};

static int from_the_top(gconstpointer a, gconstpointer b)
{
	const struct story_part *one = ((const struct standing *)a)->part,
				*other = ((const struct standing *)b)->part;

	return one->row != other->row ? one->row - other->row : one->column - other->column;
}

static GArray *standing_on(const struct proof *proof, const char *label)
{
	GArray *standing = g_array_new(FALSE, FALSE, sizeof(struct standing));

	for (guint s = 0; s < proof->edition->stories->len; s++) {
		const struct story *story = g_ptr_array_index(proof->edition->stories, s);
		const struct story_decision *decision = places_decision(proof, story->id);
		for (guint i = 0; decision != NULL && i < decision->parts->len; i++) {
			struct standing one = {s, &g_array_index(decision->parts, struct story_part, i)};
			if (strcmp(one.part->page, label) != 0)
				continue;
			g_array_append_val(standing, one);
			break;
		}
	}
	g_array_sort(standing, from_the_top);
	return standing;
}

static void write_stories(struct html *html, const struct proof *proof, const char *label)
{
	g_autoptr(GArray) standing = standing_on(proof, label);

	html_line(html, "h2", "Stories", NULL);
	for (guint i = 0; i < standing->len; i++)
		card_write(html, proof, g_array_index(standing, struct standing, i).story, label);
}

static gboolean has_photo(const struct page *page)
{
	for (guint i = 0; i < page->items->len; i++)
		if (((const struct page_item *)g_ptr_array_index(page->items, i))->kind == ITEM_PHOTO)
			return TRUE;
	return FALSE;
}

static void write_command(struct html *html, const char *title, const char *lines)
{
	html_open(html, "div", "class", "slip", NULL);
	html_line(html, "p", title, "class", "slip-title", NULL);
	card_write_slip(html, title, "In a terminal", lines, NULL);
	html_close(html);
}

/* Only what was built can be locked; a page that is locked takes changed copy when it is locked again. */
static void write_locking(struct html *html, const struct proof *proof, const struct desk_sheet *sheet)
{
	const char *label = sheet->page->label;
	g_autofree char *build = slip_command(proof->edition, "build", NULL, proof->out);
	g_autofree char *lock = slip_command(proof->edition, "lock", label, proof->out);
	g_autofree char *unlock = slip_command(proof->edition, "unlock", label, NULL);
	g_autofree char *both = g_strconcat(build, lock, NULL);

	if (sheet->decision != NULL && sheet->decision->locked) {
		write_command(html, "Let the page move again", unlock);
		write_command(html, "Set changed copy anew where it stands", lock);
	} else {
		write_command(html, "Lock the page as it is", both);
	}
}

static void write_page_card(struct html *html, const struct proof *proof, const struct desk_sheet *sheet)
{
	char cost[G_ASCII_DTOSTR_BUF_SIZE];

	html_line(html, "h2", "The page", NULL);
	html_open(html, "div", "class", "card", NULL);
	if (sheet->decision != NULL) {
		html_open(html, "p", NULL);
		g_ascii_formatd(cost, sizeof(cost), "%.1f", sheet->decision->cost);
		html_format(html, "%sTemplate %s, %d columns, %d rows, cost %s.",
			    sheet->decision->locked ? "Locked. " : "",
			    *sheet->decision->template_name != '\0' ? sheet->decision->template_name : "none",
			    sheet->decision->columns, sheet->decision->rows, cost);
		html_close(html);
	}
	write_locking(html, proof, sheet);
	html_close(html);
}

static void write_aside(struct html *html, const struct proof *proof, guint index)
{
	const struct desk_sheet *sheet = &g_array_index(proof->sheets, struct desk_sheet, index);

	html_open(html, "aside", "class", "beside", "aria-label", "What is told about this page", NULL);
	html_line(html, "h2", "Faults", NULL);
	faults_write(html, proof, (int)index);
	write_stories(html, proof, sheet->page->label);
	if (has_photo(sheet->page)) {
		html_line(html, "h2", "Photographs", NULL);
		each_photo(html, proof, sheet->page, crop_write);
	}
	write_page_card(html, proof, sheet);
	html_close(html);
}

char *proofsheet_page(const struct proof *proof, guint index)
{
	const struct desk_sheet *sheet = &g_array_index(proof->sheets, struct desk_sheet, index);
	g_autofree char *title = g_strdup_printf("Page %s", sheet->page->label);
	struct html *html = frame_begin(proof, title, FRAME_SHEET);

	html_open(html, "main", "id", "main", "class", "proofsheet", NULL);
	html_line(html, "h1", title, NULL);
	write_tools(html, proof, index);
	html_open(html, "div", "class", "desk", NULL);
	write_paper(html, proof, index);
	write_aside(html, proof, index);
	html_close(html);
	html_close(html);
	return frame_end(html, proof, sheet->page->label);
}
