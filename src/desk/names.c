#include "desk/names.h"

#include <string.h>

#include "desk/copy_walk.h"

struct spelling {
	char *name;
	char *lower; /* what makes it another spelling: capitals do not */
	int count;
	struct place first;
};

struct name {
	char *key;	   /* language and folded letters */
	GArray *spellings; /* struct spelling, in order of reading */
};

struct register_of_names {
	GHashTable *by_key;
	GPtrArray *names; /* struct name, in order of reading; owned */
	const char *language;
};

static void spelling_clear(gpointer data)
{
	struct spelling *spelling = data;
	g_free(spelling->name);
	g_free(spelling->lower);
}

static void name_free(gpointer data)
{
	struct name *name = data;
	g_free(name->key);
	g_array_unref(name->spellings);
	g_free(name);
}

char *names_fold(const char *text)
{
	g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
	g_autoptr(GString) folded = g_string_new(NULL);

	for (const char *at = apart; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_unichar_tolower(g_utf8_get_char(at));
		if (!g_unichar_ismark(letter))
			g_string_append_unichar(folded, letter == 0x111 ? 'd' : letter);
	}
	return g_string_free(g_steal_pointer(&folded), FALSE);
}

/* ---- what looks like a name ---- */

/* A capital and small letters, at most seven of them, as every Vietnamese syllable; no capitals throughout,
   where a dateline or a shout would be taken for another spelling. */
static gboolean is_name_word(const char *from, const char *end)
{
	long letters = g_utf8_pointer_to_offset(from, end);
	gboolean lower = FALSE;

	if (letters < 1 || letters > 7 || !g_unichar_isupper(g_utf8_get_char(from)))
		return FALSE;
	for (const char *at = g_utf8_next_char(from); at < end; at = g_utf8_next_char(at)) {
		if (!g_unichar_islower(g_utf8_get_char(at)))
			return FALSE;
		lower = TRUE;
	}
	return lower;
}

/* Words before a name that are none of it, at the head of a sentence or as a title. */
static gboolean is_title(const char *word)
{
	static const char *const titles[] = {
		"Ông",	"Bà",  "Anh", "Chị", "Cô", "Chú",  "Bác",	"Theo",	    "Tại", "Ở",	  "Từ",
		"Và",	"Với", "The", "In",  "At", "On",   "For",	"From",	    "But", "And", "As",
		"When", "Mr",  "Mrs", "Ms",  "Dr", "Prof", "President", "Minister", "By",  NULL};

	return g_strv_contains(titles, word);
}

static void note_name(struct register_of_names *names, const char *text, struct place place)
{
	g_autofree char *folded = names_fold(text);
	g_autofree char *key = g_strconcat(names->language, "/", folded, NULL);
	g_autofree char *lower = g_utf8_strdown(text, -1);
	struct name *name = g_hash_table_lookup(names->by_key, key);
	struct spelling spelling;

	if (name == NULL) {
		name = g_new0(struct name, 1);
		name->key = g_strdup(key);
		name->spellings = g_array_new(FALSE, TRUE, sizeof(struct spelling));
		g_array_set_clear_func(name->spellings, spelling_clear);
		g_ptr_array_add(names->names, name);
		g_hash_table_insert(names->by_key, name->key, name);
	}
	for (guint i = 0; i < name->spellings->len; i++) {
		struct spelling *known = &g_array_index(name->spellings, struct spelling, i);
		if (strcmp(known->lower, lower) == 0) {
			known->count++;
			return;
		}
	}
	spelling = (struct spelling){g_strdup(text), g_steal_pointer(&lower), 1, place};
	g_array_append_val(name->spellings, spelling);
}

static void note_run(struct register_of_names *names, GPtrArray *run, struct place place)
{
	while (run->len > 0 && is_title(g_ptr_array_index(run, 0)))
		g_ptr_array_remove_index(run, 0);
	if (run->len >= 2 && run->len <= 5) {
		g_autoptr(GString) name = g_string_new(NULL);
		for (guint i = 0; i < run->len; i++)
			g_string_append_printf(name, "%s%s", i > 0 ? " " : "",
					       (const char *)g_ptr_array_index(run, i));
		note_name(names, name->str, place);
	}
	g_ptr_array_set_size(run, 0);
}

static void visit(enum copy_kind kind, const char *text, struct place place, gpointer data)
{
	struct register_of_names *names = data;
	g_autoptr(GPtrArray) run = g_ptr_array_new_with_free_func(g_free);

	if (kind == COPY_HEAD && strcmp(names->language, "en") == 0)
		return; /* title case makes names of what is none */
	for (const char *at = text; *at != '\0';) {
		const char *end = at;
		while (*end != '\0' && g_unichar_isalpha(g_utf8_get_char(end)))
			end = g_utf8_next_char(end);
		if (end == at) {
			if (*at != ' ')
				note_run(names, run, place);
			at = g_utf8_next_char(at);
			continue;
		}
		if (is_name_word(at, end))
			g_ptr_array_add(run, g_strndup(at, (gsize)(end - at)));
		else
			note_run(names, run, place);
		at = end;
	}
	note_run(names, run, place);
}

/* ---- what is told ---- */

static const struct spelling *rarest(const struct name *name, const struct spelling **usual)
{
	const struct spelling *rare = &g_array_index(name->spellings, struct spelling, 0);

	*usual = rare;
	for (guint i = 1; i < name->spellings->len; i++) {
		const struct spelling *spelling = &g_array_index(name->spellings, struct spelling, i);
		if (spelling->count <= rare->count)
			rare = spelling;
		if (spelling->count > (*usual)->count)
			*usual = spelling;
	}
	return rare;
}

static void tell(const struct name *name, struct diag *diag)
{
	const struct spelling *usual, *rare;

	if (name->spellings->len < 2)
		return;
	rare = rarest(name, &usual);
	diag_add(diag, DIAG_NAME_MARKS, rare->first,
		 "'%s' is written '%s' at %s:%d: if it is the same name, give both the same marks",
		 rare->name, usual->name, usual->first.file, usual->first.line);
}

void names_check(const struct edition *edition, struct diag *diag)
{
	struct register_of_names names = {g_hash_table_new(g_str_hash, g_str_equal),
					  g_ptr_array_new_with_free_func(name_free), NULL};

	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		if (story->fate != FATE_TO_PLACE)
			continue;
		names.language = story->language;
		copy_walk(story, visit, &names);
	}
	for (guint i = 0; i < names.names->len; i++)
		tell(g_ptr_array_index(names.names, i), diag);
	g_hash_table_unref(names.by_key);
	g_ptr_array_unref(names.names);
}
