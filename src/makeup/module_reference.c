/* module_reference.c - a see-also line, now that the page of its story is known */
#include <string.h>

#include "makeup/manuscript.h"
#include "makeup/module_parts.h"
#include "makeup/reference.h"

/* One way to word the line, set. */
struct wording {
	char *text;
	struct paragraph *paragraph;
	const struct setting *setting;
};

static void wording_clear(struct wording *wording)
{
	g_free(wording->text);
	paragraph_free(wording->paragraph);
}

/* In the lines that were kept for it where it can be set in them, else in those that it takes. Lines of like
   length where they hold: the number of a page shall not stand alone. */
static const struct setting *setting_in(const struct paragraph *paragraph, const struct measure *measure,
					int lines)
{
	const struct settings *settings = paragraph_settings(paragraph, measure);
	const struct setting *plain = settings_with(settings, lines);
	const struct setting *even = settings_with(paragraph_settings_by_sense(paragraph, measure), lines);

	if (plain == NULL)
		return &settings->by_lines[settings->best];
	return even != NULL && even->stage <= plain->stage ? even : plain;
}

static struct wording wording_of(const struct module *module, const struct element *element, int lines,
				 char *text)
{
	const struct stone *stone = module->forme->stone;
	g_autoptr(GArray) runs =
		manuscript_text(stone, text, place_in("", 0, 0), element->style, module->story->language);
	struct wording wording = {.text = text, .paragraph = manuscript_shape(stone, runs, element->style)};

	wording.setting = setting_in(wording.paragraph, &element->measure, lines);
	return wording;
}

/* A page is named to those who must turn to it. Where "this page" has no room, the headline alone points to
   its story. */
static struct wording best_wording(const struct module *module, const struct element *element, int lines,
				   const char *page)
{
	const struct stone *stone = module->forme->stone;
	const struct story *story = module->story, *other = element->reference;
	struct wording wording;

	if (strcmp(page, module->made->sheet->label) != 0)
		return wording_of(module, element, lines, reference_to_page(stone, story, other, page));
	wording = wording_of(module, element, lines, reference_to_this_page(stone, story, other));
	if (wording.setting->lines <= lines)
		return wording;
	wording_clear(&wording);
	return wording_of(module, element, lines, reference_bare(stone, story, other));
}

void module_reference(const struct module *module, const struct element *element, int index, struct spot spot)
{
	struct forme *forme = module->forme;
	int lines = module_choice(module, index)->rows;
	const char *page = g_hash_table_lookup(forme->page_of, element->reference->id);
	g_autofree char *name = module_piece_name(module, "see-also", index),
			*link = g_strconcat(name, "/link", NULL),
			*to = module_destination(element->reference), *target = g_strconcat("#", to, NULL);

	if (page == NULL)
		return;
	struct wording wording = best_wording(module, element, lines, page);
	inking_mark(forme, MARK_TURN, name, module->story->id);
	inking_mark(forme, MARK_LINK, link, module->story->id);
	inking_lines(forme, wording.paragraph, wording.setting, &element->measure, spot.x, spot.baseline,
		     element->style->leading, NULL);
	inking_link(forme,
		    (struct rect){spot.x, spot.baseline - stone_baseline(forme->stone),
				  element->measure.width, lines * stone_leading(forme->stone)},
		    target, wording.text);
	inking_end(forme);
	inking_end(forme);
	wording_clear(&wording);
}
