/* Page, margins, grid, rules, colours and pictures of a layout. */
#include "design/design_reader.h"

const struct schema_key design_page_keys[] = {
	{.name = "width", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{.name = "height", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{0},
};
const struct schema_key design_margin_keys[] = {
	{.name = "top", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{.name = "right", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{.name = "bottom", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{.name = "left", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{0},
};
const struct schema_key design_grid_keys[] = {
	{.name = "columns", .type = SCHEMA_INTEGER, .flags = SCHEMA_REQUIRED},
	{.name = "gutter", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{.name = "leading", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{.name = "furniture_rows", .type = SCHEMA_INTEGER},
	{0},
};
const struct schema_key design_rule_keys[] = {
	{.name = "hairline", .type = SCHEMA_ANY},
	{.name = "rule", .type = SCHEMA_ANY},
	{.name = "heavy", .type = SCHEMA_ANY},
	{0},
};
const struct schema_key design_colour_keys[] = {
	{.name = "ink", .type = SCHEMA_TEXT},  {.name = "accent", .type = SCHEMA_TEXT},
	{.name = "tint", .type = SCHEMA_TEXT}, {.name = "sponsored", .type = SCHEMA_TEXT},
	{.name = "rule", .type = SCHEMA_TEXT}, {0},
};
const struct schema_key design_photo_keys[] = {
	{.name = "ppi", .type = SCHEMA_INTEGER},
	{.name = "crop_ratio", .type = SCHEMA_NUMBERS},
	{0},
};

#define PAGE_MOST_MM 2000
#define ROWS_LEAST   20
#define ROWS_MOST    400

static fix positive_length(struct design_reader *reader, const struct yaml_node *map, const char *key,
			   fix most)
{
	const struct yaml_node *node = yaml_get(map, key);
	gboolean failed_before = reader->failed;
	fix length = design_length(reader, map, key, 0);

	if (reader->failed != failed_before || (length > 0 && length <= most))
		return length;
	design_refuse(reader, node ? node->place : map->place, "%s: must be more than 0 and at most %d mm",
		      key, (int)(fix_to_pt(most) * 25.4 / 72 + 0.5));
	return 0;
}

static void read_sizes(struct design_reader *reader, const struct yaml_node *layout)
{
	struct design *design = reader->design;
	const struct yaml_node *page = yaml_get(layout, "page");
	const struct yaml_node *margins = yaml_get(layout, "margins");
	const struct yaml_node *grid = yaml_get(layout, "grid");

	design->page_width = positive_length(reader, page, "width", fix_from_mm(PAGE_MOST_MM));
	design->page_height = positive_length(reader, page, "height", fix_from_mm(PAGE_MOST_MM));
	design->leading = positive_length(reader, grid, "leading", fix_from_mm(50));
	design->margin_top = design_length(reader, margins, "top", 0);
	design->margin_right = design_length(reader, margins, "right", 0);
	design->margin_bottom = design_length(reader, margins, "bottom", 0);
	design->margin_left = design_length(reader, margins, "left", 0);
	design->columns = design_integer(reader, grid, "columns", 1, 1, DESIGN_COLUMNS_MOST);
	design->gutter = design_length(reader, grid, "gutter", 0);
	design->furniture_rows = design_integer(reader, grid, "furniture_rows", 0, 0, ROWS_LEAST);
}

static void check_width(struct design_reader *reader, struct place place)
{
	const struct design *design = reader->design;

	if (design->margin_left < 0 || design->margin_right < 0 || design->gutter < 0)
		design_refuse(reader, place, "margins and gutter may not be less than 0");
	else if (design_column_width(design, design->columns) < fix_from_mm(DESIGN_COLUMN_LEAST_MM))
		design_refuse(reader, place,
			      "%d columns with these margins are narrower than %d mm: take fewer columns or "
			      "smaller margins",
			      design->columns, DESIGN_COLUMN_LEAST_MM);
}

/* The remainder of the height stays at the foot. */
static void count_rows(struct design_reader *reader, struct place place)
{
	struct design *design = reader->design;
	fix height = design->page_height - design->margin_top - design->margin_bottom;
	int rows = height / design->leading;

	design->rows = rows - design->furniture_rows;
	if (design->margin_top < 0 || design->margin_bottom < 0)
		design_refuse(reader, place, "margins may not be less than 0");
	else if (design->rows < ROWS_LEAST || rows > ROWS_MOST)
		design_refuse(
			reader, place,
			"page, margins, leading and furniture leave %d rows for copy: from %d to %d are "
			"possible",
			design->rows, ROWS_LEAST, ROWS_MOST - design->furniture_rows);
}

static void read_rules(struct design_reader *reader, const struct yaml_node *layout)
{
	const struct yaml_node *rules = yaml_get(layout, "rules");

	reader->design->hairline = design_length(reader, rules, "hairline", fix_from_pt(0.25));
	reader->design->rule = design_length(reader, rules, "rule", fix_from_pt(0.5));
	reader->design->heavy_rule = design_length(reader, rules, "heavy", fix_from_pt(2));
}

static void read_colours(struct design_reader *reader, const struct yaml_node *layout)
{
	struct design *design = reader->design;
	const struct yaml_node *colours = yaml_get(layout, "colours");

	design->ink = design_colour(reader, colours, "ink", 0x000000);
	design->accent = design_colour(reader, colours, "accent", design->ink);
	design->tint = design_colour(reader, colours, "tint", 0xf0f0f0);
	design->sponsored_tint = design_colour(reader, colours, "sponsored", design->tint);
	design->rule_colour = design_colour(reader, colours, "rule", design->ink);
}

static void read_photos(struct design_reader *reader, const struct yaml_node *layout)
{
	struct design *design = reader->design;
	const struct yaml_node *photos = yaml_get(layout, "photos");

	design->photo_ppi = design_integer(reader, photos, "ppi", 200, 72, 600);
	design->crop_ratio_min = 500;
	design->crop_ratio_max = 1500;
	design_pair(reader, photos, "crop_ratio", 1, &design->crop_ratio_min, &design->crop_ratio_max);
}

void design_read_page(struct design_reader *reader, const struct yaml_node *layout)
{
	read_sizes(reader, layout);
	if (!reader->failed) {
		check_width(reader, yaml_get(layout, "grid")->place);
		count_rows(reader, yaml_get(layout, "grid")->place);
	}
	read_colours(reader, layout);
	read_rules(reader, layout);
	read_photos(reader, layout);
}
