/* Text styles of a layout. */
#include <string.h>

#include "design/design_reader.h"

static const char *const align_words[] = {"justify", "left", "right", "centre", NULL};
static const char *const case_words[] = {"as-written", "upper", "small-caps", NULL};
static const char *const figure_words[] = {"lining", "old-style", "tabular", NULL};

/* Kinds of story whose copy runs on in paragraphs. */
static const char *const kind_words[] = {"news",     "brief",	  "opinion",   "feature",
					 "analysis", "interview", "editorial", "column",
					 "letters",  "obituary",  "sponsored", NULL};

static const char *const words[] = {
#define STYLE(NAME, word) word,
#include "design/design_styles.def"
#undef STYLE
};

static const struct schema_key style_keys[] = {
	{.name = "like", .type = SCHEMA_TEXT},
	{.name = "font", .type = SCHEMA_TEXT},
	{.name = "emphasis", .type = SCHEMA_TEXT},
	{.name = "strong", .type = SCHEMA_TEXT},
	{.name = "strong_emphasis", .type = SCHEMA_TEXT},
	{.name = "size", .type = SCHEMA_ANY},
	{.name = "leading", .type = SCHEMA_ANY},
	{.name = "colour", .type = SCHEMA_TEXT},
	{.name = "align", .type = SCHEMA_WORD, .words = align_words},
	{.name = "case", .type = SCHEMA_WORD, .words = case_words},
	{.name = "figures", .type = SCHEMA_WORD, .words = figure_words},
	{.name = "ligatures", .type = SCHEMA_BOOLEAN},
	{.name = "indent", .type = SCHEMA_ANY},
	{.name = "tracking", .type = SCHEMA_ANY},
	{.name = "space_above", .type = SCHEMA_ANY},
	{.name = "space_below", .type = SCHEMA_ANY},
	{.name = "hyphenate", .type = SCHEMA_BOOLEAN},
	{.name = "spaces", .type = SCHEMA_NUMBERS},
	{.name = "letters", .type = SCHEMA_NUMBER},
	{.name = "glyphs", .type = SCHEMA_NUMBER},
	{.name = "hang", .type = SCHEMA_NUMBER},
	{.name = "hyphen_run", .type = SCHEMA_INTEGER},
	{.name = "drop_cap", .type = SCHEMA_INTEGER},
	{.name = "drop_cap_font", .type = SCHEMA_TEXT},
	{.name = "drop_cap_kinds", .type = SCHEMA_TEXTS},
	{0},
};

const char *style_word(enum style_id style)
{
	return words[style];
}

const struct schema_key *design_style_keys(void)
{
	static const struct schema_key keys[STYLE_COUNT + 1] = {
#define STYLE(NAME, word)	      {.name = word, .type = SCHEMA_MAP, .flags = SCHEMA_REQUIRED, .inside = style_keys},
#define STYLE_LIKE(NAME, word, OTHER) {.name = word, .type = SCHEMA_MAP, .inside = style_keys},
#include "design/design_styles.def"
#undef STYLE
	};
	return keys;
}

static int style_index(const char *word)
{
	for (int i = 0; i < STYLE_COUNT; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return -1;
}

static const char *font_role(const struct yaml_node *map, const char *key, const char *fallback)
{
	const char *role = yaml_text(map, key, NULL);

	return role && *role ? g_intern_string(role) : fallback;
}

/* The word in the style, or its fallback: a style read already has told what is wrong. */
static void read_face(struct design_reader *reader, const struct yaml_node *map, struct text_style *style)
{
	gboolean new_font = yaml_get(map, "font") != NULL;

	style->font = font_role(map, "font", style->font);
	if (!style->font)
		design_refuse(reader, map->place,
			      "style '%s' has no font: add 'font:' with a role, such as body", style->name);
	style->font_emphasis = font_role(map, "emphasis", new_font ? style->font : style->font_emphasis);
	style->font_strong = font_role(map, "strong", new_font ? style->font : style->font_strong);
	style->font_strong_emphasis = font_role(
		map, "strong_emphasis",
		new_font || yaml_get(map, "strong") ? style->font_strong : style->font_strong_emphasis);
	style->colour = design_colour(reader, map, "colour", style->colour);
	style->align = yaml_word(map, "align", align_words, (int)style->align);
	style->letter_case = yaml_word(map, "case", case_words, (int)style->letter_case);
	style->figures = yaml_word(map, "figures", figure_words, (int)style->figures);
	style->ligatures = yaml_boolean(map, "ligatures", style->ligatures);
}

static void read_size(struct design_reader *reader, const struct yaml_node *map, struct text_style *style)
{
	gboolean failed_before = reader->failed;

	style->size = design_length(reader, map, "size", style->size);
	style->leading = design_length(reader, map, "leading", style->leading);
	if (reader->failed != failed_before)
		return;
	if (style->size < FIX_PT || style->size > 300 * FIX_PT)
		design_refuse(reader, map->place, "style '%s' needs a size from 1pt to 300pt: add 'size:'",
			      style->name);
	else if (style->leading < style->size / 2 || style->leading > 4 * style->size)
		design_refuse(reader, map->place,
			      "style '%s' needs a leading from half its size to four times: add 'leading:'",
			      style->name);
}

static void read_spacing(struct design_reader *reader, const struct yaml_node *map, struct text_style *style)
{
	style->indent = design_length_em(reader, map, "indent", style->size, style->indent);
	style->tracking = design_length_em(reader, map, "tracking", style->size, style->tracking);
	style->space_above = design_length(reader, map, "space_above", style->space_above);
	style->space_below = design_length(reader, map, "space_below", style->space_below);
}

static void kind_add(struct design_reader *reader, const struct yaml_node *node, GString *kinds)
{
	const char *nearest = diag_nearest(node->text, kind_words);

	if (g_strv_contains(kind_words, node->text))
		g_string_append_printf(kinds, "%s ", node->text);
	else
		design_refuse(reader, node->place,
			      "drop_cap_kinds: '%s' is no kind of story with running text%s%s%s", node->text,
			      nearest ? ", did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
}

/* The kinds between blanks, so that one is found by looking for it between blanks. */
static const char *read_kinds(struct design_reader *reader, const struct yaml_node *map, const char *fallback)
{
	const struct yaml_node *node = yaml_get(map, "drop_cap_kinds");
	g_autoptr(GString) kinds = g_string_new(" ");

	if (!node || node->null || node->kind == YAML_MAP)
		return fallback;
	if (node->kind == YAML_SCALAR)
		kind_add(reader, node, kinds);
	for (guint i = 0; node->kind == YAML_LIST && i < node->nodes->len; i++)
		if (((const struct yaml_node *)node->nodes->pdata[i])->kind == YAML_SCALAR)
			kind_add(reader, node->nodes->pdata[i], kinds);
	return g_intern_string(kinds->str);
}

static void read_drop_cap(struct design_reader *reader, const struct yaml_node *map, struct text_style *style)
{
	style->drop_cap = design_integer(reader, map, "drop_cap", style->drop_cap, 0, 10);
	style->font_drop_cap = font_role(map, "drop_cap_font", style->font_drop_cap);
	style->drop_cap_kinds = read_kinds(reader, map, style->drop_cap_kinds);
}

static void read_justification(struct design_reader *reader, const struct yaml_node *map,
			       struct text_style *style)
{
	style->hyphenate = yaml_boolean(map, "hyphenate", style->hyphenate);
	design_pair(reader, map, "spaces", 100, &style->space_min, &style->space_max);
	style->letter_give = design_percent(reader, map, "letters", style->letter_give, 0, 10);
	style->glyph_give = design_percent(reader, map, "glyphs", style->glyph_give, 0, 10);
	style->hang = design_percent(reader, map, "hang", style->hang, 0, 100);
	style->hyphen_run_max = design_integer(reader, map, "hyphen_run", style->hyphen_run_max, 0, 10);
}

static struct text_style plain_style(const struct design *design)
{
	return (struct text_style){
		.colour = design->ink,
		.align = ALIGN_LEFT,
		.ligatures = TRUE,
		.space_min = 1000,
		.space_max = 1000,
		.hyphen_run_max = 2,
	};
}

/* A style may be written as what differs from another one above it. */
static struct text_style style_start(struct design_reader *reader, const struct yaml_node *map,
				     const gboolean *seen)
{
	const struct yaml_node *like = yaml_get(map, "like");
	int index = like && !like->null ? style_index(like->text) : -1;

	if (index >= 0 && seen[index])
		return reader->design->styles[index];
	if (like && !like->null)
		design_refuse(reader, like->place,
			      "like: '%s' is no style above this one: move it up or name another",
			      like->text);
	return plain_style(reader->design);
}

static void lend_styles(struct design *design, const gboolean *seen)
{
#define STYLE(NAME, word)
#define STYLE_LIKE(NAME, word, OTHER)                                                                        \
	if (!seen[STYLE_##NAME])                                                                             \
		design->styles[STYLE_##NAME] = design->styles[STYLE_##OTHER];
#include "design/design_styles.def"
#undef STYLE
}

void design_read_styles(struct design_reader *reader, const struct yaml_node *layout)
{
	const struct yaml_node *styles = yaml_get(layout, "styles");
	gboolean seen[STYLE_COUNT] = {FALSE};

	for (guint i = 0; i < styles->nodes->len; i++) {
		const struct yaml_node *map = g_ptr_array_index(styles->nodes, i);
		int index = style_index(map->key);

		if (index < 0)
			continue;
		struct text_style style = style_start(reader, map, seen);

		style.name = g_intern_string(map->key);
		style.place = map->key_place;
		read_face(reader, map, &style);
		read_size(reader, map, &style);
		read_spacing(reader, map, &style);
		read_justification(reader, map, &style);
		read_drop_cap(reader, map, &style);
		reader->design->styles[index] = style;
		seen[index] = TRUE;
	}
	lend_styles(reader->design, seen);
}

static int words_compare(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void role_note(GPtrArray *roles, const char *role)
{
	for (guint i = 0; i < roles->len; i++)
		if (g_ptr_array_index(roles, i) == role)
			return;
	g_ptr_array_add(roles, (gpointer)role);
}

GPtrArray *design_font_roles(const struct design *design)
{
	GPtrArray *roles = g_ptr_array_new();

	for (int i = 0; i < STYLE_COUNT; i++) {
		role_note(roles, design->styles[i].font);
		role_note(roles, design->styles[i].font_emphasis);
		role_note(roles, design->styles[i].font_strong);
		role_note(roles, design->styles[i].font_strong_emphasis);
		if (design->styles[i].font_drop_cap)
			role_note(roles, design->styles[i].font_drop_cap);
	}
	g_ptr_array_sort(roles, words_compare);
	return roles;
}
