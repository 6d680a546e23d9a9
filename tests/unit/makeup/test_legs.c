/* Legs from a galley made by hand. */
#include "makeup/legs.h"

static struct element *text_element(int first_rows, int count, int best)
{
	struct element *element = g_new0(struct element, 1);

	element->role = MARK_PARAGRAPH;
	element->choices = g_array_new(FALSE, TRUE, sizeof(struct element_choice));
	element->best = best;
	element->rows_min = first_rows;
	element->rows_max = first_rows + count - 1;
	for (int i = 0; i < count; i++) {
		struct element_choice choice = {.rows = first_rows + i, .cost = ABS(i - best)};
		choice.may_break = g_new0(guint8, choice.rows + 1);
		for (int x = 2; x <= choice.rows - 2; x++)
			choice.may_break[x] = 1;
		g_array_append_val(element->choices, choice);
	}
	return element;
}

static void element_free(gpointer data)
{
	struct element *element = data;

	for (guint i = 0; i < element->choices->len; i++)
		g_free(g_array_index(element->choices, struct element_choice, i).may_break);
	g_array_unref(element->choices);
	g_free(element);
}

static struct galley galley_of(struct element **elements, int count)
{
	struct galley galley = {.elements = g_ptr_array_new_with_free_func(element_free)};

	for (int i = 0; i < count; i++)
		g_ptr_array_add(galley.elements, elements[i]);
	galley.tail = galley.tail_end = count;
	return galley;
}

static struct legs_fill fill(const struct galley *galley, int count, const int *rows, int trim_rows)
{
	int end = (int)galley->elements->len;
	struct legs_copy copy = {.galley = galley,
				 .end = end,
				 .trim_from = trim_rows > 0 ? 1 : end,
				 .trim_rows = trim_rows,
				 .trim_cost = 8};
	struct legs legs = {.count = count};

	for (int i = 0; i < count; i++)
		legs.rows[i] = rows[i];
	return legs_fill(&copy, &legs, TRUE);
}

static void test_exact(void)
{
	struct element *elements[] = {text_element(6, 1, 0), text_element(4, 1, 0)};
	struct galley galley = galley_of(elements, 2);
	struct legs_fill done = fill(&galley, 1, (int[]){10}, 0);

	g_assert_cmpfloat(done.cost, ==, 0);
	g_assert_cmpint(done.end, ==, 2);
	g_free(done.choice);
	done = fill(&galley, 1, (int[]){11}, 0);
	g_assert_cmpfloat(done.cost, >=, LEGS_IMPOSSIBLE);
	g_ptr_array_unref(galley.elements);
}

static void test_a_line_is_stretched(void)
{
	struct element *elements[] = {text_element(6, 2, 0), text_element(4, 2, 0)};
	struct galley galley = galley_of(elements, 2);
	struct legs_fill done = fill(&galley, 1, (int[]){11}, 0);

	g_assert_cmpfloat(done.cost, ==, 1);
	g_assert_cmpint(done.choice[0] + done.choice[1], ==, 1);
	g_free(done.choice);
	g_ptr_array_unref(galley.elements);
}

/* A leg that would end one line into a paragraph is refused, unless looseness moves it. */
static void test_no_widow(void)
{
	struct element *rigid[] = {text_element(4, 1, 0), text_element(6, 1, 0)};
	struct element *supple[] = {text_element(4, 2, 0), text_element(5, 2, 1)};
	struct galley galley = galley_of(rigid, 2);
	struct legs_fill done = fill(&galley, 2, (int[]){5, 5}, 0);

	g_assert_cmpfloat(done.cost, >=, LEGS_IMPOSSIBLE);
	g_ptr_array_unref(galley.elements);
	galley = galley_of(supple, 2);
	done = fill(&galley, 2, (int[]){5, 5}, 0);
	g_assert_cmpint(done.choice[0], ==, 1);
	g_assert_cmpint(done.choice[1], ==, 0);
	g_free(done.choice);
	g_ptr_array_unref(galley.elements);
}

/* One line of copy under a crosshead is no foot of a leg either; two are. */
static void test_crosshead_with_one_line(void)
{
	struct element *one[] = {text_element(6, 1, 0), text_element(2, 1, 0), text_element(1, 1, 0),
				 text_element(9, 1, 0)};
	struct element *two[] = {text_element(6, 1, 0), text_element(2, 1, 0), text_element(2, 1, 0),
				 text_element(9, 1, 0)};
	struct galley galley = galley_of(one, 4);
	struct legs_fill done;

	one[1]->binds_next = TRUE;
	done = fill(&galley, 2, (int[]){9, 9}, 0);
	g_assert_cmpfloat(done.cost, >=, LEGS_IMPOSSIBLE);
	g_ptr_array_unref(galley.elements);
	galley = galley_of(two, 4);
	two[1]->binds_next = TRUE;
	done = fill(&galley, 2, (int[]){10, 9}, 0);
	g_assert_cmpfloat(done.cost, ==, 0);
	g_free(done.choice);
	g_ptr_array_unref(galley.elements);
}

static void test_crosshead_not_at_foot(void)
{
	struct element *elements[] = {text_element(8, 1, 0), text_element(2, 1, 0), text_element(10, 1, 0)};
	struct galley galley = galley_of(elements, 3);
	struct legs_fill done;

	elements[1]->binds_next = TRUE;
	elements[1]->choices->len = 1;
	done = fill(&galley, 2, (int[]){10, 10}, 0);
	g_assert_cmpfloat(done.cost, >=, LEGS_IMPOSSIBLE);
	elements[1]->binds_next = FALSE;
	done = fill(&galley, 2, (int[]){10, 10}, 0);
	g_assert_cmpfloat(done.cost, ==, 0);
	g_free(done.choice);
	g_ptr_array_unref(galley.elements);
}

static void test_trim_from_the_foot(void)
{
	struct element *elements[] = {text_element(10, 1, 0), text_element(4, 1, 0)};
	struct galley galley = galley_of(elements, 2);
	struct legs_fill done = fill(&galley, 1, (int[]){10}, 6);

	g_assert_cmpint(done.end, ==, 1);
	g_assert_cmpint(done.rows_trimmed, ==, 4);
	g_assert_cmpfloat(done.cost, ==, 32);
	g_free(done.choice);
	done = fill(&galley, 1, (int[]){10}, 3);
	g_assert_cmpfloat(done.cost, >=, LEGS_IMPOSSIBLE);
	g_ptr_array_unref(galley.elements);
}

/* What stands behind the copy stays where the copy is trimmed, in one leg with its last line; what stands
   last of all goes. */
static void test_trim_keeps_what_stands_behind(void)
{
	struct element *elements[] = {text_element(7, 1, 0), text_element(4, 1, 0), text_element(2, 1, 0),
				      text_element(1, 1, 0)};
	struct galley galley = galley_of(elements, 4);
	galley.tail = 2;
	galley.tail_end = 3;
	struct legs_fill done = fill(&galley, 1, (int[]){9}, 6);

	g_assert_cmpint(done.end, ==, 1);
	g_assert_cmpint(legs_next(&done, 0), ==, 2);
	g_assert_cmpint(legs_next(&done, 2), ==, done.tail_end);
	g_assert_cmpint(done.rows_trimmed, ==, 5);
	g_free(done.choice);
	done = fill(&galley, 2, (int[]){7, 2}, 6);
	g_assert_cmpfloat(done.cost, >=, LEGS_IMPOSSIBLE);
	done = fill(&galley, 1, (int[]){13}, 6);
	g_assert_cmpint(legs_next(&done, 1), ==, 2);
	g_assert_cmpint(done.rows_trimmed, ==, 1);
	g_free(done.choice);
	g_ptr_array_unref(galley.elements);
}

/* A leg wholly under a picture takes no copy and makes no boundary. */
static void test_empty_leg(void)
{
	struct element *elements[] = {text_element(9, 1, 0), text_element(3, 1, 0)};
	struct galley galley = galley_of(elements, 2);
	struct legs_fill done = fill(&galley, 3, (int[]){12, 0, 0}, 0);

	g_assert_cmpfloat(done.cost, ==, 0);
	g_free(done.choice);
	g_ptr_array_unref(galley.elements);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/legs/exact", test_exact);
	g_test_add_func("/legs/a-line-is-stretched", test_a_line_is_stretched);
	g_test_add_func("/legs/no-widow", test_no_widow);
	g_test_add_func("/legs/crosshead-not-at-foot", test_crosshead_not_at_foot);
	g_test_add_func("/legs/crosshead-with-one-line", test_crosshead_with_one_line);
	g_test_add_func("/legs/trim-from-the-foot", test_trim_from_the_foot);
	g_test_add_func("/legs/trim-keeps-what-stands-behind", test_trim_keeps_what_stands_behind);
	g_test_add_func("/legs/empty-leg", test_empty_leg);
	return g_test_run();
}
