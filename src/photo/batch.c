#include "photo/cache_entry.h"

struct batch {
	const struct photo_workroom *workroom;
	void (*work)(struct photo_task *task, const struct photo_workroom *workroom);
};

static void guess(struct photo_task *task, const struct photo_workroom *workroom)
{
	g_autofree char *key = cache_focus_key(task->facts);
	g_autoptr(GBytes) file = NULL;

	if (cache_find_focus(workroom->cache, key, &task->focus_x, &task->focus_y))
		return;
	file = workroom->load(task->source, workroom->data, &task->error);
	if (file != NULL &&
	    photo_guess_focus(file, task->facts, &task->focus_x, &task->focus_y, &task->error))
		cache_keep_focus(workroom->cache, key, task->focus_x, task->focus_y);
}

/* A drawing is drawn sooner than it is found. */
static struct photo_cache *cache_for(const struct photo_task *task, const struct photo_workroom *workroom)
{
	return task->facts->format == PHOTO_SVG ? NULL : workroom->cache;
}

static void render(struct photo_task *task, const struct photo_workroom *workroom)
{
	g_autofree char *key = cache_print_key(task->facts, &task->order);
	struct photo_cache *cache = cache_for(task, workroom);
	g_autoptr(GBytes) file = NULL;

	task->print = cache_find_print(cache, key);
	if (task->print != NULL)
		return;
	file = workroom->load(task->source, workroom->data, &task->error);
	if (file != NULL)
		task->print = photo_render(file, task->facts, &task->order, &task->error);
	if (task->print != NULL)
		cache_keep_print(cache, key, task->print);
}

static void thread_work(gpointer task, gpointer data)
{
	const struct batch *batch = data;

	batch->work(task, batch->workroom);
}

/* Every task writes into its own struct only, so the order of work is free. */
static void batch_run(struct photo_task *tasks, int count, struct batch *batch)
{
	int jobs = batch->workroom->jobs > 0 ? batch->workroom->jobs : (int)g_get_num_processors();
	GThreadPool *pool = jobs > 1 && count > 1
				    ? g_thread_pool_new(thread_work, batch, MIN(jobs, count), TRUE, NULL)
				    : NULL;

	for (int i = 0; i < count; i++) {
		if (pool == NULL)
			batch->work(&tasks[i], batch->workroom);
		else
			g_thread_pool_push(pool, &tasks[i], NULL);
	}
	if (pool != NULL)
		g_thread_pool_free(pool, FALSE, TRUE);
}

void photo_guess_all(struct photo_task *tasks, int count, const struct photo_workroom *workroom)
{
	struct batch batch = {workroom, guess};

	batch_run(tasks, count, &batch);
}

void photo_render_all(struct photo_task *tasks, int count, const struct photo_workroom *workroom)
{
	struct batch batch = {workroom, render};

	batch_run(tasks, count, &batch);
}
