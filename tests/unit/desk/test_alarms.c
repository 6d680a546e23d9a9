/* What the desk is warned of, each on an edition made for it, and what stays silent. */
#include <glib/gstdio.h>
#include <string.h>

#include "desk/desk.h"

struct small {
	char *folder;
	struct diag *diag;
	struct edition *edition;
};

static void put(const struct small *copy, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(copy->folder, name, NULL);

	g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void put_story(const struct small *copy, const char *name, const char *front, const char *body)
{
	g_autofree char *text = g_strdup_printf("---\nheadline: A story\n%s---\n%s\n", front, body);

	put(copy, name, text);
}

static void put_photo(const struct small *copy, const char *name)
{
	g_autofree char *from =
		g_build_filename(g_getenv("ANBAN_SOURCE"), "tests/golden/photograph/edition/pier.jpg", NULL);
	g_autofree char *to = g_build_filename(copy->folder, name, NULL);
	g_autofree char *bytes = NULL;
	gsize length;

	g_assert_true(g_file_get_contents(from, &bytes, &length, NULL));
	g_assert_true(g_file_set_contents(to, bytes, (gssize)length, NULL));
}

static struct small begin(void)
{
	struct small copy = {g_dir_make_tmp("alarms-XXXXXX", NULL), diag_new(), NULL};

	put(&copy, "edition.yaml",
	    "name: The Post\nlayout: tabloid\ndate: 2026-11-22\nsections: [{name: News}]\n");
	return copy;
}

static void load(struct small *copy, const struct decisions *decisions)
{
	copy->edition = edition_load(copy->folder, copy->diag);
	g_assert_nonnull(copy->edition);
	alarms_find(copy->edition, decisions, copy->diag);
}

static const struct diag_message *told(const struct small *copy, enum diag_code code)
{
	for (guint i = 0; i < copy->diag->messages->len; i++) {
		const struct diag_message *message = g_ptr_array_index(copy->diag->messages, i);
		if (message->code == code)
			return message;
	}
	return NULL;
}

static int count(const struct small *copy, enum diag_code code)
{
	int found = 0;

	for (guint i = 0; i < copy->diag->messages->len; i++)
		found += ((const struct diag_message *)g_ptr_array_index(copy->diag->messages, i))->code ==
			 code;
	return found;
}

/* An alarm at its file, that says what it is about. */
static void expect(const struct small *copy, enum diag_code code, const char *file, const char *says)
{
	const struct diag_message *message = told(copy, code);

	if (message == NULL)
		g_error("%s is not told", diag_code_slug(code));
	g_assert_cmpstr(message->place.file, ==, file);
	g_assert_nonnull(strstr(message->text, says));
	g_assert_true(alarms_include(code));
}

static void end(struct small *copy)
{
	g_autoptr(GDir) folder = g_dir_open(copy->folder, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(folder)) != NULL) {
		g_autofree char *path = g_build_filename(copy->folder, name, NULL);
		g_remove(path);
	}
	g_rmdir(copy->folder);
	g_free(copy->folder);
	edition_free(copy->edition);
	diag_free(copy->diag);
}

#define FACTS "caption: The pier.\n    credit: Post\n    alt: A pier.\n"

static void test_photo_twice(void)
{
	struct small copy = begin();

	put_photo(&copy, "one.jpg");
	put_photo(&copy, "two.jpg");
	put_story(&copy, "a.md", "section: News\nphotos:\n  - file: one.jpg\n    " FACTS, "Text.");
	put_story(&copy, "b.md", "section: News\nphotos:\n  - file: two.jpg\n    " FACTS, "Text.");
	put_story(&copy, "c.md", "section: News\nphotos:\n  - file: one.jpg\n    role: mugshot\n    " FACTS,
		  "Text.");
	load(&copy, NULL);
	expect(&copy, DIAG_PHOTO_TWICE, "b.md", "'a'");
	g_assert_cmpint(count(&copy, DIAG_PHOTO_TWICE), ==, 1);
	end(&copy);
}

static void test_photo_facts(void)
{
	struct small copy = begin(), well = begin();

	put_photo(&copy, "one.jpg");
	put_story(&copy, "a.md", "section: News\nphotos:\n  - file: one.jpg\n", "Text.");
	load(&copy, NULL);
	expect(&copy, DIAG_PHOTO_NO_CAPTION, "a.md", "caption");
	expect(&copy, DIAG_PHOTO_NO_CREDIT, "a.md", "credit");
	expect(&copy, DIAG_PHOTO_NO_ALT, "a.md", "alt");
	end(&copy);
	put_photo(&well, "one.jpg");
	put_story(&well, "a.md", "section: News\nphotos:\n  - file: one.jpg\n    " FACTS, "Text.");
	load(&well, NULL);
	g_assert_null(told(&well, DIAG_PHOTO_NO_CAPTION));
	g_assert_null(told(&well, DIAG_PHOTO_NO_CREDIT));
	g_assert_null(told(&well, DIAG_PHOTO_NO_ALT));
	end(&well);
}

static struct decisions decisions_on(struct story_decision *story)
{
	struct decisions decisions = {
		.pages = g_ptr_array_new(), .stories = g_ptr_array_new(), .photos = g_ptr_array_new()};

	g_ptr_array_add(decisions.stories, story);
	return decisions;
}

static void decisions_done(struct decisions *decisions)
{
	g_ptr_array_unref(decisions->pages);
	g_ptr_array_unref(decisions->stories);
	g_ptr_array_unref(decisions->photos);
}

static void test_see_also(void)
{
	struct small nobody = begin(), held = begin(), well = begin();
	struct story_decision decision = {.id = (char *)"b", .outcome = STORY_HELD};
	struct decisions decisions = decisions_on(&decision);

	put_story(&nobody, "a.md", "section: News\nsee_also: [nobody]\n", "Text.");
	load(&nobody, NULL);
	expect(&nobody, DIAG_SEE_ALSO_DEAD, "a.md", "nobody");
	end(&nobody);
	put_story(&held, "a.md", "section: News\nsee_also: [b]\n", "Text.");
	put_story(&held, "b.md", "section: News\n", "Text.");
	load(&held, &decisions);
	expect(&held, DIAG_SEE_ALSO_DEAD, "a.md", "held over");
	end(&held);
	decision.outcome = STORY_PLACED;
	put_story(&well, "a.md", "section: News\nsee_also: [b]\n", "Text.");
	put_story(&well, "b.md", "section: News\n", "Text.");
	load(&well, &decisions);
	g_assert_null(told(&well, DIAG_SEE_ALSO_DEAD));
	end(&well);
	decisions_done(&decisions);
}

static void test_embargo(void)
{
	struct small copy = begin(), over = begin();

	put_story(&copy, "a.md", "section: News\nembargo: 2026-11-22T12:00:00+07:00\n", "Text.");
	load(&copy, NULL);
	expect(&copy, DIAG_STORY_EMBARGO, "a.md", "its embargo ends");
	end(&copy);
	put_story(&over, "a.md", "section: News\nembargo: 2026-11-22T05:59:00+07:00\n", "Text.");
	load(&over, NULL);
	g_assert_null(told(&over, DIAG_STORY_EMBARGO));
	end(&over);
}

static void test_draft_in_the_plan(void)
{
	struct small copy = begin(), unnamed = begin();

	put(&copy, "edition.yaml",
	    "name: The Post\nlayout: tabloid\ndate: 2026-11-22\nsections: [{name: News}]\nplan: {1: {lead: "
	    "a}}\n");
	put_story(&copy, "a.md", "section: News\nstatus: draft\n", "Text.");
	load(&copy, NULL);
	expect(&copy, DIAG_MUST_AT_STAKE, "a.md", "the plan names it");
	end(&copy);
	put_story(&unnamed, "a.md", "section: News\nstatus: draft\n", "Text.");
	load(&unnamed, NULL);
	g_assert_null(told(&unnamed, DIAG_MUST_AT_STAKE));
	end(&unnamed);
}

static void test_paid(void)
{
	struct small label = begin(), kicker = begin(), well = begin();

	put_story(&label, "a.md", "section: News\nkind: sponsored\nlabel: Our friends\n", "Text.");
	load(&label, NULL);
	expect(&label, DIAG_PAID_UNLABELLED, "a.md", "Our friends");
	end(&label);
	put_story(&kicker, "a.md", "section: News\nkicker: Sponsored\n", "Text.");
	load(&kicker, NULL);
	expect(&kicker, DIAG_PAID_UNLABELLED, "a.md", "kind: sponsored");
	end(&kicker);
	put_story(&well, "a.md", "section: News\nkind: sponsored\nlabel: Quảng cáo\n", "Text.");
	put_story(&well, "b.md", "section: News\nkicker: Sport\n", "A sponsor of the team gave up.");
	load(&well, NULL);
	g_assert_null(told(&well, DIAG_PAID_UNLABELLED));
	end(&well);
}

static void test_days(void)
{
	static const struct {
		const char *front, *body, *says; /* NULL: silent */
	} cases[] = {
		{"date: 2026-11-20\n", "The bridge opened today.", "today"},
		{"date: 2026-11-20\n", "The bridge opened yesterday.", "yesterday"},
		{"date: 2026-11-21\n", "The bridge opened yesterday.", NULL},
		{"date: 2026-11-15\n", "The bridge opened on Friday.", "Friday"},
		{"date: 2026-11-21\n", "The bridge opened on Friday.", NULL},
		{"status: hold\n", "The bridge opened on Friday.", "Friday"},
		{"date: 2026-11-20\n", "She said: \"I leave today.\"", NULL},
		{"date: 2026-11-20\nlanguage: vi\n", "Cầu thông xe hôm nay.", "hôm nay"},
		{"", "The bridge opened today.", NULL},
	};

	for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
		struct small copy = begin();
		g_autofree char *front = g_strconcat("section: News\n", cases[i].front, NULL);
		put_story(&copy, "a.md", front, cases[i].body);
		load(&copy, NULL);
		if (cases[i].says != NULL)
			expect(&copy, DIAG_DAY_WORD, "a.md", cases[i].says);
		else
			g_assert_null(told(&copy, DIAG_DAY_WORD));
		end(&copy);
	}
}

static void test_names(void)
{
	struct small copy = begin(), well = begin();

	put_story(&copy, "a.md", "section: News\n",
		  "The plan, said Trần Quang Hưng, is good. Trần Quang Hưng left.");
	put_story(&copy, "b.md", "section: News\n", "It was Trần Quang Hùng who came.");
	load(&copy, NULL);
	expect(&copy, DIAG_NAME_MARKS, "b.md", "Trần Quang Hưng");
	end(&copy);
	put_story(&well, "a.md", "section: News\n",
		  "Trần Quang Hưng spoke; TRẦN QUANG HƯNG was named; so was Nguyễn Thu Hà.");
	load(&well, NULL);
	g_assert_null(told(&well, DIAG_NAME_MARKS));
	end(&well);
}

static void test_locks_count(void)
{
	g_assert_true(alarms_include(DIAG_LOCK_COPY_CHANGED));
	g_assert_false(alarms_include(DIAG_LINE_LOOSE));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/alarms/photo-twice", test_photo_twice);
	g_test_add_func("/alarms/photo-facts", test_photo_facts);
	g_test_add_func("/alarms/see-also", test_see_also);
	g_test_add_func("/alarms/embargo", test_embargo);
	g_test_add_func("/alarms/draft-in-the-plan", test_draft_in_the_plan);
	g_test_add_func("/alarms/paid", test_paid);
	g_test_add_func("/alarms/days", test_days);
	g_test_add_func("/alarms/names", test_names);
	g_test_add_func("/alarms/locks", test_locks_count);
	return g_test_run();
}
