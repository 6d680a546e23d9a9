/* Columns and rows lie where a ruler would find them. */
#include "design/design.h"

static struct design tabloid(void)
{
	return (struct design){.page_width = fix_from_mm(280),
			       .page_height = fix_from_mm(400),
			       .margin_top = fix_from_mm(20),
			       .margin_left = fix_from_mm(12),
			       .margin_right = fix_from_mm(12),
			       .gutter = fix_from_mm(4),
			       .leading = fix_from_pt(10.5),
			       .furniture_rows = 4};
}

static void assert_near(fix length, double mm)
{
	g_assert_cmpint(ABS(length - fix_from_mm(mm)), <=, 8); /* 8/1024 pt: 3 micrometres */
}

static void test_columns(void)
{
	struct design design = tabloid();

	assert_near(design_column_width(&design, 5), 48);
	assert_near(design_column_width(&design, 4), 61);
	assert_near(design_column_x(&design, 5, 0), 12);
	assert_near(design_column_x(&design, 5, 3), 12 + 3 * 52);
	assert_near(design_measure(&design, 5, 2), 100);
	assert_near(design_measure(&design, 5, 5), 256);
	assert_near(design_measure(&design, 1, 1), 256);
}

static void test_columns_never_pass_the_margin(void)
{
	struct design design = tabloid();

	for (int columns = 1; columns <= 12; columns++) {
		fix right = design_column_x(&design, columns, columns - 1) +
			    design_column_width(&design, columns);

		g_assert_cmpint(right, <=, design.page_width - design.margin_right + 1);
		assert_near(right, 268);
		for (int i = 1; i < columns; i++)
			g_assert_cmpint(design_column_x(&design, columns, i), >=,
					design_column_x(&design, columns, i - 1) +
						design_measure(&design, columns, 1) + design.gutter);
	}
}

static void test_rows(void)
{
	struct design design = tabloid();

	g_assert_cmpint(design_row_y(&design, 0), ==, design.margin_top + 4 * design.leading);
	g_assert_cmpint(design_row_y(&design, 95) - design_row_y(&design, 0), ==, 95 * design.leading);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/grid/columns", test_columns);
	g_test_add_func("/grid/margin", test_columns_never_pass_the_margin);
	g_test_add_func("/grid/rows", test_rows);
	return g_test_run();
}
