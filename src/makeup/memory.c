#include "makeup/memory.h"

#include "makeup/likeness.h"

/* A table that no take asked for in so many papers is let go. */
#define PAPERS_KEPT	  8
#define SLICE_PAPERS_KEPT 2

struct desk_of_type {
	const struct design *design;
	struct typesetter *typesetter;
};

struct kept_shapes {
	struct shape (*shapes)[ROWS_MAX + 1];
	guint paper;
};

struct kept_slice {
	struct slice *slice;
	guint paper;
};

struct memory {
	gboolean lasting;
	GPtrArray *slices; /* struct kept_slice */
	const struct fontbook *book;
	GArray *desks;	    /* struct desk_of_type */
	GHashTable *shapes; /* likeness → struct kept_shapes */
	guint paper;
	const gint *waiting; /* NULL: nobody ever waits */
};

static void desk_clear(gpointer data)
{
	typesetter_free(((struct desk_of_type *)data)->typesetter);
}

static void kept_free(gpointer data)
{
	struct kept_shapes *kept = data;

	g_free(kept->shapes);
	g_free(kept);
}

static void kept_slice_free(gpointer data)
{
	struct kept_slice *kept = data;

	slice_free(kept->slice);
	g_free(kept);
}

struct memory *memory_new(const struct fontbook *book, gboolean lasting)
{
	struct memory *memory = g_new0(struct memory, 1);

	memory->book = book;
	memory->lasting = lasting;
	memory->slices = g_ptr_array_new_with_free_func(kept_slice_free);
	memory->desks = g_array_new(FALSE, TRUE, sizeof(struct desk_of_type));
	g_array_set_clear_func(memory->desks, desk_clear);
	memory->shapes =
		g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, kept_free);
	return memory;
}

void memory_free(struct memory *memory)
{
	if (memory == NULL)
		return;
	g_array_unref(memory->desks);
	g_ptr_array_unref(memory->slices);
	g_hash_table_unref(memory->shapes);
	g_free(memory);
}

void memory_heed(struct memory *memory, const gint *waiting)
{
	memory->waiting = waiting;
}

gboolean memory_is_urged(const struct memory *memory)
{
	return memory->waiting != NULL && g_atomic_int_get(memory->waiting) != 0;
}

static gboolean is_old(gpointer key, gpointer value, gpointer memory)
{
	return ((const struct memory *)memory)->paper - ((const struct kept_shapes *)value)->paper >
	       PAPERS_KEPT;
}

/* A slice is asked for in every paper, or its copy has changed. */
static void forget_slices(struct memory *memory)
{
	for (guint i = memory->slices->len; i > 0; i--)
		if (memory->paper - ((const struct kept_slice *)memory->slices->pdata[i - 1])->paper >
		    SLICE_PAPERS_KEPT)
			g_ptr_array_remove_index(memory->slices, i - 1);
}

void memory_begin_paper(struct memory *memory)
{
	memory->paper++;
	g_hash_table_foreach_remove(memory->shapes, is_old, memory);
	forget_slices(memory);
}

struct typesetter *memory_begin(struct memory *memory, const struct design *design, struct diag *diag)
{
	struct desk_of_type desk = {design, NULL};

	for (guint i = 0; i < memory->desks->len; i++) {
		const struct desk_of_type *known = &g_array_index(memory->desks, struct desk_of_type, i);
		if (known->design != design)
			continue;
		typesetter_begin(known->typesetter, diag);
		return known->typesetter;
	}
	desk.typesetter = typesetter_new(memory->book, design, diag);
	g_array_append_val(memory->desks, desk);
	return desk.typesetter;
}

static gpointer copy_of(const struct shape (*shapes)[ROWS_MAX + 1])
{
	return g_memdup2(shapes, (COLUMNS_MAX + 1) * sizeof *shapes);
}

struct shape (*memory_shapes(struct memory *memory, const struct stone *stone, const struct take *take,
			     gboolean may_jump))[ROWS_MAX + 1]
{
	g_autoptr(GBytes) likeness = likeness_of(stone, take, may_jump);
	struct kept_shapes *kept = g_hash_table_lookup(memory->shapes, likeness);

	if (kept == NULL)
		return NULL;
	kept->paper = memory->paper;
	return copy_of((const struct shape(*)[ROWS_MAX + 1]) kept->shapes);
}

void memory_keep_shapes(struct memory *memory, const struct stone *stone, const struct take *take,
			gboolean may_jump, const struct shape (*shapes)[ROWS_MAX + 1])
{
	struct kept_shapes *kept = g_new0(struct kept_shapes, 1);

	kept->shapes = copy_of(shapes);
	kept->paper = memory->paper;
	g_hash_table_insert(memory->shapes, likeness_of(stone, take, may_jump), kept);
}

/* ---- slices ---- */

gboolean memory_is_lasting(const struct memory *memory)
{
	return memory->lasting;
}

struct slice *memory_slice(struct memory *memory, struct slice *slice)
{
	for (guint i = 0; i < memory->slices->len; i++) {
		struct kept_slice *kept = memory->slices->pdata[i];
		if (!slice_is_like(kept->slice, slice))
			continue;
		slice_free(slice);
		slice = g_steal_pointer(&kept->slice);
		g_ptr_array_remove_index(memory->slices, i);
		break;
	}
	return slice;
}

void memory_keep_slice(struct memory *memory, struct slice *slice, guint stories)
{
	struct kept_slice *kept;

	if (slice == NULL || !memory->lasting) {
		slice_free(slice);
		return;
	}
	slice_cut_back(slice, stories);
	kept = g_new0(struct kept_slice, 1);
	kept->slice = slice;
	kept->paper = memory->paper;
	g_ptr_array_add(memory->slices, kept);
}
