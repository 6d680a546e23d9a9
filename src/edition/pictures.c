#include "edition/pictures.h"
#include "edition/marked_line.h"

#include <string.h>

#include "edition/copy_text.h"
#include "edition/front_matter.h"
#include "edition/morgue.h"
#include "edition/parts.h"

#define ONE	    65536
#define COLUMNS_MAX 24

static const char *const roles[] = {"main", "inset", "mugshot", "portrait", "graphic", "map", "logo", NULL};
static const char *const looks[] = {"left", "right", "ahead", NULL};

const struct schema_key pictures_schema[] = {
	{.name = "file", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "caption", .type = SCHEMA_TEXT},
	{.name = "credit", .type = SCHEMA_TEXT},
	{.name = "alt", .type = SCHEMA_TEXT},
	{.name = "role", .type = SCHEMA_WORD, .words = roles},
	{.name = "focus", .type = SCHEMA_NUMBERS},
	{.name = "crop", .type = SCHEMA_ANY},
	{.name = "columns", .type = SCHEMA_ANY},
	{.name = "looks", .type = SCHEMA_WORD, .words = looks},
	{.name = "must", .type = SCHEMA_BOOLEAN},
	{.name = NULL},
};

/* ---- the files ---- */

void pictures_forget(gpointer data)
{
	struct found_picture *found = data;

	if (--found->holders > 0)
		return;
	photo_metadata_free(found->metadata);
	g_free(found->why);
	g_free(found);
}

static struct found_picture *picture_look(const struct loading *loading, const char *file)
{
	struct found_picture *found = g_new0(struct found_picture, 1);
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = intake_open(loading, file, EDITION_PICTURE_BYTES, &error);

	if (bytes == NULL) {
		found->fault = intake_fault_of(error);
		found->why = g_strdup(error->message);
		return found;
	}
	found->usable = photo_probe(bytes, &found->facts, &error);
	found->unfit = !found->usable;
	if (found->usable) {
		found->metadata = photo_read_metadata(bytes);
		g_strlcpy(found->sha256, found->facts.sha256, sizeof found->sha256);
		return found;
	}
	g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
	g_strlcpy(found->sha256, sum, sizeof found->sha256);
	found->why = photo_fill_in(error == NULL ? "it is no picture" : error->message, file);
	return found;
}

/* From the morgue where it lies there. */
static struct found_picture *picture_known(const struct loading *loading, const char *file)
{
	g_autofree char *of_file = loading->morgue != NULL ? intake_stamp(loading, file) : NULL;
	g_autofree char *stamp = of_file != NULL ? g_strconcat(file, "\n", of_file, NULL) : NULL;
	struct found_picture *found = stamp != NULL ? morgue_find(loading->morgue, stamp) : NULL;

	if (found == NULL) {
		found = picture_look(loading, file);
		if (stamp != NULL && *found->sha256 != '\0')
			morgue_keep(loading->morgue, stamp, found);
	}
	return found;
}

const struct found_picture *pictures_find(struct loading *loading, const char *file)
{
	struct found_picture *found = g_hash_table_lookup(loading->prints, file);

	if (found == NULL) {
		found = picture_known(loading, file);
		found->holders++;
		if (*found->sha256 != '\0')
			intake_count(loading, file, found->sha256);
		g_hash_table_insert(loading->prints, g_strdup(file), found);
	}
	return found;
}

/* ---- one entry ---- */

static void passed_over(const struct loading *loading, const struct yaml_node *node, const char *text)
{
	diag_add(loading->diag, DIAG_STORY_VALUE, node->place, "%s: %s; it is passed over",
		 node->key == NULL ? "this value" : node->key, text);
}

/* A list of `count` numbers of 0..1, as 1/65536. */
static gboolean shares_read(const struct yaml_node *node, guint count, int *shares)
{
	if (node->kind != YAML_LIST || node->nodes->len != count)
		return FALSE;
	for (guint i = 0; i < count; i++) {
		const struct yaml_node *number = g_ptr_array_index(node->nodes, i);
		char *end = NULL;
		double share;

		if (number->kind != YAML_SCALAR || !g_ascii_isdigit(*number->text))
			return FALSE;
		share = g_ascii_strtod(number->text, &end);
		if (*end != '\0' || !(share >= 0 && share <= 1))
			return FALSE;
		shares[i] = (int)(share * ONE + 0.5);
	}
	return TRUE;
}

static void focus_read(const struct loading *loading, const struct yaml_node *node, struct picture *picture)
{
	int shares[2];

	if (node == NULL || node->kind != YAML_LIST)
		return;
	if (!shares_read(node, 2, shares)) {
		passed_over(loading, node, "write two numbers from 0 to 1, such as [0.6, 0.4]");
		return;
	}
	picture->focus_x = shares[0];
	picture->focus_y = shares[1];
	picture->focus_from = FOCUS_GIVEN;
}

static void crop_read(const struct loading *loading, const struct yaml_node *node, struct picture *picture)
{
	const char *word = house_file_text(node);
	int shares[4];

	if (node == NULL || node->null || (word != NULL && strcmp(word, "allowed") == 0))
		return;
	if (word != NULL && strcmp(word, "none") == 0) {
		picture->crop = CROP_NONE;
	} else if (shares_read(node, 4, shares) && shares[2] > 0 && shares[3] > 0 &&
		   shares[0] + shares[2] <= ONE && shares[1] + shares[3] <= ONE) {
		picture->crop = CROP_FIXED;
		picture->fixed_part = (struct photo_part){shares[0], shares[1], shares[2], shares[3]};
	} else {
		passed_over(loading, node, "write allowed, none, or [x, y, width, height] from 0 to 1");
	}
}

static void columns_read(const struct loading *loading, const struct yaml_node *entry,
			 struct picture *picture)
{
	const struct yaml_node *node = yaml_get(entry, "columns");
	gboolean range = node != NULL && node->kind == YAML_MAP;
	int least, most;

	if (node == NULL || node->null)
		return;
	least = range ? yaml_integer(node, "min", 1) : yaml_integer(entry, "columns", 0);
	most = range ? yaml_integer(node, "max", COLUMNS_MAX) : least;
	if (least < 1 || most < least || most > COLUMNS_MAX) {
		passed_over(loading, node, "write a number of columns, or {min: 2, max: 4}");
		return;
	}
	picture->columns_min = least;
	picture->columns_max = most;
}

static char *line_of(const struct loading *loading, const struct yaml_node *entry, const char *key)
{
	const struct yaml_node *node = yaml_get(entry, key);
	char *line;

	if (house_file_text(node) == NULL)
		return NULL;
	line = copy_text_line(node->text, node->place, loading->diag);
	if (*line == '\0')
		g_clear_pointer(&line, g_free);
	return line;
}

static struct place place_of(const struct yaml_node *entry, const char *key)
{
	const struct yaml_node *node = yaml_get(entry, key);

	return node == NULL ? entry->place : node->place;
}

/* ---- what the file itself says ---- */

static char *line_from_file(const struct loading *loading, const struct picture *picture, const char *text)
{
	char *line;

	if (text == NULL || !g_utf8_validate(text, -1, NULL))
		return NULL;
	line = copy_text_line(text, place_in(picture->file, 0, 0), loading->diag);
	if (*line == '\0')
		g_clear_pointer(&line, g_free);
	return line;
}

static void metadata_fill(const struct loading *loading, const struct photo_metadata *metadata,
			  struct picture *picture)
{
	if (metadata == NULL)
		return;
	if (picture->caption.text == NULL)
		picture->caption.text = line_from_file(loading, picture, metadata->caption);
	if (picture->credit.text == NULL)
		picture->credit.text = line_from_file(loading, picture, metadata->credit);
	if (picture->alt == NULL)
		picture->alt = line_from_file(loading, picture, metadata->alt);
	if (metadata->regions != NULL)
		g_array_append_vals(picture->regions, metadata->regions->data, metadata->regions->len);
}

/* Between the people whom the file points out. */
static void focus_from_regions(struct picture *picture)
{
	struct photo_part cover;

	if (picture->focus_from == FOCUS_GIVEN || !photo_regions_cover(picture->regions, &cover))
		return;
	picture->focus_x = cover.left + cover.width / 2;
	picture->focus_y = cover.top + cover.height / 2;
	picture->focus_from = FOCUS_REGIONS;
}

static gboolean stands_alone(enum picture_role role)
{
	return role == PICTURE_MUGSHOT || role == PICTURE_PORTRAIT || role == PICTURE_LOGO;
}

static void tell_missing(const struct loading *loading, const struct picture *picture)
{
	if (picture->alt == NULL)
		diag_add(loading->diag, DIAG_PHOTO_NO_ALT, picture->place,
			 "'%s' has no alt text for readers who cannot see it: add 'alt:'", picture->file);
	if (picture->caption.text == NULL && !stands_alone(picture->role))
		diag_add(loading->diag, DIAG_PHOTO_NO_CAPTION, picture->place,
			 "'%s' has no caption: add 'caption:'", picture->file);
	if (picture->credit.text == NULL && !stands_alone(picture->role))
		diag_add(loading->diag, DIAG_PHOTO_NO_CREDIT, picture->place,
			 "'%s' names nobody who made it: add 'credit:'", picture->file);
}

/* A caption is never used as alt text: a listener would hear it twice. */
static char *alt_from_headline(const struct story *story)
{
	const char *word = strcmp(story->language, "vi") == 0 ? "Ảnh:" : "Photograph:";
	const char *headline = story->headline.text == NULL ? story->id : story->headline.text;
	char *alt = g_strconcat(word, " ", headline, NULL);

	return g_strdelimit(alt, "\n", ' ');
}

static void tell_unusable(const struct loading *loading, const struct found_picture *found,
			  const struct picture *picture)
{
	if (found->unfit)
		diag_add(loading->diag, DIAG_PHOTO_UNUSABLE, picture->place,
			 "'%s' cannot be used (%s): the story is set without it", picture->file, found->why);
	else if (found->fault == INTAKE_MISSING)
		diag_add(loading->diag, DIAG_PHOTO_MISSING, picture->place,
			 "'%s' is not there: the story is set without it; add the file or mend 'file:'",
			 picture->file);
	else if (found->fault == INTAKE_ESCAPES)
		diag_add(loading->diag, DIAG_PHOTO_ESCAPES, picture->place,
			 "'%s' leads out of the edition folder: the story is set without it; put the file "
			 "inside",
			 picture->file);
	else
		diag_add(loading->diag, DIAG_PHOTO_UNUSABLE, picture->place,
			 "%s: the story is set without it; put a readable file there", found->why);
}

static void picture_probe(struct loading *loading, const struct story *story, struct picture *picture)
{
	const struct found_picture *found = pictures_find(loading, picture->file);

	picture->usable = found->usable;
	if (found->usable) {
		picture->facts = found->facts;
		metadata_fill(loading, found->metadata, picture);
		focus_from_regions(picture);
		tell_missing(loading, picture);
	} else {
		tell_unusable(loading, found, picture);
	}
	if (picture->alt == NULL)
		picture->alt = alt_from_headline(story);
}

static void fields_read(const struct loading *loading, const struct yaml_node *entry, struct picture *picture,
			gboolean first)
{
	int look = yaml_word(entry, "looks", looks, -1);

	picture->caption =
		(struct copy){line_of(loading, entry, "caption"), place_of(entry, "caption"), NULL};
	picture->credit = (struct copy){line_of(loading, entry, "credit"), place_of(entry, "credit"), NULL};
	marked_line_read(&picture->caption, loading->diag);
	picture->alt = line_of(loading, entry, "alt");
	picture->role =
		(enum picture_role)yaml_word(entry, "role", roles, first ? PICTURE_MAIN : PICTURE_INSET);
	picture->looks = look < 0 ? LOOKS_NOWHERE : (enum picture_looks)(look + LOOKS_LEFT);
	picture->must = yaml_boolean(entry, "must", FALSE);
	focus_read(loading, yaml_get(entry, "focus"), picture);
	crop_read(loading, yaml_get(entry, "crop"), picture);
	columns_read(loading, entry, picture);
}

static void picture_read(struct loading *loading, const struct yaml_node *entry, struct story *story)
{
	const struct yaml_node *file = yaml_get(entry, "file");
	struct picture *picture;
	char *path;

	if (house_file_text(file) == NULL)
		return;
	path = folder_resolve(story->file, file->text);
	if (path == NULL) {
		diag_add(loading->diag, DIAG_PHOTO_ESCAPES, file->place,
			 "'%s' leads out of the edition folder: the story is set without it; put the file "
			 "inside",
			 file->text);
		return;
	}
	picture = picture_new();
	picture->file = path;
	picture->place = file->place;
	fields_read(loading, entry, picture, story->pictures->len == 0);
	picture_probe(loading, story, picture);
	g_ptr_array_add(story->pictures, picture);
}

void pictures_read(struct loading *loading, const struct yaml_node *list, struct story *story)
{
	for (guint i = 0; list != NULL && list->kind == YAML_LIST && i < list->nodes->len; i++)
		picture_read(loading, g_ptr_array_index(list->nodes, i), story);
}

/* ---- the writers ---- */

static gboolean is_shown(const struct story *story, const char *file)
{
	for (guint i = 0; i < story->pictures->len; i++)
		if (strcmp(((const struct picture *)g_ptr_array_index(story->pictures, i))->file, file) == 0)
			return TRUE;
	return FALSE;
}

static void portrait_read(struct loading *loading, const struct byline *byline, struct story *story)
{
	g_autofree char *path = folder_resolve(story->file, byline->portrait);
	struct picture *picture;

	if (path == NULL) {
		diag_add(loading->diag, DIAG_PHOTO_ESCAPES, story->byline_place,
			 "'%s' leads out of the edition folder: the story is set without it; put the file "
			 "inside",
			 byline->portrait);
		return;
	}
	if (is_shown(story, path))
		return;
	picture = picture_new();
	picture->file = g_steal_pointer(&path);
	picture->place = story->byline_place;
	picture->caption = (struct copy){g_strdup(byline->name), story->byline_place, NULL};
	picture->credit.place = story->byline_place;
	picture->alt = g_strdup(byline->name);
	picture->role = PICTURE_PORTRAIT;
	picture_probe(loading, story, picture);
	g_ptr_array_add(story->pictures, picture);
}

void pictures_read_portraits(struct loading *loading, struct story *story)
{
	for (guint i = 0; story->bylines != NULL && i < story->bylines->len; i++) {
		const struct byline *byline = &g_array_index(story->bylines, struct byline, i);
		if (byline->portrait != NULL)
			portrait_read(loading, byline, story);
	}
}
