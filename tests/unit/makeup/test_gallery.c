/* A picture story of three photographs or more shows them all, the main one largest. */
#include "small_edition.h"

static const char *const paper = "name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\n"
				 "sections: [{name: News}, {name: Photo, start: page}]\n";

/* A photograph of the repository under another name. */
static void add_photograph(const struct small_edition *small, int number)
{
	g_autofree char *from = g_build_filename(g_getenv("ANBAN_SOURCE"), "tests", "golden", "photograph",
						 "edition", "pier.jpg", NULL);
	g_autofree char *to = g_strdup_printf("%s/photo/%d.jpg", small->folder, number);
	g_autofree char *bytes = NULL;
	gsize length;

	g_assert_true(g_file_get_contents(from, &bytes, &length, NULL));
	g_assert_true(g_file_set_contents(to, bytes, (gssize)length, NULL));
}

static struct small_edition made(int photographs, int words)
{
	struct small_edition small = small_new();
	g_autoptr(GString) text =
		g_string_new("---\nheadline: A day on the water\nsection: Photo\nkind: photo\nphotos:\n");
	g_autofree char *copy = small_words(4, words);

	small_write(&small, "photo/empty.txt", "");
	for (int i = 0; i < photographs; i++) {
		add_photograph(&small, i);
		g_string_append_printf(
			text, "  - {file: %d.jpg, caption: Number %d., credit: RRP, alt: Boats., role: %s}\n",
			i, i, i == 1 ? "main" : "inset");
	}
	g_string_append_printf(text, "---\n%s\n", copy);
	small_write(&small, "photo/day.md", text->str);
	for (int i = 0; i < 6; i++) {
		g_autofree char *path = g_strdup_printf("news/other-%d.md", i);
		small_story(&small, path, 5 + i % 4, i == 0 ? "priority: 1\n" : "");
	}
	small_make(&small, paper);
	return small;
}

static int figures_of(const struct small_edition *small, fix *main, fix *largest)
{
	int figures = 0;

	*main = *largest = 0;
	for (guint p = 0; p < small->paper->pages->len; p++) {
		const struct page *page = small->paper->pages->pdata[p];
		for (guint i = 0; i < page->items->len; i++) {
			const struct page_item *item = page->items->pdata[i];
			if (item->kind != ITEM_PHOTO)
				continue;
			figures++;
			*largest = MAX(*largest, item->photo.box.width);
			if (strstr(item->photo.file, "1.jpg") != NULL)
				*main = item->photo.box.width;
		}
	}
	return figures;
}

static void test_all_are_shown(void)
{
	for (int photographs = 3; photographs <= 8; photographs++) {
		struct small_edition small = made(photographs, 140);
		fix main, largest;

		g_assert_cmpint(figures_of(&small, &main, &largest), ==, photographs);
		g_assert_cmpint(main, ==, largest);
		g_assert_false(small_told(&small, DIAG_PHOTO_LEFT_OUT, NULL));
		for (guint i = 0; i < small.decisions->pages->len; i++) {
			const struct page_decision *page = small.decisions->pages->pdata[i];
			g_assert_cmpint(page->cells[CELLS_EMPTY], ==, 0);
		}
		small_free(&small);
	}
}

/* With too little copy to stand under or beside them the story is not lost, and what is left out is named. */
static void test_little_copy(void)
{
	for (int words = 1; words <= 40; words += 13) {
		struct small_edition small = made(5, words);
		fix main, largest;

		g_assert_cmpint(small_decision(&small, "photo/day")->outcome, ==, STORY_PLACED);
		g_assert_true(figures_of(&small, &main, &largest) == 5 ||
			      small_told(&small, DIAG_PHOTO_LEFT_OUT, NULL));
		small_free(&small);
	}
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/gallery/all-are-shown", test_all_are_shown);
	g_test_add_func("/gallery/little-copy", test_little_copy);
	return g_test_run();
}
