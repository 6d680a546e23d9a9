#include "makeup/white.h"

enum { WIDE_MM = 40, SLATS_LEAST = 38, SLATS_MAX = 1024 };

/* 25 mm, less what is lost where a picture of the page is looked at in points of half a millimetre. */
#define DEEP_MM 24.2

#define SMALL_TYPE (12 * FIX_PT)

/* The page in slats of a millimetre: how far down each is free of ink from its last ink on. Of 40 mm of
   white 39 slats are whole at least; one less, as ink may be too thin to be seen. */
struct blind {
	struct rect area;
	fix slat;
	int slats;
	fix foot[SLATS_MAX]; /* of the last ink */
	GArray *found;	     /* struct rect */
};

/* ---- ink ---- */

/* Small type: what reaches above its capitals and below its lines is no more than a millimetre. */
static void add_line(const struct face *face, const struct page_glyphs *run, GArray *ink)
{
	const struct page_glyph *first = &g_array_index(run->glyphs, struct page_glyph, 0);
	const struct page_glyph *last = &g_array_index(run->glyphs, struct page_glyph, run->glyphs->len - 1);
	fix high = fix_scale(run->size, face->cap_height, 1000);
	struct rect box = {first->x, first->y - high, last->x + last->advance - first->x, high};

	g_array_append_val(ink, box);
}

static void add_letters(const struct face *face, const struct page_glyphs *run, GArray *ink)
{
	for (guint i = 0; i < run->glyphs->len; i++) {
		const struct page_glyph *glyph = &g_array_index(run->glyphs, struct page_glyph, i);
		struct ink of = face_ink(face, glyph->id);
		struct rect box = {glyph->x + fix_scale(run->size, of.left, 1000),
				   glyph->y - fix_scale(run->size, of.top, 1000),
				   fix_scale(run->size, of.right - of.left, 1000),
				   fix_scale(run->size, of.top - of.bottom, 1000)};
		if (box.width > 0 && box.height > 0)
			g_array_append_val(ink, box);
	}
}

static void add_ink(const struct fontbook *book, const struct page_item *item, GArray *ink)
{
	const struct page_glyphs *run = &item->glyphs;

	if (item->kind == ITEM_GLYPHS && run->glyphs->len > 0) {
		const struct face *face = fontbook_face(book, run->font);
		if (run->size <= SMALL_TYPE)
			add_line(face, run, ink);
		else
			add_letters(face, run, ink);
	} else if (item->kind == ITEM_RULE || item->kind == ITEM_FILL) {
		g_array_append_val(ink, item->fill.box);
	} else if (item->kind == ITEM_PHOTO) {
		g_array_append_val(ink, item->photo.box);
	}
}

static int by_top(gconstpointer a, gconstpointer b)
{
	const struct rect *one = a, *two = b;
	return one->y < two->y ? -1 : one->y > two->y;
}

/* ---- white ---- */

static int slat_at(const struct blind *blind, fix x)
{
	return CLAMP((x - blind->area.x) / blind->slat, 0, blind->slats - 1);
}

static void keep_white(struct blind *blind, int first, int end, fix foot)
{
	struct rect white = {blind->area.x + first * blind->slat, 0, (end - first) * blind->slat, 0};

	for (int i = first; i < end; i++)
		white.y = MAX(white.y, blind->foot[i]);
	white.height = foot - white.y;
	g_array_append_val(blind->found, white);
	for (int i = first; i < end; i++)
		blind->foot[i] = foot;
}

/* White that ends at the top of this ink: over the slats it stands in, and as many beside them. */
static void find_above(struct blind *blind, struct rect ink)
{
	int left = slat_at(blind, ink.x), right = slat_at(blind, rect_right(ink)), open = 0;
	int end = MIN(right + WIDE_MM, blind->slats);

	for (int i = MAX(left - WIDE_MM, 0); i <= end; i++) {
		if (i < end && ink.y - blind->foot[i] >= fix_from_mm(DEEP_MM)) {
			open++;
			continue;
		}
		if (open >= SLATS_LEAST && i > left && i - open <= right)
			keep_white(blind, i - open, i, ink.y);
		open = 0;
	}
}

static void mark(struct blind *blind, struct rect ink)
{
	for (int i = slat_at(blind, ink.x); i <= slat_at(blind, rect_right(ink)); i++)
		blind->foot[i] = MAX(blind->foot[i], rect_foot(ink));
}

GArray *white_find(const struct fontbook *book, const struct page *page, struct rect area)
{
	struct blind blind = {.area = area,
			      .slat = fix_from_mm(1),
			      .found = g_array_new(FALSE, FALSE, sizeof(struct rect))};
	g_autoptr(GArray) ink = g_array_new(FALSE, FALSE, sizeof(struct rect));
	struct rect end = {area.x, rect_foot(area), area.width, 0};

	blind.slats = CLAMP(area.width / blind.slat, 1, SLATS_MAX);
	for (int i = 0; i < blind.slats; i++)
		blind.foot[i] = area.y;
	for (guint i = 0; i < page->items->len; i++)
		add_ink(book, page->items->pdata[i], ink);
	g_array_append_val(ink, end);
	g_array_sort(ink, by_top);
	for (guint i = 0; i < ink->len; i++) {
		struct rect box = g_array_index(ink, struct rect, i);
		if (box.y > rect_foot(area) || rect_right(box) < area.x || box.x > rect_right(area))
			continue;
		find_above(&blind, box);
		mark(&blind, box);
	}
	return blind.found;
}

/* ---- whose it is ---- */

static struct rect box_of(const struct stone *stone, const struct sheet *sheet, struct cells cells)
{
	return (struct rect){design_column_x(stone->design, sheet->columns, cells.column),
			     design_row_y(stone->design, cells.row),
			     design_measure(stone->design, sheet->columns, cells.columns),
			     cells.rows * stone_leading(stone)};
}

static int64_t shared(struct rect a, struct rect b)
{
	int64_t width = MIN(rect_right(a), rect_right(b)) - MAX(a.x, b.x);
	int64_t height = MIN(rect_foot(a), rect_foot(b)) - MAX(a.y, b.y);
	return width > 0 && height > 0 ? width * height : 0;
}

/* The head with the most of the white in it and under it. */
static void blame(const struct stone *stone, const struct made_page *made, struct rect white, GArray *heads)
{
	const struct placed_take *most = NULL;
	int64_t largest = 0;

	for (guint i = 0; i < made->takes->len; i++) {
		const struct placed_take *placed = &g_array_index(made->takes, struct placed_take, i);
		int64_t part = shared(box_of(stone, made->sheet, placed->cells), white);
		if (part > largest) {
			most = placed;
			largest = part;
		}
	}
	if (most == NULL)
		return;
	const struct head *head = most->take->heads->pdata[most->shape.head];
	struct white_head left = {most->take->story->id, most->take->first, head->columns, head->rows,
				  head->size};
	g_debug("page %s: white of %d x %d mm at %d, %d mm beside '%s' over %d columns", made->sheet->label,
		(int)(white.width / fix_from_mm(1)), (int)(white.height / fix_from_mm(1)),
		(int)(white.x / fix_from_mm(1)), (int)(white.y / fix_from_mm(1)), head->text, head->columns);
	g_array_append_val(heads, left);
}

guint white_survey(const struct shift *shift, const struct paper *paper, GArray *heads)
{
	const struct stone *stone = &shift->stone;
	guint count = 0;

	for (guint i = 0; i < shift->pages->len; i++) {
		const struct made_page *made = shift->pages->pdata[i];
		struct cells all = {0, 0, made->sheet->columns, made->sheet->rows - made->end_rows};
		if (made->lock != NULL)
			continue;
		g_autoptr(GArray) found =
			white_find(stone->book, paper->pages->pdata[i], box_of(stone, made->sheet, all));
		for (guint w = 0; w < found->len; w++)
			blame(stone, made, g_array_index(found, struct rect, w), heads);
		count += found->len;
	}
	return count;
}

/* A head whose own white shows is dear in any depth over so many columns, another as deep as it was set: a
   size a little smaller leaves as much. */
static gboolean is_like(const struct white_head *left, const struct take *take, const struct head *head)
{
	return left->story == take->story->id && left->first == take->first &&
	       left->columns == head->columns && (head->has_hole || left->rows == head->rows);
}

double white_cost_of(const struct stone *stone, const struct take *take, const struct head *head)
{
	double cost = 0;

	for (guint i = 0; stone->white_heads != NULL && i < stone->white_heads->len; i++) {
		const struct white_head *left = &g_array_index(stone->white_heads, struct white_head, i);
		if (is_like(left, take, head))
			cost += stone->design->costs.white_left;
	}
	return cost;
}
