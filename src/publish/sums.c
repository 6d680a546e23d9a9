#include "publish/sums.h"

#include <json-glib/json-glib.h>
#include <string.h>

struct sums {
	GArray *files; /* struct sum */
};

static void sum_clear(gpointer data)
{
	struct sum *sum = data;
	g_free(sum->path);
}

struct sums *sums_new(void)
{
	struct sums *sums = g_new0(struct sums, 1);
	sums->files = g_array_new(FALSE, TRUE, sizeof(struct sum));
	g_array_set_clear_func(sums->files, sum_clear);
	return sums;
}

void sums_free(struct sums *sums)
{
	if (sums == NULL)
		return;
	g_array_unref(sums->files);
	g_free(sums);
}

void sums_add(struct sums *sums, const char *path, GBytes *bytes)
{
	g_autofree char *sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
	struct sum sum = {g_strdup(path), g_bytes_get_size(bytes), ""};

	g_strlcpy(sum.sha256, sha256, sizeof(sum.sha256));
	g_array_append_val(sums->files, sum);
}

static int sum_order(gconstpointer a, gconstpointer b)
{
	return strcmp(((const struct sum *)a)->path, ((const struct sum *)b)->path);
}

static void sum_write(JsonBuilder *json, const struct sum *sum)
{
	json_builder_begin_object(json);
	json_builder_set_member_name(json, "path");
	json_builder_add_string_value(json, sum->path);
	json_builder_set_member_name(json, "bytes");
	json_builder_add_int_value(json, (gint64)sum->bytes);
	json_builder_set_member_name(json, "sha256");
	json_builder_add_string_value(json, sum->sha256);
	json_builder_end_object(json);
}

GBytes *sums_manifest(struct sums *sums)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	g_autoptr(JsonNode) root = NULL;
	g_autofree char *text = NULL;
	char *lines;

	g_array_sort(sums->files, sum_order);
	json_builder_begin_object(json);
	json_builder_set_member_name(json, "schema");
	json_builder_add_string_value(json, "anban-manifest-1");
	json_builder_set_member_name(json, "files");
	json_builder_begin_array(json);
	for (guint i = 0; i < sums->files->len; i++)
		sum_write(json, &g_array_index(sums->files, struct sum, i));
	json_builder_end_array(json);
	json_builder_end_object(json);
	root = json_builder_get_root(json);
	text = json_to_string(root, TRUE);
	lines = g_strconcat(text, "\n", NULL);
	return g_bytes_new_take(lines, strlen(lines));
}

GBytes *sums_lines(struct sums *sums)
{
	g_autoptr(GString) lines = g_string_new(NULL);

	g_array_sort(sums->files, sum_order);
	for (guint i = 0; i < sums->files->len; i++) {
		const struct sum *sum = &g_array_index(sums->files, struct sum, i);
		g_string_append_printf(lines, "%s  %s\n", sum->sha256, sum->path);
	}
	return g_string_free_to_bytes(g_steal_pointer(&lines));
}
