#include "type/leading.h"

/* The box of a glyph's ink: x from the line's left edge, reach from the baseline. */
struct ink_box {
	fix left, right, reach;
};

static gboolean ink_box_of(const struct set_run *run, const struct set_glyph *glyph, gboolean downwards,
			   struct ink_box *box)
{
	struct ink ink = face_ink(run->face, glyph->id);

	if (ink.left == ink.right)
		return FALSE;
	box->left = glyph->x + fix_scale(run->size, (int64_t)ink.left * run->x_scale, 1000000);
	box->right = glyph->x + fix_scale(run->size, (int64_t)ink.right * run->x_scale, 1000000);
	box->reach = downwards ? glyph->y - fix_scale(run->size, ink.bottom, 1000)
			       : fix_scale(run->size, ink.top, 1000) - glyph->y;
	return TRUE;
}

static GArray *ink_boxes(const struct set_line *line, gboolean downwards)
{
	GArray *boxes = g_array_new(FALSE, FALSE, sizeof(struct ink_box));

	for (guint r = 0; r < line->runs->len; r++) {
		const struct set_run *run = g_ptr_array_index(line->runs, r);

		for (guint g = 0; g < run->glyphs->len; g++) {
			struct ink_box box;

			if (ink_box_of(run, &g_array_index(run->glyphs, struct set_glyph, g), downwards,
				       &box))
				g_array_append_val(boxes, box);
		}
	}
	return boxes;
}

fix leading_between(const struct set_line *above, const struct set_line *below, fix leading, fix apart)
{
	g_autoptr(GArray) deep = ink_boxes(above, TRUE), tall = ink_boxes(below, FALSE);

	for (guint d = 0; d < deep->len; d++) {
		const struct ink_box *upper = &g_array_index(deep, struct ink_box, d);

		for (guint t = 0; t < tall->len; t++) {
			const struct ink_box *lower = &g_array_index(tall, struct ink_box, t);

			if (upper->left < lower->right + apart && lower->left < upper->right + apart)
				leading = MAX(leading, upper->reach + lower->reach + apart);
		}
	}
	return leading;
}
