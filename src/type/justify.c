#include "type/justify.h"

/* Spaces give alone up to the first of these tensions; from there letters and glyphs give too, and
   have given all at the second. Letters that swell and shrink from line to line are seen sooner than
   spaces, but a torn line sooner than either. */
#define SMALL_GIVES_FROM 0.3
#define SMALL_GIVES_ALL	 1.0

struct justify_limits justify_limits(const struct text_style *style)
{
	return (struct justify_limits){
		.space_stretch = MAX(style->space_max - 1000, 1) / 1000.0,
		.space_shrink = MAX(1000 - style->space_min, 1) / 1000.0,
		.letter = style->letter_give / 1000.0,
		.glyph = style->glyph_give / 1000.0,
	};
}

/* The tension t of spaces with t × spaces + share(t) × small = need, and that share of the small gives. */
static double share_out(double need, double spaces, double small, double *share)
{
	double rise = SMALL_GIVES_ALL - SMALL_GIVES_FROM;

	if (need <= SMALL_GIVES_FROM * spaces) {
		*share = 0;
		return need / spaces;
	}
	if (need >= SMALL_GIVES_ALL * spaces + small) {
		*share = 1;
		return spaces > 0 ? (need - small) / spaces : need - small;
	}
	double tension = (need + small * SMALL_GIVES_FROM / rise) / (spaces + small / rise);
	*share = (tension - SMALL_GIVES_FROM) / rise;
	return tension;
}

struct justified justify_line(const struct justify_limits *limits, const struct justify_room *room,
			      double slack)
{
	double sign = slack < 0 ? -1.0 : 1.0;
	double limit = slack < 0 ? limits->space_shrink : limits->space_stretch;
	double small = room->letters * limits->letter + room->glyphs * limits->glyph;
	double share, tension = share_out(slack * sign, room->spaces * limit, small, &share);
	struct justified set = {
		.space = room->spaces > 0 ? sign * tension * limit : 0,
		.letter = sign * share * limits->letter,
		.glyph = sign * share * limits->glyph,
		.tension = sign * tension,
		.fits = room->spaces > 0 || slack * sign <= small + 1.0,
	};

	if (set.space < -0.999) {
		set.space = -0.999;
		set.fits = FALSE;
	}
	return set;
}
