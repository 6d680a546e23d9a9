#include "report/report.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

/* An edition of one page, made by hand: report reads plain data. */
struct desk {
	struct edition edition;
	struct decisions decisions;
	struct page_decision page;
	struct story_decision placed, held;
	struct photo_decision photo;
	struct report_output output;
	struct diag *diag;
	struct report_facts facts;
};

static void desk_open(struct desk *desk, gconstpointer unused)
{
	struct story_part part = {
		.page = (char *)"1", .column = 0, .row = 2, .columns = 3, .rows = 40, .lines = 55};

	desk->edition = (struct edition){.name = (char *)"Báo \"Sông Hồng\"",
					 .language = "vi",
					 .year = 2026,
					 .month = 1,
					 .day = 2,
					 .issue = 4211,
					 .number = 1};
	desk->page = (struct page_decision){.number = 1,
					    .label = (char *)"1",
					    .template_name = (char *)"front",
					    .columns = 5,
					    .rows = 95,
					    .cost = 12.345678};
	desk->page.cells[CELLS_STORY] = 400;
	desk->page.cells[CELLS_PHOTO] = 75;
	desk->page.sections = g_ptr_array_new();
	g_ptr_array_add(desk->page.sections, (char *)"Đời sống");
	desk->placed = (struct story_decision){.id = (char *)"society/ferry",
					       .headline = (char *)"Ferry",
					       .outcome = STORY_PLACED,
					       .lines = 55,
					       .lines_trimmed = 2,
					       .text_trimmed = (char *)"The end."};
	desk->placed.parts = g_array_new(FALSE, FALSE, sizeof(struct story_part));
	g_array_append_val(desk->placed.parts, part);
	desk->held = (struct story_decision){.id = (char *)"world/late",
					     .headline = (char *)"Late",
					     .outcome = STORY_HELD,
					     .why = (char *)"no room"};
	desk->photo = (struct photo_decision){.file = (char *)"a.jpg",
					      .ppi = 200,
					      .part = {0, 16384, 65536, 32768},
					      .used = TRUE,
					      .bytes = 1234};
	desk->decisions.pages = g_ptr_array_new();
	desk->decisions.stories = g_ptr_array_new();
	desk->decisions.photos = g_ptr_array_new();
	g_ptr_array_add(desk->decisions.pages, &desk->page);
	g_ptr_array_add(desk->decisions.stories, &desk->placed);
	g_ptr_array_add(desk->decisions.stories, &desk->held);
	g_ptr_array_add(desk->decisions.photos, &desk->photo);
	desk->decisions.type = (struct type_facts){.full_lines = 200, .loose_lines = 13, .space_p95 = 512};
	desk->output = (struct report_output){(char *)"a.pdf", 99, "ab"};
	desk->diag = diag_new();
	diag_add(desk->diag, DIAG_PHOTO_MISSING, place_in("society/ferry.md", 3, 4), "no photograph");
	diag_add(desk->diag, DIAG_LAYOUT_KEY_UNKNOWN, place_in("/home/desk/layouts/x/layout.yaml", 1, 1),
		 "what");
	desk->facts = (struct report_facts){.version = "0.1",
					    .edition = &desk->edition,
					    .decisions = &desk->decisions,
					    .diag = desk->diag};
	desk->facts.libraries = g_ptr_array_new();
	g_ptr_array_add(desk->facts.libraries, (char *)"glib 2.74.6");
	desk->facts.outputs = g_ptr_array_new();
	g_ptr_array_add(desk->facts.outputs, &desk->output);
}

static void desk_close(struct desk *desk, gconstpointer unused)
{
	g_ptr_array_unref(desk->page.sections);
	g_array_unref(desk->placed.parts);
	g_ptr_array_unref(desk->decisions.pages);
	g_ptr_array_unref(desk->decisions.stories);
	g_ptr_array_unref(desk->decisions.photos);
	g_ptr_array_unref(desk->facts.libraries);
	g_ptr_array_unref(desk->facts.outputs);
	diag_free(desk->diag);
}

static JsonObject *object_at(JsonObject *object, const char *list, guint index)
{
	return json_array_get_object_element(json_object_get_array_member(object, list), index);
}

static void assert_keys(JsonObject *object, const char *keys)
{
	g_autoptr(GList) members = json_object_get_members(object);
	g_autoptr(GString) found = g_string_new(NULL);

	for (GList *member = members; member != NULL; member = member->next)
		g_string_append_printf(found, "%s%s", found->len > 0 ? " " : "", (const char *)member->data);
	g_assert_cmpstr(found->str, ==, keys);
}

static void test_keys_and_their_order(struct desk *desk, gconstpointer unused)
{
	g_autofree char *text = report_json(&desk->facts);
	g_autoptr(JsonNode) root = json_from_string(text, NULL);
	JsonObject *report = json_node_get_object(root);

	assert_keys(report, "schema tool edition outputs pages stories photos type messages");
	assert_keys(json_object_get_object_member(report, "edition"),
		    "name date issue edition language input_sha256");
	assert_keys(object_at(report, "pages", 0),
		    "number label sections template columns rows cells cost locked");
	assert_keys(json_object_get_object_member(object_at(report, "pages", 0), "cells"),
		    "total story photo ad filler furniture empty end");
	assert_keys(object_at(report, "stories", 0),
		    "id headline status parts lines lines_trimmed text_trimmed why");
	assert_keys(object_at(report, "photos", 0), "file story ppi crop bytes as_is used");
	assert_keys(
		json_object_get_object_member(report, "type"),
		"full_lines loose_share space_p95_em space_p99_em hyphenated_share ladders ink_collisions");
	assert_keys(object_at(report, "messages", 0), "code severity file line column text");
}

static void test_values(struct desk *desk, gconstpointer unused)
{
	g_autofree char *text = report_json(&desk->facts);
	g_autoptr(JsonNode) root = json_from_string(text, NULL);
	JsonObject *report = json_node_get_object(root);
	JsonObject *edition = json_object_get_object_member(report, "edition");
	JsonObject *cells = json_object_get_object_member(object_at(report, "pages", 0), "cells");
	JsonArray *crop = json_object_get_array_member(object_at(report, "photos", 0), "crop");

	g_assert_cmpstr(json_object_get_string_member(edition, "name"), ==, "Báo \"Sông Hồng\"");
	g_assert_cmpstr(json_object_get_string_member(edition, "date"), ==, "2026-01-02");
	g_assert_cmpint(json_object_get_int_member(cells, "total"), ==, 475);
	g_assert_cmpstr(json_object_get_string_member(object_at(report, "stories", 1), "status"), ==,
			"held-over");
	g_assert_cmpfloat(json_array_get_double_element(crop, 1), ==, 0.25);
	g_assert_cmpfloat(
		json_object_get_double_member(json_object_get_object_member(report, "type"), "loose_share"),
		==, 0.065);
	g_assert_cmpstr(json_object_get_string_member(object_at(report, "messages", 1), "file"), ==,
			"layout.yaml");
}

static void test_the_same_in_every_locale(struct desk *desk, gconstpointer unused)
{
	g_autofree char *before = report_json(&desk->facts);
	g_autofree char *after = NULL;

	if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL && setlocale(LC_ALL, "vi_VN.UTF-8") == NULL)
		g_test_message("no locale with a decimal comma is installed");
	after = report_json(&desk->facts);
	setlocale(LC_ALL, "C");
	g_assert_cmpstr(before, ==, after);
}

static void test_without_make_up(struct desk *desk, gconstpointer unused)
{
	g_autofree char *text = NULL, *summary = NULL;
	g_autoptr(JsonNode) root = NULL;

	desk->facts.decisions = NULL;
	text = report_json(&desk->facts);
	root = json_from_string(text, NULL);
	g_assert_cmpint(
		json_array_get_length(json_object_get_array_member(json_node_get_object(root), "pages")), ==,
		0);
	summary = report_summary(&desk->facts);
	g_assert_nonnull(strstr(summary, "1 error, 1 warning, 0 notes"));
}

static void test_summary(struct desk *desk, gconstpointer unused)
{
	g_autofree char *summary = report_summary(&desk->facts);

	g_assert_nonnull(strstr(summary, "84 %"));
	g_assert_nonnull(strstr(summary, "Đời sống\n"));
	g_assert_nonnull(strstr(summary, "1 page; stories: 1 placed, 1 held over\n"));
	g_assert_nonnull(strstr(summary, "held over: world/late, no room\n"));
	g_assert_nonnull(strstr(summary, "trimmed: society/ferry, 2 lines\n"));
	g_assert_nonnull(strstr(summary, "6.5 % loose"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
#define ADD(path, test) g_test_add("/report/" path, struct desk, NULL, desk_open, test, desk_close)
	ADD("keys-and-their-order", test_keys_and_their_order);
	ADD("values", test_values);
	ADD("the-same-in-every-locale", test_the_same_in_every_locale);
	ADD("without-make-up", test_without_make_up);
	ADD("summary", test_summary);
	return g_test_run();
}
