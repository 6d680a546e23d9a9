#include "makeup/replate.h"

#include <string.h>

#include "makeup/company.h"
#include "makeup/lock.h"
#include "makeup/module.h"
#include "makeup/plan.h"

/* ---- one story's items for another's ---- */

/* The items from a story's mark to its end; FALSE when the page has none. */
static gboolean find_story(const GPtrArray *items, const char *id, guint *first, guint *end)
{
	int depth = 0;

	for (*first = 0; *first < items->len; (*first)++) {
		const struct page_item *item = items->pdata[*first];
		if (item->kind == ITEM_MARK && item->mark.role == MARK_STORY &&
		    g_strcmp0(item->mark.story, id) == 0)
			break;
	}
	for (*end = *first; *end < items->len; (*end)++) {
		const struct page_item *item = items->pdata[*end];
		depth += item->kind == ITEM_MARK ? 1 : item->kind == ITEM_MARK_END ? -1 : 0;
		if (depth == 0) {
			(*end)++;
			return TRUE;
		}
	}
	return FALSE;
}

void replate_exchange(GPtrArray *items, GPtrArray *with, const char *id)
{
	guint first, end, from, to;

	if (!find_story(items, id, &first, &end) || !find_story(with, id, &from, &to))
		return;
	g_ptr_array_remove_range(items, first, end - first);
	for (guint i = from; i < to; i++)
		g_ptr_array_insert(items, (gint)(first + i - from), g_ptr_array_steal_index(with, from));
}

/* ---- whether the copy allows it ---- */

static gboolean text_is_same(const struct story *one, const struct story *other)
{
	g_autoptr(GPtrArray) a = lock_copy(one), b = lock_copy(other);

	if (a->len != b->len)
		return FALSE;
	for (guint i = 0; i < a->len; i++)
		if (strcmp(a->pdata[i], b->pdata[i]) != 0)
			return FALSE;
	return TRUE;
}

/* Pictures are rendered already when they show the same parts of the same files. */
static gboolean pictures_are_same(const struct story *one, const struct story *other)
{
	if (one->pictures->len != other->pictures->len)
		return FALSE;
	for (guint i = 0; i < one->pictures->len; i++) {
		const struct picture *a = one->pictures->pdata[i], *b = other->pictures->pdata[i];
		if (strcmp(a->file, b->file) != 0 || a->usable != b->usable || a->focus_x != b->focus_x ||
		    a->focus_y != b->focus_y || a->crop != b->crop ||
		    (a->usable && strcmp(a->facts.sha256, b->facts.sha256) != 0))
			return FALSE;
	}
	return TRUE;
}

/* ---- setting ---- */

/* One page made over. */
struct plate {
	const struct replate *replate;
	struct forme *forme;
	struct page *page; /* the copy in the making */
	GPtrArray *takes;  /* struct take, owned */
};

static const struct page_decision *page_of(const struct plate *plate, const char *label)
{
	const GPtrArray *pages = plate->replate->decisions->pages;

	for (guint i = 0; i < pages->len; i++)
		if (strcmp(((const struct page_decision *)pages->pdata[i])->label, label) == 0)
			return pages->pdata[i];
	return NULL;
}

/* The story's start, or what the take before has left of it from element `first` on. */
static struct take *take_for(struct plate *plate, const struct story *story, const struct take *before,
			     int first, const char *from_label, int columns)
{
	const struct stone *stone = plate->forme->stone;
	struct take *take;

	if (before != NULL) {
		take = take_new(stone, story, columns, galley_block_of(before->galley, first), from_label);
		take->rank = MIN(before->rank + 1, 5);
	} else {
		take = company_is_boxed(stone, story) ? take_new_boxed(stone, story, columns)
						      : take_new(stone, story, columns, 0, NULL);
	}
	g_ptr_array_add(plate->takes, take);
	return take;
}

static void ink_anew(struct plate *plate, struct placed_take *placed)
{
	struct forme *forme = plate->forme;
	const struct page_decision *decision = page_of(plate, plate->page->label);
	struct made_page *made = made_page_new(
		sheet_new(forme->stone, edition_page_number(forme->stone->edition, decision->label),
			  decision->columns, NULL, FALSE, ~G_GUINT64_CONSTANT(0)));

	forme->page = page_new(plate->page->number, decision->label, plate->page->width, plate->page->height);
	module_ink(forme, made, placed);
	replate_exchange(plate->page->items, forme->page->items, placed->take->story->id);
	page_free(forme->page);
	made_page_free(made);
}

static void note_turn(struct forme *forme, const struct story *story, int end, const char *to)
{
	g_hash_table_insert(forme->goes_to, inking_take_name(story->id, end), (gpointer)to);
}

/* Part after part as the story stands now, up to the one on this page. */
static gboolean set_story(struct plate *plate, const struct story *story, const GArray *parts)
{
	struct forme *forme = plate->forme;
	struct placed_take placed = {.section = story->section};

	for (guint i = 0; i < parts->len; i++) {
		const struct story_part *part = &g_array_index(parts, struct story_part, i);
		const struct page_decision *page = page_of(plate, part->page);
		if (page == NULL || page->locked)
			return FALSE;
		placed.take = take_for(plate, story, placed.take, placed.shape.end,
				       i > 0 ? (part - 1)->page : NULL, page->columns);
		plan_fix_take(placed.take, plan_of_page(forme->stone->edition, part->page));
		placed.cells = (struct cells){part->column, part->row, part->columns, part->rows};
		placed.shape =
			*setting_shape(forme->stone, placed.take, parts->len > 1, part->columns, part->rows);
		if (placed.shape.cost >= SHAPE_IMPOSSIBLE || placed.shape.jumps != (i + 1 < parts->len))
			return FALSE;
		if (placed.shape.jumps)
			note_turn(forme, story, placed.shape.end, (part + 1)->page);
		if (strcmp(part->page, plate->page->label) == 0) {
			ink_anew(plate, &placed);
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean stands_on(const struct story_decision *decision, const char *label)
{
	for (guint i = 0; i < decision->parts->len; i++)
		if (strcmp(g_array_index(decision->parts, struct story_part, i).page, label) == 0)
			return TRUE;
	return FALSE;
}

/* FALSE when the page cannot be shown so; *changed counts the stories that were set. */
static gboolean replate_story(struct plate *plate, const struct story_decision *decision, int *changed)
{
	const struct story *was = edition_story(plate->replate->was, decision->id),
			   *now = edition_story(plate->replate->now, decision->id);

	if (!stands_on(decision, plate->page->label))
		return TRUE;
	if (was == NULL || now == NULL || now->fate != FATE_TO_PLACE || !pictures_are_same(was, now))
		return FALSE;
	if (text_is_same(was, now))
		return TRUE;
	decisions_add_story(plate->forme->decisions, now->id, now->headline.text);
	(*changed)++;
	return set_story(plate, now, decision->parts);
}

/* ---- a page ---- */

static void forme_open(struct forme *forme, const struct stone *stone, const struct decisions *decisions)
{
	*forme = (struct forme){.stone = stone, .paper = paper_new(), .decisions = decisions_new()};
	forme->marks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	forme->page_of = g_hash_table_new(g_str_hash, g_str_equal);
	forme->goes_to = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	forme->spaces = g_array_new(FALSE, FALSE, sizeof(int));
	for (guint i = 0; i < decisions->stories->len; i++) {
		const struct story_decision *story = decisions->stories->pdata[i];
		if (story->parts->len > 0)
			g_hash_table_insert(forme->page_of, story->id,
					    g_array_index(story->parts, struct story_part, 0).page);
	}
}

static void forme_close(struct forme *forme)
{
	g_hash_table_unref(forme->marks);
	g_hash_table_unref(forme->page_of);
	g_hash_table_unref(forme->goes_to);
	g_array_unref(forme->spaces);
	decisions_free(forme->decisions);
	paper_free(forme->paper);
}

static struct page *copy_of(const struct page *page)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const char *next;

	page_write(page, text);
	next = text->str;
	return page_read(&next, NULL);
}

static gboolean replate_stories(struct plate *plate)
{
	const GPtrArray *stories = plate->replate->decisions->stories;
	int changed = 0;

	for (guint i = 0; i < stories->len; i++)
		if (!replate_story(plate, stories->pdata[i], &changed))
			return FALSE;
	return changed > 0;
}

struct page *replate_page(const struct replate *replate, const struct page *page)
{
	int run = MAX(edition_run_of_label(replate->now, page->label), 0);
	const struct edition *edition =
		replate->now->runs->len > 0 ? replate->now->runs->pdata[run] : replate->now;
	struct diag *untold = diag_new();
	struct stone stone;
	struct forme forme;
	struct plate plate = {replate, &forme, copy_of(page),
			      g_ptr_array_new_with_free_func((GDestroyNotify)take_free)};

	stone_lay(&stone, edition, design_of_run(replate->design, run), replate->book, replate->memory,
		  untold);
	forme_open(&forme, &stone, replate->decisions);
	if (plate.page != NULL && !replate_stories(&plate))
		g_clear_pointer(&plate.page, page_free);
	g_ptr_array_unref(plate.takes);
	forme_close(&forme);
	stone_clear(&stone);
	diag_free(untold);
	return plate.page;
}
