/* module_copy.c - a module's copy, element by element down its legs */
#include "makeup/module_parts.h"
#include "type/copyfit.h"
#include "type/drop_cap.h"
#include "type/leading.h"

#define TOLD_FROM_EM 600 /* thousandths: a word space that an editor would want to know of */

static void tell_ink_meets(const struct forme *forme, const struct set_line *line, const char *story)
{
	g_autofree char *above = copyfit_line_text(forme->line_above), *below = copyfit_line_text(line);
	const struct set_run *run = line->runs->len > 0 ? line->runs->pdata[0] : NULL;

	diag_add(forme->stone->diag, DIAG_LINE_INK_MEETS, run != NULL ? run->place : place_in("", 0, 0),
		 "'%s': a tail of '%s' meets a mark of '%s' below it on page %s: another word in either "
		 "helps, or "
		 "a wider leading of the layout",
		 story, above, below, forme->page->label);
}

/* The line above in the same leg is remembered, to see whether their ink meets. */
static void count_line(struct forme *forme, struct set_line *line, gboolean starts_leg, const char *story)
{
	struct type_facts *facts = &forme->decisions->type;
	fix leading = stone_leading(forme->stone);

	if (starts_leg)
		g_clear_pointer(&forme->line_above, set_line_free);
	if (forme->line_above != NULL && leading_between(forme->line_above, line, leading, 0) > leading) {
		facts->ink_collisions++;
		tell_ink_meets(forme, line, story);
	}
	g_clear_pointer(&forme->line_above, set_line_free);
	forme->line_above = line;

	if (line->full && line->space_em > 0) {
		facts->full_lines++;
		facts->loose_lines += line->space_em > 500;
		g_array_append_val(forme->spaces, line->space_em);
	}
	facts->hyphenated += line->full && line->hyphenated;
	forme->hyphens_running = line->hyphenated ? forme->hyphens_running + 1 : 0;
	facts->ladders += forme->hyphens_running == 3;
}

static enum mark_role mark_of(const struct element *element)
{
	return element->role;
}

static void open_element(const struct module *module, const struct element *element, int index)
{
	g_autofree char *name = module_piece_name(module, "piece", index);
	struct page_mark *mark = inking_mark(module->forme, mark_of(element), name, module->story->id);

	mark->level = element->role == MARK_CROSSHEAD ? 2 : 0;
}

static void ink_ornament(const struct module *module, const struct element *element, int index,
			 struct spot spot)
{
	g_autofree char *name = module_piece_name(module, "label", index);

	if (element->ornament == NULL)
		return;
	inking_mark(module->forme, MARK_LIST_LABEL, name, module->story->id)->label =
		g_strdup(paragraph_text(element->ornament));
	inking_lines(module->forme, element->ornament,
		     &element->ornament_settings->by_lines[element->ornament_settings->best],
		     &element->ornament_measure, spot.x, spot.baseline, 0, module->story->id);
	inking_end(module->forme);
}

/* At the end of the copy, or of what a trim has left of it. */
static gboolean is_signed(const struct module *module, const struct element *element, int index)
{
	return element->signoff != NULL &&
	       (element->closes || (index + 1 == module->fill.end && !module->placed->shape.jumps));
}

static void ink_signoff(const struct module *module, const struct element *element,
			const struct element_choice *choice, int row)
{
	struct spot spot =
		module_spot(module, row + choice->rows + element_closing_rows(element, choice) - 1);
	struct measure measure = {.width = element->signoff_width + FIX_PT};
	struct set_line *line = paragraph_line(
		element->signoff, &element->signoff_settings->by_lines[element->signoff_settings->best],
		&measure, 0);
	inking_line(module->forme, line,
		    spot.x + element->inset + element->measure.width - element->signoff_width, spot.baseline,
		    module->story->id);
	set_line_free(line);
}

/* The paragraph's loosest line, with its place, so that an editor can mend it. */
static void tell_loosest(const struct module *module, const struct element *element,
			 const struct element_choice *choice)
{
	struct copyfit copyfit;

	if (element->role != MARK_PARAGRAPH)
		return;
	copyfit = copyfit_of(element->paragraph, choice->setting, &element->measure);
	copyfit_tell(&copyfit, choice->setting, TOLD_FROM_EM, module->forme->stone->diag);
	copyfit_clear(&copyfit);
}

/* The letter is painted with the line on whose baseline it stands, and read with the first. */
static void ink_initial(const struct module *module, const struct element *element, struct spot spot)
{
	struct set_line *letter = drop_cap_line(element->drop_cap);

	inking_line(module->forme, letter, spot.x + element->inset, spot.baseline, module->story->id);
	set_line_free(letter);
}

static void ink_text(const struct module *module, const struct element *element,
		     const struct element_choice *choice, int index, int row)
{
	int leg = -1, leg_before = row > 0 ? module_spot(module, row - 1).leg : -1;

	for (int i = 0; i < choice->setting->lines; i++) {
		struct spot spot = module_spot(module, row + choice->above + i);
		struct set_line *line =
			paragraph_line(element->paragraph, choice->setting, &element->measure, i);
		if (spot.leg != leg) {
			if (leg >= 0)
				inking_end(module->forme);
			open_element(module, element, index);
			leg = spot.leg;
		}
		if (i == 0)
			ink_ornament(module, element, index, spot);
		if (i == 0 && element->drop_cap != NULL)
			drop_cap_join(element->drop_cap, line);
		inking_line(module->forme, line, spot.x + element->inset, spot.baseline, module->story->id);
		if (element->role == MARK_PARAGRAPH)
			count_line(module->forme, line, spot.leg != leg_before, module->story->id);
		else
			set_line_free(line);
		if (element->drop_cap != NULL && i + 1 == element->drop_cap->lines)
			ink_initial(module, element, spot);
		leg_before = spot.leg;
	}
	if (is_signed(module, element, index))
		ink_signoff(module, element, choice, row);
	inking_end(module->forme);
	tell_loosest(module, element, choice);
}

static void ink_element(struct module *module, int index, int row)
{
	const struct element *element = galley_element(module->take->galley, index);
	const struct element_choice *choice =
		element_choice(element, module->fill.choice[index - module->take->first]);

	if (element->reference != NULL)
		module_reference(module, element, index, module_spot(module, row));
	else if (element->code != NULL)
		module_code(module, element, index, module_spot(module, row));
	else if (element->table != NULL)
		module_table_in_legs(module, element, index, row);
	else
		ink_text(module, element, choice, index, row);
}

static gboolean is_list_item(const struct module *module, int index)
{
	return index >= module->take->first && index < module->fill.end &&
	       galley_element(module->take->galley, index)->role == MARK_LIST_ITEM;
}

const struct element_choice *module_choice(const struct module *module, int index)
{
	return element_choice(galley_element(module->take->galley, index),
			      module->fill.choice[index - module->take->first]);
}

/* Tables that stand over the legs, where they are read. */
static void ink_wide_tables(const struct module *module, int before)
{
	const struct shape *shape = &module->placed->shape;
	const int index[2] = {shape->picture, shape->inset};

	for (int i = 0; i < 2; i++) {
		const struct picture_block *block =
			index[i] < 0 ? NULL
				     : &g_array_index(module->take->pictures, struct picture_block, index[i]);
		int leg = block == NULL ? 0
			  : i == 0	? picture_first_leg(module->take, shape, module->legs.count)
					: picture_inset_leg(module->take, shape, module->legs.count);
		struct spot spot = {leg, module_column_x(module, leg), 0};
		for (int t = 0; block != NULL && t < block->table_count; t++) {
			const struct wide_setting *wide = &block->tables[t];
			spot.baseline = module_row_y(module, module->head_rows + wide->row) +
					stone_baseline(module->forme->stone);
			if (wide->before == before)
				module_table(module, wide->table, 1000 + index[i] * WIDE_TABLES_MAX + t,
					     spot);
		}
	}
}

/* The last of the copy, with more standing behind what is trimmed. */
static gboolean is_trimmed_after(const struct module *module, int index)
{
	return index + 1 == module->fill.end && module->fill.tail > module->fill.end;
}

void module_copy(struct module *module)
{
	int row = 0;

	for (int i = module->take->first; i < module->fill.tail_end; i = legs_next(&module->fill, i)) {
		if (i == MAX(module->take->galley->first_body, module->take->first))
			module_pictures(module);
		ink_wide_tables(module, i);
		if (is_list_item(module, i) && !is_list_item(module, i - 1)) {
			g_autofree char *name = module_piece_name(module, "list", i);
			inking_mark(module->forme, MARK_LIST, name, module->story->id);
		}
		ink_element(module, i, row);
		if (is_list_item(module, i) && !is_list_item(module, i + 1))
			inking_end(module->forme);
		row += module_choice(module, i)->rows;
		if (is_trimmed_after(module, i))
			row += element_closing_rows(galley_element(module->take->galley, i),
						    module_choice(module, i));
	}
	ink_wide_tables(module, module->fill.end);
}
