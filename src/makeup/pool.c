#include "makeup/pool.h"

#include <string.h>

#include "makeup/lock.h"
#include "makeup/sheet.h"

/* A story's room before it is set: letters in a line of copy, cells for a head and for a photograph. */
enum { LINE_LETTERS = 36, HEAD_CELLS = 24, PHOTO_CELLS = 70 };
/* Pages of a paper whose sections may all be joined, and of one that may join those of two pages. */
enum { SMALL_PAPER = 7, MIDDLING_PAPER = 14 };

static int letters_of(const struct block *block)
{
	int letters = 0;

	for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
		letters += (int)strlen(g_array_index(block->spans, struct span, i).text);
	return letters;
}

static int cells_of_story(const struct story *story)
{
	int cells = HEAD_CELLS + (story->pictures->len > 0 ? PHOTO_CELLS : 0);

	for (guint i = 0; i < story->blocks->len; i++)
		cells += letters_of(story->blocks->pdata[i]) / LINE_LETTERS + 1;
	return cells;
}

static int cells_of_section(const struct stone *stone, int section)
{
	int cells = 0;

	for (guint i = 0; i < stone->edition->stories->len; i++) {
		const struct story *story = stone->edition->stories->pdata[i];
		if (story->section == section && story->fate == FATE_TO_PLACE &&
		    !locks_hold_story(stone->locks, story->id))
			cells += cells_of_story(story);
	}
	return cells;
}

static const struct section *section_at(const struct stone *stone, int section)
{
	return stone->edition->sections->pdata[section];
}

static int columns_of(const struct stone *stone, int section)
{
	return sheet_columns_of(stone, section_at(stone, section)->name);
}

/* Cells up to which a section is small. A paper of many pages keeps its sections: only what is less than a
   page of them is joined. */
static int small_cells(const struct stone *stone, int level)
{
	int page = stone->design->columns * stone->design->rows, paper = 0;

	for (int i = 0; i < (int)stone->edition->sections->len; i++)
		paper += cells_of_section(stone, i);
	if (level == 3 && paper <= SMALL_PAPER * page)
		return page * 6;
	return level >= 2 && paper <= MIDDLING_PAPER * page ? page * 2 : page * 4 / 5;
}

/* Paid copy keeps to itself, and a page of its own is a page of its own. */
static gboolean may_join(const struct stone *stone, int section, int first)
{
	return !section_at(stone, section)->sponsored && !section_at(stone, first)->sponsored &&
	       !section_at(stone, section)->starts_page &&
	       columns_of(stone, section) == columns_of(stone, first);
}

int *pool_sections(const struct stone *stone, int level)
{
	int count = (int)stone->edition->sections->len, first = -1, gathered = 0;
	int *pool = g_new(int, MAX(count, 1)), small = small_cells(stone, level);

	for (int i = 0; i < count; i++) {
		int cells = cells_of_section(stone, i);
		pool[i] = i;
		if (level == 0 || cells == 0)
			continue;
		if (first >= 0 && cells < small && gathered < small && may_join(stone, i, first)) {
			pool[i] = first;
			gathered += cells;
		} else {
			first = cells < small ? i : -1;
			gathered = cells;
		}
	}
	return pool;
}

gboolean pool_is_new(const struct stone *stone, int level)
{
	gsize size = stone->edition->sections->len * sizeof(int);
	g_autofree int *pool = pool_sections(stone, level), *before = pool_sections(stone, level - 1);

	return memcmp(pool, before, size) != 0;
}

gboolean pool_shares(const struct stone *stone, int section)
{
	int count = (int)stone->edition->sections->len;

	for (int i = 0; stone->pool != NULL && i < count; i++)
		if (i != section && stone->pool[i] == stone->pool[section])
			return TRUE;
	return FALSE;
}
