#include "desk/copy_walk.h"

struct walk {
	void (*visit)(enum copy_kind kind, const char *text, struct place place, gpointer data);
	gpointer data;
};

static void visit_copy(const struct walk *walk, enum copy_kind kind, const struct copy *copy)
{
	if (copy->text != NULL)
		walk->visit(kind, copy->text, copy->place, walk->data);
}

static void visit_spans(const struct walk *walk, enum copy_kind kind, const GArray *spans)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);
		g_string_append(text, (span->flags & SPAN_LINE_BREAK) != 0 ? " " : span->text);
	}
	if (text->len > 0)
		walk->visit(kind, text->str, g_array_index(spans, struct span, 0).place, walk->data);
}

static void visit_block(const struct walk *walk, const struct block *block)
{
	enum copy_kind kind = block->kind == BLOCK_QUOTATION ? COPY_QUOTATION : COPY_BODY;

	if (block->kind != BLOCK_TABLE) {
		visit_spans(walk, kind, block->spans);
		return;
	}
	for (int i = 0; i < block->table->rows * block->table->columns; i++)
		visit_spans(walk, kind, block->table->cells[i].spans);
}

void copy_walk(const struct story *story,
	       void (*visit)(enum copy_kind kind, const char *text, struct place place, gpointer data),
	       gpointer data)
{
	struct walk walk = {visit, data};

	visit_copy(&walk, COPY_HEAD, &story->headline);
	visit_copy(&walk, COPY_HEAD, &story->deck);
	visit_copy(&walk, COPY_HEAD, &story->standfirst);
	for (guint i = 0; i < story->bylines->len; i++)
		walk.visit(COPY_NAME, g_array_index(story->bylines, struct byline, i).name,
			   story->byline_place, data);
	for (guint i = 0; i < story->pictures->len; i++)
		visit_copy(&walk, COPY_CAPTION,
			   &((const struct picture *)g_ptr_array_index(story->pictures, i))->caption);
	for (guint i = 0; i < story->blocks->len; i++)
		visit_block(&walk, g_ptr_array_index(story->blocks, i));
}
