#include "design/design_reader.h"

#include <string.h>

const struct yaml_codes design_codes = {
	.syntax = DIAG_LAYOUT_SYNTAX,
	.unknown_key = DIAG_LAYOUT_KEY_UNKNOWN,
	.duplicate_key = DIAG_LAYOUT_SYNTAX,
	.missing_key = DIAG_LAYOUT_VALUE,
	.wrong_value = DIAG_LAYOUT_VALUE,
};

void design_refuse(struct design_reader *reader, struct place place, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	diag_add(reader->diag, DIAG_LAYOUT_VALUE, place, "%s", text);
	reader->failed = TRUE;
}

static const struct yaml_node *value_of(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *node = yaml_get(map, key);

	return node && !node->null ? node : NULL;
}

static const char *shown(const struct yaml_node *node)
{
	return node->kind == YAML_SCALAR ? node->text : node->kind == YAML_LIST ? "a list" : "a map";
}

/* ---- lengths ---- */

static gboolean part_of_em(const struct yaml_node *node, fix em, fix *length)
{
	char *end;

	if (node->kind != YAML_SCALAR || !g_str_has_suffix(node->text, "em"))
		return FALSE;
	double part = g_ascii_strtod(node->text, &end);

	if (end == node->text || strcmp(end, "em") != 0 || !(part > -10 && part < 10))
		return FALSE;
	*length = (fix)(em * part);
	return TRUE;
}

fix design_length_em(struct design_reader *reader, const struct yaml_node *map, const char *key, fix em,
		     fix fallback)
{
	const struct yaml_node *node = value_of(map, key);
	fix length;

	if (!node)
		return fallback;
	if (yaml_length(node, reader->design->leading, &length) || (em > 0 && part_of_em(node, em, &length)))
		return length;
	design_refuse(reader, node->place, "%s: '%s' is no length: write a number and its unit, as in %s",
		      key, shown(node), em > 0 ? "0.2pt or 0.02em" : "8.5pt, 12mm or 2rows");
	return fallback;
}

fix design_length(struct design_reader *reader, const struct yaml_node *map, const char *key, fix fallback)
{
	return design_length_em(reader, map, key, 0, fallback);
}

/* ---- numbers ---- */

int design_integer(struct design_reader *reader, const struct yaml_node *map, const char *key, int fallback,
		   int least, int most)
{
	const struct yaml_node *node = value_of(map, key);
	int value = yaml_integer(map, key, fallback);

	if (!node || (value >= least && value <= most))
		return value;
	design_refuse(reader, node->place, "%s: %d is out of range: write a number from %d to %d", key, value,
		      least, most);
	return fallback;
}

/* Checked trees hold numbers only, but a sign of nonsense is its size. */
static int thousandths(double value)
{
	return (int)(value * 1000 + (value < 0 ? -0.5 : 0.5));
}

int design_percent(struct design_reader *reader, const struct yaml_node *map, const char *key, int fallback,
		   int least, int most)
{
	const struct yaml_node *node = value_of(map, key);

	if (!node)
		return fallback;
	double value = yaml_number(map, key, 0);

	if (value >= least && value <= most)
		return thousandths(value / 100);
	design_refuse(reader, node->place, "%s: %s per cent is out of range: write a number from %d to %d",
		      key, shown(node), least, most);
	return fallback;
}

gboolean design_pair(struct design_reader *reader, const struct yaml_node *map, const char *key, double unit,
		     int *low, int *high)
{
	const struct yaml_node *node = value_of(map, key);

	if (!node)
		return FALSE;
	if (node->kind == YAML_LIST && node->nodes->len == 2) {
		const struct yaml_node *first = g_ptr_array_index(node->nodes, 0);
		const struct yaml_node *second = g_ptr_array_index(node->nodes, 1);
		double least = g_ascii_strtod(first->text, NULL), most = g_ascii_strtod(second->text, NULL);

		if (least > 0 && least <= most && most / unit < 1000) {
			*low = thousandths(least / unit);
			*high = thousandths(most / unit);
			return TRUE;
		}
	}
	design_refuse(reader, node->place, "%s: give two numbers, the smaller first, as in %s", key,
		      unit > 1 ? "[70, 160]" : "[0.5, 1.6]");
	return FALSE;
}

/* ---- colours ---- */

static gboolean hex_colour(const char *text, uint32_t *colour)
{
	const char *digits = *text == '#' ? text + 1 : text;

	if (strlen(digits) != 6 || strspn(digits, "0123456789abcdefABCDEF") != 6)
		return FALSE;
	*colour = (uint32_t)g_ascii_strtoull(digits, NULL, 16);
	return TRUE;
}

static gboolean named_colour(const struct design *design, const char *text, uint32_t *colour)
{
	const struct {
		const char *name;
		uint32_t colour;
	} names[] = {
		{"ink", design->ink},	       {"accent", design->accent}, {"tint", design->tint},
		{"rule", design->rule_colour}, {"paper", 0xffffff},
	};

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(text, names[i].name) == 0) {
			*colour = names[i].colour;
			return TRUE;
		}
	return FALSE;
}

uint32_t design_colour(struct design_reader *reader, const struct yaml_node *map, const char *key,
		       uint32_t fallback)
{
	const struct yaml_node *node = value_of(map, key);
	uint32_t colour;

	if (!node)
		return fallback;
	if (node->kind == YAML_SCALAR &&
	    (hex_colour(node->text, &colour) || named_colour(reader->design, node->text, &colour)))
		return colour;
	design_refuse(
		reader, node->place,
		"%s: '%s' is no colour: write ink, accent, tint, rule, paper or six digits as in '#b3122b'",
		key, shown(node));
	return fallback;
}
