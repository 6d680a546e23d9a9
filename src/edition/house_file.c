#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "edition/loading.h"

#define HOUSE_FILE_BYTES ((gsize)16 * 1024 * 1024)

const struct yaml_codes house_file_codes = {
	.syntax = DIAG_YAML_SYNTAX,
	.unknown_key = DIAG_KEY_UNKNOWN,
	.duplicate_key = DIAG_KEY_DUPLICATE,
	.missing_key = DIAG_KEY_MISSING,
	.wrong_value = DIAG_VALUE_WRONG,
};

/* ---- the schemas ---- */

static const char *const languages[] = {"en", "vi", NULL};
static const char *const starts[] = {"flow", "page", NULL};
static const char *const section_kinds[] = {"news", "sponsored", NULL};
static const char *const typographies[] = {"house", "as-written", NULL};
static const char *const front_page_words[] = {"error", "warning", "allowed", NULL};
static const char *const over_words[] = {"note", "warning", "error", NULL};
static const char *const corners[] = {"top-left", "top-right", "bottom-left", "bottom-right", NULL};

static const struct schema_key section_schema[] = {
	{.name = "name", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "subsections", .type = SCHEMA_TEXTS},
	{.name = "start", .type = SCHEMA_WORD, .words = starts},
	{.name = "kind", .type = SCHEMA_WORD, .words = section_kinds},
	{.name = NULL},
};

static const struct schema_key imprint_schema[] = {
	{.name = "publisher", .type = SCHEMA_TEXT},
	{.name = "licence", .type = SCHEMA_TEXT},
	{.name = "editor", .type = SCHEMA_TEXT},
	{.name = "address", .type = SCHEMA_TEXT},
	{.name = "phone", .type = SCHEMA_TEXT},
	{.name = "email", .type = SCHEMA_TEXT},
	{.name = NULL},
};

static const struct schema_key ad_share_schema[] = {
	{.name = "max", .type = SCHEMA_TEXT},
	{.name = "over", .type = SCHEMA_WORD, .words = over_words},
	{.name = NULL},
};

static const struct schema_key rules_schema[] = {
	{.name = "front_page_ads", .type = SCHEMA_WORD, .words = front_page_words},
	{.name = "ad_share", .type = SCHEMA_MAP, .inside = ad_share_schema},
	{.name = "ad_mark", .type = SCHEMA_TEXT},
	{.name = NULL},
};

static const struct schema_key filler_schema[] = {
	{.name = "id", .type = SCHEMA_TEXT},
	{.name = "file", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "size", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "alt", .type = SCHEMA_TEXT},
	{.name = "url", .type = SCHEMA_TEXT},
	{.name = NULL},
};

static const struct schema_key ad_schema[] = {
	{.name = "id", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "file", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "size", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "page", .type = SCHEMA_TEXT},
	{.name = "section", .type = SCHEMA_TEXT},
	{.name = "zone", .type = SCHEMA_TEXT},
	{.name = "at", .type = SCHEMA_WORD, .words = corners},
	{.name = "alt", .type = SCHEMA_TEXT},
	{.name = "url", .type = SCHEMA_TEXT},
	{.name = "label", .type = SCHEMA_TEXT},
	{.name = NULL},
};

static const struct schema_key number_schema[] = {
	{.name = "number", .type = SCHEMA_INTEGER},
	{.name = "name", .type = SCHEMA_TEXT},
	{.name = NULL},
};

static const char *const supplement_kinds[] = {"editorial", "sponsored", NULL};

static const struct schema_key supplement_schema[] = {
	{.name = "id", .type = SCHEMA_TEXT},
	{.name = "name", .type = SCHEMA_TEXT},
	{.name = "folder", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "layout", .type = SCHEMA_TEXT},
	{.name = "language", .type = SCHEMA_WORD, .words = languages},
	{.name = "numbering", .type = SCHEMA_TEXT},
	{.name = "after", .type = SCHEMA_TEXT},
	{.name = "pages", .type = SCHEMA_ANY},
	{.name = "kind", .type = SCHEMA_WORD, .words = supplement_kinds},
	{.name = NULL},
};

/* paper.yaml; edition.yaml may hold all of these too. */
#define HOUSE_KEYS                                                                                           \
	{.name = "name", .type = SCHEMA_TEXT},                                                               \
		{.name = "language", .type = SCHEMA_WORD, .words = languages},                               \
		{.name = "layout", .type = SCHEMA_TEXT}, {.name = "issue", .type = SCHEMA_ANY},              \
		{.name = "sections", .type = SCHEMA_LIST, .inside = section_schema},                         \
		{.name = "imprint", .type = SCHEMA_MAP, .inside = imprint_schema},                           \
		{.name = "typography", .type = SCHEMA_WORD, .words = typographies},                          \
		{.name = "rules", .type = SCHEMA_MAP, .inside = rules_schema},                               \
		{.name = "fillers", .type = SCHEMA_LIST, .inside = filler_schema},                           \
		{.name = "supplements", .type = SCHEMA_LIST, .inside = supplement_schema},                   \
		{.name = "date_lines", .type = SCHEMA_TEXTS, .flags = SCHEMA_NOT_SET_YET},                   \
	{                                                                                                    \
		.name = "pages", .type = SCHEMA_ANY                                                          \
	}

static const struct schema_key paper_schema[] = {HOUSE_KEYS, {.name = NULL}};

static const struct schema_key edition_schema[] = {
	HOUSE_KEYS,
	{.name = "date", .type = SCHEMA_DATE},
	{.name = "edition", .type = SCHEMA_MAP, .inside = number_schema},
	{.name = "release", .type = SCHEMA_TIME},
	{.name = "stories", .type = SCHEMA_ANY},
	{.name = "ads", .type = SCHEMA_LIST, .inside = ad_schema},
	{.name = "plan", .type = SCHEMA_ANY},
	{.name = NULL},
};

/* ---- reading ---- */

static gboolean unreadable(struct loading *loading, const char *file, const GError *error)
{
	struct place place = place_in(file, 0, 0);

	if (intake_fault_of(error) == INTAKE_ESCAPES)
		diag_add(loading->diag, DIAG_PATH_ESCAPES, place,
			 "the file is a link that leads out of its folder: put the file itself there");
	else if (intake_fault_of(error) == INTAKE_UNFIT)
		diag_add(loading->diag, DIAG_FILE_UNFIT, place, "%s: put a plain file of text there",
			 error->message);
	else
		diag_add(loading->diag, DIAG_FILE_UNREADABLE, place, "%s: mend the file and its permissions",
			 error->message);
	return FALSE;
}

/* TRUE with *root NULL when the file is not there. */
static gboolean tree_read(struct loading *loading, const char *file, const struct schema_key *schema,
			  struct yaml_node **root)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = intake_read(loading, file, HOUSE_FILE_BYTES, &error);
	const char *text;
	gsize length;

	if (bytes == NULL)
		return intake_fault_of(error) == INTAKE_MISSING || unreadable(loading, file, error);
	text = g_bytes_get_data(bytes, &length);
	*root = yaml_read(file, text == NULL ? "" : text, length, 0, &house_file_codes, loading->diag);
	if (*root == NULL)
		return FALSE;
	schema_check(*root, schema, &house_file_codes, loading->diag);
	return TRUE;
}

/* The nearest folder above `path` with a paper.yaml in it. */
static void house_find(struct loading *loading, const char *path)
{
	g_autofree char *at = g_path_get_dirname(path);
	g_autoptr(GString) prefix = g_string_new("../");

	for (;;) {
		struct folder *folder = folder_open(at, NULL);
		g_autofree char *above = g_path_get_dirname(at);
		g_autofree char *file = g_build_filename(at, "paper.yaml", NULL);

		if (folder != NULL && g_file_test(file, G_FILE_TEST_EXISTS)) {
			loading->edition->house_folder = folder;
			loading->edition->house_prefix = g_strdup(prefix->str);
			return;
		}
		folder_close(folder);
		if (strcmp(above, at) == 0)
			return;
		g_string_append(prefix, "../");
		g_free(at);
		at = g_steal_pointer(&above);
	}
}

gboolean house_file_read(struct loading *loading, const char *path)
{
	struct house *house = &loading->house;
	gboolean fine = TRUE;

	house->edition_file = g_intern_static_string("edition.yaml");
	house_find(loading, path);
	if (loading->edition->house_folder != NULL) {
		g_autofree char *file = g_strconcat(loading->edition->house_prefix, "paper.yaml", NULL);
		house->paper_file = g_intern_string(file);
		fine = tree_read(loading, file, paper_schema, &house->paper);
	}
	fine &= tree_read(loading, house->edition_file, edition_schema, &house->edition);
	if (fine && house->paper == NULL && house->edition == NULL) {
		diag_add(loading->diag, DIAG_FILE_MISSING, place_in("edition.yaml", 0, 0),
			 "the folder has no edition.yaml, and no paper.yaml lies above it: add one of them");
		return FALSE;
	}
	return fine;
}

void house_file_forget(struct house *house)
{
	yaml_node_free(house->paper);
	yaml_node_free(house->edition);
	house->paper = house->edition = NULL;
}

/* ---- asking ---- */

static const struct yaml_node *value_in(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *node = yaml_get(map, key);

	return node == NULL || node->null ? NULL : node;
}

const struct yaml_node *house_file_value(const struct house *house, const char *key)
{
	const struct yaml_node *node = value_in(house->edition, key);

	return node == NULL ? value_in(house->paper, key) : node;
}

const struct yaml_node *house_file_inner(const struct house *house, const char *map, const char *key)
{
	const struct yaml_node *node = value_in(value_in(house->edition, map), key);

	return node == NULL ? value_in(value_in(house->paper, map), key) : node;
}

const char *house_file_text(const struct yaml_node *node)
{
	return node == NULL || node->kind != YAML_SCALAR || node->null ? NULL : node->text;
}
