/* Who shares a page, over a whole paper: against every way to share it out. */
#include "makeup/casting.h"
#include "makeup/filling.h"
#include "makeup/memory.h"

#include "small_edition.h"

enum {
	COLUMNS = 3,
	ROWS = 24,
	STORIES_LEAST = 4,
	STORIES_MOST = 6,
	PAGES_MOST = 8,
	PAPERS = 500,
	FIRST_PAGE = 2
};

#define NOWHERE 1e12

struct desk {
	struct small_edition small;
	struct memory *memory;
	struct shift shift;
	GPtrArray *takes; /* all there are; a paper has the first few */
};

/* Briefs: they are set whole or not at all. */
static void desk_open(struct desk *desk)
{
	struct constraints given = {0};

	memset(desk, 0, sizeof *desk);
	desk->small = small_new();
	for (int i = 0; i < STORIES_MOST; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		small_story(&desk->small, path, 1, "kind: brief\n");
	}
	small_make(&desk->small,
		   "name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: "
		   "[{name: News}]\n");
	desk->small.design->rows = ROWS;
	g_ptr_array_set_size(desk->small.design->templates, 0);
	desk->small.design->costs.facing_photos = desk->small.design->costs.facing_loud = 0;
	desk->small.design->costs.facing_grey = desk->small.design->costs.heads_alike = 0;
	desk->small.design->costs.heads_in_row = desk->small.design->costs.page_repeats = 0;
	given.memory = desk->memory = memory_new(desk->small.book, FALSE);
	shift_begin(&desk->shift, desk->small.edition, desk->small.design, desk->small.book, &given, 0,
		    desk->small.decisions, desk->small.diag);
	desk->takes = g_ptr_array_new_with_free_func((GDestroyNotify)take_free);
	for (guint i = 0; i < desk->small.edition->stories->len; i++) {
		struct take *take = take_new(&desk->shift.stone, desk->small.edition->stories->pdata[i],
					     COLUMNS, 0, NULL);
		take->order = (int)i;
		g_ptr_array_add(desk->takes, take);
	}
}

static void desk_close(struct desk *desk)
{
	g_ptr_array_unref(desk->takes);
	shift_end(&desk->shift);
	memory_free(desk->memory);
	small_free(&desk->small);
}

/* A story of some cells that can be a row or two deeper, in one to three columns. */
static void set_shapes(struct take *take, GRand *random)
{
	int cells = g_rand_int_range(random, 8, 40);

	take_forget_shapes(take);
	take->shapes[0] = g_malloc_n(COLUMNS_MAX + 1, sizeof *take->shapes[0]);
	for (int columns = 0; columns <= COLUMNS_MAX; columns++)
		for (int rows = 0; rows <= ROWS_MAX; rows++)
			take->shapes[0][columns][rows] =
				(struct shape){.cost = SHAPE_IMPOSSIBLE, .picture = -1, .inset = -1};
	for (int columns = 1; columns <= COLUMNS; columns++) {
		int least = (cells + columns - 1) / columns;
		for (int rows = least; rows <= MIN(least + 3, ROWS); rows++) {
			struct shape *shape = &take->shapes[0][columns][rows];
			shape->cost = (float)g_rand_double_range(random, 0, 12);
			shape->head = (gint16)g_rand_int_range(random, 0, (int)take->heads->len);
		}
	}
	take->shapes[1] = g_memdup2(take->shapes[0], (COLUMNS_MAX + 1) * sizeof *take->shapes[0]);
}

static struct cast *paper_of(const struct desk *desk, GRand *random)
{
	struct cast *cast = cast_new(0, COLUMNS);
	int stories = g_rand_int_range(random, STORIES_LEAST, STORIES_MOST + 1);

	cast->goes_on = TRUE;
	for (int i = 0; i < stories; i++) {
		set_shapes(desk->takes->pdata[i], random);
		g_ptr_array_add(cast->takes, desk->takes->pdata[i]);
	}
	return cast;
}

/* ---- every way ---- */

/* What it costs to pass over stories that come before one that is set. */
static double passed_over(const struct desk *desk, unsigned left, unsigned set)
{
	double cost = 0;
	gboolean first = TRUE;

	for (int bit = 0; bit < STORIES_MOST && set >> bit != 0; bit++) {
		if (!(left >> bit & 1))
			continue;
		if (!(set >> bit & 1))
			cost += desk->small.design->costs.deferred * (first ? 4 : 1);
		first = FALSE;
	}
	return cost;
}

static double page_cost(struct desk *desk, struct cast *cast, unsigned left, unsigned set, gboolean last)
{
	struct cells page = {0, 0, COLUMNS, ROWS};
	struct slice *slice = cast_slice(&desk->shift.stone, cast, FALSE);

	return box_fill(&desk->shift.stone, slice, set, &page, last).cost + passed_over(desk, left, set);
}

/* The cheapest paper of just so many pages, of all there are. */
static double cheapest(struct desk *desk, struct cast *cast, unsigned left, int pages)
{
	double best = NOWHERE;

	if (pages == 1)
		return MIN(page_cost(desk, cast, left, left, TRUE), page_cost(desk, cast, left, left, FALSE));
	for (unsigned set = (left - 1) & left; set != 0; set = (set - 1) & left) {
		double cost = page_cost(desk, cast, left, set, FALSE);
		if (cost < best)
			best = MIN(best, cost + cheapest(desk, cast, left & ~set, pages - 1));
	}
	return best;
}

/* ---- ours ---- */

static double paginate(struct desk *desk, struct cast *cast, int *count, guint *stories)
{
	g_autoptr(GPtrArray) casts = g_ptr_array_new();
	g_autoptr(GPtrArray) pages = g_ptr_array_new_with_free_func((GDestroyNotify)made_page_free);
	double cost = 0;

	g_ptr_array_add(casts, cast);
	pagination_run(&desk->shift.stone, casts, FIRST_PAGE, 0, NULL, pages);
	*stories = 0;
	for (guint i = 0; i < pages->len; i++) {
		const struct made_page *page = pages->pdata[i];
		cost += page->cost;
		*stories += page->takes->len;
	}
	*count = (int)pages->len;
	return cost;
}

/* Random papers, in each of which our way costs at most so much more than the cheapest of as many pages. */
static void compare(struct desk *desk, guint32 seed, double most)
{
	GRand *random = g_rand_new_with_seed(seed);
	int compared = 0;

	for (int i = 0; i < PAPERS; i++) {
		struct cast *cast = paper_of(desk, random);
		unsigned all = (1u << cast->takes->len) - 1;
		int pages;
		guint stories;
		double ours = paginate(desk, cast, &pages, &stories);

		g_assert_cmpint(pages, >, 0);
		g_assert_cmpint(pages, <=, PAGES_MOST);
		g_assert_cmpint(stories, ==, cast->takes->len);
		double best = cheapest(desk, cast, all, pages);
		if (ours > best * most + 1e-3)
			g_test_message("paper %d: %.3f on %d pages, and the cheapest is %.3f", i, ours, pages,
				       best);
		g_assert_cmpfloat(ours, <=, best * most + 1e-3);
		g_assert_cmpfloat(ours, >=, best - 1e-3);
		compared++;
		cast_free(cast);
	}
	g_assert_cmpint(compared, ==, PAPERS);
	g_rand_free(random);
}

static void test_leaf_costs(void)
{
	struct desk desk;

	desk_open(&desk);
	desk.small.design->costs.tombstone = desk.small.design->costs.head_rises = 0;
	desk.small.design->costs.photos_touch = desk.small.design->costs.rank_low = 0;
	compare(&desk, 3, 1.0);
	desk_close(&desk);
}

static void test_cut_costs(void)
{
	struct desk desk;

	desk_open(&desk);
	compare(&desk, 5, 1.02);
	desk_close(&desk);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/pagination/leaf-costs", test_leaf_costs);
	g_test_add_func("/pagination/cut-costs", test_cut_costs);
	return g_test_run();
}
