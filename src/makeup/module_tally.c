/* module_tally.c - what a module set, for the report */
#include "makeup/module_parts.h"
#include "makeup/tally.h"
#include "makeup/terms.h"

static int lines_of_tables(const struct module *module, int index)
{
	const struct picture_block *block =
		index < 0 ? NULL : &g_array_index(module->take->pictures, struct picture_block, index);
	int lines = 0;

	for (int i = 0; block != NULL && i < block->table_count; i++)
		lines += block->tables[i].table->rows;
	return lines;
}

/* A line that the sign-off of a trimmed story has to itself. */
static int closing_rows(const struct module *module)
{
	int last = module->fill.end - 1;

	if (module->placed->shape.jumps || module->fill.end == (int)module->take->galley->elements->len)
		return 0;
	const struct element *element = galley_element(module->take->galley, last);
	return element_closing_rows(element,
				    element_choice(element, module->fill.choice[last - module->take->first]));
}

/* Copy in the legs, a sign-off with a line of its own, and tables that stand over them. */
static int lines_set(const struct module *module)
{
	int lines = lines_of_tables(module, module->placed->shape.picture) +
		    lines_of_tables(module, module->placed->shape.inset);

	for (int i = MAX(module->take->first, module->take->galley->first_body); i < module->fill.end; i++) {
		const struct element *element = galley_element(module->take->galley, i);
		gboolean is_copy = element->block != NULL || element->role == MARK_PARAGRAPH;
		lines += is_copy ? element_lines(module_choice(module, i)) : 0;
	}
	lines += closing_rows(module);
	return lines;
}

static void add_spans(GString *text, const GArray *spans)
{
	if (spans == NULL)
		return;
	if (text->len > 0)
		g_string_append_c(text, '\n');
	for (guint i = 0; i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);
		g_string_append(text, span->flags & SPAN_LINE_BREAK ? "\n" : span->text);
	}
}

static void add_block_text(GString *text, const struct block *block)
{
	const struct table *table = block->kind == BLOCK_TABLE ? block->table : NULL;

	for (int cell = 0; table != NULL && cell < table->rows * table->columns; cell++)
		add_spans(text, table->cells[cell].spans);
	if (table == NULL)
		add_spans(text, block->spans);
}

/* What is trimmed is copy; a reference that is left out is none. */
static void tell_trim(const struct module *module, struct story_decision *decision)
{
	g_autoptr(GString) text = g_string_new(NULL);
	int end = (int)module->take->galley->elements->len, lines = 0;

	for (int i = module->fill.end; i < end && !module->placed->shape.jumps; i++) {
		const struct element *element = galley_element(module->take->galley, i);
		if (element->block == NULL)
			continue;
		add_block_text(text, element->block);
		lines += element_lines(element_choice(element, element->best));
	}
	if (lines == 0)
		return;
	decision->lines_trimmed = lines;
	decision->text_trimmed = g_strdup(text->str);
	diag_add(
		module->forme->stone->diag, DIAG_STORY_TRIMMED, module->story->place,
		"%d lines are trimmed from the foot of '%s' to fill its page; set 'trim: false' to forbid it",
		decision->lines_trimmed, module->story->id);
}

/* What the lines of this module added to the facts of the whole. */
static void add_type(const struct module *module, struct story_part *part)
{
	const struct type_facts *now = &module->forme->decisions->type, *before = &module->type_before;
	const GArray *spaces = module->forme->spaces;

	part->type = (struct type_facts){
		.full_lines = now->full_lines - before->full_lines,
		.loose_lines = now->loose_lines - before->loose_lines,
		.hyphenated = now->hyphenated - before->hyphenated,
		.ladders = now->ladders - before->ladders,
		.ink_collisions = now->ink_collisions - before->ink_collisions,
	};
	part->spaces = g_array_new(FALSE, FALSE, sizeof(int));
	for (guint i = module->spaces_before; i < spaces->len; i++)
		g_array_append_val(part->spaces, g_array_index(spaces, int, i));
}

static void add_terms(const struct module *module, struct story_part *part)
{
	struct terms *terms = setting_terms(module->forme->stone, module->placed);

	part->cost = module->placed->shape.cost;
	part->terms = g_steal_pointer(&terms->all);
	g_free(terms);
}

void module_tally(const struct module *module)
{
	struct story_decision *decision = module_decision(module->forme, module->story);
	struct cells cells = module->placed->cells;
	struct story_part part = {
		.column = cells.column, .row = cells.row, .columns = cells.columns, .rows = cells.rows};

	if (decision == NULL)
		return;
	part.page = g_strdup(module->made->sheet->label);
	part.lines = lines_set(module);
	part.photo_cells = tally_picture_cells(module->placed);
	add_type(module, &part);
	add_terms(module, &part);
	g_array_append_val(decision->parts, part);
	decision->lines += part.lines;
	decision->cost += module->placed->shape.cost;
	decision->outcome = STORY_PLACED;
	if (module->take->from_label == NULL) {
		const struct head *head = module->take->heads->pdata[module->placed->shape.head];
		g_free(decision->headline);
		decision->headline = g_strdup(head->text);
	}
	tell_trim(module, decision);
}
