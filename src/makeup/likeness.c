#include "makeup/likeness.h"

#include "makeup/gallery.h"
#include "makeup/legs.h"

#define ADD(key, value)                                                                                      \
	G_STMT_START                                                                                         \
	{                                                                                                    \
		__typeof__(value) added = (value);                                                           \
		g_byte_array_append(key, (const guint8 *)&added, sizeof added);                              \
	}                                                                                                    \
	G_STMT_END

static void add_story(GByteArray *key, const struct stone *stone, const struct take *take)
{
	const struct story *story = take->story;

	ADD(key, story->kind);
	ADD(key, story->trim);
	ADD(key, story->trim_keep);
	ADD(key, story->must);
	ADD(key, setting_copy(stone, take).trim_from);
	ADD(key, take->first);
	ADD(key, take->from_label != NULL);
	ADD(key, take->rank);
	ADD(key, take->columns_fixed);
	ADD(key, take->photo_columns_fixed);
	ADD(key, take->page_columns);
	ADD(key, take->boxed);
}

static void add_heads(GByteArray *key, const struct take *take)
{
	ADD(key, take->heads->len);
	for (guint i = 0; i < take->heads->len; i++) {
		const struct head *head = take->heads->pdata[i];
		ADD(key, head->columns);
		ADD(key, head->rows);
		ADD(key, head->size);
		ADD(key, head->cost);
	}
}

/* Blocks are told apart by the first that is the same figure. */
static guint first_like(const struct take *take, guint index)
{
	const struct picture_block *blocks = (const struct picture_block *)(const void *)take->pictures->data;
	guint first = 0;

	while (first < index && !picture_is_same(&blocks[first], &blocks[index]))
		first++;
	return first;
}

static void add_pictures(GByteArray *key, const struct take *take)
{
	ADD(key, take->pictures->len);
	for (guint i = 0; i < take->pictures->len; i++) {
		const struct picture_block *block = &g_array_index(take->pictures, struct picture_block, i);
		ADD(key, first_like(take, i));
		ADD(key, block->picture != NULL ? (int)block->picture->looks : -1);
		ADD(key, block->picture != NULL ? (int)block->picture->crop : -1);
		ADD(key, block->table_count);
		ADD(key, block->quote != NULL);
		ADD(key, block->read_from);
		ADD(key, block->read_until);
		ADD(key, block->must);
		ADD(key, block->columns);
		ADD(key, block->rows_min);
		ADD(key, block->rows_natural);
		ADD(key, block->rows_max);
		ADD(key, block->cost);
		if (block->gallery != NULL)
			gallery_add_likeness(block->gallery, key);
	}
}

static void add_choice(GByteArray *key, const struct element_choice *choice)
{
	ADD(key, choice->rows);
	ADD(key, choice->cost);
	ADD(key, choice->signoff_below);
	ADD(key, choice->top);
	ADD(key, choice->foot);
	ADD(key, choice->breaks);
	g_byte_array_append(key, choice->may_break, (guint)choice->rows);
}

static void add_element(GByteArray *key, const struct element *element)
{
	ADD(key, element->role);
	ADD(key, element->rows_above);
	ADD(key, element->signoff != NULL);
	ADD(key, element->closes);
	ADD(key, element->binds_next);
	ADD(key, element->starts_leg_badly);
	ADD(key, element->best);
	ADD(key, element->choices->len);
	for (guint i = 0; i < element->choices->len; i++)
		add_choice(key, element_choice(element, (int)i));
}

GBytes *likeness_of(const struct stone *stone, const struct take *take, gboolean may_jump)
{
	GByteArray *key = g_byte_array_sized_new(4096);

	ADD(key, stone->design);
	ADD(key, may_jump);
	ADD(key, stone->jump_times);
	ADD(key, stone->trim_times);
	add_story(key, stone, take);
	add_heads(key, take);
	add_pictures(key, take);
	ADD(key, take->galley->first_body);
	for (guint i = 0; i < take->galley->elements->len; i++)
		add_element(key, galley_element(take->galley, (int)i));
	return g_byte_array_free_to_bytes(key);
}
