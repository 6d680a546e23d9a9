#include "type/linebreak.h"

#include <math.h>
#include <string.h>

/* ---- prices: 1 is a line whose spaces stand at the style's limit ---- */

#define COST_HYPHEN_PAIR   0.8	    /* two hyphenated lines running */
#define COST_HYPHEN_LADDER 100000.0 /* more than the style allows */
#define COST_HYPHEN_LAST   1.0	    /* before the last line */
#define COST_CONTRAST	   0.16	    /* neighbours that differ in tension by 1, squared */
#define COST_STACKED	   0.9	    /* one word under itself */
#define COST_INK	   3.0	    /* ink of two lines meets */
#define COST_LAST_SHORT	   6.0	    /* a last line shorter than the indent */
#define COST_OVERFULL	   1000000.0
#define COST_EMERGENCY	   8000.0
#define COST_RAG	   48.0 /* a ragged line, times the square of the part that is empty */
#define COST_STUMP	   6.0	/* a balanced line half as long as its neighbours */
#define PAIR_COST_MOST	   4.0	/* what neighbours may do to each other, ladders left out */

/* Tolerance in stages: tension of the spaces that a line may have. The last takes any line. */
static const double stage_tension[] = {1.0, 1.8, 3.2};
#define STAGE_LAST ((int)G_N_ELEMENTS(stage_tension))

#define TENSION_TORN 6.0 /* beyond, a line cannot look much worse */

/* Line counts beside the best are offered up to this stage. */
#define STAGE_OFFERED 2

/* How far from the cheapest line count others are followed. */
#define COUNTS_FEWER 3
#define COUNTS_MORE  5

/* A headline is set in so many lines more than it needs. */
#define BALANCED_MORE 6
#define BALANCED_HALF 0.55 /* of the mean; the longest line is always longer than the mean */

/* The last line of a path: from one end to another. */
struct edge {
	int from;   /* index into ends */
	int before; /* the edge before it; -1: the first line */
	int run;    /* hyphenated lines running, with this one */
	int stage;
	float tension;
	double cost; /* of the whole path */
};

/* The edges that end in one place, by line count. */
struct halt {
	int lines_first, lines_count; /* edges of lines_first + i lines: spans[i] */
	int span;		      /* index into press.spans */
};

struct edge_span {
	int start, count; /* in press.edges */
};

struct press {
	const struct line_matter *matter;
	const struct linebreak_order *order;
	gboolean any;	    /* the last stage: any line will do */
	double aim;	    /* balanced: the width that each line should have */
	GArray *edges;	    /* struct edge */
	GArray *spans;	    /* struct edge_span */
	struct halt *halts; /* one an end */
	GPtrArray *fresh;   /* per line count, GArray of struct edge: those into the present end */
	int fresh_first, fresh_count;
};

/* How a line fits; without its neighbours. */
struct fit {
	double cost;
	float tension;
	guint8 stage;
	gboolean possible, too_long;
};

fix linebreak_width(const struct measure *measure, int line)
{
	fix width = measure->width - (line < measure->narrow_lines ? measure->narrow_by : 0);

	return MAX(line == 0 ? width - measure->indent : width, 1);
}

fix linebreak_natural(const struct line_end *from, const struct line_end *to)
{
	return line_sum(to->end.width, from->start.width) + to->mark - to->hang_right - from->hang_left;
}

struct justify_room linebreak_room(const struct line_end *from, const struct line_end *to)
{
	return (struct justify_room){
		.spaces = line_sum(to->end.spaces, from->start.spaces),
		.letters = line_sum(to->end.letters, from->start.letters),
		.glyphs = line_sum(to->end.glyphs, from->start.glyphs) + to->mark,
	};
}

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

static struct fit fit_overfull(const struct press *press, double slack)
{
	struct fit fit = {.too_long = TRUE, .possible = press->any, .stage = STAGE_LAST, .tension = -1};

	fit.cost = COST_OVERFULL * (1.0 - slack / press->matter->em);
	return fit;
}

static struct fit fit_justified(const struct press *press, const struct justify_room *room, double slack)
{
	struct justified set = justify_line(&press->order->limits, room, slack);
	struct fit fit = {.possible = TRUE, .tension = (float)CLAMP(set.tension, -2.0, 40.0)};

	if (slack < 0 && (set.tension < -1.0001 || !set.fits))
		return fit_overfull(press, slack);
	if (!press->any && (!set.fits || set.tension > stage_tension[STAGE_LAST - 1]))
		return (struct fit){.possible = FALSE};
	fit.stage = set.fits ? tension_stage(set.tension) : STAGE_LAST;
	fit.cost = tension_cost(fit.tension);
	return fit;
}

/* A line that is not filled: the last, one before a turn, any line of ragged setting. */
static struct fit fit_loose(const struct press *press, const struct justify_room *room, double slack,
			    gboolean may_shrink)
{
	if (slack >= 0)
		return (struct fit){.possible = TRUE};
	return may_shrink ? fit_justified(press, room, slack) : fit_overfull(press, slack);
}

static double rag_cost(const struct press *press, double natural, fix width)
{
	double part = press->aim > 0 ? (press->aim - natural) / press->aim : (width - natural) / width;
	double stump = press->aim > 0 && natural < press->aim * BALANCED_HALF ? COST_STUMP : 0;

	return stump + COST_RAG * part * part;
}

static struct fit fit_of(const struct press *press, const struct line_end *from, const struct line_end *to,
			 int line, gboolean last)
{
	fix width = linebreak_width(&press->order->measure, line);
	struct justify_room room = linebreak_room(from, to);
	fix natural = linebreak_natural(from, to);
	double slack = (double)(width - natural);
	gboolean justified = press->order->manner == LINEBREAK_JUSTIFIED;
	gboolean unfilled = last || (to->flags & LINE_END_FORCED);
	struct fit fit = justified && !unfilled ? fit_justified(press, &room, slack)
						: fit_loose(press, &room, slack, justified);

	if (!fit.possible)
		return fit;
	if (!justified && (!unfilled || press->order->manner == LINEBREAK_BALANCED))
		fit.cost += rag_cost(press, natural, width);
	if (last && line > 0 && natural < press->order->last_line_least)
		fit.cost += COST_LAST_SHORT * (1.5 - (double)natural / press->order->last_line_least);
	if (to->flags & LINE_END_EMERGENCY) {
		fit.cost += COST_EMERGENCY;
		fit.stage = STAGE_LAST;
	}
	fit.cost += to->cost;
	return fit;
}

/* ---- two lines ---- */

static gboolean ink_meets(const struct line_matter *matter, const struct line_end *a,
			  const struct line_end *b, const struct line_end *c, double above, double below)
{
	for (int t = b->tall; t < c->tall; t++) {
		const struct line_ink *tall = &matter->tall[t];
		double shift = below * line_sum(tall->spaces, b->start.spaces);
		double left = line_sum(tall->left, b->start.width) + shift;
		double right = line_sum(tall->right, b->start.width) + shift;

		for (int d = a->deep; d < b->deep; d++) {
			const struct line_ink *deep = &matter->deep[d];
			double move = above * line_sum(deep->spaces, a->start.spaces);

			if (deep->reach + tall->reach > matter->ink_limit &&
			    line_sum(deep->left, a->start.width) + move < right &&
			    line_sum(deep->right, a->start.width) + move > left)
				return TRUE;
		}
	}
	return FALSE;
}

/* What line a–b costs line b–c beside it. */
static double pair_cost(const struct press *press, const struct edge *above, const struct line_end *a,
			const struct line_end *b, const struct line_end *c, const struct fit *below,
			gboolean last)
{
	double contrast = above->tension - below->tension, cost = 0;

	if (!last) {
		cost += MIN(COST_CONTRAST * contrast * contrast, 1.5);
		if (c->word_before && c->word_before == b->word_before)
			cost += COST_STACKED;
	}
	if (b->word_after && a->word_after == b->word_after)
		cost += COST_STACKED;
	if (b->flags & LINE_END_HYPHEN) {
		if (last)
			cost += COST_HYPHEN_LAST;
		if (c->flags & LINE_END_HYPHEN)
			cost += above->run + 1 > press->order->hyphen_run_max ? COST_HYPHEN_LADDER
									      : COST_HYPHEN_PAIR;
	}
	if (press->matter->ink_limit > 0 && c->tall > b->tall && b->deep > a->deep) {
		const struct justify_limits *limits = &press->order->limits;
		double stretch = above->tension * limits->space_stretch,
		       stretch_below = below->tension * limits->space_stretch;

		if (ink_meets(press->matter, a, b, c, stretch, stretch_below))
			cost += COST_INK;
	}
	return cost;
}

/* ---- the programme ---- */

static GArray *fresh_edges(struct press *press, int lines)
{
	if (press->fresh_count == 0)
		press->fresh_first = lines;
	int index = lines - press->fresh_first;

	while (press->fresh_count <= index) {
		if (press->fresh->len <= (guint)press->fresh_count)
			g_ptr_array_add(press->fresh, g_array_new(FALSE, FALSE, sizeof(struct edge)));
		g_array_set_size(g_ptr_array_index(press->fresh, (guint)press->fresh_count), 0);
		press->fresh_count++;
	}
	return g_ptr_array_index(press->fresh, (guint)index);
}

/* The cheapest way to put the line from `from` to `to` as line number `lines` behind what ends there. */
static void edge_try(struct press *press, int from, int to, int lines, const struct fit *fit, gboolean last)
{
	const struct line_end *ends = press->matter->ends;
	const struct halt *halt = &press->halts[from];
	const struct edge_span *span = &g_array_index(press->spans, struct edge_span,
						      (guint)(halt->span + lines - halt->lines_first));
	gboolean hyphen = (ends[to].flags & LINE_END_HYPHEN) != 0;
	struct edge best = {.from = from, .before = -1, .cost = HUGE_VAL};

	for (int i = span->start; i < span->start + span->count; i++) {
		const struct edge *above = &g_array_index(press->edges, struct edge, (guint)i);
		double cost = above->cost + fit->cost;

		if (cost >= best.cost)
			continue;
		if (above->from >= 0)
			cost += pair_cost(press, above, &ends[above->from], &ends[from], &ends[to], fit,
					  last);
		if (cost < best.cost) {
			best.cost = cost;
			best.before = i;
			best.run = hyphen ? above->run + 1 : 0;
			best.stage = MAX(above->stage, fit->stage);
		}
	}
	best.tension = fit->tension;
	if (best.before >= 0)
		g_array_append_val(fresh_edges(press, lines + 1), best);
}

/* All lines from `from` to `to`. FALSE when every one is too long, and will be for later ends too. */
static gboolean lines_try(struct press *press, int from, int to, gboolean last)
{
	const struct halt *halt = &press->halts[from];
	struct fit fit = {0};
	gboolean worth = FALSE;
	fix fitted = -1;

	for (int i = 0; i < halt->lines_count; i++) {
		int lines = halt->lines_first + i;
		fix width = linebreak_width(&press->order->measure, lines);

		if (g_array_index(press->spans, struct edge_span, (guint)(halt->span + i)).count == 0)
			continue;
		if (width != fitted)
			fit = fit_of(press, &press->matter->ends[from], &press->matter->ends[to], lines,
				     last);
		fitted = width;
		worth = worth || !fit.too_long;
		if (fit.possible)
			edge_try(press, from, to, lines, &fit, last);
	}
	return worth;
}

static int compare_edges(const void *a, const void *b)
{
	const struct edge *one = a, *other = b;

	if (one->cost != other->cost)
		return one->cost < other->cost ? -1 : 1;
	return one->from - other->from;
}

/* An edge is of no use when a cheaper one ends in the same place and nothing that the next line
   can do to it makes up for the difference. */
static void edges_keep(struct press *press, GArray *fresh, gboolean last)
{
	struct edge_span span = {.start = (int)press->edges->len};

	if (fresh->len > 1)
		qsort(fresh->data, fresh->len, sizeof(struct edge), compare_edges);
	for (guint i = 0; i < fresh->len; i++) {
		const struct edge *edge = &g_array_index(fresh, struct edge, i);
		const struct edge *best = &g_array_index(fresh, struct edge, 0);
		double gap = edge->cost - best->cost;
		gboolean ladder = best->run >= press->order->hyphen_run_max && edge->run < best->run;

		if (i > 0 && (last || gap > (ladder ? COST_HYPHEN_LADDER : PAIR_COST_MOST)))
			continue;
		g_array_append_val(press->edges, *edge);
		span.count++;
	}
	g_array_append_val(press->spans, span);
}

/* Index of the line count with the cheapest edge; -1 when there is no edge. */
static int cheapest_count(const struct press *press)
{
	double least = HUGE_VAL;
	int count = -1;

	for (int i = 0; i < press->fresh_count; i++) {
		GArray *fresh = g_ptr_array_index(press->fresh, (guint)i);

		for (guint k = 0; k < fresh->len; k++) {
			double cost = g_array_index(fresh, struct edge, k).cost;

			if (cost < least) {
				least = cost;
				count = i;
			}
		}
	}
	return count;
}

static void halt_keep(struct press *press, int to, gboolean last)
{
	struct halt *halt = &press->halts[to];

	int cheapest = cheapest_count(press);

	if (cheapest < 0)
		return;
	int first = MAX(cheapest - COUNTS_FEWER, 0);
	int end = MIN(cheapest + COUNTS_MORE + 1, press->fresh_count);

	halt->lines_first = press->fresh_first + first;
	halt->lines_count = end - first;
	halt->span = (int)press->spans->len;
	for (int i = first; i < end; i++)
		edges_keep(press, g_ptr_array_index(press->fresh, (guint)i), last);
}

static int least_lines(const struct press *press, int from_first, int from_end, const int *open)
{
	int least = G_MAXINT;

	for (int i = from_first; i < from_end; i++)
		least = MIN(least, press->halts[open[i]].lines_first);
	return least;
}

static void press_run(struct press *press)
{
	int count = press->matter->count, open_count = 1, stay;
	g_autofree int *open = g_new(int, (gsize)count);

	open[0] = 0;
	for (int to = 1; to < count && open_count > 0; to++) {
		gboolean last = to == count - 1;

		if ((press->matter->ends[to].flags & LINE_END_EMERGENCY) && !press->any)
			continue;
		press->fresh_count = 0;
		/* Counts rise from the least one, so that the fresh ones are in order. */
		(void)fresh_edges(press, least_lines(press, 0, open_count, open) + 1);
		stay = 0;
		for (int i = 0; i < open_count; i++)
			if (lines_try(press, open[i], to, last))
				open[stay++] = open[i];
		open_count = stay;
		halt_keep(press, to, last);
		if (press->matter->ends[to].flags & LINE_END_FORCED)
			open_count = 0;
		if (press->halts[to].lines_count > 0)
			open[open_count++] = to;
	}
}

static void press_start(struct press *press)
{
	struct edge none = {.from = -1, .before = -1};
	struct edge_span span = {0, 1};

	g_array_set_size(press->edges, 0);
	g_array_set_size(press->spans, 0);
	memset(press->halts, 0, sizeof(struct halt) * (gsize)press->matter->count);
	g_array_append_val(press->edges, none);
	g_array_append_val(press->spans, span);
	press->halts[0].lines_count = 1;
}

/* ---- settings ---- */

static struct setting setting_of(const struct press *press, int edge, int lines)
{
	const struct edge *end = &g_array_index(press->edges, struct edge, (guint)edge);
	struct setting setting = {.lines = lines, .cost = end->cost, .stage = end->stage};
	int to = press->matter->count - 1;

	setting.breaks = g_new(int, (gsize)lines);
	setting.hyphenated = g_new0(guint8, (gsize)lines);
	for (int line = lines - 1; line >= 0; line--) {
		const struct edge *at = &g_array_index(press->edges, struct edge, (guint)edge);

		setting.breaks[line] = to;
		setting.hyphenated[line] = (press->matter->ends[to].flags & LINE_END_HYPHEN) != 0;
		to = at->from;
		edge = at->before;
	}
	return setting;
}

static const struct edge_span *final_span(const struct press *press, int index)
{
	const struct halt *halt = &press->halts[press->matter->count - 1];

	return &g_array_index(press->spans, struct edge_span, (guint)(halt->span + index));
}

static const struct edge *final_edge(const struct press *press, int index)
{
	const struct edge_span *span = final_span(press, index);

	return span->count > 0 ? &g_array_index(press->edges, struct edge, (guint)span->start) : NULL;
}

static int final_best(const struct press *press)
{
	int count = press->halts[press->matter->count - 1].lines_count, best = -1;

	for (int i = 0; i < count; i++) {
		const struct edge *edge = final_edge(press, i);

		if (edge && (best < 0 || edge->cost < final_edge(press, best)->cost))
			best = i;
	}
	return best;
}

/* A line count beside the best is offered while its lines stay within the wider stage, or the best's own. */
static gboolean is_offered(const struct press *press, int index, int best)
{
	int count = press->halts[press->matter->count - 1].lines_count;
	const struct edge *edge = index >= 0 && index < count ? final_edge(press, index) : NULL;

	return edge && edge->stage <= MAX(final_edge(press, best)->stage, STAGE_OFFERED) &&
	       (edge->cost < COST_HYPHEN_LADDER || final_edge(press, best)->cost >= COST_HYPHEN_LADDER);
}

static struct settings *settings_of(const struct press *press)
{
	const struct halt *halt = &press->halts[press->matter->count - 1];
	int best = final_best(press), first = best, end = best + 1;
	struct settings *settings = g_new0(struct settings, 1);

	while (is_offered(press, first - 1, best))
		first--;
	while (is_offered(press, end, best))
		end++;
	settings->best = best - first;
	settings->count = end - first;
	settings->by_lines = g_new0(struct setting, (gsize)settings->count);
	for (int i = first; i < end; i++)
		settings->by_lines[i - first] =
			setting_of(press, final_span(press, i)->start, halt->lines_first + i);
	return settings;
}

static gboolean is_settled(const struct press *press)
{
	int best = final_best(press);

	return best >= 0 && final_edge(press, best)->cost < COST_HYPHEN_LADDER;
}

static void press_settle(struct press *press)
{
	press_start(press);
	press_run(press);
	if (is_settled(press) || press->any)
		return;
	press->any = TRUE;
	press_start(press);
	press_run(press);
}

/* ---- balanced ---- */

/* Appends the setting in just `lines` lines of like width; FALSE when there is none. */
static gboolean balance(struct press *press, GArray *settings, int lines)
{
	const struct line_end *ends = press->matter->ends;
	const struct halt *halt = &press->halts[press->matter->count - 1];

	press->aim = (double)line_sum(ends[press->matter->count - 1].end.width, ends[0].start.width) / lines;
	press_start(press);
	press_run(press);
	const struct edge_span *span =
		halt->lines_count > lines - halt->lines_first && lines >= halt->lines_first
			? final_span(press, lines - halt->lines_first)
			: NULL;

	if (!span || span->count == 0)
		return FALSE;
	struct setting setting = setting_of(press, span->start, lines);

	g_array_append_val(settings, setting);
	return TRUE;
}

static int fewest_lines(const struct press *press)
{
	const struct halt *halt = &press->halts[press->matter->count - 1];
	int index = 0;

	while (!final_edge(press, index))
		index++;
	return halt->lines_first + index;
}

static int cheapest_setting(const struct settings *settings)
{
	int best = 0;

	for (int i = 1; i < settings->count; i++)
		if (settings->by_lines[i].cost < settings->by_lines[best].cost)
			best = i;
	return best;
}

static struct settings *settings_listed(GArray *list)
{
	struct settings *settings = g_new0(struct settings, 1);

	settings->count = (int)list->len;
	settings->by_lines = (struct setting *)(void *)g_array_free(list, FALSE);
	settings->best = cheapest_setting(settings);
	return settings;
}

/* The width that lines should have depends on how many there are, so each count is a run of its own. */
static struct settings *settings_balanced(struct press *press)
{
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct setting));

	press_settle(press);
	struct settings *unbalanced = settings_of(press);
	int fewest = fewest_lines(press), lines = fewest;

	while (lines <= fewest + BALANCED_MORE && balance(press, list, lines))
		lines++;
	if (list->len == 0) {
		g_array_unref(list);
		return unbalanced;
	}
	settings_free(unbalanced);
	return settings_listed(list);
}

struct settings *linebreak(const struct line_matter *matter, const struct linebreak_order *order)
{
	struct press press = {.matter = matter, .order = order};
	struct settings *settings;

	press.edges = g_array_sized_new(FALSE, FALSE, sizeof(struct edge), (guint)matter->count * 8);
	press.spans = g_array_new(FALSE, FALSE, sizeof(struct edge_span));
	press.halts = g_new0(struct halt, (gsize)matter->count);
	press.fresh = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	if (order->manner == LINEBREAK_BALANCED) {
		settings = settings_balanced(&press);
	} else {
		press_settle(&press);
		settings = settings_of(&press);
	}
	g_array_unref(press.edges);
	g_array_unref(press.spans);
	g_free(press.halts);
	g_ptr_array_unref(press.fresh);
	return settings;
}
