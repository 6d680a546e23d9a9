#include "font/face_inside.h"

/* ---- outlines ---- */

struct pen {
	GArray *steps;
	double em;
};

static struct outline_point pen_point(const struct pen *pen, float x, float y)
{
	return (struct outline_point){x / pen->em, y / pen->em};
}

static void pen_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
		     void *unused)
{
	const struct pen *pen = data;
	struct outline_step step = {OUTLINE_MOVE, {pen_point(pen, x, y)}};

	(void)funcs, (void)state, (void)unused;
	g_array_append_val(pen->steps, step);
}

static void pen_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
		     void *unused)
{
	const struct pen *pen = data;
	struct outline_step step = {OUTLINE_LINE, {pen_point(pen, x, y)}};

	(void)funcs, (void)state, (void)unused;
	g_array_append_val(pen->steps, step);
}

static void pen_curve(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1,
		      float x2, float y2, float x, float y, void *unused)
{
	const struct pen *pen = data;
	struct outline_step step = {OUTLINE_CURVE,
				    {pen_point(pen, x1, y1), pen_point(pen, x2, y2), pen_point(pen, x, y)}};

	(void)funcs, (void)state, (void)unused;
	g_array_append_val(pen->steps, step);
}

static void pen_close(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *unused)
{
	const struct pen *pen = data;
	struct outline_step step = {.verb = OUTLINE_CLOSE};

	(void)funcs, (void)state, (void)unused;
	g_array_append_val(pen->steps, step);
}

/* TrueType's quadratic curves come as cubics: HarfBuzz converts when no other is asked for. */
static hb_draw_funcs_t *pen_funcs(void)
{
	static gsize funcs;

	if (g_once_init_enter(&funcs)) {
		hb_draw_funcs_t *made = hb_draw_funcs_create();

		hb_draw_funcs_set_move_to_func(made, pen_move, NULL, NULL);
		hb_draw_funcs_set_line_to_func(made, pen_line, NULL, NULL);
		hb_draw_funcs_set_cubic_to_func(made, pen_curve, NULL, NULL);
		hb_draw_funcs_set_close_path_func(made, pen_close, NULL, NULL);
		hb_draw_funcs_make_immutable(made);
		g_once_init_leave(&funcs, (gsize)made);
	}
	return (hb_draw_funcs_t *)funcs;
}

GArray *face_outline(const struct face *face, uint32_t glyph)
{
	struct pen pen = {g_array_new(FALSE, FALSE, sizeof(struct outline_step)), face->units_per_em};

#if HB_VERSION_ATLEAST(7, 0, 0)
	hb_font_draw_glyph(face_inside(face)->hb_font, glyph, pen_funcs(), &pen);
#else
	hb_font_get_glyph_shape(face_inside(face)->hb_font, glyph, pen_funcs(), &pen);
#endif
	return pen.steps;
}

/* ---- ink ---- */

/* Rounded outwards, so that ink is never said to be less than it is. */
static int ink_floor(int units, int em)
{
	int64_t thousandths = (int64_t)units * 1000;

	return (int)((thousandths < 0 ? thousandths - em + 1 : thousandths) / em);
}

static int ink_ceiling(int units, int em)
{
	return -ink_floor(-units, em);
}

static struct ink ink_measure(const struct face *face, uint32_t glyph)
{
	hb_glyph_extents_t extents;
	int em = face->units_per_em;

	if (!hb_font_get_glyph_extents(face_inside(face)->hb_font, glyph, &extents))
		return (struct ink){0, 0, 0, 0};
	return (struct ink){
		.left = ink_floor(extents.x_bearing, em),
		.right = ink_ceiling(extents.x_bearing + extents.width, em),
		.top = ink_ceiling(extents.y_bearing, em),
		.bottom = ink_floor(extents.y_bearing + extents.height, em),
	};
}

/* All glyphs of a face at once, by whichever thread asks first: under a millisecond, and
   afterwards a look-up needs no lock. */
static const struct ink *ink_table(const struct face *face)
{
	struct face_inside *inside = (struct face_inside *)face_inside(face);

	if (g_once_init_enter(&inside->ink_is_measured)) {
		unsigned count = hb_face_get_glyph_count(inside->hb_face);

		inside->ink = g_new(struct ink, count);
		for (unsigned glyph = 0; glyph < count; glyph++)
			inside->ink[glyph] = ink_measure(face, glyph);
		g_once_init_leave(&inside->ink_is_measured, 1);
	}
	return inside->ink;
}

struct ink face_ink(const struct face *face, uint32_t glyph)
{
	if (glyph >= hb_face_get_glyph_count(face_inside(face)->hb_face))
		return (struct ink){0, 0, 0, 0};
	return ink_table(face)[glyph];
}
