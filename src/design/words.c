/* The furniture's words in each language, dates, and words with fixed breaks. */
#include <string.h>

#include "design/design_reader.h"

#define REFERENCE "en"
#define WEEKDAYS  7
#define MONTHS	  12

struct word_key {
	const char *name;
	const char *slots; /* names that may stand in braces, with blanks between */
};

static const struct word_key keys[] = {
#define WORD(name, slots) {name, slots},
#include "design/design_words.def"
#undef WORD
};

/* ---- reading phrases ---- */

static gboolean slot_is_known(const char *slots, const char *name)
{
	g_auto(GStrv) known = g_strsplit(slots, " ", -1);

	return g_strv_contains((const char *const *)known, name);
}

static gboolean slots_are_sound(struct design_reader *reader, const struct yaml_node *node, const char *slots)
{
	for (const char *open = strchr(node->text, '{'); open; open = strchr(open + 1, '{')) {
		const char *close = strchr(open, '}');
		g_autofree char *name = close ? g_strndup(open + 1, (gsize)(close - open - 1)) : NULL;

		if (name && slot_is_known(slots, name))
			continue;
		design_refuse(reader, node->place, "%s: '%s' %s%s", node->key, node->text,
			      *slots ? "may have in braces only: " : "may have nothing in braces", slots);
		return FALSE;
	}
	return TRUE;
}

static void phrase_keep(struct design_reader *reader, const char *language, const char *key, const char *text)
{
	g_autofree char *name = g_strconcat(language, "/", key, NULL);

	if (!reader->is_below || !g_hash_table_contains(reader->design->words, name))
		g_hash_table_replace(reader->design->words, g_steal_pointer(&name), g_strdup(text));
}

static void names_read(struct design_reader *reader, const char *language, const struct yaml_node *list,
		       guint count)
{
	if (list->kind != YAML_LIST || list->nodes->len != count) {
		design_refuse(reader, list->place, "%s: give a list of %u names%s", list->key, count,
			      count == WEEKDAYS ? ", from Monday on" : "");
		return;
	}
	for (guint i = 0; i < count; i++) {
		const struct yaml_node *name = g_ptr_array_index(list->nodes, i);
		g_autofree char *key = g_strdup_printf("%s/%u", list->key, i + 1);

		phrase_keep(reader, language, key, name->kind == YAML_SCALAR ? name->text : "");
	}
}

static const struct word_key *key_find(const char *name)
{
	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
		if (strcmp(keys[i].name, name) == 0)
			return &keys[i];
	return NULL;
}

static void unknown_tell(struct design_reader *reader, const struct yaml_node *node)
{
	const char *names[G_N_ELEMENTS(keys) + 1];

	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
		names[i] = keys[i].name;
	names[G_N_ELEMENTS(keys)] = NULL;
	const char *nearest = diag_nearest(node->key, names);

	if (nearest)
		diag_add(reader->diag, DIAG_LAYOUT_KEY_UNKNOWN, node->key_place,
			 "unknown key '%s', did you mean '%s'?", node->key, nearest);
	else
		diag_add(reader->diag, DIAG_LAYOUT_KEY_UNKNOWN, node->key_place,
			 "unknown key '%s': it is passed over, take it away", node->key);
}

static void phrase_read(struct design_reader *reader, const char *language, const struct yaml_node *node)
{
	const struct word_key *key = key_find(node->key);

	if (strcmp(node->key, "weekdays") == 0)
		names_read(reader, language, node, WEEKDAYS);
	else if (strcmp(node->key, "months") == 0)
		names_read(reader, language, node, MONTHS);
	else if (!key)
		unknown_tell(reader, node);
	else if (node->kind != YAML_SCALAR)
		design_refuse(reader, node->place, "%s: a phrase is wanted", node->key);
	else if (slots_are_sound(reader, node, key->slots))
		phrase_keep(reader, language, node->key, node->text);
}

static void language_read(struct design_reader *reader, const struct yaml_node *language)
{
	if (language->kind != YAML_MAP) {
		design_refuse(reader, language->place,
			      "'%s' is to be a map of phrases: write 'turn: …' and so on below it",
			      language->key);
		return;
	}
	for (guint i = 0; i < language->nodes->len; i++)
		phrase_read(reader, language->key, g_ptr_array_index(language->nodes, i));
}

/* Other languages may leave to English what they do not say. */
static void reference_check(struct design_reader *reader, const struct yaml_node *words)
{
	const struct yaml_node *reference = yaml_get(words, REFERENCE);

	if (!reference) {
		design_refuse(reader, words->place,
			      "the words of 'en' are missing: other languages fall back on them");
		return;
	}
	for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
		if (!yaml_get(reference, keys[i].name))
			design_refuse(reader, reference->key_place, "'%s' is missing: add '%s:' to 'en'",
				      keys[i].name, keys[i].name);
	if (!yaml_get(reference, "weekdays") || !yaml_get(reference, "months"))
		design_refuse(reader, reference->key_place,
			      "'weekdays' and 'months' are wanted in 'en': add both");
}

/* ---- reading words with fixed breaks ---- */

static gboolean word_is_whole(const char *word)
{
	for (const char *at = word; *at; at = g_utf8_next_char(at))
		if (*at != '-' && *at != '\'' && !g_unichar_isalpha(g_utf8_get_char(at)))
			return FALSE;
	return *word && *word != '-' && !g_str_has_suffix(word, "-") && !strstr(word, "--");
}

static void hyphens_read(struct design_reader *reader, const struct yaml_node *list)
{
	if (list->kind != YAML_LIST)
		design_refuse(reader, list->place, "hyphens: give a list of words, as in [ther-a-pist]");
	for (guint i = 0; list->kind == YAML_LIST && i < list->nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(list->nodes, i);

		if (node->kind != YAML_SCALAR || !word_is_whole(node->text)) {
			design_refuse(
				reader, node->place,
				"hyphens: one word with a hyphen at each break is wanted, as in ther-a-pist");
			continue;
		}
		g_autofree char *broken = g_utf8_strdown(node->text, -1);
		g_auto(GStrv) parts = g_strsplit(broken, "-", -1);

		g_autofree char *plain = g_strjoinv(NULL, parts);

		if (!reader->is_below || !g_hash_table_contains(reader->design->hyphen_exceptions, plain))
			g_hash_table_replace(reader->design->hyphen_exceptions, g_steal_pointer(&plain),
					     g_strdup(broken));
	}
}

/* ---- reading words that belong together ---- */

static gboolean pair_is_sound(const char *text)
{
	const char *blank = strchr(text, ' ');

	return blank && blank > text && blank[1] && !strchr(blank + 1, ' ');
}

static void compounds_read(struct design_reader *reader, const struct yaml_node *list)
{
	GPtrArray *pairs = g_ptr_array_new();

	if (list->kind != YAML_LIST)
		design_refuse(reader, list->place, "compounds: give a list of pairs, as in [red river]");
	for (guint i = 0; list->kind == YAML_LIST && i < list->nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(list->nodes, i);

		if (node->kind == YAML_SCALAR && pair_is_sound(node->text))
			g_ptr_array_add(pairs, g_utf8_strdown(node->text, -1));
		else
			design_refuse(
				reader, node->place,
				"compounds: two words with a blank between are wanted, as in red river");
	}
	for (char **own = reader->design->compounds; own && *own; own++)
		g_ptr_array_add(pairs, g_strdup(*own));
	g_ptr_array_add(pairs, NULL);
	g_strfreev(reader->design->compounds);
	reader->design->compounds = (char **)g_ptr_array_free(pairs, FALSE);
}

/* ---- the words of another layout ---- */

/* One step only, so that no layout leads back to itself and the last one is complete. */
static void like_read(struct design_reader *reader, const struct yaml_node *like)
{
	if (like->kind != YAML_SCALAR)
		design_refuse(reader, like->place, "like: name one layout, as in like: tabloid");
	else if (reader->is_below)
		design_refuse(reader, like->place,
			      "like: the words of '%s' are taken for another layout's and may not be like "
			      "a third's: name '%s' there",
			      reader->words_like, like->text);
	else {
		reader->words_like = g_strdup(like->text);
		reader->words_like_place = like->place;
	}
}

void design_read_words(struct design_reader *reader, const struct yaml_node *words)
{
	if (words->kind != YAML_MAP) {
		design_refuse(reader, words->place, "words are a map: write 'en:' and its phrases below it");
		return;
	}
	for (guint i = 0; i < words->nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(words->nodes, i);

		if (strcmp(node->key, "hyphens") == 0)
			hyphens_read(reader, node);
		else if (strcmp(node->key, "compounds") == 0)
			compounds_read(reader, node);
		else if (strcmp(node->key, "like") == 0)
			like_read(reader, node);
		else
			language_read(reader, node);
	}
	if (!yaml_get(words, "like"))
		reference_check(reader, words);
}

/* ---- phrases ---- */

static const char *phrase_in(const struct design *design, const char *language, const char *key)
{
	g_autofree char *name = g_strconcat(language, "/", key, NULL);

	return g_hash_table_lookup(design->words, name);
}

static const char *phrase_find(const struct design *design, const char *language, const char *key)
{
	g_auto(GStrv) parts = g_strsplit(language ? language : "", "-", 2);
	const char *phrase = phrase_in(design, language ? language : "", key);

	if (!phrase && parts[0])
		phrase = phrase_in(design, parts[0], key);
	if (!phrase)
		phrase = phrase_in(design, REFERENCE, key);
	return phrase ? phrase : key;
}

static const char *value_find(char **pairs, const char *name, gsize length)
{
	for (; pairs[0]; pairs += 2)
		if (strlen(pairs[0]) == length && memcmp(pairs[0], name, length) == 0)
			return pairs[1];
	return NULL;
}

/* A value's own braces are text, so the phrase is gone through once. */
static char *phrase_fill(const char *phrase, char **pairs)
{
	GString *filled = g_string_new(NULL);

	while (*phrase) {
		const char *close = *phrase == '{' ? strchr(phrase, '}') : NULL;
		const char *value = close ? value_find(pairs, phrase + 1, (gsize)(close - phrase - 1)) : NULL;

		if (value) {
			g_string_append(filled, value);
			phrase = close + 1;
		} else {
			g_string_append_c(filled, *phrase++);
		}
	}
	return g_string_free(filled, FALSE);
}

char *design_phrase(const struct design *design, const char *language, const char *key, ...)
{
	g_autoptr(GPtrArray) pairs = g_ptr_array_new();
	const char *name;
	va_list arguments;

	va_start(arguments, key);
	while ((name = va_arg(arguments, const char *))) {
		const char *value = va_arg(arguments, const char *);

		g_ptr_array_add(pairs, (gpointer)name);
		g_ptr_array_add(pairs, (gpointer)(value ? value : ""));
	}
	va_end(arguments);
	g_ptr_array_add(pairs, NULL);
	return phrase_fill(phrase_find(design, language, key), (char **)pairs->pdata);
}

char *design_date(const struct design *design, const char *language, int year, int month, int day)
{
	g_autoptr(GDate) date = g_date_new_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
	g_autofree char *weekday_key = g_strdup_printf("weekdays/%d", (int)g_date_get_weekday(date));
	g_autofree char *month_key = g_strdup_printf("months/%d", month);
	g_autofree char *year_text = g_strdup_printf("%d", year);
	g_autofree char *month_text = g_strdup_printf("%d", month);
	g_autofree char *day_text = g_strdup_printf("%d", day);

	return design_phrase(design, language, "date", "weekday", phrase_find(design, language, weekday_key),
			     "month", phrase_find(design, language, month_key), "month_number", month_text,
			     "day", day_text, "year", year_text, NULL);
}
