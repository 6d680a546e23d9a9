#include "makeup/inking.h"

#include <string.h>

#include "makeup/manuscript.h"

#define COARSE_BELOW_PPI 120

int inking_mark_id(struct forme *forme, const char *name)
{
	gpointer id = g_hash_table_lookup(forme->marks, name);

	if (id == NULL) {
		id = GINT_TO_POINTER(++forme->paper->marks);
		g_hash_table_insert(forme->marks, g_strdup(name), id);
	}
	return GPOINTER_TO_INT(id);
}

char *inking_take_name(const char *story, int first)
{
	return g_strdup_printf("turn/%s/%d", story, first);
}

struct page_mark *inking_mark(struct forme *forme, enum mark_role role, const char *name, const char *story)
{
	struct page_mark *mark = &page_add(forme->page, ITEM_MARK)->mark;

	mark->id = inking_mark_id(forme, name);
	mark->role = role;
	mark->story = story != NULL ? g_intern_string(story) : NULL;
	return mark;
}

void inking_end(struct forme *forme)
{
	page_add(forme->page, ITEM_MARK_END);
}

void inking_artifact(struct forme *forme, const char *label)
{
	struct page_mark *mark = &page_add(forme->page, ITEM_MARK)->mark;

	mark->id = ++forme->paper->marks;
	mark->role = MARK_ARTIFACT;
	mark->label = g_strdup(label);
}

/* ---- lines ---- */

static void put_glyphs(struct forme *forme, const struct set_run *run, fix x, fix baseline, const char *story)
{
	struct page_glyphs *glyphs = &page_add(forme->page, ITEM_GLYPHS)->glyphs;

	glyphs->font = run->face->role;
	glyphs->size = run->size;
	glyphs->x_scale = run->x_scale;
	glyphs->colour = run->colour;
	glyphs->language = run->language;
	glyphs->flags = (run->flags & SET_HYPHEN ? GLYPHS_HYPHEN : 0) |
			(run->flags & SET_LINE_END_SPACE ? GLYPHS_LINE_END_SPACE : 0);
	glyphs->story = story != NULL ? g_intern_string(story) : NULL;
	glyphs->place = run->place;
	glyphs->text = g_strdup(run->text);
	for (guint i = 0; i < run->glyphs->len; i++) {
		const struct set_glyph *set = &g_array_index(run->glyphs, struct set_glyph, i);
		struct page_glyph glyph = {set->id,	 x + set->x,	  baseline + set->y,
					   set->advance, set->text_start, set->text_length};
		g_array_append_val(glyphs->glyphs, glyph);
	}
}

static fix run_end(const struct set_run *run)
{
	const struct set_glyph *last;

	if (run->glyphs->len == 0)
		return 0;
	last = &g_array_index(run->glyphs, struct set_glyph, run->glyphs->len - 1);
	return last->x + last->advance;
}

/* A link's area reaches over the whole line, so that a finger finds it. */
static void put_link(struct forme *forme, const struct set_line *line, guint first, guint end, fix x,
		     fix baseline, const char *story)
{
	const struct set_run *run = line->runs->pdata[first];
	const struct set_glyph *start = &g_array_index(run->glyphs, struct set_glyph, 0);
	g_autofree char *name =
		g_strdup_printf("link/%s/%s/%d", story != NULL ? story : "", run->link, run->place.line);
	g_autoptr(GString) about = g_string_new(NULL);
	fix left = x + start->x, right = left;

	inking_mark(forme, MARK_LINK, name, story);
	for (guint i = first; i < end; i++) {
		const struct set_run *part = line->runs->pdata[i];
		put_glyphs(forme, part, x, baseline, story);
		g_string_append(about, part->text);
		right = x + run_end(part);
	}
	inking_link(forme, (struct rect){left, baseline - run->size, right - left, run->size * 13 / 10},
		    run->link, about->str);
	inking_end(forme);
}

void inking_line(struct forme *forme, const struct set_line *line, fix x, fix baseline, const char *story)
{
	for (guint i = 0; i < line->runs->len;) {
		const struct set_run *run = line->runs->pdata[i];
		guint end = i + 1;
		if (run->link == NULL || run->glyphs->len == 0) {
			put_glyphs(forme, run, x, baseline, story);
			i++;
			continue;
		}
		while (end < line->runs->len &&
		       ((const struct set_run *)line->runs->pdata[end])->link == run->link)
			end++;
		put_link(forme, line, i, end, x, baseline, story);
		i = end;
	}
}

fix inking_lines(struct forme *forme, const struct paragraph *paragraph, const struct setting *setting,
		 const struct measure *measure, fix x, fix baseline, fix leading, const char *story)
{
	for (int i = 0; i < setting->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, setting, measure, i);
		inking_line(forme, line, x, baseline + i * leading, story);
		set_line_free(line);
	}
	return baseline + (setting->lines - 1) * leading;
}

static struct paragraph *plain(struct forme *forme, const char *text, const struct text_style *style,
			       const char *language)
{
	g_autoptr(GArray) runs = manuscript_text(forme->stone, text, place_in("", 0, 0), style, language);
	return manuscript_shape(forme->stone, runs, style);
}

fix inking_text(struct forme *forme, const char *text, const struct text_style *style, fix x, fix baseline,
		fix width, const char *language)
{
	struct paragraph *paragraph = plain(forme, text, style, language);
	struct measure measure = {.width = width};
	const struct settings *settings = paragraph_settings(paragraph, &measure);
	fix last = inking_lines(forme, paragraph, &settings->by_lines[settings->best], &measure, x, baseline,
				style->leading, NULL);

	paragraph_free(paragraph);
	return last;
}

fix inking_text_width(struct forme *forme, const char *text, const struct text_style *style,
		      const char *language)
{
	struct paragraph *paragraph = plain(forme, text, style, language);
	fix width = paragraph_natural_width(paragraph);

	paragraph_free(paragraph);
	return width;
}

void inking_text_ink(struct forme *forme, const char *text, const struct text_style *style,
		     const char *language, fix *top, fix *bottom)
{
	struct paragraph *paragraph = plain(forme, text, style, language);
	struct measure measure = {.width = FIX_MAX / 2};
	const struct settings *settings = paragraph_settings(paragraph, &measure);
	struct set_line *line = paragraph_line(paragraph, &settings->by_lines[settings->best], &measure, 0);

	*top = line->ink_top;
	*bottom = line->ink_bottom;
	set_line_free(line);
	paragraph_free(paragraph);
}

/* ---- everything else ---- */

void inking_rule(struct forme *forme, struct rect box, uint32_t colour)
{
	struct page_fill *fill = &page_add(forme->page, ITEM_RULE)->fill;
	fill->box = box;
	fill->colour = colour;
}

void inking_fill(struct forme *forme, struct rect box, uint32_t colour)
{
	struct page_fill *fill = &page_add(forme->page, ITEM_FILL)->fill;
	fill->box = box;
	fill->colour = colour;
}

void inking_link(struct forme *forme, struct rect box, const char *to, const char *about)
{
	struct page_link *link = &page_add(forme->page, ITEM_LINK)->link;
	link->box = box;
	link->to = g_strdup(to);
	link->about = g_strdup(about);
}

static int pixels(fix length, int ppi)
{
	return MAX(1, (int)(fix_to_pt(length) * ppi / 72.0 + 0.5));
}

struct photo_decision *inking_photo(struct forme *forme, struct rect box, const char *file,
				    const struct photo_facts *facts, struct photo_part part,
				    const char *story)
{
	struct page_photo *photo = &page_add(forme->page, ITEM_PHOTO)->photo;
	struct photo_decision *decision = g_new0(struct photo_decision, 1);
	int64_t source_px = (int64_t)facts->width_px * part.width / 65536;
	int wanted = pixels(box.width, forme->stone->design->photo_ppi);

	photo->box = box;
	photo->file = g_strdup(file);
	photo->part = part;
	photo->width_px = (int)MIN(wanted, MAX(source_px, 1));
	photo->height_px = (int)MAX(1, (int64_t)photo->width_px * box.height / MAX(box.width, 1));
	photo->story = story != NULL ? g_intern_string(story) : NULL;
	decision->file = g_strdup(file);
	decision->story = g_strdup(story);
	decision->part = part;
	decision->width_px = photo->width_px;
	decision->height_px = photo->height_px;
	decision->ppi = (int)(source_px * 72 * FIX_PT / MAX(box.width, 1));
	decision->used = TRUE;
	g_ptr_array_add(forme->decisions->photos, decision);
	return decision;
}

void inking_tell_coarse(struct forme *forme, const struct photo_decision *decision, struct place place)
{
	if (decision->ppi < COARSE_BELOW_PPI)
		diag_add(forme->stone->diag, DIAG_PHOTO_COARSE, place,
			 "'%s' has %d pixels for an inch of its size on the page, and %d are wanted: send a "
			 "larger file, "
			 "or give it fewer columns",
			 decision->file, decision->ppi, COARSE_BELOW_PPI);
}
