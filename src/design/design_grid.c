#include "design/design.h"

fix design_column_width(const struct design *design, int columns_on_page)
{
	fix live = design->page_width - design->margin_left - design->margin_right;

	return (live - (columns_on_page - 1) * design->gutter) / columns_on_page;
}

/* Edges are parts of the whole width, so that rounding never adds up and the last
   column ends at the margin. */
static fix column_edge(const struct design *design, int columns_on_page, int column)
{
	fix live = design->page_width - design->margin_left - design->margin_right;

	return design->margin_left + fix_scale(live + design->gutter, column, columns_on_page);
}

fix design_column_x(const struct design *design, int columns_on_page, int column)
{
	return column_edge(design, columns_on_page, column);
}

fix design_measure(const struct design *design, int columns_on_page, int span)
{
	return design_column_width(design, columns_on_page) * span + design->gutter * (span - 1);
}

fix design_row_y(const struct design *design, int row)
{
	return design->margin_top + (design->furniture_rows + row) * design->leading;
}

int template_row(const struct page_template *template_, int line, int rows)
{
	return line * rows / template_->map_lines;
}
