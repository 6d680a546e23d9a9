#include "type/price.h"

#include <math.h>

#define COST_HYPHEN_PAIR   1.6 /* two hyphenated lines running */
#define COST_HYPHEN_LAST   5.0 /* before the last line */
#define COST_CONTRAST	   0.4 /* neighbours that differ in tension by 1, squared */
#define COST_CONTRAST_MOST 1.5
#define COST_RIVER	   0.6 /* a gap that runs through three loose lines */
#define INK_MANY	   200 /* pairs of marks that are looked at; where there are more, some meet */
#define RIVER_TENSION	   0.4
#define COST_STACKED	   0.9 /* one word under itself */
#define COST_INK	   3.0 /* ink of two lines meets */
#define COST_LAST_SHORT	   6.0 /* a last line shorter than the indent */
#define COST_OVERFULL	   1000000.0
#define COST_EMERGENCY	   8000.0
#define EMERGENCY_SLACK	   0.4	/* a word is broken anywhere only where the line is filled up to here */
#define COST_RAG	   48.0 /* a ragged line, times the square of the part that is empty */
#define COST_STUMP	   6.0	/* a balanced line half as long as its neighbours */

/* Tolerance in stages: tension of the spaces that a line may have. The last takes any line. */
static const double stage_tension[PRICE_STAGES] = {1.0, 1.8, 3.2};
#define STAGE_LAST PRICE_STAGES

#define TENSION_TORN 6.0 /* beyond, a line cannot look much worse */

#define STUMP_PART 0.55 /* of the mean; the longest line is always longer than the mean */

/* ---- one line ---- */

/* 0 at rest, 1 at the limit; rises steeply, because one torn line is worse than many uneasy ones,
   but not without end, or a word that fits nowhere would outweigh every other price. */
static double tension_cost(double tension)
{
	double t = MIN(fabs(tension), TENSION_TORN), t3 = t * t * t;

	return t3 * (0.3 + 0.7 * t * t) + (fabs(tension) - t) * 100.0;
}

static guint8 tension_stage(double tension)
{
	guint8 stage = 0;

	while (stage < STAGE_LAST && fabs(tension) > stage_tension[stage])
		stage++;
	return stage;
}

static struct fit fit_overfull(const struct price_terms *terms, double slack)
{
	struct fit fit = {.too_long = TRUE, .possible = terms->any, .stage = STAGE_LAST, .tension = -1};

	fit.cost = COST_OVERFULL * (1.0 - slack / terms->matter->em);
	return fit;
}

static struct fit fit_justified(const struct price_terms *terms, const struct justify_room *room,
				double slack)
{
	struct justified set = justify_line(&terms->order->limits, room, slack);
	struct fit fit = {.possible = TRUE, .tension = (float)CLAMP(set.tension, -2.0, 40.0)};

	if (slack < 0 && (set.tension < -1.0001 || !set.fits))
		return fit_overfull(terms, slack);
	if (!terms->any && (!set.fits || set.tension > stage_tension[STAGE_LAST - 1]))
		return (struct fit){.possible = FALSE};
	fit.stage = set.fits ? tension_stage(set.tension) : STAGE_LAST;
	fit.cost = tension_cost(fit.tension);
	return fit;
}

/* A line that is not filled: the last, one before a turn, any line of ragged setting. */
static struct fit fit_loose(const struct price_terms *terms, const struct justify_room *room, double slack,
			    gboolean may_shrink)
{
	if (slack >= 0)
		return (struct fit){.possible = TRUE};
	return may_shrink ? fit_justified(terms, room, slack) : fit_overfull(terms, slack);
}

static double rag_cost(const struct price_terms *terms, double natural, fix width)
{
	double part = terms->aim > 0 ? (terms->aim - natural) / terms->aim : (width - natural) / width;
	double stump = terms->aim > 0 && natural < terms->aim * STUMP_PART ? COST_STUMP : 0;

	return stump + COST_RAG * part * part;
}

struct fit price_line(const struct price_terms *terms, const struct line_end *from, const struct line_end *to,
		      int line, gboolean last)
{
	fix width = linebreak_width(&terms->order->measure, line);
	struct justify_room room = linebreak_room(from, to);
	fix natural = linebreak_natural(from, to);
	double slack = (double)(width - natural);
	gboolean justified = terms->order->manner == LINEBREAK_JUSTIFIED;
	gboolean unfilled = last || (to->flags & LINE_END_FORCED);
	struct fit fit = justified && !unfilled ? fit_justified(terms, &room, slack)
						: fit_loose(terms, &room, slack, justified);

	if (!fit.possible)
		return fit;
	if (!justified && (!unfilled || terms->order->manner == LINEBREAK_BALANCED))
		fit.cost += rag_cost(terms, natural, width);
	if (last && line > 0 && natural < terms->order->last_line_least)
		fit.cost += COST_LAST_SHORT * (1.5 - (double)natural / terms->order->last_line_least);
	if (to->flags & LINE_END_EMERGENCY) {
		fit.possible = slack < EMERGENCY_SLACK * width;
		fit.cost += COST_EMERGENCY;
		fit.stage = STAGE_LAST;
	}
	fit.cost += to->cost;
	return fit;
}

/* ---- two lines ---- */

/* Where something on a line stands once the line is set, from the line's left edge. */
static double position(const struct line_end *start, guint32 width, guint32 spaces, double growth)
{
	return line_sum(width, (guint32)start->start.width) + growth * line_sum(spaces, start->start.spaces);
}

static gboolean inks_meet(const struct line_matter *matter, const struct price_lines *lines, double above,
			  double below)
{
	if ((gint64)(lines->c->tall - lines->b->tall) * (lines->b->deep - lines->a->deep) > INK_MANY)
		return TRUE;
	for (int t = lines->b->tall; t < lines->c->tall; t++) {
		const struct line_ink *tall = &matter->tall[t];
		double left = position(lines->b, tall->left, tall->spaces, below);
		double right = position(lines->b, tall->right, tall->spaces, below);

		for (int d = lines->a->deep; d < lines->b->deep; d++) {
			const struct line_ink *deep = &matter->deep[d];

			if (deep->reach + tall->reach > matter->ink_limit &&
			    position(lines->a, deep->left, deep->spaces, above) < right &&
			    position(lines->a, deep->right, deep->spaces, above) > left)
				return TRUE;
		}
	}
	return FALSE;
}

static double growth(const struct price_terms *terms, double tension)
{
	const struct justify_limits *limits = &terms->order->limits;

	return tension * (tension < 0 ? limits->space_shrink : limits->space_stretch);
}

static double ink_cost(const struct price_terms *terms, const struct price_lines *lines, double tension)
{
	if (terms->matter->ink_limit == 0 || lines->c->tall == lines->b->tall ||
	    lines->b->deep == lines->a->deep)
		return 0;
	return inks_meet(terms->matter, lines, growth(terms, lines->tension_above), growth(terms, tension))
		       ? COST_INK
		       : 0;
}

static double stacked_cost(const struct price_lines *lines)
{
	double cost = 0;

	if (lines->b->word_after && lines->a->word_after == lines->b->word_after)
		cost += COST_STACKED;
	if (!lines->last && lines->c->word_before && lines->c->word_before == lines->b->word_before)
		cost += COST_STACKED;
	return cost;
}

static double hyphen_cost(const struct price_terms *terms, const struct price_lines *lines)
{
	double cost = 0;

	if (!(lines->b->flags & LINE_END_HYPHEN))
		return 0;
	if (lines->last)
		cost += COST_HYPHEN_LAST;
	if (lines->c->flags & LINE_END_HYPHEN)
		cost += lines->hyphens_above + 1 > terms->order->hyphen_run_max ? PRICE_LADDER
										: COST_HYPHEN_PAIR;
	return cost;
}

/* ---- three lines ---- */

struct gap {
	double left, right;
};

/* The space `index` of the text, on the line that starts at `start`. */
static struct gap gap_at(const struct line_matter *matter, const struct line_end *start, int index,
			 double grown)
{
	const struct line_gap *gap = &matter->gaps[index];
	double left = position(start, gap->left, gap->spaces, grown);

	return (struct gap){left, left + gap->width * (1.0 + grown)};
}

/* White runs on where two gaps share half of the narrower one. */
static gboolean gaps_join(struct gap one, struct gap other)
{
	double shared = MIN(one.right, other.right) - MAX(one.left, other.left);

	return shared * 2.0 > MIN(one.right - one.left, other.right - other.left);
}

static gboolean joins_any(const struct line_matter *matter, const struct line_end *from,
			  const struct line_end *to, double grown, struct gap gap)
{
	for (int i = from->gaps_start; i < to->gaps_end; i++)
		if (gaps_join(gap, gap_at(matter, from, i, grown)))
			return TRUE;
	return FALSE;
}

/* Rivers: gaps of loose lines that run on through all three. */
static double river_cost(const struct price_terms *terms, const struct price_lines *lines, double tension)
{
	const struct line_matter *matter = terms->matter;
	double top = growth(terms, lines->tension_before), middle = growth(terms, lines->tension_above);
	double foot = growth(terms, tension), cost = 0;

	for (int i = lines->a->gaps_start; i < lines->b->gaps_end; i++) {
		struct gap gap = gap_at(matter, lines->a, i, middle);

		if (joins_any(matter, lines->before, lines->a, top, gap) &&
		    joins_any(matter, lines->b, lines->c, foot, gap))
			cost += COST_RIVER;
	}
	return cost;
}

static gboolean may_have_river(const struct price_terms *terms, const struct price_lines *lines,
			       double tension)
{
	return lines->before && terms->matter->gaps && !lines->last && tension > RIVER_TENSION &&
	       lines->tension_above > RIVER_TENSION && lines->tension_before > RIVER_TENSION;
}

double price_neighbours(const struct price_terms *terms, const struct price_lines *lines,
			const struct fit *fit)
{
	double contrast = lines->tension_above - fit->tension;
	double cost = stacked_cost(lines) + hyphen_cost(terms, lines) + ink_cost(terms, lines, fit->tension);

	if (!lines->last)
		cost += MIN(COST_CONTRAST * contrast * contrast, COST_CONTRAST_MOST);
	if (may_have_river(terms, lines, fit->tension))
		cost += river_cost(terms, lines, fit->tension);
	return cost;
}
