#include "type/line.h"

#include <math.h>

#define FULL_SLACK FIX_PT /* a last line this near the edge fills the measure too */

/* While a line is set. */
struct stick {
	const struct shaped *shaped;
	const struct line_order *order;
	struct set_line *line;
	struct set_run *run; /* the one being set, or NULL */
	GString *text;	     /* of that run */
	guint part;
	double pen;	      /* from the line's left edge */
	double space, letter; /* growth: of a space by its width, of a gap in ems */
	int x_scale;
};

/* ---- how the slack is spent ---- */

static gboolean is_filled(const struct line_order *order)
{
	return order->style->align == ALIGN_JUSTIFY && !order->last && !(order->to->flags & LINE_END_FORCED);
}

/* A line that is not filled still gives where it is too long. */
static struct justified slack_spent(const struct line_order *order, double slack)
{
	struct justify_limits limits = justify_limits(order->style);
	struct justify_room room = linebreak_room(order->from, order->to);

	if (!is_filled(order) && (slack >= 0 || order->style->align != ALIGN_JUSTIFY))
		return (struct justified){.fits = TRUE};
	return justify_line(&limits, &room, slack);
}

/* Glyphs are scaled in whole thousandths; what rounding leaves goes into the spaces, and
   where a line has none into nothing: a line of one word is not torn apart. */
static void stick_adjust(struct stick *stick, double slack)
{
	struct justified set = slack_spent(stick->order, slack);
	struct justify_room room = linebreak_room(stick->order->from, stick->order->to);

	stick->x_scale = 1000 + (int)lround(set.glyph * 1000);
	stick->letter = set.letter;
	stick->space = set.space;
	if (room.spaces > 0 && (set.space != 0 || set.glyph != 0)) {
		double given = room.glyphs * (stick->x_scale - 1000) / 1000.0 + room.letters * set.letter;

		stick->space = MAX((slack - given) / room.spaces, -0.999);
	}
}

static double aligned(const struct line_order *order, double slack)
{
	double left = order->number < order->measure->narrow_lines ? order->measure->narrow_by : 0;

	left += order->number == 0 ? order->measure->indent : 0;
	if (order->style->align == ALIGN_RIGHT)
		return left + slack;
	return order->style->align == ALIGN_CENTRE ? left + slack / 2 : left;
}

/* ---- runs ---- */

static void run_free(gpointer data)
{
	struct set_run *run = data;

	g_array_unref(run->glyphs);
	g_free(run->text);
	g_free(run);
}

void set_line_free(struct set_line *line)
{
	if (!line)
		return;
	g_ptr_array_unref(line->runs);
	g_free(line);
}

static void run_close(struct stick *stick)
{
	if (!stick->run)
		return;
	stick->run->text = g_strndup(stick->text->str, stick->text->len);
	g_string_truncate(stick->text, 0);
	stick->run = NULL;
}

static void run_open(struct stick *stick, const struct shaped_part *part, struct place place, unsigned flags)
{
	struct set_run *run = g_new0(struct set_run, 1);

	run_close(stick);
	run->face = part->font->face;
	run->size = part->font->size;
	run->x_scale = stick->x_scale;
	run->colour = part->colour;
	run->language = part->language;
	run->link = part->link;
	run->flags = flags;
	run->place = place;
	run->glyphs = g_array_new(FALSE, FALSE, sizeof(struct set_glyph));
	g_ptr_array_add(stick->line->runs, run);
	stick->run = run;
}

static fix pen_at(const struct stick *stick, double offset)
{
	return (fix)lround(stick->pen + offset);
}

/* One glyph that no cluster has: the hyphen, the blank at the end. */
static void mark_set(struct stick *stick, const struct cluster *after, uint32_t id, double width,
		     const char *text, unsigned flag)
{
	const struct shaped_part *part = shape_part(stick->shaped, after);
	struct set_glyph glyph = {.id = id, .x = pen_at(stick, 0), .y = -part->rise, .text_length = 1};

	run_open(stick, part, shape_place(stick->shaped, after->text), flag);
	glyph.advance = pen_at(stick, width) - glyph.x;
	g_array_append_val(stick->run->glyphs, glyph);
	g_string_append(stick->text, text);
	stick->pen += width;
}

/* ---- clusters ---- */

static void cluster_place(struct stick *stick, const struct cluster *cluster, double width)
{
	const struct shaped_part *part = shape_part(stick->shaped, cluster);
	double scale = cluster->kind == CLUSTER_SPACE ? 1.0 : stick->x_scale / 1000.0, pen = 0;
	int text = (int)stick->text->len, count = cluster_glyphs(cluster);

	for (int i = 0; i < count; i++) {
		const struct shaped_glyph *from = &stick->shaped->glyphs[cluster->glyph + i];
		double advance = i + 1 < count ? from->width * scale : width - pen;
		struct set_glyph glyph = {
			.id = from->id,
			.x = pen_at(stick, pen + from->x * scale),
			.y = from->y - part->rise,
			.advance = pen_at(stick, pen + advance) - pen_at(stick, pen),
			.text_start = i == 0 ? text : (int)stick->text->len,
			.text_length = i == 0 ? cluster_length(cluster) : 0,
		};

		g_array_append_val(stick->run->glyphs, glyph);
		pen += advance;
	}
	g_string_append_len(stick->text, stick->shaped->text + cluster->text, cluster_length(cluster));
}

static double cluster_width(const struct stick *stick, const struct cluster *cluster, gboolean letter_follows)
{
	const struct shaped_part *part = shape_part(stick->shaped, cluster);

	if (cluster->kind == CLUSTER_SPACE)
		return cluster->width * (1.0 + stick->space);
	return cluster->width * (stick->x_scale / 1000.0) +
	       (letter_follows ? part->font->size * stick->letter : 0);
}

static void cluster_ink_seen(struct stick *stick, const struct cluster *cluster)
{
	fix size = shape_part(stick->shaped, cluster)->font->size;

	stick->line->ink_top = MAX(stick->line->ink_top, fix_scale(size, cluster->ink_top, 1000));
	stick->line->ink_bottom = MAX(stick->line->ink_bottom, fix_scale(size, -cluster->ink_bottom, 1000));
}

static void cluster_set(struct stick *stick, const struct cluster *cluster, gboolean letter_follows)
{
	/* What draws nothing and stands for nothing: format characters. */
	if (cluster_glyphs(cluster) == 0)
		return;
	if (!stick->run || cluster->part != stick->part)
		run_open(stick, shape_part(stick->shaped, cluster), shape_place(stick->shaped, cluster->text),
			 0);
	stick->part = cluster->part;
	double width = cluster_width(stick, cluster, letter_follows);

	cluster_place(stick, cluster, width);
	cluster_ink_seen(stick, cluster);
	stick->pen += width;
	stick->line->spaces += cluster->kind == CLUSTER_SPACE;
}

static gboolean letter_follows(const struct stick *stick, int next)
{
	const struct line_end *to = stick->order->to;

	return next < to->cluster_end ? shape_cluster(stick->shaped, next)->kind == CLUSTER_LETTER
				      : (to->flags & LINE_END_OURS) != 0;
}

/* The two sides of a ligature that a line end divides. */
static const struct cluster *pieces_at(const struct stick *stick, const struct line_end *end)
{
	return end->split ? g_array_index(stick->shaped->splits, struct ligature_split, (guint)end->split - 1)
				    .pieces
			  : NULL;
}

static void clusters_set(struct stick *stick)
{
	const struct line_end *from = stick->order->from, *to = stick->order->to;
	const struct cluster *first = pieces_at(stick, from), *last = pieces_at(stick, to);

	if (first)
		cluster_set(stick, &first[1], letter_follows(stick, from->cluster_start));
	for (int i = from->cluster_start; i < to->cluster_end; i++)
		cluster_set(stick, shape_cluster(stick->shaped, i), letter_follows(stick, i + 1));
	if (last)
		cluster_set(stick, &last[0], TRUE);
}

/* ---- one line ---- */

/* The cluster whose font a mark behind the line takes; NULL where the line is empty. */
static const struct cluster *mark_cluster(const struct stick *stick)
{
	const struct line_end *to = stick->order->to;
	int index = to->split ? to->cluster_end : to->cluster_end - 1;

	return stick->line->runs->len > 0 && index >= 0 ? shape_cluster(stick->shaped, index) : NULL;
}

static void hyphen_set(struct stick *stick)
{
	const struct cluster *mark = mark_cluster(stick);

	if (!mark || !(stick->order->to->flags & LINE_END_OURS))
		return;
	const struct typesetter_font *font = shape_part(stick->shaped, mark)->font;

	mark_set(stick, mark, font->hyphen, font->hyphen_width * (stick->x_scale / 1000.0), "-", SET_HYPHEN);
}

static void end_space_set(struct stick *stick)
{
	const struct line_end *to = stick->order->to;
	const struct cluster *mark = mark_cluster(stick);

	if (!mark || stick->order->last || to->split || to->cluster_start == to->cluster_end)
		return;
	const struct typesetter_font *font = shape_part(stick->shaped, mark)->font;

	mark_set(stick, mark, font->space, font->space_width, " ", SET_LINE_END_SPACE);
}

static int mean_space(const struct line_order *order, const struct set_line *line, double space)
{
	struct justify_room room = linebreak_room(order->from, order->to);

	if (line->spaces == 0)
		return 0;
	return (int)lround(room.spaces * (1.0 + space) / line->spaces / order->style->size * 1000.0);
}

static void line_facts(struct stick *stick, double left)
{
	const struct line_order *order = stick->order;
	struct set_line *line = stick->line;
	fix room = linebreak_width(order->measure, order->number);
	double width = stick->pen - left - order->to->hang_right;

	line->width = (fix)lround(width);
	line->last = order->last;
	line->hyphenated = (order->to->flags & LINE_END_HYPHEN) != 0;
	line->full =
		is_filled(order) || (order->style->align == ALIGN_JUSTIFY && room - line->width < FULL_SLACK);
	line->space_em = mean_space(order, line, stick->space);
}

struct set_line *line_set(const struct shaped *shaped, const struct line_order *order)
{
	struct stick stick = {.shaped = shaped, .order = order, .line = g_new0(struct set_line, 1)};
	double slack = (double)linebreak_width(order->measure, order->number) -
		       (double)linebreak_natural(order->from, order->to);
	double left = aligned(order, slack);

	stick.line->runs = g_ptr_array_new_with_free_func(run_free);
	stick.text = g_string_sized_new(64);
	stick_adjust(&stick, slack);
	stick.pen = left - order->from->hang_left;
	clusters_set(&stick);
	hyphen_set(&stick);
	line_facts(&stick, left);
	end_space_set(&stick);
	run_close(&stick);
	g_string_free(stick.text, TRUE);
	return stick.line;
}
