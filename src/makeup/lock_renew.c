/* lock_renew.c - a story's new text in the box that its locked page has for it */
#include <string.h>

#include "makeup/inking.h"
#include "makeup/lock.h"
#include "makeup/module.h"
#include "makeup/replate.h"

gboolean lock_story_is_changed(const struct lock_story *was, const struct story *story)
{
	g_autoptr(GPtrArray) copy = lock_copy(story);

	if (copy->len != was->copy->len)
		return TRUE;
	for (guint i = 0; i < copy->len; i++)
		if (strcmp(copy->pdata[i], was->copy->pdata[i]) != 0)
			return TRUE;
	return FALSE;
}

/* ---- setting ---- */

static void forget_destination(struct lock *lock, const char *id)
{
	g_autofree char *name = g_strconcat("story/", id, NULL);

	for (guint i = lock->destinations->len; i > 0; i--)
		if (strcmp(((struct destination *)lock->destinations->pdata[i - 1])->name, name) == 0)
			g_ptr_array_remove_index(lock->destinations, i - 1);
}

static void ink_anew(struct forme *forme, struct lock *lock, struct lock_story *was,
		     struct placed_take *placed)
{
	struct made_page *made =
		made_page_new(sheet_new(forme->stone, lock->decision->number, lock->decision->columns, NULL,
					FALSE, ~G_GUINT64_CONSTANT(0)));
	struct page *kept = forme->page;
	int photo_cells = was->part->photo_cells;

	forme->page = page_new(lock->page->number, lock->label, lock->page->width, lock->page->height);
	module_ink(forme, made, placed);
	replate_exchange(lock->page->items, forme->page->items, was->id);
	page_free(forme->page);
	forme->page = kept;
	forget_destination(lock, was->id);
	const struct story_decision *decision = decisions_story(forme->decisions, was->id);
	const struct story_part *part = &g_array_index(decision->parts, struct story_part, 0);
	lock->decision->cells[CELLS_PHOTO] += part->photo_cells - photo_cells;
	lock->decision->cells[CELLS_STORY] -= part->photo_cells - photo_cells;
	g_clear_pointer(&was->part, story_part_free);
	made_page_free(made);
}

/* ---- when it does not fit ---- */

static gboolean fits(const struct stone *stone, struct take *take, const struct story_part *part, int rows)
{
	return rows > 0 && rows <= stone->design->rows &&
	       setting_shape(stone, take, FALSE, part->columns, rows)->cost < SHAPE_IMPOSSIBLE;
}

/* Lines that the nearest box in which it would fit has more or fewer; by the length of the text where none is
 * near. */
static int lines_missed(const struct forme *forme, struct take *take, const struct story_part *part)
{
	for (int away = 1; away < forme->stone->design->rows; away++) {
		if (fits(forme->stone, take, part, part->rows + away))
			return away * part->columns;
		if (fits(forme->stone, take, part, part->rows - away))
			return -away * part->columns;
	}
	return take_rows(take) - part->lines;
}

static void tell_misses(const struct forme *forme, const struct lock *lock, const struct story *story,
			struct take *take, const struct story_part *part)
{
	int lines = lines_missed(forme, take, part);

	diag_add(forme->stone->diag, DIAG_LOCK_MISSES, story->place,
		 "the new text of '%s' misses its box on page %s: %s about %d lines, or unlock the page",
		 story->id, lock->label, lines >= 0 ? "cut" : "add", MAX(ABS(lines), 1));
}

void lock_renew(struct forme *forme, struct lock *lock, struct lock_story *was)
{
	const struct story *story = edition_story(forme->stone->edition, was->id);
	const struct story_part *part = was->part;
	struct take *take;

	if (strchr(was->pages, ' ') != NULL) {
		diag_add(forme->stone->diag, DIAG_LOCK_MISSES, story->place,
			 "'%s' was changed and goes on from page to page (%s): unlock them and build again",
			 story->id, was->pages);
		return;
	}
	take = story->with != NULL ? take_new_boxed(forme->stone, story, lock->decision->columns)
				   : take_new(forme->stone, story, lock->decision->columns, 0, NULL);
	struct placed_take placed = {
		.take = take,
		.section = story->section,
		.cells = {part->column, part->row, part->columns, part->rows},
		.shape = *setting_shape(forme->stone, take, FALSE, part->columns, part->rows)};
	if (placed.shape.cost < SHAPE_IMPOSSIBLE)
		ink_anew(forme, lock, was, &placed);
	else
		tell_misses(forme, lock, story, take, part);
	take_free(take);
}
