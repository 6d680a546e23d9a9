/* galley_ends.c - what stands before a story's copy and behind it: who wrote it, where there is more */
#include "makeup/code.h"
#include "makeup/galley_parts.h"
#include "makeup/manuscript.h"
#include "makeup/reference.h"

#define CODE_QUIET (9 * FIX_PT) /* the white that a code needs beside it */

/* ---- before the copy ---- */

/* "By A, B and C". */
static char *byline_of(const struct stone *stone, const struct story *story, GPtrArray *names)
{
	g_autoptr(GString) all = g_string_new(NULL);
	g_autofree char *and = design_phrase(stone->design, story->language, "byline-and", NULL);

	for (guint i = 0; i < story->bylines->len; i++) {
		const struct byline *byline = &g_array_index(story->bylines, struct byline, i);
		if (i > 0)
			g_string_append_printf(all, i + 1 < story->bylines->len ? ", " : " %s ", and);
		g_string_append(all, byline->name);
		g_ptr_array_add(names, byline->name);
	}
	g_ptr_array_add(names, NULL);
	return design_phrase(stone->design, story->language, "byline", "name", all->str, NULL);
}

/* A name stays on one line, unless it is wider than any. */
static gboolean names_fit(const struct stone *stone, const struct galley *galley, const GPtrArray *names,
			  const struct text_style *style)
{
	gboolean fit = TRUE;

	for (guint i = 0; fit && names->pdata[i] != NULL; i++) {
		g_autoptr(GArray) runs = manuscript_text(stone, names->pdata[i], place_in("", 0, 0), style,
							 galley->story->language);
		struct paragraph *name = manuscript_shape(stone, runs, style);
		fit = paragraph_natural_width(name) <= galley->width;
		paragraph_free(name);
	}
	return fit;
}

/* A line of its own under the one name. */
static void add_role(const struct stone *stone, struct galley *galley)
{
	const struct story *story = galley->story;
	const char *role = g_array_index(story->bylines, struct byline, 0).role;
	const struct text_style *style = stone_style(stone, STYLE_CAPTION);

	if (story->bylines->len != 1 || role == NULL)
		return;
	g_autoptr(GArray) runs = manuscript_text(stone, role, story->byline_place, style, story->language);
	struct element *element = element_new(NULL, MARK_BYLINE, style);
	element_set(stone, element, runs, galley->width);
	element->binds_next = TRUE;
	element_add_choices(stone, element);
	g_ptr_array_add(galley->elements, element);
}

void galley_add_byline(const struct stone *stone, struct galley *galley)
{
	const struct story *story = galley->story;
	const struct text_style *style = stone_style(stone, STYLE_BYLINE);
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	if (story->bylines == NULL || story->bylines->len == 0)
		return;
	g_autofree char *line = byline_of(stone, story, names);
	g_autoptr(GArray) runs =
		manuscript_phrase(stone, line, (const char *const *)names->pdata, story->byline_place, style,
				  story->language, names_fit(stone, galley, names, style));
	struct element *element = element_new(NULL, MARK_BYLINE, style);
	element_set(stone, element, runs, galley->width);
	element->binds_next = TRUE;
	element_add_choices(stone, element);
	g_ptr_array_add(galley->elements, element);
	add_role(stone, galley);
	galley->first_body = (int)galley->elements->len;
}

/* ---- behind it ---- */

/* Who wrote it, in a few words under the last line. */
static void add_bios(const struct stone *stone, struct galley *galley)
{
	const struct story *story = galley->story;
	const struct text_style *style = stone_style(stone, STYLE_QUOTATION);

	for (guint i = 0; story->bylines != NULL && i < story->bylines->len; i++) {
		const char *bio = g_array_index(story->bylines, struct byline, i).bio;
		if (bio == NULL)
			continue;
		g_autoptr(GArray) runs =
			manuscript_text(stone, bio, story->byline_place, style, story->language);
		struct element *element = element_new(NULL, MARK_BYLINE, style);
		element_set(stone, element, runs, galley->width);
		element->rows_above = 1;
		element->starts_leg_badly = TRUE;
		element_add_choices(stone, element);
		g_ptr_array_add(galley->elements, element);
	}
}

fix galley_code_side(const struct stone *stone)
{
	return (GALLEY_CODE_ROWS - 1) * stone_leading(stone);
}

/* A video is seen elsewhere: its link as a code, words beside it. */
static void add_code(const struct stone *stone, struct galley *galley)
{
	const struct story *story = galley->story;
	const struct text_style *style = stone_style(stone, STYLE_BYLINE);
	struct code *code = story->kind == KIND_VIDEO && story->url != NULL ? code_new(story->url) : NULL;

	if (code == NULL)
		return;
	g_autofree char *words = design_phrase(stone->design, story->language, "watch", NULL);
	g_autoptr(GArray) runs = manuscript_text(stone, words, story->place, style, story->language);
	struct element *element = element_new(NULL, MARK_TURN, style);
	element->code = code;
	element->inset = galley_code_side(stone) + CODE_QUIET;
	element_set(stone, element, runs, galley->width);
	struct element_choice choice = {.rows = GALLEY_CODE_ROWS, .breaks = BREAKS_ANY};
	choice.setting = &element->settings->by_lines[element->settings->best];
	choice.may_break = g_new0(guint8, choice.rows + 1);
	element_keep_choice(element, &choice);
	g_ptr_array_add(galley->elements, element);
}

/* The page is not known yet: room is kept for a number as wide as any. */
static void add_reference(const struct stone *stone, struct galley *galley, const struct story *other)
{
	const struct text_style *style = stone_style(stone, STYLE_TURN);
	struct element *element = element_new(NULL, MARK_TURN, style);
	g_autofree char *text = reference_widest(stone, galley->story, other);
	g_autoptr(GArray) runs =
		manuscript_text(stone, text, galley->story->place, style, galley->story->language);

	element->reference = other;
	element_set(stone, element, runs, galley->width);
	element_add_choices(stone, element);
	g_ptr_array_add(galley->elements, element);
}

static gboolean is_pointed_to(const struct stone *stone, const struct story *other)
{
	return other != NULL && other->fate == FATE_TO_PLACE &&
	       (stone->unmade == NULL || !g_hash_table_contains(stone->unmade, other));
}

static void add_references(const struct stone *stone, struct galley *galley)
{
	const GPtrArray *see_also = galley->story->see_also;

	for (guint i = 0; see_also != NULL && i < see_also->len; i++) {
		const struct story *other = edition_story(stone->edition, see_also->pdata[i]);
		if (is_pointed_to(stone, other))
			add_reference(stone, galley, other);
	}
}

/* Where readers find the story on the web: the last line, the first to go when it is trimmed. */
static void add_address(const struct stone *stone, struct galley *galley)
{
	const struct story *story = galley->story;
	const struct text_style *style = stone_style(stone, STYLE_TURN);
	struct element *element;

	/* A video's link stands beside its code. */
	if (story->url == NULL || *story->url == '\0' || galley->elements->len == 0 ||
	    story->kind == KIND_VIDEO)
		return;
	g_autofree char *address = edition_printed_address(story->url);
	g_autoptr(GArray) runs = manuscript_text(stone, address, story->place, style, story->language);
	for (guint i = 0; i < runs->len; i++) {
		struct text_run *run = &g_array_index(runs, struct text_run, i);
		run->link = g_string_chunk_insert_const(stone->strings, story->url);
		run->layouts_own = TRUE;
	}
	element = element_new(NULL, MARK_TURN, style);
	element_set(stone, element, runs, galley->width);
	element_add_choices(stone, element);
	g_ptr_array_add(galley->elements, element);
}

void galley_add_tail(const struct stone *stone, struct galley *galley)
{
	galley->tail = (int)galley->elements->len;
	add_bios(stone, galley);
	add_code(stone, galley);
	add_references(stone, galley);
	galley->tail_end = (int)galley->elements->len;
	add_address(stone, galley);
}
