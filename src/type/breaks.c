#include "type/breaks.h"

#include <string.h>

#include "type/keep.h"
#include "type/sense.h"

#define COST_HYPHEN	  1.0	      /* a hyphen of ours in a good place */
#define COST_HYPHEN_SHORT 0.5	      /* and only two letters left or three right */
#define COST_HYPHEN_HARD  0.25	      /* behind a hyphen of the copy */
#define COST_SLASH	  0.3	      /* behind any other mark inside a word */
#define COST_RANGE	  3.0	      /* 10–|20 */
#define WORD_LONG_EMS	  5	      /* longer words may be divided anywhere in an emergency */
#define WORD_SEED	  2166136261u /* Fowler, Noll and Vo's hash, as its prime below */
#define WORD_COMPARED	  3	      /* letters a word has at least to be seen when stacked */
#define INK_APART	  10	      /* thousandths of an em that ink stays apart */

/* While the clusters of a text are walked through. */
struct walk {
	const struct shaped *shaped;
	const struct text_style *style;
	struct breaks *breaks;
	GArray *ends;
	struct line_sums sums;	  /* up to the present cluster */
	struct line_sums content; /* up to the end of the last cluster that is no space */
	int content_end;	  /* that cluster's index + 1 */
	fix letter_gap;		  /* in sums, between the last cluster and this one */
	guint32 word;		  /* of the letters since the last space */
	int word_letters;
	int pending;	/* index of the end that waits for its word_after; -1 none */
	int word_start; /* cluster */
	gint64 word_width;
	int deep, tall;
	int gaps_end; /* how many spaces stand before content_end */
	int splits;   /* of the ligatures so far */
};

/* ---- hanging marks ---- */

static gunichar letter_of(const struct shaped *shaped, const struct cluster *cluster)
{
	return cluster_length(cluster) > 0 ? g_utf8_get_char(shaped->text + cluster->text) : 0;
}

fix breaks_hang_right(const struct shaped *shaped, const struct cluster *cluster, int hang)
{
	int part;

	switch (letter_of(shaped, cluster)) {
	case '-':
	case 0x2010:
	case '.':
	case ',':
	case 0x2019:
	case 0x201D:
	case '\'':
	case '"':
		part = 1000;
		break;
	case ';':
	case ':':
		part = 700;
		break;
	case '!':
	case '?':
	case 0x2026:
		part = 400;
		break;
	case 0x2013:
	case 0x2014:
		part = 250;
		break;
	default:
		return 0;
	}
	return fix_scale(cluster->width, (int64_t)part * hang, 1000000);
}

fix breaks_hang_left(const struct shaped *shaped, const struct cluster *cluster, int hang)
{
	switch (letter_of(shaped, cluster)) {
	case 0x2018:
	case 0x201C:
	case '\'':
	case '"':
		return fix_scale(cluster->width, hang, 1000);
	default:
		return 0;
	}
}

/* ---- one end ---- */

static struct line_end *end_add(struct walk *walk, struct line_end end)
{
	end.deep = walk->deep;
	end.gaps_start = (int)walk->breaks->gaps->len;
	end.gaps_end = end.cluster_end == walk->content_end ? walk->gaps_end : end.gaps_start;
	end.tall = walk->tall;
	g_array_append_val(walk->ends, end);
	return &g_array_index(walk->ends, struct line_end, walk->ends->len - 1);
}

static const struct cluster *cluster_before(const struct walk *walk, int index)
{
	return index > 0 ? shape_cluster(walk->shaped, index - 1) : NULL;
}

static void word_close(struct walk *walk)
{
	GArray *ends = walk->ends;

	if (walk->pending >= 0)
		g_array_index(ends, struct line_end, (guint)walk->pending).word_after =
			walk->word_letters >= WORD_COMPARED ? walk->word : 0;
	walk->pending = -1;
}

static fix left_hang_at(const struct walk *walk, int index)
{
	return index < walk->shaped->count
		       ? breaks_hang_left(walk->shaped, shape_cluster(walk->shaped, index), walk->style->hang)
		       : 0;
}

/* A line may end before cluster `index`, at the last letter before the spaces there. */
static void end_at_word(struct walk *walk, int index, float cost, unsigned flags)
{
	struct line_end end = {
		.end = walk->content,
		.start = walk->sums,
		.cluster_end = walk->content_end,
		.cluster_start = index,
		.cost = cost,
		.flags = flags,
		.word_before = walk->word_letters >= WORD_COMPARED ? walk->word : 0,
		.hang_left = left_hang_at(walk, index),
	};
	const struct cluster *mark = cluster_before(walk, walk->content_end);

	if (mark)
		end.hang_right = breaks_hang_right(walk->shaped, mark, walk->style->hang);
	end.end.width -= walk->content_end > 0 ? walk->shaped->tracking : 0;
	end.start.letters = walk->sums.letters;
	word_close(walk);
	end_add(walk, end);
	walk->pending = (int)walk->ends->len - 1;
}

static float hyphen_cost(const struct cluster *cluster)
{
	float cost = COST_HYPHEN;

	if (cluster->hyphen_left <= 2 || cluster->hyphen_right <= 3)
		cost += (float)COST_HYPHEN_SHORT;
	return cost;
}

static void end_at_hyphen(struct walk *walk, int index, float cost, unsigned flags)
{
	const struct cluster *cluster = shape_cluster(walk->shaped, index);
	const struct typesetter_font *font = shape_part(walk->shaped, cluster)->font;
	struct line_end end = {
		.end = walk->sums,
		.start = walk->sums,
		.cluster_end = index,
		.cluster_start = index,
		.cost = cost,
		.flags = flags,
	};

	if (flags & LINE_END_OURS) {
		end.mark = font->hyphen_width;
		end.hang_right = fix_scale(end.mark, walk->style->hang, 1000);
	}
	end_add(walk, end);
}

static void end_in_ligature(struct walk *walk, int index)
{
	const struct cluster *ligature = shape_cluster(walk->shaped, index);
	const struct typesetter_font *font = shape_part(walk->shaped, ligature)->font;
	const struct cluster *pieces =
		g_array_index(walk->shaped->splits, struct ligature_split, (guint)walk->splits).pieces;
	fix rest = ligature->width - pieces[1].width;
	struct line_end end = {
		.end = walk->sums,
		.start = walk->sums,
		.cluster_end = index,
		.cluster_start = index + 1,
		.cost = hyphen_cost(ligature),
		.flags = LINE_END_HYPHEN | LINE_END_OURS,
		.mark = font->hyphen_width,
		.hang_right = fix_scale(font->hyphen_width, walk->style->hang, 1000),
		.split = ++walk->splits,
	};

	end.end.width += pieces[0].width;
	end.end.glyphs += (guint32)pieces[0].width;
	end.end.letters += (guint32)font->size;
	end.start.width += rest;
	end.start.glyphs += (guint32)rest;
	end_add(walk, end);
}

/* ---- which ends there are ---- */

static double cost_at_space(const struct walk *walk, int index)
{
	const struct cluster *last = cluster_before(walk, walk->content_end);
	int end = last ? last[1].text : 0;
	struct keep_pair pair = keep_pair_at(walk->shaped->text, walk->shaped->length, end,
					     shape_cluster(walk->shaped, index)->text);

	return keep_cost(&pair);
}

static gboolean is_kept(const struct walk *walk, int index)
{
	const struct cluster *before = cluster_before(walk, index),
			     *after = shape_cluster(walk->shaped, index);

	return shape_part(walk->shaped, after)->keep && before && shape_part(walk->shaped, before)->keep &&
	       shape_part(walk->shaped, after)->run == shape_part(walk->shaped, before)->run;
}

/* Between two letters where Unicode lets a line break: behind hyphens, dashes, slashes. */
static void end_inside_word(struct walk *walk, int index, const struct cluster *before)
{
	gunichar mark = letter_of(walk->shaped, before);
	gunichar next = letter_of(walk->shaped, shape_cluster(walk->shaped, index));

	if (next == 0x2013 || next == 0x2014)
		return;
	if (mark == '-' || mark == 0x2010)
		end_at_word(walk, index, COST_HYPHEN_HARD, LINE_END_HYPHEN);
	else
		end_at_word(walk, index, g_unichar_isdigit(next) ? (float)COST_RANGE : (float)COST_SLASH, 0);
}

static void end_maybe(struct walk *walk, int index)
{
	const struct cluster *cluster = shape_cluster(walk->shaped, index),
			     *before = cluster_before(walk, index);

	if (before->kind == CLUSTER_TURN)
		end_at_word(walk, index, 0, LINE_END_FORCED);
	else if (cluster->kind != CLUSTER_LETTER || cluster->width <= 0 || is_kept(walk, index))
		return;
	else if ((cluster->flags & CLUSTER_MAY_START_LINE) && before->kind == CLUSTER_SPACE)
		end_at_word(walk, index, (float)cost_at_space(walk, index), 0);
	else if (cluster->flags & CLUSTER_MAY_START_LINE)
		end_inside_word(walk, index, before);
	else if (cluster->flags & CLUSTER_HYPHEN_BEFORE)
		end_at_hyphen(walk, index, hyphen_cost(cluster), LINE_END_HYPHEN | LINE_END_OURS);
	else if (walk->word_width > (gint64)WORD_LONG_EMS * walk->style->size)
		end_at_hyphen(walk, index, 0, LINE_END_EMERGENCY);
}

/* ---- sums ---- */

static void ink_add(struct walk *walk, const struct cluster *cluster, int deep_from, int tall_from)
{
	struct line_ink ink = {
		.left = (guint32)walk->sums.width,
		.right = (guint32)(walk->sums.width + cluster->width),
		.spaces = walk->sums.spaces,
	};

	if (-cluster->ink_bottom > deep_from) {
		ink.reach = (gint16)-cluster->ink_bottom;
		g_array_append_val(walk->breaks->deep, ink);
		walk->deep++;
	}
	if (cluster->ink_top > tall_from) {
		ink.reach = cluster->ink_top;
		g_array_append_val(walk->breaks->tall, ink);
		walk->tall++;
	}
}

static guint32 word_more(guint32 word, const char *text, int length)
{
	for (int i = 0; i < length; i++)
		word = (word ^ (guchar)text[i]) * 16777619u;
	return word ? word : 1;
}

static void take_letter(struct walk *walk, int index, const struct cluster *cluster)
{
	int next = index + 1;
	gboolean letter_follows =
		next < walk->shaped->count && shape_cluster(walk->shaped, next)->kind == CLUSTER_LETTER;

	walk->sums.width += cluster->width;
	walk->sums.glyphs += cluster->width;
	walk->content = walk->sums;
	walk->content_end = next;
	walk->gaps_end = (int)walk->breaks->gaps->len;
	walk->word = word_more(walk->word, walk->shaped->text + cluster->text, cluster_length(cluster));
	walk->word_letters++;
	walk->word_width += cluster->width;
	if (letter_follows)
		walk->sums.letters += shape_part(walk->shaped, cluster)->font->size;
}

static void take_space(struct walk *walk, const struct cluster *cluster)
{
	struct line_gap gap = {(guint32)walk->sums.width, walk->sums.spaces, cluster->width};

	walk->sums.width += cluster->width;
	walk->word_width = 0;
	if (cluster->kind != CLUSTER_SPACE)
		return;
	walk->sums.spaces += (guint32)cluster->width;
	g_array_append_val(walk->breaks->gaps, gap);
}

static void word_open(struct walk *walk, int index)
{
	const struct cluster *before = cluster_before(walk, index);

	if (before && before->kind != CLUSTER_LETTER &&
	    shape_cluster(walk->shaped, index)->kind == CLUSTER_LETTER) {
		walk->word = WORD_SEED;
		walk->word_letters = 0;
	}
}

/* ---- ink ---- */

/* From which reach on a mark can meet another of the paragraph; no ink is looked for when none can. */
static gboolean ink_bounds(struct breaks *breaks, const struct shaped *shaped, const struct text_style *style,
			   int *deep_from, int *tall_from)
{
	int deepest = 0, tallest = 0;

	for (int i = 0; i < shaped->count; i++) {
		deepest = MAX(deepest, -shape_cluster(shaped, i)->ink_bottom);
		tallest = MAX(tallest, shape_cluster(shaped, i)->ink_top);
	}
	breaks->ink_limit = fix_scale(style->leading, 1000, MAX(style->size, 1)) - INK_APART;
	*deep_from = breaks->ink_limit - tallest;
	*tall_from = breaks->ink_limit - deepest;
	if (style->leading > 0 && deepest + tallest > breaks->ink_limit)
		return TRUE;
	breaks->ink_limit = 0;
	*deep_from = *tall_from = G_MAXINT16;
	return FALSE;
}

/* ---- the whole text ---- */

struct breaks breaks_find(const struct shaped *shaped, const struct text_style *style, GArray *room)
{
	struct breaks breaks = {
		.deep = g_array_new(FALSE, FALSE, sizeof(struct line_ink)),
		.gaps = g_array_new(FALSE, FALSE, sizeof(struct line_gap)),
		.tall = g_array_new(FALSE, FALSE, sizeof(struct line_ink)),
	};
	struct walk walk = {
		.shaped = shaped,
		.style = style,
		.breaks = &breaks,
		.ends = room,
		.pending = -1,
		.word = WORD_SEED,
	};
	int deep_from, tall_from;
	gboolean ink = ink_bounds(&breaks, shaped, style, &deep_from, &tall_from);

	g_array_set_size(room, 0);
	end_add(&walk, (struct line_end){.hang_left = left_hang_at(&walk, 0)});
	walk.pending = 0;
	for (int i = 0; i < shaped->count; i++) {
		const struct cluster *cluster = shape_cluster(shaped, i);

		if (i > 0) {
			end_maybe(&walk, i);
			word_open(&walk, i);
		}
		if (cluster->flags & CLUSTER_HYPHEN_INSIDE)
			end_in_ligature(&walk, i);
		if (ink)
			ink_add(&walk, cluster, deep_from, tall_from);
		if (cluster->kind == CLUSTER_LETTER)
			take_letter(&walk, i, cluster);
		else
			take_space(&walk, cluster);
	}
	end_at_word(&walk, shaped->count, 0, 0);
	breaks.count = (int)room->len;
	breaks.ends = g_memdup2(room->data, room->len * sizeof(struct line_end));
	return breaks;
}

void breaks_clear(struct breaks *breaks)
{
	g_free(breaks->ends);
	g_array_unref(breaks->deep);
	g_array_unref(breaks->tall);
	g_array_unref(breaks->gaps);
}

/* ---- by sense ---- */

static float cost_by_sense(const struct shaped *shaped, const struct line_end *end,
			   const char *const *compounds)
{
	const struct cluster *last = shape_cluster(shaped, end->cluster_end - 1);
	const struct cluster *next = shape_cluster(shaped, end->cluster_start);
	struct keep_pair pair = keep_pair_at(shaped->text, shaped->length, last[1].text, next->text);

	return (float)sense_cost(&pair, shape_part(shaped, last)->language, compounds);
}

struct line_end *breaks_by_sense(const struct breaks *breaks, const struct shaped *shaped,
				 const char *const *compounds)
{
	struct line_end *ends = g_memdup2(breaks->ends, (gsize)breaks->count * sizeof *ends);

	for (int i = 1; i + 1 < breaks->count; i++) {
		struct line_end *end = &ends[i];

		if (end->flags & LINE_END_OURS)
			end->flags |= LINE_END_EMERGENCY;
		else if (!(end->flags & (LINE_END_FORCED | LINE_END_EMERGENCY)) &&
			 end->cluster_end < end->cluster_start)
			end->cost = cost_by_sense(shaped, end, compounds);
	}
	return ends;
}
