/*
 * page_read.c - reads what page_write wrote
 *
 * Locked pages come from the desk's folder, so nothing here is trusted: every
 * number is bounded, every byte of a run's text accounted for, marks nest.
 */
#include "page/page_line.h"
#include "page/page_text.h"

#include <string.h>

/* More than any page needs, and so little that painters need not fear for their sums. */
#define SIZE_MAX_PT    4096
#define X_SCALE_MAX    10000
#define MARKS_DEEP_MAX 64

struct reader {
	const char *next;
	struct line line;
};

/* ---- items ---- */

static gboolean starts_character(const char *text, gsize length, int at)
{
	return at >= 0 && (gsize)at <= length && ((guchar)text[at] & 0xC0) != 0x80;
}

/* One glyph of the list; `glyph` holds the run's origin and, in text_start, the end of the text before. */
static gboolean take_glyph(const char **list, const char *text, gsize length, int64_t *pen,
			   struct page_glyph *glyph)
{
	int id, dx = 0, dy = 0;
	if (!page_line_take_int(list, &id) || id < 0 || (**list != '+' && **list != '-'))
		return FALSE;
	glyph->id = (uint32_t)id;
	if (**list == '+')
		(*list)++;
	if (!page_line_take_int(list, &glyph->advance))
		return FALSE;
	if (**list == '@') {
		(*list)++;
		if (!page_line_take_int(list, &dx) || **list != ',')
			return FALSE;
		(*list)++;
		if (!page_line_take_int(list, &dy))
			return FALSE;
	}
	if (**list == '!' && ((*list)++, !page_line_take_int(list, &glyph->text_start)))
		return FALSE;
	glyph->text_length = page_text_next_length(text, glyph->text_start);
	if (**list == '/' && ((*list)++, !page_line_take_int(list, &glyph->text_length)))
		return FALSE;
	int64_t x = glyph->x + *pen + dx, y = glyph->y + (int64_t)dy,
		end = (int64_t)glyph->text_start + glyph->text_length;
	*pen += glyph->advance;
	if (!page_line_is_near(x) || !page_line_is_near(y) || !page_line_is_near(*pen) ||
	    !page_line_is_near(glyph->advance) || !page_line_is_near(end) || glyph->text_length < 0)
		return FALSE;
	glyph->x = (fix)x;
	glyph->y = (fix)y;
	return starts_character(text, length, glyph->text_start) && starts_character(text, length, (int)end);
}

static void read_glyph_list(struct line *line, struct page_glyphs *run, fix x, fix y)
{
	const char *list = line->rest;
	line->rest_used = TRUE;
	gsize length = strlen(run->text);
	int64_t pen = 0;
	int end = 0;
	while (*list == ' ' && line->error == NULL) {
		list++;
		struct page_glyph glyph = {.x = x, .y = y, .text_start = end};
		if (!take_glyph(&list, run->text, length, &pen, &glyph))
			page_line_fault(line, "glyph %u is not ID+ADVANCE within the text",
					run->glyphs->len + 1);
		end = glyph.text_start + glyph.text_length;
		g_array_append_val(run->glyphs, glyph);
	}
	if (*list != '\0')
		page_line_fault(line, "glyph %u has something behind it", run->glyphs->len);
}

static void read_glyphs(struct line *line, struct page_glyphs *run)
{
	int at[2] = {0};
	run->text = page_line_text(line, "text");
	gboolean has_place = page_line_numbers(line, "at", TRUE, at, 2);
	run->font = page_line_interned(line, "font");
	page_line_numbers(line, "size", TRUE, &run->size, 1);
	run->x_scale = page_line_int(line, "x-scale", 1000);
	run->colour = page_line_colour(line);
	run->language = page_line_interned(line, "language");
	run->flags = (page_line_flag(line, "hyphen") ? GLYPHS_HYPHEN : 0) |
		     (page_line_flag(line, "line-end-space") ? GLYPHS_LINE_END_SPACE : 0);
	run->story = page_line_interned(line, "story");
	run->place = page_line_place(line);
	if (run->font == NULL || run->text == NULL || line->rest == NULL)
		page_line_fault(line, "glyphs want text, font and, after a colon, the list");
	else if (run->size <= 0 || run->size > SIZE_MAX_PT * FIX_PT || run->x_scale <= 0 ||
		 run->x_scale > X_SCALE_MAX)
		page_line_fault(line, "glyphs want a size above 0 and up to %d pt, and an x-scale up to %d",
				SIZE_MAX_PT, X_SCALE_MAX);
	else
		read_glyph_list(line, run, at[0], at[1]);
	if (run->glyphs->len > 0 && !has_place)
		page_line_fault(line, "glyphs want 'at'");
}

static void read_photo(struct line *line, struct page_photo *photo)
{
	int part[4] = {0}, pixels[2] = {0};
	photo->box = page_line_box(line);
	photo->file = page_line_text(line, "file");
	page_line_numbers(line, "part", FALSE, part, 4);
	page_line_numbers(line, "pixels", FALSE, pixels, 2);
	photo->story = page_line_interned(line, "story");
	photo->part = (struct photo_part){part[0], part[1], part[2], part[3]};
	photo->width_px = pixels[0];
	photo->height_px = pixels[1];
	if (photo->file == NULL)
		page_line_fault(line, "a photo wants 'file'");
}

static void read_mark(struct line *line, struct page_mark *mark)
{
	const char *word = page_line_value(line, "role");
	int role = 0;
	while (role < MARK_ROLE_COUNT && g_strcmp0(word, mark_role_word((enum mark_role)role)) != 0)
		role++;
	if (role == MARK_ROLE_COUNT) {
		page_line_fault(line, "a mark wants a 'role' that exists");
		role = MARK_ARTIFACT;
	}
	mark->role = (enum mark_role)role;
	mark->id = page_line_int(line, "id", 0);
	mark->level = page_line_int(line, "level", 0);
	mark->language = page_line_interned(line, "language");
	mark->story = page_line_interned(line, "story");
	mark->label = page_line_text(line, "label");
	mark->alt = page_line_text(line, "alt");
	mark->url = page_line_text(line, "url");
	mark->box = page_line_box(line);
	if (mark->id <= 0 && mark->role != MARK_ARTIFACT)
		page_line_fault(line, "a mark wants an 'id' above 0");
	if (mark->level < 0 || mark->level > 6)
		page_line_fault(line, "'level' is 1 to 6");
}

static void read_item(struct line *line, struct page_item *item)
{
	switch (item->kind) {
	case ITEM_GLYPHS:
		read_glyphs(line, &item->glyphs);
		break;
	case ITEM_RULE:
	case ITEM_FILL:
		item->fill.box = page_line_box(line);
		item->fill.colour = page_line_colour(line);
		break;
	case ITEM_PHOTO:
		read_photo(line, &item->photo);
		break;
	case ITEM_LINK:
		item->link.box = page_line_box(line);
		item->link.to = page_line_text(line, "to");
		item->link.about = page_line_text(line, "about");
		if (item->link.to == NULL)
			page_line_fault(line, "a link wants 'to'");
		break;
	case ITEM_MARK:
		read_mark(line, &item->mark);
		break;
	case ITEM_MARK_END:
		break;
	}
}

static int kind_of(const char *word)
{
	for (int kind = ITEM_GLYPHS; kind <= ITEM_MARK_END; kind++)
		if (strcmp(word, page_text_kind_word((enum item_kind)kind)) == 0)
			return kind;
	return -1;
}

/* Adds the item of the current line; *depth counts open marks. */
static gboolean read_line_item(struct reader *reader, struct page *page, int *depth, GError **error)
{
	struct line *line = &reader->line;
	int kind = kind_of(line->word);
	if (kind < 0)
		page_line_fault(line, "unknown item '%s'", line->word);
	else
		read_item(line, page_add(page, (enum item_kind)kind));
	*depth += kind == ITEM_MARK ? 1 : kind == ITEM_MARK_END ? -1 : 0;
	if (*depth < 0)
		page_line_fault(line, "an 'end' without its mark");
	if (*depth > MARKS_DEEP_MAX)
		page_line_fault(line, "more than %d marks inside each other", MARKS_DEEP_MAX);
	return page_line_done(line, error);
}

static struct page *read_page_line(struct line *line)
{
	int size[2] = {0};
	int number = page_line_int(line, "number", 0);
	page_line_numbers(line, "size", TRUE, size, 2);
	if (number < 1 || size[0] <= 0 || size[1] <= 0)
		page_line_fault(line, "a page wants a number and a size");
	return page_new(number, page_line_value(line, "label"), size[0], size[1]);
}

/* The page whose first line has been taken apart already. */
static struct page *read_page(struct reader *reader, GError **error)
{
	struct page *page = read_page_line(&reader->line);
	gboolean good = page_line_done(&reader->line, error);
	int depth = 0;
	while (good) {
		if (!page_line_next(&reader->line, &reader->next))
			page_line_fault(&reader->line, "the page ends without 'page-end'");
		else if (strcmp(reader->line.word, "page-end") == 0 && depth > 0)
			page_line_fault(&reader->line, "%d marks are still open at the end of the page",
					depth);
		else if (strcmp(reader->line.word, "page-end") == 0)
			break;
		else if (read_line_item(reader, page, &depth, error))
			continue;
		if (error != NULL && *error == NULL)
			page_line_done(&reader->line, error);
		good = FALSE;
	}
	if (good)
		return page;
	page_free(page);
	return NULL;
}

struct page *page_read(const char **text, GError **error)
{
	struct reader reader = {.next = *text};
	struct page *page = NULL;
	if (!page_line_next(&reader.line, &reader.next) || strcmp(reader.line.word, "page") != 0)
		g_set_error(error, PAGE_TEXT_ERROR, PAGE_TEXT_ERROR_SYNTAX,
			    "line 1: a page begins with 'page'");
	else
		page = read_page(&reader, error);
	page_line_clear(&reader.line);
	if (page != NULL)
		*text = reader.next;
	return page;
}

/* ---- papers ---- */

static void read_paper_line(struct line *line, struct paper *paper)
{
	int date[3] = {0};
	paper->title = page_line_text(line, "title");
	paper->subject = page_line_text(line, "subject");
	paper->publisher = page_line_text(line, "publisher");
	paper->slug = page_line_text(line, "slug");
	paper->language = page_line_interned(line, "language");
	page_line_numbers(line, "date", FALSE, date, 3);
	paper->year = date[0];
	paper->month = date[1];
	paper->day = date[2];
	paper->release = page_line_text(line, "release");
	paper->marks = page_line_int(line, "marks", 0);
}

static void read_outline(struct line *line, struct paper *paper)
{
	struct outline_entry *entry = g_new0(struct outline_entry, 1);
	g_ptr_array_add(paper->outline, entry);
	entry->level = page_line_int(line, "level", 0);
	entry->title = page_line_text(line, "title");
	entry->to = page_line_text(line, "to");
}

static void read_destination(struct line *line, struct paper *paper)
{
	int at[2] = {0};
	struct destination *destination = g_new0(struct destination, 1);
	g_ptr_array_add(paper->destinations, destination);
	destination->name = page_line_text(line, "name");
	destination->page = page_line_int(line, "page", 0);
	page_line_numbers(line, "at", TRUE, at, 2);
	destination->x = at[0];
	destination->y = at[1];
	if (destination->page < 0 || (guint)destination->page >= paper->pages->len)
		page_line_fault(line, "a destination wants a page of this paper");
}

/* One line, or one page, of a paper. */
static gboolean read_paper_part(struct reader *reader, struct paper *paper, GError **error)
{
	const char *word = reader->line.word;
	if (strcmp(word, "page") == 0) {
		struct page *page = read_page(reader, error);
		if (page != NULL)
			g_ptr_array_add(paper->pages, page);
		return page != NULL;
	}
	if (strcmp(word, "outline") == 0)
		read_outline(&reader->line, paper);
	else if (strcmp(word, "destination") == 0)
		read_destination(&reader->line, paper);
	else
		page_line_fault(&reader->line, "unknown part '%s' of a paper", word);
	return page_line_done(&reader->line, error);
}

static gboolean read_paper(struct reader *reader, struct paper *paper, GError **error)
{
	if (!page_line_next(&reader->line, &reader->next) || strcmp(reader->line.word, "paper") != 0)
		page_line_fault(&reader->line, "a paper begins with 'paper'");
	else
		read_paper_line(&reader->line, paper);
	if (!page_line_done(&reader->line, error))
		return FALSE;
	for (;;) {
		if (!page_line_next(&reader->line, &reader->next)) {
			page_line_fault(&reader->line, "the paper ends without 'paper-end'");
			return page_line_done(&reader->line, error);
		}
		if (strcmp(reader->line.word, "paper-end") == 0)
			return page_line_done(&reader->line, error);
		if (!read_paper_part(reader, paper, error))
			return FALSE;
	}
}

struct paper *paper_read(const char *text, GError **error)
{
	struct reader reader = {.next = text};
	struct paper *paper = paper_new();
	gboolean good = read_paper(&reader, paper, error);
	page_line_clear(&reader.line);
	if (good)
		return paper;
	paper_free(paper);
	return NULL;
}
