#include "type/pantograph.h"

struct scale {
	fix from, to;
};

static fix cut(struct scale scale, fix length)
{
	return fix_scale(length, scale.to, scale.from);
}

/* Sums may be as wide as a whole paragraph; the pattern is large, so that they do not wrap around. */
static guint32 cut_sum(struct scale scale, guint32 sum)
{
	return (guint32)(((guint64)sum * (guint64)scale.to + (guint64)scale.from / 2) / (guint64)scale.from);
}

/* ---- shaped ---- */

static void cut_cluster(struct scale scale, struct cluster *cluster)
{
	cluster->width = cut(scale, cluster->width);
}

/* The pieces of ligatures have theirs behind those of the text. */
static int glyphs_of(const struct shaped *shaped)
{
	if (shaped->splits == NULL || shaped->splits->len == 0)
		return shaped->clusters[shaped->count].glyph;
	return g_array_index(shaped->splits, struct ligature_split, shaped->splits->len - 1).pieces[2].glyph;
}

static struct shaped_glyph *cut_glyphs(struct scale scale, const struct shaped *pattern)
{
	int count = glyphs_of(pattern);
	struct shaped_glyph *glyphs = g_memdup2(pattern->glyphs, (gsize)count * sizeof *glyphs);

	for (int i = 0; i < count; i++) {
		glyphs[i].x = cut(scale, glyphs[i].x);
		glyphs[i].y = cut(scale, glyphs[i].y);
		glyphs[i].width = cut(scale, glyphs[i].width);
	}
	return glyphs;
}

static struct cluster *cut_clusters(struct scale scale, const struct shaped *pattern)
{
	struct cluster *clusters =
		g_memdup2(pattern->clusters, ((gsize)pattern->count + 1) * sizeof *clusters);

	for (int i = 0; i < pattern->count; i++)
		cut_cluster(scale, &clusters[i]);
	return clusters;
}

static GArray *cut_splits(struct scale scale, const GArray *pattern)
{
	GArray *splits = pattern != NULL ? g_array_copy((GArray *)pattern) : NULL;

	for (guint i = 0; splits != NULL && i < splits->len; i++) {
		struct ligature_split *split = &g_array_index(splits, struct ligature_split, i);
		cut_cluster(scale, &split->pieces[0]);
		cut_cluster(scale, &split->pieces[1]);
	}
	return splits;
}

static GArray *cut_parts(struct typesetter *typesetter, struct scale scale, const GArray *pattern)
{
	GArray *parts = g_array_copy((GArray *)pattern);

	for (guint i = 0; i < parts->len; i++) {
		struct shaped_part *part = &g_array_index(parts, struct shaped_part, i);
		part->font =
			typesetter_font(typesetter, part->font->face->role, cut(scale, part->font->size));
		part->rise = cut(scale, part->rise);
	}
	return parts;
}

struct shaped *pantograph_shaped(struct typesetter *typesetter, const struct shaped *pattern, fix from,
				 fix to)
{
	struct shaped *shaped = g_memdup2(pattern, sizeof *shaped);
	struct scale scale = {from, to};

	shaped->text = g_strndup(pattern->text, (gsize)pattern->length);
	shaped->tracking = cut(scale, pattern->tracking);
	shaped->clusters = cut_clusters(scale, pattern);
	shaped->glyphs = cut_glyphs(scale, pattern);
	shaped->splits = cut_splits(scale, pattern->splits);
	shaped->parts = cut_parts(typesetter, scale, pattern->parts);
	shaped->runs = g_array_copy(pattern->runs);
	shaped->letters =
		g_memdup2(pattern->letters, ((gsize)(pattern->length / SHAPE_MILESTONE) + 1) * sizeof(int));
	return shaped;
}

/* ---- line ends ---- */

static struct line_sums cut_sums(struct scale scale, struct line_sums sums)
{
	return (struct line_sums){
		.width = (sums.width * scale.to + scale.from / 2) / scale.from,
		.spaces = cut_sum(scale, sums.spaces),
		.letters = cut_sum(scale, sums.letters),
		.glyphs = cut_sum(scale, sums.glyphs),
	};
}

/* How far marks hang out is the size's own. */
static void cut_end(struct scale scale, const struct shaped *shaped, int hang, struct line_end *end)
{
	end->end = cut_sums(scale, end->end);
	end->start = cut_sums(scale, end->start);
	end->mark = cut(scale, end->mark);
	end->hang_right = end->hang_left = 0;
	if (end->mark > 0)
		end->hang_right = fix_scale(end->mark, hang, 1000);
	else if (end->cluster_end > 0)
		end->hang_right =
			breaks_hang_right(shaped, shape_cluster(shaped, end->cluster_end - 1), hang);
	if (end->cluster_start < shaped->count && end->mark == 0)
		end->hang_left = breaks_hang_left(shaped, shape_cluster(shaped, end->cluster_start), hang);
}

static GArray *cut_inks(struct scale scale, const GArray *pattern)
{
	GArray *inks = g_array_copy((GArray *)pattern);

	for (guint i = 0; i < inks->len; i++) {
		struct line_ink *ink = &g_array_index(inks, struct line_ink, i);
		ink->left = cut_sum(scale, ink->left);
		ink->right = cut_sum(scale, ink->right);
		ink->spaces = cut_sum(scale, ink->spaces);
	}
	return inks;
}

static GArray *cut_gaps(struct scale scale, const GArray *pattern)
{
	GArray *gaps = g_array_copy((GArray *)pattern);

	for (guint i = 0; i < gaps->len; i++) {
		struct line_gap *gap = &g_array_index(gaps, struct line_gap, i);
		gap->left = cut_sum(scale, gap->left);
		gap->spaces = cut_sum(scale, gap->spaces);
		gap->width = cut(scale, gap->width);
	}
	return gaps;
}

struct breaks pantograph_breaks(const struct breaks *pattern, fix from, const struct shaped *shaped,
				const struct text_style *style)
{
	struct scale scale = {from, style->size};
	struct breaks breaks = {
		.ends = g_memdup2(pattern->ends, (gsize)pattern->count * sizeof *pattern->ends),
		.count = pattern->count,
		.deep = cut_inks(scale, pattern->deep),
		.tall = cut_inks(scale, pattern->tall),
		.gaps = cut_gaps(scale, pattern->gaps),
		.ink_limit = pattern->ink_limit,
	};

	for (int i = 0; i < breaks.count; i++)
		cut_end(scale, shaped, style->hang, &breaks.ends[i]);
	return breaks;
}
