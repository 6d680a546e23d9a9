/* setting.c - a take set in every box it fits: its shape table */
#include <math.h>
#include <string.h>

#include "makeup/gallery.h"
#include "makeup/legs.h"
#include "makeup/memory.h"
#include "makeup/take.h"
#include "makeup/terms.h"

enum {
	LEG_LEAST = TERMS_LEG_LEAST,
	LEG_SHORTEST = 5, /* shorter than that never, shorter than LEG_LEAST at a cost */
	LEG_MOST = TERMS_LEG_MOST,
	ONE_COLUMN_MOST = 44,
	UNDER_PICTURE_LEAST = 7,
	JUMP_LEAST = 12,   /* rows before and after a jump */
	LONG_TAKE = 200,   /* rows of copy from which legs may be as deep as the page */
	JUMPS_WEIGHED = 7, /* places in a story where it may be cut */
	JUMP_APART = 20,   /* rows between two of them, at most: a long story has more */
	INSET_PLAY = 2,	   /* rows a second photograph may be cropped or grown */
};

/* One way to dress the legs: a head, and what stands at their top. */
struct dress {
	const struct head *head;
	gint16 head_index, picture, picture_rows, inset, inset_rows;
	int picture_columns, inset_columns;
	double cost;
};

/* A dress over copy first..end: what is worth trying in one box. */
struct trial {
	double dress; /* cost of everything but the copy */
	double bound; /* no setting of it can be cheaper */
	struct shape shape;
	int next; /* in the same box; -1: none */
};

struct copy_range {
	int end;
	int least, best, most; /* rows */
	gboolean jumps;
	double cost;
};

struct casting {
	const struct stone *stone;
	struct take *take;
	struct legs_copy copy;
	GArray *trials;				   /* struct trial */
	int newest[COLUMNS_MAX + 1][ROWS_MAX + 1]; /* of a box's trials; -1: none */
	GArray *ranges;				   /* struct copy_range */
	struct shape (*shapes)[ROWS_MAX + 1];
	const struct copy_range *range; /* in hand */
};

/* ---- which copy ---- */

struct legs_copy setting_copy(const struct stone *stone, const struct take *take)
{
	const struct story *story = take->story;
	int end = (int)take->galley->elements->len;
	struct legs_copy copy = {.galley = take->galley,
				 .first = take->first,
				 .end = end,
				 .trim_from = end,
				 .bad_start_cost = stone->design->costs.leg_starts_badly};

	if (story->trim && !story->must) {
		copy.trim_from = MAX(take->first + 1, take->galley->first_body + MAX(story->trim_keep, 2));
		copy.trim_rows = GALLEY_TRIM_MOST;
		copy.trim_cost = stone->trim_times * stone->design->costs.trim_line;
	}
	return copy;
}

static struct copy_range range_of(const struct take *take, int end)
{
	struct copy_range range = {.end = end};

	for (int i = take->first; i < end; i++) {
		const struct element *element = galley_element(take->galley, i);
		range.least += element->rows_min;
		range.best += element_rows_best(element);
		range.most += element->rows_max;
	}
	return range;
}

static void add_whole(struct casting *casting)
{
	struct copy_range whole = range_of(casting->take, (int)casting->take->galley->elements->len);
	g_array_append_val(casting->ranges, whole);
}

gboolean setting_can_jump(const struct take *take)
{
	switch (take->story->kind) {
	case KIND_BRIEF:
	case KIND_CORRECTION:
	case KIND_NOTICE:
	case KIND_LISTING:
	case KIND_PHOTO:
	case KIND_VIDEO:
		return FALSE;
	default:
		return take_rows(take) >= 2 * JUMP_LEAST;
	}
}

/* The copy up to a place where the story may be cut. */
static void add_parts(struct casting *casting)
{
	const struct take *take = casting->take;
	int end = (int)take->galley->elements->len;
	int page = take->page_columns * casting->stone->design->rows;
	struct copy_range whole = range_of(take, end);

	for (int i = take->first + 1, last = 0; i < end; i++) {
		struct copy_range range = range_of(take, i);
		if (range.least > page)
			return;
		if (range.best < JUMP_LEAST || whole.best - range.best < JUMP_LEAST ||
		    galley_element(take->galley, i - 1)->binds_next ||
		    range.best - last < MIN(whole.best / JUMPS_WEIGHED, JUMP_APART))
			continue;
		last = range.best;
		range.jumps = TRUE;
		range.cost = terms_jump(casting->stone, take, NULL);
		g_array_append_val(casting->ranges, range);
	}
}

/* ---- legs under a dress ---- */

static void stand_over(struct legs *legs, int first, int columns, int rows)
{
	for (int i = first; i < first + columns; i++)
		legs->rows[i] -= rows;
}

struct legs setting_legs(const struct take *take, const struct shape *shape, int columns, int rows)
{
	const struct head *head = take->heads->pdata[shape->head];
	struct legs legs = {.count = columns};

	for (int i = 0; i < columns; i++)
		legs.rows[i] = rows - head->rows;
	if (shape->picture >= 0) {
		const struct picture_block *block =
			&g_array_index(take->pictures, struct picture_block, shape->picture);
		int first = picture_first_leg(take, shape, columns);
		for (int i = 0; i < block->columns; i++)
			legs.rows[first + i] -= picture_rows_over(block, shape, i);
	}
	if (shape->inset >= 0) {
		const struct picture_block *block =
			&g_array_index(take->pictures, struct picture_block, shape->inset);
		stand_over(&legs, picture_inset_leg(take, shape, columns), block->columns, shape->inset_rows);
	}
	if (shape->jumps) {
		int last = columns - 1;
		while (last > 0 && legs.rows[last] == 0)
			last--;
		legs.rows[last]--;
	}
	return legs;
}

/* Cells of a gallery that are the copy's. */
static int copy_in_gallery(const struct take *take, const struct dress *dress)
{
	const struct picture_block *block =
		dress->picture < 0 ? NULL
				   : &g_array_index(take->pictures, struct picture_block, dress->picture);
	return block == NULL || block->gallery == NULL || dress->inset >= 0
		       ? 0
		       : gallery_copy_legs(block->gallery) * dress->inset_rows;
}

static gboolean legs_are_good(const struct casting *casting, const struct dress *dress, int columns, int body)
{
	gboolean short_form = terms_short_form(casting->take);
	int under[2] = {dress->picture >= 0 ? body - dress->picture_rows : 0,
			dress->inset >= 0 ? body - dress->inset_rows : 0};
	int least = short_form ? 1 : LEG_SHORTEST;

	if (copy_in_gallery(casting->take, dress) > 0)
		return body == dress->picture_rows;
	for (int i = 0; i < 2; i++)
		if (under[i] < 0 || (under[i] > 0 && under[i] < (short_form ? 3 : UNDER_PICTURE_LEAST)))
			return FALSE;
	if (dress->picture >= 0 && dress->picture_columns == columns)
		return casting->range->most == 0 || under[0] >= (short_form ? 3 : UNDER_PICTURE_LEAST);
	if (columns == 1 && body > ONE_COLUMN_MOST)
		return FALSE;
	return body >= least && (body <= LEG_MOST || take_rows(casting->take) > LONG_TAKE);
}

/* ---- trials ---- */

static double copy_bound(const struct casting *casting, int rows)
{
	const struct copy_range *range = casting->range;
	const struct makeup_costs *costs = &casting->stone->design->costs;

	if (rows >= range->best)
		return (rows - range->best) * costs->paragraph_looser;
	if (rows >= range->least)
		return (range->best - rows) * MIN(costs->paragraph_tighter, costs->trim_line);
	return (range->least - rows) * MIN(costs->trim_line, costs->paragraph_tighter);
}

static void keep_trial(struct casting *casting, int columns, int rows, struct trial *trial)
{
	trial->next = casting->newest[columns][rows];
	casting->newest[columns][rows] = (int)casting->trials->len;
	g_array_append_vals(casting->trials, trial, 1);
}

static void try_box(struct casting *casting, const struct dress *dress, int columns, int body,
		    struct trial trial, double copy_cost)
{
	int rows = body + dress->head->rows;
	float known = casting->shapes[columns][rows].cost;

	if (trial.dress + copy_cost >= known || !legs_are_good(casting, dress, columns, body))
		return;
	trial.dress += terms_form(casting->stone, casting->take, columns, rows, NULL) +
		       terms_short_legs(casting->stone, casting->take, columns, body, NULL);
	trial.bound = trial.dress + copy_cost;
	if (trial.bound < known)
		keep_trial(casting, columns, rows, &trial);
}

static struct shape shape_of(const struct casting *casting, const struct dress *dress)
{
	return (struct shape){
		.cost = SHAPE_IMPOSSIBLE,
		.head = dress->head_index,
		.picture = dress->picture,
		.picture_rows = dress->picture_rows,
		.inset = dress->inset,
		.inset_rows = dress->inset_rows,
		.end = (gint16)casting->range->end,
		.jumps = casting->range->jumps,
	};
}

/* Every depth of the body in which the copy could come out even. */
static void try_dress(struct casting *casting, const struct dress *dress, int columns)
{
	const struct copy_range *range = casting->range;
	struct trial trial = {.shape = shape_of(casting, dress)};
	int taken = dress->picture_columns * dress->picture_rows + dress->inset_columns * dress->inset_rows +
		    range->jumps - copy_in_gallery(casting->take, dress);
	int least = range->least - (range->jumps ? 0 : casting->copy.trim_rows);
	int body = MAX(1, (least + taken + columns - 1) / columns);
	int deepest = MIN((range->most + taken) / columns, casting->stone->design->rows - dress->head->rows);

	trial.dress =
		dress->cost + range->cost + terms_quote(casting->stone, casting->take, &trial.shape, NULL);
	for (; body <= deepest; body++)
		try_box(casting, dress, columns, body, trial, copy_bound(casting, body * columns - taken));
}

static const struct picture_block *block_at(const struct take *take, int index)
{
	return &g_array_index(take->pictures, struct picture_block, index);
}

/* A picture beside this one that must stand: no other may take its place. */
static gboolean must_stand_beside(const struct take *take, const struct picture_block *main)
{
	for (guint i = 0; i < take->pictures->len; i++) {
		const struct picture_block *block = block_at(take, (int)i);
		if (block->must && block->picture != NULL && !picture_is_same(block, main))
			return TRUE;
	}
	return FALSE;
}

/* A pull quote is no second photograph: one that it takes the place of is dropped, where it may be. */
static void try_inset(struct casting *casting, struct dress dress, int columns, gboolean may_drop,
		      double dropped)
{
	const struct take *take = casting->take;
	gboolean must = must_stand_beside(take, block_at(take, dress.picture));

	for (guint i = 0; i < take->pictures->len; i++) {
		const struct picture_block *block = block_at(take, (int)i);
		gboolean may_stand = (block->quote == NULL ||
				      (may_drop && block_at(take, dress.picture)->quote == NULL)) &&
				     (block->must || !must);
		if (!may_stand || picture_is_same(block, block_at(take, dress.picture)) ||
		    block->columns + dress.picture_columns + (block->quote != NULL) > columns ||
		    !picture_is_read(block, casting->range->end) ||
		    (block->columns > dress.picture_columns && block->table_count == 0))
			continue;
		dress.inset = (gint16)i;
		dress.inset_columns = block->columns;
		for (int rows = MAX(block->rows_min, block->rows_natural - INSET_PLAY);
		     rows <= MIN(block->rows_max, block->rows_natural + INSET_PLAY); rows++) {
			struct dress with = dress;
			with.inset_rows = (gint16)rows;
			with.cost += terms_picture(casting->stone, block, rows, NULL) +
				     (block->quote != NULL ? dropped : 0);
			try_dress(casting, &with, columns);
		}
	}
}

/* The copy under all its pictures, or in so many rows of the last band as it fills. */
static void try_gallery(struct casting *casting, struct dress dress, int columns,
			const struct picture_block *block, int rows)
{
	const struct copy_range *range = casting->range;
	int legs = gallery_copy_legs(block->gallery);

	dress.picture_rows = (gint16)rows;
	for (int copy = 0; copy <= (legs > 0 ? GALLERY_COPY_MOST : 0); copy++) {
		struct dress with = dress;
		if ((copy > 0) != (legs > 0) || (copy > 0 && block->columns != columns) ||
		    legs * copy > range->most || gallery_cost(block->gallery, rows, copy) >= SHAPE_IMPOSSIBLE)
			continue;
		with.inset_rows = (gint16)copy;
		with.cost += terms_gallery(block, rows, copy, NULL);
		try_dress(casting, &with, columns);
	}
}

static void try_picture(struct casting *casting, struct dress dress, int columns, int index)
{
	const struct picture_block *block = block_at(casting->take, index);
	double dropped = 0;
	gboolean may_drop;

	if (block->columns + (block->quote != NULL) > columns ||
	    (!picture_is_same(block, block_at(casting->take, 0)) && block->table_count == 0))
		return;
	if (casting->take->photo_columns_fixed > 0 && block->columns != casting->take->photo_columns_fixed)
		return;
	if (!picture_is_read(block, casting->range->end))
		return;
	dress.picture = (gint16)index;
	dress.picture_columns = block->columns;
	may_drop = terms_dropped(casting->stone, casting->take, index, casting->range->end, &dropped, NULL);
	for (int rows = block->rows_min; rows <= block->rows_max; rows++) {
		struct dress with = dress;
		if (block->gallery != NULL) {
			try_gallery(casting, dress, columns, block, rows);
			continue;
		}
		with.picture_rows = (gint16)rows;
		with.cost += terms_picture(casting->stone, block, rows, NULL);
		if (picture_is_same(block, block_at(casting->take, 0)))
			try_inset(casting, with, columns, may_drop, dropped);
		with.cost += dropped;
		if (may_drop)
			try_dress(casting, &with, columns);
	}
}

static void try_head(struct casting *casting, int index)
{
	const struct take *take = casting->take;
	const struct head *head = take->heads->pdata[index];
	struct dress dress = {
		.head = head, .head_index = (gint16)index, .picture = -1, .inset = -1, .cost = head->cost};

	for (guint i = 0; i < take->pictures->len; i++)
		try_picture(casting, dress, head->columns, (int)i);
	if (terms_dropped(casting->stone, take, -1, casting->range->end, &dress.cost, NULL))
		try_dress(casting, &dress, head->columns);
}

static struct trial *trial_at(const struct casting *casting, int index)
{
	return &g_array_index(casting->trials, struct trial, index);
}

static void set_trial(struct casting *casting, const struct trial *trial, int columns, int rows)
{
	struct shape *box = &casting->shapes[columns][rows];
	struct legs legs = setting_legs(casting->take, &trial->shape, columns, rows);
	struct legs_copy part = casting->copy;

	part.end = trial->shape.end;
	if (part.end < casting->copy.end)
		part.trim_from = part.end;
	struct legs_fill fill = legs_fill(&part, &legs, FALSE);
	if (trial->dress + fill.cost >= box->cost)
		return;
	*box = trial->shape;
	box->end = (gint16)fill.end;
	box->cost = (float)(trial->dress + fill.cost);
}

/* The link to the one with the cheapest bound, of equals the first that was tried; NULL: none is left. */
static int *cheapest_trial(const struct casting *casting, int *newest)
{
	int *cheapest = NULL;

	for (int *link = newest; *link >= 0; link = &trial_at(casting, *link)->next)
		if (cheapest == NULL ||
		    trial_at(casting, *link)->bound <= trial_at(casting, *cheapest)->bound)
			cheapest = link;
	return cheapest;
}

/* Cheapest bound first: once a box is set for less than the bound, the rest of its trials are spared. */
static void set_box(struct casting *casting, int columns, int rows)
{
	int *newest = &casting->newest[columns][rows], *link;

	while ((link = cheapest_trial(casting, newest)) != NULL) {
		const struct trial *trial = trial_at(casting, *link);
		if (trial->bound >= casting->shapes[columns][rows].cost)
			return;
		*link = trial->next;
		set_trial(casting, trial, columns, rows);
	}
}

static void set_trials(struct casting *casting)
{
	for (int columns = 1; columns <= casting->take->page_columns; columns++)
		for (int rows = 1; rows <= casting->stone->design->rows; rows++)
			set_box(casting, columns, rows);
}

static gboolean may_cover(const struct take *take, const struct head *head)
{
	return head->columns <= take->page_columns &&
	       (take->columns_fixed == 0 || head->columns == take->columns_fixed);
}

static struct shape (*blank_shapes(void))[ROWS_MAX + 1]
{
	struct shape(*shapes)[ROWS_MAX + 1] = g_malloc_n(COLUMNS_MAX + 1, sizeof *shapes);

	for (int columns = 0; columns <= COLUMNS_MAX; columns++)
		for (int rows = 0; rows <= ROWS_MAX; rows++)
			shapes[columns][rows] =
				(struct shape){.cost = SHAPE_IMPOSSIBLE, .picture = -1, .inset = -1};
	return shapes;
}

static struct shape (*cast_shapes(const struct stone *stone, struct take *take,
				  gboolean may_jump))[ROWS_MAX + 1]
{
	g_autoptr(GArray) trials = g_array_new(FALSE, TRUE, sizeof(struct trial));
	g_autoptr(GArray) ranges = g_array_new(FALSE, TRUE, sizeof(struct copy_range));
	struct casting casting = {.stone = stone,
				  .take = take,
				  .copy = setting_copy(stone, take),
				  .trials = trials,
				  .ranges = ranges};

	memset(casting.newest, -1, sizeof casting.newest);
	if (may_jump) {
		setting_shape(stone, take, FALSE, 1, 1);
		casting.shapes = g_memdup2(take->shapes[0], (COLUMNS_MAX + 1) * sizeof *casting.shapes);
		if (setting_can_jump(take))
			add_parts(&casting);
	} else {
		casting.shapes = blank_shapes();
		add_whole(&casting);
	}
	for (guint i = 0; i < ranges->len; i++) {
		casting.range = &g_array_index(ranges, struct copy_range, i);
		for (guint h = 0; h < take->heads->len; h++)
			if (may_cover(take, take->heads->pdata[h]))
				try_head(&casting, (int)h);
	}
	set_trials(&casting);
	return casting.shapes;
}

static struct shape (*known_or_cast(const struct stone *stone, struct take *take,
				    gboolean may_jump))[ROWS_MAX + 1]
{
	struct shape(*shapes)[ROWS_MAX + 1] = memory_shapes(stone->memory, stone, take, may_jump);

	if (shapes == NULL) {
		shapes = cast_shapes(stone, take, may_jump);
		memory_keep_shapes(stone->memory, stone, take, may_jump,
				   (const struct shape(*)[ROWS_MAX + 1]) shapes);
	}
	return shapes;
}

const struct shape *setting_shape(const struct stone *stone, struct take *take, gboolean may_jump,
				  int columns, int rows)
{
	if (take->shapes[may_jump] == NULL)
		take->shapes[may_jump] = known_or_cast(stone, take, may_jump);
	return &take->shapes[may_jump][columns][rows];
}
