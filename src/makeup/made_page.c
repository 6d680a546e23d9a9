/* made_page.c - what stands where on one page */
#include "makeup/pagination.h"
#include "makeup/plan.h"

struct made_page *made_page_new(struct sheet *sheet)
{
	struct made_page *page = g_new0(struct made_page, 1);

	page->sheet = sheet;
	page->takes = g_array_new(FALSE, TRUE, sizeof(struct placed_take));
	page->fillers = g_array_new(FALSE, TRUE, sizeof(struct placed_filler));
	page->strips = g_array_new(FALSE, TRUE, sizeof(struct strip));
	page->gaps = g_array_new(FALSE, TRUE, sizeof(struct cells));
	page->panels = g_array_new(FALSE, TRUE, sizeof(struct cells));
	return page;
}

void made_page_free(struct made_page *page)
{
	if (page == NULL)
		return;
	sheet_free(page->sheet);
	g_array_unref(page->takes);
	g_array_unref(page->fillers);
	g_array_unref(page->strips);
	g_array_unref(page->gaps);
	g_array_unref(page->panels);
	g_free(page);
}

/* The edition's index of the n-th house ad that was offered. */
static int filler_ad(const struct stone *stone, int index)
{
	for (guint i = 0; i < stone->edition->ads->len; i++) {
		const struct ad *ad = stone->edition->ads->pdata[i];
		if (ad->filler && ad->usable && index-- == 0)
			return (int)i;
	}
	return -1;
}

static void put_node(const struct stone *stone, struct made_page *page, const struct cast *cast,
		     gboolean may_jump, const struct slice_node *node, struct cells at)
{
	at.columns = node->columns;
	at.rows = node->rows;
	if (node->kind == SLICE_STORY) {
		struct take *take = cast->takes->pdata[node->index];
		struct placed_take placed = {take, take->story->section, at,
					     *cast_shape(stone, take, may_jump, node->columns, node->rows)};
		g_array_append_val(page->takes, placed);
		return;
	}
	if (node->kind == SLICE_FILLER) {
		struct placed_filler placed = {filler_ad(stone, node->index), at};
		g_array_append_val(page->fillers, placed);
		return;
	}
	put_node(stone, page, cast, may_jump, node->first, at);
	if (node->kind == SLICE_STACK)
		at.row += node->first->rows;
	else
		at.column += node->first->columns;
	put_node(stone, page, cast, may_jump, node->second, at);
}

gboolean made_page_place(const struct stone *stone, struct made_page *page, struct cast *cast,
			 gboolean may_jump, guint64 stories, struct cells cells)
{
	struct slice *slice = cast_slice(stone, cast, may_jump);
	struct slice_node *node = slice_tree(slice, stories, cells.columns, cells.rows);

	if (node == NULL)
		return FALSE;
	plan_turn_tree(cast, node, plan_of_page(stone->edition, page->sheet->label));
	put_node(stone, page, cast, may_jump, node, cells);
	slice_node_free(node);
	return TRUE;
}
