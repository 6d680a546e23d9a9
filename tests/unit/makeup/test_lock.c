/* Pages that must not move: kept, printed again, and told about when they can no longer be. */
#include "makeup/lock.h"

#include "small_edition.h"

#define PAPER                                                                                                \
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n"

static struct small_edition new_edition(void)
{
	struct small_edition small = small_new();

	for (int i = 0; i < 12; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		small_story(&small, path, 9 + i * 7 % 9, i == 0 ? "priority: 1\n" : "");
	}
	small_make(&small, PAPER);
	g_assert_cmpuint(small.paper->pages->len, >=, 3);
	return small;
}

static char *lock_of(const struct small_edition *small, const char *label)
{
	struct lock_source source = {small->edition, small->design, small->book, small->paper,
				     small->decisions};
	return lock_write(&source, label);
}

static void lock_page(const struct small_edition *small, const char *label)
{
	char *labels[] = {(char *)label, NULL};
	g_autoptr(GPtrArray) together = lock_together(small->decisions, labels);

	for (guint i = 0; i < together->len; i++) {
		g_autofree char *file = lock_file_name(together->pdata[i]);
		g_autofree char *text = lock_of(small, together->pdata[i]);
		small_write(small, file, text);
	}
}

static void make_again(struct small_edition *small, char *const *renew)
{
	paper_free(small->paper);
	decisions_free(small->decisions);
	edition_free(small->edition);
	diag_free(small->diag);
	small->diag = diag_new();
	small->edition = edition_load(small->folder, small->diag);
	g_assert_nonnull(small->edition);
	small->decisions = decisions_new();
	small->paper = makeup_renew(small->edition, small->design, small->book, NULL, renew, small->decisions,
				    small->diag);
}

static char *const nobody[] = {NULL};

/* A page's items without the numbers of its marks, which are the paper's. */
static char *items_of(const struct small_edition *small, guint page)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GRegex) ids = g_regex_new(" id=[0-9]+", 0, 0, NULL);

	page_write(small->paper->pages->pdata[page], text);
	return g_regex_replace_literal(ids, text->str, -1, 0, "", 0, NULL);
}

static const struct story_decision *story_on(const struct small_edition *small, const char *label)
{
	for (guint i = 0; i < small->decisions->stories->len; i++) {
		const struct story_decision *story = small->decisions->stories->pdata[i];
		if (story->parts->len == 1 &&
		    strcmp(g_array_index(story->parts, struct story_part, 0).page, label) == 0)
			return story;
	}
	g_assert_not_reached();
}

static void replace_in(const struct small_edition *small, const char *id, const char *what, const char *with)
{
	g_autofree char *file = g_strconcat(id, ".md", NULL),
			*path = g_build_filename(small->folder, file, NULL);
	g_autofree char *text = NULL;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_assert_nonnull(strstr(text, what));
	char *at = strstr(text, what);
	g_autofree char *changed =
		g_strdup_printf("%.*s%s%s", (int)(at - text), text, with, at + strlen(what));
	small_write(small, file, changed);
}

static void test_file_is_read_as_written(void)
{
	struct small_edition small = new_edition();
	g_autofree char *text = lock_of(&small, "2"), *nothing = lock_of(&small, "99");
	g_autoptr(GError) error = NULL;
	struct lock *lock = lock_parse("locks/002.page", text, &error);

	g_assert_no_error(error);
	g_assert_null(nothing);
	g_assert_cmpint(lock->decision->number, ==, 2);
	g_assert_false(lock->last);
	g_assert_cmpuint(lock->stories->len, >, 0);
	g_assert_cmpuint(lock->faces->len, >, 0);
	g_autoptr(GString) page = g_string_new(NULL), was = g_string_new(NULL);
	page_write(lock->page, page);
	page_write(small.paper->pages->pdata[1], was);
	g_assert_cmpstr(page->str, ==, was->str);
	lock_free(lock);
	small_free(&small);
}

/* Any line cut off or spoilt is an error, never a crash. */
static void test_spoilt_file_is_refused(void)
{
	struct small_edition small = new_edition();
	g_autofree char *text = lock_of(&small, "2");
	gsize length = strlen(text);

	for (gsize cut = 0; cut < length; cut += 1 + length / 40) {
		g_autofree char *part = g_strndup(text, cut);
		g_autoptr(GError) error = NULL;
		g_assert_null(lock_parse("locks/002.page", part, &error));
		g_assert_nonnull(error);
	}
	small_free(&small);
}

static void test_locked_page_stays_item_for_item(void)
{
	struct small_edition small = new_edition();
	g_autofree char *was = items_of(&small, 1);
	const struct story_decision *elsewhere = story_on(&small, "3");
	g_autofree char *id = g_strdup(elsewhere->id);

	lock_page(&small, "2");
	g_autofree char *more = small_words(3, 60), *file = g_strconcat(id, ".md", NULL);
	g_autofree char *path = g_build_filename(small.folder, file, NULL), *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_autofree char *longer = g_strconcat(text, more, "\n", NULL);
	small_write(&small, file, longer);
	make_again(&small, nobody);
	g_autofree char *is = items_of(&small, 1);
	g_assert_cmpstr(is, ==, was);
	const struct page_decision *page = small.decisions->pages->pdata[1];
	g_assert_true(page->locked);
	g_assert_cmpint(page->cells[CELLS_EMPTY], ==, 0);
	g_assert_cmpint(diag_exit_code(small.diag, FALSE), ==, 0);
	for (guint i = 0; i < small.decisions->stories->len; i++)
		g_assert_cmpint(((struct story_decision *)small.decisions->stories->pdata[i])->outcome, ==,
				STORY_PLACED);
	small_free(&small);
}

static void test_changed_copy_prints_the_old_text(void)
{
	struct small_edition small = new_edition();
	g_autofree char *was = items_of(&small, 1), *id = g_strdup(story_on(&small, "2")->id);

	lock_page(&small, "2");
	replace_in(&small, id, "harbour", "airport");
	make_again(&small, nobody);
	g_autofree char *is = items_of(&small, 1);
	g_assert_cmpstr(is, ==, was);
	g_assert_true(small_told(&small, DIAG_LOCK_COPY_CHANGED, "harbour"));
	g_assert_true(small_told(&small, DIAG_LOCK_COPY_CHANGED, "airport"));
	g_assert_cmpint(diag_exit_code(small.diag, FALSE), ==, 3);
	small_free(&small);
}

static void test_renewed_page_has_the_new_text_in_the_same_box(void)
{
	struct small_edition small = new_edition();
	char *const labels[] = {(char *)"2", NULL};
	g_autofree char *id = g_strdup(story_on(&small, "2")->id);
	struct story_part before = g_array_index(story_on(&small, "2")->parts, struct story_part, 0);

	lock_page(&small, "2");
	replace_in(&small, id, "harbour", "airport");
	make_again(&small, labels);
	g_autofree char *is = items_of(&small, 1);
	g_assert_nonnull(strstr(is, "airport"));
	g_assert_cmpint(diag_exit_code(small.diag, FALSE), ==, 0);
	const struct story_decision *story = decisions_story(small.decisions, id);
	const struct story_part *after = &g_array_index(story->parts, struct story_part, 0);
	g_assert_cmpuint(story->parts->len, ==, 1);
	g_assert_cmpint(after->column, ==, before.column);
	g_assert_cmpint(after->row, ==, before.row);
	g_assert_cmpint(after->columns, ==, before.columns);
	g_assert_cmpint(after->rows, ==, before.rows);
	/* What was locked anew is no change any more. */
	lock_page(&small, "2");
	make_again(&small, nobody);
	g_autofree char *again = items_of(&small, 1);
	g_assert_cmpstr(again, ==, is);
	g_assert_cmpint(diag_exit_code(small.diag, FALSE), ==, 0);
	small_free(&small);
}

static void test_text_that_misses_its_box_is_told_in_lines(void)
{
	struct small_edition small = new_edition();
	char *const labels[] = {(char *)"2", NULL};
	g_autofree char *id = g_strdup(story_on(&small, "2")->id), *more = small_words(5, 900);

	lock_page(&small, "2");
	replace_in(&small, id, "harbour", more);
	make_again(&small, labels);
	g_assert_true(small_told(&small, DIAG_LOCK_MISSES, id));
	g_assert_cmpint(diag_exit_code(small.diag, FALSE), ==, 65);
	small_free(&small);
}

static void test_withdrawn_story_breaks_the_lock(void)
{
	struct small_edition small = new_edition();
	g_autofree char *id = g_strdup(story_on(&small, "2")->id);

	lock_page(&small, "2");
	replace_in(&small, id, "section: News\n", "section: News\nstatus: killed\n");
	make_again(&small, nobody);
	g_assert_true(small_told(&small, DIAG_LOCK_BROKEN, "killed"));
	g_assert_cmpint(diag_exit_code(small.diag, FALSE), ==, 65);
	small_free(&small);
}

static void test_plan_wants_the_file(void)
{
	struct small_edition small = new_edition();

	small_write(&small, "edition.yaml", PAPER "plan:\n  2: {locked: true}\n");
	make_again(&small, nobody);
	g_assert_true(small_told(&small, DIAG_LOCK_MISSING, "locks/002.page"));
	lock_page(&small, "2");
	make_again(&small, nobody);
	g_assert_false(small_told(&small, DIAG_LOCK_MISSING, NULL));
	small_free(&small);
}

static void test_page_behind_the_paper_is_told(void)
{
	struct small_edition small = new_edition();
	g_autofree char *last = g_strdup_printf("%u", small.paper->pages->len);

	lock_page(&small, last);
	for (guint i = 0; i < small.decisions->stories->len; i++) {
		const struct story_decision *story = small.decisions->stories->pdata[i];
		if (i > 0 && strcmp(g_array_index(story->parts, struct story_part, 0).page, last) != 0)
			replace_in(&small, story->id, "section: News\n", "section: News\nstatus: killed\n");
	}
	make_again(&small, nobody);
	g_assert_true(small_told(&small, DIAG_LOCK_BROKEN, NULL));
	small_free(&small);
}

static void test_foreign_file_is_told(void)
{
	struct small_edition small = new_edition();
	g_autofree char *text = lock_of(&small, "2");

	small_write(&small, "locks/007.page", text);
	small_write(&small, "locks/003.page", "lock version=9 label=3\n");
	make_again(&small, nobody);
	g_assert_true(small_told(&small, DIAG_LOCK_UNREADABLE, "locks/002.page"));
	g_assert_true(small_told(&small, DIAG_LOCK_UNREADABLE, "version 1"));
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lock/file", test_file_is_read_as_written);
	g_test_add_func("/lock/spoilt", test_spoilt_file_is_refused);
	g_test_add_func("/lock/stays", test_locked_page_stays_item_for_item);
	g_test_add_func("/lock/changed", test_changed_copy_prints_the_old_text);
	g_test_add_func("/lock/renewed", test_renewed_page_has_the_new_text_in_the_same_box);
	g_test_add_func("/lock/misses", test_text_that_misses_its_box_is_told_in_lines);
	g_test_add_func("/lock/withdrawn", test_withdrawn_story_breaks_the_lock);
	g_test_add_func("/lock/plan", test_plan_wants_the_file);
	g_test_add_func("/lock/behind", test_page_behind_the_paper_is_told);
	g_test_add_func("/lock/foreign", test_foreign_file_is_told);
	return g_test_run();
}
