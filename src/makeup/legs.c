#include "makeup/legs.h"

#define ROWS_ALL (COLUMNS_MAX * ROWS_MAX)

enum { LINES_UNDER_HEAD = 2 };

struct programme {
	const struct legs_copy *copy;
	int capacity;
	int boundaries;
	int boundary[COLUMNS_MAX]; /* rows set where each leg but the last ends */
	int count;		   /* elements */
	int *most_after;	   /* rows the elements from i on can take at most */
	int *least_after;
	guint8 *trail;	    /* [element][rows set after it] choice taken */
	double *now, *next; /* [rows set] */
};

int legs_capacity(const struct legs *legs)
{
	int rows = 0;

	for (int i = 0; i < legs->count; i++)
		rows += legs->rows[i];
	return rows;
}

static const struct element *element_at(const struct programme *programme, int index)
{
	return galley_element(programme->copy->galley, programme->copy->first + index);
}

static void find_reach(struct programme *programme)
{
	for (int i = programme->count - 1; i >= 0; i--) {
		const struct element *element = element_at(programme, i);
		programme->most_after[i] = programme->most_after[i + 1] + element->rows_max;
		programme->least_after[i] = programme->least_after[i + 1] + element->rows_min;
	}
}

static void find_boundaries(struct programme *programme, const struct legs *legs)
{
	int rows = 0;

	for (int i = 0; i + 1 < legs->count; i++) {
		rows += legs->rows[i];
		if (rows < programme->capacity && legs->rows[i] > 0 && legs->rows[i + 1] > 0)
			programme->boundary[programme->boundaries++] = rows;
	}
}

/* A crosshead with no more than one line of its copy at the foot of a leg. */
static gboolean strands_head(const struct programme *programme, int index, int into)
{
	return into < LINES_UNDER_HEAD && index > 0 && element_at(programme, index - 1)->binds_next;
}

static gboolean may_stand(enum element_edge edge, gboolean is_edge)
{
	return edge == EDGE_ANYWHERE || (edge == EDGE_OF_LEG) == is_edge;
}

/* Price of an element that starts after `rows` and takes `choice`; impossible where a leg would end badly. */
static double price(const struct programme *programme, int index, const struct element_choice *choice,
		    int rows)
{
	const struct element *element = element_at(programme, index);
	double cost = choice->cost;
	gboolean opens_leg = rows == 0, ends_leg = rows + choice->rows == programme->capacity;
	int broken = 0;

	for (int i = 0; i < programme->boundaries; i++) {
		int into = programme->boundary[i] - rows;
		if (into < 0 || into > choice->rows)
			continue;
		opens_leg |= into == 0;
		ends_leg |= into == choice->rows;
		if (into > 0 && into < choice->rows && !(choice->may_break[into] >> broken++ & 1))
			return LEGS_IMPOSSIBLE;
		if (into == choice->rows && (element->binds_next || strands_head(programme, index, into)))
			return LEGS_IMPOSSIBLE;
		if (into == 0 && element->starts_leg_badly)
			cost += programme->copy->bad_start_cost;
	}
	if (!may_stand(choice->top, opens_leg) || !may_stand(choice->foot, ends_leg) ||
	    (choice->breaks != BREAKS_ANY && choice->breaks != broken))
		return LEGS_IMPOSSIBLE;
	return cost;
}

/* Rows reached can still be filled to the end (or trimmed from here on). */
static gboolean is_reachable(const struct programme *programme, int index, int rows)
{
	if (rows > programme->capacity || rows + programme->most_after[index] < programme->capacity)
		return FALSE;
	if (rows + programme->least_after[index] <= programme->capacity)
		return TRUE;
	return programme->copy->trim_from < programme->copy->end;
}

static void set_element(struct programme *programme, int index, int low, int high)
{
	const struct element *element = element_at(programme, index);

	for (int rows = low; rows <= high; rows++) {
		if (programme->now[rows] >= LEGS_IMPOSSIBLE)
			continue;
		for (guint c = 0; c < element->choices->len; c++) {
			const struct element_choice *choice = element_choice(element, (int)c);
			int after = rows + choice->rows;
			if (!is_reachable(programme, index + 1, after))
				continue;
			double cost = programme->now[rows] + price(programme, index, choice, rows);
			if (cost >= programme->next[after])
				continue;
			programme->next[after] = cost;
			if (programme->trail != NULL)
				programme->trail[index * (programme->capacity + 1) + after] = (guint8)c;
		}
	}
}

static void end_whole(const struct programme *programme, struct legs_fill *fill)
{
	double cost = programme->next[programme->capacity];

	if (cost < fill->cost)
		*fill = (struct legs_fill){.cost = cost,
					   .end = programme->copy->end,
					   .tail = programme->copy->end,
					   .tail_end = programme->copy->end};
}

/* What stands under the last line must stand in its leg. */
static gboolean is_boundary_from(const struct programme *programme, int rows)
{
	for (int i = 0; i < programme->boundaries; i++)
		if (programme->boundary[i] >= rows)
			return TRUE;
	return FALSE;
}

/* What stands behind the copy however much of it is trimmed; FALSE: it may not end there. */
static gboolean find_tail(const struct galley *galley, struct legs_fill *fill)
{
	gboolean in_copy = fill->end <= galley->tail;

	fill->tail = in_copy ? galley->tail : galley->tail_end;
	fill->tail_end = galley->tail_end;
	return in_copy || fill->end == galley->tail_end;
}

/* The copy may end with this element when what is left may be trimmed: its sign-off and what stands behind
   the copy then come to it. */
static void end_trimmed(const struct programme *programme, int index, int low, int high,
			struct legs_fill *fill)
{
	const struct legs_copy *copy = programme->copy;
	const struct element *element = element_at(programme, index);
	struct legs_fill trimmed = {.end = copy->first + index + 1};

	if (trimmed.end < copy->trim_from || element->binds_next || !find_tail(copy->galley, &trimmed))
		return;
	int tail = galley_rows_best(copy->galley, trimmed.tail, trimmed.tail_end);
	trimmed.rows_trimmed = galley_rows_best(copy->galley, trimmed.end, copy->end) - tail;
	if (trimmed.rows_trimmed <= 0 || trimmed.rows_trimmed > copy->trim_rows)
		return;
	for (guint c = 0; c < element->choices->len; c++) {
		const struct element_choice *choice = element_choice(element, (int)c);
		int under = element_closing_rows(element, choice) + tail;
		int rows = programme->capacity - choice->rows - under;
		if (rows < low || rows > high || programme->now[rows] >= LEGS_IMPOSSIBLE ||
		    (under > 0 && is_boundary_from(programme, rows + choice->rows)))
			continue;
		trimmed.cost = programme->now[rows] + price(programme, index, choice, rows) +
			       trimmed.rows_trimmed * copy->trim_cost;
		trimmed.closing = (guint8)c;
		if (trimmed.cost < fill->cost)
			*fill = trimmed;
	}
}

static void run(struct programme *programme, struct legs_fill *fill)
{
	int low = 0, high = 0;

	programme->now[0] = 0;
	for (int i = 0; i < programme->count; i++) {
		const struct element *element = element_at(programme, i);
		int next_low = low + element->rows_min;
		int next_high = MIN(high + element->rows_max, programme->capacity);
		if (next_low > programme->capacity)
			return;
		for (int rows = next_low; rows <= MAX(next_high, programme->capacity); rows++)
			programme->next[rows] = LEGS_IMPOSSIBLE;
		set_element(programme, i, low, high);
		if (i + 1 < programme->count)
			end_trimmed(programme, i, low, high, fill);
		else
			end_whole(programme, fill);
		for (int rows = next_low; rows <= next_high; rows++)
			programme->now[rows] = programme->next[rows];
		low = next_low;
		high = next_high;
	}
}

/* Returns the rows that it takes. */
static int keep_tail(const struct programme *programme, struct legs_fill *fill)
{
	int rows = 0;

	for (int i = fill->tail; i < fill->tail_end; i++) {
		const struct element *element = galley_element(programme->copy->galley, i);
		fill->choice[i - programme->copy->first] = (guint8)element->best;
		rows += element_rows_best(element);
	}
	return rows;
}

static void follow_trail(const struct programme *programme, struct legs_fill *fill)
{
	int rows = programme->capacity, set = fill->end - programme->copy->first;

	fill->choice = g_new0(guint8, MAX(programme->count, 1));
	rows -= keep_tail(programme, fill);
	for (int i = set - 1; i >= 0; i--) {
		gboolean trimmed = i == set - 1 && set < programme->count;
		const struct element *element = element_at(programme, i);
		fill->choice[i] =
			trimmed ? fill->closing : programme->trail[i * (programme->capacity + 1) + rows];
		const struct element_choice *choice = element_choice(element, fill->choice[i]);
		rows -= choice->rows + (trimmed ? element_closing_rows(element, choice) : 0);
	}
}

int legs_next(const struct legs_fill *fill, int index)
{
	return index + 1 == fill->end ? fill->tail : index + 1;
}

struct legs_fill legs_fill(const struct legs_copy *copy, const struct legs *legs, gboolean trace)
{
	struct legs_fill fill = {.cost = LEGS_IMPOSSIBLE, .end = copy->first};
	struct programme programme = {.copy = copy, .count = copy->end - copy->first};

	programme.capacity = legs_capacity(legs);
	/* A table that stands over all legs may be all there is. */
	if (programme.count == 0 && programme.capacity == 0) {
		fill.cost = 0;
		fill.tail = fill.tail_end = fill.end;
		fill.choice = trace ? g_new0(guint8, 1) : NULL;
		return fill;
	}
	if (programme.capacity > ROWS_ALL || programme.count <= 0)
		return fill;
	g_autofree double *reached = g_new(double, 2 * ((gsize)programme.capacity + 1));
	programme.now = reached;
	programme.next = reached + programme.capacity + 1;
	g_autofree int *reach = g_new0(int, 2 * (programme.count + 1));
	programme.most_after = reach;
	programme.least_after = reach + programme.count + 1;
	find_reach(&programme);
	find_boundaries(&programme, legs);
	g_autofree guint8 *trail =
		trace ? g_new0(guint8, (gsize)programme.count * (programme.capacity + 1)) : NULL;
	programme.trail = trail;
	if (is_reachable(&programme, 0, 0))
		run(&programme, &fill);
	if (trace && fill.cost < LEGS_IMPOSSIBLE)
		follow_trail(&programme, &fill);
	return fill;
}
