/* table_choices.c - the heights of a table: in one leg, or in pieces at the head of several */
#include "makeup/galley.h"
#include "makeup/table.h"

enum {
	BREAKS_MOST = 4,
	PIECE_LEAST = 2, /* rows under a head, on either side of a break */
};

int table_choices_head_rows(const struct table_setting *table)
{
	return table->row_lines[0];
}

/* The piece that follows begins with a row of the table, its head over it. */
static void note_breaks(const struct table_setting *table, struct element_choice *choice)
{
	int head = table_choices_head_rows(table);

	for (int row = 1 + PIECE_LEAST; row <= table->table->rows - PIECE_LEAST; row++) {
		int set = choice->above + table_setting_row_start(table, row);
		for (int n = 0; n < choice->breaks; n++)
			choice->may_break[set + n * head] |= (guint8)(1u << n);
	}
}

/* A row of white parts it from the copy over it and under it, where there is some in its leg. */
static void add_choice(const struct stone *stone, struct element *element, struct element_choice choice)
{
	const struct makeup_costs *costs = &stone->design->costs;
	const struct table_setting *table = element->table;
	int below = choice.foot == EDGE_IN_LEG, heads = choice.breaks * table_choices_head_rows(table);

	choice.above = choice.top == EDGE_IN_LEG;
	choice.white = choice.above + below + heads;
	choice.rows = table->rows + choice.white;
	choice.cost = choice.breaks * costs->table_break + heads * costs->paragraph_looser +
		      ((choice.top == EDGE_OF_LEG) + (choice.foot == EDGE_OF_LEG)) * costs->paragraph_tighter;
	choice.may_break = g_new0(guint8, choice.rows + 1);
	note_breaks(table, &choice);
	element_keep_choice(element, &choice);
}

/* The first is the best: whole, in the midst of a leg. */
void table_choices_add(const struct stone *stone, struct element *element, gboolean opens, gboolean ends)
{
	const enum element_edge in_copy[] = {EDGE_IN_LEG, EDGE_OF_LEG}, at_end[] = {EDGE_ANYWHERE};
	const enum element_edge *tops = opens ? at_end : in_copy, *feet = ends ? at_end : in_copy;
	int top_count = opens ? 1 : 2, foot_count = ends ? 1 : 2;
	int most = MIN(BREAKS_MOST, (element->table->table->rows - 1) / PIECE_LEAST - 1);

	for (int breaks = 0; breaks <= MAX(most, 0); breaks++) {
		for (int top = 0; top < top_count; top++) {
			for (int foot = 0; foot < foot_count; foot++)
				add_choice(stone, element,
					   (struct element_choice){
						   .top = tops[top], .foot = feet[foot], .breaks = breaks});
		}
	}
}
