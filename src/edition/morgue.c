#include "edition/morgue.h"

#include "edition/pictures.h"

/* A picture that no reading asked for in so many goes is let go. */
#define GOES_KEPT 16

struct kept_picture {
	struct found_picture *found;
	guint go;
};

struct morgue {
	GHashTable *kept; /* stamp → struct kept_picture */
	guint go;
};

static void kept_free(gpointer data)
{
	struct kept_picture *kept = data;

	pictures_forget(kept->found);
	g_free(kept);
}

struct morgue *morgue_new(void)
{
	struct morgue *morgue = g_new0(struct morgue, 1);

	morgue->kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, kept_free);
	return morgue;
}

void morgue_free(struct morgue *morgue)
{
	if (morgue == NULL)
		return;
	g_hash_table_unref(morgue->kept);
	g_free(morgue);
}

static gboolean is_old(gpointer stamp, gpointer kept, gpointer morgue)
{
	return ((const struct morgue *)morgue)->go - ((const struct kept_picture *)kept)->go > GOES_KEPT;
}

void morgue_begin(struct morgue *morgue)
{
	morgue->go++;
	g_hash_table_foreach_remove(morgue->kept, is_old, morgue);
}

struct found_picture *morgue_find(struct morgue *morgue, const char *stamp)
{
	struct kept_picture *kept = g_hash_table_lookup(morgue->kept, stamp);

	if (kept == NULL)
		return NULL;
	kept->go = morgue->go;
	return kept->found;
}

void morgue_keep(struct morgue *morgue, const char *stamp, struct found_picture *found)
{
	struct kept_picture *kept = g_new(struct kept_picture, 1);

	*kept = (struct kept_picture){found, morgue->go};
	found->holders++;
	g_hash_table_insert(morgue->kept, g_strdup(stamp), kept);
}
