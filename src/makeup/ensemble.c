#include "makeup/ensemble.h"

#include "makeup/pagination.h"

struct ensemble *ensemble_new(GPtrArray *takes, gboolean labelled)
{
	struct ensemble *ensemble = g_new0(struct ensemble, 1);

	ensemble->takes = takes;
	ensemble->labelled = labelled;
	for (guint i = 1; i < takes->len; i++)
		((struct take *)takes->pdata[i])->with = takes->pdata[0];
	return ensemble;
}

void ensemble_forget(struct ensemble *ensemble)
{
	g_clear_pointer(&ensemble->slice[0], slice_free);
	g_clear_pointer(&ensemble->slice[1], slice_free);
}

void ensemble_free(struct ensemble *ensemble)
{
	if (ensemble == NULL)
		return;
	ensemble_forget(ensemble);
	g_ptr_array_unref(ensemble->takes);
	g_free(ensemble);
}

/* ---- its own slice ---- */

static struct slice *slice_of(const struct stone *stone, struct ensemble *ensemble, gboolean may_jump)
{
	struct slice **slice = &ensemble->slice[may_jump];
	const struct take *first = ensemble->takes->pdata[0];

	if (*slice != NULL)
		return *slice;
	*slice = slice_new(&stone->design->costs, first->page_columns, stone->design->rows);
	for (guint i = 0; i < ensemble->takes->len; i++)
		slice_add_story(*slice, cast_leaf(stone, ensemble->takes->pdata[i], may_jump && i == 0));
	return *slice;
}

static guint64 all_of(const struct ensemble *ensemble)
{
	return (G_GUINT64_CONSTANT(1) << ensemble->takes->len) - 1;
}

static int label_rows(const struct ensemble *ensemble)
{
	return ensemble->labelled ? ENSEMBLE_LABEL_ROWS : 0;
}

struct slice_table *ensemble_table(const struct stone *stone, struct ensemble *ensemble, gboolean may_jump)
{
	const struct slice_table *all = slice_table(slice_of(stone, ensemble, may_jump), all_of(ensemble));
	struct slice_table *table = slice_table_new(all->columns, all->rows);
	int label = label_rows(ensemble);

	for (int columns = 1; columns <= all->columns; columns++)
		for (int rows = all->low[columns]; rows <= MIN(all->high[columns], all->rows - label); rows++)
			*slice_table_box(table, columns, rows + label) = *slice_table_box(all, columns, rows);
	return table;
}

gboolean ensemble_fits(const struct stone *stone, struct ensemble *ensemble)
{
	g_autofree struct slice_table *table = ensemble_table(stone, ensemble, FALSE);

	slice_table_bound(table);
	for (int columns = 1; columns <= COLUMNS_MAX; columns++)
		if (table->low[columns] <= table->high[columns])
			return TRUE;
	return FALSE;
}

/* ---- how it stands ---- */

static gboolean holds_first(const struct slice_node *node)
{
	if (node->kind == SLICE_STORY)
		return node->index == 0;
	return node->kind != SLICE_FILLER && (holds_first(node->first) || holds_first(node->second));
}

static void turn(struct slice_node *node)
{
	while (node->kind == SLICE_STACK || node->kind == SLICE_ABREAST) {
		if (holds_first(node->second)) {
			struct slice_node *first = node->first;
			node->first = node->second;
			node->second = first;
		}
		node = node->first;
	}
}

struct slice_node *ensemble_tree(const struct stone *stone, struct ensemble *ensemble, gboolean may_jump,
				 int columns, int rows)
{
	struct slice_node *tree = slice_tree(slice_of(stone, ensemble, may_jump), all_of(ensemble), columns,
					     rows - label_rows(ensemble));

	if (tree != NULL)
		turn(tree);
	return tree;
}

const struct shape *ensemble_shape(const struct stone *stone, const struct ensemble *ensemble,
				   gboolean may_jump, int index, int columns, int rows)
{
	return setting_shape(stone, ensemble->takes->pdata[index], may_jump && index == 0, columns, rows);
}

const struct shape *ensemble_first_shape(const struct stone *stone, struct ensemble *ensemble,
					 gboolean may_jump, int columns, int rows)
{
	struct slice_node *tree = ensemble_tree(stone, ensemble, may_jump, columns, rows);
	const struct slice_node *node = tree;
	const struct shape *shape;

	while (node != NULL && node->kind != SLICE_STORY)
		node = node->first;
	shape = node != NULL ? ensemble_shape(stone, ensemble, may_jump, 0, node->columns, node->rows)
			     : setting_shape(stone, ensemble->takes->pdata[0], may_jump, columns, rows);
	slice_node_free(tree);
	return shape;
}
