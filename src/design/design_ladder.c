/* Which sizes a headline may have across so many columns. */
#include "design/design_reader.h"

const struct schema_key design_headline_keys[] = {
	{.name = "columns", .type = SCHEMA_INTEGER, .flags = SCHEMA_REQUIRED},
	{.name = "lines", .type = SCHEMA_NUMBERS, .flags = SCHEMA_REQUIRED},
	{.name = "sizes", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{0},
};
const struct schema_key design_brief_keys[] = {
	{.name = "lines", .type = SCHEMA_NUMBERS, .flags = SCHEMA_REQUIRED},
	{.name = "sizes", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{0},
};

#define LINES_MOST   8
#define SIZE_MOST_PT 300

static gboolean size_fits(const GArray *sizes, fix size)
{
	gboolean smaller = sizes->len == 0 || size < g_array_index(sizes, fix, sizes->len - 1);

	return smaller && size >= FIX_PT && size <= SIZE_MOST_PT * FIX_PT;
}

static GArray *read_step_sizes(struct design_reader *reader, const struct yaml_node *list)
{
	GArray *sizes = g_array_new(FALSE, FALSE, sizeof(fix));

	if (list->kind != YAML_LIST || list->nodes->len == 0)
		design_refuse(reader, list->place, "sizes: give a list of lengths, as in [24pt, 22pt, 20pt]");
	for (guint i = 0; list->kind == YAML_LIST && i < list->nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(list->nodes, i);
		fix size;

		if (!yaml_length(node, 0, &size)) {
			design_refuse(reader, node->place, "sizes: '%s' is no length: write it as 24pt",
				      node->kind == YAML_SCALAR ? node->text : "a list");
			break;
		}
		if (!size_fits(sizes, size)) {
			design_refuse(
				reader, node->place,
				"sizes: %s is out of order or range: write the largest first, each once, "
				"from 1pt to %dpt",
				node->text, SIZE_MOST_PT);
			break;
		}
		g_array_append_val(sizes, size);
	}
	return sizes;
}

static struct ladder_step read_step(struct design_reader *reader, const struct yaml_node *entry)
{
	struct ladder_step step = {.lines_min = 1, .lines_max = 1};
	const struct yaml_node *lines = yaml_get(entry, "lines");
	int low, high;

	if (design_pair(reader, entry, "lines", 1, &low, &high)) {
		step.lines_min = low / 1000;
		step.lines_max = high / 1000;
		if (low % 1000 || high % 1000 || step.lines_max > LINES_MOST)
			design_refuse(reader, lines->place, "lines: give two whole numbers from 1 to %d",
				      LINES_MOST);
	}
	step.sizes = read_step_sizes(reader, yaml_get(entry, "sizes"));
	return step;
}

static void read_news_step(struct design_reader *reader, const struct yaml_node *entry)
{
	struct design *design = reader->design;
	GArray *ladder = design->headline_ladder;
	struct ladder_step step = read_step(reader, entry);
	int before = ladder->len ? g_array_index(ladder, struct ladder_step, ladder->len - 1).columns : 0;

	step.columns = design_integer(reader, entry, "columns", before + 1, 1, DESIGN_COLUMNS_MOST);
	if (step.columns != before + 1)
		design_refuse(reader, yaml_get(entry, "columns")->place,
			      "headlines for %d columns follow those for %d: give a step for every number of "
			      "columns, from 1 on",
			      step.columns, before);
	g_array_append_val(ladder, step);
}

void design_read_ladder(struct design_reader *reader, const struct yaml_node *layout)
{
	const struct yaml_node *steps = yaml_get(layout, "headlines");

	for (guint i = 0; i < steps->nodes->len; i++)
		read_news_step(reader, g_ptr_array_index(steps->nodes, i));
	if ((int)reader->design->headline_ladder->len < reader->design->columns)
		design_refuse(
			reader, steps->place,
			"headlines: there are steps for %u columns, the page has %d: add the missing ones",
			reader->design->headline_ladder->len, reader->design->columns);
	reader->design->brief_ladder = read_step(reader, yaml_get(layout, "briefs"));
}
