#include "paint/pdf/text.h"

#include <string.h>

#include "paint/painter.h"
#include "paint/pdf/number.h"

/* A nano-point is thousandths of an em × mpt of the size × thousandths of the x-scale. */
#define NANO_IN_MPT INT64_C(1000000)
/* Off by less than this, in 1/1000 em, nobody sees it and the number is saved. */
#define SLACK 2
/* A longer way along a line is no longer one piece of text. */
#define WAY_MAX 3000

struct text {
	struct content *content;
	struct pdf_fonts *fonts;
	struct pdf_font *font;	/* of the state in the stream; NULL: none yet on this page */
	int64_t size;		/* mpt */
	int scale;		/* thousandths */
	int64_t spacing;	/* between characters, mpt, before scaling */
	int64_t rise;		/* mpt */
	int64_t line_x, line_y; /* where the last Td led, mpt */
	gboolean placed;	/* the pen is known */
	int64_t pen;		/* x in nano-points */
	fix baseline;		/* of the line, as the page counts */
	gboolean in_array, in_string;
	int last_code;
};

struct text *text_new(struct content *content, struct pdf_fonts *fonts)
{
	struct text *text = g_new0(struct text, 1);
	text->content = content;
	text->fonts = fonts;
	return text;
}

void text_free(struct text *text)
{
	g_free(text);
}

void text_page_begin(struct text *text)
{
	struct content *content = text->content;
	struct pdf_fonts *fonts = text->fonts;
	*text = (struct text){.content = content, .fonts = fonts, .scale = 1000};
}

static int64_t nano(fix length)
{
	return (int64_t)length * 1953125 / 2;
}

/* What one thousandth of an em is on the line. */
static int64_t em_unit(const struct text *text)
{
	return text->size * text->scale;
}

static int64_t divide_to_nearest(int64_t number, int64_t by)
{
	return (number + (number < 0 ? -by / 2 : by / 2)) / by;
}

/* ---- strings and arrays ---- */

static void string_close(struct text *text)
{
	if (text->in_string)
		g_string_append_c(text->content->out, ')');
	text->in_string = FALSE;
}

static void array_close(struct text *text)
{
	string_close(text);
	if (text->in_array)
		g_string_append(text->content->out, "]TJ\n");
	text->in_array = FALSE;
}

static void array_open(struct text *text)
{
	if (!text->in_array)
		g_string_append_c(text->content->out, '[');
	text->in_array = TRUE;
}

static void put_code_byte(GString *out, guint8 byte)
{
	if (byte == '\r') {
		g_string_append(out, "\\r");
		return;
	}
	if (byte == '(' || byte == ')' || byte == '\\')
		g_string_append_c(out, '\\');
	g_string_append_c(out, (char)byte);
}

static void put_code(struct text *text, int code)
{
	GString *out = text->content->out;
	array_open(text);
	if (!text->in_string)
		g_string_append_c(out, '(');
	text->in_string = TRUE;
	put_code_byte(out, (guint8)(code >> 8));
	put_code_byte(out, (guint8)code);
	text->pen += pdf_font_width(text->font, code) * em_unit(text) + text->spacing * text->scale * 1000;
}

static void put_way(struct text *text, int64_t units)
{
	string_close(text);
	array_open(text);
	g_string_append_printf(text->content->out, "%" G_GINT64_FORMAT, -units);
	text->pen += units * em_unit(text);
}

void text_pause(struct text *text)
{
	array_close(text);
}

/* ---- state ---- */

static void state_font(struct text *text, struct pdf_font *font, int64_t size)
{
	GString *out = text->content->out;
	if (text->font == font && text->size == size)
		return;
	array_close(text);
	g_string_append_printf(
		out, "/%s ", haru_page_font(text->content->haru, text->content->page, pdf_font_object(font)));
	number_put_mpt(out, size);
	g_string_append(out, " Tf\n");
	text->font = font;
	text->size = size;
}

static void state_number(struct text *text, int64_t value, int decimals, const char *operator)
{
	array_close(text);
	number_put(text->content->out, value, decimals);
	g_string_append(text->content->out, operator);
}

static void state_scale(struct text *text, int scale)
{
	if (text->scale == scale)
		return;
	state_number(text, scale, 1, " Tz\n");
	text->scale = scale;
}

static void state_spacing(struct text *text, int64_t spacing)
{
	if (text->spacing == spacing)
		return;
	state_number(text, spacing, 3, " Tc\n");
	text->spacing = spacing;
}

static void state_rise(struct text *text, int64_t rise)
{
	if (text->rise == rise)
		return;
	state_number(text, rise, 3, " Ts\n");
	text->rise = rise;
}

static void state_colour(struct text *text, uint32_t colour)
{
	if (text->content->colour == colour)
		return;
	array_close(text);
	content_colour(text->content, colour);
}

/* ---- the pen ---- */

static void pen_place(struct text *text, fix x, fix y)
{
	int64_t to_x = number_mpt(x), to_y = content_y(text->content, y);
	int64_t numbers[] = {to_x - text->line_x, to_y - text->line_y};
	array_close(text);
	number_put_list(text->content->out, numbers, 2);
	g_string_append(text->content->out, "Td\n");
	text->line_x = to_x;
	text->line_y = to_y;
	text->pen = to_x * NANO_IN_MPT;
	text->baseline = y;
	text->placed = TRUE;
}

/* Along the line where that is near enough, else from its beginning. */
static void pen_to(struct text *text, fix x, fix baseline)
{
	int64_t units = text->placed ? divide_to_nearest(nano(x) - text->pen, em_unit(text)) : 0;
	if (!text->placed || baseline != text->baseline || units > WAY_MAX || units < -WAY_MAX)
		pen_place(text, x, baseline);
	else if (units >= SLACK || units <= -SLACK)
		put_way(text, units);
}

static void text_enter(struct text *text, int element, const char *actual)
{
	gboolean was_in_text = text->content->in_text;
	if (actual != NULL || !content_text_is(text->content, element))
		array_close(text);
	if (actual != NULL)
		content_text_as(text->content, element, actual);
	else
		content_text(text->content, element);
	/* A new text object has forgotten where the line was. */
	if (!was_in_text) {
		text->line_x = text->line_y = 0;
		text->placed = FALSE;
	}
}

/* ---- letter spacing ---- */

static int compare_numbers(gconstpointer one, gconstpointer other)
{
	int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
	return a < b ? -1 : a > b;
}

static gboolean glyph_is_blank(const struct page_glyphs *run, const struct page_glyph *glyph)
{
	return glyph->text_length == 1 && run->text[glyph->text_start] == ' ';
}

/* Most letters of a run are apart by the same little more or less than their widths say: a setter's
   letter spacing. Said once a line it saves a number for every letter. */
static int64_t spacing_of(const struct text *text, struct pdf_font *font, const struct page_glyphs *run)
{
	g_autoptr(GArray) extras = g_array_new(FALSE, FALSE, sizeof(int64_t));
	int64_t unit = text->size * run->x_scale;
	for (guint i = 0; i + 1 < run->glyphs->len; i++) {
		const struct page_glyph *glyph = &g_array_index(run->glyphs, struct page_glyph, i);
		if (glyph_is_blank(run, glyph) || glyph[1].y != glyph->y || glyph[1].text_length == 0)
			continue;
		int64_t extra =
			nano(glyph[1].x) - nano(glyph->x) - pdf_font_glyph_width(font, glyph->id) * unit;
		g_array_append_val(extras, extra);
	}
	if (extras->len < 4)
		return text->spacing;
	g_array_sort(extras, compare_numbers);
	int64_t median = g_array_index(extras, int64_t, extras->len / 2);
	if (median < unit && median > -unit)
		return 0;
	return divide_to_nearest(median, (int64_t)run->x_scale * 1000);
}

/* ---- runs ---- */

static void fault_glyph(const struct page_glyphs *run, const struct page_glyph *glyph, GError **error)
{
	g_autofree char *piece = g_strndup(run->text + glyph->text_start, (gsize)glyph->text_length);
	g_set_error(
		error, PAINT_ERROR, PAINT_ERROR_FONT,
		"%s:%d:%d: the face '%s' has no glyph %u for '%s': take another character or another face",
		run->place.file != NULL ? run->place.file : "page", run->place.line, run->place.column,
		run->font, glyph->id, piece);
}

/* What a glyph is read as; inside the run's text, or a constant. */
struct reading {
	const char *text;
	gsize length;
};

static gboolean put_glyph(struct text *text, const struct page_glyphs *run, const struct page_glyph *glyph,
			  struct reading reading, GError **error)
{
	int code = pdf_font_code(text->font, glyph->id, reading.text, reading.length);
	if (code == 0) {
		fault_glyph(run, glyph, error);
		return FALSE;
	}
	state_rise(text, content_y(text->content, glyph->y) - content_y(text->content, text->baseline));
	pen_to(text, glyph->x, text->baseline);
	put_code(text, code);
	return TRUE;
}

static void run_state(struct text *text, const struct page_glyphs *run, struct pdf_font *font)
{
	const struct page_glyph *first = &g_array_index(run->glyphs, struct page_glyph, 0);
	state_font(text, font, number_mpt(run->size));
	state_spacing(text, spacing_of(text, font, run));
	state_scale(text, run->x_scale);
	state_colour(text, run->colour);
	state_rise(text, 0);
	pen_to(text, first->x, first->y);
}

/* Some glyphs of a run that stand for one piece of text together. */
struct cluster {
	guint first, end;
	struct reading reading;
};

/* A mark that no letter has ready-made is set as a piece of its own, but belongs to its letter: alone,
   readers put it on a line by itself. */
static gboolean glyph_goes_on(const struct page_glyphs *run, const struct page_glyph *glyph)
{
	return glyph->text_length == 0 || g_unichar_ismark(g_utf8_get_char(run->text + glyph->text_start));
}

static struct cluster cluster_at(const struct page_glyphs *run, guint first)
{
	const struct page_glyph *glyph = &g_array_index(run->glyphs, struct page_glyph, first);
	struct cluster cluster = {
		first, first + 1, {run->text + glyph->text_start, (gsize)glyph->text_length}};
	while (cluster.end < run->glyphs->len && glyph_goes_on(run, glyph + (cluster.end - first))) {
		const struct page_glyph *more = glyph + (cluster.end++ - first);
		cluster.reading.length += (gsize)more->text_length;
	}
	if (run->flags & GLYPHS_HYPHEN)
		cluster.reading = (struct reading){"-", 1};
	return cluster;
}

/* What is to be read instead of the codes' own text: nothing of a hyphen that we added or of a glyph that
   is read elsewhere, and a piece of text that several glyphs share once. Caller frees. */
static char *actual_text(const struct page_glyphs *run, const struct cluster *cluster, int element)
{
	if (element == STRUCTURE_ARTIFACT)
		return NULL;
	if (run->flags & GLYPHS_HYPHEN)
		return g_strdup("\xC2\xAD");
	return cluster->end - cluster->first > 1 || cluster->reading.length == 0
		       ? g_strndup(cluster->reading.text, cluster->reading.length)
		       : NULL;
}

static gboolean put_cluster(struct text *text, const struct page_glyphs *run, struct pdf_font *font,
			    int element, const struct cluster *cluster, GError **error)
{
	const struct page_glyph *glyph = &g_array_index(run->glyphs, struct page_glyph, cluster->first);
	const struct reading nothing = {"", 0};
	g_autofree char *actual = actual_text(run, cluster, element);
	text_enter(text, element, actual);
	if (cluster->first == 0)
		run_state(text, run, font);
	for (guint i = cluster->first; i < cluster->end; i++, glyph++)
		if (!put_glyph(text, run, glyph, i == cluster->first ? cluster->reading : nothing, error))
			return FALSE;
	if (actual != NULL)
		array_close(text);
	return TRUE;
}

gboolean text_run(struct text *text, const struct page_glyphs *run, GError **error)
{
	struct pdf_font *font = pdf_font_of(text->fonts, run->font, error);
	if (font == NULL)
		return FALSE;
	if (run->glyphs->len == 0)
		return TRUE;
	int element = structure_for_text(text->content->structure, run->language);
	for (guint i = 0; i < run->glyphs->len;) {
		struct cluster cluster = cluster_at(run, i);
		if (!put_cluster(text, run, font, element, &cluster, error))
			return FALSE;
		i = cluster.end;
	}
	return TRUE;
}
