/* picture.c - a story's photographs as blocks at the head of its legs */
#include "makeup/framing.h"
#include "makeup/gallery.h"
#include "makeup/manuscript.h"
#include "makeup/table.h"
#include "makeup/take.h"

#define CAPTION_GAP (3 * FIX_PT) /* photograph to the cap height of its caption */
#define NAME_GAP    (6 * FIX_PT) /* a mugshot to the name beside it */
#define LEAD_PHOTO  2.5		 /* a lead's photograph keeps its width */
#define FOOT_GAP    (4 * FIX_PT) /* least white between caption and text */

fix picture_top(const struct stone *stone)
{
	const struct text_style *body = stone_style(stone, STYLE_BODY);
	const struct face *face = stone_face(stone, body);
	return stone_baseline(stone) - fix_scale(body->size, face->cap_height, 1000);
}

static fix caption_cap(const struct stone *stone)
{
	const struct text_style *style = stone_style(stone, STYLE_CAPTION);

	return fix_scale(style->size, stone_face(stone, style)->cap_height, 1000);
}

/* From the first line's cap height to the last line's baseline. */
static fix caption_letters(const struct stone *stone, const struct picture_block *block)
{
	return caption_cap(stone) +
	       (block->caption_setting->lines - 1) * stone_style(stone, STYLE_CAPTION)->leading;
}

gboolean picture_caption_is_beside(const struct picture_block *block)
{
	return block->photo_width < block->width;
}

/* What a caption takes below the photograph. */
static fix caption_height(const struct stone *stone, const struct picture_block *block)
{
	if (block->caption_setting == NULL || picture_caption_is_beside(block))
		return 0;
	return CAPTION_GAP + caption_letters(stone, block) + stone_style(stone, STYLE_CAPTION)->size / 5;
}

struct rect picture_caption_box(const struct stone *stone, const struct picture_block *block,
				struct rect photo)
{
	fix leading = stone_style(stone, STYLE_CAPTION)->leading;
	struct rect line = {0, rect_foot(photo) + CAPTION_GAP + caption_cap(stone), block->width, leading};

	if (!picture_caption_is_beside(block))
		return line;
	line.x = block->photo_width + NAME_GAP;
	line.y = rect_foot(photo) - (block->caption_setting->lines - 1) * leading;
	line.width = block->width - line.x;
	return line;
}

static fix around_photo(const struct stone *stone, const struct picture_block *block)
{
	return picture_top(stone) + caption_height(stone, block) + FOOT_GAP;
}

struct rect picture_box(const struct stone *stone, const struct picture_block *block, int rows)
{
	fix room = rows * stone_leading(stone) - around_photo(stone, block);
	struct rect box = {0, picture_top(stone), block->photo_width, MIN(room, block->photo_most)};

	if (room < block->photo_least) {
		box.width = fix_scale(block->photo_width, room, block->photo_least);
		box.x = (block->photo_width - box.width) / 2;
	}
	return box;
}

/* ---- which legs ---- */

static const struct picture_block *block_at(const struct take *take, int index)
{
	return &g_array_index(take->pictures, struct picture_block, index);
}

static int columns_at(const struct take *take, int index)
{
	return block_at(take, index)->columns;
}

gboolean picture_is_same(const struct picture_block *one, const struct picture_block *two)
{
	return one == two || (one->table_count > 0 && two->table_count > 0) ||
	       (one->picture != NULL && one->picture == two->picture) ||
	       (one->quote != NULL && one->quote_words == two->quote_words);
}

/* A picture that looks to the right stands at the left, so that it turns into its story. */
static gboolean stands_left(const struct take *take, const struct shape *shape)
{
	const struct picture *picture =
		shape->picture < 0
			? NULL
			: g_array_index(take->pictures, struct picture_block, shape->picture).picture;
	return picture != NULL && picture->looks == LOOKS_RIGHT;
}

int picture_first_leg(const struct take *take, const struct shape *shape, int columns)
{
	if (block_at(take, shape->picture)->quote != NULL)
		return pull_quote_leg(columns, columns_at(take, shape->picture));
	return stands_left(take, shape) ? 0 : columns - columns_at(take, shape->picture);
}

int picture_rows_over(const struct picture_block *block, const struct shape *shape, int leg)
{
	return block->gallery == NULL
		       ? shape->picture_rows
		       : gallery_rows_over(block->gallery, shape->picture_rows, shape->inset_rows, leg);
}

/* A quote stands beside the picture, not over the start of the story. */
int picture_inset_leg(const struct take *take, const struct shape *shape, int columns)
{
	if (block_at(take, shape->inset)->quote != NULL && !stands_left(take, shape))
		return columns - columns_at(take, shape->picture) - columns_at(take, shape->inset);
	return stands_left(take, shape) ? columns - columns_at(take, shape->inset) : 0;
}

/* ---- captions ---- */

static void set_caption(const struct stone *stone, struct take *take, struct picture_block *block)
{
	const struct picture *picture = block->picture;
	const struct text_style *style = stone_style(stone, STYLE_CAPTION);
	const char *caption = picture->caption.text, *credit = picture->credit.text;
	gboolean has_caption = caption != NULL && *caption != '\0',
		 has_credit = credit != NULL && *credit != '\0';

	if (!has_caption && !has_credit)
		return;
	struct take_paragraph shaped = {has_caption ? caption : credit, style, NULL};
	g_autoptr(GArray) runs =
		picture->caption.spans != NULL
			? manuscript_spans(stone, picture->caption.spans, style, take->story->language)
			: g_array_new(FALSE, TRUE, sizeof(struct text_run));
	if (has_caption && picture->caption.spans == NULL)
		manuscript_append(stone, runs, caption, picture->caption.place, style, take->story->language);
	if (has_caption && has_credit)
		manuscript_append(stone, runs, " ", picture->credit.place, style, take->story->language);
	if (has_credit)
		manuscript_append(stone, runs, credit, picture->credit.place,
				  stone_style(stone, STYLE_CREDIT), take->story->language);
	shaped.paragraph = manuscript_shape(stone, runs, style);
	g_array_append_val(take->shaped, shaped);
	block->caption = shaped.paragraph;
	block->caption_measure.width = picture_caption_is_beside(block)
					       ? block->width - block->photo_width - NAME_GAP
					       : block->width;
	const struct settings *settings = paragraph_settings(shaped.paragraph, &block->caption_measure);
	block->caption_setting = &settings->by_lines[settings->best];
}

/* ---- heights ---- */

static int rows_for_photo(const struct stone *stone, const struct picture_block *block, fix height)
{
	fix leading = stone_leading(stone);
	return (height + around_photo(stone, block) + leading / 2) / leading;
}

/* The fewest rows whose photograph is no less tall than `height`. */
static int rows_at_least(const struct stone *stone, const struct picture_block *block, fix height)
{
	fix leading = stone_leading(stone);
	return (int)(((int64_t)height + around_photo(stone, block) + leading - 1) / leading);
}

/* Rows of a picture that comes out even in none: rather a little narrower than with white under it, but a
   flat banner is not made a fraction of its size. */
static int rows_uncut(const struct stone *stone, const struct picture_block *block, int most)
{
	fix room = most * stone_leading(stone) - around_photo(stone, block);
	return room >= block->photo_least - block->photo_least / 4 ? most : most + 1;
}

/* A crop that the layout likes, in whole rows. Where no number of rows keeps all that must stay, the box
   gives way: see picture_box(). */
static void find_rows(const struct stone *stone, struct picture_block *block)
{
	struct framing framing = framing_of(stone, block->picture, block->photo_width);
	int least = rows_at_least(stone, block, framing.least),
	    most = rows_at_least(stone, block, framing.most + 1) - 1;

	block->photo_least = framing.least;
	block->photo_most = framing.most;
	block->rows_natural = rows_for_photo(stone, block, framing.natural);
	block->rows_min = MAX(rows_for_photo(stone, block, framing.soft_least), least);
	block->rows_max = MIN(rows_for_photo(stone, block, framing.soft_most), most);
	if (block->rows_min > block->rows_max)
		block->rows_min = block->rows_max = block->rows_natural = rows_uncut(stone, block, most);
	block->rows_natural = CLAMP(block->rows_natural, block->rows_min, block->rows_max);
}

/* ---- widths ---- */

static int columns_wanted(const struct take *take, const struct picture *picture)
{
	int columns = take->rank <= 1 ? 3 : take->rank <= 3 ? 2 : 1;

	if (picture->role == PICTURE_MUGSHOT || picture->role == PICTURE_PORTRAIT ||
	    picture->role == PICTURE_LOGO)
		return 1;
	if (picture->facts.height_px > picture->facts.width_px)
		columns = MAX(1, columns - 1);
	return columns;
}

/* A photograph is never shown so large that it falls below this many pixels an inch. */
static gboolean is_sharp_enough(const struct picture *picture, fix width)
{
	return picture->facts.width_px * 72.0 >= 90.0 * fix_to_pt(width);
}

static gboolean may_cover(const struct picture *picture, int columns)
{
	if (picture->columns_min > 0 && columns < picture->columns_min)
		return FALSE;
	if (picture->columns_max > 0 && columns > picture->columns_max)
		return FALSE;
	if (picture->role == PICTURE_MUGSHOT || picture->role == PICTURE_PORTRAIT)
		return columns == 1;
	return TRUE;
}

/* A mugshot is half a column wide and has its name beside it, where the name is no longer than the face. */
static void set_mugshot(const struct stone *stone, struct take *take, struct picture_block *block)
{
	struct framing framing;

	block->photo_width = (block->width - NAME_GAP) / 2;
	framing = framing_of(stone, block->picture, block->photo_width);
	set_caption(stone, take, block);
	if (block->caption_setting != NULL && caption_letters(stone, block) <= framing.soft_least)
		return;
	block->photo_width = block->width;
	set_caption(stone, take, block);
}

gboolean picture_make_block(const struct stone *stone, struct take *take, const struct picture *picture,
			    int columns, struct picture_block *block)
{
	int wanted = columns_wanted(take, picture);
	fix width = take_measure(stone, take, columns);

	if (!may_cover(picture, columns) ||
	    (columns > 1 && !is_sharp_enough(picture, width) && picture->columns_min < columns))
		return FALSE;
	*block = (struct picture_block){
		.picture = picture, .columns = columns, .width = width, .photo_width = width};
	if (picture->role == PICTURE_MUGSHOT)
		set_mugshot(stone, take, block);
	else
		set_caption(stone, take, block);
	find_rows(stone, block);
	block->must = picture->must;
	block->cost = ABS(columns - wanted) * stone->design->costs.photo_column *
		      (take->rank <= 1 ? LEAD_PHOTO : 1.0);
	return TRUE;
}

static void add_pictures(const struct stone *stone, struct take *take)
{
	const GPtrArray *pictures = take->story->pictures;
	struct picture_block block;

	if (gallery_is_wanted(stone, take->story) && gallery_add_blocks(stone, take))
		return;
	for (guint i = 0; pictures != NULL && i < pictures->len; i++) {
		const struct picture *picture = pictures->pdata[i];
		for (int columns = 1; picture->usable && columns <= take->page_columns; columns++)
			if (picture_make_block(stone, take, picture, columns, &block))
				g_array_append_val(take->pictures, block);
	}
}

/* ---- wide tables ---- */

/* Columns in which none of the first `count` has to turn its lines, where there are so many. */
static int columns_for(const struct stone *stone, const struct take *take, const struct wide_table *wide,
		       int count)
{
	int columns = 2;

	for (int i = 0; i < count; i++)
		while (columns < take->page_columns && take_measure(stone, take, columns) < wide[i].width)
			columns++;
	return columns;
}

/* The first `count` of those that the take has, one under another. One empty row under each. */
static void add_tables(const struct stone *stone, struct take *take, const struct wide_table *wide, int count,
		       int until)
{
	struct picture_block block = {.columns = columns_for(stone, take, wide, count),
				      .table_count = count,
				      .must = TRUE,
				      .read_from = wide[count - 1].before,
				      .read_until = until};
	int row = 0;

	block.width = take_measure(stone, take, block.columns);
	for (int i = 0; i < count; i++) {
		struct table_setting *table =
			table_setting_new(stone, take->story, wide[i].block->table, block.width);
		block.tables[i] = (struct wide_setting){table, row, wide[i].before};
		row += table->rows + 1;
	}
	block.rows_min = block.rows_natural = block.rows_max = row;
	g_array_append_val(take->pictures, block);
}

gboolean picture_is_read(const struct picture_block *block, int end)
{
	return block->table_count == 0 || (end >= block->read_from && end < block->read_until);
}

/* Where the story is cut, those that are read behind the cut stand with the rest. */
static void add_wide_tables(const struct stone *stone, struct take *take)
{
	const struct wide_table *all =
		(const struct wide_table *)(const void *)take->galley->wide_tables->data;
	int count = (int)take->galley->wide_tables->len, first = 0;

	while (first < count && take->from_label != NULL && all[first].before <= take->first)
		first++;
	for (int end = first + 1; end <= count; end++)
		add_tables(stone, take, all + first, end - first, end < count ? all[end].before : G_MAXINT);
}

/* Pictures stand with the start of a story, a table with the take in which it is read. */
void picture_add_blocks(const struct stone *stone, struct take *take)
{
	if (take->from_label == NULL)
		add_pictures(stone, take);
	add_wide_tables(stone, take);
	if (take->from_label == NULL)
		pull_quote_add_blocks(stone, take);
}
