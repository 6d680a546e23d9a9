#include "makeup/standfirst.h"

#define ABOVE_MOST 1.5 /* the usual size */
#define FIT_WIDTH  0.985

/* Over a wide measure small type is hard to follow: it grows with the head. */
static const struct text_style *usual_style(const struct stone *stone, const struct take *take, fix width)
{
	fix two = design_measure(stone->design, take->page_columns, 2);

	return stone_style(
		stone, attire_style(take->attire, width > two ? STYLE_STANDFIRST_WIDE : STYLE_STANDFIRST));
}

static const struct text_style *style_at(struct take *take, const struct text_style *style, fix size)
{
	for (guint i = 0; i < take->styles->len; i++) {
		const struct text_style *known = take->styles->pdata[i];
		if (known->name == style->name && known->size == size)
			return known;
	}
	struct text_style *sized = g_memdup2(style, sizeof *style);
	sized->leading = fix_scale(style->leading, size, style->size);
	sized->size = size;
	g_ptr_array_add(take->styles, sized);
	return sized;
}

/* Of the standfirst on one line; 0 when it needs more. */
static fix line_width(const struct stone *stone, struct take *take, const struct text_style *style, fix width)
{
	struct measure measure = {.width = width};
	const struct paragraph *paragraph = take_shape_copy(stone, take, &take->story->standfirst, style);
	const struct settings *settings = paragraph_settings(paragraph, &measure);
	const struct setting *shortest = &settings->by_lines[0];

	return settings->count > 0 && shortest->lines == 1
		       ? paragraph_extents(paragraph, shortest, &measure)[0].width
		       : 0;
}

const struct text_style *standfirst_style(const struct stone *stone, struct take *take, fix width,
					  gboolean fits)
{
	const struct text_style *usual = usual_style(stone, take, width);
	const struct copy *copy = &take->story->standfirst;
	fix line =
		fits && copy->text != NULL && *copy->text != '\0' ? line_width(stone, take, usual, width) : 0;

	if (line <= 0)
		return usual;
	fix size = (fix)(usual->size * CLAMP(FIT_WIDTH * width / line, 1.0, ABOVE_MOST));
	return style_at(take, usual, size - size % (FIX_PT / 2));
}
