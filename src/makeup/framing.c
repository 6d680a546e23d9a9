#include "makeup/framing.h"

#define ONE	  65536
#define TALLEST	  (G_MAXINT32 / 4)
#define LOSS_MOST 3 /* never more than a third of a side */

gboolean framing_is_whole(const struct picture *picture)
{
	return picture->crop != CROP_ALLOWED || picture->role == PICTURE_GRAPHIC ||
	       picture->role == PICTURE_MAP || picture->role == PICTURE_LOGO;
}

static struct photo_part join(struct photo_part a, struct photo_part b)
{
	int left = MIN(a.left, b.left), top = MIN(a.top, b.top);
	int right = MAX(a.left + a.width, b.left + b.width), foot = MAX(a.top + a.height, b.top + b.height);

	return (struct photo_part){left, top, right - left, foot - top};
}

/* The photographer's own crop, where the file points out nothing within it. */
static gboolean own_crop(const GArray *regions, struct photo_part *part)
{
	for (guint i = 0; i < regions->len; i++) {
		const struct photo_region *region = &g_array_index(regions, struct photo_region, i);
		if (region->kind != REGION_CROP)
			continue;
		*part = region->part;
		return TRUE;
	}
	return FALSE;
}

/* What stays in every crop. */
static struct photo_part kept(const struct picture *picture)
{
	struct photo_part focus = {CLAMP(picture->focus_x, 0, ONE), CLAMP(picture->focus_y, 0, ONE), 0, 0};
	struct photo_part regions;

	if (!photo_regions_cover(picture->regions, &regions) && !own_crop(picture->regions, &regions))
		return focus;
	return picture->focus_from == FOCUS_GIVEN ? join(focus, regions) : regions;
}

static fix whole_height(const struct picture *picture, fix width)
{
	int64_t wide = picture->facts.width_px, tall = picture->facts.height_px;

	if (picture->crop == CROP_FIXED) {
		wide = wide * picture->fixed_part.width / ONE;
		tall = tall * picture->fixed_part.height / ONE;
	}
	return fix_scale(width, MAX(tall, 1), MAX(wide, 1));
}

/* Rounded inwards: a box of either height still keeps everything. */
static void keep_regions(const struct picture *picture, fix width, struct framing *framing)
{
	struct photo_part keep = kept(picture);
	int64_t narrowest, widest;

	photo_crop_limits(&picture->facts, &keep, &narrowest, &widest);
	narrowest = MAX(narrowest, 1);
	widest = MAX(widest, 1);
	framing->least = (fix)MIN(((int64_t)width * ONE + widest - 1) / widest, framing->natural);
	framing->most = (fix)MAX(MIN((int64_t)width * ONE / narrowest, TALLEST), framing->natural);
}

struct framing framing_of(const struct stone *stone, const struct picture *picture, fix width)
{
	const struct design *design = stone->design;
	fix natural = whole_height(picture, width);
	struct framing framing = {natural, natural, natural, natural, natural};

	if (framing_is_whole(picture))
		return framing;
	framing.soft_least =
		MAX(natural - natural / LOSS_MOST, fix_scale(width, design->crop_ratio_min, 1000));
	framing.soft_most =
		MIN(natural + natural / LOSS_MOST, fix_scale(width, design->crop_ratio_max, 1000));
	framing.soft_least = MIN(framing.soft_least, natural);
	framing.soft_most = MAX(framing.soft_most, natural);
	keep_regions(picture, width, &framing);
	return framing;
}

struct photo_part framing_part(const struct picture *picture, struct rect box)
{
	struct photo_part keep = kept(picture);

	if (picture->crop == CROP_FIXED)
		return picture->fixed_part;
	if (framing_is_whole(picture))
		return PHOTO_WHOLE;
	return photo_crop_keeping(&picture->facts, box.width, box.height, picture->focus_x, picture->focus_y,
				  &keep);
}
