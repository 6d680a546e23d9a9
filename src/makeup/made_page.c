/* made_page.c - what stands where on one page */
#include "makeup/ensemble.h"
#include "makeup/pagination.h"
#include "makeup/plan.h"

struct made_page *made_page_new(struct sheet *sheet)
{
	struct made_page *page = g_new0(struct made_page, 1);

	page->sheet = sheet;
	page->takes = g_array_new(FALSE, TRUE, sizeof(struct placed_take));
	page->fillers = g_array_new(FALSE, TRUE, sizeof(struct placed_filler));
	page->strips = g_array_new(FALSE, TRUE, sizeof(struct strip));
	page->labels = g_array_new(FALSE, TRUE, sizeof(struct cells));
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
	g_array_unref(page->labels);
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

static gboolean stands_already(const struct made_page *page, int ad)
{
	for (guint i = 0; i < page->fillers->len; i++)
		if (g_array_index(page->fillers, struct placed_filler, i).ad == ad)
			return TRUE;
	return FALSE;
}

/* Another house ad for its room, that is not yet on the page; or -1. */
static int other_ad(const struct stone *stone, const struct made_page *page, int ad)
{
	int columns = page->sheet->columns, count = (int)stone->edition->ads->len;
	struct cells size = sheet_ad_size(stone, stone->edition->ads->pdata[ad], columns);

	for (int i = 0; i < count; i++) {
		const struct ad *other = stone->edition->ads->pdata[i];
		struct cells its = sheet_ad_size(stone, other, columns);
		if (other->filler && other->usable && its.columns == size.columns && its.rows == size.rows &&
		    !stands_already(page, i))
			return i;
	}
	return -1;
}

/* Never twice on a page: a panel of the paper's own rather. */
static void put_filler(const struct stone *stone, struct made_page *page, int index, struct cells at)
{
	struct placed_filler placed = {filler_ad(stone, index), at};

	if (stands_already(page, placed.ad))
		placed.ad = other_ad(stone, page, placed.ad);
	if (placed.ad >= 0)
		g_array_append_val(page->fillers, placed);
	else
		g_array_append_val(page->panels, at);
}

static void put_take(struct made_page *page, struct take *take, const struct shape *shape, struct cells at)
{
	struct placed_take placed = {take, take->story->section, at, *shape};
	g_array_append_val(page->takes, placed);
}

static void put_member(const struct stone *stone, struct made_page *page, struct ensemble *ensemble,
		       gboolean cut, const struct slice_node *node, struct cells at)
{
	at.columns = node->columns;
	at.rows = node->rows;
	if (node->kind == SLICE_STORY) {
		put_take(page, ensemble->takes->pdata[node->index],
			 ensemble_shape(stone, ensemble, cut, node->index, at.columns, at.rows), at);
		return;
	}
	put_member(stone, page, ensemble, cut, node->first, at);
	if (node->kind == SLICE_STACK)
		at.row += node->first->rows;
	else
		at.column += node->first->columns;
	put_member(stone, page, ensemble, cut, node->second, at);
}

static void put_ensemble(const struct stone *stone, struct made_page *page, struct ensemble *ensemble,
			 gboolean cut, struct cells at)
{
	struct slice_node *tree = ensemble_tree(stone, ensemble, cut, at.columns, at.rows);
	struct cells label = {at.column, at.row, at.columns, ENSEMBLE_LABEL_ROWS};

	g_return_if_fail(tree != NULL);
	if (ensemble->labelled) {
		g_array_append_val(page->labels, label);
		at.row += ENSEMBLE_LABEL_ROWS;
	}
	put_member(stone, page, ensemble, cut, tree, at);
	slice_node_free(tree);
}

void made_page_put(const struct stone *stone, struct made_page *page, struct take *take, gboolean may_jump,
		   struct cells at)
{
	if (take->ensemble != NULL)
		put_ensemble(stone, page, take->ensemble, cast_offers_cut(stone, take, may_jump), at);
	else
		put_take(page, take, cast_shape(stone, take, may_jump, at.columns, at.rows), at);
}

static void put_node(const struct stone *stone, struct made_page *page, const struct cast *cast,
		     gboolean may_jump, const struct slice_node *node, struct cells at)
{
	at.columns = node->columns;
	at.rows = node->rows;
	if (node->kind == SLICE_STORY) {
		made_page_put(stone, page, cast->takes->pdata[node->index], may_jump, at);
		return;
	}
	if (node->kind == SLICE_FILLER) {
		put_filler(stone, page, node->index, at);
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
