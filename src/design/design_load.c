#include <string.h>

#include "base/folder.h"
#include "design/design_reader.h"

#define FILE_MOST (1024 * 1024)

/* ---- layout.yaml ---- */

static const struct schema_key cost_keys[] = {
#define COST(name, fallback, sentence) {#name, SCHEMA_NUMBER, 0, NULL, NULL},
#include "design/design_costs.def"
#undef COST
	{0},
};

static gboolean layout_check(const struct design_reader *reader, const struct yaml_node *layout)
{
	const struct schema_key keys[] = {
		{"page", SCHEMA_MAP, SCHEMA_REQUIRED, NULL, design_page_keys},
		{"margins", SCHEMA_MAP, SCHEMA_REQUIRED, NULL, design_margin_keys},
		{"grid", SCHEMA_MAP, SCHEMA_REQUIRED, NULL, design_grid_keys},
		{"rules", SCHEMA_MAP, 0, NULL, design_rule_keys},
		{"colours", SCHEMA_MAP, 0, NULL, design_colour_keys},
		{"photos", SCHEMA_MAP, 0, NULL, design_photo_keys},
		{"headlines", SCHEMA_LIST, SCHEMA_REQUIRED, NULL, design_headline_keys},
		{"briefs", SCHEMA_MAP, SCHEMA_REQUIRED, NULL, design_brief_keys},
		{"styles", SCHEMA_MAP, SCHEMA_REQUIRED, NULL, design_style_keys()},
		{"costs", SCHEMA_MAP, 0, NULL, cost_keys},
		{0},
	};

	return schema_check(layout, keys, &design_codes, reader->diag);
}

static double cost_read(struct design_reader *reader, const struct yaml_node *costs, const char *name,
			double fallback)
{
	double cost = yaml_number(costs, name, fallback);

	if (cost >= 0)
		return cost;
	design_refuse(reader, yaml_get(costs, name)->place, "%s: a cost may not be less than 0", name);
	return fallback;
}

static void costs_read(struct design_reader *reader, const struct yaml_node *layout)
{
	const struct yaml_node *costs = yaml_get(layout, "costs");

#define COST(name, fallback, sentence) reader->design->costs.name = cost_read(reader, costs, #name, fallback);
#include "design/design_costs.def"
#undef COST
}

static void layout_read(struct design_reader *reader, const struct yaml_node *layout)
{
	if (!layout_check(reader, layout)) {
		reader->failed = TRUE;
		return;
	}
	design_read_page(reader, layout);
	design_read_ladder(reader, layout);
	design_read_styles(reader, layout);
	costs_read(reader, layout);
}

/* ---- the three files ---- */

struct layout_folder {
	struct folder *folder;
	const char *path;
	GChecksum *checksum;
};

static void file_read(struct design_reader *reader, const struct layout_folder *layout, const char *name,
		      void (*read)(struct design_reader *, const struct yaml_node *))
{
	g_autofree char *file = g_build_filename(layout->path, name, NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = folder_read(layout->folder, name, FILE_MOST, &error);
	gsize length;

	reader->file = g_intern_string(file);
	if (!bytes) {
		diag_add(reader->diag, DIAG_LAYOUT_MISSING, place_in(file, 0, 0),
			 "the layout's %s cannot be read (%s): copy it from another layout", name,
			 error->message);
		reader->failed = TRUE;
		return;
	}
	g_autofree char *source = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));

	length = g_bytes_get_size(bytes);
	g_checksum_update(layout->checksum, (const guchar *)name, (gssize)strlen(name) + 1);
	g_checksum_update(layout->checksum, g_bytes_get_data(bytes, NULL), (gssize)length);
	struct yaml_node *tree = yaml_read(file, source, length, 0, &design_codes, reader->diag);

	reader->source = source;
	if (tree)
		read(reader, tree);
	else
		reader->failed = TRUE;
	reader->source = NULL;
	yaml_node_free(tree);
}

static struct design *design_new(const char *name)
{
	struct design *design = g_new0(struct design, 1);

	design->name = g_strdup(name);
	design->headline_ladder = g_array_new(FALSE, FALSE, sizeof(struct ladder_step));
	design->templates = g_ptr_array_new_with_free_func(template_free);
	design->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	design->hyphen_exceptions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return design;
}

void design_free(struct design *design)
{
	if (!design)
		return;
	for (guint i = 0; i < design->headline_ladder->len; i++)
		g_array_unref(g_array_index(design->headline_ladder, struct ladder_step, i).sizes);
	g_clear_pointer(&design->brief_ladder.sizes, g_array_unref);
	g_array_unref(design->headline_ladder);
	g_ptr_array_unref(design->templates);
	g_hash_table_unref(design->words);
	g_hash_table_unref(design->hyphen_exceptions);
	g_strfreev(design->compounds);
	g_clear_pointer(&design->supplements, g_ptr_array_unref);
	g_free(design->name);
	g_free(design);
}

const struct design *design_of_run(const struct design *design, int run)
{
	gboolean is_there = run > 0 && design->supplements != NULL && run <= (int)design->supplements->len;

	return is_there ? design->supplements->pdata[run - 1] : design;
}

static struct folder *sibling_open(const char *path, const char *name)
{
	return *name && *name != '.' && !strchr(name, '/') ? folder_open(path, NULL) : NULL;
}

/* The layout's own words, and below them those of the layout that it names with `like:`. */
static void words_read(struct design_reader *reader, const struct layout_folder *layout)
{
	file_read(reader, layout, "words.yaml", design_read_words);
	if (!reader->words_like)
		return;
	g_autofree char *layouts = g_path_get_dirname(layout->path);
	g_autofree char *path = g_build_filename(layouts, reader->words_like, NULL);
	struct layout_folder other = {.path = path, .checksum = layout->checksum};

	other.folder = sibling_open(path, reader->words_like);
	if (!other.folder) {
		design_refuse(reader, reader->words_like_place,
			      "like: there is no layout '%s' beside this one: name a folder of layouts/",
			      reader->words_like);
		return;
	}
	reader->is_below = TRUE;
	file_read(reader, &other, "words.yaml", design_read_words);
	folder_close(other.folder);
}

static struct design *folder_load(const struct layout_folder *layout, const char *name, struct diag *diag)
{
	struct design_reader reader = {.design = design_new(name), .diag = diag};

	file_read(&reader, layout, "layout.yaml", layout_read);
	if (!reader.failed)
		file_read(&reader, layout, "templates.yaml", design_read_templates);
	words_read(&reader, layout);
	g_free(reader.words_like);
	g_strlcpy(reader.design->sha256, g_checksum_get_string(layout->checksum),
		  sizeof reader.design->sha256);
	if (!reader.failed)
		return reader.design;
	design_free(reader.design);
	return NULL;
}

/* ---- finding the layout ---- */

static gint names_compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *layouts_list(const char *layouts)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GDir) folder = g_dir_open(layouts, 0, NULL);
	const char *name;

	while (folder && (name = g_dir_read_name(folder))) {
		g_autofree char *path = g_build_filename(layouts, name, "layout.yaml", NULL);

		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			g_ptr_array_add(names, g_strdup(name));
	}
	g_ptr_array_sort(names, names_compare);
	g_ptr_array_add(names, NULL);
	return names;
}

static void missing_tell(const char *layouts, const char *name, struct diag *diag)
{
	g_autoptr(GPtrArray) names = layouts_list(layouts);
	g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
	const char *nearest = diag_nearest(name, (const char *const *)names->pdata);

	if (nearest)
		diag_add(diag, DIAG_LAYOUT_MISSING, place_in(layouts, 0, 0),
			 "there is no layout '%s', did you mean '%s'?", name, nearest);
	else
		diag_add(diag, DIAG_LAYOUT_MISSING, place_in(layouts, 0, 0), "there is no layout '%s': %s%s",
			 name,
			 *all ? "there are " : "no layouts are in this folder, name another with --layouts",
			 all);
}

struct design *design_load(const char *layouts, const char *name, struct diag *diag)
{
	g_autofree char *path = g_build_filename(layouts, name, NULL);
	struct layout_folder layout = {.path = path};
	struct design *design;

	layout.folder = sibling_open(path, name);
	if (!layout.folder) {
		missing_tell(layouts, name, diag);
		return NULL;
	}
	layout.checksum = g_checksum_new(G_CHECKSUM_SHA256);
	design = folder_load(&layout, name, diag);
	g_checksum_free(layout.checksum);
	folder_close(layout.folder);
	return design;
}
