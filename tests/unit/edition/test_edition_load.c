#include "room.h"

static void one_story(const struct room *room)
{
	room_story(room, "politics/a.md", "headline: x\n", "Words.\n");
}

static void test_house_alone(struct room *room, gconstpointer data)
{
	const struct edition *edition;

	one_story(room);
	edition = room_load(room);
	room_silent(room);
	g_assert_cmpstr(edition->name, ==, "The Red River Post");
	g_assert_cmpstr(edition->slug, ==, "red-river-post-2026-11-22");
	g_assert_cmpint(edition->issue, ==, 4211);
	g_assert_cmpstr(edition->release, ==, "2026-11-22T06:00:00+07:00");
	g_assert_cmpstr(edition->language, ==, "en");
	g_assert_cmpstr(edition->layout, ==, "tabloid");
	g_assert_cmpint(edition->typography, ==, TYPOGRAPHY_HOUSE);
	g_assert_cmpint(edition->number, ==, 1);
	g_assert_cmpstr(edition->house_prefix, ==, "../");
}

static void test_edition_wins(struct room *room, gconstpointer data)
{
	const struct edition *edition;

	room_put(
		room, "paper.yaml",
		"name: The House\nlanguage: vi\ntypography: as-written\nimprint: {editor: An, phone: \"1\"}\n"
		"rules: {ad_mark: Paid, ad_share: {max: 20%}}\n");
	room_put(room, ROOM_DAY "edition.yaml",
		 "name: The Day\nlayout: broad\nimprint: {editor: Bình}\nrules: {ad_mark: Ad}\nlanguage:\n"
		 "edition: {number: 2, name: Thành phố}\nissue: 7\n");
	one_story(room);
	edition = room_load(room);
	g_assert_cmpstr(edition->name, ==, "The Day");
	g_assert_cmpstr(edition->layout, ==, "broad");
	g_assert_cmpstr(edition->language, ==, "vi");
	g_assert_cmpint(edition->typography, ==, TYPOGRAPHY_AS_WRITTEN);
	g_assert_cmpstr(edition->imprint.editor, ==, "Bình");
	g_assert_cmpstr(edition->imprint.phone, ==, "1");
	g_assert_cmpstr(edition->rules.ad_mark, ==, "Ad");
	g_assert_cmpint(edition->rules.ad_share_max, ==, 20);
	g_assert_cmpint(edition->number, ==, 2);
	g_assert_cmpstr(edition->edition_name, ==, "Thành phố");
	g_assert_cmpstr(edition->slug, ==, "day-2026-11-22-e2");
	g_assert_cmpint(edition->issue, ==, 7);
	g_assert_cmpstr(room_one(room, "politics/a")->language, ==, "vi");
}

/* The nearest paper.yaml counts, however far up. */
static void test_house_upward(struct room *room, gconstpointer data)
{
	room_jpeg(room, "house/tea.jpg", 9, 9);
	room_put(room, "paper.yaml", "name: Far\nfillers: [{file: house/tea.jpg, size: 1/4, alt: x}]\n");
	room_put(room, "deep/er/2026-11-22/a.md", "---\nheadline: x\n---\nx\n");
	room_load_from(room, "deep/er/2026-11-22");
	room_silent(room);
	g_assert_cmpstr(room->edition->house_prefix, ==, "../../../");
	g_assert_cmpstr(((const struct ad *)g_ptr_array_index(room->edition->ads, 0))->file, ==,
			"../../../house/tea.jpg");
	room_put(room, "deep/paper.yaml", "name: Near\n");
	room_load_from(room, "deep/er/2026-11-22/");
	g_assert_cmpstr(room->edition->name, ==, "Near");
}

static void test_nothing_there(struct room *room, gconstpointer data)
{
	room_load_from(room, "2026-11-23");
	g_assert_null(room->edition);
	room_told(room, "there is no such folder");
	room_exits(room, 66);
	room_load_from(room, "paper.yaml");
	g_assert_null(room->edition);
	room_told(room, "this is a file");
	room_exits(room, 66);
}

static void test_no_house(struct room *room, gconstpointer data)
{
	g_autofree char *paper = g_build_filename(room->path, "paper.yaml", NULL);

	g_remove(paper);
	one_story(room);
	room_load(room);
	g_assert_null(room->edition);
	room_told(room,
		  "edition.yaml: fatal: the folder has no edition.yaml, and no paper.yaml lies above it");
	room_exits(room, 66);
	room_put(room, ROOM_DAY "edition.yaml", "name: Alone\n");
	room_load(room);
	room_silent(room);
	g_assert_null(room->edition->house_prefix);
}

static void test_dates(struct room *room, gconstpointer data)
{
	room_put(room, "today/a.md", "---\nheadline: x\n---\nx\n");
	room_load_from(room, "today");
	room_told(room,
		  "../paper.yaml: fatal: the edition has no date: add 'date: 2026-11-22' to edition.yaml");
	room_exits(room, 65);
	room_put(room, "today/edition.yaml", "date: 2026-11-31\n");
	room_load_from(room, "today");
	room_told(room, "edition.yaml:1:7: fatal: date: '2026-11-31' is not a day of the calendar");
	room_not_told(room, "has no date");
	room_exits(room, 65);
	room_put(room, "today/edition.yaml", "date: 2026-11-24\n");
	room_load_from(room, "today");
	room_told(room, "warning: the story names no section");
	g_assert_cmpint(room->edition->issue, ==, 4213);
	one_story(room);
	room_put(room, ROOM_DAY "edition.yaml", "date: 2026-11-21\n");
	room_load(room);
	room_told(room,
		  "edition.yaml:1:7: warning: date is 2026-11-21 but the folder is named for another day");
	g_assert_cmpint(room->edition->day, ==, 21);
	room_exits(room, 0);
}

static void test_faults_of_house(struct room *room, gconstpointer data)
{
	one_story(room);
	room_put(room, ROOM_DAY "edition.yaml",
		 "releese: x\nlayot: y\nlanguage: fr\nedition: {number: 0}\nlayout: ../x\n");
	room_load(room);
	room_told(room, "edition.yaml:1:1: warning: unknown key 'releese', did you mean 'release'?");
	room_told(room, "edition.yaml:3:11: fatal: language: 'fr' is not one of en, vi");
	room_told(room, "edition.yaml:4:19: fatal: number:");
	room_told(room, "edition.yaml:5:9: fatal: layout: '../x' is no layout's name");
	room_exits(room, 65);
	room_put(room, ROOM_DAY "edition.yaml",
		 "date_lines: [en, vi]\nsupplements: []\nedition: {number: 2}\n");
	room_load(room);
	room_told(room, "edition.yaml:1:1: note: not set yet: date_lines");
	room_told(room, "edition.yaml:3:19: note: not set yet: edition");
	room_exits(room, 0);
	room_put(room, ROOM_DAY "edition.yaml", "a: [\n");
	room_load(room);
	g_assert_null(room->edition);
	room_told(room, "edition.yaml:");
	room_exits(room, 65);
	room_put(room, ROOM_DAY "edition.yaml", "supplements: []\n");
	room_load(room);
	room_silent(room);
	room_put(room, "paper.yaml", "language: en\nplan: {}\n");
	room_load(room);
	room_told(room, "../paper.yaml:2:1: warning: unknown key 'plan'");
	room_told(room, "edition.yaml: fatal: the paper has no name");
}

/* Every key that the formats name is known, in the house file and in the edition. */
static void test_every_key(struct room *room, gconstpointer data)
{
	room_jpeg(room, "house/subscribe.jpg", 9, 9);
	room_jpeg(room, ROOM_DAY "ads/tea.jpg", 9, 9);
	room_put(room, "paper.yaml",
		 "name: The Red River Post\nlanguage: en\nlayout: tabloid\n"
		 "issue: {4211: 2026-11-22, skip: [2026-12-25]}\n"
		 "sections:\n  - {name: Politics & Law}\n"
		 "  - {name: Economy, subsections: [Business Beat, Talking Shop], start: page}\n"
		 "  - {name: Brandinfo, kind: sponsored}\n"
		 "imprint: {publisher: \"\", licence: \"\", editor: \"\", address: \"\", phone: \"\", email: "
		 "\"\"}\n"
		 "typography: house\n"
		 "rules: {front_page_ads: error, ad_share: {max: 30%, over: warning}, ad_mark: "
		 "Advertisement}\n"
		 "fillers: [{file: house/subscribe.jpg, size: 5x12, alt: Subscribe}]\n"
		 "date_lines: [en]\n");
	room_put(room, ROOM_DAY "edition.yaml",
		 "date: 2026-11-22\nedition: {number: 1, name: \"\"}\nrelease: "
		 "2026-11-22T05:00:00+07:00\npages: auto\n"
		 "stories: {Politics & Law: [politics/]}\n"
		 "ads: [{id: tea, file: ads/tea.jpg, size: 3x30, page: 7, at: bottom-right, zone: A, "
		 "section: Economy, "
		 "alt: Tea, url: \"\", label: \"\"}]\n"
		 "plan:\n  1: {template: front, lead: politics/a}\n"
		 "  4: {section: Economy, stories: [{story: politics/b, at: top-left, columns: 3, "
		 "photo_columns: 2}]}\n"
		 "  7: {locked: true}\n"
		 "supplements: [{id: s, folder: s, layout: tabloid, language: vi, numbering: S1, after: 12, "
		 "name: Weekend, pages: 4, kind: editorial}]\n");
	one_story(room);
	room_story(room, "s/c.md", "headline: z\n", "Words of the supplement.\n");
	room_story(room, "politics/b.md", "headline: y\n", "More words.\n");
	room_load(room);
	g_assert_cmpstr(room->lines, ==,
			"../paper.yaml:13:1: note: not set yet: date_lines [key-not-set-yet]\n");
	g_assert_cmpuint(room->edition->runs->len, ==, 2);
	const struct edition *run = room->edition->runs->pdata[1];
	const struct story *story = edition_story(room->edition, "s/c");
	g_assert_cmpstr(run->name, ==, "Weekend");
	g_assert_cmpstr(run->language, ==, "vi");
	g_assert_cmpint(run->pages.max, ==, 4);
	g_assert_cmpuint(run->stories->len, ==, 1);
	g_assert_cmpint(story->run, ==, 1);
	g_assert_cmpstr(story->language, ==, "vi");
	g_assert_cmpint(edition_run_of_label(room->edition, "S3"), ==, 1);
	g_assert_cmpint(edition_run_of_label(room->edition, "3"), ==, 0);
	g_assert_cmpint(edition_run_of_label(room->edition, "T3"), ==, -1);
}

static void test_empty(struct room *room, gconstpointer data)
{
	room_story(room, "politics/a.md", "headline: x\nstatus: draft\n", "Words.\n");
	room_load(room);
	room_told(room, "../paper.yaml: fatal: no story is ready to print");
	room_exits(room, 65);
}

static void test_order(struct room *room, gconstpointer data)
{
	g_autoptr(GString) ids = g_string_new(NULL);

	room_story(room, "economy/a.md", "headline: a\n", "Words of a.\n");
	room_story(room, "politics/c.md", "headline: c\n", "Words of c.\n");
	room_story(room, "politics/b.md", "headline: b\n", "Words of b.\n");
	room_story(room, "politics/d.md", "headline: d\npriority: 2\n", "Words of d.\n");
	room_load(room);
	for (guint i = 0; i < room->edition->stories->len; i++)
		g_string_append_printf(
			ids, "%s ", ((const struct story *)g_ptr_array_index(room->edition->stories, i))->id);
	g_assert_cmpstr(ids->str, ==, "politics/d politics/b politics/c economy/a ");
}

static void test_see_also(struct room *room, gconstpointer data)
{
	room_story(room, "politics/held.md", "headline: h\nstatus: hold\n", "Words of h.\n");
	room_try(room, "headline: x\nsee_also: [politics/other, politics/none, politics/held, politics/a]\n",
		 "Words.\n");
	room_told(room, "politics/a.md:1:1: warning: see_also: 'politics/none' is no story of this edition");
	room_told(room, "see_also: 'politics/held' stays out of this edition (it is on hold)");
	room_told(room, "see_also: the story points to itself");
	room_not_told(room, "'politics/other'");
	room_exits(room, 0);
}

static void test_twins(struct room *room, gconstpointer data)
{
	room_story(room, "economy/b.md", "headline: y\n", "The *same* words.\n");
	room_try(room, "headline: x\n", "The same words.\n");
	room_told(room, "economy/b.md:1:1: warning: the text is the same as that of 'politics/a': kill one "
			"of the two");
	room_exits(room, 0);
}

static void test_escaping_files(struct room *room, gconstpointer data)
{
	g_autofree char *story = g_build_filename(room->path, ROOM_DAY "politics/link.md", NULL);
	g_autofree char *yaml = g_build_filename(room->path, ROOM_DAY "edition.yaml", NULL);

	one_story(room);
	g_assert_cmpint(symlink("/etc/passwd", story), ==, 0);
	room_load(room);
	room_told(room, "politics/link.md: error: the file is a link that leads out of the edition folder");
	room_exits(room, 3);
	g_assert_cmpint(symlink("../paper.yaml", yaml), ==, 0);
	room_load(room);
	g_assert_null(room->edition);
	room_told(room, "edition.yaml: fatal: the file is a link that leads out of its folder");
	room_exits(room, 65);
}

/* The same copy has the same sum, wherever it lies; a changed letter another. */
static void test_input_sum(struct room *room, gconstpointer data)
{
	g_autofree char *sum = NULL;

	room_jpeg(room, ROOM_DAY "politics/q.jpg", 9, 9);
	room_story(room, "politics/a.md",
		   "headline: x\nphotos: [{file: q.jpg, caption: a, credit: b, alt: c}]\n", "Words.\n");
	room_load(room);
	room_silent(room);
	sum = g_strdup(room->edition->input_sha256);
	g_assert_cmpuint(strlen(sum), ==, 64);
	room_load_from(room, "../../tmp/../tmp/nowhere");
	room_load(room);
	g_assert_cmpstr(sum, ==, room->edition->input_sha256);
	room_jpeg(room, ROOM_DAY "politics/q.jpg", 9, 10);
	room_load(room);
	g_assert_cmpstr(sum, !=, room->edition->input_sha256);
}

static void test_text_form(struct room *room, gconstpointer data)
{
	g_autoptr(GString) first = g_string_new(NULL), second = g_string_new(NULL);

	room_try(room, "headline: \"x \\\"y\\\"\"\nbyline: An\n", "One *two*.\n\n| a |\n|---|\n| b |\n");
	edition_write_text(room->edition, first);
	g_assert_nonnull(
		strstr(first->str, "story politics/a to-place news en priority 3 front story words 4\n"));
	g_assert_nonnull(strstr(first->str,
				"  headline 2:11 \"x \\\"y\\\"\"\n  byline \"An\"\n  paragraph 5:1\n"
				"    span 5:1 \"One \"\n    span 5:6 emphasis \"two\"\n    span 5:10 \".\"\n"
				"  table 7:1\n   cell 0,0 left\n    span 7:3 \"a\"\n"));
	room_load(room);
	edition_write_text(room->edition, second);
	g_assert_cmpstr(first->str, ==, second->str);
}

/* What the desk has now must load without a word. */
static void test_sample(struct room *room, gconstpointer data)
{
	const char *source = g_getenv("ANBAN_SOURCE");
	g_autofree char *sample =
		source == NULL ? NULL : g_build_filename(source, "content", "2026-11-22", NULL);
	struct edition *edition;
	struct diag *diag;

	if (sample == NULL || !g_file_test(sample, G_FILE_TEST_IS_DIR)) {
		g_test_skip("no sample edition");
		return;
	}
	diag = diag_new();
	edition = edition_load(sample, diag);
	g_assert_nonnull(edition);
	for (guint i = 0; i < diag->messages->len; i++) {
		g_autofree char *line = diag_message_line(g_ptr_array_index(diag->messages, i));
		g_test_message("%s", line);
	}
	g_assert_cmpuint(diag_count(diag, DIAG_WARNING), ==, 0);
	edition_free(edition);
	diag_free(diag);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ROOM_TEST("/edition_load/house-alone", test_house_alone);
	ROOM_TEST("/edition_load/edition-wins", test_edition_wins);
	ROOM_TEST("/edition_load/house-upward", test_house_upward);
	ROOM_TEST("/edition_load/nothing-there", test_nothing_there);
	ROOM_TEST("/edition_load/no-house", test_no_house);
	ROOM_TEST("/edition_load/dates", test_dates);
	ROOM_TEST("/edition_load/faults-of-house", test_faults_of_house);
	ROOM_TEST("/edition_load/every-key", test_every_key);
	ROOM_TEST("/edition_load/empty", test_empty);
	ROOM_TEST("/edition_load/order", test_order);
	ROOM_TEST("/edition_load/see-also", test_see_also);
	ROOM_TEST("/edition_load/twins", test_twins);
	ROOM_TEST("/edition_load/escaping-files", test_escaping_files);
	ROOM_TEST("/edition_load/input-sum", test_input_sum);
	ROOM_TEST("/edition_load/text-form", test_text_form);
	ROOM_TEST("/edition_load/sample", test_sample);
	return g_test_run();
}
