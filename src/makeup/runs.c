#include "makeup/runs.h"

#include <string.h>

void run_clear(struct run *run)
{
	g_clear_pointer(&run->paper, paper_free);
	g_clear_pointer(&run->decisions, decisions_free);
	g_clear_pointer(&run->diag, diag_free);
}

/* ---- pages that other runs name ---- */

GHashTable *runs_pages(const struct run *runs, guint count, guint but)
{
	GHashTable *pages = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint r = 0; r < count; r++) {
		for (guint i = 0;
		     r != but && runs[r].decisions != NULL && i < runs[r].decisions->stories->len; i++) {
			const struct story_decision *story = runs[r].decisions->stories->pdata[i];
			const struct story *copy = edition_story(runs[r].edition, story->id);
			if (story->parts->len > 0 && copy != NULL)
				g_hash_table_insert(pages, copy->id,
						    g_array_index(story->parts, struct story_part, 0).page);
		}
	}
	return pages;
}

static gboolean names_others(const struct edition *edition, const struct story *story)
{
	for (guint i = 0; i < story->see_also->len; i++) {
		const struct story *other = edition_story(edition, story->see_also->pdata[i]);
		if (other != NULL && other->run != story->run)
			return TRUE;
	}
	return FALSE;
}

gboolean runs_name_others(const struct run *run)
{
	for (guint i = 0; i < run->edition->stories->len; i++)
		if (names_others(run->edition, run->edition->stories->pdata[i]))
			return TRUE;
	return FALSE;
}

/* ---- the order of print ---- */

/* One page of the paper: the `index`th of a run. */
struct leaf {
	guint run;
	int index;
};

static void add_run(GArray *leaves, const struct run *runs, guint run)
{
	for (int i = 0; i < (int)runs[run].paper->pages->len; i++) {
		struct leaf leaf = {run, i};
		g_array_append_val(leaves, leaf);
	}
}

static gboolean follows(const struct run *run, const char *label)
{
	return run->edition->supplement != NULL && g_strcmp0(run->edition->supplement->after, label) == 0;
}

static void tell_beyond(const struct run *run, guint pages, struct diag *diag)
{
	const struct supplement *supplement = run->edition->supplement;

	diag_add(diag, DIAG_SUPPLEMENT_AFTER, supplement->after_place,
		 "after: the paper has %u pages, so the supplement '%s' cannot follow page %s: it is laid in "
		 "at the end; name a page up to %u",
		 pages, supplement->id, supplement->after, pages);
}

/* After each main page the supplements that follow it, the others at the end. */
static GArray *leaves_of(const struct run *runs, guint count, struct diag *diag)
{
	GArray *leaves = g_array_new(FALSE, FALSE, sizeof(struct leaf));
	const GPtrArray *main = runs[0].paper->pages;
	g_autofree gboolean *laid = g_new0(gboolean, count);

	for (guint i = 0; i < main->len; i++) {
		struct leaf leaf = {0, (int)i};
		g_array_append_val(leaves, leaf);
		for (guint r = 1; r < count; r++) {
			if (!follows(&runs[r], ((const struct page *)main->pdata[i])->label))
				continue;
			add_run(leaves, runs, r);
			laid[r] = TRUE;
		}
	}
	for (guint r = 1; r < count; r++) {
		if (!laid[r] && runs[r].edition->supplement->after != NULL)
			tell_beyond(&runs[r], main->len, diag);
		if (!laid[r])
			add_run(leaves, runs, r);
	}
	return leaves;
}

static int place_of(const GArray *leaves, guint run, int index)
{
	for (guint i = 0; i < leaves->len; i++)
		if (g_array_index(leaves, struct leaf, i).run == run &&
		    g_array_index(leaves, struct leaf, i).index == index)
			return (int)i;
	return 0;
}

/* ---- joining ---- */

static void move_all(GPtrArray *to, GPtrArray *from)
{
	for (guint i = 0; i < from->len; i++)
		g_ptr_array_add(to, from->pdata[i]);
	g_ptr_array_set_free_func(from, NULL);
	g_ptr_array_set_size(from, 0);
}

static void shift_marks(struct paper *paper, int by)
{
	for (guint p = 0; p < paper->pages->len; p++) {
		const struct page *page = paper->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			struct page_item *item = page->items->pdata[i];
			if (item->kind == ITEM_MARK)
				item->mark.id += by;
		}
	}
}

/* Destinations, outline and marks of all runs into the first's. */
static void join_papers(struct run *runs, guint count, const GArray *leaves)
{
	struct paper *paper = runs[0].paper;

	for (guint r = 0; r < count; r++) {
		struct paper *other = runs[r].paper;
		for (guint i = 0; i < other->destinations->len; i++) {
			struct destination *destination = other->destinations->pdata[i];
			destination->page = place_of(leaves, r, destination->page);
		}
		if (r == 0)
			continue;
		shift_marks(other, paper->marks);
		paper->marks += other->marks;
		move_all(paper->destinations, other->destinations);
		move_all(paper->outline, other->outline);
	}
}

/* Pages and what was decided on them, in the order of print. */
static void join_pages(struct run *runs, guint count, const GArray *leaves, struct decisions *decisions)
{
	GPtrArray *pages = g_ptr_array_new();

	for (guint i = 0; i < leaves->len; i++) {
		const struct leaf *leaf = &g_array_index(leaves, struct leaf, i);
		struct page *page = runs[leaf->run].paper->pages->pdata[leaf->index];
		struct page_decision *decision = runs[leaf->run].decisions->pages->pdata[leaf->index];
		page->number = decision->number = (int)i + 1;
		g_ptr_array_add(pages, page);
		g_ptr_array_add(decisions->pages, decision);
	}
	for (guint r = 0; r < count; r++) {
		GPtrArray *lists[] = {runs[r].paper->pages, runs[r].decisions->pages};
		for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
			GDestroyNotify free_one = i == 0 ? (GDestroyNotify)page_free : page_decision_free;
			g_ptr_array_set_free_func(lists[i], NULL);
			g_ptr_array_set_size(lists[i], 0);
			g_ptr_array_set_free_func(lists[i], free_one);
		}
	}
	move_all(runs[0].paper->pages, pages);
	g_ptr_array_unref(pages);
}

static int by_value(gconstpointer a, gconstpointer b)
{
	return *(const int *)a - *(const int *)b;
}

/* The percentiles are of the words of all runs. */
static void join_type(struct type_facts *all, const struct type_facts *type)
{
	all->full_lines += type->full_lines;
	all->loose_lines += type->loose_lines;
	all->hyphenated += type->hyphenated;
	all->ladders += type->ladders;
	all->ink_collisions += type->ink_collisions;
}

static void find_percentiles(struct decisions *decisions)
{
	g_autoptr(GArray) spaces = g_array_new(FALSE, FALSE, sizeof(int));

	for (guint i = 0; i < decisions->stories->len; i++) {
		const struct story_decision *story = decisions->stories->pdata[i];
		for (guint p = 0; p < story->parts->len; p++) {
			const GArray *own = g_array_index(story->parts, struct story_part, p).spaces;
			if (own != NULL)
				g_array_append_vals(spaces, own->data, own->len);
		}
	}
	if (spaces->len == 0)
		return;
	g_array_sort(spaces, by_value);
	decisions->type.space_p95 = g_array_index(spaces, int, MIN(spaces->len - 1, spaces->len * 95 / 100));
	decisions->type.space_p99 = g_array_index(spaces, int, MIN(spaces->len - 1, spaces->len * 99 / 100));
}

static void join_decisions(struct run *runs, guint count, struct decisions *decisions)
{
	for (guint r = 0; r < count; r++) {
		move_all(decisions->stories, runs[r].decisions->stories);
		move_all(decisions->photos, runs[r].decisions->photos);
		join_type(&decisions->type, &runs[r].decisions->type);
	}
	find_percentiles(decisions);
}

struct paper *runs_join(struct run *runs, guint count, struct decisions *decisions, struct diag *diag)
{
	gboolean made = TRUE;

	for (guint r = 0; r < count; r++) {
		made &= runs[r].paper != NULL;
		diag_move(diag, runs[r].diag, DIAG_FATAL);
	}
	if (!made)
		return NULL;
	g_autoptr(GArray) leaves = leaves_of(runs, count, diag);
	join_papers(runs, count, leaves);
	join_pages(runs, count, leaves, decisions);
	join_decisions(runs, count, decisions);
	return g_steal_pointer(&runs[0].paper);
}
