/* Story boxes and texts come from the pages. */
#include <json-glib/json-glib.h>

#include "sample_paper.h"

#include "paint/plain_text.h"

static const struct fontbook *book;

static JsonNode *zones_of_sample(void)
{
	g_autoptr(GHashTable) prints = sample_prints();
	struct paper *paper = sample_paper(book, prints);
	g_autofree char *text = zones_json(paper);
	g_autoptr(GError) error = NULL;
	JsonNode *root = json_from_string(text, &error);
	g_assert_no_error(error);
	paper_free(paper);
	return root;
}

static void test_stories(void)
{
	g_autoptr(JsonNode) root = zones_of_sample();
	JsonObject *object = json_node_get_object(root);
	g_assert_cmpstr(json_object_get_string_member(object, "schema"), ==, "anban-zones-1");
	JsonArray *stories = json_object_get_array_member(object, "stories");
	g_assert_cmpuint(json_array_get_length(stories), ==, 2);
	JsonObject *ferry = json_array_get_object_element(stories, 0);
	g_assert_cmpstr(json_object_get_string_member(ferry, "id"), ==, "society/ferry-link");
	g_assert_cmpstr(json_object_get_string_member(ferry, "headline"), ==,
			"Ferry link to Cát Bà opens a month early");
	g_assert_cmpstr(json_object_get_string_member(ferry, "section"), ==, "Front page");
	g_assert_cmpstr(json_object_get_string_member(ferry, "url"), ==, "https://example.org/ferry");
	const char *text = json_object_get_string_member(ferry, "text");
	g_assert_nonnull(strstr(text, "Transport\nFerry link to Cát Bà opens a month early\nCrossing time"));
	g_assert_nonnull(strstr(
		text, "takes twenty minutes from today, less than half of what it took last summer, and"));
	g_assert_nonnull(strstr(text, "Quần đảo Cát Bà được UNESCO công nhận has 366 islands"));
	g_assert_null(strstr(text, "Continued on"));
	const char *plain = json_object_get_string_member(ferry, "text_plain");
	g_assert_nonnull(strstr(plain, "Quan dao Cat Ba duoc UNESCO cong nhan"));
	JsonObject *pha = json_array_get_object_element(stories, 1);
	g_assert_cmpstr(json_object_get_string_member(pha, "language"), ==, "vi");
}

static void test_boxes(void)
{
	static const char *const roles[] = {"headline", "standfirst", "body", "photo",
					    "caption",	"body",	      "body", "body"};
	g_autoptr(JsonNode) root = zones_of_sample();
	JsonObject *object = json_node_get_object(root);
	JsonObject *ferry = json_array_get_object_element(json_object_get_array_member(object, "stories"), 0);
	JsonArray *boxes = json_object_get_array_member(ferry, "boxes");
	g_assert_cmpuint(json_array_get_length(boxes), >=, G_N_ELEMENTS(roles));
	for (guint i = 0; i < G_N_ELEMENTS(roles); i++) {
		JsonObject *box = json_array_get_object_element(boxes, i);
		g_assert_cmpstr(json_object_get_string_member(box, "role"), ==, roles[i]);
		g_assert_cmpstr(json_object_get_string_member(box, "page"), ==, i < 7 ? "1" : "2");
		JsonArray *rect = json_object_get_array_member(box, "rect_pt");
		g_assert_cmpuint(json_array_get_length(rect), ==, 4);
		g_assert_cmpfloat(json_array_get_double_element(rect, 2), >, 20);
		g_assert_cmpfloat(json_array_get_double_element(rect, 3), >, 8);
	}
	JsonArray *second_leg =
		json_object_get_array_member(json_array_get_object_element(boxes, 6), "rect_pt");
	g_assert_cmpfloat(json_array_get_double_element(second_leg, 0), ==,
			  (double)((int64_t)fix_from_mm(64) / 16) / 64);
}

static void test_links(void)
{
	g_autoptr(JsonNode) root = zones_of_sample();
	JsonArray *links = json_object_get_array_member(json_node_get_object(root), "links");
	g_assert_cmpuint(json_array_get_length(links), ==, 6);
	JsonObject *first = json_array_get_object_element(links, 0);
	g_assert_cmpstr(json_object_get_string_member(first, "to"), ==, "#story/society/pha");
}

static void test_plain_text(void)
{
	static const char *const pairs[][2] = {
		{"Trần Quang Hưng", "Tran Quang Hung"},
		{"Đồng Đăng, đường", "Dong Dang, duong"},
		{"ỄẪỮ ợ ỵ", "EAU o y"},
		{"naïve café", "naive cafe"},
		{"", ""},
		{"ASCII 123\n", "ASCII 123\n"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_autofree char *plain = plain_text(pairs[i][0]);
		g_assert_cmpstr(plain, ==, pairs[i][1]);
	}
}

static void test_empty(void)
{
	struct paper *paper = paper_new();
	g_autofree char *text = zones_json(paper);
	g_assert_nonnull(strstr(text, "\"stories\" : []"));
	paper_free(paper);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	struct diag *diag = diag_new();
	struct fontbook *opened = fontbook_open(g_getenv("ANBAN_TEST_FONTS"), diag);
	g_assert_nonnull(opened);
	book = opened;
	g_test_add_func("/paint/zones/stories", test_stories);
	g_test_add_func("/paint/zones/boxes", test_boxes);
	g_test_add_func("/paint/zones/links", test_links);
	g_test_add_func("/paint/zones/plain-text", test_plain_text);
	g_test_add_func("/paint/zones/empty", test_empty);
	int result = g_test_run();
	fontbook_free(opened);
	diag_free(diag);
	return result;
}
