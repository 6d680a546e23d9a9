#include "makeup/terms.h"

#include "makeup/gallery.h"
#include "makeup/legs.h"

struct terms *terms_new(void)
{
	struct terms *terms = g_new0(struct terms, 1);

	terms->all = g_array_new(FALSE, FALSE, sizeof(struct cost_term));
	return terms;
}

void terms_free(struct terms *terms)
{
	if (terms == NULL)
		return;
	g_array_unref(terms->all);
	g_free(terms);
}

double terms_sum(const struct terms *terms)
{
	double sum = 0;

	for (guint i = 0; i < terms->all->len; i++)
		sum += g_array_index(terms->all, struct cost_term, i).cost;
	return sum;
}

double terms_add(struct terms *terms, enum cost_name name, double cost)
{
	struct cost_term term = {name, cost};

	if (terms != NULL && cost != 0)
		g_array_append_val(terms->all, term);
	return cost;
}

/* ---- form ---- */

gboolean terms_short_form(const struct take *take)
{
	enum story_kind kind = take->story->kind;
	return take->attire == ATTIRE_BOX || kind == KIND_BRIEF || kind == KIND_CORRECTION ||
	       kind == KIND_NOTICE || kind == KIND_LISTING || kind == KIND_RESULTS || kind == KIND_VIDEO ||
	       kind == KIND_PHOTO || take_rows(take) < 2 * TERMS_LEG_LEAST;
}

static int columns_wanted(const struct take *take)
{
	int rows = take_rows(take);

	if (take->story->kind == KIND_BRIEF)
		return 1;
	if (rows < 24)
		return take->rank <= 2 ? 2 : 1;
	if (take->rank <= 1)
		return 4;
	return rows > 90 ? 4 : rows > 55 ? 3 : 2;
}

double terms_form(const struct stone *stone, const struct take *take, int columns, int rows,
		  struct terms *terms)
{
	const struct makeup_costs *costs = &stone->design->costs;
	double width = columns * 13.0, ratio = width / rows; /* a column is about 13 rows wide */
	double cost = terms_add(terms, COST_COLUMNS, ABS(columns - columns_wanted(take)) * costs->column_off);

	if (ratio < 0.35 && columns > 1)
		cost += terms_add(terms, COST_TALL, costs->tall_module * (0.35 / ratio - 1) * 4);
	if (ratio > 3.2)
		cost += terms_add(terms, COST_FLAT, costs->flat_module * (ratio / 3.2 - 1) * 4);
	return cost;
}

double terms_short_legs(const struct stone *stone, const struct take *take, int columns, int body,
			struct terms *terms)
{
	if (body > TERMS_LEG_MOST)
		return terms_add(terms, COST_SHORT_LEGS,
				 (body - TERMS_LEG_MOST) * stone->design->costs.long_leg);
	if (body >= TERMS_LEG_LEAST || columns <= 1 || terms_short_form(take))
		return 0;
	return terms_add(terms, COST_SHORT_LEGS, (TERMS_LEG_LEAST - body) * stone->design->costs.short_leg);
}

/* ---- pictures ---- */

double terms_picture(const struct stone *stone, const struct picture_block *block, int rows,
		     struct terms *terms)
{
	if (block->quote != NULL)
		return terms_add(terms, COST_PULL_QUOTE,
				 block->cost + (rows - block->rows_natural) * stone->design->costs.crop_row);
	return terms_add(terms, COST_PHOTO_WIDTH, block->cost) +
	       terms_add(terms, COST_CROP, ABS(rows - block->rows_natural) * stone->design->costs.crop_row);
}

double terms_gallery(const struct picture_block *block, int rows, int copy_rows, struct terms *terms)
{
	return terms_add(terms, COST_PHOTO_WIDTH, gallery_cost(block->gallery, rows, copy_rows));
}

static const struct picture_block *block_at(const struct take *take, int index)
{
	return &g_array_index(take->pictures, struct picture_block, index);
}

/* Who forbids a crop has looked at the photograph and wants it seen. */
static gboolean is_wanted_whole(const struct picture_block *block)
{
	return block->picture != NULL && block->picture->crop == CROP_NONE;
}

gboolean terms_dropped(const struct stone *stone, const struct take *take, int picture, int end, double *cost,
		       struct terms *terms)
{
	const struct makeup_costs *costs = &stone->design->costs;
	const struct picture_block *last = NULL;

	for (guint i = 0; i < take->pictures->len; i++) {
		const struct picture_block *block = block_at(take, (int)i);
		gboolean is_first = last == NULL && (picture < 0 || block_at(take, picture)->table_count > 0);
		if (!picture_is_read(block, end) || (last != NULL && picture_is_same(block, last)) ||
		    (picture >= 0 && picture_is_same(block, block_at(take, picture))))
			continue;
		if (block->must)
			return FALSE;
		if (take->photo_columns_fixed > 0 && picture_is_same(block, block_at(take, 0)))
			return FALSE;
		if (block->table_count == 0 && block->quote == NULL)
			*cost += terms_add(terms, COST_DROPPED,
					   (is_first ? costs->photo_dropped : costs->inset_dropped) +
						   (is_wanted_whole(block) ? costs->whole_dropped : 0));
		last = block;
	}
	return TRUE;
}

double terms_quote(const struct stone *stone, const struct take *take, const struct shape *shape,
		   struct terms *terms)
{
	gboolean has = FALSE,
		 stands = (shape->picture >= 0 && block_at(take, shape->picture)->quote != NULL) ||
			  (shape->inset >= 0 && block_at(take, shape->inset)->quote != NULL);

	for (guint i = 0; i < take->pictures->len && !has; i++)
		has = block_at(take, (int)i)->quote != NULL;
	if (!has || stands || !pull_quote_is_wanted(take))
		return 0;
	return terms_add(terms, COST_PULL_QUOTE, stone->design->costs.quote_dropped);
}

/* ---- the whole ---- */

double terms_jump(const struct stone *stone, const struct take *take, struct terms *terms)
{
	const struct makeup_costs *costs = &stone->design->costs;

	return terms_add(terms, COST_JUMP,
			 stone->jump_times * costs->jump * (take->rank <= 1 ? costs->lead_jump : 1.0));
}

static void add_copy(const struct stone *stone, const struct placed_take *placed, struct terms *terms)
{
	struct legs legs =
		setting_legs(placed->take, &placed->shape, placed->cells.columns, placed->cells.rows);
	struct legs_copy copy = setting_copy(stone, placed->take);

	if (placed->shape.jumps)
		copy.end = copy.trim_from = placed->shape.end;
	struct legs_fill fill = legs_fill(&copy, &legs, FALSE);
	terms_add(terms, COST_TRIM, fill.rows_trimmed * copy.trim_cost);
	terms_add(terms, COST_PARAGRAPHS, fill.cost - fill.rows_trimmed * copy.trim_cost);
}

struct terms *setting_terms(const struct stone *stone, const struct placed_take *placed)
{
	const struct take *take = placed->take;
	const struct shape *shape = &placed->shape;
	const struct head *head = take->heads->pdata[shape->head];
	struct terms *terms = terms_new();
	double dropped = 0;

	terms_add(terms, COST_HEADLINE, head->cost);
	terms_form(stone, take, placed->cells.columns, placed->cells.rows, terms);
	terms_short_legs(stone, take, placed->cells.columns, placed->cells.rows - head->rows, terms);
	if (shape->picture >= 0 && block_at(take, shape->picture)->gallery != NULL)
		terms_gallery(block_at(take, shape->picture), shape->picture_rows, shape->inset_rows, terms);
	else if (shape->picture >= 0)
		terms_picture(stone, block_at(take, shape->picture), shape->picture_rows, terms);
	if (shape->inset >= 0)
		terms_picture(stone, block_at(take, shape->inset), shape->inset_rows, terms);
	if (shape->inset < 0 || block_at(take, shape->inset)->quote != NULL)
		terms_dropped(stone, take, shape->picture,
			      shape->jumps ? shape->end : (int)take->galley->elements->len, &dropped, terms);
	terms_quote(stone, take, shape, terms);
	if (shape->jumps)
		terms_jump(stone, take, terms);
	add_copy(stone, placed, terms);
	return terms;
}
