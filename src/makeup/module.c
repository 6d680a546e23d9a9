#include "makeup/module_parts.h"

#include <string.h>

#include "makeup/framing.h"
#include "makeup/gallery.h"

char *module_destination(const struct story *story)
{
	return g_strconcat("story/", story->id, NULL);
}

struct story_decision *module_decision(struct forme *forme, const struct story *story)
{
	for (guint i = 0; i < forme->decisions->stories->len; i++) {
		struct story_decision *decision = forme->decisions->stories->pdata[i];
		if (strcmp(decision->id, story->id) == 0)
			return decision;
	}
	return NULL;
}

fix module_column_x(const struct module *module, int leg)
{
	const struct design *design = module->forme->stone->design;
	fix x = design_column_x(design, module->made->sheet->columns, module->placed->cells.column + leg);
	return x + (module->take->boxed ? TAKE_BOX_PAD : 0);
}

fix module_row_y(const struct module *module, int row)
{
	return design_row_y(module->forme->stone->design, module->placed->cells.row + row);
}

static fix width_of(const struct module *module, int columns)
{
	return design_measure(module->forme->stone->design, module->made->sheet->columns, columns);
}

char *module_piece_name(const struct module *module, const char *what, int index)
{
	return g_strdup_printf("%s/%s/%d", module->story->id, what, index);
}

/* ---- rules to the neighbours ---- */

/* The nameplate has a rule of its own at its foot. */
static gboolean hangs_from_nameplate(const struct module *module)
{
	const GArray *zones = module->made->sheet->zones;

	for (guint i = 0; i < zones->len; i++) {
		const struct sheet_zone *zone = &g_array_index(zones, struct sheet_zone, i);
		if (g_strcmp0(zone->zone->what, "nameplate") == 0 &&
		    zone->cells.row + zone->cells.rows == module->placed->cells.row)
			return TRUE;
	}
	return FALSE;
}

static gboolean touches_above(const struct module *module)
{
	struct cells cells = module->placed->cells;

	if (cells.row == 0 || hangs_from_nameplate(module))
		return FALSE;
	for (guint i = 0; i < module->made->labels->len; i++) {
		struct cells label = g_array_index(module->made->labels, struct cells, i);
		if (label.row + label.rows == cells.row && label.column <= cells.column &&
		    label.column + label.columns > cells.column)
			return FALSE;
	}
	for (guint i = 0; i < module->made->strips->len; i++)
		if (g_array_index(module->made->strips, struct strip, i).row + STRIP_ROWS == cells.row)
			return FALSE;
	return TRUE;
}

/* Copy that was paid for stands in a frame. */
static void ink_frame(const struct module *module, struct rect box)
{
	const struct design *design = module->forme->stone->design;
	fix thin = design->rule, heavy = design->heavy_rule;

	inking_fill(module->forme, box, design->sponsored_tint);
	inking_rule(module->forme, (struct rect){box.x, box.y, box.width, heavy}, design->ink);
	inking_rule(module->forme, (struct rect){box.x, rect_foot(box) - thin, box.width, thin}, design->ink);
	inking_rule(module->forme, (struct rect){box.x, box.y, thin, box.height}, design->ink);
	inking_rule(module->forme, (struct rect){box.x + box.width - thin, box.y, thin, box.height},
		    design->ink);
}

/* A box has a tint of its own, and a rule over it. */
static void ink_tint(const struct module *module)
{
	const struct design *design = module->forme->stone->design;
	struct cells cells = module->placed->cells;
	fix top = module_row_y(module, 0) + design->leading * 3 / 4,
	    foot = module_row_y(module, cells.rows) - design->leading / 4;
	struct rect box = {module_column_x(module, 0) - TAKE_BOX_PAD, top, width_of(module, cells.columns),
			   foot - top};

	if (module->take->attire == ATTIRE_SPONSORED) {
		ink_frame(module, box);
		return;
	}
	inking_fill(module->forme, box, design->tint);
	box.height = design->heavy_rule;
	inking_rule(module->forme, box, design->accent);
}

static void ink_rules(const struct module *module)
{
	const struct design *design = module->forme->stone->design;
	struct cells cells = module->placed->cells;
	fix half_row = design->leading / 2, left = module_column_x(module, 0);

	if (touches_above(module))
		inking_rule(module->forme,
			    (struct rect){left, module_row_y(module, 0) + half_row - design->hairline / 2,
					  width_of(module, cells.columns), design->hairline},
			    design->rule_colour);
	if (cells.column > 0) {
		fix top = module_row_y(module, 1), foot = module_row_y(module, cells.rows);
		inking_rule(module->forme,
			    (struct rect){left - design->gutter / 2 - design->hairline / 2, top,
					  design->hairline, foot - top},
			    design->rule_colour);
	}
}

/* ---- head ---- */

/* "From page 1" leads to where the story begins, or to the page of the part before. */
static void open_way_back(const struct module *module, const struct head_piece *piece)
{
	struct forme *forme = module->forme;
	const struct stone *stone = forme->stone;
	const char *from = module->take->from_label,
		   *begins = g_hash_table_lookup(forme->page_of, module->story->id);
	g_autofree char *name = module_piece_name(module, "from", module->take->first);
	g_autofree char *target = g_strcmp0(from, begins) == 0
					  ? g_strconcat("#story/", module->story->id, NULL)
					  : g_strconcat("#page/", from, NULL);
	g_autofree char *about =
		design_phrase(stone->design, module->story->language, "from", "page", from, NULL);

	inking_mark(forme, MARK_LINK, name, module->story->id);
	inking_link(forme,
		    (struct rect){module_column_x(module, 0) + piece->x,
				  module_row_y(module, 0) + piece->baseline[0] - stone_baseline(stone),
				  piece->measure.width,
				  piece->baseline[piece->setting->lines - 1] - piece->baseline[0] +
					  stone_leading(stone)},
		    target, about);
}

static void ink_head(struct module *module)
{
	const struct head *head = module->take->heads->pdata[module->placed->shape.head];
	gboolean goes_on = module->take->from_label != NULL;

	for (guint i = 0; i < head->pieces->len; i++) {
		const struct head_piece *piece = &g_array_index(head->pieces, struct head_piece, i);
		g_autofree char *name = module_piece_name(module, goes_on ? "turn-head" : "head", (int)i);
		/* The headline over a turned part repeats: it is read to nobody twice. */
		if (goes_on && piece->role == MARK_HEADLINE) {
			inking_artifact(module->forme, "header");
		} else {
			struct page_mark *mark =
				inking_mark(module->forme, piece->role, name, module->story->id);
			mark->level = piece->role == MARK_HEADLINE ? 1 : 0;
		}
		if (piece->role == MARK_TURN)
			open_way_back(module, piece);
		for (int line = 0; line < piece->setting->lines; line++) {
			struct set_line *set =
				paragraph_line(piece->paragraph, piece->setting, &piece->measure, line);
			inking_line(module->forme, set, module_column_x(module, 0) + piece->x,
				    module_row_y(module, 0) + piece->baseline[line], module->story->id);
			set_line_free(set);
		}
		if (piece->role == MARK_TURN)
			inking_end(module->forme);
		inking_end(module->forme);
	}
}

/* ---- pictures ---- */

/* `photo` is measured from the leg's left edge, which stands at `x`. */
static void ink_caption(const struct module *module, const struct picture_block *block, struct rect photo,
			fix x, const char *name)
{
	const struct stone *stone = module->forme->stone;
	g_autofree char *caption = g_strconcat(name, "/caption", NULL);

	if (block->caption_setting == NULL)
		return;
	struct rect line = picture_caption_box(stone, block, photo);
	inking_mark(module->forme, MARK_CAPTION, caption, module->story->id);
	inking_lines(module->forme, block->caption, block->caption_setting, &block->caption_measure,
		     x + line.x, line.y, line.height, module->story->id);
	inking_end(module->forme);
}

/* What the desk would want to know of a crop, and of a guess. */
static void tell_crop(const struct module *module, const struct picture *picture,
		      struct photo_decision *decision)
{
	struct diag *diag = module->forme->stone->diag;
	int x = picture->focus_x * 100 / 65536, y = picture->focus_y * 100 / 65536;

	inking_tell_coarse(module->forme, decision, picture->place);
	if (framing_is_whole(picture))
		return;
	decision->focus = picture_focus_word(picture->focus_from);
	if (picture->focus_from == FOCUS_GUESSED &&
	    (decision->part.width < 65536 || decision->part.height < 65536))
		diag_add(diag, DIAG_PHOTO_FOCUS_GUESSED, picture->place,
			 "'%s' is cropped around a guessed place: add 'focus: [0.%02d, 0.%02d]', or a better "
			 "one",
			 picture->file, MIN(x, 99), MIN(y, 99));
}

/* In so many rows of the module's, from the head of its legs and row `row` under it. */
static void ink_picture(const struct module *module, const struct picture_block *block, int index, int leg,
			int row, int rows)
{
	const struct stone *stone = module->forme->stone;
	g_autofree char *name = module_piece_name(module, "figure", index);
	struct rect box = picture_box(stone, block, rows), in_leg;
	struct page_mark *mark = inking_mark(module->forme, MARK_FIGURE, name, module->story->id);

	box.y += module_row_y(module, module->head_rows + row);
	in_leg = box;
	box.x += module_column_x(module, leg);
	mark->alt = g_strdup(block->picture->alt);
	mark->box = box;
	tell_crop(module, block->picture,
		  inking_photo(module->forme, box, block->picture->file, &block->picture->facts,
			       framing_part(block->picture, box), module->story->id));
	ink_caption(module, block, in_leg, module_column_x(module, leg), name);
	inking_end(module->forme);
}

static void ink_gallery(const struct module *module, const struct picture_block *block, int leg)
{
	const struct shape *shape = &module->placed->shape;
	struct gallery_place places[GALLERY_MOST];
	int count = gallery_places(block->gallery, shape->picture_rows, shape->inset_rows, places);

	for (int i = 0; i < count; i++)
		ink_picture(module, places[i].block, i, leg + places[i].leg, places[i].row, places[i].rows);
}

/* A photograph or a pull quote; a wide table is inked where it is read. */
static void ink_block(const struct module *module, int index, int leg, int rows)
{
	const struct picture_block *block =
		&g_array_index(module->take->pictures, struct picture_block, index);

	if (block->gallery != NULL)
		ink_gallery(module, block, leg);
	else if (block->picture != NULL)
		ink_picture(module, block, index, leg, 0, rows);
	else if (block->quote != NULL)
		module_quote(module, block, rows,
			     (struct spot){leg, module_column_x(module, leg),
					   module_row_y(module, module->head_rows)});
}

void module_pictures(struct module *module)
{
	const struct shape *shape = &module->placed->shape;

	if (shape->picture >= 0)
		ink_block(module, shape->picture, picture_first_leg(module->take, shape, module->legs.count),
			  shape->picture_rows);
	if (shape->inset >= 0)
		ink_block(module, shape->inset, picture_inset_leg(module->take, shape, module->legs.count),
			  shape->inset_rows);
}

static void stand_over(struct module *module, int first, int index, int rows)
{
	int columns = g_array_index(module->take->pictures, struct picture_block, index).columns;

	for (int i = first; i < first + columns; i++)
		module->over[i] = rows;
}

static void find_rows_over(struct module *module)
{
	const struct shape *shape = &module->placed->shape;
	int legs = module->legs.count;

	memset(module->over, 0, sizeof module->over);
	if (shape->picture >= 0) {
		const struct picture_block *block =
			&g_array_index(module->take->pictures, struct picture_block, shape->picture);
		int first = picture_first_leg(module->take, shape, legs);
		for (int i = 0; i < block->columns; i++)
			module->over[first + i] = picture_rows_over(block, shape, i);
	}
	if (shape->inset >= 0)
		stand_over(module, picture_inset_leg(module->take, shape, legs), shape->inset,
			   shape->inset_rows);
}

/* ---- legs ---- */

struct spot module_spot(const struct module *module, int row)
{
	int leg = 0;

	while (leg + 1 < module->legs.count && row >= module->legs.rows[leg])
		row -= module->legs.rows[leg++];
	return (struct spot){leg, module_column_x(module, leg),
			     module_row_y(module, module->head_rows + module->over[leg] + row) +
				     stone_baseline(module->forme->stone)};
}

/* ---- turn line ---- */

static void ink_turn(const struct module *module)
{
	const struct stone *stone = module->forme->stone;
	const struct text_style *style = stone_style(stone, STYLE_TURN);
	g_autofree char *piece = inking_take_name(module->story->id, module->placed->shape.end);
	const char *to = g_hash_table_lookup(module->forme->goes_to, piece);
	int last = module->legs.count - 1;

	if (!module->placed->shape.jumps || to == NULL)
		return;
	while (last > 0 && module->legs.rows[last] == 0)
		last--;
	g_autofree char *text =
		design_phrase(stone->design, module->story->language, "turn", "page", to, NULL);
	g_autofree char *name = module_piece_name(module, "turn", module->take->first);
	g_autofree char *target = g_strconcat("#", piece, NULL);
	g_autofree char *link = g_strconcat(name, "/link", NULL);
	fix row = module_row_y(module, module->placed->cells.rows - 1);
	struct rect box = {module_column_x(module, last), row, take_measure(stone, module->take, 1),
			   stone_leading(stone)};

	inking_mark(module->forme, MARK_TURN, name, module->story->id);
	inking_mark(module->forme, MARK_LINK, link, module->story->id);
	inking_text(module->forme, text, style, box.x, row + stone_baseline(stone), box.width,
		    module->story->language);
	inking_link(module->forme, box, target, text);
	inking_end(module->forme);
	inking_end(module->forme);
}

static void add_destination(const struct module *module)
{
	struct destination *destination = g_new0(struct destination, 1);

	destination->name = module->take->from_label == NULL
				    ? module_destination(module->story)
				    : inking_take_name(module->story->id, module->take->first);
	destination->page = module->made->sheet->number - 1;
	destination->x = module_column_x(module, 0);
	destination->y = module_row_y(module, 0);
	g_ptr_array_add(module->forme->paper->destinations, destination);
}

void module_ink(struct forme *forme, const struct made_page *made, const struct placed_take *placed)
{
	struct module module = {.forme = forme,
				.made = made,
				.placed = placed,
				.take = placed->take,
				.story = placed->take->story};
	const struct head *head = placed->take->heads->pdata[placed->shape.head];
	g_autofree char *name = g_strconcat("story/", module.story->id, NULL);
	struct legs_copy copy = setting_copy(forme->stone, placed->take);

	module.type_before = forme->decisions->type;
	module.spaces_before = forme->spaces->len;
	module.head_rows = head->rows - (placed->take->boxed ? TAKE_BOX_FOOT : 0);
	module.legs = setting_legs(placed->take, &placed->shape, placed->cells.columns, placed->cells.rows);
	if (placed->shape.jumps)
		copy.end = copy.trim_from = placed->shape.end;
	module.fill = legs_fill(&copy, &module.legs, TRUE);
	g_return_if_fail(module.fill.choice != NULL);
	find_rows_over(&module);
	if (module.take->boxed)
		ink_tint(&module);
	else
		ink_rules(&module);
	add_destination(&module);
	struct page_mark *mark = inking_mark(forme, MARK_STORY, name, module.story->id);
	mark->label = g_strdup(module.story->headline.text);
	mark->language = module.story->language;
	mark->url = g_strdup(module.story->url);
	ink_head(&module);
	module_copy(&module);
	ink_turn(&module);
	inking_end(forme);
	g_clear_pointer(&forme->line_above, set_line_free);
	module_tally(&module);
	g_free(module.fill.choice);
}
