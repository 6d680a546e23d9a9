#include "room.h"

/* What becomes of a story with that front matter; plan: it leads page 1. */
static void fate(struct room *room, const char *matter, gboolean plan, enum story_fate expected,
		 int exit_code, const char *told)
{
	g_autofree char *whole = g_strconcat("headline: x\n", matter, NULL);
	const struct story *story;

	room_put(room, ROOM_DAY "edition.yaml",
		 plan ? "release: 2026-11-22T05:00:00+07:00\nplan: {1: {lead: politics/a}}\n"
		      : "release: 2026-11-22T05:00:00+07:00\n");
	story = room_try(room, whole, "Words.\n");
	g_assert_cmpint(story->fate, ==, expected);
	g_assert_true((story->why == NULL) == (expected == FATE_TO_PLACE));
	if (told == NULL)
		room_silent(room);
	else
		room_told(room, told);
	room_exits(room, exit_code);
}

static void test_ready(struct room *room, gconstpointer data)
{
	fate(room, "", FALSE, FATE_TO_PLACE, 0, NULL);
	fate(room, "must: true\nembargo: 2026-11-22T05:00:00+07:00\n", TRUE, FATE_TO_PLACE, 0, NULL);
	fate(room, "embargo: 2026-11-21T22:00:00Z\nvalid_on: 2026-11-22\n", FALSE, FATE_TO_PLACE, 0, NULL);
}

static void test_status(struct room *room, gconstpointer data)
{
	fate(room, "status: draft\n", FALSE, FATE_DRAFT, 0,
	     "a.md:1:1: note: 'politics/a' stays out: it is a draft");
	fate(room, "status: hold\n", FALSE, FATE_HELD_OVER, 0, "note: 'politics/a' stays out: it is on hold");
	fate(room, "status: killed\n", FALSE, FATE_KILLED, 0, "note: 'politics/a' stays out: it is killed");
	fate(room, "status: hold\npriority: 1\n", FALSE, FATE_HELD_OVER, 0, "note:");
	fate(room, "status: killed\nmust: true\n", FALSE, FATE_KILLED, 0, "note:");
}

static void test_status_at_stake(struct room *room, gconstpointer data)
{
	fate(room, "status: draft\nmust: true\n", FALSE, FATE_DRAFT, 65,
	     "a.md:1:1: fatal: the story must run, but it is a draft");
	fate(room, "status: draft\n", TRUE, FATE_DRAFT, 65,
	     "the story must run (the plan names it), but it is a draft");
	fate(room, "status: hold\n", TRUE, FATE_HELD_OVER, 65, "must-at-stake");
	fate(room, "status: killed\n", TRUE, FATE_KILLED, 65, "must-at-stake");
}

static void test_embargo(struct room *room, gconstpointer data)
{
	fate(room, "embargo: 2026-11-22T05:00:01+07:00\n", FALSE, FATE_HELD_OVER, 0,
	     "note: 'politics/a' stays out: its embargo ends at 2026-11-22T05:00:01+07:00, after the release "
	     "at "
	     "2026-11-22T05:00:00+07:00 [story-embargo]");
	fate(room, "embargo: 2026-11-22T09:00:00+07:00\nmust: true\n", FALSE, FATE_HELD_OVER, 65,
	     "must-at-stake");
	fate(room, "embargo: 2026-11-22T09:00:00+07:00\npriority: 1\n", FALSE, FATE_HELD_OVER, 65,
	     "must-at-stake");
	fate(room, "embargo: 2026-11-22T09:00:00+07:00\nkind: correction\n", FALSE, FATE_HELD_OVER, 65,
	     "must-at-stake");
	fate(room, "embargo: 2026-11-22T09:00:00+07:00\n", TRUE, FATE_HELD_OVER, 65, "must-at-stake");
}

static void test_valid_on(struct room *room, gconstpointer data)
{
	fate(room, "valid_on: 2026-11-21\n", FALSE, FATE_HELD_OVER, 0,
	     "note: 'politics/a' stays out: it is valid on 2026-11-21, and this is the paper of 2026-11-22");
	fate(room, "valid_on: 2026-11-21\nkind: notice\n", FALSE, FATE_HELD_OVER, 65, "must-at-stake");
}

static void test_rejected(struct room *room, gconstpointer data)
{
	fate(room, "kind: x\n", FALSE, FATE_REJECTED, 3,
	     "error: 'politics/a' stays out: a wrong value in the front matter; mend what is told about it");
	fate(room, "kind: x\nmust: true\n", FALSE, FATE_REJECTED, 65, "must-at-stake");
	fate(room, "kind: x\npriority: 1\n", FALSE, FATE_REJECTED, 65, "must-at-stake");
	fate(room, "kind: x\n", TRUE, FATE_REJECTED, 65, "must-at-stake");
}

/* Drafts may be full of faults: they are told, and cost nothing. */
static void test_faulty_draft(struct room *room, gconstpointer data)
{
	fate(room, "status: draft\nkind: x\nphotos: [{file: none.jpg}]\n", FALSE, FATE_DRAFT, 0,
	     "note: kind: 'x' is not one of");
	room_told(room, "note: 'politics/none.jpg' is not there");
	fate(room, "status: hold\nphotos: [{file: none.jpg}]\n", FALSE, FATE_HELD_OVER, 0,
	     "warning: 'politics/none.jpg' is not there");
	fate(room, "status: draft\nkind: x\n", TRUE, FATE_DRAFT, 65, "but it is a draft");
}

static void test_must_implied(struct room *room, gconstpointer data)
{
	g_assert_true(room_try(room, "headline: x\npriority: 1\n", "Words.\n")->must);
	g_assert_true(room_try(room, "headline: x\nkind: correction\n", "Words.\n")->must);
	g_assert_true(room_try(room, "headline: x\nkind: notice\n", "Words.\n")->must);
	g_assert_false(room_try(room, "headline: x\npriority: 2\n", "Words.\n")->must);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/fate/ready", test_ready);
	ROOM_TEST("/fate/status", test_status);
	ROOM_TEST("/fate/status-at-stake", test_status_at_stake);
	ROOM_TEST("/fate/embargo", test_embargo);
	ROOM_TEST("/fate/valid-on", test_valid_on);
	ROOM_TEST("/fate/rejected", test_rejected);
	ROOM_TEST("/fate/faulty-draft", test_faulty_draft);
	ROOM_TEST("/fate/must-implied", test_must_implied);
	return g_test_run();
}
