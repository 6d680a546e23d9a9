#include "makeup/stone.h"

#include "makeup/galley.h"
#include "makeup/memory.h"

void stone_lay(struct stone *stone, const struct edition *edition, const struct design *design,
	       const struct fontbook *book, struct memory *memory, struct diag *diag)
{
	*stone = (struct stone){
		.edition = edition,
		.design = design,
		.book = book,
		.memory = memory,
		.typesetter = memory_begin(memory, design, diag),
		.diag = diag,
		.strings = g_string_chunk_new(4096),
		.galleys = g_ptr_array_new_with_free_func((GDestroyNotify)galley_free),
		.narrow = g_hash_table_new(g_direct_hash, g_direct_equal),
		.no_gallery = g_hash_table_new(g_direct_hash, g_direct_equal),
		.told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		.jump_times = 1.0,
		.trim_times = 1.0,
	};
}

void stone_clear(struct stone *stone)
{
	g_ptr_array_unref(stone->galleys);
	g_string_chunk_free(stone->strings);
	g_hash_table_unref(stone->narrow);
	g_hash_table_unref(stone->no_gallery);
	g_hash_table_unref(stone->told);
}

fix stone_leading(const struct stone *stone)
{
	return stone->design->leading;
}

/* Body type stands so that half of what the leading adds lies above the
   ascenders; x-height and photograph tops then agree by eye. */
fix stone_baseline(const struct stone *stone)
{
	const struct text_style *body = stone_style(stone, STYLE_BODY);
	return body->size * 3 / 4 + (stone->design->leading - body->size);
}

int stone_rows(const struct stone *stone, fix height)
{
	fix leading = stone->design->leading;
	return height <= 0 ? 0 : (height + leading - 1) / leading;
}

const struct text_style *stone_style(const struct stone *stone, enum style_id style)
{
	return &stone->design->styles[style];
}

const struct face *stone_face(const struct stone *stone, const struct text_style *style)
{
	const struct face *face = fontbook_face(stone->book, style->font);
	return face != NULL ? face : fontbook_face_at(stone->book, 0);
}
