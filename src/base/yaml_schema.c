#include <math.h>
#include <string.h>

#include "base/units.h"
#include "base/yaml_tree.h"

#define CLIP_LETTERS 40

/* ---- scalars ---- */

static gboolean text_as_integer(const char *text, int *value)
{
	gint64 wide;

	if (!g_ascii_string_to_signed(text, 10, G_MININT, G_MAXINT, &wide, NULL))
		return FALSE;
	*value = (int)wide;
	return TRUE;
}

/* g_ascii_strtod() also takes hexadecimal, infinities and spaces: those are no
   numbers in copy. */
static gboolean text_starts_number(const char *text, double *value, const char **rest)
{
	char *end;
	gsize digits = strspn(text, "+-0123456789.eE");

	if (digits == 0)
		return FALSE;
	*value = g_ascii_strtod(text, &end);
	*rest = end;
	return end > text && end <= text + digits && isfinite(*value);
}

static gboolean text_as_number(const char *text, double *value)
{
	const char *rest;

	return text_starts_number(text, value, &rest) && *rest == '\0';
}

static gboolean text_as_boolean(const char *text, gboolean *value)
{
	static const char *const yes[] = {"true", "True", "TRUE", "yes", "Yes", "YES", NULL};
	static const char *const no[] = {"false", "False", "FALSE", "no", "No", "NO", NULL};

	*value = g_strv_contains(yes, text);
	return *value || g_strv_contains(no, text);
}

static gboolean text_is_date(const char *text)
{
	static const char shape[] = "0000-00-00";

	if (strlen(text) != strlen(shape))
		return FALSE;
	for (int i = 0; shape[i] != '\0'; i++)
		if (shape[i] == '0' ? !g_ascii_isdigit(text[i]) : text[i] != shape[i])
			return FALSE;
	int year = (int)g_ascii_strtoll(text, NULL, 10);
	int month = (int)g_ascii_strtoll(text + 5, NULL, 10);
	int day = (int)g_ascii_strtoll(text + 8, NULL, 10);
	return month >= 1 && month <= 12 && year >= 1 &&
	       g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static gboolean text_is_time(const char *text)
{
	g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(text, NULL);

	return time != NULL;
}

static int word_index(const char *text, const char *const *words)
{
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], text) == 0)
			return i;
	return -1;
}

/* ---- checking ---- */

struct checking {
	const struct yaml_codes *codes;
	struct diag *diag;
	gboolean light; /* inside a key whose default can stand for it */
};

static const char *ending(const struct checking *checking)
{
	return checking->light ? "; it is passed over" : "";
}

static const char *name_of(const struct yaml_node *node)
{
	return node->key == NULL ? "this value" : node->key;
}

static char *clipped(const char *text)
{
	if (g_utf8_strlen(text, -1) <= CLIP_LETTERS)
		return g_strdup(text);
	g_autofree char *start = g_utf8_substring(text, 0, CLIP_LETTERS);
	return g_strconcat(start, "…", NULL);
}

static gboolean wrong(const struct checking *checking, const struct yaml_node *node, const char *wanted)
{
	g_autofree char *text = node->kind == YAML_SCALAR ? clipped(node->text) : NULL;

	if (node->kind == YAML_SCALAR)
		diag_add(checking->diag, checking->codes->wrong_value, node->place, "%s: '%s' is not %s%s",
			 name_of(node), text, wanted, ending(checking));
	else
		diag_add(checking->diag, checking->codes->wrong_value, node->place,
			 "%s: %s where %s is wanted%s", name_of(node),
			 node->kind == YAML_LIST ? "a list" : "a map", wanted, ending(checking));
	return FALSE;
}

static gboolean check_word(const struct checking *checking, const struct yaml_node *node,
			   const char *const *words)
{
	g_autofree char *all = g_strjoinv(", ", (char **)words);
	g_autofree char *text = NULL;
	const char *nearest;

	if (node->kind != YAML_SCALAR)
		return wrong(checking, node, "one word");
	if (word_index(node->text, words) >= 0)
		return TRUE;
	text = clipped(node->text);
	nearest = diag_nearest(node->text, words);
	diag_add(checking->diag, checking->codes->wrong_value, node->place,
		 "%s: '%s' is not one of %s%s%s%s%s", name_of(node), text, all, ending(checking),
		 nearest == NULL ? "" : "; did you mean '", nearest == NULL ? "" : nearest,
		 nearest == NULL ? "" : "'?");
	return FALSE;
}

static gboolean check_scalar(const struct checking *checking, const struct yaml_node *node,
			     enum schema_type type)
{
	gboolean scalar = node->kind == YAML_SCALAR, flag;
	int whole;
	double number;

	switch (type) {
	case SCHEMA_INTEGER:
		return (scalar && text_as_integer(node->text, &whole)) ||
		       wrong(checking, node, "a whole number");
	case SCHEMA_NUMBER:
		return (scalar && text_as_number(node->text, &number)) || wrong(checking, node, "a number");
	case SCHEMA_BOOLEAN:
		return (scalar && text_as_boolean(node->text, &flag)) ||
		       wrong(checking, node, "true or false");
	case SCHEMA_DATE:
		return (scalar && text_is_date(node->text)) ||
		       wrong(checking, node, "a day of the calendar; write it as 2026-11-22");
	case SCHEMA_TIME:
		return (scalar && text_is_time(node->text)) ||
		       wrong(checking, node, "a time with its offset; write it as 2026-11-22T05:00:00+07:00");
	default:
		return scalar || wrong(checking, node, "text");
	}
}

static gboolean check_map(const struct checking *checking, const struct yaml_node *map,
			  const struct schema_key *schema);

static gboolean check_list(const struct checking *checking, const struct yaml_node *list,
			   const struct schema_key *inside)
{
	gboolean fine = TRUE;

	if (list->kind != YAML_LIST)
		return wrong(checking, list, "a list");
	for (guint i = 0; i < list->nodes->len; i++)
		fine &= check_map(checking, g_ptr_array_index(list->nodes, i), inside);
	return fine;
}

static gboolean check_scalars(const struct checking *checking, const struct yaml_node *node,
			      enum schema_type type)
{
	gboolean fine = TRUE;

	if (node->kind == YAML_MAP || (node->kind == YAML_SCALAR && type == SCHEMA_NUMBER))
		return wrong(checking, node, "a list");
	if (node->kind == YAML_SCALAR)
		return TRUE;
	for (guint i = 0; i < node->nodes->len; i++)
		fine &= check_scalar(checking, g_ptr_array_index(node->nodes, i), type);
	return fine;
}

static gboolean check_value(const struct checking *checking, const struct yaml_node *node,
			    const struct schema_key *key)
{
	switch (key->type) {
	case SCHEMA_ANY:
		return TRUE;
	case SCHEMA_WORD:
		return check_word(checking, node, key->words);
	case SCHEMA_TEXTS:
		return check_scalars(checking, node, SCHEMA_TEXT);
	case SCHEMA_NUMBERS:
		return check_scalars(checking, node, SCHEMA_NUMBER);
	case SCHEMA_MAP:
		return check_map(checking, node, key->inside);
	case SCHEMA_LIST:
		return check_list(checking, node, key->inside);
	default:
		return check_scalar(checking, node, key->type);
	}
}

static const struct schema_key *key_of(const struct schema_key *schema, const char *name)
{
	for (; schema->name != NULL; schema++)
		if (strcmp(schema->name, name) == 0)
			return schema;
	return NULL;
}

static void tell_unknown(const struct checking *checking, const struct yaml_node *node,
			 const struct schema_key *schema)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const char *nearest;

	for (; schema->name != NULL; schema++)
		g_ptr_array_add(names, (gpointer)schema->name);
	g_ptr_array_add(names, NULL);
	nearest = diag_nearest(node->key, (const char *const *)names->pdata);
	if (nearest != NULL)
		diag_add(checking->diag, checking->codes->unknown_key, node->key_place,
			 "unknown key '%s', did you mean '%s'?", node->key, nearest);
	else
		diag_add(checking->diag, checking->codes->unknown_key, node->key_place,
			 "unknown key '%s': it is passed over, take it away", node->key);
}

/* An empty value says no more than an absent key. */
static gboolean is_empty(const struct yaml_node *node)
{
	return node->kind == YAML_SCALAR ? *node->text == '\0' : node->nodes->len == 0;
}

static gboolean check_entry(const struct checking *checking, const struct yaml_node *node,
			    const struct schema_key *schema)
{
	const struct schema_key *key = key_of(schema, node->key);
	struct checking inside = *checking;

	if (key == NULL) {
		tell_unknown(checking, node, schema);
		return TRUE;
	}
	if (node->null)
		return TRUE;
	if ((key->flags & SCHEMA_NOT_SET_YET) && !is_empty(node))
		diag_add(checking->diag, DIAG_KEY_NOT_SET_YET, node->key_place, "not set yet: %s", node->key);
	inside.light |= (key->flags & SCHEMA_LIGHT) != 0;
	return check_value(&inside, node, key) || inside.light;
}

static gboolean check_map(const struct checking *checking, const struct yaml_node *map,
			  const struct schema_key *schema)
{
	gboolean fine = TRUE;

	if (map->kind != YAML_MAP)
		return wrong(checking, map, "a map ('key: value')");
	for (guint i = 0; i < map->nodes->len; i++)
		fine &= check_entry(checking, g_ptr_array_index(map->nodes, i), schema);
	for (; schema->name != NULL; schema++) {
		const struct yaml_node *node = yaml_get(map, schema->name);
		if (!(schema->flags & SCHEMA_REQUIRED) || (node != NULL && !node->null))
			continue;
		diag_add(checking->diag, checking->codes->missing_key,
			 node == NULL ? map->place : node->place, "'%s' is missing: add '%s:'", schema->name,
			 schema->name);
		fine = FALSE;
	}
	return fine;
}

gboolean schema_check(const struct yaml_node *map, const struct schema_key *schema,
		      const struct yaml_codes *codes, struct diag *diag)
{
	struct checking checking = {.codes = codes, .diag = diag};

	return check_map(&checking, map, schema);
}

/* ---- readers ---- */

static const char *scalar_text(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *node = yaml_get(map, key);

	return node == NULL || node->null || node->kind != YAML_SCALAR ? NULL : node->text;
}

const char *yaml_text(const struct yaml_node *map, const char *key, const char *fallback)
{
	const char *text = scalar_text(map, key);

	return text == NULL ? fallback : text;
}

int yaml_integer(const struct yaml_node *map, const char *key, int fallback)
{
	const char *text = scalar_text(map, key);
	int value;

	return text != NULL && text_as_integer(text, &value) ? value : fallback;
}

double yaml_number(const struct yaml_node *map, const char *key, double fallback)
{
	const char *text = scalar_text(map, key);
	double value;

	return text != NULL && text_as_number(text, &value) ? value : fallback;
}

gboolean yaml_boolean(const struct yaml_node *map, const char *key, gboolean fallback)
{
	const char *text = scalar_text(map, key);
	gboolean value;

	return text != NULL && text_as_boolean(text, &value) ? value : fallback;
}

int yaml_word(const struct yaml_node *map, const char *key, const char *const *words, int fallback)
{
	const char *text = scalar_text(map, key);
	int index = text == NULL ? -1 : word_index(text, words);

	return index < 0 ? fallback : index;
}

gboolean yaml_length(const struct yaml_node *node, int32_t row, int32_t *length)
{
	const char *unit;
	double number, pt;

	if (node == NULL || node->kind != YAML_SCALAR || !text_starts_number(node->text, &number, &unit))
		return FALSE;
	if (strcmp(unit, "mm") == 0)
		pt = number * 72.0 / 25.4;
	else if (strcmp(unit, "pt") == 0)
		pt = number;
	else if ((strcmp(unit, "rows") == 0 || strcmp(unit, "row") == 0) && row > 0)
		pt = number * fix_to_pt(row);
	else if (*unit == '\0' && number == 0)
		pt = 0;
	else
		return FALSE;
	if (fabs(pt) * FIX_PT >= FIX_MAX)
		return FALSE;
	*length = fix_from_pt(pt);
	return TRUE;
}
