#include "desk/places.h"

#include <string.h>

struct rect places_part(const struct desk_grid *grid, const struct story_part *part)
{
	int first = CLAMP(part->column, 0, DESK_COLUMNS_MAX - 1);
	int last = CLAMP(part->column + part->columns - 1, first, DESK_COLUMNS_MAX - 1);
	struct rect box = {.x = grid->left[first], .y = grid->top + part->row * grid->leading};

	box.width = grid->left[last] + grid->column_width - box.x;
	box.height = part->rows * grid->leading;
	return box;
}

int places_sheet(const struct proof *proof, const char *label)
{
	for (guint i = 0; label != NULL && i < proof->sheets->len; i++)
		if (strcmp(g_array_index(proof->sheets, struct desk_sheet, i).page->label, label) == 0)
			return (int)i;
	return -1;
}

const struct story_decision *places_decision(const struct proof *proof, const char *story)
{
	for (guint i = 0; proof->decisions != NULL && i < proof->decisions->stories->len; i++) {
		const struct story_decision *decision = g_ptr_array_index(proof->decisions->stories, i);
		if (g_strcmp0(decision->id, story) == 0)
			return decision;
	}
	return NULL;
}

int places_story_of_file(const struct edition *edition, const char *file)
{
	for (guint i = 0; file != NULL && i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		if (g_strcmp0(story->file, file) == 0)
			return (int)i;
		for (guint k = 0; k < story->pictures->len; k++)
			if (strcmp(((const struct picture *)g_ptr_array_index(story->pictures, k))->file,
				   file) == 0)
				return (int)i;
	}
	return -1;
}

/* ---- a line of copy ---- */

/* A run reaches from one size above its baseline to a quarter below it, accents and descenders within. */
static struct rect run_box(const struct page_glyphs *run)
{
	const struct page_glyph *first = &g_array_index(run->glyphs, struct page_glyph, 0);
	const struct page_glyph *last = &g_array_index(run->glyphs, struct page_glyph, run->glyphs->len - 1);

	return (struct rect){first->x, first->y - run->size, last->x + last->advance - first->x,
			     run->size + run->size / 4};
}

struct set_run {
	const struct page_glyphs *run;
	int sheet;
};

static void note_run(GHashTable *lines, const struct page_item *item, int sheet)
{
	struct set_run set = {&item->glyphs, sheet};
	gpointer line = GINT_TO_POINTER(item->glyphs.place.line);
	GArray *runs;

	if (item->kind != ITEM_GLYPHS || item->glyphs.glyphs->len == 0 || item->glyphs.place.file == NULL)
		return;
	runs = g_hash_table_lookup(lines, line);
	if (runs == NULL) {
		runs = g_array_new(FALSE, FALSE, sizeof(struct set_run));
		g_hash_table_insert(lines, line, runs);
	}
	g_array_append_val(runs, set);
}

GHashTable *places_lines(const struct proof *proof)
{
	GHashTable *lines = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);

	for (guint i = 0; i < proof->sheets->len; i++) {
		const struct page *page = g_array_index(proof->sheets, struct desk_sheet, i).page;
		for (guint k = 0; k < page->items->len; k++)
			note_run(lines, g_ptr_array_index(page->items, k), (int)i);
	}
	return lines;
}

/* The run that begins last before the column; the first of the line where none does. */
static gboolean find_run(GHashTable *lines, const struct place *place, struct fault *fault)
{
	const GArray *runs = g_hash_table_lookup(lines, GINT_TO_POINTER(place->line));
	const struct page_glyphs *nearest = NULL;

	for (guint i = 0; runs != NULL && i < runs->len; i++) {
		const struct set_run *set = &g_array_index(runs, struct set_run, i);
		const struct place *at = &set->run->place;
		if (strcmp(at->file, place->file) != 0)
			continue;
		if (nearest != NULL && (at->column > place->column || at->column < nearest->place.column))
			continue;
		if (nearest != NULL && at->column == nearest->place.column && place->column <= at->column)
			continue;
		nearest = set->run;
		fault->sheet = set->sheet;
	}
	if (nearest == NULL)
		return FALSE;
	fault->box = run_box(nearest);
	fault->on_line = TRUE;
	return TRUE;
}

/* ---- a photograph, a story ---- */

/* The file that the copy names at this place: messages about a picture stand at its entry. */
static const char *picture_at(const struct edition *edition, const struct place *place)
{
	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		for (guint k = 0; k < story->pictures->len; k++) {
			const struct picture *picture = g_ptr_array_index(story->pictures, k);
			if (g_strcmp0(picture->place.file, place->file) == 0 &&
			    picture->place.line == place->line)
				return picture->file;
		}
	}
	for (guint i = 0; i < edition->ads->len; i++) {
		const struct ad *ad = g_ptr_array_index(edition->ads, i);
		if (g_strcmp0(ad->place.file, place->file) == 0 && ad->place.line == place->line)
			return ad->file;
	}
	return NULL;
}

static gboolean find_photo(const struct proof *proof, const char *file, struct fault *fault)
{
	for (guint i = 0; file != NULL && i < proof->sheets->len; i++) {
		const struct page *page = g_array_index(proof->sheets, struct desk_sheet, i).page;
		for (guint k = 0; k < page->items->len; k++) {
			const struct page_item *item = g_ptr_array_index(page->items, k);
			if (item->kind != ITEM_PHOTO || g_strcmp0(item->photo.file, file) != 0)
				continue;
			fault->sheet = (int)i;
			fault->box = item->photo.box;
			return TRUE;
		}
	}
	return FALSE;
}

static void find_story(const struct proof *proof, const struct story *story, struct fault *fault)
{
	const struct story_decision *decision = places_decision(proof, story->id);
	const struct story_part *part;

	if (decision == NULL || decision->parts->len == 0)
		return;
	part = &g_array_index(decision->parts, struct story_part, 0);
	fault->sheet = places_sheet(proof, part->page);
	if (fault->sheet >= 0)
		fault->box = places_part(&g_array_index(proof->sheets, struct desk_sheet, fault->sheet).grid,
					 part);
}

/* A fault of a whole page says "page 7 …" and has no place in the copy. */
static void find_page(const struct proof *proof, struct fault *fault)
{
	g_auto(GStrv) words = g_strsplit(fault->message->text, " ", 3);

	if (g_strv_length(words) < 2 || strcmp(words[0], "page") != 0)
		return;
	fault->sheet = places_sheet(proof, words[1]);
	if (fault->sheet >= 0) {
		const struct page *page = g_array_index(proof->sheets, struct desk_sheet, fault->sheet).page;
		fault->box = (struct rect){0, 0, page->width, page->height};
	}
}

void places_find(const struct proof *proof, GHashTable *lines, struct fault *fault)
{
	const struct place *place = &fault->message->place;
	int story = places_story_of_file(proof->edition, place->file);

	fault->sheet = -1;
	fault->story = story;
	if (place->file == NULL || *place->file == '\0') {
		find_page(proof, fault);
		return;
	}
	if (place->line > 1 && find_run(lines, place, fault))
		return;
	if (find_photo(proof, picture_at(proof->edition, place), fault) || story < 0)
		return;
	find_story(proof, g_ptr_array_index(proof->edition->stories, story), fault);
}

char *places_pt(fix length)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	return g_strdup(g_ascii_formatd(text, sizeof(text), "%.2f", fix_to_pt(length)));
}
