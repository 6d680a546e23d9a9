#include "photo/colour.h"

#include <lcms2.h>

#include "photo/press.h"

/* Levels of 255 that nobody sees side by side. */
#define SAME_COLOUR 3

/* The red, green, blue of Adobe RGB (1998), which cameras name by "R03". */
static cmsHPROFILE adobe_rgb_profile(cmsContext context)
{
	static const cmsCIExyYTRIPLE primaries = {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}};
	static const cmsCIExyY white = {0.3127, 0.3290, 1};
	cmsToneCurve *curve = cmsBuildGamma(context, 563.0 / 256);
	cmsToneCurve *curves[3] = {curve, curve, curve};
	cmsHPROFILE profile = cmsCreateRGBProfileTHR(context, &white, &primaries, curves);

	cmsFreeToneCurve(curve);
	return profile;
}

static cmsHPROFILE screen_grey_profile(cmsContext context)
{
	/* The tone curve of sRGB, IEC 61966-2-1. */
	const cmsFloat64Number parameters[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
	cmsToneCurve *curve = cmsBuildParametricToneCurve(context, 4, parameters);
	cmsHPROFILE profile = cmsCreateGrayProfileTHR(context, cmsD50_xyY(), curve);

	cmsFreeToneCurve(curve);
	return profile;
}

static cmsColorSpaceSignature space_of(int components)
{
	return components == 1 ? cmsSigGrayData : components == 3 ? cmsSigRgbData : cmsSigCmykData;
}

static cmsHPROFILE embedded_profile(cmsContext context, const struct envelope *envelope)
{
	gsize length;
	gconstpointer data;
	cmsHPROFILE profile;

	if (envelope->profile == NULL)
		return NULL;
	data = g_bytes_get_data(envelope->profile, &length);
	profile = cmsOpenProfileFromMemTHR(context, data, (cmsUInt32Number)length);
	if (profile != NULL && cmsGetColorSpace(profile) != space_of(envelope->components)) {
		cmsCloseProfile(profile);
		profile = NULL;
	}
	return profile;
}

/* NULL: the samples are taken for sRGB as they are. */
static cmsHPROFILE source_profile(cmsContext context, const struct envelope *envelope)
{
	cmsHPROFILE profile = embedded_profile(context, envelope);

	if (profile == NULL && envelope->components == 4)
		profile = press_profile(context);
	if (profile == NULL && envelope->components == 3 && envelope->adobe_rgb)
		profile = adobe_rgb_profile(context);
	return profile;
}

static cmsUInt32Number layout_of(const struct envelope *envelope)
{
	if (envelope->components == 4)
		return envelope->adobe ? TYPE_CMYK_8_REV : TYPE_CMYK_8;
	return envelope->components == 1 ? TYPE_GRAY_8 : TYPE_RGB_8;
}

/* NULL when nothing has to be converted, or lcms cannot. */
static cmsHTRANSFORM transform_new(cmsContext context, const struct envelope *envelope)
{
	gboolean grey = envelope->components == 1;
	cmsHPROFILE source = source_profile(context, envelope);
	cmsHPROFILE screen = grey ? screen_grey_profile(context) : cmsCreate_sRGBProfileTHR(context);
	cmsHTRANSFORM transform = NULL;

	if (source != NULL && screen != NULL)
		transform = cmsCreateTransformTHR(
			context, source, layout_of(envelope), screen, grey ? TYPE_GRAY_8 : TYPE_RGB_8,
			INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
	if (source != NULL)
		cmsCloseProfile(source);
	if (screen != NULL)
		cmsCloseProfile(screen);
	return transform;
}

/* Tried on a cube of colours: most files carry one of many sRGB profiles that
   differ in their last bits. */
static gboolean transform_changes_nothing(cmsHTRANSFORM transform, int components)
{
	enum { STEPS = 6, COLOURS = STEPS * STEPS * STEPS };
	guint8 before[COLOURS * 3], behind[COLOURS * 3];
	guint count = components == 1 ? 256 : COLOURS;

	for (guint i = 0; i < count; i++) {
		if (components == 1) {
			before[i] = (guint8)i;
			continue;
		}
		before[3 * i] = (guint8)(i % STEPS * 51);
		before[3 * i + 1] = (guint8)(i / STEPS % STEPS * 51);
		before[3 * i + 2] = (guint8)(i / STEPS / STEPS * 51);
	}
	cmsDoTransform(transform, before, behind, count);
	for (guint i = 0; i < count * (guint)components; i++)
		if (ABS(before[i] - behind[i]) > SAME_COLOUR)
			return FALSE;
	return TRUE;
}

gboolean colour_is_screen(const struct envelope *envelope)
{
	cmsContext context;
	cmsHTRANSFORM transform;
	gboolean same;

	if (envelope->components == 4)
		return FALSE;
	if (envelope->profile == NULL && !envelope->adobe_rgb)
		return TRUE;
	context = cmsCreateContext(NULL, NULL);
	transform = transform_new(context, envelope);
	same = transform == NULL || transform_changes_nothing(transform, envelope->components);
	if (transform != NULL)
		cmsDeleteTransform(transform);
	cmsDeleteContext(context);
	return same;
}

static struct raster *transform_apply(cmsHTRANSFORM transform, struct raster *raster)
{
	guint pixels = (guint)raster->width_px * (guint)raster->height_px;
	struct raster *screen;

	if (raster->components < 4) {
		cmsDoTransform(transform, raster->pixels, raster->pixels, pixels);
		return raster;
	}
	screen = raster_new(raster->width_px, raster->height_px, 3);
	cmsDoTransform(transform, raster->pixels, screen->pixels, pixels);
	raster_free(raster);
	return screen;
}

struct raster *colour_to_screen(struct raster *raster, const struct envelope *envelope, GError **error)
{
	cmsContext context;
	cmsHTRANSFORM transform;

	if (colour_is_screen(envelope))
		return raster;
	context = cmsCreateContext(NULL, NULL);
	transform = transform_new(context, envelope);
	if (transform != NULL) {
		raster = transform_apply(transform, raster);
		cmsDeleteTransform(transform);
	} else if (raster->components == 4) {
		g_clear_pointer(&raster, raster_free);
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_LIBRARY,
				    "its CMYK colours cannot be converted: save it as RGB");
	}
	cmsDeleteContext(context);
	return raster;
}
