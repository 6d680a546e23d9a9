#include "edition/edition.h"

#include <string.h>

#include "edition/parts.h"

/* ---- freeing ---- */

static void copy_clear(struct copy *copy)
{
	g_clear_pointer(&copy->text, g_free);
	g_clear_pointer(&copy->spans, g_array_unref);
}

static void span_clear(gpointer data)
{
	struct span *span = data;
	g_free(span->text);
	g_free(span->link);
}

GArray *spans_new(void)
{
	GArray *spans = g_array_new(FALSE, TRUE, sizeof(struct span));
	g_array_set_clear_func(spans, span_clear);
	return spans;
}

static void table_free(struct table *table)
{
	if (table == NULL)
		return;
	for (int i = 0; i < table->columns * table->rows; i++)
		g_array_unref(table->cells[i].spans);
	g_free(table->cells);
	g_free(table->align);
	g_free(table);
}

static void block_free(gpointer data)
{
	struct block *block = data;
	g_array_unref(block->spans);
	table_free(block->table);
	g_free(block);
}

GPtrArray *blocks_new(void)
{
	return g_ptr_array_new_with_free_func(block_free);
}

static void picture_free(gpointer data)
{
	struct picture *picture = data;
	g_free(picture->file);
	copy_clear(&picture->caption);
	copy_clear(&picture->credit);
	g_free(picture->alt);
	g_array_unref(picture->regions);
	g_free(picture);
}

struct picture *picture_new(void)
{
	struct picture *picture = g_new0(struct picture, 1);
	picture->focus_x = picture->focus_y = 32768;
	picture->fixed_part = PHOTO_WHOLE;
	picture->regions = g_array_new(FALSE, TRUE, sizeof(struct photo_region));
	return picture;
}

static void byline_clear(gpointer data)
{
	struct byline *byline = data;
	g_free(byline->name);
	g_free(byline->role);
	g_free(byline->portrait);
	g_free(byline->bio);
}

static void story_free(gpointer data)
{
	struct story *story = data;
	struct copy *copies[] = {&story->headline, &story->kicker,   &story->deck,  &story->standfirst,
				 &story->dateline, &story->signoff,  &story->label, &story->headline_short,
				 &story->teaser,   &story->jump_head};
	char *texts[] = {story->id,	 story->file,	  story->subsection, story->why,
			 story->with,	 story->replaces, story->url,	     story->published,
			 story->updated, story->date,	  story->embargo,    story->valid_on};
	GPtrArray *lists[] = {story->alternates, story->pull_quotes, story->see_also,
			      story->boxes,	 story->pictures,    story->blocks};

	for (guint i = 0; i < G_N_ELEMENTS(copies); i++)
		copy_clear(copies[i]);
	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		g_free(texts[i]);
	for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
		g_ptr_array_unref(lists[i]);
	g_array_unref(story->bylines);
	g_free(story);
}

struct story *story_new(const char *file)
{
	struct story *story = g_new0(struct story, 1);

	story->file = g_strdup(file);
	story->id = g_str_has_suffix(file, ".md") ? g_strndup(file, strlen(file) - 3) : g_strdup(file);
	story->section = -1;
	story->priority = 3;
	story->alternates = g_ptr_array_new_with_free_func(g_free);
	story->pull_quotes = g_ptr_array_new_with_free_func(g_free);
	story->see_also = g_ptr_array_new_with_free_func(g_free);
	story->boxes = g_ptr_array_new_with_free_func(g_free);
	story->pictures = g_ptr_array_new_with_free_func(picture_free);
	story->blocks = blocks_new();
	story->bylines = g_array_new(FALSE, TRUE, sizeof(struct byline));
	g_array_set_clear_func(story->bylines, byline_clear);
	story->place = place_in(file, 1, 1);
	return story;
}

static void section_free(gpointer data)
{
	struct section *section = data;
	g_free(section->name);
	g_ptr_array_unref(section->subsections);
	g_free(section);
}

static void ad_free(gpointer data)
{
	struct ad *ad = data;
	char *texts[] = {ad->id, ad->file, ad->alt, ad->url, ad->label, ad->page, ad->section, ad->zone};

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		g_free(texts[i]);
	g_free(ad);
}

static void plan_story_clear(gpointer data)
{
	g_free(((struct plan_story *)data)->story);
}

static void plan_page_free(gpointer data)
{
	struct plan_page *page = data;
	g_free(page->label);
	g_free(page->template_name);
	g_free(page->lead);
	g_free(page->section);
	g_array_unref(page->stories);
	g_free(page);
}

struct plan_page *plan_page_new(const char *label)
{
	struct plan_page *page = g_new0(struct plan_page, 1);
	page->label = g_strdup(label);
	page->stories = g_array_new(FALSE, TRUE, sizeof(struct plan_story));
	g_array_set_clear_func(page->stories, plan_story_clear);
	return page;
}

void supplement_free(gpointer data)
{
	struct supplement *supplement = data;
	char *texts[] = {supplement->id,     supplement->name,	 supplement->folder,
			 supplement->layout, supplement->prefix, supplement->after};

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		g_free(texts[i]);
	g_free(supplement);
}

/* A run lends all but its lists from the edition. */
static void run_free(gpointer data)
{
	struct edition *run = data;

	g_ptr_array_unref(run->stories);
	g_ptr_array_unref(run->ads);
	g_ptr_array_unref(run->plan);
	g_free(run);
}

struct edition *edition_new(void)
{
	struct edition *edition = g_new0(struct edition, 1);

	edition->sections = g_ptr_array_new_with_free_func(section_free);
	edition->stories = g_ptr_array_new_with_free_func(story_free);
	edition->ads = g_ptr_array_new_with_free_func(ad_free);
	edition->plan = g_ptr_array_new_with_free_func(plan_page_free);
	edition->supplements = g_ptr_array_new_with_free_func(supplement_free);
	edition->runs = g_ptr_array_new_with_free_func(run_free);
	return edition;
}

void edition_free(struct edition *edition)
{
	if (edition == NULL)
		return;
	char *texts[] = {edition->house_prefix,
			 edition->name,
			 edition->slug,
			 edition->layout,
			 edition->edition_name,
			 edition->release,
			 edition->imprint.publisher,
			 edition->imprint.licence,
			 edition->imprint.editor,
			 edition->imprint.address,
			 edition->imprint.phone,
			 edition->imprint.email,
			 edition->rules.ad_mark};
	GPtrArray *lists[] = {edition->runs, edition->sections, edition->stories,
			      edition->ads,  edition->plan,	edition->supplements};

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
		g_free(texts[i]);
	for (guint i = 0; i < G_N_ELEMENTS(lists); i++)
		g_ptr_array_unref(lists[i]);
	folder_close(edition->folder);
	folder_close(edition->house_folder);
	g_free(edition);
}

/* ---- asking ---- */

gboolean edition_has_imprint(const struct edition *edition)
{
	const char *const lines[] = {edition->imprint.publisher, edition->imprint.licence,
				     edition->imprint.editor,	 edition->imprint.address,
				     edition->imprint.phone,	 edition->imprint.email};

	for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
		if (lines[i] != NULL && *lines[i] != '\0')
			return TRUE;
	return FALSE;
}

GBytes *edition_read(const struct edition *edition, const char *file, GError **error)
{
	const char *prefix = edition->house_prefix;

	if (prefix != NULL && g_str_has_prefix(file, prefix))
		return folder_read(edition->house_folder, file + strlen(prefix), EDITION_PICTURE_BYTES,
				   error);
	return folder_read(edition->folder, file, EDITION_PICTURE_BYTES, error);
}

const struct story *edition_story(const struct edition *edition, const char *id)
{
	const GPtrArray *stories = edition->whole != NULL ? edition->whole->stories : edition->stories;

	for (guint i = 0; i < stories->len; i++) {
		const struct story *story = g_ptr_array_index(stories, i);
		if (strcmp(story->id, id) == 0)
			return story;
	}
	return NULL;
}

char *edition_label(const struct edition *run, int number)
{
	return g_strdup_printf("%s%d", run->supplement != NULL ? run->supplement->prefix : "", number);
}

int edition_page_number(const struct edition *run, const char *label)
{
	const char *prefix = run->supplement != NULL ? run->supplement->prefix : "";
	gint64 number;

	if (!g_str_has_prefix(label, prefix) ||
	    !g_ascii_string_to_signed(label + strlen(prefix), 10, 1, G_MAXINT, &number, NULL))
		return 0;
	return (int)number;
}

int edition_run_of_label(const struct edition *edition, const char *label)
{
	for (guint i = 0; i < edition->runs->len; i++)
		if (edition_page_number(edition->runs->pdata[i], label) > 0)
			return (int)i;
	return edition->runs->len == 0 && edition_page_number(edition, label) > 0 ? 0 : -1;
}

const char *const story_kind_words[] = {
	[KIND_NEWS] = "news",		[KIND_BRIEF] = "brief",
	[KIND_OPINION] = "opinion",	[KIND_FEATURE] = "feature",
	[KIND_ANALYSIS] = "analysis",	[KIND_INTERVIEW] = "interview",
	[KIND_EDITORIAL] = "editorial", [KIND_COLUMN] = "column",
	[KIND_LETTERS] = "letters",	[KIND_CORRECTION] = "correction",
	[KIND_NOTICE] = "notice",	[KIND_OBITUARY] = "obituary",
	[KIND_LISTING] = "listing",	[KIND_RESULTS] = "results",
	[KIND_GRAPHIC] = "graphic",	[KIND_PHOTO] = "photo",
	[KIND_VIDEO] = "video",		[KIND_SPONSORED] = "sponsored",
	[KIND_IMPRINT] = "imprint",	[KIND_COUNT] = NULL,
};

const char *story_kind_word(enum story_kind kind)
{
	return story_kind_words[kind];
}

const char *picture_focus_word(enum picture_focus focus)
{
	static const char *const words[] = {[FOCUS_MIDDLE] = "middle",
					    [FOCUS_GIVEN] = "given",
					    [FOCUS_REGIONS] = "regions",
					    [FOCUS_GUESSED] = "guessed"};

	return words[focus];
}

const char *story_fate_word(enum story_fate fate)
{
	static const char *const words[] = {[FATE_TO_PLACE] = "to-place",
					    [FATE_HELD_OVER] = "held-over",
					    [FATE_REJECTED] = "rejected",
					    [FATE_KILLED] = "killed",
					    [FATE_DRAFT] = "draft"};

	return words[fate];
}

#define ADDRESS_LONG 32 /* bytes: about what a narrow leg takes on one line */

char *edition_printed_address(const char *url)
{
	const char *start = strstr(url, "://");
	g_autofree char *address = g_strdup(start != NULL ? start + 3 : url);
	char *path = strchr(address, '/');

	if (path != NULL && (path[1] == '\0' || strlen(address) > ADDRESS_LONG))
		*path = '\0';
	return g_strdup(g_str_has_prefix(address, "www.") ? address + 4 : address);
}
