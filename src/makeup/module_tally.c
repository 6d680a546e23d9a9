/* module_tally.c - what a module set, for the report */
#include "makeup/module_parts.h"

static int lines_set(const struct module *module)
{
	int lines = 0;

	for (int i = MAX(module->take->first, module->take->galley->first_body); i < module->fill.end; i++) {
		const struct element *element = galley_element(module->take->galley, i);
		lines += element->block != NULL ? module_rows_of(module, i) - element->rows_above : 0;
	}
	return lines;
}

static void add_block_text(GString *text, const struct block *block)
{
	if (block == NULL || block->spans == NULL)
		return;
	if (text->len > 0)
		g_string_append_c(text, '\n');
	for (guint i = 0; i < block->spans->len; i++)
		g_string_append(text, g_array_index(block->spans, struct span, i).text);
}

static void tell_trim(const struct module *module, struct story_decision *decision)
{
	g_autoptr(GString) text = g_string_new(NULL);
	int end = (int)module->take->galley->elements->len;

	if (module->placed->shape.jumps || module->fill.end == end)
		return;
	for (int i = module->fill.end; i < end; i++)
		add_block_text(text, galley_element(module->take->galley, i)->block);
	decision->lines_trimmed = module->fill.rows_trimmed;
	decision->text_trimmed = g_strdup(text->str);
	diag_add(
		module->forme->stone->diag, DIAG_STORY_TRIMMED, module->story->place,
		"%d lines are trimmed from the foot of '%s' to fill its page; set 'trim: false' to forbid it",
		decision->lines_trimmed, module->story->id);
}

void module_tally(const struct module *module)
{
	struct story_decision *decision = module_decision(module->forme, module->story);
	struct cells cells = module->placed->cells;
	struct story_part part = {g_strdup(module->made->sheet->label),
				  cells.column,
				  cells.row,
				  cells.columns,
				  cells.rows,
				  lines_set(module)};

	if (decision == NULL)
		return;
	g_array_append_val(decision->parts, part);
	decision->lines += part.lines;
	decision->outcome = STORY_PLACED;
	if (module->take->from_label == NULL) {
		const struct head *head = module->take->heads->pdata[module->placed->shape.head];
		g_free(decision->headline);
		decision->headline = g_strdup(head->text);
	}
	tell_trim(module, decision);
}
