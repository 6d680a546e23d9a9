/* templates.yaml: which pages each drawing is for. */
#include <string.h>

#include "design/design_reader.h"

/* In the order of enum template_page, with "inside" where a list of labels would be. */
static const char *const page_words[] = {"first", "last", "left", "right", "section", "inside", NULL};
#define INSIDE (TEMPLATE_LABELS + 1) /* left and right */

static const struct schema_key template_keys[] = {
	{.name = "page", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{.name = "sections", .type = SCHEMA_TEXTS},
	{.name = "columns", .type = SCHEMA_INTEGER},
	{.name = "map", .type = SCHEMA_ANY, .flags = SCHEMA_REQUIRED},
	{.name = "zones", .type = SCHEMA_ANY},
	{0},
};

/* ---- reading ---- */

static void labels_take(GPtrArray *labels, const struct yaml_node *node)
{
	if (node && node->kind == YAML_SCALAR && !node->null)
		g_ptr_array_add(labels, g_strdup(node->text));
	for (guint i = 0; node && node->kind == YAML_LIST && i < node->nodes->len; i++) {
		const struct yaml_node *label = g_ptr_array_index(node->nodes, i);

		if (label->kind == YAML_SCALAR)
			g_ptr_array_add(labels, g_strdup(label->text));
	}
}

/* An enum template_page or INSIDE; -1 after a fault. */
static int page_read(struct design_reader *reader, const struct yaml_node *entry, GPtrArray *labels)
{
	const struct yaml_node *page = yaml_get(entry, "page");
	int word = yaml_word(entry, "page", page_words, -1);

	if (page->kind == YAML_LIST && page->nodes->len > 0) {
		labels_take(labels, page);
		return TEMPLATE_LABELS;
	}
	if (word >= 0)
		return word == TEMPLATE_LABELS ? INSIDE : word;
	const char *text = page->kind == YAML_SCALAR ? page->text : "";
	const char *nearest = diag_nearest(text, page_words);

	design_refuse(reader, page->place,
		      "page: '%s' is not one of first, last, left, right, inside, section or a list of page "
		      "labels, "
		      "as in [7, S1]%s%s%s",
		      text, nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
	return -1;
}

static int columns_read(struct design_reader *reader, const struct yaml_node *entry)
{
	const struct design *design = reader->design;
	int columns = design_integer(reader, entry, "columns", design->columns, 1, DESIGN_COLUMNS_MOST);

	if (design_column_width(design, columns) >= fix_from_mm(DESIGN_COLUMN_LEAST_MM))
		return columns;
	design_refuse(reader, yaml_get(entry, "columns")->place,
		      "columns: %d columns of '%s' are narrower than %d mm: take fewer", columns, entry->key,
		      DESIGN_COLUMN_LEAST_MM);
	return design->columns;
}

static struct page_template *template_copy(const struct page_template *from, enum template_page page)
{
	struct page_template *copy = g_memdup2(from, sizeof *from);

	copy->page = page;
	copy->name = g_strdup(from->name);
	copy->map = g_strdup(from->map);
	copy->labels = g_ptr_array_new_with_free_func(g_free);
	copy->zones = g_array_copy(from->zones);
	for (guint i = 0; i < copy->zones->len; i++) {
		struct zone *zone = &g_array_index(copy->zones, struct zone, i);

		zone->what = g_strdup(zone->what);
	}
	return copy;
}

static void sections_read(struct design_reader *reader, const struct yaml_node *entry,
			  struct page_template *template_)
{
	const struct yaml_node *sections = yaml_get(entry, "sections");

	if (!sections || sections->null)
		return;
	if (template_->page == TEMPLATE_SECTION)
		labels_take(template_->labels, sections);
	else
		design_refuse(
			reader, sections->key_place,
			"sections: '%s' is not for sections: write 'page: section' or take this line out",
			entry->key);
}

static void template_read(struct design_reader *reader, const struct yaml_node *entry)
{
	struct page_template *template_ = g_new0(struct page_template, 1);
	GPtrArray *templates = reader->design->templates;

	template_->name = g_strdup(entry->key);
	template_->place = entry->key_place;
	template_->labels = g_ptr_array_new_with_free_func(g_free);
	template_->zones = g_array_new(FALSE, FALSE, sizeof(struct zone));
	g_ptr_array_add(templates, template_);
	if (!schema_check(entry, template_keys, &design_codes, reader->diag)) {
		reader->failed = TRUE;
		return;
	}
	int page = page_read(reader, entry, template_->labels);

	template_->page = page == INSIDE ? TEMPLATE_LEFT : (enum template_page)MAX(page, 0);
	template_->columns = columns_read(reader, entry);
	sections_read(reader, entry, template_);
	template_draw(reader, entry, template_);
	if (page == INSIDE)
		g_ptr_array_add(templates, template_copy(template_, TEMPLATE_RIGHT));
}

/* ---- bands ---- */

/* Every line of the drawing is open or one zone from edge to edge: it says the same on a page of any number
   of columns. */
static gboolean is_in_bands(const struct page_template *template_)
{
	for (int i = 0; i < template_->map_lines * template_->columns; i++)
		if (template_->map[i] != template_->map[i - i % template_->columns])
			return FALSE;
	return TRUE;
}

static struct page_template *template_in_columns(const struct page_template *from, int columns)
{
	struct page_template *bands = template_copy(from, from->page);
	GString *map = g_string_new(NULL);

	for (int line = 0; line < from->map_lines; line++)
		for (int column = 0; column < columns; column++)
			g_string_append_c(map, from->map[line * from->columns]);
	g_free(bands->map);
	bands->map = g_string_free(map, FALSE);
	bands->columns = columns;
	for (guint i = 0; i < bands->zones->len; i++)
		g_array_index(bands->zones, struct zone, i).columns = columns;
	for (guint i = 0; i < from->labels->len; i++)
		g_ptr_array_add(bands->labels, g_strdup(g_ptr_array_index(from->labels, i)));
	return bands;
}

/* A section of wider columns may end the paper: the imprint stands there all the same. */
static void bands_add(struct design *design, int columns)
{
	for (guint i = 0, count = design->templates->len; i < count; i++) {
		const struct page_template *template_ = g_ptr_array_index(design->templates, i);

		if (template_->columns == design->columns && is_in_bands(template_))
			g_ptr_array_add(design->templates, template_in_columns(template_, columns));
	}
}

static void bands_add_for_sections(struct design *design)
{
	gboolean has[DESIGN_COLUMNS_MOST + 1] = {FALSE};

	for (guint i = 0; i < design->templates->len; i++)
		has[((const struct page_template *)g_ptr_array_index(design->templates, i))->columns] = TRUE;
	for (int columns = 1; columns <= DESIGN_COLUMNS_MOST; columns++)
		if (has[columns] && columns != design->columns)
			bands_add(design, columns);
}

/* ---- all ---- */

static const struct page_template *template_of_kind(const struct design *design, enum template_page page)
{
	for (guint i = 0; i < design->templates->len; i++) {
		const struct page_template *template_ = g_ptr_array_index(design->templates, i);

		if (template_->page == page)
			return template_;
	}
	return NULL;
}

static void coverage_check(struct design_reader *reader, const struct yaml_node *templates)
{
	static const struct {
		enum template_page page;
		const char *pages, *word;
	} needed[] = {{TEMPLATE_FIRST, "the first page", "first"},
		      {TEMPLATE_LEFT, "left-hand pages", "inside"},
		      {TEMPLATE_RIGHT, "right-hand pages", "inside"}};

	for (gsize i = 0; i < G_N_ELEMENTS(needed); i++)
		if (!template_of_kind(reader->design, needed[i].page))
			design_refuse(reader, templates->place,
				      "no template is for %s: add one with 'page: %s'", needed[i].pages,
				      needed[i].word);
}

void design_read_templates(struct design_reader *reader, const struct yaml_node *templates)
{
	if (templates->kind != YAML_MAP) {
		design_refuse(reader, templates->place,
			      "templates are a map: write 'NAME:' and its page below it");
		return;
	}
	for (guint i = 0; i < templates->nodes->len; i++)
		template_read(reader, g_ptr_array_index(templates->nodes, i));
	if (!reader->failed)
		coverage_check(reader, templates);
	if (!reader->failed)
		bands_add_for_sections(reader->design);
}

/* ---- choosing ---- */

static gboolean template_has(const struct page_template *template_, int columns)
{
	return columns == 0 || template_->columns == columns;
}

const struct page_template *design_template_named(const struct design *design, const char *name, int columns)
{
	for (guint i = 0; i < design->templates->len; i++) {
		const struct page_template *template_ = g_ptr_array_index(design->templates, i);

		if (strcmp(template_->name, name) == 0 && template_has(template_, columns))
			return template_;
	}
	return NULL;
}

static gboolean labels_hold(const GPtrArray *labels, const char *label)
{
	for (guint i = 0; label && i < labels->len; i++)
		if (strcmp(g_ptr_array_index(labels, i), label) == 0)
			return TRUE;
	return FALSE;
}

/* How closely a template is meant for the page; 0 when it is not. */
static int template_closeness(const struct page_template *template_, const struct page_position *position)
{
	switch (template_->page) {
	case TEMPLATE_LABELS:
		return labels_hold(template_->labels, position->label) ? 6 : 0;
	case TEMPLATE_FIRST:
		return position->number == 1 ? 5 : 0;
	case TEMPLATE_LAST:
		return position->is_last ? 4 : 0;
	case TEMPLATE_SECTION:
		if (template_->labels->len > 0)
			return labels_hold(template_->labels, position->section) ? 3 : 0;
		return position->opens_section ? 2 : 0;
	case TEMPLATE_LEFT:
		return position->number % 2 == 0;
	case TEMPLATE_RIGHT:
		return position->number % 2 == 1;
	}
	return 0;
}

const struct page_template *design_template_for(const struct design *design,
						const struct page_position *position)
{
	const struct page_template *closest = NULL;
	int most = 0;

	for (guint i = 0; i < design->templates->len; i++) {
		const struct page_template *template_ = g_ptr_array_index(design->templates, i);
		int closeness = template_closeness(template_, position);

		if (closeness > most && template_has(template_, position->columns)) {
			most = closeness;
			closest = template_;
		}
	}
	return closest;
}
