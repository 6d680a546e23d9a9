/*
 * stage - the photo stage alone, timed
 *
 *	stage [--jobs N] [--cache FOLDER] [--out FOLDER] [--focus] LIST
 *
 * LIST has one photograph a line: width_px, height_px, path. Prints one line of
 * JSON: seconds of probing, guessing and rendering, bytes, peak memory.
 */
#include <glib.h>
#include <stdio.h>
#include <sys/resource.h>

#include "photo/photo.h"

static char *cache_folder, *out_folder;
static int jobs;
static gboolean with_focus;

static const GOptionEntry options[] = {
	{"jobs", 'j', 0, G_OPTION_ARG_INT, &jobs, "threads", "N"},
	{"cache", 0, 0, G_OPTION_ARG_FILENAME, &cache_folder, "keep prints here", "FOLDER"},
	{"out", 'o', 0, G_OPTION_ARG_FILENAME, &out_folder, "write the prints here", "FOLDER"},
	{"focus", 0, 0, G_OPTION_ARG_NONE, &with_focus, "guess the focus of each first, and crop around it", NULL},
	{NULL, 0, 0, 0, NULL, NULL, NULL},
};

static GBytes *load(gconstpointer source, gpointer data, GError **error)
{
	GMappedFile *file = g_mapped_file_new(source, FALSE, error);
	GBytes *bytes = file != NULL ? g_mapped_file_get_bytes(file) : NULL;

	(void)data;
	g_clear_pointer(&file, g_mapped_file_unref);
	return bytes;
}

static void read_list(const char *list, GArray *tasks)
{
	g_autofree char *text = NULL;
	g_auto(GStrv) lines = NULL;

	if (!g_file_get_contents(list, &text, NULL, NULL))
		g_error("cannot read %s", list);
	lines = g_strsplit(text, "\n", -1);
	for (char **line = lines; *line != NULL && **line != '\0'; line++) {
		g_auto(GStrv) words = g_strsplit(*line, " ", 3);
		struct photo_task task = {.order = {.part = PHOTO_WHOLE}};
		task.order.width_px = (int)g_ascii_strtoll(words[0], NULL, 10);
		task.order.height_px = (int)g_ascii_strtoll(words[1], NULL, 10);
		task.source = g_strdup(words[2]);
		task.focus_x = task.focus_y = 32768;
		g_array_append_val(tasks, task);
	}
}

static void probe_all(struct photo_task *tasks, guint count)
{
	for (guint i = 0; i < count; i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GBytes) file = load(tasks[i].source, NULL, &error);
		struct photo_facts *facts = g_new0(struct photo_facts, 1);
		if (file == NULL || !photo_probe(file, facts, &error))
			g_error("%s: %s", (const char *)tasks[i].source, error->message);
		tasks[i].facts = facts;
	}
}

static void crop_all(struct photo_task *tasks, guint count)
{
	for (guint i = 0; i < count; i++)
		tasks[i].order.part =
			photo_crop_around(tasks[i].facts, tasks[i].order.width_px, tasks[i].order.height_px,
					  tasks[i].focus_x, tasks[i].focus_y);
}

static gsize write_all(struct photo_task *tasks, guint count)
{
	gsize bytes = 0;

	for (guint i = 0; i < count; i++) {
		if (tasks[i].print == NULL)
			g_error("%s: %s", (const char *)tasks[i].source, tasks[i].error->message);
		bytes += g_bytes_get_size(tasks[i].print->bytes);
		if (out_folder != NULL) {
			g_autofree char *base = g_path_get_basename(tasks[i].source);
			g_autofree char *path = g_build_filename(out_folder, base, NULL);
			g_file_set_contents(path, g_bytes_get_data(tasks[i].print->bytes, NULL),
					    (gssize)g_bytes_get_size(tasks[i].print->bytes), NULL);
		}
	}
	return bytes;
}

int main(int argc, char **argv)
{
	g_autoptr(GOptionContext) context = g_option_context_new("LIST");
	g_autoptr(GArray) tasks = g_array_new(FALSE, FALSE, sizeof(struct photo_task));
	struct photo_workroom workroom = {.load = load};
	struct rusage usage;
	gint64 times[4];
	gsize bytes;

	g_option_context_add_main_entries(context, options, NULL);
	if (!g_option_context_parse(context, &argc, &argv, NULL) || argc != 2)
		return 64;
	read_list(argv[1], tasks);
	workroom.jobs = jobs;
	workroom.cache = cache_folder != NULL ? photo_cache_open(cache_folder) : NULL;
	times[0] = g_get_monotonic_time();
	probe_all((struct photo_task *)tasks->data, tasks->len);
	times[1] = g_get_monotonic_time();
	if (with_focus)
		photo_guess_all((struct photo_task *)tasks->data, (int)tasks->len, &workroom);
	times[2] = g_get_monotonic_time();
	crop_all((struct photo_task *)tasks->data, tasks->len);
	photo_render_all((struct photo_task *)tasks->data, (int)tasks->len, &workroom);
	times[3] = g_get_monotonic_time();
	bytes = write_all((struct photo_task *)tasks->data, tasks->len);
	photo_cache_close(workroom.cache, PHOTO_CACHE_BYTES);
	getrusage(RUSAGE_SELF, &usage);
	printf("{\"probe_s\": %.3f, \"focus_s\": %.3f, \"render_s\": %.3f, \"bytes\": %zu, \"peak_mb\": %ld}\n",
	       (double)(times[1] - times[0]) / 1e6, (double)(times[2] - times[1]) / 1e6,
	       (double)(times[3] - times[2]) / 1e6, bytes, usage.ru_maxrss / 1024);
	return 0;
}
