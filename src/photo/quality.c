#include "photo/quality.h"

#include "photo/decode.h"
#include "photo/encode.h"

#include <string.h>

#define TILE_PX	     64 /* whole blocks of 8, so that a tile is pressed as in its place */
#define SAMPLE_TILES 64
/* Between windows: three and not four, so that windows lie across the edges of
   JPEG's blocks in every way. */
#define STEP_PX	  3
#define WINDOW_PX (2 * STEP_PX)

/* Sums over a cell of STEP_PX × STEP_PX pixels; four cells are a window. */
struct sums {
	int a, b, squares, products;
};

static struct sums cell_sums(const struct raster *a, const struct raster *b, int x, int y)
{
	struct sums sums = {0, 0, 0, 0};

	for (int row = y; row < y + STEP_PX; row++) {
		const guint8 *p = raster_row(a, row) + x, *q = raster_row(b, row) + x;
		for (int i = 0; i < STEP_PX; i++) {
			sums.a += p[i];
			sums.b += q[i];
			sums.squares += p[i] * p[i] + q[i] * q[i];
			sums.products += p[i] * q[i];
		}
	}
	return sums;
}

/* (2μaμb + C1)(2σab + C2) / ((μa² + μb² + C1)(σa² + σb² + C2)), with all sums
   over the pixels of a window. */
static double window_ssim(const struct sums *c)
{
	static const double pixels = WINDOW_PX * WINDOW_PX;
	static const double c1 = 0.01 * 255 * 0.01 * 255 * WINDOW_PX * WINDOW_PX * WINDOW_PX * WINDOW_PX;
	static const double c2 = 0.03 * 255 * 0.03 * 255 * WINDOW_PX * WINDOW_PX * WINDOW_PX * WINDOW_PX;
	double a = c[0].a + c[1].a + c[2].a + c[3].a, b = c[0].b + c[1].b + c[2].b + c[3].b;
	double squares = pixels * (c[0].squares + c[1].squares + c[2].squares + c[3].squares) - a * a - b * b;
	double products = pixels * (c[0].products + c[1].products + c[2].products + c[3].products) - a * b;

	return (2 * a * b + c1) * (2 * products + c2) / ((a * a + b * b + c1) * (squares + c2));
}

struct tally {
	double total;
	gint64 windows;
};

/* Adds the windows inside the rectangle. */
static void tally_add(struct tally *tally, const struct raster *a, const struct raster *b, int left, int top,
		      int width, int height)
{
	int cells = width / STEP_PX;
	g_autofree struct sums *rows = g_new(struct sums, 2 * cells + 1);
	struct sums *above = rows, *here = rows + cells;

	for (int y = 0; y + STEP_PX <= height; y += STEP_PX) {
		struct sums *spare = above;
		for (int i = 0; i < cells; i++)
			here[i] = cell_sums(a, b, left + i * STEP_PX, top + y);
		for (int i = 0; y > 0 && i + 1 < cells; i++) {
			const struct sums window[4] = {above[i], above[i + 1], here[i], here[i + 1]};
			tally->total += window_ssim(window);
			tally->windows++;
		}
		above = here;
		here = spare;
	}
}

static double tally_mean(const struct tally *tally)
{
	return tally->windows > 0 ? tally->total / (double)tally->windows : 1;
}

double quality_ssim(const struct raster *a, const struct raster *b)
{
	struct tally tally = {0, 0};

	tally_add(&tally, a, b, 0, 0, a->width_px, a->height_px);
	return tally_mean(&tally);
}

/* Tiles from all over the picture, below one another; or, where it is small,
   the picture. */
static struct raster *sample_take(const struct raster *luma)
{
	int columns = luma->width_px / TILE_PX, rows = luma->height_px / TILE_PX;
	int every = columns * rows / SAMPLE_TILES, taken = 0;
	struct raster *sample;

	if (every < 2)
		return raster_new(0, 0, 1);
	sample = raster_new(TILE_PX, TILE_PX * (columns * rows / every + rows + 1), 1);
	for (int row = 0; row < rows; row++) {
		for (int column = 0; column < columns; column++) {
			if ((column + row * ((every * 5 + 4) / 8)) % every != 0)
				continue;
			for (int y = 0; y < TILE_PX; y++)
				memcpy(raster_row(sample, taken * TILE_PX + y),
				       raster_row(luma, row * TILE_PX + y) + column * TILE_PX, TILE_PX);
			taken++;
		}
	}
	sample->height_px = taken * TILE_PX;
	return sample;
}

static struct raster *pressed(const struct raster *luma, int quality)
{
	g_autoptr(GBytes) bytes = encode_jpeg(luma, quality, ENCODE_QUICK, NULL);
	struct envelope envelope = {.components = 1};
	struct wish wish = {{0, 0, luma->width_px, luma->height_px}, luma->width_px, luma->height_px};
	struct decoded decoded;

	if (bytes == NULL || !decode_jpeg(bytes, &envelope, &wish, &decoded, NULL))
		return NULL;
	return decoded.raster;
}

static double ssim_at(const struct raster *luma, int quality, gboolean tiled)
{
	struct raster *loss = pressed(luma, quality);
	struct tally tally = {0, 0};
	int step = tiled ? TILE_PX : MAX(1, luma->height_px);

	if (loss == NULL)
		return 0;
	for (int y = 0; y + step <= luma->height_px; y += step)
		tally_add(&tally, luma, loss, 0, y, luma->width_px, step);
	raster_free(loss);
	return tally_mean(&tally);
}

int quality_find(const struct raster *raster)
{
	struct raster *luma = raster_luma(raster), *sample = sample_take(luma);
	gboolean tiled = sample->height_px > 0;
	int enough = QUALITY_MOST, least = QUALITY_LEAST;

	while (least < enough) {
		int middle = (least + enough) / 2;
		if (ssim_at(tiled ? sample : luma, middle, tiled) >= QUALITY_TARGET + QUALITY_MARGIN)
			enough = middle;
		else
			least = middle + 1;
	}
	raster_free(luma);
	raster_free(sample);
	return enough;
}
