#include "makeup/gallery.h"

enum {
	ABREAST_MOST = 3, /* pictures in a band */
	COLUMNS_LEAST = 3,
	COPY_LEAST = 5,	    /* rows beside pictures */
	COPY_LEGS_MOST = 2, /* there */
};

#define NOT_LED 40.0 /* a main picture over half of the columns or less, another over more */

/* A band: so many pictures, their spans, its rows. */
struct band {
	int count, rows;
	int spans[ABREAST_MOST];
};

struct gallery {
	int columns, count;
	int copy_legs;
	int page_rows;
	double photo_column, crop_row;
	struct picture_block blocks[GALLERY_MOST][COLUMNS_MAX + 1]; /* [picture][span]; columns 0: none */
	double cost[GALLERY_MOST + 1][ROWS_MAX + 1]; /* of the first pictures in so many rows */
	struct band last[GALLERY_MOST + 1][ROWS_MAX + 1];
	/* With copy in the last band: of all pictures, [rows][rows of the copy]. */
	double copy_cost[ROWS_MAX + 1][GALLERY_COPY_MOST + 1];
	struct band copy_band[ROWS_MAX + 1][GALLERY_COPY_MOST + 1];
};

/* ---- the pictures ---- */

static gboolean is_main(const struct picture *picture)
{
	return picture->role == PICTURE_MAIN;
}

/* The main picture first, the others in the copy's order. */
static int pictures_of(const struct story *story, const struct picture *pictures[GALLERY_MOST])
{
	int count = 0;

	for (int main = 1; main >= 0; main--)
		for (guint i = 0; i < story->pictures->len && count < GALLERY_MOST; i++) {
			const struct picture *picture = story->pictures->pdata[i];
			if (picture->usable && is_main(picture) == main)
				pictures[count++] = picture;
		}
	return count;
}

gboolean gallery_is_wanted(const struct stone *stone, const struct story *story)
{
	const struct picture *pictures[GALLERY_MOST];

	return !g_hash_table_contains(stone->no_gallery, story) && story->kind == KIND_PHOTO &&
	       story->pictures != NULL && pictures_of(story, pictures) >= GALLERY_LEAST;
}

/* The first is seen from afar, an upright one is narrower than one that lies. */
static int columns_wanted(const struct gallery *gallery, int picture, const struct picture_block *block)
{
	if (picture == 0)
		return MAX(gallery->columns - 1, COLUMNS_LEAST);
	return block->picture->facts.height_px > block->picture->facts.width_px ? 1 : 2;
}

static double picture_cost(const struct gallery *gallery, int picture, int span, int rows)
{
	const struct picture_block *block = &gallery->blocks[picture][span];
	int half = gallery->columns / 2;
	gboolean is_led = picture == 0 ? span > half : span <= half;

	if (block->columns == 0 || rows < block->rows_min || rows > block->rows_max)
		return SHAPE_IMPOSSIBLE;
	return (is_led ? 0 : NOT_LED) +
	       ABS(span - columns_wanted(gallery, picture, block)) * gallery->photo_column +
	       ABS(rows - block->rows_natural) * gallery->crop_row;
}

/* ---- bands ---- */

static double band_cost(const struct gallery *gallery, int first, const struct band *band)
{
	double cost = 0;

	for (int i = 0; i < band->count && cost < SHAPE_IMPOSSIBLE; i++)
		cost += picture_cost(gallery, first + i, band->spans[i], band->rows);
	return cost;
}

static void try_copy_band(struct gallery *gallery, int first, const struct band *band, double cost)
{
	for (int above = 0; above + band->rows <= gallery->page_rows; above++) {
		double *known = &gallery->copy_cost[above + band->rows][band->rows];
		if (gallery->cost[first][above] + cost >= *known)
			continue;
		*known = gallery->cost[first][above] + cost;
		gallery->copy_band[above + band->rows][band->rows] = *band;
	}
}

static void try_band(struct gallery *gallery, int first, const struct band *band, gboolean with_copy)
{
	double cost = band_cost(gallery, first, band);

	if (cost >= SHAPE_IMPOSSIBLE)
		return;
	if (with_copy) {
		try_copy_band(gallery, first, band, cost);
		return;
	}
	for (int above = 0; above + band->rows <= gallery->page_rows; above++) {
		double *known = &gallery->cost[first + band->count][above + band->rows];
		if (gallery->cost[first][above] + cost >= *known)
			continue;
		*known = gallery->cost[first][above] + cost;
		gallery->last[first + band->count][above + band->rows] = *band;
	}
}

/* Every way to give the columns to the pictures of a band, from the `at`th on. */
static void try_spans(struct gallery *gallery, int first, struct band *band, int at, int columns,
		      gboolean with_copy)
{
	int least = with_copy ? COPY_LEAST : 1, most = with_copy ? GALLERY_COPY_MOST : gallery->page_rows;

	if (at + 1 == band->count) {
		band->spans[at] = columns;
		for (band->rows = least; band->rows <= most; band->rows++)
			try_band(gallery, first, band, with_copy);
		return;
	}
	for (int span = 1; span <= columns - (band->count - at - 1); span++) {
		band->spans[at] = span;
		try_spans(gallery, first, band, at + 1, columns - span, with_copy);
	}
}

static void find_bands(struct gallery *gallery)
{
	for (int i = 0; i <= gallery->count; i++)
		for (int rows = 0; rows <= ROWS_MAX; rows++)
			gallery->cost[i][rows] = i == 0 && rows == 0 ? 0 : SHAPE_IMPOSSIBLE;
	for (int rows = 0; rows <= ROWS_MAX; rows++)
		for (int copy = 0; copy <= GALLERY_COPY_MOST; copy++)
			gallery->copy_cost[rows][copy] = SHAPE_IMPOSSIBLE;
	for (int first = 0; first < gallery->count; first++) {
		int most = MIN(MIN(ABREAST_MOST, gallery->columns), gallery->count - first);
		for (int count = 1; count <= most; count++) {
			struct band band = {.count = count};
			try_spans(gallery, first, &band, 0, gallery->columns, FALSE);
			if (gallery->copy_legs > 0 && first + count == gallery->count &&
			    count <= gallery->columns - gallery->copy_legs)
				try_spans(gallery, first, &band, 0, gallery->columns - gallery->copy_legs,
					  TRUE);
		}
	}
}

static struct gallery *gallery_new(const struct stone *stone, struct take *take, int columns, int copy_legs)
{
	const struct picture *pictures[GALLERY_MOST];
	struct gallery *gallery = g_new0(struct gallery, 1);

	gallery->columns = columns;
	gallery->copy_legs = copy_legs;
	gallery->page_rows = stone->design->rows;
	gallery->photo_column = stone->design->costs.photo_column;
	gallery->crop_row = stone->design->costs.crop_row;
	gallery->count = pictures_of(take->story, pictures);
	for (int i = 0; i < gallery->count; i++)
		for (int span = 1; span <= columns; span++)
			picture_make_block(stone, take, pictures[i], span, &gallery->blocks[i][span]);
	find_bands(gallery);
	return gallery;
}

void gallery_free(struct gallery *gallery)
{
	g_free(gallery);
}

/* ---- what make-up asks ---- */

int gallery_copy_legs(const struct gallery *gallery)
{
	return gallery->copy_legs;
}

double gallery_cost(const struct gallery *gallery, int rows, int copy_rows)
{
	if (rows < 0 || rows > ROWS_MAX || copy_rows > GALLERY_COPY_MOST ||
	    (copy_rows > 0) != (gallery->copy_legs > 0))
		return SHAPE_IMPOSSIBLE;
	return copy_rows > 0 ? gallery->copy_cost[rows][copy_rows] : gallery->cost[gallery->count][rows];
}

int gallery_places(const struct gallery *gallery, int rows, int copy_rows,
		   struct gallery_place places[GALLERY_MOST])
{
	for (int end = gallery->count; end > 0;) {
		gboolean with_copy = copy_rows > 0 && end == gallery->count;
		const struct band *band =
			with_copy ? &gallery->copy_band[rows][copy_rows] : &gallery->last[end][rows];
		int leg = 0;
		g_return_val_if_fail(band->count > 0, 0);
		end -= band->count;
		rows -= band->rows;
		for (int i = 0; i < band->count; i++) {
			places[end + i] = (struct gallery_place){&gallery->blocks[end + i][band->spans[i]],
								 leg, rows, band->rows};
			leg += band->spans[i];
		}
	}
	return gallery->count;
}

int gallery_rows_over(const struct gallery *gallery, int rows, int copy_rows, int leg)
{
	return leg >= gallery->columns - gallery->copy_legs ? rows - copy_rows : rows;
}

void gallery_add_likeness(const struct gallery *gallery, GByteArray *key)
{
	for (int i = 0; i < gallery->count; i++) {
		for (int span = 1; span <= gallery->columns; span++) {
			const struct picture_block *block = &gallery->blocks[i][span];
			const int facts[] = {gallery->copy_legs,
					     block->columns,
					     block->rows_min,
					     block->rows_natural,
					     block->rows_max,
					     block->columns > 0 ? columns_wanted(gallery, i, block) : 0};
			g_byte_array_append(key, (const guint8 *)facts, sizeof facts);
		}
	}
}

/* ---- for every width ---- */

static double least_cost(const struct gallery *gallery, int rows)
{
	double least = gallery_cost(gallery, rows, 0);

	for (int copy = COPY_LEAST; copy <= GALLERY_COPY_MOST; copy++)
		least = MIN(least, gallery_cost(gallery, rows, copy));
	return least;
}

static void find_depths(const struct gallery *gallery, struct picture_block *block)
{
	double least = SHAPE_IMPOSSIBLE;

	for (int rows = ROWS_MAX; rows > 0; rows--) {
		double cost = least_cost(gallery, rows);
		if (cost >= SHAPE_IMPOSSIBLE)
			continue;
		block->rows_max = MAX(block->rows_max, rows);
		block->rows_min = rows;
		if (cost < least)
			block->rows_natural = rows;
		least = MIN(least, cost);
	}
}

static void add_gallery(const struct stone *stone, struct take *take, int columns, int copy_legs)
{
	struct gallery *gallery = gallery_new(stone, take, columns, copy_legs);
	struct picture_block block = {.picture = gallery->blocks[0][1].picture,
				      .gallery = gallery,
				      .columns = columns,
				      .width = take_measure(stone, take, columns),
				      .must = TRUE};

	for (int span = 1; block.picture == NULL && span <= columns; span++)
		block.picture = gallery->blocks[0][span].picture;
	find_depths(gallery, &block);
	if (block.rows_natural == 0)
		gallery_free(gallery);
	else
		g_array_append_val(take->pictures, block);
}

gboolean gallery_add_blocks(const struct stone *stone, struct take *take)
{
	guint before = take->pictures->len;

	for (int columns = MIN(COLUMNS_LEAST, take->page_columns); columns <= take->page_columns; columns++)
		for (int copy_legs = 0; copy_legs <= MIN(COPY_LEGS_MOST, columns - 1); copy_legs++)
			add_gallery(stone, take, columns, copy_legs);
	return take->pictures->len > before;
}
