#include "type/linebreak.h"

#include <math.h>
#include <string.h>

#include "type/price.h"

/* Line counts beside the best are offered up to this stage. */
#define STAGE_OFFERED 2

/* How far from the cheapest line count others are followed. */
#define COUNTS_FEWER 3
#define COUNTS_MORE  5
/* A text this long is no paragraph of a newspaper: it is set well, but in one line count. */
#define ENDS_MANY 20000

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
	struct price_terms terms;
	GArray *edges;	    /* struct edge */
	GArray *spans;	    /* struct edge_span */
	struct halt *halts; /* one an end */
	int *open;	    /* ends from which a line may still go on */
	GPtrArray *fresh;   /* per line count, GArray of struct edge: those into the present end */
	int fresh_first, fresh_count;
};

fix linebreak_width(const struct measure *measure, int line)
{
	fix width = measure->width - (line < measure->narrow_lines ? measure->narrow_by : 0);

	return MAX(line == 0 ? width - measure->indent : width, 1);
}

fix linebreak_natural(const struct line_end *from, const struct line_end *to)
{
	gint64 natural = to->end.width - from->start.width + to->mark - to->hang_right - from->hang_left;

	return (fix)CLAMP(natural, -FIX_MAX, FIX_MAX);
}

struct justify_room linebreak_room(const struct line_end *from, const struct line_end *to)
{
	return (struct justify_room){
		.spaces = line_sum(to->end.spaces, from->start.spaces),
		.letters = line_sum(to->end.letters, from->start.letters),
		.glyphs = line_sum(to->end.glyphs, from->start.glyphs) + to->mark,
	};
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

static double beside_cost(const struct press *press, const struct edge *above, int from, int to,
			  const struct fit *fit, gboolean last)
{
	const struct line_end *ends = press->terms.matter->ends;
	const struct edge *before = &g_array_index(press->edges, struct edge, (guint)above->before);
	struct price_lines lines = {
		.before = before->from >= 0 ? &ends[before->from] : NULL,
		.a = &ends[above->from],
		.b = &ends[from],
		.c = &ends[to],
		.tension_before = before->tension,
		.tension_above = above->tension,
		.hyphens_above = above->run,
		.last = last,
	};

	return price_neighbours(&press->terms, &lines, fit);
}

/* The cheapest way to put the line from `from` to `to` behind `lines` lines that end there. */
static void edge_try(struct press *press, int from, int to, int lines, const struct fit *fit, gboolean last)
{
	const struct halt *halt = &press->halts[from];
	const struct edge_span *span = &g_array_index(press->spans, struct edge_span,
						      (guint)(halt->span + lines - halt->lines_first));
	gboolean hyphen = (press->terms.matter->ends[to].flags & LINE_END_HYPHEN) != 0;
	struct edge best = {.from = from, .before = -1, .tension = fit->tension, .cost = HUGE_VAL};

	for (int i = span->start; i < span->start + span->count; i++) {
		const struct edge *above = &g_array_index(press->edges, struct edge, (guint)i);
		double cost = above->cost + fit->cost;

		if (cost >= best.cost)
			continue;
		if (above->from >= 0)
			cost += beside_cost(press, above, from, to, fit, last);
		if (cost < best.cost) {
			best.cost = cost;
			best.before = i;
			best.run = hyphen ? above->run + 1 : 0;
			best.stage = MAX(above->stage, fit->stage);
		}
	}
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
		fix width = linebreak_width(&press->terms.order->measure, lines);

		if (g_array_index(press->spans, struct edge_span, (guint)(halt->span + i)).count == 0)
			continue;
		if (width != fitted)
			fit = price_line(&press->terms, &press->terms.matter->ends[from],
					 &press->terms.matter->ends[to], lines, last);
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
		gboolean ladder = best->run >= press->terms.order->hyphen_run_max && edge->run < best->run;

		if (i > 0 && (last || gap > (ladder ? PRICE_LADDER : PRICE_PAIR_MOST)))
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
	gboolean many = press->terms.matter->count > ENDS_MANY;
	int first = MAX(cheapest - (many ? 0 : COUNTS_FEWER), 0);
	int end = MIN(cheapest + (many ? 0 : COUNTS_MORE) + 1, press->fresh_count);

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
	int count = press->terms.matter->count, open_count = 1, stay;
	int *open = press->open;

	open[0] = 0;
	for (int to = 1; to < count && open_count > 0; to++) {
		gboolean last = to == count - 1;

		if ((press->terms.matter->ends[to].flags & LINE_END_EMERGENCY) && !press->terms.any)
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
		if (press->terms.matter->ends[to].flags & LINE_END_FORCED)
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
	memset(press->halts, 0, sizeof(struct halt) * (gsize)press->terms.matter->count);
	g_array_append_val(press->edges, none);
	g_array_append_val(press->spans, span);
	press->halts[0].lines_count = 1;
}

/* ---- settings ---- */

static struct setting setting_of(const struct press *press, int edge, int lines)
{
	const struct edge *end = &g_array_index(press->edges, struct edge, (guint)edge);
	struct setting setting = {.lines = lines, .cost = end->cost, .stage = end->stage};
	int to = press->terms.matter->count - 1;

	setting.breaks = g_new(int, (gsize)lines);
	setting.hyphenated = g_new0(guint8, (gsize)lines);
	for (int line = lines - 1; line >= 0; line--) {
		const struct edge *at = &g_array_index(press->edges, struct edge, (guint)edge);

		setting.breaks[line] = to;
		setting.hyphenated[line] = (press->terms.matter->ends[to].flags & LINE_END_HYPHEN) != 0;
		to = at->from;
		edge = at->before;
	}
	return setting;
}

static const struct edge_span *final_span(const struct press *press, int index)
{
	const struct halt *halt = &press->halts[press->terms.matter->count - 1];

	return &g_array_index(press->spans, struct edge_span, (guint)(halt->span + index));
}

static const struct edge *final_edge(const struct press *press, int index)
{
	const struct edge_span *span = final_span(press, index);

	return span->count > 0 ? &g_array_index(press->edges, struct edge, (guint)span->start) : NULL;
}

static int final_best(const struct press *press)
{
	int count = press->halts[press->terms.matter->count - 1].lines_count, best = -1;

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
	int count = press->halts[press->terms.matter->count - 1].lines_count;
	const struct edge *edge = index >= 0 && index < count ? final_edge(press, index) : NULL;

	return edge && edge->stage <= MAX(final_edge(press, best)->stage, STAGE_OFFERED) &&
	       (edge->cost < PRICE_LADDER || final_edge(press, best)->cost >= PRICE_LADDER);
}

void settings_free(struct settings *settings)
{
	for (int i = 0; i < settings->count; i++) {
		g_free(settings->by_lines[i].extents);
		g_free(settings->by_lines[i].breaks);
		g_free(settings->by_lines[i].hyphenated);
	}
	g_free(settings->by_lines);
	g_free(settings);
}

static struct settings *settings_of(const struct press *press)
{
	const struct halt *halt = &press->halts[press->terms.matter->count - 1];
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

	return best >= 0 && final_edge(press, best)->cost < PRICE_LADDER;
}

static void press_settle(struct press *press)
{
	press_start(press);
	press_run(press);
	if (is_settled(press) || press->terms.any)
		return;
	press->terms.any = TRUE;
	press_start(press);
	press_run(press);
}

/* ---- one paragraph ---- */

static struct press *press_open(const struct line_matter *matter, const struct linebreak_order *order)
{
	struct press *press = g_new0(struct press, 1);

	press->terms = (struct price_terms){.matter = matter, .order = order};
	press->edges = g_array_sized_new(FALSE, FALSE, sizeof(struct edge), (guint)matter->count * 8);
	press->spans = g_array_new(FALSE, FALSE, sizeof(struct edge_span));
	press->halts = g_new0(struct halt, (gsize)matter->count);
	press->open = g_new(int, (gsize)matter->count);
	press->fresh = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
	return press;
}

static void press_close(struct press *press)
{
	g_array_unref(press->edges);
	g_array_unref(press->spans);
	g_free(press->halts);
	g_free(press->open);
	g_ptr_array_unref(press->fresh);
	g_free(press);
}

struct settings *linebreak(const struct line_matter *matter, const struct linebreak_order *order)
{
	struct press *press = press_open(matter, order);

	press_settle(press);
	struct settings *settings = settings_of(press);

	press_close(press);
	return settings;
}

/* The edge that sets all in so many lines; -1 when there is none. */
static int edge_of(const struct press *press, int lines)
{
	const struct halt *halt = &press->halts[press->terms.matter->count - 1];
	int index = lines - halt->lines_first;

	if (index < 0 || index >= halt->lines_count)
		return -1;
	const struct edge_span *span = final_span(press, index);

	return span->count > 0 ? span->start : -1;
}

/* The width that lines should have depends on how many there are, so each count is a run of its own. */
gboolean linebreak_balanced(const struct line_matter *matter, const struct linebreak_order *order, int lines,
			    struct setting *setting)
{
	struct press *press = press_open(matter, order);

	press->terms.aim =
		(double)(matter->ends[matter->count - 1].end.width - matter->ends[0].start.width) / lines;
	press_start(press);
	press_run(press);
	int edge = edge_of(press, lines);

	if (edge >= 0)
		*setting = setting_of(press, edge, lines);
	press_close(press);
	return edge >= 0;
}
