#include "makeup/decision.h"

#include <string.h>

static const char *const cell_words[CELL_USES] = {"story",     "photo", "ad", "filler",
						  "furniture", "empty", "end"};

struct page_decision *page_decision_new(void)
{
	struct page_decision *page = g_new0(struct page_decision, 1);

	page->sections = g_ptr_array_new_with_free_func(g_free);
	return page;
}

void page_decision_free(gpointer data)
{
	struct page_decision *page = data;
	if (page == NULL)
		return;
	g_free(page->label);
	g_free(page->template_name);
	g_clear_pointer(&page->sections, g_ptr_array_unref);
	g_free(page);
}

static void part_clear(gpointer data)
{
	struct story_part *part = data;
	g_free(part->page);
	g_clear_pointer(&part->spaces, g_array_unref);
	g_clear_pointer(&part->terms, g_array_unref);
}

void story_part_free(struct story_part *part)
{
	if (part == NULL)
		return;
	part_clear(part);
	g_free(part);
}

static void story_decision_free(gpointer data)
{
	struct story_decision *story = data;
	g_free(story->id);
	g_free(story->headline);
	g_free(story->text_trimmed);
	g_free(story->why);
	g_clear_pointer(&story->parts, g_array_unref);
	g_free(story);
}

static void photo_decision_free(gpointer data)
{
	struct photo_decision *photo = data;
	g_free(photo->file);
	g_free(photo->story);
	g_free(photo);
}

struct decisions *decisions_new(void)
{
	struct decisions *decisions = g_new0(struct decisions, 1);

	decisions->pages = g_ptr_array_new_with_free_func(page_decision_free);
	decisions->stories = g_ptr_array_new_with_free_func(story_decision_free);
	decisions->photos = g_ptr_array_new_with_free_func(photo_decision_free);
	return decisions;
}

void decisions_free(struct decisions *decisions)
{
	if (decisions == NULL)
		return;
	g_ptr_array_unref(decisions->pages);
	g_ptr_array_unref(decisions->stories);
	g_ptr_array_unref(decisions->photos);
	g_free(decisions);
}

void decisions_exchange(struct decisions *decisions, struct decisions *from)
{
	struct decisions held = *decisions;

	*decisions = *from;
	*from = held;
}

struct story_decision *decisions_add_story(struct decisions *decisions, const char *id, const char *headline)
{
	struct story_decision *story = g_new0(struct story_decision, 1);

	story->id = g_strdup(id);
	story->headline = g_strdup(headline);
	story->parts = g_array_new(FALSE, TRUE, sizeof(struct story_part));
	g_array_set_clear_func(story->parts, part_clear);
	g_ptr_array_add(decisions->stories, story);
	return story;
}

struct story_decision *decisions_story(const struct decisions *decisions, const char *id)
{
	for (guint i = 0; i < decisions->stories->len; i++) {
		struct story_decision *story = decisions->stories->pdata[i];
		if (strcmp(story->id, id) == 0)
			return story;
	}
	return NULL;
}

const char *cell_use_word(enum cell_use use)
{
	return cell_words[use];
}
