#include "edition/front_matter.h"
#include "room.h"

#define BODY "A first sentence, and “a second one,” she said.\n"

static void test_every_key(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(
		room,
		"headline: |\n  Ferry link\n  opens early\nsection: Economy\nkicker: Transport\ndeck: Deck\n"
		"standfirst: >\n  Crossing time falls\n  from 45 minutes.\nbyline: [An, {name: Bình}]\n"
		"dateline: HẢI PHÒNG\nsignoff: RRP\nlanguage: vi\nstatus: ready\npriority: 2\nmust: true\n"
		"kind: analysis\nlabel: Analysis\ntrim: {keep: 6}\nfront: teaser\nheadline_short: Ferry\n"
		"teaser: See inside\njump_head: Ferry\nalternates: [One, Two]\npull_quotes: [a second one]\n"
		"see_also: [politics/other.md]\nurl: https://example.org/ferry\n"
		"published: 2026-11-21T21:14:00+07:00\nupdated: 2026-11-21T22:00:00+07:00\ndate: 2026-11-21\n"
		"embargo: 2026-11-22T04:00:00+07:00\nvalid_on: 2026-11-22\n",
		BODY);

	room_silent(room);
	g_assert_cmpstr(story->headline.text, ==, "Ferry link\nopens early");
	g_assert_cmpint(story->headline.place.line, ==, 2);
	g_assert_cmpint(story->headline.place.column, ==, 11);
	g_assert_cmpstr(story->kicker.text, ==, "Transport");
	g_assert_cmpstr(story->standfirst.text, ==, "Crossing time falls from 45 minutes.");
	g_assert_cmpuint(story->bylines->len, ==, 2);
	g_assert_cmpstr(g_array_index(story->bylines, struct byline, 1).name, ==, "Bình");
	g_assert_cmpstr(story->dateline.text, ==, "HẢI PHÒNG");
	g_assert_cmpstr(story->signoff.text, ==, "RRP");
	g_assert_cmpstr(story->language, ==, "vi");
	g_assert_cmpint(story->priority, ==, 2);
	g_assert_true(story->must);
	g_assert_cmpint(story->kind, ==, KIND_ANALYSIS);
	g_assert_cmpint(story->trim_keep, ==, 6);
	g_assert_true(story->trim);
	g_assert_cmpint(story->front, ==, FRONT_TEASER);
	g_assert_cmpuint(story->alternates->len, ==, 2);
	g_assert_cmpstr(g_ptr_array_index(story->see_also, 0), ==, "politics/other");
	g_assert_cmpstr(story->url, ==, "https://example.org/ferry");
	g_assert_cmpstr(story->embargo, ==, "2026-11-22T04:00:00+07:00");
	g_assert_cmpint(story->fate, ==, FATE_TO_PLACE);
}

/* Words are stressed as in the body; what only looks like markup stands as it was written. */
static void test_stress(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(room,
					     "headline: x\ndeck: 1. A *slow* boat, **and *Ấn* Độ**\n"
					     "standfirst: \"5 * 4 is 20 * 1\"\n",
					     BODY);
	const GArray *spans = story->deck.spans;

	room_silent(room);
	g_assert_cmpstr(story->standfirst.text, ==, "5 * 4 is 20 * 1");
	g_assert_null(story->standfirst.spans);
	g_assert_cmpstr(story->deck.text, ==, "1. A slow boat, and Ấn Độ");
	g_assert_nonnull(spans);
	g_assert_cmpstr(g_array_index(spans, struct span, 0).text, ==, "1. A ");
	g_assert_cmpstr(g_array_index(spans, struct span, 1).text, ==, "slow");
	g_assert_cmpuint(g_array_index(spans, struct span, 1).flags, ==, SPAN_EMPHASIS);
	g_assert_cmpuint(g_array_index(spans, struct span, 3).flags & SPAN_STRONG, ==, SPAN_STRONG);
}

static void test_defaults(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(
		room, "headline: Words\ndeck: \"\"\nkicker:\nurl: \"\"\nboxes: []\nwith: \"\"\n", BODY);

	room_silent(room);
	g_assert_null(story->deck.text);
	g_assert_null(story->kicker.text);
	g_assert_null(story->url);
	g_assert_cmpint(story->priority, ==, 3);
	g_assert_cmpint(story->kind, ==, KIND_NEWS);
	g_assert_true(story->trim);
	g_assert_false(story->must);
	g_assert_cmpstr(story->language, ==, "en");
	g_assert_cmpint(story->front, ==, FRONT_STORY);
	story = room_try(room, "headline: Words\nkind: feature\n", BODY);
	g_assert_false(story->trim);
	story = room_try(room, "headline: Words\nkind: feature\ntrim: yes\n", BODY);
	g_assert_true(story->trim);
}

static void test_company(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(
		room, "headline: x\nwith: politics/nobody\nboxes: [a]\nbyline: {name: An, role: Editor}\n",
		BODY);

	room_told(room, "with: 'politics/nobody' is no story of this edition");
	room_told(room, "boxes: 'a' is no story of this edition");
	g_assert_null(story->with);
	g_assert_cmpint(story->boxes->len, ==, 0);
	g_assert_cmpstr(g_array_index(story->bylines, struct byline, 0).role, ==, "Editor");
	room_exits(room, 0);
}

static void test_unknown_key(struct room *room, gconstpointer data)
{
	const struct story *story =
		room_try(room, "headline: x\nstandfrist: y\nphotos: []\nlooks: left\n", BODY);

	room_told(room, "politics/a.md:3:1: warning: unknown key 'standfrist', did you mean 'standfirst'?");
	room_told(room, "politics/a.md:5:1: warning: unknown key 'looks'");
	g_assert_cmpint(story->fate, ==, FATE_TO_PLACE);
	room_exits(room, 0);
}

/* What a default can stand for never costs the story. */
static void test_light(struct room *room, gconstpointer data)
{
	const struct story *story =
		room_try(room,
			 "headline: x\npriority: high\nlanguage: fr\nfront: inside\npublished: today\n"
			 "trim: perhaps\nkicker: [a]\nurl: javascript:x\nbyline: [[x]]\n",
			 BODY);

	room_told(room, "a.md:3:11: error: priority: 'high' is not a whole number; it is passed over");
	room_told(room, "a.md:4:11: error: language: 'fr' is not one of en, vi; it is passed over");
	room_told(room, "a.md:5:8: error: front:");
	room_told(room, "a.md:6:12: error: published:");
	room_told(room, "a.md:7:7: error: trim: write true, false or {keep: 6}");
	room_told(room, "a.md:8:9: error: kicker: a list where text is wanted");
	room_told(room, "a.md:9:6: error: url: the address 'javascript:x' leads nowhere");
	room_told(room, "a.md:10:10: error: this value: write a name");
	g_assert_cmpint(story->fate, ==, FATE_TO_PLACE);
	g_assert_cmpint(story->priority, ==, 3);
	room_exits(room, 3);
	story = room_try(room, "headline: x\npriority: 7\ntrim: {keep: -1}\n", BODY);
	room_told(room, "priority: write 1 (leads its section) to 5");
	room_told(room, "'keep' is the number of paragraphs");
	g_assert_cmpint(story->priority, ==, 3);
}

static void rejected(struct room *room, const char *matter, const char *told)
{
	const struct story *story = room_try(room, matter, BODY);

	room_told(room, told);
	room_told(room, "politics/a.md:1:1: error: 'politics/a' stays out: ");
	g_assert_cmpint(story->fate, ==, FATE_REJECTED);
	g_assert_nonnull(story->why);
	room_exits(room, 3);
}

/* Whether and when it may be printed, and as what, is not guessed. */
static void test_grave(struct room *room, gconstpointer data)
{
	rejected(room, "kicker: x\n", "a.md:2:1: error: headline is missing: add 'headline:'");
	rejected(room, "headline: \"\"\n", "a.md:2:11: error: headline is missing");
	rejected(room, "headline: [x]\n", "a.md:2:11: error: headline: a list where text is wanted");
	rejected(room, "headline: x\nstatus: redy\n", "a.md:3:9: error: status: 'redy' is not one of");
	rejected(room, "headline: x\nembargo: tomorrow\n", "a.md:3:10: error: embargo:");
	rejected(room, "headline: x\nvalid_on: 2026-02-30\n", "a.md:3:11: error: valid_on:");
	rejected(room, "headline: x\nkind: advert\n", "a.md:3:7: error: kind:");
	rejected(room, "headline: x\nmust: perhaps\n", "a.md:3:7: error: must:");
	rejected(room, "headline: x\nheadline: y\n", "a.md:3:1: error: 'headline' stands twice");
	rejected(room, "headline: a: b\n", "a.md:2:12: error: a ':' stands inside a value");
	rejected(room, "headline:\n\tx\n", "a.md:3:1: error: a tab stands here");
	rejected(room, "- headline\n", "a.md:2:1: error: this value: a list where a map");
}

static void test_broken_must(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(room, "headline: a: b\nmust: true\n", BODY);

	room_told(room, "a.md:1:1: fatal: the story must run, but the front matter cannot be read");
	g_assert_cmpint(story->fate, ==, FATE_REJECTED);
	room_exits(room, 65);
	room_try(room, "status: ready\npriority: 1\n", BODY);
	room_told(room, "fatal: the story must run, but headline is missing");
}

static void test_claims(void)
{
	g_assert_true(front_matter_claims_must("a: [\nmust: true\n"));
	g_assert_true(front_matter_claims_must("priority: 1\r\n"));
	g_assert_true(front_matter_claims_must("kind: notice"));
	g_assert_false(front_matter_claims_must("priority: 12\nmust: false\nx: must: true\n"));
}

static void test_control(struct room *room, gconstpointer data)
{
	const struct story *story = room_try(room,
					     "headline: \"a\\x07b \\u202Ec\"\nkicker: d\x02"
					     "e\n",
					     BODY);

	room_told(room, "a.md:3:10: warning: the character U+0002 cannot be set");
	room_told(
		room,
		"a.md:2:11: warning: the character U+0007 cannot be set and is dropped (and 1 more like it)");
	g_assert_cmpstr(story->headline.text, ==, "ab c");
	g_assert_cmpstr(story->kicker.text, ==, "de");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/front_matter/every-key", test_every_key);
	ROOM_TEST("/front_matter/stress", test_stress);
	ROOM_TEST("/front_matter/defaults", test_defaults);
	ROOM_TEST("/front_matter/company", test_company);
	ROOM_TEST("/front_matter/unknown-key", test_unknown_key);
	ROOM_TEST("/front_matter/light", test_light);
	ROOM_TEST("/front_matter/grave", test_grave);
	ROOM_TEST("/front_matter/broken-must", test_broken_must);
	g_test_add_func("/front_matter/claims", test_claims);
	ROOM_TEST("/front_matter/control", test_control);
	return g_test_run();
}
