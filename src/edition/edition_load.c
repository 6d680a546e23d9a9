#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "edition/ads.h"
#include "edition/calendar.h"
#include "edition/copy_text.h"
#include "edition/fate.h"
#include "edition/loading.h"
#include "edition/morgue.h"
#include "edition/parts.h"
#include "edition/pictures.h"
#include "edition/plan.h"
#include "edition/sections.h"
#include "edition/slug.h"
#include "edition/story_list.h"
#include "edition/story_parse.h"
#include "edition/supplements.h"

/* ---- the folder ---- */

/* The real path, or NULL when there is no such folder (told). */
static char *folder_find(struct loading *loading, const char *path)
{
	char *real = realpath(path, NULL);
	g_autoptr(GError) error = NULL;

	if (real != NULL)
		loading->edition->folder = folder_open(real, &error);
	if (loading->edition->folder != NULL)
		return real;
	free(real);
	if (error != NULL && g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_DIR))
		diag_add(loading->diag, DIAG_FOLDER_MISSING, place_in(path, 0, 0),
			 "this is a file: name the folder of an edition");
	else
		diag_add(loading->diag, DIAG_FOLDER_MISSING, place_in(path, 0, 0),
			 "there is no such folder: name the folder of an edition");
	return NULL;
}

/* ---- what paper it is ---- */

static struct place place_of_house(const struct loading *loading)
{
	const struct house *house = &loading->house;

	return place_in(house->edition != NULL ? house->edition_file : house->paper_file, 0, 0);
}

static char *text_of(const struct loading *loading, const struct yaml_node *node)
{
	if (house_file_text(node) == NULL)
		return NULL;
	return copy_text_line(node->text, node->place, loading->diag);
}

static void name_read(struct loading *loading)
{
	char *name = text_of(loading, house_file_value(&loading->house, "name"));

	if (name == NULL || *name == '\0') {
		diag_add(loading->diag, DIAG_KEY_MISSING, place_of_house(loading),
			 "the paper has no name: add 'name:' to paper.yaml or edition.yaml");
		g_free(name);
		name = g_strdup("Untitled");
	}
	loading->edition->name = name;
}

static gboolean day_from_name(const char *path, struct day *day)
{
	g_autofree char *name = g_path_get_basename(path);

	return calendar_parse(name, day);
}

static void date_read(struct loading *loading, const char *path)
{
	struct edition *edition = loading->edition;
	const struct yaml_node *node = house_file_value(&loading->house, "date");
	struct day written = {0}, named = {0};
	gboolean is_written = calendar_parse(house_file_text(node), &written);
	gboolean is_named = day_from_name(path, &named);

	if (!is_written && !is_named && node == NULL)
		diag_add(loading->diag, DIAG_KEY_MISSING, place_of_house(loading),
			 "the edition has no date: add 'date: 2026-11-22' to edition.yaml, or name the "
			 "folder by its date");
	if (is_written && is_named && calendar_days_between(written, named) != 0)
		diag_add(loading->diag, DIAG_DATE_DIFFERS, node->place,
			 "date is %s but the folder is named for another day: mend one of the two",
			 node->text);
	if (!is_written)
		written = is_named ? named : (struct day){1970, 1, 1};
	edition->year = written.year;
	edition->month = written.month;
	edition->day = written.day;
}

static void number_read(struct loading *loading)
{
	const struct yaml_node *map = house_file_value(&loading->house, "edition");
	const struct yaml_node *number = yaml_get(map, "number");
	struct edition *edition = loading->edition;
	struct day day = {edition->year, edition->month, edition->day};

	edition->issue = calendar_issue(house_file_value(&loading->house, "issue"), day, &house_file_codes,
					loading->diag);
	edition->number = yaml_integer(map, "number", 1);
	edition->edition_name = text_of(loading, yaml_get(map, "name"));
	if (edition->number > 1)
		diag_add(loading->diag, DIAG_KEY_NOT_SET_YET, number->place, "not set yet: edition");
	if (edition->number >= 1 && edition->number <= 99)
		return;
	diag_add(loading->diag, DIAG_VALUE_WRONG, number->place,
		 "number: an edition's number is 1 for the first, 2 for the second: write that");
	edition->number = 1;
}

static void release_read(struct loading *loading)
{
	struct edition *edition = loading->edition;
	const char *text = house_file_text(house_file_value(&loading->house, "release"));
	g_autoptr(GDateTime) time = text == NULL ? NULL : g_date_time_new_from_iso8601(text, NULL);

	edition->release =
		time != NULL ? g_strdup(text)
			     : calendar_release((struct day){edition->year, edition->month, edition->day});
}

static void imprint_read(struct loading *loading)
{
	struct edition *edition = loading->edition;
	const struct {
		const char *key;
		char **text;
	} lines[] = {{"publisher", &edition->imprint.publisher}, {"licence", &edition->imprint.licence},
		     {"editor", &edition->imprint.editor},	 {"address", &edition->imprint.address},
		     {"phone", &edition->imprint.phone},	 {"email", &edition->imprint.email}};

	for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
		*lines[i].text = text_of(loading, house_file_inner(&loading->house, "imprint", lines[i].key));
}

/* A layout is a folder's name, never a path. */
static void layout_read(struct loading *loading)
{
	const struct yaml_node *node = house_file_value(&loading->house, "layout");
	const char *text = house_file_text(node);

	if (text != NULL && (strchr(text, '/') != NULL || *text == '.' || *text == '\0')) {
		diag_add(loading->diag, DIAG_VALUE_WRONG, node->place,
			 "layout: '%s' is no layout's name: write the name of a folder of layouts/", text);
		text = NULL;
	}
	loading->edition->layout = g_strdup(text == NULL ? "tabloid" : text);
}

static void paper_read(struct loading *loading, const char *path)
{
	struct edition *edition = loading->edition;
	const char *language = house_file_text(house_file_value(&loading->house, "language"));
	const char *typography = house_file_text(house_file_value(&loading->house, "typography"));

	name_read(loading);
	edition->language = g_strcmp0(language, "vi") == 0 ? "vi" : "en";
	layout_read(loading);
	date_read(loading, path);
	number_read(loading);
	release_read(loading);
	edition->typography =
		g_strcmp0(typography, "as-written") == 0 ? TYPOGRAPHY_AS_WRITTEN : TYPOGRAPHY_HOUSE;
	edition->slug =
		slug_of_edition(edition->name, edition->year, edition->month, edition->day, edition->number);
	imprint_read(loading);
}

/* ---- the stories ---- */

/* What is wrong with copy that the desk holds back costs nothing tonight. */
static enum diag_severity gravest_for(const struct story *story)
{
	switch (story->status) {
	case STATUS_READY:
		return DIAG_FATAL;
	case STATUS_HOLD:
		return DIAG_WARNING;
	default:
		return DIAG_NOTE;
	}
}

static void story_read(struct loading *loading, const struct listed_story *listed)
{
	struct diag *diag = loading->diag;
	struct story *story;

	loading->diag = diag_new();
	story = story_parse(loading, listed);
	diag_move(diag, loading->diag, gravest_for(story));
	diag_free(loading->diag);
	loading->diag = diag;
	g_ptr_array_add(loading->edition->stories, story);
}

static gint story_order(gconstpointer a, gconstpointer b)
{
	const struct story *first = *(const struct story *const *)a;
	const struct story *second = *(const struct story *const *)b;

	if (first->section != second->section)
		return first->section < second->section ? -1 : 1;
	if (first->priority != second->priority)
		return first->priority < second->priority ? -1 : 1;
	if (first->order != second->order)
		return first->order < second->order ? -1 : 1;
	return strcmp(first->file, second->file);
}

static gboolean stories_read(struct loading *loading)
{
	GArray *list = story_list_make(loading);

	if (list == NULL)
		return FALSE;
	for (guint i = 0; i < list->len; i++)
		story_read(loading, &g_array_index(list, struct listed_story, i));
	g_array_unref(list);
	g_ptr_array_sort(loading->edition->stories, story_order);
	return TRUE;
}

/* ---- across stories ---- */

/* Paid copy is never without its label. */
static void label_paid(struct loading *loading)
{
	const struct edition *edition = loading->edition;

	for (guint i = 0; i < edition->stories->len; i++) {
		struct story *story = g_ptr_array_index(edition->stories, i);
		const struct section *section = g_ptr_array_index(edition->sections, story->section);
		const struct supplement *supplement = supplements_of(edition, story->file);
		if (section->sponsored || (supplement != NULL && supplement->sponsored))
			story->kind = KIND_SPONSORED;
		if (story->kind == KIND_SPONSORED && story->label.text == NULL)
			story->label = (struct copy){g_strdup(edition->rules.ad_mark), story->place, NULL};
	}
}

static char *body_sum(const struct story *story)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < story->blocks->len; i++) {
		const struct block *block = g_ptr_array_index(story->blocks, i);
		for (guint k = 0; k < block->spans->len; k++)
			g_string_append(text, g_array_index(block->spans, struct span, k).text);
		g_string_append_c(text, '\n');
	}
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
}

static void tell_twins(struct loading *loading)
{
	const struct edition *edition = loading->edition;
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		g_autofree char *sum = NULL;
		const struct story *twin;

		if (story->fate != FATE_TO_PLACE || story->words == 0)
			continue;
		sum = body_sum(story);
		twin = g_hash_table_lookup(seen, sum);
		if (twin != NULL)
			diag_add(loading->diag, DIAG_STORY_DUPLICATE, story->place,
				 "the text is the same as that of '%s': kill one of the two", twin->id);
		else
			g_hash_table_insert(seen, g_steal_pointer(&sum), (gpointer)story);
	}
}

static void see_also_check(const struct loading *loading, const struct story *story, const char *id)
{
	const struct story *other = edition_story(loading->edition, id);

	if (other == NULL)
		diag_add(loading->diag, DIAG_SEE_ALSO_DEAD, story->place,
			 "see_also: '%s' is no story of this edition: mend the name, or take it away", id);
	else if (other == story)
		diag_add(loading->diag, DIAG_SEE_ALSO_DEAD, story->place,
			 "see_also: the story points to itself: take '%s' away", id);
	else if (other->fate != FATE_TO_PLACE)
		diag_add(loading->diag, DIAG_SEE_ALSO_DEAD, story->place,
			 "see_also: '%s' stays out of this edition (%s): take it away", id, other->why);
}

static void see_also_check_all(const struct loading *loading)
{
	const struct edition *edition = loading->edition;

	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		for (guint k = 0; story->fate == FATE_TO_PLACE && k < story->see_also->len; k++)
			see_also_check(loading, story, g_ptr_array_index(story->see_also, k));
	}
}

/* ---- boxes ---- */

/* Why `box` cannot stand with `story`; NULL when it can. */
static const char *box_trouble(const struct story *story, const struct story *box)
{
	if (box == NULL)
		return "is no story of this edition: mend the name";
	if (box == story)
		return "is this story itself";
	if (box->fate != FATE_TO_PLACE)
		return "stays out of this edition";
	if (box->run != story->run)
		return "belongs to another run of pages";
	if (story->with != NULL)
		return "would stand in a box of a box: name both at the main story";
	if (box->with != NULL && strcmp(box->with, story->id) != 0)
		return "stands with another story already";
	if (box->boxes->len > 0)
		return "has boxes of its own";
	return NULL;
}

static void box_refuse(const struct loading *loading, const struct story *story, const char *key,
		       const char *id, const char *why)
{
	diag_add(loading->diag, DIAG_BOX_ASTRAY, story->place, "%s: '%s' %s; it is passed over", key, id,
		 why);
}

/* `with:` at the box says the same as `boxes:` at the main story. */
static void with_resolve(struct loading *loading, struct story *box)
{
	struct story *story = (struct story *)edition_story(loading->edition, box->with);
	const char *why = story == NULL			 ? "is no story of this edition: mend the name"
			  : story == box		 ? "is this story itself"
			  : story->run != box->run	 ? "belongs to another run of pages"
			  : story->with != NULL		 ? "stands in a box itself: name the main story"
			  : story->fate != FATE_TO_PLACE ? "stays out of this edition"
							 : NULL;

	if (why != NULL) {
		box_refuse(loading, box, "with", box->with, why);
		g_clear_pointer(&box->with, g_free);
	} else if (!g_ptr_array_find_with_equal_func(story->boxes, box->id, g_str_equal, NULL)) {
		g_ptr_array_add(story->boxes, g_strdup(box->id));
	}
}

static void boxes_resolve(struct loading *loading, struct story *story)
{
	for (guint i = 0; i < story->boxes->len;) {
		const char *id = g_ptr_array_index(story->boxes, i);
		struct story *box = (struct story *)edition_story(loading->edition, id);
		const char *why = box_trouble(story, box);
		if (why == NULL) {
			g_free(box->with);
			box->with = g_strdup(story->id);
			i++;
			continue;
		}
		box_refuse(loading, story, "boxes", id, why);
		g_ptr_array_remove_index(story->boxes, i);
	}
}

static void boxes_check_all(struct loading *loading)
{
	const GPtrArray *stories = loading->edition->stories;

	for (guint i = 0; i < stories->len; i++) {
		struct story *story = g_ptr_array_index(stories, i);
		if (story->with != NULL && story->fate == FATE_TO_PLACE)
			with_resolve(loading, story);
	}
	for (guint i = 0; i < stories->len; i++) {
		struct story *story = g_ptr_array_index(stories, i);
		if (story->fate == FATE_TO_PLACE)
			boxes_resolve(loading, story);
	}
}

static void tell_empty(const struct loading *loading)
{
	const struct edition *edition = loading->edition;

	for (guint i = 0; i < edition->stories->len; i++)
		if (((const struct story *)g_ptr_array_index(edition->stories, i))->fate == FATE_TO_PLACE)
			return;
	diag_add(loading->diag, DIAG_EDITION_EMPTY, place_of_house(loading),
		 "no story is ready to print: add stories as *.md files with 'status: ready'");
}

/* Locked pages are printed as they lie there: make-up reads them, and they belong to what came in. */
static void locks_count(struct loading *loading)
{
	g_autoptr(GPtrArray) files = folder_list(loading->edition->folder, "locks", ".page", NULL);

	for (guint i = 0; files != NULL && i < files->len; i++) {
		g_autoptr(GBytes) bytes =
			intake_read(loading, g_ptr_array_index(files, i), EDITION_PICTURE_BYTES, NULL);
		(void)bytes;
	}
}

/* ---- the whole ---- */

static gboolean all_read(struct loading *loading, const char *path)
{
	if (!house_file_read(loading, path))
		return FALSE;
	paper_read(loading, path);
	sections_read(loading);
	ads_read_rules(loading);
	ads_read(loading);
	plan_read(loading);
	supplements_read(loading);
	if (!stories_read(loading))
		return FALSE;
	label_paid(loading);
	plan_resolve(loading);
	fate_decide(loading);
	tell_twins(loading);
	see_also_check_all(loading);
	boxes_check_all(loading);
	supplements_divide(loading);
	tell_empty(loading);
	locks_count(loading);
	intake_seal(loading);
	return TRUE;
}

struct edition *edition_load(const char *folder, struct diag *diag)
{
	return edition_load_again(folder, NULL, diag);
}

struct edition *edition_load_again(const char *folder, struct morgue *morgue, struct diag *diag)
{
	struct loading loading = {.edition = edition_new(), .diag = diag, .morgue = morgue};
	char *path;
	gboolean read = FALSE;

	if (morgue != NULL)
		morgue_begin(morgue);
	loading.intake = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	loading.prints = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, pictures_forget);
	path = folder_find(&loading, folder);
	if (path != NULL)
		read = all_read(&loading, path);
	free(path);
	house_file_forget(&loading.house);
	g_hash_table_unref(loading.prints);
	g_hash_table_unref(loading.intake);
	if (!read)
		g_clear_pointer(&loading.edition, edition_free);
	return loading.edition;
}
