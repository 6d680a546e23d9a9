/* Whether two pictures of one page show everything in the same place:
   same-place ONE.png OTHER.png. Every patch of the page that has ink on it is
   laid over the other picture; no shift may fit better than none. */
#include <stdlib.h>
#include <string.h>

#include "photo/decode.h"
#include "photo/photo.h"

#define PATCH	  64
#define SHIFT	  2
#define MEAN_MOST 14.0 /* of 255, over all patches with ink; a page of nothing but text comes to 12 */
/* A shift must fit this much better: programs lay photographs on whole pixels, each in its way. */
#define SHIFT_GAIN  0.7
#define PATCH_LEAST 10.0
#define PATCH_MOST  36.0 /* of 255, in one patch */

static struct raster *read_picture(const char *path)
{
	char *bytes;
	gsize length;
	if (!g_file_get_contents(path, &bytes, &length, NULL))
		return NULL;
	g_autoptr(GBytes) file = g_bytes_new_take(bytes, length);
	struct envelope envelope;
	struct decoded decoded = {0};
	if (!envelope_open(file, &envelope, NULL))
		return NULL;
	struct wish wish = {
		{0, 0, envelope.width_px, envelope.height_px}, envelope.width_px, envelope.height_px};
	decode(file, &envelope, &wish, &decoded, NULL);
	envelope_clear(&envelope);
	struct raster *grey = decoded.raster != NULL ? raster_luma(decoded.raster) : NULL;
	raster_free(decoded.raster);
	return grey;
}

/* Mean difference of the patch at left, top from the other picture, shifted. */
static double patch_difference(const struct raster *one, const struct raster *other, int left, int top,
			       int dx, int dy)
{
	int64_t sum = 0;
	for (int y = top; y < top + PATCH; y++) {
		const guint8 *a = raster_row(one, y), *b = raster_row(other, y + dy);
		for (int x = left; x < left + PATCH; x++)
			sum += abs(a[x] - b[x + dx]);
	}
	return (double)sum / (PATCH * PATCH);
}

static gboolean patch_has_ink(const struct raster *one, int left, int top)
{
	int dark = 0;
	for (int y = top; y < top + PATCH; y++)
		for (int x = left; x < left + PATCH; x++)
			dark += raster_row(one, y)[x] < 128;
	return dark > PATCH / 2;
}

struct finding {
	int patches, shifted;
	double sum, worst;
};

static void patch_judge(const struct raster *one, const struct raster *other, int left, int top,
			struct finding *finding)
{
	double still = patch_difference(one, other, left, top, 0, 0);
	finding->patches++;
	finding->sum += still;
	finding->worst = MAX(finding->worst, still);
	/* A smooth sky fits everywhere alike. */
	for (int dy = still < PATCH_LEAST ? SHIFT + 1 : -SHIFT; dy <= SHIFT; dy++)
		for (int dx = -SHIFT; dx <= SHIFT; dx++)
			if (patch_difference(one, other, left, top, dx, dy) < still * SHIFT_GAIN) {
				g_print("the patch at %d,%d fits better when moved by %d,%d\n", left, top, dx,
					dy);
				finding->shifted++;
				return;
			}
}

int main(int argc, char **argv)
{
	struct finding finding = {0};
	struct raster *one = argc == 3 ? read_picture(argv[1]) : NULL;
	struct raster *other = argc == 3 ? read_picture(argv[2]) : NULL;
	/* Programs round the width of a page up or to nearest. */
	if (one == NULL || other == NULL || abs(one->width_px - other->width_px) > 1 ||
	    one->height_px != other->height_px) {
		g_printerr("same-place: two pictures of the same size are wanted\n");
		raster_free(one);
		raster_free(other);
		return 64;
	}
	int width = MIN(one->width_px, other->width_px);
	for (int top = SHIFT; top + PATCH + SHIFT <= one->height_px; top += PATCH)
		for (int left = SHIFT; left + PATCH + SHIFT <= width; left += PATCH)
			if (patch_has_ink(one, left, top))
				patch_judge(one, other, left, top, &finding);
	double mean = finding.patches > 0 ? finding.sum / finding.patches : 0;
	g_print("%d patches, mean difference %.2f, worst %.2f, %d shifted\n", finding.patches, mean,
		finding.worst, finding.shifted);
	raster_free(one);
	raster_free(other);
	return finding.patches > 0 && finding.shifted == 0 && mean <= MEAN_MOST && finding.worst <= PATCH_MOST
		       ? 0
		       : 1;
}
