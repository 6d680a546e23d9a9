/* Pages from slice against every guillotine page there is. */
#include "makeup/slice.h"

#include <math.h>

enum { COLUMNS = 3, ROWS = 14, STORIES = 4 };

static const struct makeup_costs no_taste;

static struct slice_table *blank(void)
{
	return slice_table_new(COLUMNS, ROWS);
}

static struct slice_table *random_story(GRand *rand, float costs[COLUMNS + 1][ROWS + 1])
{
	struct slice_table *table = blank();

	for (int columns = 1; columns <= COLUMNS; columns++) {
		for (int rows = 2; rows <= ROWS; rows++) {
			costs[columns][rows] = SLICE_IMPOSSIBLE;
			if (g_rand_int_range(rand, 0, 100) < 25)
				costs[columns][rows] = (float)g_rand_int_range(rand, 0, 40);
			table->box[columns][rows].cost = costs[columns][rows];
		}
	}
	return table;
}

static float all_costs[STORIES][COLUMNS + 1][ROWS + 1];

/* Every way to cut the box and share the stories, tried out. */
static float brute(unsigned stories, int columns, int rows)
{
	float best = SLICE_IMPOSSIBLE;

	if ((stories & (stories - 1)) == 0)
		return all_costs[__builtin_ctz(stories)][columns][rows];
	for (unsigned part = (stories - 1) & stories; part != 0; part = (part - 1) & stories) {
		for (int above = 1; above < rows; above++)
			best = fminf(best, brute(part, columns, above) +
						   brute(stories ^ part, columns, rows - above));
		for (int beside = 1; beside < columns; beside++)
			best = fminf(best, brute(part, beside, rows) +
						   brute(stories ^ part, columns - beside, rows));
	}
	return best;
}

static void fill_blanks(void)
{
	for (int i = 0; i < STORIES; i++)
		for (int columns = 0; columns <= COLUMNS; columns++)
			for (int rows = 0; rows <= ROWS; rows++)
				if (columns == 0 || rows < 2)
					all_costs[i][columns][rows] = SLICE_IMPOSSIBLE;
}

static void test_optimal(void)
{
	GRand *rand = g_rand_new_with_seed(4211);

	fill_blanks();
	for (int round = 0; round < 40; round++) {
		struct slice *slice = slice_new(&no_taste, COLUMNS, ROWS);
		int count = g_rand_int_range(rand, 1, STORIES);
		for (int i = 0; i < count; i++)
			g_assert_cmpint(slice_add_story(slice, random_story(rand, all_costs[i])), ==, i);
		unsigned all = (1u << count) - 1;
		float truth = brute(all, COLUMNS, ROWS),
		      ours = slice_table_cost(slice_table(slice, all), COLUMNS, ROWS);
		if (truth >= SLICE_IMPOSSIBLE)
			g_assert_cmpfloat(ours, >=, SLICE_IMPOSSIBLE);
		else
			g_assert_cmpfloat(ours, ==, truth);
		slice_free(slice);
	}
	g_rand_free(rand);
}

/* Marks the cells a tree covers; each exactly once. */
static void cover(const struct slice_node *node, int column, int row, guint8 *cells)
{
	if (node->kind == SLICE_STACK) {
		cover(node->first, column, row, cells);
		cover(node->second, column, row + node->first->rows, cells);
	} else if (node->kind == SLICE_ABREAST) {
		cover(node->first, column, row, cells);
		cover(node->second, column + node->first->columns, row, cells);
	} else {
		for (int y = row; y < row + node->rows; y++)
			for (int x = column; x < column + node->columns; x++)
				cells[y * COLUMNS + x]++;
	}
}

static struct slice_table *one_box(int columns, int rows, float cost)
{
	struct slice_table *table = blank();
	table->box[columns][rows].cost = cost;
	return table;
}

static void test_tree_covers_page(void)
{
	struct slice *slice = slice_new(&no_taste, COLUMNS, ROWS);
	guint8 cells[ROWS * COLUMNS] = {0};

	slice_add_story(slice, one_box(3, 4, 1));
	slice_add_story(slice, one_box(1, 10, 1));
	slice_add_story(slice, one_box(2, 10, 1));
	struct slice_node *tree = slice_tree(slice, 7, COLUMNS, ROWS);
	g_assert_nonnull(tree);
	cover(tree, 0, 0, cells);
	for (int i = 0; i < ROWS * COLUMNS; i++)
		g_assert_cmpint(cells[i], ==, 1);
	slice_node_free(tree);
	slice_free(slice);
}

static void test_impossible(void)
{
	struct slice *slice = slice_new(&no_taste, COLUMNS, ROWS);

	slice_add_story(slice, one_box(2, 5, 1));
	slice_add_story(slice, one_box(2, 5, 1));
	g_assert_null(slice_tree(slice, 3, COLUMNS, ROWS));
	g_assert_cmpfloat(slice_table_cost(slice_table(slice, 3), 2, 10), ==, 2);
	slice_free(slice);
}

static void test_filler_completes(void)
{
	struct slice *slice = slice_new(&no_taste, COLUMNS, ROWS);

	slice_add_story(slice, one_box(3, 10, 2));
	slice_add_filler(slice, (struct slice_filler){3, 4, 5});
	struct slice_node *tree = slice_tree(slice, 1, COLUMNS, ROWS);
	g_assert_nonnull(tree);
	g_assert_cmpint(tree->kind, ==, SLICE_STACK);
	g_assert_cmpint(tree->second->kind, ==, SLICE_FILLER);
	g_assert_cmpfloat(slice_table_cost(slice_table(slice, 1), COLUMNS, ROWS), ==, 7);
	slice_node_free(tree);
	slice_free(slice);
}

/* The lesser story goes below when both orders would fill the box. */
static void test_rank_goes_on_top(void)
{
	struct makeup_costs taste = {.rank_low = 5};
	struct slice *slice = slice_new(&taste, COLUMNS, ROWS);
	struct slice_table *lesser = one_box(3, 7, 1), *lead = one_box(3, 7, 1);

	lesser->box[3][7].rank = 4;
	lead->box[3][7].rank = 1;
	slice_add_story(slice, lesser);
	slice_add_story(slice, lead);
	struct slice_node *tree = slice_tree(slice, 3, COLUMNS, ROWS);
	g_assert_cmpint(tree->first->index, ==, 1);
	g_assert_cmpint(tree->second->index, ==, 0);
	slice_node_free(tree);
	slice_free(slice);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/slice/optimal", test_optimal);
	g_test_add_func("/slice/tree-covers-page", test_tree_covers_page);
	g_test_add_func("/slice/impossible", test_impossible);
	g_test_add_func("/slice/filler-completes", test_filler_completes);
	g_test_add_func("/slice/rank-goes-on-top", test_rank_goes_on_top);
	return g_test_run();
}
