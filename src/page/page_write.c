/*
 * page_write.c - a page as text
 *
 * One item a line: a word, then KEY=VALUE pairs; a value is bare or in quotes.
 * Lengths are points with up to four decimals, which is exact for 1/1024 pt.
 * The glyphs of a run follow a colon, each as
 *
 *     ID+ADVANCE[@DX,DY][!START][/LENGTH]
 *
 * in 1/1024 pt and bytes. What is left out is the usual: on the pen, text that
 * follows on the glyph before, one character of it.
 */
#include "page/page_text.h"

#include <string.h>

static const char *const kind_words[] = {
	[ITEM_GLYPHS] = "glyphs", [ITEM_RULE] = "rule", [ITEM_FILL] = "fill",	 [ITEM_PHOTO] = "photo",
	[ITEM_LINK] = "link",	  [ITEM_MARK] = "mark", [ITEM_MARK_END] = "end",
};

const char *page_text_kind_word(enum item_kind kind)
{
	return kind_words[kind];
}

int page_text_next_length(const char *text, int start)
{
	size_t length = strlen(text);
	if (start < 0 || (size_t)start >= length)
		return 0;
	size_t step = (size_t)g_utf8_skip[(guchar)text[start]];
	return (int)MIN(step, length - (size_t)start);
}

static void put_length(GString *out, fix length)
{
	int64_t value = ((int64_t)length * 10000 + (length < 0 ? -FIX_PT / 2 : FIX_PT / 2)) / FIX_PT;
	if (value < 0) {
		g_string_append_c(out, '-');
		value = -value;
	}
	g_string_append_printf(out, "%" G_GINT64_FORMAT, value / 10000);
	int rest = (int)(value % 10000);
	if (rest == 0)
		return;
	char digits[5];
	g_snprintf(digits, sizeof digits, "%04d", rest);
	for (int end = 3; digits[end] == '0'; end--)
		digits[end] = '\0';
	g_string_append_c(out, '.');
	g_string_append(out, digits);
}

static void put_quoted(GString *out, const char *text)
{
	g_string_append_c(out, '"');
	for (const char *c = text; *c != '\0'; c++) {
		if (*c == '"' || *c == '\\')
			g_string_append_c(out, '\\');
		if (*c == '\n')
			g_string_append(out, "\\n");
		else if ((guchar)*c < 0x20 || *c == 0x7f)
			g_string_append_printf(out, "\\x%02x", (guchar)*c);
		else
			g_string_append_c(out, *c);
	}
	g_string_append_c(out, '"');
}

static gboolean is_bare(const char *text)
{
	for (const char *c = text; *c != '\0'; c++)
		if (!g_ascii_isalnum(*c) && strchr("-_./", *c) == NULL)
			return FALSE;
	return *text != '\0';
}

/* Nothing at all for NULL, so that it is read back as NULL. */
void page_text_put(GString *out, const char *key, const char *text)
{
	if (text == NULL)
		return;
	g_string_append_printf(out, " %s=", key);
	if (is_bare(text))
		g_string_append(out, text);
	else
		put_quoted(out, text);
}

static void put_int(GString *out, const char *key, int value)
{
	g_string_append_printf(out, " %s=%d", key, value);
}

static void put_colour(GString *out, uint32_t colour)
{
	g_string_append_printf(out, " colour=%06x", colour);
}

static void put_point(GString *out, const char *key, fix x, fix y)
{
	g_string_append_printf(out, " %s=", key);
	put_length(out, x);
	g_string_append_c(out, ',');
	put_length(out, y);
}

static void put_box(GString *out, struct rect box)
{
	put_point(out, "box", box.x, box.y);
	g_string_append_c(out, ',');
	put_length(out, box.width);
	g_string_append_c(out, ',');
	put_length(out, box.height);
}

static void put_place(GString *out, struct place place)
{
	if (place.file == NULL)
		return;
	g_autofree char *text = g_strdup_printf("%s:%d:%d", place.file, place.line, place.column);
	page_text_put(out, "place", text);
}

static void put_glyph_list(GString *out, const struct page_glyphs *run)
{
	int64_t pen = 0;
	int end = 0;
	for (guint i = 0; i < run->glyphs->len; i++) {
		const struct page_glyph *first = &g_array_index(run->glyphs, struct page_glyph, 0);
		const struct page_glyph *glyph = first + i;
		int64_t dx = glyph->x - (int64_t)first->x - pen, dy = glyph->y - (int64_t)first->y;
		g_string_append_printf(out, " %" G_GUINT32_FORMAT "%+d", glyph->id, glyph->advance);
		if (dx != 0 || dy != 0)
			g_string_append_printf(out, "@%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, dx, dy);
		if (glyph->text_start != end)
			g_string_append_printf(out, "!%d", glyph->text_start);
		if (glyph->text_length != page_text_next_length(run->text, glyph->text_start))
			g_string_append_printf(out, "/%d", glyph->text_length);
		end = glyph->text_start + glyph->text_length;
		pen += glyph->advance;
	}
}

static void put_glyphs(GString *out, const struct page_glyphs *run)
{
	page_text_put(out, "text", run->text);
	if (run->glyphs->len > 0) {
		const struct page_glyph *first = &g_array_index(run->glyphs, struct page_glyph, 0);
		put_point(out, "at", first->x, first->y);
	}
	page_text_put(out, "font", run->font);
	g_string_append(out, " size=");
	put_length(out, run->size);
	if (run->x_scale != 1000)
		put_int(out, "x-scale", run->x_scale);
	if (run->colour != 0)
		put_colour(out, run->colour);
	page_text_put(out, "language", run->language);
	if (run->flags & GLYPHS_HYPHEN)
		g_string_append(out, " hyphen=yes");
	if (run->flags & GLYPHS_LINE_END_SPACE)
		g_string_append(out, " line-end-space=yes");
	page_text_put(out, "story", run->story);
	put_place(out, run->place);
	g_string_append(out, " :");
	if (run->text != NULL)
		put_glyph_list(out, run);
}

static void put_photo(GString *out, const struct page_photo *photo)
{
	const struct photo_part *part = &photo->part;
	put_box(out, photo->box);
	page_text_put(out, "file", photo->file);
	g_string_append_printf(out, " part=%d,%d,%d,%d pixels=%d,%d", part->left, part->top, part->width,
			       part->height, photo->width_px, photo->height_px);
	page_text_put(out, "story", photo->story);
}

static gboolean box_is_empty(struct rect box)
{
	return box.x == 0 && box.y == 0 && box.width == 0 && box.height == 0;
}

static void put_mark(GString *out, const struct page_mark *mark)
{
	page_text_put(out, "role", mark_role_word(mark->role));
	put_int(out, "id", mark->id);
	if (mark->level != 0)
		put_int(out, "level", mark->level);
	page_text_put(out, "language", mark->language);
	page_text_put(out, "story", mark->story);
	page_text_put(out, "label", mark->label);
	page_text_put(out, "alt", mark->alt);
	page_text_put(out, "url", mark->url);
	if (!box_is_empty(mark->box))
		put_box(out, mark->box);
}

static void put_item(GString *out, const struct page_item *item)
{
	g_string_append(out, kind_words[item->kind]);
	switch (item->kind) {
	case ITEM_GLYPHS:
		put_glyphs(out, &item->glyphs);
		break;
	case ITEM_RULE:
	case ITEM_FILL:
		put_box(out, item->fill.box);
		put_colour(out, item->fill.colour);
		break;
	case ITEM_PHOTO:
		put_photo(out, &item->photo);
		break;
	case ITEM_LINK:
		put_box(out, item->link.box);
		page_text_put(out, "to", item->link.to);
		page_text_put(out, "about", item->link.about);
		break;
	case ITEM_MARK:
		put_mark(out, &item->mark);
		break;
	case ITEM_MARK_END:
		break;
	}
	g_string_append_c(out, '\n');
}

void page_write(const struct page *page, GString *out)
{
	g_string_append_printf(out, "page number=%d", page->number);
	page_text_put(out, "label", page->label);
	put_point(out, "size", page->width, page->height);
	g_string_append_c(out, '\n');
	int depth = 1;
	for (guint i = 0; i < page->items->len; i++) {
		const struct page_item *item = g_ptr_array_index(page->items, i);
		if (item->kind == ITEM_MARK_END && depth > 1)
			depth--;
		for (int tab = 0; tab < depth; tab++)
			g_string_append_c(out, '\t');
		put_item(out, item);
		if (item->kind == ITEM_MARK)
			depth++;
	}
	g_string_append(out, "page-end\n");
}

static void put_outline(const struct paper *paper, GString *out)
{
	for (guint i = 0; i < paper->outline->len; i++) {
		const struct outline_entry *entry = g_ptr_array_index(paper->outline, i);
		g_string_append_printf(out, "outline level=%d", entry->level);
		page_text_put(out, "title", entry->title);
		page_text_put(out, "to", entry->to);
		g_string_append_c(out, '\n');
	}
}

static void put_destinations(const struct paper *paper, GString *out)
{
	for (guint i = 0; i < paper->destinations->len; i++) {
		const struct destination *destination = g_ptr_array_index(paper->destinations, i);
		g_string_append(out, "destination");
		page_text_put(out, "name", destination->name);
		put_int(out, "page", destination->page);
		put_point(out, "at", destination->x, destination->y);
		g_string_append_c(out, '\n');
	}
}

void paper_write(const struct paper *paper, GString *out)
{
	g_string_append(out, "paper");
	page_text_put(out, "title", paper->title);
	page_text_put(out, "subject", paper->subject);
	page_text_put(out, "publisher", paper->publisher);
	page_text_put(out, "slug", paper->slug);
	page_text_put(out, "language", paper->language);
	g_string_append_printf(out, " date=%d,%d,%d", paper->year, paper->month, paper->day);
	page_text_put(out, "release", paper->release);
	put_int(out, "marks", paper->marks);
	g_string_append_c(out, '\n');
	for (guint i = 0; i < paper->pages->len; i++)
		page_write(g_ptr_array_index(paper->pages, i), out);
	put_outline(paper, out);
	put_destinations(paper, out);
	g_string_append(out, "paper-end\n");
}
