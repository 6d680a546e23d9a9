#include "makeup/filling.h"

#include "makeup/stretch.h"

#define CHOICES_OF_FEW 32   /* where a section comes to its end no later page makes up for a choice */
#define FEW	       6    /* stories */
#define CUT_FROM       60.0 /* a page dearer than this is tried with stories cut */

static guint64 spread(const struct field *field, unsigned subset)
{
	guint64 stories = 0;

	for (int i = 0; i < field->count; i++)
		if (subset & (1u << i))
			stories |= G_GUINT64_CONSTANT(1) << field->bits[i];
	return stories;
}

static struct box_fill fill_box(const struct field *field, guint64 stories, const struct cells *box)
{
	gboolean ends = field->last && box_is_foot(field->sheet, box);
	return box_fill(field->stone, field->slice, stories, box, ends);
}

/* Shares a subset among the boxes from `index` on. */
static double share(const struct field *field, unsigned subset, int index, struct filling *filling)
{
	const struct cells *box = &field->boxes[index];
	double best = BOX_IMPOSSIBLE;

	if (index + 1 == field->box_count) {
		filling->part[index] = spread(field, subset);
		filling->fill[index] = fill_box(field, filling->part[index], box);
		return filling->fill[index].cost;
	}
	for (unsigned part = subset;; part = (part - 1) & subset) {
		struct filling trial = *filling;
		trial.part[index] = spread(field, part);
		trial.fill[index] = fill_box(field, trial.part[index], box);
		double cost = trial.fill[index].cost;
		if (cost < best)
			cost += share(field, subset & ~part, index + 1, &trial);
		if (cost < best) {
			best = cost;
			*filling = trial;
		}
		if (part == 0)
			break;
	}
	return best;
}

/* A story passed over while a lesser one is set costs, more for the more important. */
static double deferral(const struct field *field, unsigned subset)
{
	double cost = 0;
	int top = 31 - __builtin_clz(subset);

	for (int i = 0; i < top; i++)
		if (!(subset & (1u << i)))
			cost += field->stone->design->costs.deferred * (1 + (i == 0 ? 3 : 0));
	return cost;
}

static int order_of(const struct cast *cast, int bit)
{
	return ((const struct take *)cast->takes->pdata[bit])->order;
}

static gboolean may_stand(const struct field *field, int bit)
{
	const struct take *take = field->cast->takes->pdata[bit];
	return take->after_page < field->page;
}

/* The stories weighed: what goes on from an earlier page first, then by importance. */
static void find_bits(struct field *field, guint64 left)
{
	field->count = 0;
	field->candidates = 0;
	for (int n = 0; n < breadth_of(field->stone).candidates && (left & ~field->candidates) != 0; n++) {
		int best = -1;
		for (guint64 rest = left & ~field->candidates; rest != 0; rest &= rest - 1) {
			int bit = __builtin_ctzll(rest);
			if (!may_stand(field, bit))
				continue;
			if (best < 0 || order_of(field->cast, bit) < order_of(field->cast, best))
				best = bit;
		}
		if (best < 0)
			break;
		field->bits[field->count++] = best;
		field->candidates |= G_GUINT64_CONSTANT(1) << best;
	}
}

static int by_filling_cost(gconstpointer a, gconstpointer b)
{
	const struct filling *one = a, *two = b;
	return one->price < two->price	     ? -1
	       : one->price > two->price     ? 1
	       : one->stories < two->stories ? -1
					     : 1;
}

static guint choices_of(const struct field *field)
{
	int choices = breadth_of(field->stone).choices;
	return (guint)(field->count <= FEW ? MAX(choices, CHOICES_OF_FEW) : choices);
}

static void add_fillings(struct field *field, guint64 left, gboolean all, GArray *found)
{
	field->slice = cast_slice(field->stone, field->cast, field->may_jump);
	find_bits(field, left);
	for (unsigned subset = field->count > 0 ? (1u << field->count) - 1 : 0; subset > 0; subset--) {
		struct filling filling = {.stories = spread(field, subset), .may_jump = field->may_jump};
		if (all && filling.stories != left)
			break;
		filling.cost = share(field, subset, 0, &filling) + deferral(field, subset);
		filling.price = filling.cost +
				stretch_price(field->stone, field->cast, filling.stories, field->wanted);
		if (filling.cost < BOX_IMPOSSIBLE)
			g_array_append_val(found, filling);
	}
	g_array_sort(found, by_filling_cost);
	g_array_set_size(found, MIN(found->len, choices_of(field)));
}

GArray *filling_choices(struct field *field, guint64 left, gboolean all)
{
	GArray *found = g_array_new(FALSE, TRUE, sizeof(struct filling));

	add_fillings(field, left, all, found);
	if (!all && (found->len == 0 || g_array_index(found, struct filling, 0).cost > CUT_FROM)) {
		field->may_jump = TRUE;
		add_fillings(field, left, all, found);
	}
	return found;
}
