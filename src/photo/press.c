#include "photo/press.h"

#include <glib.h>
#include <math.h>

#define GRID_POINTS  11
#define YULE_NIELSEN 1.7

/* Lab of paper and solids, ISO 12647-2 paper type 1, by bits C 1, M 2, Y 4. */
static const cmsCIELab primaries[8] = {
	{95, 0, -2},  {55, -36, -49}, {47, 73, -4}, {24, 18, -46},
	{89, -5, 92}, {49, -66, 25},  {47, 68, 48}, {23, 0, 0},
};
static const cmsCIELab black_solid = {16, 0, 0};

/* Half a dot prints as 64 (colours) or 66 (black) per cent. */
static const double gains[4] = {0.14, 0.14, 0.14, 0.16};

/* Each reflectance to the power 1/n, relative to paper; with K from 8 on. */
struct press {
	double reflectances[16][3];
};

static void lab_to_relative(const cmsCIELab *lab, double *xyz)
{
	cmsCIEXYZ paper, ink;

	cmsLab2XYZ(NULL, &paper, &primaries[0]);
	cmsLab2XYZ(NULL, &ink, lab);
	xyz[0] = ink.X / paper.X;
	xyz[1] = ink.Y / paper.Y;
	xyz[2] = ink.Z / paper.Z;
}

/* Black lets two thirds of the darkness below it through. */
static void press_prepare(struct press *press)
{
	double black[3];

	lab_to_relative(&black_solid, black);
	for (int i = 0; i < 8; i++) {
		double xyz[3];
		lab_to_relative(&primaries[i], xyz);
		for (int j = 0; j < 3; j++) {
			press->reflectances[i][j] = pow(xyz[j], 1 / YULE_NIELSEN);
			press->reflectances[i + 8][j] =
				pow(black[j] * (1 + 2 * xyz[j]) / 3, 1 / YULE_NIELSEN);
		}
	}
}

static cmsInt32Number press_print(const cmsUInt16Number in[], cmsUInt16Number out[], void *cargo)
{
	const struct press *press = cargo;
	const cmsCIEXYZ *white = cmsD50_XYZ();
	double dots[4], sums[3] = {0, 0, 0};
	cmsCIEXYZ seen;
	cmsCIELab lab;

	for (int i = 0; i < 4; i++) {
		double dot = in[i] / 65535.0;
		dots[i] = dot + 4 * gains[i] * dot * (1 - dot);
	}
	for (int i = 0; i < 16; i++) {
		double share = 1;
		for (int j = 0; j < 4; j++)
			share *= i >> j & 1 ? dots[j] : 1 - dots[j];
		for (int j = 0; j < 3; j++)
			sums[j] += share * press->reflectances[i][j];
	}
	seen.X = white->X * pow(sums[0], YULE_NIELSEN);
	seen.Y = white->Y * pow(sums[1], YULE_NIELSEN);
	seen.Z = white->Z * pow(sums[2], YULE_NIELSEN);
	cmsXYZ2Lab(white, &lab, &seen);
	cmsFloat2LabEncoded(out, &lab);
	return TRUE;
}

cmsHPROFILE press_profile(cmsContext context)
{
	cmsHPROFILE profile = cmsCreateProfilePlaceholder(context);
	cmsPipeline *pipeline = cmsPipelineAlloc(context, 4, 3);
	cmsStage *table = cmsStageAllocCLut16bit(context, GRID_POINTS, 4, 3, NULL);
	struct press press;
	gboolean done;

	press_prepare(&press);
	done = profile != NULL && pipeline != NULL && table != NULL &&
	       cmsStageSampleCLut16bit(table, press_print, &press, 0) &&
	       cmsPipelineInsertStage(pipeline, cmsAT_END, table);
	if (done) {
		cmsSetProfileVersion(profile, 4.3);
		/* Of class input: its black point is then its darkest ink. */
		cmsSetDeviceClass(profile, cmsSigInputClass);
		cmsSetColorSpace(profile, cmsSigCmykData);
		cmsSetPCS(profile, cmsSigLabData);
		done = cmsWriteTag(profile, cmsSigAToB0Tag, pipeline) &&
		       cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
	}
	if (pipeline != NULL)
		cmsPipelineFree(pipeline);
	if (!done && profile != NULL)
		cmsCloseProfile(profile);
	return done ? profile : NULL;
}
