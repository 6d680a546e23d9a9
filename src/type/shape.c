#include "type/shape.h"

#include <string.h>

#include "type/small_caps.h"
#include "type/text_in.h"

/* A letter that is not in the font, found while shaping. */
struct lack {
	const struct face *face;
	gunichar letter;
};

/* ---- how Pango is asked ---- */

static void attribute_add(PangoAttrList *list, PangoAttribute *attribute, int start, int end)
{
	attribute->start_index = (guint)start;
	attribute->end_index = (guint)end;
	pango_attr_list_insert(list, attribute);
}

static const char *features(const struct text_style *style, gboolean small_caps)
{
	static const char *const figures[] = {"lnum=1, pnum=1", "onum=1, pnum=1", "lnum=1, tnum=1"};
	static const char *const cases[] = {"", ", case=1", ", smcp=1"};
	gboolean ligatures = style->ligatures && style->tracking == 0;
	g_autofree char *all = g_strdup_printf(
		"kern=1, liga=%d, clig=%d, %s%s", ligatures, ligatures, figures[style->figures],
		cases[style->letter_case == CASE_SMALL_CAPS && !small_caps ? CASE_AS_WRITTEN
									   : style->letter_case]);

	return g_intern_string(all);
}

static PangoAttrList *attributes(const struct text_in *in, const struct text_style *style,
				 gboolean small_caps)
{
	PangoAttrList *list = pango_attr_list_new();

	/* A letter that a face lacks must not come from another face. */
	attribute_add(list, pango_attr_fallback_new(FALSE), 0, (int)in->text->len);
	attribute_add(list, pango_attr_font_features_new(features(style, small_caps)), 0, (int)in->text->len);
	for (guint i = 0; i < in->runs->len; i++) {
		const struct text_in_run *run = &g_array_index(in->runs, struct text_in_run, i);

		attribute_add(list, pango_attr_font_desc_new(run->font->description), run->start, run->end);
		attribute_add(list, pango_attr_language_new(pango_language_from_string(run->language)),
			      run->start, run->end);
	}
	return list;
}

/* ---- clusters ---- */

/* While the items of one text become clusters. */
struct casting {
	struct typesetter *typesetter;
	const struct text_in *in;
	struct shaped *shaped;
	GArray *lacks; /* struct lack */
	guint run;     /* of in->runs, that of the last cluster */
	gboolean new_part;
};

static const struct text_in_run *run_at(struct casting *casting, int text)
{
	const struct text_in_run *run = &g_array_index(casting->in->runs, struct text_in_run, casting->run);

	while (text >= run->end && casting->run + 1 < casting->in->runs->len) {
		run = &g_array_index(casting->in->runs, struct text_in_run, ++casting->run);
		casting->new_part = TRUE;
	}
	return run;
}

static void part_add(struct casting *casting, const struct text_in_run *run, const struct face *face)
{
	const struct text_run *from = run->from;
	struct shaped_part part = {
		.font = face && face != run->font->face
				? typesetter_font(casting->typesetter, face->role, run->font->size)
				: run->font,
		.rise = from->rise,
		.colour = from->colour,
		.language = run->language,
		.link = from->link,
		.keep = from->keep,
		.run = (int)casting->run,
	};

	g_array_append_val(casting->shaped->parts, part);
	casting->new_part = FALSE;
}

static guint8 kind_of(const char *text, int length)
{
	if (length == 1 && *text == ' ')
		return CLUSTER_SPACE;
	if (length == 1 && *text == '\n')
		return CLUSTER_TURN;
	return length == 2 && memcmp(text, "\xc2\xa0", 2) == 0 ? CLUSTER_SPACE : CLUSTER_LETTER;
}

static void lack_add(struct casting *casting, const struct face *face, gunichar letter)
{
	struct lack lack = {face, letter};

	g_array_append_val(casting->lacks, lack);
}

static void cluster_ink(struct cluster *cluster, const struct shaped_part *part,
			const struct shaped_glyph *glyph)
{
	struct ink ink = face_ink(part->font->face, glyph->id);
	int rise = fix_scale(part->rise - glyph->y, 1000, part->font->size);

	if (ink.top == 0 && ink.bottom == 0)
		return;
	cluster->ink_top = (gint16)MAX(cluster->ink_top, ink.top + rise);
	cluster->ink_bottom = (gint16)MIN(cluster->ink_bottom, ink.bottom + rise);
}

static void glyph_add(struct casting *casting, struct cluster *cluster, const struct shaped_part *part,
		      const PangoGlyphInfo *info)
{
	struct shaped_glyph glyph = {info->glyph, info->geometry.x_offset, info->geometry.y_offset,
				     info->geometry.width};

	if (info->glyph == PANGO_GLYPH_EMPTY || cluster->kind == CLUSTER_TURN)
		return;
	if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
		lack_add(casting, part->font->face, info->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
		glyph.id = 0;
	}
	cluster->width += glyph.width;
	cluster_ink(cluster, part, &glyph);
	g_array_append_val(casting->typesetter->glyphs, glyph);
}

/* Glyphs [from, to) of the string stand for text [text, end). */
static void cluster_add(struct casting *casting, const PangoItem *item, const PangoGlyphString *string,
			int from, int to, int text, int end)
{
	struct shaped *shaped = casting->shaped;
	const struct text_in_run *run = run_at(casting, text);

	if (casting->new_part)
		part_add(casting, run, fontbook_face_of(casting->typesetter->book, item->analysis.font));
	struct cluster cluster = {
		.glyph = (int)casting->typesetter->glyphs->len,
		.text = text,
		.part = shaped->parts->len - 1,
		.kind = kind_of(shaped->text + text, end - text),
	};
	const struct shaped_part *part = shape_part(shaped, &cluster);

	for (int i = from; i < to; i++)
		glyph_add(casting, &cluster, part, &string->glyphs[i]);
	if ((int)casting->typesetter->glyphs->len > cluster.glyph)
		cluster.width += shaped->tracking;
	g_array_append_val(casting->typesetter->clusters, cluster);
}

/* Forwards: the glyphs stand in the order of the text. */
static void item_cast(struct casting *casting, const PangoItem *item, const PangoGlyphString *string)
{
	const int *at = string->log_clusters;

	for (int from = 0, to; from < string->num_glyphs; from = to) {
		for (to = from + 1; to < string->num_glyphs && at[to] == at[from];)
			to++;
		cluster_add(casting, item, string, from, to, item->offset + at[from],
			    item->offset + (to < string->num_glyphs ? at[to] : item->length));
	}
}

/* Backwards: a script that is written from the right. */
static void item_cast_backwards(struct casting *casting, const PangoItem *item,
				const PangoGlyphString *string)
{
	const int *at = string->log_clusters;

	for (int to = string->num_glyphs, from; to > 0; to = from) {
		for (from = to - 1; from > 0 && at[from - 1] == at[to - 1];)
			from--;
		cluster_add(casting, item, string, from, to, item->offset + at[from],
			    item->offset + (from > 0 ? at[from - 1] : item->length));
	}
}

static void items_cast(struct casting *casting, const struct text_style *style)
{
	PangoContext *context = fontbook_pango_context(casting->typesetter->book);
	const GString *text = casting->in->text;
	PangoAttrList *list = attributes(casting->in, style, casting->shaped->no_small_caps.face == NULL);
	GList *items = pango_itemize_with_base_dir(context, PANGO_DIRECTION_LTR, text->str, 0, (int)text->len,
						   list, NULL);
	PangoGlyphString *string = pango_glyph_string_new();

	for (GList *link = items; link; link = link->next) {
		const PangoItem *item = link->data;

		pango_shape_full(text->str + item->offset, item->length, text->str, (int)text->len,
				 &item->analysis, string);
		casting->new_part = TRUE;
		if (item->analysis.level & 1)
			item_cast_backwards(casting, item, string);
		else
			item_cast(casting, item, string);
	}
	pango_glyph_string_free(string);
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
	pango_attr_list_unref(list);
}

/* ---- where a line may start ---- */

static void mark_line_starts(struct shaped *shaped, const char *language)
{
	int letters = (int)g_utf8_strlen(shaped->text, shaped->length), at = 0;
	PangoLogAttr *attributes_of = g_new(PangoLogAttr, (gsize)letters + 1);
	struct cluster *cluster = shaped->clusters;

	pango_get_log_attrs(shaped->text, shaped->length, -1, pango_language_from_string(language),
			    attributes_of, letters + 1);
	for (int byte = 0; byte < shaped->length; byte++) {
		if ((shaped->text[byte] & 0xC0) == 0x80)
			continue;
		if (byte == cluster->text) {
			cluster->flags |= attributes_of[at].is_line_break ? CLUSTER_MAY_START_LINE : 0;
			cluster++;
		}
		at++;
	}
	g_free(attributes_of);
}

static int last_word(const char *text, int length)
{
	while (length > 0 && text[length - 1] != ' ' && text[length - 1] != '\n')
		length--;
	return length;
}

/* Glyphs of one side of a ligature, appended to `glyphs`. */
static struct cluster piece_shape(const struct shaped *shaped, const struct cluster *ligature, int text,
				  int end, GArray *glyphs)
{
	const struct shaped_part *part = shape_part(shaped, ligature);
	hb_buffer_t *buffer = hb_buffer_create();
	struct cluster piece = *ligature;
	unsigned count;

	hb_buffer_add_utf8(buffer, shaped->text + text, end - text, 0, end - text);
	hb_buffer_guess_segment_properties(buffer);
	hb_shape(part->font->hb_font, buffer, NULL, 0);
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);

	piece.text = text;
	piece.glyph = (int)glyphs->len;
	piece.width = 0;
	for (unsigned i = 0; i < count; i++) {
		struct shaped_glyph glyph = {infos[i].codepoint, positions[i].x_offset,
					     -positions[i].y_offset, positions[i].x_advance};

		piece.width += glyph.width;
		g_array_append_val(glyphs, glyph);
	}
	hb_buffer_destroy(buffer);
	return piece;
}

static void split_add(struct shaped *shaped, int index, const struct hyphen_point *point, GArray *glyphs)
{
	struct cluster *ligature = &shaped->clusters[index];
	struct ligature_split split = {.cluster = index};

	if (ligature->flags & CLUSTER_HYPHEN_INSIDE)
		return;
	if (!shaped->splits)
		shaped->splits = g_array_new(FALSE, FALSE, sizeof(struct ligature_split));
	split.pieces[0] = piece_shape(shaped, ligature, ligature->text, point->at, glyphs);
	split.pieces[1] = piece_shape(shaped, ligature, point->at, ligature[1].text, glyphs);
	split.pieces[2] = (struct cluster){.text = ligature[1].text, .glyph = (int)glyphs->len};
	g_array_append_val(shaped->splits, split);
	ligature->flags |= CLUSTER_HYPHEN_INSIDE;
}

/* Points come in the order of the text. */
static void mark_hyphen(struct shaped *shaped, int *from, const struct hyphen_point *point, GArray *glyphs)
{
	while (*from < shaped->count && shaped->clusters[*from + 1].text <= point->at)
		(*from)++;
	if (*from >= shaped->count)
		return;
	struct cluster *cluster = &shaped->clusters[*from];

	cluster->hyphen_left = (guint8)MIN(point->left, 255);
	cluster->hyphen_right = (guint8)MIN(point->right, 255);
	if (cluster->text == point->at)
		cluster->flags |= CLUSTER_HYPHEN_BEFORE;
	else
		split_add(shaped, *from, point, glyphs);
}

static GArray *hyphen_points(const struct shaped *shaped, const struct text_in *in,
			     struct hyphenator *hyphenator)
{
	GArray *points = g_array_new(FALSE, FALSE, sizeof(struct hyphen_point));
	int last = last_word(shaped->text, shaped->length);

	for (guint i = 0; hyphenator && i < in->runs->len; i++) {
		const struct text_in_run *run = &g_array_index(in->runs, struct text_in_run, i);

		if (!run->from->keep && g_str_has_prefix(run->language, "en"))
			hyphenate_text(hyphenator, shaped->text, run->start, run->end, last, points);
	}
	return points;
}

/* The pieces of ligatures bring glyphs of their own. */
static void glyphs_add(struct shaped *shaped, const GArray *glyphs)
{
	int count = shaped->clusters[shaped->count].glyph, more = (int)glyphs->len - count;

	if (more <= 0)
		return;
	shaped->glyphs = g_renew(struct shaped_glyph, shaped->glyphs, (gsize)glyphs->len);
	memcpy(shaped->glyphs + count, (const struct shaped_glyph *)(const void *)glyphs->data + count,
	       (gsize)more * sizeof(struct shaped_glyph));
}

static void mark_hyphens(struct shaped *shaped, const struct text_in *in, struct hyphenator *hyphenator,
			 GArray *glyphs)
{
	g_autoptr(GArray) points = hyphen_points(shaped, in, hyphenator);
	int from = 0;

	for (guint i = 0; i < points->len; i++)
		mark_hyphen(shaped, &from, &g_array_index(points, struct hyphen_point, i), glyphs);
	from = 0;
	for (guint i = 0; i < in->soft_hyphens->len; i++) {
		struct hyphen_point point = {g_array_index(in->soft_hyphens, int, i), 9, 9};

		mark_hyphen(shaped, &from, &point, glyphs);
	}
	glyphs_add(shaped, glyphs);
}

/* ---- one text ---- */

static gboolean starts_letter(char byte)
{
	return ((guchar)byte & 0xC0) != 0x80;
}

static void letters_count(struct shaped *shaped)
{
	int letters = 0;

	shaped->letters = g_new(int, (gsize)(shaped->length / SHAPE_MILESTONE) + 1);
	for (int i = 0; i <= shaped->length; i++) {
		if (i % SHAPE_MILESTONE == 0)
			shaped->letters[i / SHAPE_MILESTONE] = letters;
		letters += starts_letter(shaped->text[i]);
	}
}

static struct shaped *shaped_new(const struct text_in *in, const struct text_style *style)
{
	struct shaped *shaped = g_new0(struct shaped, 1);

	shaped->text = g_strndup(in->text->str, in->text->len);
	shaped->length = (int)in->text->len;
	shaped->tracking = style->tracking;
	shaped->parts = g_array_new(FALSE, FALSE, sizeof(struct shaped_part));
	shaped->runs = g_array_sized_new(FALSE, FALSE, sizeof(struct shaped_run), in->runs->len);
	letters_count(shaped);
	for (guint i = 0; i < in->runs->len; i++) {
		const struct text_in_run *run = &g_array_index(in->runs, struct text_in_run, i);
		struct shaped_run kept = {run->start, run->from->place};

		if (kept.place.column > 0)
			kept.place.column += run->letters;
		g_array_append_val(shaped->runs, kept);
	}
	return shaped;
}

void shape_free(struct shaped *shaped)
{
	g_array_unref(shaped->parts);
	g_free(shaped->clusters);
	g_free(shaped->letters);
	g_free(shaped->glyphs);
	g_clear_pointer(&shaped->splits, g_array_unref);
	g_array_unref(shaped->runs);
	g_free(shaped->text);
	g_free(shaped);
}

static void lacks_keep(struct typesetter *typesetter, const GArray *lacks)
{
	for (guint i = 0; i < lacks->len; i++) {
		const struct lack *lack = &g_array_index(lacks, struct lack, i);

		text_in_lacks(typesetter, lack->face, lack->letter);
	}
}

/* Keeps what was cast, in no more room than it takes. */
static void shaped_keep(struct shaped *shaped, const struct typesetter *typesetter)
{
	struct cluster end = {.glyph = (int)typesetter->glyphs->len, .text = shaped->length};

	shaped->count = (int)typesetter->clusters->len;
	g_array_append_val(typesetter->clusters, end);
	shaped->clusters = g_memdup2(typesetter->clusters->data, typesetter->clusters->len * sizeof end);
	shaped->glyphs =
		g_memdup2(typesetter->glyphs->data, typesetter->glyphs->len * sizeof(struct shaped_glyph));
}

static struct shaped *cast(struct typesetter *typesetter, const struct text_in *in,
			   const struct text_style *style, GArray *lacks)
{
	struct casting casting = {.typesetter = typesetter, .in = in, .lacks = lacks};

	casting.shaped = shaped_new(in, style);
	g_array_set_size(typesetter->clusters, 0);
	g_array_set_size(typesetter->glyphs, 0);
	if (style->letter_case == CASE_SMALL_CAPS)
		casting.shaped->no_small_caps = small_caps_lacking(in);
	if (in->runs->len > 0)
		items_cast(&casting, style);
	shaped_keep(casting.shaped, typesetter);
	return casting.shaped;
}

struct shaped *shape_text(struct typesetter *typesetter, const struct text_style *style,
			  const struct text_run *runs, int count)
{
	g_autoptr(GArray) lacks = g_array_new(FALSE, FALSE, sizeof(struct lack));
	struct text_in *in = text_in_new(typesetter, style, runs, count);
	struct shaped *shaped = cast(typesetter, in, style, lacks);

	if (lacks->len > 0) {
		lacks_keep(typesetter, lacks);
		shape_free(shaped);
		text_in_free(in);
		in = text_in_new(typesetter, style, runs, count);
		shaped = cast(typesetter, in, style, lacks);
	}
	if (in->runs->len > 0) {
		const struct text_in_run *first = &g_array_index(in->runs, struct text_in_run, 0);

		mark_line_starts(shaped, first->language);
		mark_hyphens(shaped, in, style->hyphenate ? typesetter->hyphenator : NULL,
			     typesetter->glyphs);
	}
	text_in_free(in);
	return shaped;
}

static int letters_before(const struct shaped *shaped, int text)
{
	int known = text / SHAPE_MILESTONE, letters = shaped->letters[known];

	for (int i = known * SHAPE_MILESTONE; i < text; i++)
		letters += starts_letter(shaped->text[i]);
	return letters;
}

static const struct shaped_run *run_of(const struct shaped *shaped, int text)
{
	guint low = 0, high = shaped->runs->len;

	while (high - low > 1) {
		guint middle = (low + high) / 2;

		if (g_array_index(shaped->runs, struct shaped_run, middle).text > text)
			high = middle;
		else
			low = middle;
	}
	return high > 0 ? &g_array_index(shaped->runs, struct shaped_run, low) : NULL;
}

struct place shape_place(const struct shaped *shaped, int text)
{
	const struct shaped_run *run = run_of(shaped, text);

	if (!run)
		return place_in(NULL, 0, 0);
	struct place place = run->place;

	if (place.column > 0)
		place.column += letters_before(shaped, text) - letters_before(shaped, run->text);
	return place;
}
