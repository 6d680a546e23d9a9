/* painter.c - hands a page's items to a painter, in reading order */
#include "paint/painter.h"

GQuark paint_error_quark(void)
{
	return g_quark_from_static_string("paint-error");
}

static void draw_item(const struct painter *painter, const struct page_item *item)
{
	switch (item->kind) {
	case ITEM_GLYPHS:
		if (painter->glyphs != NULL)
			painter->glyphs(painter->self, &item->glyphs);
		break;
	case ITEM_RULE:
	case ITEM_FILL:
		if (painter->fill != NULL)
			painter->fill(painter->self, &item->fill);
		break;
	case ITEM_PHOTO:
		if (painter->photo != NULL)
			painter->photo(painter->self, &item->photo);
		break;
	case ITEM_LINK:
		if (painter->link != NULL)
			painter->link(painter->self, &item->link);
		break;
	case ITEM_MARK:
	case ITEM_MARK_END:
		if (painter->mark != NULL)
			painter->mark(painter->self, item->kind == ITEM_MARK ? &item->mark : NULL);
		break;
	}
}

void painter_draw(const struct painter *painter, const struct page *page)
{
	if (painter->page_begin != NULL)
		painter->page_begin(painter->self, page);
	for (guint i = 0; i < page->items->len; i++)
		draw_item(painter, g_ptr_array_index(page->items, i));
	if (painter->page_end != NULL)
		painter->page_end(painter->self);
}
