#include "type/standing.h"

#include <string.h>

/* Type that nobody asked for in so many shifts is distributed. */
#define SHIFTS_KEPT 16

struct stand {
	struct paragraph *paragraph;
	guint shift; /* in which it was last asked for */
};

static void stand_free(gpointer data)
{
	struct stand *stand = data;

	paragraph_free(stand->paragraph);
	g_free(stand);
}

GHashTable *standing_new(void)
{
	return g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, stand_free);
}

static void add_text(GByteArray *key, const char *text)
{
	if (text != NULL)
		g_byte_array_append(key, (const guint8 *)text, (guint)strlen(text) + 1);
}

#define ADD(key, value) g_byte_array_append(key, (const guint8 *)&(value), sizeof(value))

/* Names are interned, so that the pointer is the name; all else by its value. */
static GBytes *key_of(const struct text_style *style, const struct text_run *runs, int count)
{
	GByteArray *key = g_byte_array_sized_new(512);

	ADD(key, *style);
	for (int i = 0; i < count; i++) {
		const struct text_run *run = &runs[i];
		ADD(key, run->font);
		ADD(key, run->size);
		ADD(key, run->rise);
		ADD(key, run->colour);
		ADD(key, run->keep);
		ADD(key, run->place.file);
		ADD(key, run->place.line);
		ADD(key, run->place.column);
		add_text(key, run->language);
		add_text(key, run->text);
		add_text(key, run->link != NULL ? run->link : "");
	}
	return g_byte_array_free_to_bytes(key);
}

/* Standing type outlives the copy it was set from. */
static struct paragraph *set(struct typesetter *typesetter, const struct text_style *style,
			     const struct text_run *runs, int count)
{
	g_autofree struct text_run *lasting = g_new(struct text_run, (gsize)MAX(count, 1));

	for (int i = 0; i < count; i++) {
		lasting[i] = runs[i];
		lasting[i].language = g_intern_string(runs[i].language);
		lasting[i].link = g_intern_string(runs[i].link);
	}
	return paragraph_untold(typesetter, style, lasting, count);
}

struct paragraph *standing_find(struct typesetter *typesetter, const struct text_style *style,
				const struct text_run *runs, int count)
{
	GBytes *key = key_of(style, runs, count);
	struct stand *stand = g_hash_table_lookup(typesetter->standing, key);

	if (stand == NULL) {
		stand = g_new0(struct stand, 1);
		stand->paragraph = set(typesetter, style, runs, count);
		g_hash_table_insert(typesetter->standing, g_bytes_ref(key), stand);
	}
	stand->shift = typesetter->shift;
	g_bytes_unref(key);
	return stand->paragraph;
}

static gboolean is_old(gpointer key, gpointer value, gpointer shift)
{
	return GPOINTER_TO_UINT(shift) - ((const struct stand *)value)->shift > SHIFTS_KEPT;
}

void standing_distribute(struct typesetter *typesetter)
{
	g_hash_table_foreach_remove(typesetter->standing, is_old, GUINT_TO_POINTER(typesetter->shift));
}
