#include "edition/ads.h"

#include <math.h>
#include <string.h>

#include "edition/copy_text.h"
#include "edition/link.h"
#include "edition/pictures.h"

#define AD_COLUMNS_MAX 24
#define AD_ROWS_MAX    400
#define AD_MM_MAX      2000.0

/* ---- rules ---- */

static void share_read(struct loading *loading, const struct yaml_node *share)
{
	static const char *const overs[] = {"note", "warning", "error", NULL};
	const struct yaml_node *most = yaml_get(share, "max");
	const char *text = house_file_text(most);
	struct edition *edition = loading->edition;
	char *end = NULL;
	gint64 percent;

	edition->rules.ad_share_over = (enum diag_severity)yaml_word(share, "over", overs, DIAG_WARNING);
	if (text == NULL)
		return;
	percent = g_ascii_strtoll(text, &end, 10);
	if (end == text || (*end != '\0' && strcmp(end, "%") != 0) || percent < 0 || percent > 100)
		diag_add(loading->diag, DIAG_VALUE_WRONG, most->place,
			 "max: '%s' is no share of the paper: write a share such as 30%%", text);
	else
		edition->rules.ad_share_max = (int)percent;
}

void ads_read_rules(struct loading *loading)
{
	static const char *const words[] = {"error", "warning", "allowed", NULL};
	const char *front = house_file_text(house_file_inner(&loading->house, "rules", "front_page_ads"));
	const struct yaml_node *mark = house_file_inner(&loading->house, "rules", "ad_mark");
	struct edition *edition = loading->edition;

	edition->rules.ad_share_max = 100;
	edition->rules.front_page_ads_allowed = g_strcmp0(front, words[2]) == 0;
	edition->rules.front_page_ads = g_strcmp0(front, words[1]) == 0 ? DIAG_WARNING : DIAG_FATAL;
	if (house_file_text(mark) != NULL)
		edition->rules.ad_mark = copy_text_line(mark->text, mark->place, loading->diag);
	else
		edition->rules.ad_mark = g_strdup("Advertisement");
	share_read(loading, house_file_inner(&loading->house, "rules", "ad_share"));
}

/* ---- sizes ---- */

static gboolean number_before(const char **at, const char *mark, double most, double *number)
{
	char *end;

	if (!g_ascii_isdigit(**at))
		return FALSE;
	*number = g_ascii_strtod(*at, &end);
	if (!(*number > 0 && *number <= most) || !g_str_has_prefix(end, mark))
		return FALSE;
	*at = end + strlen(mark);
	return TRUE;
}

static gboolean size_of_cells(const char *text, struct ad *ad)
{
	double columns, rows;

	if (!number_before(&text, "x", AD_COLUMNS_MAX, &columns) ||
	    !number_before(&text, "", AD_ROWS_MAX, &rows))
		return FALSE;
	if (*text != '\0' || columns != floor(columns) || rows != floor(rows))
		return FALSE;
	ad->size = AD_CELLS;
	ad->columns = (int)columns;
	ad->rows = (int)rows;
	return TRUE;
}

static gboolean size_of_mm(const char *text, struct ad *ad)
{
	if (!number_before(&text, "x", AD_MM_MAX, &ad->width_mm) ||
	    !number_before(&text, "mm", AD_MM_MAX, &ad->height_mm) || *text != '\0')
		return FALSE;
	ad->size = AD_MM;
	return TRUE;
}

static gboolean size_of_share(const char *text, struct ad *ad)
{
	static const struct {
		const char *word;
		enum ad_size size;
	} shares[] = {{"1/4", AD_QUARTER}, {"1/2", AD_HALF}, {"full", AD_FULL}};

	for (guint i = 0; i < G_N_ELEMENTS(shares); i++)
		if (strcmp(shares[i].word, text) == 0) {
			ad->size = shares[i].size;
			return TRUE;
		}
	return FALSE;
}

/* "×" is what a typist who knows better writes. */
static gboolean size_read(const char *text, struct ad *ad)
{
	g_autoptr(GString) plain = g_string_new(text);

	g_string_replace(plain, "×", "x", 0);
	g_string_replace(plain, " ", "", 0);
	return size_of_share(plain->str, ad) || size_of_mm(plain->str, ad) || size_of_cells(plain->str, ad);
}

/* ---- one ad ---- */

static char *line_of(const struct loading *loading, const struct yaml_node *node, const char *key)
{
	const struct yaml_node *value = yaml_get(node, key);
	char *line;

	if (house_file_text(value) == NULL)
		return NULL;
	line = copy_text_line(value->text, value->place, loading->diag);
	if (*line == '\0')
		g_clear_pointer(&line, g_free);
	return line;
}

/* A path in paper.yaml starts where paper.yaml lies. */
static char *file_of(const struct loading *loading, const struct yaml_node *file)
{
	gboolean of_house = file->place.file == loading->house.paper_file;
	g_autofree char *path = folder_resolve("", file->text);

	if (path != NULL)
		return g_strconcat(of_house ? loading->edition->house_prefix : "", path, NULL);
	diag_add(loading->diag, DIAG_PATH_ESCAPES, file->place,
		 "'%s' leads out of the folder: name a file inside it, by a path without '..' at its start",
		 file->text);
	return NULL;
}

static void file_probe(struct loading *loading, const struct yaml_node *file, struct ad *ad)
{
	const struct found_picture *found = pictures_find(loading, ad->file);
	const char *loss = ad->filler ? "the house ad is left out" : "its room goes to a house ad";

	ad->usable = found->usable;
	ad->facts = found->facts;
	if (found->usable)
		return;
	if (found->unfit)
		diag_add(loading->diag, DIAG_AD_UNUSABLE, file->place, "the ad '%s' cannot be used (%s): %s",
			 ad->file, found->why, loss);
	else if (found->fault == INTAKE_ESCAPES)
		diag_add(loading->diag, DIAG_PATH_ESCAPES, file->place,
			 "the ad '%s' is a link that leads out of its folder: put the file itself there",
			 ad->file);
	else
		diag_add(loading->diag, DIAG_AD_MISSING, file->place,
			 "the ad '%s' cannot be read: %s; add the file or mend 'file:'", ad->file, loss);
}

static void alt_read(struct loading *loading, const struct yaml_node *node, struct ad *ad)
{
	const struct found_picture *found = pictures_find(loading, ad->file);

	ad->alt = line_of(loading, node, "alt");
	if (ad->alt == NULL && found->metadata != NULL && found->metadata->alt != NULL)
		ad->alt = copy_text_line(found->metadata->alt, node->place, loading->diag);
	if (ad->alt != NULL && *ad->alt != '\0')
		return;
	g_free(ad->alt);
	ad->alt = g_strdup_printf("%s: %s", loading->edition->rules.ad_mark, ad->id);
	if (ad->usable)
		diag_add(loading->diag, DIAG_PHOTO_NO_ALT, node->place,
			 "the ad '%s' has no alt text for readers who cannot see it: add 'alt:'", ad->id);
}

static void url_read(struct loading *loading, const struct yaml_node *node, struct ad *ad)
{
	g_autofree char *url = line_of(loading, node, "url");
	const char *why;

	ad->url = url == NULL ? NULL : link_accept(url, &why);
	if (url != NULL && ad->url == NULL)
		diag_add(loading->diag, DIAG_LINK_REFUSED, yaml_get(node, "url")->place,
			 "url: the address '%s' leads nowhere and is left out: %s", url, why);
}

static char *id_from_file(const char *file)
{
	g_autofree char *name = g_path_get_basename(file);
	char *dot = strrchr(name, '.');

	return g_strndup(name, dot == NULL || dot == name ? strlen(name) : (gsize)(dot - name));
}

static void position_read(const struct loading *loading, const struct yaml_node *node, struct ad *ad)
{
	static const char *const corners[] = {"top-left", "top-right", "bottom-left", "bottom-right", NULL};

	ad->at = (enum corner)(yaml_word(node, "at", corners, -1) + CORNER_TOP_LEFT);
	ad->page = line_of(loading, node, "page");
	ad->section = line_of(loading, node, "section");
	ad->zone = line_of(loading, node, "zone");
	ad->label = line_of(loading, node, "label");
}

/* NULL when file or size are not there or wrong: both were told. */
static struct ad *ad_read(struct loading *loading, const struct yaml_node *node, gboolean filler)
{
	const struct yaml_node *file = yaml_get(node, "file"), *size = yaml_get(node, "size");
	struct ad *ad;
	char *path;

	if (house_file_text(file) == NULL || house_file_text(size) == NULL ||
	    (path = file_of(loading, file)) == NULL)
		return NULL;
	ad = g_new0(struct ad, 1);
	ad->file = path;
	ad->filler = filler;
	ad->place = node->place;
	ad->id = line_of(loading, node, "id");
	if (ad->id == NULL)
		ad->id = id_from_file(path);
	if (!size_read(size->text, ad))
		diag_add(loading->diag, DIAG_VALUE_WRONG, size->place,
			 "size: '%s' is no size: write columns x rows (3x30), 152x111mm, 1/4, 1/2 or full",
			 size->text);
	position_read(loading, node, ad);
	file_probe(loading, file, ad);
	alt_read(loading, node, ad);
	url_read(loading, node, ad);
	return ad;
}

/* ---- all of them ---- */

static void front_page_check(const struct loading *loading, const struct ad *ad)
{
	const struct edition *edition = loading->edition;

	if (ad->filler || g_strcmp0(ad->page, "1") != 0 || edition->rules.front_page_ads_allowed)
		return;
	diag_add_as(
		loading->diag, DIAG_AD_FRONT_PAGE, edition->rules.front_page_ads, ad->place,
		"the ad '%s' stands on page 1, against 'front_page_ads' of the house: give it another page",
		ad->id);
}

static void section_check(const struct loading *loading, const struct ad *ad)
{
	const struct edition *edition = loading->edition;

	for (guint i = 0; i < edition->sections->len; i++) {
		const struct section *section = g_ptr_array_index(edition->sections, i);
		if (ad->section == NULL || strcmp(section->name, ad->section) == 0)
			return;
	}
	if (ad->section != NULL)
		diag_add(loading->diag, DIAG_PLAN_UNKNOWN, ad->place,
			 "the ad '%s' asks for the section '%s', which the paper has not: name one of "
			 "'sections:'",
			 ad->id, ad->section);
}

static gboolean id_is_taken(const struct edition *edition, const char *id)
{
	for (guint i = 0; i < edition->ads->len; i++)
		if (strcmp(((const struct ad *)g_ptr_array_index(edition->ads, i))->id, id) == 0)
			return TRUE;
	return FALSE;
}

static void id_settle(const struct loading *loading, struct ad *ad)
{
	g_autofree char *id = g_strdup(ad->id);

	if (id_is_taken(loading->edition, id) && !ad->filler)
		diag_add(loading->diag, DIAG_VALUE_WRONG, ad->place,
			 "id: two ads are called '%s': give each its own id", id);
	for (int i = 2; id_is_taken(loading->edition, ad->id); i++) {
		g_free(ad->id);
		ad->id = g_strdup_printf("%s-%d", id, i);
	}
}

static void list_read(struct loading *loading, const char *key, gboolean filler)
{
	const struct yaml_node *list = house_file_value(&loading->house, key);

	for (guint i = 0; list != NULL && list->kind == YAML_LIST && i < list->nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(list->nodes, i);
		struct ad *ad = node->kind == YAML_MAP ? ad_read(loading, node, filler) : NULL;
		if (ad == NULL)
			continue;
		id_settle(loading, ad);
		front_page_check(loading, ad);
		section_check(loading, ad);
		g_ptr_array_add(loading->edition->ads, ad);
	}
}

void ads_read(struct loading *loading)
{
	list_read(loading, "ads", FALSE);
	list_read(loading, "fillers", TRUE);
}
