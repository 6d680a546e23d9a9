#include "makeup/link_room.h"

#include <string.h>

/* A link and the areas as they were before any grew. */
struct area {
	struct page_link *link;
	struct rect before;
};

static GArray *areas_of(const struct page *page)
{
	GArray *areas = g_array_new(FALSE, FALSE, sizeof(struct area));

	for (guint i = 0; i < page->items->len; i++) {
		struct page_item *item = page->items->pdata[i];
		if (item->kind != ITEM_LINK)
			continue;
		struct area area = {&item->link, item->link.box};
		g_array_append_val(areas, area);
	}
	return areas;
}

static gboolean stand_over_another(struct rect a, struct rect b)
{
	return a.x < rect_right(b) && b.x < rect_right(a);
}

/* How far the area may grow up and down: to the page's edges, or half way to the next link. */
static void find_room(const GArray *areas, const struct area *area, fix page_height, fix *above, fix *below)
{
	*above = area->before.y;
	*below = page_height - rect_foot(area->before);
	for (guint i = 0; i < areas->len; i++) {
		const struct area *other = &g_array_index(areas, struct area, i);
		if (other->link == area->link || !stand_over_another(area->before, other->before))
			continue;
		if (other->before.y + other->before.height / 2 < area->before.y + area->before.height / 2)
			*above = MIN(*above, (area->before.y - rect_foot(other->before)) / 2);
		else
			*below = MIN(*below, (other->before.y - rect_foot(area->before)) / 2);
	}
	*above = MAX(*above, 0);
	*below = MAX(*below, 0);
}

/* Both ways alike, and where one is barred more the other. */
static void grow(const GArray *areas, const struct area *area, fix page_height)
{
	fix wanted = LINK_HEIGHT_LEAST - area->before.height, above, below;

	if (wanted <= 0)
		return;
	find_room(areas, area, page_height, &above, &below);
	fix up = MIN(above, MAX(wanted / 2, wanted - below)), down = MIN(below, wanted - up);
	area->link->box.y -= up;
	area->link->box.height += up + down;
}

void link_room(struct page *page)
{
	g_autoptr(GArray) areas = areas_of(page);

	for (guint i = 0; i < areas->len; i++)
		grow(areas, &g_array_index(areas, struct area, i), page->height);
}
