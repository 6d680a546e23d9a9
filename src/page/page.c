/* page.c - pages and papers are made, added to and freed */
#include "page/page.h"

static const char *const role_words[MARK_ROLE_COUNT] = {
	[MARK_SECTION] = "section",
	[MARK_STORY] = "story",
	[MARK_HEADLINE] = "headline",
	[MARK_DECK] = "deck",
	[MARK_KICKER] = "kicker",
	[MARK_STANDFIRST] = "standfirst",
	[MARK_BYLINE] = "byline",
	[MARK_PARAGRAPH] = "paragraph",
	[MARK_CROSSHEAD] = "crosshead",
	[MARK_QUOTATION] = "quotation",
	[MARK_LIST] = "list",
	[MARK_LIST_ITEM] = "list-item",
	[MARK_LIST_LABEL] = "list-label",
	[MARK_TABLE] = "table",
	[MARK_ROW] = "row",
	[MARK_HEAD_CELL] = "head-cell",
	[MARK_CELL] = "cell",
	[MARK_FIGURE] = "figure",
	[MARK_CAPTION] = "caption",
	[MARK_LINK] = "link",
	[MARK_FURNITURE] = "furniture",
	[MARK_TURN] = "turn",
	[MARK_ARTIFACT] = "artifact",
};

const char *mark_role_word(enum mark_role role)
{
	g_return_val_if_fail(role < MARK_ROLE_COUNT, "");
	return role_words[role];
}

static void outline_entry_free(void *data)
{
	struct outline_entry *entry = data;
	g_free(entry->title);
	g_free(entry->to);
	g_free(entry);
}

static void destination_free(void *data)
{
	struct destination *destination = data;
	g_free(destination->name);
	g_free(destination);
}

static void free_page(void *data)
{
	page_free(data);
}

static void free_item(void *data)
{
	page_item_free(data);
}

struct paper *paper_new(void)
{
	struct paper *paper = g_new0(struct paper, 1);
	paper->pages = g_ptr_array_new_with_free_func(free_page);
	paper->outline = g_ptr_array_new_with_free_func(outline_entry_free);
	paper->destinations = g_ptr_array_new_with_free_func(destination_free);
	return paper;
}

void paper_free(struct paper *paper)
{
	if (paper == NULL)
		return;
	g_free(paper->title);
	g_free(paper->subject);
	g_free(paper->publisher);
	g_free(paper->slug);
	g_free(paper->release);
	g_ptr_array_unref(paper->pages);
	g_ptr_array_unref(paper->outline);
	g_ptr_array_unref(paper->destinations);
	g_free(paper);
}

struct page *page_new(int number, const char *label, fix width, fix height)
{
	struct page *page = g_new0(struct page, 1);
	page->number = number;
	page->label = g_strdup(label);
	page->width = width;
	page->height = height;
	page->items = g_ptr_array_new_with_free_func(free_item);
	return page;
}

void page_free(struct page *page)
{
	if (page == NULL)
		return;
	g_free(page->label);
	g_ptr_array_unref(page->items);
	g_free(page);
}

struct page_item *page_add(struct page *page, enum item_kind kind)
{
	struct page_item *item = g_new0(struct page_item, 1);
	item->kind = kind;
	if (kind == ITEM_GLYPHS)
		item->glyphs.glyphs = g_array_new(FALSE, FALSE, sizeof(struct page_glyph));
	g_ptr_array_add(page->items, item);
	return item;
}

void page_item_free(struct page_item *item)
{
	switch (item->kind) {
	case ITEM_GLYPHS:
		g_free(item->glyphs.text);
		g_array_unref(item->glyphs.glyphs);
		break;
	case ITEM_PHOTO:
		g_free(item->photo.file);
		break;
	case ITEM_LINK:
		g_free(item->link.to);
		g_free(item->link.about);
		break;
	case ITEM_MARK:
		g_free(item->mark.label);
		g_free(item->mark.alt);
		g_free(item->mark.url);
		break;
	case ITEM_RULE:
	case ITEM_FILL:
	case ITEM_MARK_END:
		break;
	}
	g_free(item);
}

char *page_photo_key(const struct page_photo *photo)
{
	const struct photo_part *part = &photo->part;
	return g_strdup_printf("%dx%d %d,%d,%d,%d %s", photo->width_px, photo->height_px, part->left,
			       part->top, part->width, part->height, photo->file);
}
