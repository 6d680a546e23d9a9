/* cast.c - the takes of one section, and slices over them */
#include "makeup/ensemble.h"
#include "makeup/memory.h"
#include "makeup/pagination.h"

struct cast *cast_new(int section, int columns)
{
	struct cast *cast = g_new0(struct cast, 1);

	cast->section = section;
	cast->columns = columns;
	cast->takes = g_ptr_array_new();
	cast->rests = g_ptr_array_new_with_free_func((GDestroyNotify)take_free);
	return cast;
}

void cast_reset(struct cast *cast)
{
	g_ptr_array_set_size(cast->takes, (gint)(cast->takes->len - cast->rests->len));
	g_ptr_array_set_size(cast->rests, 0);
	for (int i = 0; i < 2; i++)
		if (cast->slice[i] != NULL)
			memory_keep_slice(cast->memory, g_steal_pointer(&cast->slice[i]), cast->sliced[i]);
}

void cast_forget(struct cast *cast, guint tables)
{
	for (int i = 0; i < 2; i++)
		if (cast->slice[i] != NULL)
			slice_forget(cast->slice[i], tables);
}

void cast_free(struct cast *cast)
{
	cast_reset(cast);
	g_ptr_array_unref(cast->takes);
	g_ptr_array_unref(cast->rests);
	g_free(cast);
}

/* ---- slices ---- */

/* Where the pictures of a setting stand at the sides of its box. */
static void note_pictures(const struct take *take, const struct shape *shape, int columns,
			  struct slice_box *box)
{
	const struct head *head = take->heads->pdata[shape->head];
	int index[2] = {shape->picture, shape->inset}, rows[2] = {shape->picture_rows, shape->inset_rows};

	for (int i = 0; i < 2; i++) {
		if (index[i] < 0)
			continue;
		const struct picture_block *block =
			&g_array_index(take->pictures, struct picture_block, index[i]);
		int leg = i == 0 ? picture_first_leg(take, shape, columns)
				 : picture_inset_leg(take, shape, columns);
		if (block->picture == NULL)
			continue;
		box->picture = (guint8)MAX(box->picture, MIN(block->columns * rows[i] / SLICE_PICTURE, 255));
		box->pictures_left |= leg == 0 ? slice_bands(head->rows, rows[i]) : 0;
		box->pictures_right |= leg + block->columns == columns ? slice_bands(head->rows, rows[i]) : 0;
	}
}

struct slice_table *cast_leaf(const struct stone *stone, struct take *take, gboolean may_jump)
{
	const struct design *design = stone->design;
	struct slice_table *table = slice_table_new(take->page_columns, design->rows);

	for (int columns = 1; columns <= take->page_columns; columns++) {
		for (int rows = 1; rows <= design->rows; rows++) {
			const struct shape *shape = setting_shape(stone, take, may_jump, columns, rows);
			if (shape->cost >= SHAPE_IMPOSSIBLE)
				continue;
			const struct head *head = take->heads->pdata[shape->head];
			gint16 size = (gint16)(head->size * 4 / FIX_PT);
			struct slice_box *box = slice_table_box(table, columns, rows);
			*box = (struct slice_box){.cost = shape->cost,
						  .head_left = size,
						  .head_right = size,
						  .head_most = size,
						  .rank = (guint8)take->rank};
			note_pictures(take, shape, columns, box);
		}
	}
	return table;
}

static struct slice_table *table_of(const struct stone *stone, struct take *take, gboolean may_jump)
{
	return take->ensemble != NULL ? ensemble_table(stone, take->ensemble, may_jump)
				      : cast_leaf(stone, take, may_jump);
}

static void offer_fillers(const struct stone *stone, struct slice *slice, int page_columns)
{
	for (guint i = 0; i < stone->edition->ads->len; i++) {
		const struct ad *ad = stone->edition->ads->pdata[i];
		struct cells size = sheet_ad_size(stone, ad, page_columns);
		if (!ad->filler || !ad->usable)
			continue;
		/* One empty row keeps a house ad off the copy above it. */
		slice_add_filler(slice, (struct slice_filler){size.columns, size.rows + 1,
							      (float)(stone->design->costs.filler_cell *
								      size.columns * size.rows)});
	}
}

/* A story that fits no page whole is offered cut from the start. */
static gboolean fits_whole(const struct stone *stone, struct take *take)
{
	for (int columns = 1; columns <= take->page_columns; columns++)
		for (int rows = 1; rows <= stone->design->rows * 3 / 4; rows++)
			if (setting_shape(stone, take, FALSE, columns, rows)->cost < SHAPE_IMPOSSIBLE)
				return TRUE;
	return FALSE;
}

gboolean cast_offers_cut(const struct stone *stone, struct take *take, gboolean may_jump)
{
	return may_jump || !fits_whole(stone, take);
}

struct slice *cast_slice(const struct stone *stone, struct cast *cast, gboolean may_jump)
{
	struct slice **slice = &cast->slice[may_jump];

	if (*slice != NULL)
		return *slice;
	*slice = slice_new(&stone->design->costs, cast->columns, stone->design->rows);
	for (guint i = 0; i < cast->takes->len; i++) {
		struct take *take = cast->takes->pdata[i];
		slice_add_story(*slice, table_of(stone, take, cast_offers_cut(stone, take, may_jump)));
	}
	offer_fillers(stone, *slice, cast->columns);
	cast->memory = stone->memory;
	cast->sliced[may_jump] = cast->takes->len;
	*slice = memory_slice(stone->memory, *slice);
	return *slice;
}

guint64 cast_all(const struct cast *cast)
{
	guint count = cast->takes->len - cast->rests->len;
	return count >= 64 ? ~G_GUINT64_CONSTANT(0) : (G_GUINT64_CONSTANT(1) << count) - 1;
}

/* ---- what is left of a story that was cut ---- */

static int find_rest(const struct cast *cast, const struct story *story, int first, const char *from_label)
{
	for (guint i = 0; i < cast->takes->len; i++) {
		const struct take *take = cast->takes->pdata[i];
		if (take->story == story && take->first == first &&
		    g_strcmp0(take->from_label, from_label) == 0)
			return (int)i;
	}
	return -1;
}

guint64 cast_rest(const struct stone *stone, struct cast *cast, const struct take *take, int first,
		  const char *from_label)
{
	int bit = find_rest(cast, take->story, first, from_label);

	if (bit < 0 && cast->takes->len >= SLICE_STORIES_MAX)
		return 0;
	if (bit < 0) {
		struct take *rest =
			take_new(stone, take->story, cast->columns, galley_block_of(take->galley, first),
				 g_string_chunk_insert_const(stone->strings, from_label));
		rest->rank = MIN(take->rank + 1, 5);
		rest->order = -1;
		bit = (int)cast->takes->len;
		g_ptr_array_add(cast->rests, rest);
		g_ptr_array_add(cast->takes, rest);
		for (int jump = 0; jump < 2; jump++)
			if (cast->slice[jump] != NULL)
				slice_add_story(cast->slice[jump],
						table_of(stone, rest, cast_offers_cut(stone, rest, jump)));
	}
	return G_GUINT64_CONSTANT(1) << bit;
}

static void survey_filler(int index, struct cast_survey *survey)
{
	guint64 bit = G_GUINT64_CONSTANT(1) << (index % 64);

	survey->repeated += (survey->fillers & bit) != 0;
	survey->fillers |= bit;
}

static void survey_story(const struct stone *stone, struct cast *cast, gboolean may_jump,
			 const struct slice_node *node, struct cells at, struct cast_survey *survey)
{
	struct take *take = cast->takes->pdata[node->index];
	const struct shape *shape = cast_shape(stone, take, may_jump, node->columns, node->rows);

	spread_note(&survey->face, take, shape, at);
	if (!shape->jumps)
		return;
	if (survey->cut_count < CAST_CUTS_MOST)
		survey->cuts[survey->cut_count] = (struct cast_cut){node->index, shape->end};
	survey->cut_count++;
}

static void survey_node(const struct stone *stone, struct cast *cast, gboolean may_jump,
			const struct slice_node *node, struct cells at, struct cast_survey *survey)
{
	at.columns = node->columns;
	at.rows = node->rows;
	if (node->kind == SLICE_FILLER) {
		survey_filler(node->index, survey);
	} else if (node->kind == SLICE_STORY) {
		survey_story(stone, cast, may_jump, node, at, survey);
	} else {
		survey_node(stone, cast, may_jump, node->first, at, survey);
		at.row += node->kind == SLICE_STACK ? node->first->rows : 0;
		at.column += node->kind == SLICE_STACK ? 0 : node->first->columns;
		survey_node(stone, cast, may_jump, node->second, at, survey);
	}
}

void cast_survey(const struct stone *stone, struct cast *cast, gboolean may_jump, guint64 stories,
		 struct cells box, struct cast_survey *survey)
{
	struct slice_node *tree =
		slice_tree(cast_slice(stone, cast, may_jump), stories, box.columns, box.rows);

	if (tree != NULL)
		survey_node(stone, cast, may_jump, tree, box, survey);
	slice_node_free(tree);
}

const struct shape *cast_shape(const struct stone *stone, struct take *take, gboolean may_jump, int columns,
			       int rows)
{
	gboolean cut = cast_offers_cut(stone, take, may_jump);

	return take->ensemble != NULL ? ensemble_first_shape(stone, take->ensemble, cut, columns, rows)
				      : setting_shape(stone, take, cut, columns, rows);
}
