/* impression_figures.c - where pictures stand: their boxes from the structure, their pages from the list of
 * images, or where a drawing can be */
#include <string.h>

#include "audit/impression.h"
#include "audit/poppler.h"

#define SIZES_DIFFER (3 * FIX_PT) /* pdfimages rounds to whole pixels an inch */

/* One image as drawn. */
struct drawn {
	int page; /* index */
	fix width, height;
};

/* A figure's box, its foot and head still measured from the foot of the page. */
struct standing {
	struct rect box;
	const struct drawn *image; /* that stands in it; or NULL */
	gboolean tried;		   /* for the image in hand */
};

static double read_side(char **at)
{
	double points = g_ascii_strtod(*at, at);
	return CLAMP(points, -20000, 20000);
}

static GArray *read_figures(const char *text)
{
	GArray *figures = g_array_new(FALSE, TRUE, sizeof(struct standing));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (int i = 0; lines[i] != NULL; i++) {
		char *at = g_strchug(lines[i]);
		double side[4];
		int count = 0;
		if (!g_str_has_prefix(at, "/BBox ["))
			continue;
		at += strlen("/BBox [");
		for (; count < 4 && *at != '\0' && *at != ']'; count++)
			side[count] = read_side(&at);
		struct standing standing = {.image = NULL};
		if (count < 4)
			continue;
		standing.box = (struct rect){fix_from_pt(side[0]), fix_from_pt(side[1]),
					     fix_from_pt(side[2] - side[0]), fix_from_pt(side[3] - side[1])};
		g_array_append_val(figures, standing);
	}
	return figures;
}

/* page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio */
static gboolean read_image(const char *line, struct drawn *drawn)
{
	g_autofree char *stripped = g_strstrip(g_strdup(line));
	g_auto(GStrv) words = g_regex_split_simple(" +", stripped, 0, 0);
	gint64 page, width, height, across, down;

	if (g_strv_length(words) < 14 || strcmp(words[2], "image") != 0)
		return FALSE;
	if (!g_ascii_string_to_signed(words[0], 10, 1, 100000, &page, NULL) ||
	    !g_ascii_string_to_signed(words[3], 10, 1, 100000, &width, NULL) ||
	    !g_ascii_string_to_signed(words[4], 10, 1, 100000, &height, NULL) ||
	    !g_ascii_string_to_signed(words[12], 10, 1, 100000, &across, NULL) ||
	    !g_ascii_string_to_signed(words[13], 10, 1, 100000, &down, NULL))
		return FALSE;
	*drawn = (struct drawn){(int)page - 1, fix_from_pt(width * 72.0 / across),
				fix_from_pt(height * 72.0 / down)};
	return TRUE;
}

/* ---- photographs: as the list of images has them ---- */

static gboolean boxes_touch(struct rect a, struct rect b)
{
	return a.x < rect_right(b) && b.x < rect_right(a) && a.y < rect_foot(b) && b.y < rect_foot(a);
}

/* Of a box that ink may touch at its edges. */
static struct rect inside_of(struct rect box)
{
	return (struct rect){box.x + box.width / 20, box.y + box.height / 20, box.width - box.width / 10,
			     box.height - box.height / 10};
}

static gboolean words_stand_in(const struct printed_page *page, struct rect box)
{
	for (guint i = 0; i < page->words->len; i++)
		if (boxes_touch(box, g_array_index(page->words, struct printed_word, i).box))
			return TRUE;
	return FALSE;
}

static struct rect box_on(const struct printed_page *page, const struct standing *standing)
{
	struct rect box = standing->box;

	box.y = page->height - box.y - box.height;
	return box;
}

static gboolean is_inked(const struct printed_page *page, struct rect box)
{
	int left = MAX(0, impression_px(box.x)), right = MIN(page->width_px, impression_px(rect_right(box)));
	int top = MAX(0, impression_px(box.y)), foot = MIN(page->height_px, impression_px(rect_foot(box)));

	for (int y = top; y < foot; y++)
		for (int x = left; x < right; x++)
			if (page->ink[(gsize)y * (gsize)page->width_px + (gsize)x] != 0)
				return TRUE;
	return FALSE;
}

/* How far the sizes differ; FIX_MAX where the image cannot stand there: it is another size, or words stand in
   the box on the image's page, or nothing does. */
static fix misfit(const struct impression *impression, const struct standing *standing,
		  const struct drawn *drawn)
{
	const struct printed_page *page = impression->pages->pdata[drawn->page];
	fix room = MAX(SIZES_DIFFER, MAX(drawn->width, drawn->height) / 60);
	fix across = ABS(standing->box.width - drawn->width),
	    down = ABS(standing->box.height - drawn->height);
	struct rect inner = inside_of(box_on(page, standing));

	return across > room || down > room || words_stand_in(page, inner) || !is_inked(page, inner)
		       ? FIX_MAX
		       : across + down;
}

/* The nearest of those not tried for this image yet; the first of several. */
static struct standing *nearest_for(const struct impression *impression, const GArray *figures,
				    const struct drawn *drawn, gboolean free_only)
{
	struct standing *best = NULL;
	fix nearest = FIX_MAX;

	for (guint i = 0; i < figures->len; i++) {
		struct standing *standing = &g_array_index(figures, struct standing, i);
		if (standing->tried || (free_only && standing->image != NULL))
			continue;
		fix differ = misfit(impression, standing, drawn);
		if (differ < FIX_MAX && (best == NULL || differ + FIX_PT / 2 < nearest)) {
			best = standing;
			nearest = differ;
		}
	}
	return best;
}

/* Pictures of one size stand at one place of many pages: one that has taken the figure of another makes way
   where it has a second to stand in. */
static gboolean seat(const struct impression *impression, const GArray *figures, const struct drawn *drawn)
{
	struct standing *standing = nearest_for(impression, figures, drawn, TRUE);

	if (standing == NULL)
		standing = nearest_for(impression, figures, drawn, FALSE);
	for (; standing != NULL; standing = nearest_for(impression, figures, drawn, FALSE)) {
		standing->tried = TRUE;
		if (standing->image != NULL && !seat(impression, figures, standing->image))
			continue;
		standing->image = drawn;
		return TRUE;
	}
	return FALSE;
}

static gboolean seat_image(const struct impression *impression, const GArray *figures,
			   const struct drawn *drawn, GError **error)
{
	for (guint i = 0; i < figures->len; i++)
		g_array_index(figures, struct standing, i).tried = FALSE;
	if (drawn->page < (int)impression->pages->len && seat(impression, figures, drawn))
		return TRUE;
	g_set_error(error, POPPLER_ERROR, POPPLER_ERROR_FAILED,
		    "a picture on sheet %d is no figure of the structure: build the edition again",
		    drawn->page + 1);
	return FALSE;
}

static gboolean place_images(const struct impression *impression, const GArray *figures, const GArray *images,
			     GError **error)
{
	for (guint i = 0; i < images->len; i++)
		if (!seat_image(impression, figures, &g_array_index(images, struct drawn, i), error))
			return FALSE;
	for (guint i = 0; i < figures->len; i++) {
		const struct standing *standing = &g_array_index(figures, struct standing, i);
		if (standing->image == NULL)
			continue;
		const struct printed_page *page = impression->pages->pdata[standing->image->page];
		struct rect box = box_on(page, standing);
		g_array_append_val(page->figures, box);
	}
	return TRUE;
}

/* ---- drawings: no list of images has them ---- */

/* Lines and areas only: words and photographs stand around a drawing, never on it. */
static gboolean may_be_drawing(const struct printed_page *page, struct rect box)
{
	struct rect inner = inside_of(box);

	if (words_stand_in(page, inner))
		return FALSE;
	for (guint i = 0; i < page->figures->len; i++)
		if (boxes_touch(inner, g_array_index(page->figures, struct rect, i)))
			return FALSE;
	return is_inked(page, inner);
}

static gboolean place_drawing(struct impression *impression, const struct standing *standing)
{
	for (guint i = 0; i < impression->pages->len; i++) {
		struct printed_page *page = impression->pages->pdata[i];
		struct rect box = box_on(page, standing);
		if (!may_be_drawing(page, box))
			continue;
		g_array_append_val(page->figures, box);
		return TRUE;
	}
	return FALSE;
}

static gboolean place_drawings(struct impression *impression, const GArray *figures, GError **error)
{
	for (guint i = 0; i < figures->len; i++) {
		const struct standing *standing = &g_array_index(figures, struct standing, i);
		if (standing->image != NULL || place_drawing(impression, standing))
			continue;
		g_set_error(error, POPPLER_ERROR, POPPLER_ERROR_FAILED,
			    "a figure of the structure stands on no sheet: build the edition again");
		return FALSE;
	}
	return TRUE;
}

/* Titles in the structure may be UTF-16: what is read here is plain letters. */
static char *plain_text(GBytes *printed)
{
	gsize length = 0;
	const char *bytes = g_bytes_get_data(printed, &length);
	char *text = g_malloc(length + 1);

	for (gsize i = 0; i < length; i++)
		text[i] = bytes[i] == '\n' || (bytes[i] >= ' ' && bytes[i] <= '~') ? bytes[i] : '?';
	text[length] = '\0';
	return text;
}

gboolean impression_add_figures(struct impression *impression, const char *pdf, GError **error)
{
	g_autoptr(GBytes) structure = poppler_run("pdfinfo", "-struct", pdf, NULL, error);
	g_autoptr(GBytes) images =
		structure != NULL ? poppler_run("pdfimages", "-list", pdf, NULL, error) : NULL;

	if (images == NULL)
		return FALSE;
	g_autofree char *tree = plain_text(structure);
	g_autofree char *list = plain_text(images);
	g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
	g_autoptr(GArray) figures = read_figures(tree);
	g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(struct drawn));
	for (int i = 0; lines[i] != NULL; i++) {
		struct drawn drawn;
		if (read_image(lines[i], &drawn))
			g_array_append_val(placed, drawn);
	}
	if (!place_images(impression, figures, placed, error))
		return FALSE;
	return place_drawings(impression, figures, error);
}
