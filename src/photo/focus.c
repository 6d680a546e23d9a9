#include <math.h>
#include <string.h>

#include "photo/colour.h"
#include "photo/decode.h"
#include "photo/room.h"

/* The picture is judged on a small grid: what an eye does at arm's length. */
#define GRID_MOST 96
#define UNIT	  65536

enum { WEIGHT_EDGE = 4, WEIGHT_COLOUR = 3, WEIGHT_SKIN = 4 };

struct grid {
	int columns, rows;
	guint8 *luma, *red_green, *blue_yellow; /* 128 is grey in the latter two */
	double *pull;				/* what draws the eye */
};

static void grid_free(struct grid *grid)
{
	g_free(grid->luma);
	g_free(grid->red_green);
	g_free(grid->blue_yellow);
	g_free(grid->pull);
}

static void grid_fill(struct grid *grid, const struct raster *raster)
{
	gsize count = (gsize)grid->columns * (gsize)grid->rows;

	for (gsize i = 0; i < count; i++) {
		const guint8 *p = raster->pixels + i * (gsize)raster->components;
		int red = p[0], green = raster->components == 1 ? red : p[1];
		int blue = raster->components == 1 ? red : p[2];
		grid->luma[i] = (guint8)((19595 * red + 38470 * green + 7471 * blue + 32768) >> 16);
		grid->red_green[i] = (guint8)(128 + (32768 * red - 27439 * green - 5329 * blue) / 65536);
		grid->blue_yellow[i] = (guint8)(128 + (32768 * blue - 21709 * green - 11059 * red) / 65536);
	}
}

static int at(const struct grid *grid, const guint8 *plane, int x, int y)
{
	return plane[CLAMP(y, 0, grid->rows - 1) * grid->columns + CLAMP(x, 0, grid->columns - 1)];
}

static double edge_at(const struct grid *grid, int x, int y)
{
	const guint8 *luma = grid->luma;
	int across = at(grid, luma, x + 1, y) - at(grid, luma, x - 1, y);
	int down = at(grid, luma, x, y + 1) - at(grid, luma, x, y - 1);

	return MIN(1, sqrt((double)(across * across + down * down)) / 128);
}

/* The tones of all human skin lie close together once brightness is taken off
   (Chai and Ngan 1999). */
static double skin_at(const struct grid *grid, int x, int y)
{
	int red = at(grid, grid->red_green, x, y), blue = at(grid, grid->blue_yellow, x, y);
	int luma = at(grid, grid->luma, x, y);

	return red >= 138 && red <= 170 && blue >= 80 && blue <= 122 && luma >= 50 && luma <= 230 ? 1 : 0;
}

static void plane_mean(const struct grid *grid, const guint8 *plane, double *mean)
{
	gsize count = (gsize)grid->columns * (gsize)grid->rows;

	*mean = 0;
	for (gsize i = 0; i < count; i++)
		*mean += plane[i];
	*mean /= (double)count;
}

/* 1 in the middle, less to the edges, where frames and horizons pull. */
static double middle_at(const struct grid *grid, int x, int y)
{
	double across = (x + 0.5) / grid->columns - 0.5, down = (y + 0.5) / grid->rows - 0.5;

	return exp(-3.5 * (across * across + down * down));
}

static void pull_measure(struct grid *grid)
{
	double red, blue;

	plane_mean(grid, grid->red_green, &red);
	plane_mean(grid, grid->blue_yellow, &blue);
	for (int y = 0; y < grid->rows; y++) {
		for (int x = 0; x < grid->columns; x++) {
			double colour = hypot(at(grid, grid->red_green, x, y) - red,
					      at(grid, grid->blue_yellow, x, y) - blue);
			grid->pull[y * grid->columns + x] =
				(WEIGHT_EDGE * edge_at(grid, x, y) + WEIGHT_COLOUR * MIN(1, colour / 64) +
				 WEIGHT_SKIN * skin_at(grid, x, y)) *
				middle_at(grid, x, y);
		}
	}
}

static void blur_line(double *line, int count, int step, int radius, double *spare)
{
	double sum = 0;

	for (int i = 0; i < count; i++)
		spare[i] = line[i * step];
	for (int i = -radius; i <= radius; i++)
		sum += spare[CLAMP(i, 0, count - 1)];
	for (int i = 0; i < count; i++) {
		line[i * step] = sum / (2 * radius + 1);
		sum += spare[MIN(i + radius + 1, count - 1)] - spare[MAX(i - radius, 0)];
	}
}

/* A subject is wider than an edge: two boxes each way. */
static void pull_blur(struct grid *grid)
{
	int radius = MAX(1, MAX(grid->columns, grid->rows) / 16);
	g_autofree double *spare = g_new(double, MAX(grid->columns, grid->rows));

	for (int pass = 0; pass < 2; pass++) {
		for (int y = 0; y < grid->rows; y++)
			blur_line(grid->pull + y * grid->columns, grid->columns, 1, radius, spare);
		for (int x = 0; x < grid->columns; x++)
			blur_line(grid->pull + x, grid->rows, grid->columns, radius, spare);
	}
}

/* The middle of what pulls at least three quarters as much as the strongest
   place. */
static void pull_middle(const struct grid *grid, int *focus_x, int *focus_y)
{
	gsize count = (gsize)grid->columns * (gsize)grid->rows;
	double most = 0, least, sum = 0, x = 0, y = 0;

	for (gsize i = 0; i < count; i++)
		most = MAX(most, grid->pull[i]);
	least = most * 0.75;
	for (int row = 0; row < grid->rows && most > 0; row++) {
		for (int column = 0; column < grid->columns; column++) {
			double weight = MAX(0, grid->pull[row * grid->columns + column] - least);
			x += weight * (column + 0.5);
			y += weight * (row + 0.5);
			sum += weight;
		}
	}
	*focus_x = sum > 0 ? (int)(x / sum / grid->columns * UNIT) : UNIT / 2;
	*focus_y = sum > 0 ? (int)(y / sum / grid->rows * UNIT) : UNIT / 2;
}

static void raster_focus(const struct raster *raster, int *focus_x, int *focus_y)
{
	gsize count = (gsize)raster->width_px * (gsize)raster->height_px;
	struct grid grid = {raster->width_px, raster->height_px, g_malloc(count),
			    g_malloc(count),  g_malloc(count),	 g_new0(double, count)};

	grid_fill(&grid, raster);
	pull_measure(&grid);
	pull_blur(&grid);
	pull_middle(&grid, focus_x, focus_y);
	grid_free(&grid);
}

static struct raster *shrunk(GBytes *file, const struct envelope *envelope, const struct wish *wish,
			     GError **error)
{
	struct raster *raster;
	struct decoded decoded;

	if (!decode(file, envelope, wish, &decoded, error))
		return NULL;
	raster = raster_resample(decoded.raster, decoded.part, wish->width_px, wish->height_px);
	raster_free(decoded.raster);
	if (raster == NULL)
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_LIBRARY,
				    "there is not memory enough to scale it: save it smaller");
	return raster;
}

static struct raster *small_view(GBytes *file, const struct envelope *envelope, GError **error)
{
	double longest = MAX(envelope->width_px, envelope->height_px), scale = MIN(1, GRID_MOST / longest);
	int width = MAX(1, (int)(envelope->width_px * scale)),
	    height = MAX(1, (int)(envelope->height_px * scale));
	struct wish wish = {{0, 0, envelope->width_px, envelope->height_px}, width, height};
	gint64 bytes = decode_bytes(envelope, &wish);
	struct raster *raster;

	room_take(bytes);
	raster = shrunk(file, envelope, &wish, error);
	room_give(bytes);
	if (raster == NULL)
		return NULL;
	raster = colour_to_screen(raster, envelope, error);
	return raster != NULL ? raster_orient(raster, envelope->orientation) : NULL;
}

gboolean photo_guess_focus(GBytes *file, const struct photo_facts *facts, int *focus_x, int *focus_y,
			   GError **error)
{
	struct raster *raster;
	struct envelope envelope;

	*focus_x = *focus_y = UNIT / 2;
	if (facts->format == PHOTO_SVG)
		return TRUE;
	if (!envelope_open(file, &envelope, error))
		return FALSE;
	raster = small_view(file, &envelope, error);
	if (raster != NULL)
		raster_focus(raster, focus_x, focus_y);
	envelope_clear(&envelope);
	raster_free(raster);
	return raster != NULL;
}
