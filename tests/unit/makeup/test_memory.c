/* What make-up remembers changes no page: every save is made up with it and without it. */
#include "makeup/memory.h"

#include "small_edition.h"

#define PAPER                                                                                                \
	"name: The Test Post\ndate: 2026-11-22\nlayout: tabloid\nlanguage: en\nsections: [{name: News}]\n"

enum { STORIES = 14, SAVES = 12 };

/* All that was printed and told. */
struct outcome {
	char *pages, *messages;
};

static void outcome_clear(struct outcome *outcome)
{
	g_free(outcome->pages);
	g_free(outcome->messages);
}

static char *pages_of(const struct paper *paper)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < paper->pages->len; i++)
		page_write(paper->pages->pdata[i], text);
	return g_strdup(text->str);
}

static char *messages_of(const struct diag *diag)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; i < diag->messages->len; i++) {
		g_autofree char *line = diag_message_line(diag->messages->pdata[i]);
		g_string_append_printf(text, "%s\n", line);
	}
	return g_strdup(text->str);
}

static struct outcome make(const struct small_edition *small, struct memory *memory)
{
	struct diag *diag = diag_new();
	struct edition *edition = edition_load(small->folder, diag);
	struct decisions *decisions = decisions_new();
	struct paper *paper = makeup_paper(edition, small->design, small->book, memory, decisions, diag);
	struct outcome outcome = {pages_of(paper), messages_of(diag)};

	paper_free(paper);
	decisions_free(decisions);
	edition_free(edition);
	diag_free(diag);
	return outcome;
}

static void assert_same(const struct small_edition *small, struct memory *memory)
{
	struct outcome with = make(small, memory), without = make(small, NULL);

	g_assert_cmpstr(with.pages, ==, without.pages);
	g_assert_cmpstr(with.messages, ==, without.messages);
	outcome_clear(&with);
	outcome_clear(&without);
}

/* The desk's kinds of change, one after the other. */
static void save(const struct small_edition *small, int number)
{
	static const char *const extras[] = {
		"",
		"priority: 1\n",
		"kind: opinion\n",
		"trim: no\n",
		"kicker: At sea\ndeck: A second line under the head\n",
		"pull_quotes: [the boats wait]\n",
		"headline_short: Boats\nalternates: [Boats and more boats wait for the tide]\n",
		"must: yes\n",
		"kind: brief\n",
	};
	g_autofree char *path = g_strdup_printf("news/story-%02d.md", number * 5 % STORIES);
	int paragraphs = 3 + number * 7 % 11;

	small_story(small, path, paragraphs, extras[number % (int)G_N_ELEMENTS(extras)]);
}

static void test_memory_changes_nothing(void)
{
	struct small_edition small = small_new();

	for (int i = 0; i < STORIES; i++) {
		g_autofree char *path = g_strdup_printf("news/story-%02d.md", i);
		small_story(&small, path, 4 + i * 5 % 9, i == 0 ? "priority: 1\n" : "");
	}
	small_write(&small, "news/letters.md",
		    "---\nheadline: Letters that no face has\nsection: News\n---\nA 漢 stands here.\n");
	small_make(&small, PAPER);
	struct memory *memory = memory_new(small.book, TRUE);

	assert_same(&small, memory);
	assert_same(&small, memory);
	for (int i = 0; i < SAVES; i++) {
		save(&small, i);
		assert_same(&small, memory);
	}
	memory_free(memory);
	small_free(&small);
}

static void count_ways(const char *domain, GLogLevelFlags level, const char *says, gpointer ways)
{
	if (strstr(says, "pages, level") != NULL)
		(*(int *)ways)++;
}

static int ways_of(const struct small_edition *small, const gint *waiting)
{
	struct memory *memory = memory_new(small->book, TRUE);
	int ways = 0;
	guint handler = g_log_set_handler("anban", G_LOG_LEVEL_DEBUG, count_ways, &ways);

	memory_heed(memory, waiting);
	struct outcome made = make(small, memory);
	g_assert_cmpuint(strlen(made.pages), >, 0);
	outcome_clear(&made);
	g_log_remove_handler("anban", handler);
	memory_free(memory);
	return ways;
}

/* Three stories on two pages, which no one way makes up well. */
static void test_urged(void)
{
	struct small_edition small = small_new();
	gint waiting = 0;

	small_story(&small, "news/a.md", 30, "priority: 1\n");
	small_story(&small, "news/b.md", 3, "kind: opinion\n");
	small_story(&small, "news/c.md", 2, "must: yes\n");
	small_make(&small, PAPER);
	g_assert_cmpint(ways_of(&small, NULL), >, 1);
	g_assert_cmpint(ways_of(&small, &waiting), >, 1);
	waiting = 1;
	g_assert_cmpint(ways_of(&small, &waiting), ==, 1);
	small_free(&small);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/memory/changes-nothing", test_memory_changes_nothing);
	g_test_add_func("/memory/urged", test_urged);
	return g_test_run();
}
