#include "makeup/stone.h"

fix stone_leading(const struct stone *stone)
{
	return stone->design->leading;
}

/* Body type stands so that half of what the leading adds lies above the
   ascenders; x-height and photograph tops then agree by eye. */
fix stone_baseline(const struct stone *stone)
{
	const struct text_style *body = stone_style(stone, STYLE_BODY);
	return body->size * 3 / 4 + (stone->design->leading - body->size);
}

int stone_rows(const struct stone *stone, fix height)
{
	fix leading = stone->design->leading;
	return height <= 0 ? 0 : (height + leading - 1) / leading;
}

const struct text_style *stone_style(const struct stone *stone, enum style_id style)
{
	return &stone->design->styles[style];
}

const struct face *stone_face(const struct stone *stone, const struct text_style *style)
{
	const struct face *face = fontbook_face(stone->book, style->font);
	return face != NULL ? face : fontbook_face_at(stone->book, 0);
}
