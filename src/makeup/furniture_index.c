/* furniture_index.c - "Inside": the best of every section with its page */
#include <string.h>

#include "makeup/furniture.h"
#include "makeup/manuscript.h"
#include "makeup/module.h"
#include "makeup/reference.h"

enum {
	STORIES_EACH = 12, /* of one section */
	WHITE_MOST = 5,	   /* rows under the last entry */
};

#define ENTRY_GAP   (5 * FIX_PT)
#define GAP_LEAST   (10 * FIX_PT) /* above a section's name, of white that is not needed otherwise */
#define GAP_MOST    (30 * FIX_PT)
#define MORE_GAP    (10 * FIX_PT) /* between stories, of white that would stand at the foot */
#define HEAD_GAP    (FIX_PT)	  /* a section's name keeps close to its stories */
#define NUMBER_ROOM (18 * FIX_PT) /* kept for the page number */

/* One entry as set: a section's name, or a story's headline with its page. */
struct entry {
	const struct story *story;
	char *text;
	const struct text_style *style;
	const char *language;
	const char *page; /* of a story */
	struct paragraph *paragraph;
	const struct settings *settings;
	fix height;
};

struct index {
	struct forme *forme;
	struct rect box;
	struct measure measure;
	GArray *entries; /* struct entry */
	fix used;
};

static void entry_clear(gpointer data)
{
	struct entry *entry = data;
	g_free(entry->text);
	paragraph_free(entry->paragraph);
}

/* Adds it when there is room; FALSE when the zone is full. */
static gboolean add_entry(struct index *index, const struct story *story, const char *text, enum style_id id,
			  const char *language)
{
	const struct stone *stone = index->forme->stone;
	struct entry entry = {.story = story,
			      .text = g_strdup(text),
			      .style = stone_style(stone, id),
			      .language = language,
			      .page = story != NULL ? g_hash_table_lookup(index->forme->page_of, story->id)
						    : NULL};
	g_autoptr(GArray) runs = manuscript_text(stone, text, place_in("", 0, 0), entry.style, language);

	entry.paragraph = manuscript_shape(stone, runs, entry.style);
	entry.settings = paragraph_settings(entry.paragraph, &index->measure);
	entry.height = entry.settings->by_lines[entry.settings->best].lines * entry.style->leading +
		       (story != NULL ? ENTRY_GAP : HEAD_GAP);
	if (index->used + entry.height > index->box.height) {
		entry_clear(&entry);
		return FALSE;
	}
	index->used += entry.height;
	g_array_append_val(index->entries, entry);
	return TRUE;
}

/* A section's name with nothing under it. */
static void drop_last_entry(struct index *index)
{
	index->used -= g_array_index(index->entries, struct entry, index->entries->len - 1).height;
	g_array_set_size(index->entries, index->entries->len - 1);
}

static gboolean add_story(struct index *index, const struct story *story)
{
	g_autofree char *head = reference_head(story);

	return add_entry(index, story, head, STYLE_INDEX, story->language);
}

static gboolean is_worth(const struct forme *forme, const struct story *story, int section, int round)
{
	const char *page = g_hash_table_lookup(forme->page_of, story->id);

	if (story->section != section || page == NULL ||
	    edition_page_number(forme->stone->edition, page) == 1 ||
	    (story->front == FRONT_NEVER && forme->stone->edition->supplement == NULL) ||
	    story->kind == KIND_CORRECTION ||
	    (story->kind == KIND_SPONSORED && forme->stone->edition->supplement == NULL))
		return FALSE;
	return round == 0 ? story->priority <= 2 : story->priority == round + 2;
}

/* How many stories each section may name: one, then two … while all entries fit. */
static void add_sections(struct index *index, int stories_each)
{
	const struct edition *edition = index->forme->stone->edition;

	for (guint s = 0; s < edition->sections->len; s++) {
		const struct section *section = edition->sections->pdata[s];
		int named = 0;
		for (int round = 0; round < 3; round++) {
			for (guint i = 0; i < edition->stories->len && named < stories_each; i++) {
				const struct story *story = edition->stories->pdata[i];
				if (!is_worth(index->forme, story, (int)s, round))
					continue;
				if (named == 0 && !add_entry(index, NULL, section->name, STYLE_INDEX_HEAD,
							     edition->language))
					return;
				if (!add_story(index, story)) {
					if (named == 0)
						drop_last_entry(index);
					return;
				}
				named++;
			}
		}
	}
}

/* The number stands flush right, on the last line of its headline, and is the label of its item: in one piece
   with the headline they would be read as one word. */
static void ink_number(const struct index *index, const struct entry *entry, const char *item, fix baseline)
{
	struct text_style style = *entry->style;
	g_autofree char *name = g_strconcat(item, "/page", NULL);

	style.align = ALIGN_RIGHT;
	inking_mark(index->forme, MARK_LIST_LABEL, name, NULL)->label = g_strdup(entry->page);
	inking_text(index->forme, entry->page, &style, index->box.x, baseline, index->box.width,
		    entry->language);
	inking_end(index->forme);
}

/* The story that leads a supplement: of its first page, the most important. */
static const struct story *lead_of(const struct index *index, const struct edition *run)
{
	const struct story *lead = NULL;

	for (guint i = 0; i < run->stories->len; i++) {
		const struct story *story = run->stories->pdata[i];
		const char *page = g_hash_table_lookup(index->forme->page_of, story->id);
		if (page != NULL && edition_page_number(run, page) == 1 &&
		    (lead == NULL || story->priority < lead->priority))
			lead = story;
	}
	return lead;
}

/* Each supplement by its name and what leads it; before the sections, which take what room is left. */
static void add_supplements(struct index *index)
{
	const struct edition *edition = index->forme->stone->edition;

	for (guint i = 1;
	     edition->whole != NULL && edition->supplement == NULL && i < edition->whole->runs->len; i++) {
		const struct edition *run = edition->whole->runs->pdata[i];
		const struct story *lead = lead_of(index, run);
		if (lead != NULL && add_entry(index, NULL, run->name, STYLE_INDEX_HEAD, run->language) &&
		    !add_story(index, lead))
			drop_last_entry(index);
	}
}

static void ink_entry(struct index *index, const struct entry *entry, fix top)
{
	struct forme *forme = index->forme;
	const struct setting *setting = &entry->settings->by_lines[entry->settings->best];
	const struct face *face = stone_face(forme->stone, entry->style);
	fix baseline = top + fix_scale(entry->style->size, face->cap_height, 1000);
	g_autofree char *name =
		g_strconcat("index/", entry->story != NULL ? entry->story->id : entry->text, NULL);

	inking_mark(forme, entry->story != NULL ? MARK_LIST_ITEM : MARK_FURNITURE, name, NULL)->label =
		g_strdup("index");
	if (entry->story != NULL) {
		g_autofree char *to = module_destination(entry->story), *target = g_strconcat("#", to, NULL);
		g_autofree char *link = g_strconcat(name, "/link", NULL);
		g_autofree char *about = g_strdup_printf("%s, %s", entry->text, entry->page);
		ink_number(index, entry, name, baseline + (setting->lines - 1) * entry->style->leading);
		inking_mark(forme, MARK_LINK, link, NULL);
		inking_lines(forme, entry->paragraph, setting, &index->measure, index->box.x, baseline,
			     entry->style->leading, NULL);
		inking_link(forme,
			    (struct rect){index->box.x, top - 2 * FIX_PT, index->box.width, entry->height},
			    target, about);
		inking_end(forme);
	} else {
		inking_lines(forme, entry->paragraph, setting, &index->measure, index->box.x, baseline,
			     entry->style->leading, NULL);
	}
	inking_end(forme);
}

static int heads_of(const struct index *index)
{
	int heads = 0;

	for (guint i = 0; i < index->entries->len; i++)
		heads += g_array_index(index->entries, struct entry, i).story == NULL;
	return heads;
}

static void add_all(struct index *index, int stories_each)
{
	g_array_set_size(index->entries, 0);
	index->used = 0;
	add_supplements(index);
	add_sections(index, stories_each);
}

/* The largest set of entries that fits and leaves out no section that fits with fewer; what room is left goes
   between them. */
static void fill_index(struct index *index)
{
	int sections;

	add_all(index, 1);
	sections = heads_of(index);
	for (int each = STORIES_EACH; each > 1; each--) {
		add_all(index, each);
		if (heads_of(index) == sections)
			return;
	}
	add_all(index, 1);
}

/* White over each section, and over each story. */
struct spare {
	fix section, story;
};

/* The white goes between the sections, and where that leaves too much at the foot, between the stories too;
   the rows that are left then are told, copy could have them. */
static struct spare share_white(const struct index *index)
{
	int gaps = MAX(heads_of(index) - 1, 0);
	fix white = index->box.height - index->used, leading = stone_leading(index->forme->stone);
	struct spare spare = {MIN(white / (gaps + 1), GAP_MOST), 0};
	fix foot = white - gaps * spare.section;

	if (foot < WHITE_MOST * leading)
		return spare;
	index->forme->decisions->index_white = (white - gaps * GAP_LEAST) / leading;
	spare.story = MIN(foot / (int)index->entries->len, MORE_GAP);
	return spare;
}

static gboolean is_story(const struct index *index, int entry)
{
	return entry >= 0 && entry < (int)index->entries->len &&
	       g_array_index(index->entries, struct entry, entry).story != NULL;
}

/* The stories of one section are one list; it is named by the first. */
static void open_list(const struct index *index, const struct entry *first)
{
	g_autofree char *name = g_strconcat("index/list/", first->story->id, NULL);

	inking_mark(index->forme, MARK_LIST, name, NULL)->label = g_strdup("index");
}

/* The rule and the word over it. Returns where the entries begin. */
static fix head_foot(const struct forme *forme, struct rect box, fix *baseline)
{
	const struct stone *stone = forme->stone;
	const struct text_style *head = stone_style(stone, STYLE_SECTION_STRIP);

	*baseline = box.y + stone_leading(stone) + stone->design->heavy_rule + 5 * FIX_PT +
		    fix_scale(head->size, stone_face(forme->stone, head)->cap_height, 1000);
	return *baseline + stone_leading(stone);
}

static void ink_head(struct forme *forme, struct rect box, fix baseline)
{
	const struct stone *stone = forme->stone;
	const char *language = stone->edition->language;
	g_autofree char *word = design_phrase(stone->design, language, "inside", NULL);

	inking_rule(forme,
		    (struct rect){box.x, box.y + stone_leading(stone), box.width, stone->design->heavy_rule},
		    stone->design->accent);
	inking_mark(forme, MARK_FURNITURE, "index", NULL)->label = g_strdup("index");
	inking_text(forme, word, stone_style(stone, STYLE_SECTION_STRIP), box.x, baseline, box.width,
		    language);
	inking_end(forme);
}

static void ink_entries(struct index *index, struct spare spare)
{
	fix top = index->box.y;

	for (int i = 0; i < (int)index->entries->len; i++) {
		const struct entry *entry = &g_array_index(index->entries, struct entry, i);
		/* A section's name keeps close to its stories. */
		if (i > 0 && entry->story == NULL)
			top += spare.section;
		else if (is_story(index, i - 1))
			top += spare.story;
		if (is_story(index, i) && !is_story(index, i - 1))
			open_list(index, entry);
		ink_entry(index, entry, top);
		if (is_story(index, i) && !is_story(index, i + 1))
			inking_end(index->forme);
		top += entry->height;
	}
}

void furniture_index(struct forme *forme, struct rect box)
{
	struct index index = {.forme = forme, .box = box, .measure = {.width = box.width - NUMBER_ROOM}};
	fix baseline;

	index.box.y = head_foot(forme, box, &baseline);
	index.box.height = rect_foot(box) - index.box.y;
	index.entries = g_array_new(FALSE, TRUE, sizeof(struct entry));
	g_array_set_clear_func(index.entries, entry_clear);
	fill_index(&index);
	if (index.entries->len > 0) {
		ink_head(forme, box, baseline);
		ink_entries(&index, share_white(&index));
	} else {
		forme->decisions->index_white = ROWS_MAX; /* all of its zone */
	}
	g_array_unref(index.entries);
}
