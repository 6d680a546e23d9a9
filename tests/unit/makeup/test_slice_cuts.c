/* Pages with costs of cuts and of place: slice against every guillotine page there is. */
#include "makeup/slice.h"

#include <math.h>

enum { COLUMNS = 4, ROWS = 20, STORIES = 4, PAGES = 1000 };

/* What the layout of the tabloid asks. */
static const struct makeup_costs taste = {
	.tombstone = 22, .head_rises = 28, .photos_touch = 16, .rank_low = 5, .photo_below = 8};

static struct slice_box random_box(GRand *rand, int columns, int rows, guint8 rank)
{
	static const gint16 sizes[] = {48, 72, 80, 96, 120, 144};
	gint16 size = sizes[g_rand_int_range(rand, 0, G_N_ELEMENTS(sizes))];
	struct slice_box box = {.cost = (float)g_rand_double_range(rand, 5, 40),
				.head_left = size,
				.head_right = size,
				.head_most = size,
				.rank = rank};
	guint32 bands = slice_bands(2, MAX(1, rows / 2));

	box.picture = (guint8)(g_rand_boolean(rand) ? g_rand_int_range(rand, 1, 20) : 0);
	switch (box.picture == 0 ? 3 : g_rand_int_range(rand, 0, columns > 1 ? 4 : 3)) {
	case 0:
		box.pictures_left = bands;
		box.pictures_right = columns == 1 ? bands : 0;
		break;
	case 1:
		box.pictures_right = bands;
		box.pictures_left = columns == 1 ? bands : 0;
		break;
	default:
		break;
	}
	return box;
}

static struct slice_table *random_story(GRand *rand)
{
	struct slice_table *table = slice_table_new(COLUMNS, ROWS);
	guint8 rank = (guint8)g_rand_int_range(rand, 1, 5);

	for (int columns = 1; columns <= COLUMNS; columns++)
		for (int rows = 3; rows <= ROWS; rows++)
			if (g_rand_int_range(rand, 0, 100) < 60)
				table->box[columns][rows] = random_box(rand, columns, rows, rank);
	return table;
}

/* ---- every page there is ---- */

/* All edges that stories in a box can have, each at its least cost. */
static GArray *all_boxes[1 << STORIES][COLUMNS + 1][ROWS + 1];

static gboolean is_same_edge(const struct slice_box *one, const struct slice_box *two)
{
	return one->head_left == two->head_left && one->head_right == two->head_right &&
	       one->head_most == two->head_most && one->rank == two->rank && one->picture == two->picture &&
	       one->pictures_left == two->pictures_left && one->pictures_right == two->pictures_right;
}

static void note(GArray *boxes, struct slice_box box)
{
	for (guint i = 0; i < boxes->len; i++) {
		struct slice_box *known = &g_array_index(boxes, struct slice_box, i);
		if (!is_same_edge(known, &box))
			continue;
		known->cost = fminf(known->cost, box.cost);
		return;
	}
	g_array_append_val(boxes, box);
}

static guint32 bands_below(guint32 bands, int rows)
{
	return bands << ((rows + SLICE_BAND / 2) / SLICE_BAND);
}

static struct slice_box over(const struct slice_box *top, const struct slice_box *foot, int above)
{
	struct slice_box box = *top;

	box.cost += foot->cost;
	if (foot->head_most * 50 > top->head_most * 51)
		box.cost += 28.0f * (float)(foot->head_most - top->head_most) / (float)(top->head_most + 1);
	box.cost += 5.0f * MAX(0, top->rank - foot->rank);
	if (foot->picture >= 4 && foot->picture > top->picture)
		box.cost += top->picture == 0
				    ? 4.0f
				    : 8.0f * fminf(1, (float)foot->picture / (float)top->picture - 1);
	box.picture = MAX(top->picture, foot->picture);
	box.head_most = MAX(top->head_most, foot->head_most);
	box.rank = MIN(top->rank, foot->rank);
	box.pictures_left |= bands_below(foot->pictures_left, above);
	box.pictures_right |= bands_below(foot->pictures_right, above);
	return box;
}

static struct slice_box beside(const struct slice_box *left, const struct slice_box *right)
{
	struct slice_box box = *left;
	int one = left->head_right, two = right->head_left;

	box.cost += right->cost;
	if (MIN(one, two) >= 64 && ABS(one - two) * 6 < MAX(one, two))
		box.cost += 22;
	if ((left->pictures_right & right->pictures_left) != 0)
		box.cost += 16;
	box.head_right = right->head_right;
	box.head_most = MAX(left->head_most, right->head_most);
	box.rank = MIN(left->rank, right->rank);
	box.picture = MAX(left->picture, right->picture);
	box.pictures_right = right->pictures_right;
	return box;
}

static void note_pairs(GArray *boxes, const GArray *one, const GArray *two, int above)
{
	for (guint i = 0; i < one->len; i++) {
		for (guint k = 0; k < two->len; k++) {
			const struct slice_box *a = &g_array_index(one, struct slice_box, i),
					       *b = &g_array_index(two, struct slice_box, k);
			note(boxes, above > 0 ? over(a, b, above) : beside(a, b));
		}
	}
}

static void cut_every_way(GArray *boxes, unsigned part, unsigned rest, int columns, int rows)
{
	for (int above = 1; above < rows; above++)
		note_pairs(boxes, all_boxes[part][columns][above], all_boxes[rest][columns][rows - above],
			   above);
	for (int left = 1; left < columns; left++)
		note_pairs(boxes, all_boxes[part][left][rows], all_boxes[rest][columns - left][rows], 0);
}

/* Of the whole stories the one box that is asked for only. */
static void find_all(struct slice_table *const *stories, int count)
{
	unsigned all = (1u << count) - 1;

	for (unsigned set = 1; set <= all; set++) {
		for (int columns = 1; columns <= COLUMNS; columns++) {
			for (int rows = 1; rows <= ROWS; rows++) {
				GArray *boxes = all_boxes[set][columns][rows];
				g_array_set_size(boxes, 0);
				if (set == all && (columns < COLUMNS || rows < ROWS))
					continue;
				if ((set & (set - 1)) == 0 &&
				    stories[__builtin_ctz(set)]->box[columns][rows].cost < SLICE_IMPOSSIBLE)
					note(boxes, stories[__builtin_ctz(set)]->box[columns][rows]);
				for (unsigned part = (set - 1) & set; part != 0; part = (part - 1) & set)
					cut_every_way(boxes, part, set ^ part, columns, rows);
			}
		}
	}
}

static float cheapest(const GArray *boxes)
{
	float cost = SLICE_IMPOSSIBLE;

	for (guint i = 0; i < boxes->len; i++)
		cost = fminf(cost, g_array_index(boxes, struct slice_box, i).cost);
	return cost;
}

/* What a tree costs by the test's own prices. */
static struct slice_box price(struct slice_table *const *stories, const struct slice_node *node)
{
	if (node->kind == SLICE_STORY)
		return stories[node->index]->box[node->columns][node->rows];
	struct slice_box one = price(stories, node->first), two = price(stories, node->second);
	return node->kind == SLICE_STACK ? over(&one, &two, node->first->rows) : beside(&one, &two);
}

static void test_cuts(void)
{
	GRand *rand = g_rand_new_with_seed(1122);
	double worst = 0, sum = 0;
	int made = 0, best = 0;

	for (int set = 0; set < 1 << STORIES; set++)
		for (int columns = 0; columns <= COLUMNS; columns++)
			for (int rows = 0; rows <= ROWS; rows++)
				all_boxes[set][columns][rows] =
					g_array_new(FALSE, FALSE, sizeof(struct slice_box));
	for (int page = 0; page < PAGES; page++) {
		struct slice *slice = slice_new(&taste, COLUMNS, ROWS);
		int count = g_rand_int_range(rand, 2, STORIES + 1);
		unsigned all = (1u << count) - 1;
		struct slice_table *stories[STORIES];
		for (int i = 0; i < count; i++)
			slice_add_story(slice, stories[i] = random_story(rand));
		find_all(stories, count);
		float truth = cheapest(all_boxes[all][COLUMNS][ROWS]);
		float ours = slice_table_cost(slice_table(slice, all), COLUMNS, ROWS);
		struct slice_node *tree = slice_tree(slice, all, COLUMNS, ROWS);
		g_assert_true((tree != NULL) == (truth < SLICE_IMPOSSIBLE));
		if (tree != NULL) {
			/* A way that was let go for others, since gone too, may be found again. */
			float printed = price(stories, tree).cost;
			g_assert_cmpfloat(printed, <=, ours + 0.01);
			g_assert_cmpfloat(printed, >=, truth - 0.01);
			worst = MAX(worst, printed / truth - 1);
			sum += printed / truth - 1;
			best += printed <= truth + 0.01f;
			made++;
		}
		slice_node_free(tree);
		slice_free(slice);
	}
	g_test_message(
		"%d pages, %d of them the best there is; dearer by %.3f %% on average, %.2f %% at most", made,
		best, 100 * sum / made, 100 * worst);
	g_assert_cmpfloat(worst, <, 0.02);
	g_rand_free(rand);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/slice/cuts", test_cuts);
	return g_test_run();
}
