#include "type/justify.h"

/* Letters and glyphs give all they have when the spaces have given this part of theirs: spread so,
   no give can be seen, and loose lines are those where only the spaces are left. */
#define SMALL_GIVES_LEAD 0.8

struct justify_limits justify_limits(const struct text_style *style)
{
	return (struct justify_limits){
		.space_stretch = MAX(style->space_max - 1000, 1) / 1000.0,
		.space_shrink = MAX(1000 - style->space_min, 1) / 1000.0,
		.letter = style->letter_give / 1000.0,
		.glyph = style->glyph_give / 1000.0,
	};
}

struct justified justify_line(const struct justify_limits *limits, const struct justify_room *room,
			      double slack)
{
	double sign = slack < 0 ? -1.0 : 1.0;
	double limit = slack < 0 ? limits->space_shrink : limits->space_stretch;
	double small = room->letters * limits->letter + room->glyphs * limits->glyph;
	double spaces = room->spaces * limit;
	double need = slack * sign;
	double together = spaces * SMALL_GIVES_LEAD + small;
	double share = together > 0 ? MIN(need / together, 1.0) : 0.0;
	double rest = need - share * small;
	struct justified set = {
		.letter = sign * share * limits->letter,
		.glyph = sign * share * limits->glyph,
		.fits = TRUE,
	};

	if (room->spaces > 0)
		set.space = sign * rest / room->spaces;
	else
		set.fits = rest < 1.0;
	set.tension = room->spaces > 0 ? set.space / limit : sign * rest / limit;
	if (set.space < -0.999) {
		set.space = -0.999;
		set.fits = FALSE;
	}
	return set;
}
