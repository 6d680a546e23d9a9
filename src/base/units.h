/*
 * units.h - the one measure of length
 *
 * A length on a page is a `fix`: 1/1024 pt, the unit of Pango. Pages have their
 * origin at the top left and y grows downwards. Any other unit is in the name
 * (width_px, size_pt, target_ppi). Columns and rows are plain ints.
 */
#ifndef BASE_UNITS_H
#define BASE_UNITS_H

#include <stdint.h>

typedef int32_t fix;

#define FIX_PT	1024	  /* one point */
#define FIX_MAX INT32_MAX /* about 740 m */

struct rect {
	fix x, y, width, height;
};

static inline fix fix_from_pt(double pt)
{
	return (fix)(pt * FIX_PT + (pt < 0 ? -0.5 : 0.5));
}

static inline fix fix_from_mm(double mm)
{
	return fix_from_pt(mm * 72.0 / 25.4);
}

static inline double fix_to_pt(fix length)
{
	return (double)length / FIX_PT;
}

/* length × numerator / denominator, rounded to nearest, without overflow in
   between; denominator > 0. */
static inline fix fix_scale(fix length, int64_t numerator, int64_t denominator)
{
	int64_t product = (int64_t)length * numerator;
	int64_t half = product < 0 ? -denominator / 2 : denominator / 2;
	return (fix)((product + half) / denominator);
}

static inline fix rect_right(struct rect r)
{
	return r.x + r.width;
}

static inline fix rect_foot(struct rect r)
{
	return r.y + r.height;
}

#endif
