#include "edition/front_matter.h"

#include <stddef.h>
#include <string.h>

#include "edition/copy_text.h"
#include "edition/link.h"
#include "edition/marked_line.h"
#include "edition/parts.h"
#include "edition/pictures.h"

const struct yaml_codes front_matter_codes = {
	.syntax = DIAG_STORY_YAML,
	.unknown_key = DIAG_KEY_UNKNOWN,
	.duplicate_key = DIAG_STORY_YAML,
	.missing_key = DIAG_STORY_VALUE,
	.wrong_value = DIAG_STORY_VALUE,
};

static const char *const languages[] = {"en", "vi", NULL};
static const char *const statuses[] = {"ready", "draft", "hold", "killed", NULL};
static const char *const fronts[] = {"story", "teaser", "never", NULL};

/* What may go wrong without harm is light. Whether the story may be printed at
   all, and as what, is not. */
#define LIGHT_TEXT(word)                                                                                     \
	{                                                                                                    \
		.name = word, .type = SCHEMA_TEXT, .flags = SCHEMA_LIGHT                                     \
	}
#define LIGHT_TEXTS(word)                                                                                    \
	{                                                                                                    \
		.name = word, .type = SCHEMA_TEXTS, .flags = SCHEMA_LIGHT                                    \
	}

static const struct schema_key schema[] = {
	{.name = "headline", .type = SCHEMA_TEXT},
	LIGHT_TEXT("section"),
	LIGHT_TEXT("kicker"),
	LIGHT_TEXT("deck"),
	LIGHT_TEXT("standfirst"),
	{.name = "byline", .type = SCHEMA_ANY},
	LIGHT_TEXT("dateline"),
	LIGHT_TEXT("signoff"),
	{.name = "language", .type = SCHEMA_WORD, .flags = SCHEMA_LIGHT, .words = languages},
	{.name = "status", .type = SCHEMA_WORD, .words = statuses},
	{.name = "priority", .type = SCHEMA_INTEGER, .flags = SCHEMA_LIGHT},
	{.name = "must", .type = SCHEMA_BOOLEAN},
	{.name = "kind", .type = SCHEMA_WORD, .words = story_kind_words},
	LIGHT_TEXT("label"),
	{.name = "trim", .type = SCHEMA_ANY},
	{.name = "front", .type = SCHEMA_WORD, .flags = SCHEMA_LIGHT, .words = fronts},
	LIGHT_TEXT("headline_short"),
	LIGHT_TEXT("teaser"),
	LIGHT_TEXT("jump_head"),
	LIGHT_TEXTS("alternates"),
	LIGHT_TEXTS("pull_quotes"),
	LIGHT_TEXTS("see_also"),
	LIGHT_TEXT("replaces"),
	LIGHT_TEXT("with"),
	LIGHT_TEXTS("boxes"),
	LIGHT_TEXT("url"),
	{.name = "published", .type = SCHEMA_TIME, .flags = SCHEMA_LIGHT},
	{.name = "updated", .type = SCHEMA_TIME, .flags = SCHEMA_LIGHT},
	{.name = "date", .type = SCHEMA_DATE, .flags = SCHEMA_LIGHT},
	{.name = "embargo", .type = SCHEMA_TIME},
	{.name = "valid_on", .type = SCHEMA_DATE},
	{.name = "photos", .type = SCHEMA_LIST, .flags = SCHEMA_LIGHT, .inside = pictures_schema},
	{.name = NULL},
};

static const struct schema_key byline_schema[] = {
	{.name = "name", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	LIGHT_TEXT("role"),
	LIGHT_TEXT("portrait"),
	LIGHT_TEXT("bio"),
	{.name = NULL},
};

static const struct {
	const char *key;
	size_t offset;
} copies[] = {
	{"kicker", offsetof(struct story, kicker)},
	{"deck", offsetof(struct story, deck)},
	{"standfirst", offsetof(struct story, standfirst)},
	{"dateline", offsetof(struct story, dateline)},
	{"signoff", offsetof(struct story, signoff)},
	{"label", offsetof(struct story, label)},
	{"headline_short", offsetof(struct story, headline_short)},
	{"teaser", offsetof(struct story, teaser)},
	{"jump_head", offsetof(struct story, jump_head)},
};

static const struct {
	const char *key;
	size_t offset;
} moments[] = {
	{"published", offsetof(struct story, published)}, {"updated", offsetof(struct story, updated)},
	{"date", offsetof(struct story, date)},		  {"embargo", offsetof(struct story, embargo)},
	{"valid_on", offsetof(struct story, valid_on)},
};

struct filling {
	struct loading *loading;
	const struct yaml_node *map;
	struct story *story;
};

static void passed_over(const struct filling *filling, const struct yaml_node *node, const char *text)
{
	diag_add(filling->loading->diag, DIAG_STORY_VALUE, node->place, "%s: %s; it is passed over",
		 node->key == NULL ? "this value" : node->key, text);
}

/* ---- text ---- */

/* An empty value is an omitted one. */
static char *line_of(const struct filling *filling, const struct yaml_node *node)
{
	char *line;

	if (house_file_text(node) == NULL)
		return NULL;
	line = copy_text_line(node->text, node->place, filling->loading->diag);
	if (*line == '\0')
		g_clear_pointer(&line, g_free);
	return line;
}

static void copies_read(const struct filling *filling)
{
	for (guint i = 0; i < G_N_ELEMENTS(copies); i++) {
		const struct yaml_node *node = yaml_get(filling->map, copies[i].key);
		struct copy *copy = G_STRUCT_MEMBER_P(filling->story, copies[i].offset);
		copy->text = line_of(filling, node);
		copy->place = node == NULL ? filling->story->place : node->place;
	}
}

static void stress_read(const struct filling *filling)
{
	marked_line_read(&filling->story->deck, filling->loading->diag);
	marked_line_read(&filling->story->standfirst, filling->loading->diag);
}

static gboolean headline_read(const struct filling *filling)
{
	const struct yaml_node *node = yaml_get(filling->map, "headline");
	struct story *story = filling->story;

	story->headline.place = node == NULL ? filling->map->place : node->place;
	if (house_file_text(node) != NULL)
		story->headline.text = copy_text_lines(node->text, node->place, filling->loading->diag);
	if (story->headline.text != NULL && *story->headline.text != '\0')
		return TRUE;
	g_clear_pointer(&story->headline.text, g_free);
	if (node == NULL || node->kind == YAML_SCALAR)
		diag_add(filling->loading->diag, DIAG_STORY_NO_HEADLINE, story->headline.place,
			 "headline is missing: add 'headline:' to the front matter");
	return FALSE;
}

static void texts_read(const struct filling *filling, const char *key, GPtrArray *texts)
{
	const struct yaml_node *node = yaml_get(filling->map, key);
	char *line = line_of(filling, node);

	if (line != NULL)
		g_ptr_array_add(texts, line);
	for (guint i = 0; node != NULL && node->kind == YAML_LIST && i < node->nodes->len; i++) {
		line = line_of(filling, g_ptr_array_index(node->nodes, i));
		if (line != NULL)
			g_ptr_array_add(texts, line);
	}
}

/* Stories are named with or without .md. */
static char *without_suffix(char *id)
{
	if (id != NULL && g_str_has_suffix(id, ".md"))
		id[strlen(id) - 3] = '\0';
	return id;
}

static void ids_read(const struct filling *filling, const char *key, GPtrArray *ids)
{
	texts_read(filling, key, ids);
	for (guint i = 0; i < ids->len; i++)
		without_suffix(g_ptr_array_index(ids, i));
}

static void url_read(const struct filling *filling)
{
	const struct yaml_node *node = yaml_get(filling->map, "url");
	g_autofree char *line = line_of(filling, node);
	const char *why;

	if (line == NULL)
		return;
	filling->story->url = link_accept(line, &why);
	if (filling->story->url == NULL)
		diag_add(filling->loading->diag, DIAG_LINK_REFUSED, node->place,
			 "url: the address '%s' leads nowhere: %s", line, why);
}

/* ---- byline ---- */

static void byline_add(const struct filling *filling, const struct yaml_node *node)
{
	struct byline byline = {0};

	if (node->kind == YAML_MAP) {
		if (!schema_check(node, byline_schema, &front_matter_codes, filling->loading->diag))
			return;
		byline.name = line_of(filling, yaml_get(node, "name"));
		byline.role = line_of(filling, yaml_get(node, "role"));
		byline.portrait = line_of(filling, yaml_get(node, "portrait"));
		byline.bio = line_of(filling, yaml_get(node, "bio"));
	} else if (node->kind == YAML_SCALAR) {
		byline.name = line_of(filling, node);
	} else {
		passed_over(filling, node, "write a name, or a list of names");
	}
	if (byline.name != NULL)
		g_array_append_val(filling->story->bylines, byline);
}

static void bylines_read(const struct filling *filling)
{
	const struct yaml_node *node = yaml_get(filling->map, "byline");

	filling->story->byline_place = node == NULL ? filling->story->place : node->place;
	if (node != NULL && node->kind != YAML_LIST)
		byline_add(filling, node);
	for (guint i = 0; node != NULL && node->kind == YAML_LIST && i < node->nodes->len; i++)
		byline_add(filling, g_ptr_array_index(node->nodes, i));
}

/* ---- the rest ---- */

static void trim_read(const struct filling *filling)
{
	static const struct schema_key keep_schema[] = {
		{.name = "keep", .type = SCHEMA_INTEGER, .flags = SCHEMA_REQUIRED | SCHEMA_LIGHT},
		{.name = NULL}};
	const struct yaml_node *node = yaml_get(filling->map, "trim");
	struct story *story = filling->story;

	story->trim = story->kind == KIND_NEWS || story->kind == KIND_BRIEF;
	if (node == NULL || node->null)
		return;
	if (node->kind == YAML_MAP) {
		schema_check(node, keep_schema, &front_matter_codes, filling->loading->diag);
		story->trim_keep = yaml_integer(node, "keep", 0);
		story->trim = story->trim_keep > 0;
		if (story->trim_keep < 0)
			passed_over(filling, node, "'keep' is the number of paragraphs that stay, 1 or more");
		story->trim_keep = MAX(story->trim_keep, 0);
		return;
	}
	if (yaml_boolean(filling->map, "trim", TRUE) != yaml_boolean(filling->map, "trim", FALSE))
		passed_over(filling, node, "write true, false or {keep: 6}");
	else
		story->trim = yaml_boolean(filling->map, "trim", TRUE);
}

static void priority_read(const struct filling *filling)
{
	int priority = yaml_integer(filling->map, "priority", 3);

	if (priority < 1 || priority > 5) {
		passed_over(filling, yaml_get(filling->map, "priority"),
			    "write 1 (leads its section) to 5 (a brief)");
		priority = 3;
	}
	filling->story->priority = priority;
}

static void moments_read(const struct filling *filling)
{
	for (guint i = 0; i < G_N_ELEMENTS(moments); i++) {
		const char *text = yaml_text(filling->map, moments[i].key, NULL);
		char **moment = G_STRUCT_MEMBER_P(filling->story, moments[i].offset);
		*moment = g_strdup(text);
	}
}

static void choices_read(const struct filling *filling)
{
	struct story *story = filling->story;
	int language = yaml_word(filling->map, "language", languages, -1);

	story->language = language < 0 ? story->language : g_intern_string(languages[language]);
	story->status = (enum story_status)yaml_word(filling->map, "status", statuses, STATUS_READY);
	story->kind = (enum story_kind)yaml_word(filling->map, "kind", story_kind_words, KIND_NEWS);
	story->front = (enum front_page)yaml_word(filling->map, "front", fronts, FRONT_STORY);
	story->must = yaml_boolean(filling->map, "must", FALSE);
	priority_read(filling);
	trim_read(filling);
}

gboolean front_matter_read(struct loading *loading, const struct yaml_node *map, struct story *story)
{
	struct filling filling = {loading, map, story};
	gboolean fine = schema_check(map, schema, &front_matter_codes, loading->diag);

	fine &= headline_read(&filling);
	choices_read(&filling);
	copies_read(&filling);
	stress_read(&filling);
	bylines_read(&filling);
	texts_read(&filling, "alternates", story->alternates);
	texts_read(&filling, "pull_quotes", story->pull_quotes);
	ids_read(&filling, "see_also", story->see_also);
	ids_read(&filling, "boxes", story->boxes);
	story->with = without_suffix(line_of(&filling, yaml_get(map, "with")));
	story->replaces = without_suffix(line_of(&filling, yaml_get(map, "replaces")));
	url_read(&filling);
	moments_read(&filling);
	return fine;
}

gboolean front_matter_claims_must(const char *text)
{
	static const char *const claims[] = {"must: true",	 "must: yes",	 "priority: 1",
					     "kind: correction", "kind: notice", NULL};
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (char **line = lines; *line != NULL; line++)
		for (const char *const *claim = claims; *claim != NULL; claim++) {
			gsize length = strlen(*claim);
			if (g_str_has_prefix(*line, *claim) && !g_ascii_isalnum((*line)[length]))
				return TRUE;
		}
	return FALSE;
}
