#include "room.h"

static void test_empty(struct room *room, gconstpointer data)
{
	room_put(room, ROOM_DAY "politics/zero.md", "");
	room_put(room, ROOM_DAY "politics/mark.md", "\xEF\xBB\xBF");
	room_put(room, ROOM_DAY "politics/words.md", "Only words.\n");
	room_put(room, ROOM_DAY "politics/open.md", "---\nheadline: x\n");
	room_put(room, ROOM_DAY "politics/bytes.md", "---\nheadline: caf\xE9\n---\nx\n");
	room_put_bytes(room, ROOM_DAY "politics/nul.md", "---\nheadline: x\n---\na\0b\n", 24);
	room_put_bytes(room, ROOM_DAY "politics/wide.md", "\xFF\xFE-\0-\0-\0", 8);
	room_try(room, "headline: x\n", " \n\n");
	room_told(room, "politics/zero.md: error: the file is empty");
	room_told(room, "politics/mark.md: error: the file is empty");
	room_told(room,
		  "politics/words.md:1:1: error: headline is missing: begin the file with a line '---'");
	room_told(room, "politics/open.md:1:1: error: the front matter that opens here is never closed");
	room_told(room, "politics/bytes.md:2:14: error: the text is not UTF-8 here");
	room_told(room, "politics/nul.md:4:2: error: the text is not UTF-8 here");
	room_told(room, "politics/wide.md:1:1: error: the file is UTF-16");
	room_told(room, "politics/a.md:1:1: error: the story has no text");
	room_exits(room, 3);
	g_assert_cmpint(room_one(room, "politics/zero")->fate, ==, FATE_REJECTED);
}

static void test_text_not_needed(struct room *room, gconstpointer data)
{
	room_try(room, "headline: x\nkind: photo\nstandfirst: A view.\n", "");
	room_silent(room);
}

static void test_dateline(struct room *room, gconstpointer data)
{
	const struct story *story =
		room_try(room, "headline: x\ndateline: Hải Phòng\n", "HẢI PHÒNG – The ferry.\n");

	room_told(room, "politics/a.md:5:1: warning: the text opens with the dateline 'Hải Phòng'");
	g_assert_null(story->dateline.text);
	story = room_try(room, "headline: x\ndateline: HẢI PHÒNG\n", "Hải Phòng port is busy.\n");
	room_silent(room);
	g_assert_cmpstr(story->dateline.text, ==, "HẢI PHÒNG");
}

static void test_signoff(struct room *room, gconstpointer data)
{
	static const char *const doubled[] = {"The end. — RRP\n", "The end. (RRP)\n", "The end.\n\nRRP\n",
					      "The end. –RRP.\n"};

	for (guint i = 0; i < G_N_ELEMENTS(doubled); i++) {
		const struct story *story = room_try(room, "headline: x\nsignoff: RRP\n", doubled[i]);
		room_told(room, "the text ends with the sign-off 'RRP'");
		g_assert_null(story->signoff.text);
	}
	room_try(room, "headline: x\nsignoff: RRP\n", "He works for RRP.\n");
	room_silent(room);
}

static void test_pull_quotes(struct room *room, gconstpointer data)
{
	static const char body[] =
		"“My grandfather dug for *rice*,” he said. “I am digging\nfor water – only further up.”\n";

	room_try(room,
		 "headline: x\npull_quotes: [\"My grandfather dug for rice. I am digging for water, only "
		 "further up\"]\n",
		 body);
	room_silent(room);
	room_try(room, "headline: x\npull_quotes: [I dug for water]\n", body);
	room_told(
		room,
		"politics/a.md:1:1: warning: the pull quote 'I dug for water' does not stand so in the text");
	room_exits(room, 0);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/story_check/empty", test_empty);
	ROOM_TEST("/story_check/text-not-needed", test_text_not_needed);
	ROOM_TEST("/story_check/dateline", test_dateline);
	ROOM_TEST("/story_check/signoff", test_signoff);
	ROOM_TEST("/story_check/pull-quotes", test_pull_quotes);
	return g_test_run();
}
