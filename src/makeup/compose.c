#include "makeup/compose.h"

#include <string.h>

#include "makeup/furniture.h"
#include "makeup/inking.h"
#include "makeup/link_room.h"
#include "makeup/lock.h"
#include "makeup/module.h"
#include "makeup/tally.h"

static const struct section *section_at(const struct stone *stone, int index)
{
	return stone->edition->sections->pdata[index];
}

static struct paper *new_paper(const struct stone *stone)
{
	const struct edition *edition = stone->edition;
	struct paper *paper = paper_new();
	g_autofree char *date =
		design_date(stone->design, edition->language, edition->year, edition->month, edition->day);
	g_autofree char *number = g_strdup_printf("%d", edition->issue);
	g_autofree char *issue =
		design_phrase(stone->design, edition->language, "issue", "number", number, NULL);
	g_autoptr(GString) names = g_string_new(NULL);

	for (guint i = 0; i < edition->sections->len; i++)
		g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", section_at(stone, (int)i)->name);
	g_free(paper->title);
	paper->title = edition->issue > 0 ? g_strdup_printf("%s, %s, %s", edition->name, date, issue)
					  : g_strdup_printf("%s, %s", edition->name, date);
	paper->subject = g_strdup(names->str);
	paper->publisher =
		g_strdup(edition->imprint.publisher != NULL ? edition->imprint.publisher : edition->name);
	paper->slug = g_strdup(edition->slug);
	paper->language = edition->language;
	paper->year = edition->year;
	paper->month = edition->month;
	paper->day = edition->day;
	paper->release = g_strdup(edition->release);
	return paper;
}

/* Which page each story starts on, and where it goes on: index, see-also and turn lines need both. */
static void note_pages(struct forme *forme, const GPtrArray *pages)
{
	GHashTableIter others;
	gpointer id, label;

	if (forme->stone->elsewhere != NULL) {
		g_hash_table_iter_init(&others, forme->stone->elsewhere);
		while (g_hash_table_iter_next(&others, &id, &label))
			g_hash_table_insert(forme->page_of, id, label);
	}
	for (guint i = 0; i < pages->len; i++) {
		const struct made_page *made = pages->pdata[i];
		for (guint s = 0; made->lock != NULL && s < made->lock->stories->len; s++) {
			const struct lock_story *story = made->lock->stories->pdata[s];
			if (!story->goes_on)
				g_hash_table_insert(forme->page_of, story->id, made->sheet->label);
		}
		for (guint t = 0; t < made->takes->len; t++) {
			const struct take *take = g_array_index(made->takes, struct placed_take, t).take;
			if (take->from_label == NULL)
				g_hash_table_insert(forme->page_of, take->story->id, made->sheet->label);
			else
				g_hash_table_insert(forme->goes_to,
						    inking_take_name(take->story->id, take->first),
						    made->sheet->label);
		}
	}
}

/* ---- outline ---- */

static void add_outline(struct paper *paper, int level, const char *title, const char *to)
{
	struct outline_entry *entry = g_new0(struct outline_entry, 1);

	entry->level = level;
	entry->title = g_strdelimit(g_strdup(title), "\n", ' ');
	entry->to = g_strdup(to);
	g_ptr_array_add(paper->outline, entry);
}

static int page_number_of(const struct forme *forme, const struct story *story)
{
	const char *label = g_hash_table_lookup(forme->page_of, story->id);
	return label != NULL ? edition_page_number(forme->stone->edition, label) : 0;
}

/* A supplement has one heading, its stories under it page by page. */
static void add_supplement_outline(struct forme *forme, const GPtrArray *pages)
{
	const struct edition *edition = forme->stone->edition;

	for (int number = 1; number <= (int)pages->len; number++) {
		for (guint i = 0; i < edition->stories->len; i++) {
			const struct story *story = edition->stories->pdata[i];
			g_autofree char *to = module_destination(story);
			if (page_number_of(forme, story) == number)
				add_outline(forme->paper, 1, story->headline.text, to);
		}
	}
}

/* The front page first, then the sections in the order of the paper. */
static void add_outlines(struct forme *forme, const GPtrArray *pages)
{
	const struct edition *edition = forme->stone->edition;

	g_autofree char *label = edition_label(edition, 1), *first = g_strconcat("page/", label, NULL);

	add_outline(forme->paper, 0, edition->name, first);
	if (edition->supplement != NULL) {
		add_supplement_outline(forme, pages);
		return;
	}
	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = edition->stories->pdata[i];
		g_autofree char *to = module_destination(story);
		if (page_number_of(forme, story) == 1)
			add_outline(forme->paper, 1, story->headline.text, to);
	}
	for (guint s = 0; s < edition->sections->len; s++) {
		gboolean begun = FALSE;
		for (guint i = 0; i < edition->stories->len; i++) {
			const struct story *story = edition->stories->pdata[i];
			g_autofree char *to = module_destination(story);
			if (story->section != (int)s || page_number_of(forme, story) <= 1)
				continue;
			if (!begun)
				add_outline(forme->paper, 0, section_at(forme->stone, (int)s)->name, to);
			begun = TRUE;
			add_outline(forme->paper, 1, story->headline.text, to);
		}
	}
}

/* ---- a page ---- */

static int reading_order(gconstpointer a, gconstpointer b)
{
	const struct placed_take *one = *(struct placed_take *const *)a,
				 *two = *(struct placed_take *const *)b;

	if (one->cells.row != two->cells.row)
		return one->cells.row - two->cells.row;
	return one->cells.column - two->cells.column;
}

static const char *section_name(const struct forme *forme, const struct made_page *made,
				const struct placed_take *placed)
{
	return made->sheet->number == 1 ? forme->stone->edition->name
					: section_at(forme->stone, placed->section)->name;
}

static void open_section(struct forme *forme, const char *section)
{
	g_autofree char *name = g_strconcat("section/", section, NULL);
	struct page_mark *mark = inking_mark(forme, MARK_SECTION, name, NULL);
	mark->label = g_strdup(section);
	if (forme->stone->edition->supplement != NULL)
		mark->language = forme->stone->edition->language;
}

static const struct strip *strip_of(const struct made_page *made, int section)
{
	for (guint i = 0; i < made->strips->len; i++) {
		const struct strip *strip = &g_array_index(made->strips, struct strip, i);
		if (strip->section == section)
			return strip;
	}
	return NULL;
}

/* A story that jumps stays in the section it started in: here, the front page's. */
static const char *home_of(struct forme *forme, const struct made_page *made,
			   const struct placed_take *placed)
{
	const struct edition *edition = forme->stone->edition;

	if (placed->take->from_label != NULL && edition_page_number(edition, placed->take->from_label) == 1)
		return forme->stone->edition->name;
	return section_name(forme, made, placed);
}

/* The label of a run of briefs is read before the first of them. */
static void ink_label_over(struct forme *forme, const struct made_page *made,
			   const struct placed_take *placed)
{
	for (guint i = 0; i < made->labels->len; i++) {
		struct cells label = g_array_index(made->labels, struct cells, i);
		if (label.column == placed->cells.column && label.row + label.rows == placed->cells.row)
			furniture_label(forme, made, label, placed->take->story->language);
	}
}

static void ink_stories(struct forme *forme, const struct made_page *made)
{
	g_autoptr(GPtrArray) takes = g_ptr_array_new();
	const char *open = NULL;

	for (guint i = 0; i < made->takes->len; i++)
		g_ptr_array_add(takes, &g_array_index(made->takes, struct placed_take, i));
	g_ptr_array_sort(takes, reading_order);
	for (guint i = 0; i < takes->len; i++) {
		const struct placed_take *placed = takes->pdata[i];
		const char *home = home_of(forme, made, placed);
		const struct strip *strip = strip_of(made, placed->section);
		gboolean first_of_section = TRUE;
		for (guint k = 0; k < i; k++)
			first_of_section &=
				((struct placed_take *)takes->pdata[k])->section != placed->section;
		if (open != NULL && strcmp(open, home) != 0) {
			inking_end(forme);
			open = NULL;
		}
		if (strip != NULL && first_of_section) {
			if (open != NULL)
				inking_end(forme);
			open_section(forme, section_at(forme->stone, placed->section)->name);
			furniture_strip(forme, made, strip);
			inking_end(forme);
			open = NULL;
		}
		if (open == NULL)
			open_section(forme, home);
		open = home;
		ink_label_over(forme, made, placed);
		module_ink(forme, made, placed);
	}
	if (open != NULL)
		inking_end(forme);
}

static char *section_names(const struct forme *forme, const struct made_page *made)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	for (guint s = 0; s < forme->stone->edition->sections->len; s++) {
		for (guint i = 0; i < made->takes->len; i++) {
			if (g_array_index(made->takes, struct placed_take, i).section != (int)s)
				continue;
			g_ptr_array_add(names, section_at(forme->stone, (int)s)->name);
			break;
		}
	}
	g_ptr_array_add(names, NULL);
	return g_strjoinv("  ·  ", (char **)names->pdata);
}

static void add_page_destination(struct forme *forme, const struct made_page *made)
{
	struct destination *destination = g_new0(struct destination, 1);

	destination->name = g_strconcat("page/", made->sheet->label, NULL);
	destination->page = made->sheet->number - 1;
	g_ptr_array_add(forme->paper->destinations, destination);
}

static void ink_page(struct forme *forme, const struct made_page *made)
{
	const struct design *design = forme->stone->design;
	g_autofree char *sections = section_names(forme, made);

	forme->page =
		page_new(made->sheet->number, made->sheet->label, design->page_width, design->page_height);
	g_ptr_array_add(forme->paper->pages, forme->page);
	add_page_destination(forme, made);
	if (made->sheet->number > 1 && !sheet_has(made->sheet, "folio"))
		furniture_folio(forme, made, sections);
	if (made->sheet->number == 1)
		open_section(forme, forme->stone->edition->name);
	furniture_zones(forme, made, sections);
	if (made->sheet->number == 1)
		inking_end(forme);
	ink_stories(forme, made);
	furniture_ads(forme, made);
	furniture_panels(forme, made);
	link_room(forme->page);
	tally_page(forme, made);
}

/* A locked page as it was, any other anew. */
static void set_page(struct forme *forme, struct made_page *made)
{
	if (made->lock != NULL)
		lock_ink(forme, made->lock);
	else
		ink_page(forme, made);
}

struct paper *compose_paper(const struct stone *stone, const GPtrArray *pages, struct decisions *decisions)
{
	struct forme forme = {.stone = stone, .paper = new_paper(stone), .decisions = decisions};

	forme.marks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	forme.page_of = g_hash_table_new(g_str_hash, g_str_equal);
	forme.goes_to = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	forme.spaces = g_array_new(FALSE, FALSE, sizeof(int));
	note_pages(&forme, pages);
	locks_check_references(stone->locks, stone, forme.page_of);
	for (guint i = 0; i < pages->len; i++)
		set_page(&forme, pages->pdata[i]);
	add_outlines(&forme, pages);
	tally_type(&forme);
	g_hash_table_unref(forme.marks);
	g_hash_table_unref(forme.page_of);
	g_hash_table_unref(forme.goes_to);
	g_array_unref(forme.spaces);
	return forme.paper;
}
