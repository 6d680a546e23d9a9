#include "photo/photo.h"

#define WHOLE 65536

/* Where a window of that length begins: the focus keeps its place in the frame
   and a quarter of the window on either side, where the picture has it; then
   the window moves, if need be, so that first..last is inside. */
static int window_start(int length, int focus, int first, int last)
{
	int start = (int)((int64_t)focus * (WHOLE - length) / WHOLE);

	start = MIN(start, focus - MIN(length / 4, focus));
	start = MAX(start, focus + MIN(length / 4, WHOLE - focus) - length);
	if (last - first <= length)
		start = MAX(MIN(start, first), last - length);
	else
		start = (first + last - length) / 2;
	return CLAMP(start, 0, WHOLE - length);
}

struct photo_part photo_crop_keeping(const struct photo_facts *facts, int64_t ratio_width,
				     int64_t ratio_height, int focus_x, int focus_y,
				     const struct photo_part *keep)
{
	/* ratio:1 against width:height, in 128 bits: ratios may be lengths in fix. */
	__int128 wanted = (__int128)ratio_width * facts->height_px;
	__int128 own = (__int128)ratio_height * facts->width_px;
	struct photo_part part = PHOTO_WHOLE;

	focus_x = CLAMP(focus_x, 0, WHOLE);
	focus_y = CLAMP(focus_y, 0, WHOLE);
	if (wanted <= 0 || own <= 0)
		return part;
	if (wanted < own) {
		part.width = MAX(1, (int)((wanted * WHOLE + own / 2) / own));
		part.left = window_start(part.width, focus_x, keep->left, keep->left + keep->width);
	} else {
		part.height = MAX(1, (int)((own * WHOLE + wanted / 2) / wanted));
		part.top = window_start(part.height, focus_y, keep->top, keep->top + keep->height);
	}
	return part;
}

struct photo_part photo_crop_around(const struct photo_facts *facts, int64_t ratio_width,
				    int64_t ratio_height, int focus_x, int focus_y)
{
	struct photo_part keep = {CLAMP(focus_x, 0, WHOLE), CLAMP(focus_y, 0, WHOLE), 0, 0};

	return photo_crop_keeping(facts, ratio_width, ratio_height, focus_x, focus_y, &keep);
}

gboolean photo_part_cuts(const struct photo_part *part, const struct photo_part *keep)
{
	return keep->left < part->left || keep->top < part->top ||
	       keep->left + keep->width > part->left + part->width ||
	       keep->top + keep->height > part->top + part->height;
}

void photo_crop_limits(const struct photo_facts *facts, const struct photo_part *keep, int64_t *narrowest,
		       int64_t *widest)
{
	int64_t width = facts->width_px, height = facts->height_px;
	int64_t least_width = MAX(1, keep->width), least_height = MAX(1, keep->height);

	*narrowest = (width * least_width + height - 1) / height;
	*widest = width * WHOLE / height * WHOLE / least_height;
}

gboolean photo_regions_cover(const GArray *regions, struct photo_part *cover)
{
	int left = WHOLE, top = WHOLE, right = 0, bottom = 0;

	for (guint i = 0; i < regions->len; i++) {
		const struct photo_region *region = &g_array_index(regions, struct photo_region, i);
		if (region->kind == REGION_CROP)
			continue;
		left = MIN(left, region->part.left);
		top = MIN(top, region->part.top);
		right = MAX(right, region->part.left + region->part.width);
		bottom = MAX(bottom, region->part.top + region->part.height);
	}
	if (right <= left || bottom <= top)
		return FALSE;
	*cover = (struct photo_part){left, top, right - left, bottom - top};
	return TRUE;
}
