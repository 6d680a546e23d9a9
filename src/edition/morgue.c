#include "edition/morgue.h"

#include "edition/pictures.h"

struct morgue {
	GHashTable *found; /* stamp → struct found_picture */
};

struct morgue *morgue_new(void)
{
	struct morgue *morgue = g_new0(struct morgue, 1);

	morgue->found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, pictures_forget);
	return morgue;
}

void morgue_free(struct morgue *morgue)
{
	if (morgue == NULL)
		return;
	g_hash_table_unref(morgue->found);
	g_free(morgue);
}

struct found_picture *morgue_find(struct morgue *morgue, const char *stamp)
{
	return g_hash_table_lookup(morgue->found, stamp);
}

void morgue_keep(struct morgue *morgue, const char *stamp, struct found_picture *found)
{
	found->holders++;
	g_hash_table_insert(morgue->found, g_strdup(stamp), found);
}
