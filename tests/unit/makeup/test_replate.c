/* A page made over is the page that the whole make-up gives, as long as every box stays. */
#include "makeup/replate.h"

#include "makeup/memory.h"
#include "small_edition.h"

#define PAPER                                                                                                \
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n"

enum { STORIES = 12 };

/* What is printed: marks are numbered through the paper. */
static char *ink_of(const struct page *page)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct page ink = *page;

	ink.items = g_ptr_array_new();
	for (guint i = 0; i < page->items->len; i++) {
		struct page_item *item = page->items->pdata[i];
		if (item->kind == ITEM_GLYPHS || item->kind == ITEM_RULE || item->kind == ITEM_FILL)
			g_ptr_array_add(ink.items, item);
	}
	page_write(&ink, text);
	g_ptr_array_unref(ink.items);
	return g_strdup(text->str);
}

/* The copy as it is in the folder now, made up. */
struct save {
	struct diag *diag;
	struct edition *edition;
	struct decisions *decisions;
	struct paper *paper;
};

static struct save save_read(const struct small_edition *small)
{
	struct save save = {diag_new(), NULL, decisions_new(), NULL};

	save.edition = edition_load(small->folder, save.diag);
	g_assert_nonnull(save.edition);
	return save;
}

static void save_make(struct save *save, const struct small_edition *small, struct memory *memory)
{
	save->paper =
		makeup_paper(save->edition, small->design, small->book, memory, save->decisions, save->diag);
}

static void save_clear(struct save *save)
{
	paper_free(save->paper);
	decisions_free(save->decisions);
	edition_free(save->edition);
	diag_free(save->diag);
}

static struct page *replate(const struct small_edition *small, const struct save *save, struct memory *memory,
			    guint page)
{
	struct replate replate = {small->edition, save->edition, small->design,
				  small->book,	  memory,	 small->decisions};

	return replate_page(&replate, small->paper->pages->pdata[page]);
}

static guint replated(const struct small_edition *small, const struct save *save, struct memory *memory)
{
	guint count = 0;

	for (guint i = 0; i < small->paper->pages->len; i++) {
		struct page *page = replate(small, save, memory, i);
		count += page != NULL;
		page_free(page);
	}
	return count;
}

static char *path_of(int story)
{
	return g_strdup_printf("news/story-%02d.md", story);
}

/* The first word of the body becomes another. */
static void change_word(const struct small_edition *small, const char *path, const char *to)
{
	g_autofree char *full = g_build_filename(small->folder, path, NULL), *text = NULL, *new_text = NULL;
	char *body, *rest;

	g_assert_true(g_file_get_contents(full, &text, NULL, NULL));
	body = strstr(text + 4, "---\n") + 4;
	rest = strchr(body, ' ');
	*body = '\0';
	new_text = g_strconcat(text, to, " ", rest + 1, NULL);
	small_write(small, path, new_text);
}

static void write_stories(const struct small_edition *small)
{
	for (int i = 0; i < STORIES; i++) {
		g_autofree char *path = path_of(i);
		small_story(small, path, 4 + i * 5 % 9, i == 0 ? "priority: 1\n" : "");
	}
}

/* A save of one story: every page made over is the page of the whole make-up, where that left all boxes. */
static guint assert_like_makeup(const struct small_edition *small, struct memory *memory)
{
	struct save save = save_read(small);
	guint same = 0;

	for (guint i = 0; i < small->paper->pages->len; i++) {
		struct page *page = replate(small, &save, memory, i);
		if (page == NULL)
			continue;
		if (save.paper == NULL)
			save_make(&save, small, memory);
		g_autofree char *quick = ink_of(page), *whole = ink_of(save.paper->pages->pdata[i]);
		same += strcmp(quick, whole) == 0;
		page_free(page);
	}
	save_clear(&save);
	return same;
}

static void test_replate_is_made_up(void)
{
	struct small_edition small = small_new();
	guint same = 0;

	write_stories(&small);
	small_make(&small, PAPER);
	struct memory *memory = memory_new(small.book, TRUE);
	for (int i = 0; i < STORIES; i++) {
		g_autofree char *path = path_of(i), *full = g_build_filename(small.folder, path, NULL),
				*was = NULL;
		g_assert_true(g_file_get_contents(full, &was, NULL, NULL));
		change_word(&small, path, "castle");
		same += assert_like_makeup(&small, memory);
		small_write(&small, path, was);
	}
	g_assert_cmpuint(same, >=, STORIES * 3 / 4);
	memory_free(memory);
	small_free(&small);
}

static void test_replate_refuses(void)
{
	struct small_edition small = small_new();

	write_stories(&small);
	small_make(&small, PAPER);
	struct memory *memory = memory_new(small.book, TRUE);

	struct save same = save_read(&small);
	g_assert_cmpuint(replated(&small, &same, memory), ==, 0);
	save_clear(&same);

	small_story(&small, "news/story-03.md", 30, "");
	struct save longer = save_read(&small);
	g_assert_cmpuint(replated(&small, &longer, memory), ==, 0);
	save_clear(&longer);

	small_story(&small, "news/story-03.md", 4 + 15 % 9, "status: killed\nkicker: At sea\n");
	struct save killed = save_read(&small);
	g_assert_cmpuint(replated(&small, &killed, memory), ==, 0);
	save_clear(&killed);

	small_write(&small, "news/story-03.md", "---\nheadline: [\n---\nNothing.\n");
	struct save broken = save_read(&small);
	g_assert_cmpuint(replated(&small, &broken, memory), ==, 0);
	save_clear(&broken);
	memory_free(memory);
	small_free(&small);
}

static guint parts_of(const struct small_edition *small, const char *id)
{
	return small_decision(small, id)->parts->len;
}

/* A word at the start of a story that turns is seen on the page it starts on, and both pages can be shown. */
static void test_replate_turns(void)
{
	struct small_edition small = small_new();

	small_story(&small, "news/long.md", 60, "priority: 1\n");
	for (int i = 0; i < 6; i++) {
		g_autofree char *path = path_of(i);
		small_story(&small, path, 8, "");
	}
	small_make(&small, PAPER);
	g_assert_cmpuint(parts_of(&small, "news/long"), >, 1);
	struct memory *memory = memory_new(small.book, TRUE);
	change_word(&small, "news/long.md", "castle");
	struct save save = save_read(&small);
	g_assert_cmpuint(replated(&small, &save, memory), ==, parts_of(&small, "news/long"));
	save_clear(&save);
	g_assert_cmpuint(assert_like_makeup(&small, memory), ==, parts_of(&small, "news/long"));
	memory_free(memory);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/replate/is-made-up", test_replate_is_made_up);
	g_test_add_func("/replate/refuses", test_replate_refuses);
	g_test_add_func("/replate/turns", test_replate_turns);
	return g_test_run();
}
