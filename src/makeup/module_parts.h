/*
 * module_parts.h - what the files of a module share
 *
 * Used by module*.c only.
 */
#ifndef MAKEUP_MODULE_PARTS_H
#define MAKEUP_MODULE_PARTS_H

#include "makeup/legs.h"
#include "makeup/module.h"
#include "makeup/table.h"

/* A module in hand: where it stands and how its copy falls into legs. */
struct module {
	struct forme *forme;
	const struct made_page *made;
	const struct placed_take *placed;
	const struct take *take;
	const struct story *story;
	struct legs legs;
	struct legs_fill fill;
	int head_rows;
	int over[COLUMNS_MAX];	       /* rows of picture over each leg */
	struct type_facts type_before; /* of the paper before this module */
	guint spaces_before;
};

/* Where a row of copy falls. */
struct spot {
	int leg;
	fix x, baseline;
};

/* Left edge of a leg, and top of a row of the module. */
fix module_column_x(const struct module *module, int leg);
fix module_row_y(const struct module *module, int row);
char *module_piece_name(const struct module *module, const char *what, int index);

/* Pictures and quotes over the legs. */
void module_pictures(struct module *module);
/* module_copy.c: all elements of the copy, the pictures where they are read. */
void module_copy(struct module *module);

/* module_table.c: a table with its top left at `top`. */
void module_table(const struct module *module, const struct table_setting *table, int index, struct spot top);
/* One that stands among the copy, its element at row `row` of it: in pieces where legs end in it. */
void module_table_in_legs(const struct module *module, const struct element *element, int index, int row);

/* module_code.c: a video's link; `spot` is of its first row. */
void module_code(const struct module *module, const struct element *element, int index, struct spot spot);

/* module_reference.c: a see-also line; `spot` is of its first row. */
void module_reference(const struct module *module, const struct element *element, int index,
		      struct spot spot);

/* module_quote.c: a pull quote in so many rows; `at` gives the top of the first. */
void module_quote(const struct module *module, const struct picture_block *block, int rows, struct spot at);

/* module_tally.c: what was set, told to the story's decision. */
void module_tally(const struct module *module);
/* The height that an element has. */
const struct element_choice *module_choice(const struct module *module, int index);
/* Where row `row` of the copy falls. */
struct spot module_spot(const struct module *module, int row);

#endif
