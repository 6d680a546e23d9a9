#include "makeup/take.h"

#include "makeup/ensemble.h"
#include "makeup/gallery.h"
#include "makeup/manuscript.h"
#include "makeup/plan.h"
#include "makeup/table.h"

static void head_free(gpointer data)
{
	struct head *head = data;
	g_array_unref(head->pieces);
	g_free(head);
}

static void picture_block_clear(gpointer data)
{
	struct picture_block *block = data;

	gallery_free(block->gallery);
	for (int i = 0; i < block->table_count; i++)
		table_setting_free(block->tables[i].table);
}

static void paragraph_clear(gpointer data)
{
	paragraph_free(((struct take_paragraph *)data)->paragraph);
}

struct paragraph *take_shape(const struct stone *stone, struct take *take, const char *text,
			     struct place place, const struct text_style *style)
{
	struct copy copy = {(char *)text, place, NULL};

	return take_shape_copy(stone, take, &copy, style);
}

struct paragraph *take_shape_copy(const struct stone *stone, struct take *take, const struct copy *copy,
				  const struct text_style *style)
{
	struct take_paragraph shaped = {g_string_chunk_insert_const(stone->strings, copy->text), style, NULL};
	const char *language = take->story->language;

	for (guint i = 0; i < take->shaped->len; i++) {
		const struct take_paragraph *known = &g_array_index(take->shaped, struct take_paragraph, i);
		if (known->text == shaped.text && known->style == style)
			return known->paragraph;
	}
	g_autoptr(GArray) runs = copy->spans != NULL
					 ? manuscript_spans(stone, copy->spans, style, language)
					 : manuscript_text(stone, copy->text, copy->place, style, language);
	shaped.paragraph = manuscript_shape(stone, runs, style);
	g_array_append_val(take->shaped, shaped);
	return shaped.paragraph;
}

fix take_measure(const struct stone *stone, const struct take *take, int span)
{
	return design_measure(stone->design, take->page_columns, span) - (take->boxed ? 2 * TAKE_BOX_PAD : 0);
}

/* Who leads a page by the plan is set like a lead. */
static int rank_of(const struct stone *stone, const struct story *story, enum attire attire)
{
	if (attire == ATTIRE_BOX)
		return MAX(story->priority, 4);
	return plan_has_lead(stone->edition, story) ? 1 : story->priority;
}

static struct take *make(const struct stone *stone, const struct story *story, int page_columns,
			 int first_block, const char *from_label, enum attire attire)
{
	struct take *take = g_new0(struct take, 1);

	take->attire = attire;
	take->boxed = attire != ATTIRE_NEWS;
	take->story = story;
	take->from_label = from_label;
	take->rank = rank_of(stone, story, attire);
	take->page_columns = page_columns;
	take->galley = galley_on(stone, story, attire, take_measure(stone, take, 1));
	take->first = galley_find_block(take->galley, first_block);
	take->rows = galley_rows_best(take->galley, take->first, (int)take->galley->elements->len);
	take->heads = g_ptr_array_new_with_free_func(head_free);
	take->pictures = g_array_new(FALSE, TRUE, sizeof(struct picture_block));
	g_array_set_clear_func(take->pictures, picture_block_clear);
	take->shaped = g_array_new(FALSE, TRUE, sizeof(struct take_paragraph));
	g_array_set_clear_func(take->shaped, paragraph_clear);
	take->styles = g_ptr_array_new_with_free_func(g_free);
	headline_add_heads(stone, take);
	picture_add_blocks(stone, take);
	return take;
}

struct take *take_new(const struct stone *stone, const struct story *story, int page_columns, int first_block,
		      const char *from_label)
{
	return make(stone, story, page_columns, first_block, from_label, attire_of(story));
}

struct take *take_new_boxed(const struct stone *stone, const struct story *story, int page_columns)
{
	return make(stone, story, page_columns, 0, NULL, ATTIRE_BOX);
}

void take_forget_shapes(struct take *take)
{
	if (take->ensemble != NULL)
		ensemble_forget(take->ensemble);
	g_clear_pointer(&take->shapes[0], g_free);
	g_clear_pointer(&take->shapes[1], g_free);
}

void take_free(struct take *take)
{
	if (take == NULL)
		return;
	g_clear_pointer(&take->ensemble, ensemble_free);
	g_ptr_array_unref(take->heads);
	g_array_unref(take->pictures);
	g_array_unref(take->shaped);
	g_ptr_array_unref(take->styles);
	take_forget_shapes(take);
	g_free(take);
}

int take_rows(const struct take *take)
{
	return take->rows;
}

static int cells_of(const struct stone *stone, const struct take *take)
{
	int columns = take->story->kind == KIND_BRIEF ? 1 : MIN(3, take->page_columns);
	int cells = take_rows(take);

	for (guint i = 0; i < take->heads->len; i++) {
		const struct head *head = take->heads->pdata[i];
		if (head->columns == columns) {
			cells += head->rows * columns;
			break;
		}
	}
	if (take->pictures->len > 0) {
		const struct picture_block *block = &g_array_index(take->pictures, struct picture_block, 0);
		cells += block->quote == NULL ? block->rows_natural * block->columns : 0;
	}
	return cells;
}

int take_cells(const struct stone *stone, const struct take *take)
{
	int cells = 0;

	if (take->ensemble == NULL)
		return cells_of(stone, take);
	for (guint i = 0; i < take->ensemble->takes->len; i++)
		cells += cells_of(stone, take->ensemble->takes->pdata[i]);
	return cells;
}
