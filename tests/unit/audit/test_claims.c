#include <string.h>

#include "audit/claims.h"

static const char report[] =
	"{\"schema\": \"anban-report-1\", \"edition\": {\"input_sha256\": \"ab\"},"
	" \"outputs\": [{\"path\": \"zones.json\", \"sha256\": \"1\"}, {\"path\": "
	"\"../evil.pdf\", \"sha256\": \"2\"},"
	"  {\"path\": \"paper.pdf\", \"sha256\": \"3\"}],"
	" \"pages\": [{\"number\": 1, \"label\": \"1\", \"template\": \"front\", "
	"\"columns\": 5, \"rows\": 95,"
	"  \"cells\": {\"total\": 475, \"story\": 400, \"photo\": 25, \"furniture\": "
	"50, \"ad\": 0, \"filler\": 0, \"empty\": 0, \"end\": 0},"
	"  \"locked\": true}],"
	" \"stories\": [{\"id\": \"a\", \"headline\": \"A\", \"status\": \"placed\", "
	"\"lines\": 12, \"lines_trimmed\": 1,"
	"  \"text_trimmed\": \"end\", \"parts\": [{\"page\": \"1\", \"lines\": 12,"
	"  \"box\": {\"column\": 0, \"row\": 5, \"columns\": 4, \"rows\": 61}}, "
	"{\"page\": \"9\", \"lines\": \"many\", \"box\": 3}]}],"
	" \"photos\": [{\"story\": \"a\", \"file\": \"a.jpg\", \"used\": true}, {\"story\": \"a\", \"used\": "
	"false}, {\"story\": \"b\", \"used\": true}]}";

static void test_report_is_read(void)
{
	g_autoptr(GError) error = NULL;
	struct claims *claims = claims_read(report, -1, &error);

	g_assert_no_error(error);
	const struct page_claim *page = claims->pages->pdata[0];
	g_assert_cmpint(page->cells[CELLS_STORY], ==, 400);
	g_assert_cmpint(page->total, ==, 475);
	g_assert_true(page->locked);
	const struct story_claim *story = claims->stories->pdata[0];
	g_assert_cmpstr(story->text_trimmed, ==, "end");
	g_assert_cmpuint(story->photos->len, ==, 1);
	g_assert_cmpstr(story->photos->pdata[0], ==, "a.jpg");
	const struct part_claim *part = &g_array_index(story->parts, struct part_claim, 0);
	g_assert_cmpint(part->page, ==, 0);
	g_assert_cmpint(part->box.rows, ==, 61);
	g_assert_cmpstr(claims->input_sha256, ==, "ab");
	claims_free(claims);
}

/* What is missing or of another type can agree with nothing. */
static void test_odd_values_are_minus_one(void)
{
	struct claims *claims = claims_read(report, -1, NULL);
	const struct story_claim *story = claims->stories->pdata[0];
	const struct part_claim *part = &g_array_index(story->parts, struct part_claim, 1);

	g_assert_cmpint(part->page, ==, -1);
	g_assert_cmpint(part->lines, ==, -1);
	g_assert_cmpint(part->box.columns, ==, -1);
	claims_free(claims);
}

static void test_pdf_lies_in_the_folder(void)
{
	struct claims *claims = claims_read(report, -1, NULL);

	g_assert_cmpstr(claims->pdf, ==, "paper.pdf");
	g_assert_cmpstr(claims->pdf_sha256, ==, "3");
	claims_free(claims);
}

static void test_other_files_are_refused(void)
{
	static const char *const texts[] = {
		"", "{", "[]", "7", "{\"schema\": \"anban-zones-1\"}", "{\"schema\": 1}"};

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		g_autoptr(GError) error = NULL;
		g_assert_null(claims_read(texts[i], -1, &error));
		g_assert_nonnull(error);
	}
}

static void test_empty_lists_are_well(void)
{
	struct claims *claims =
		claims_read("{\"schema\": \"anban-report-1\", \"pages\": 3, \"stories\": [7]}", -1, NULL);

	g_assert_nonnull(claims);
	g_assert_cmpuint(claims->pages->len, ==, 0);
	g_assert_cmpuint(claims->stories->len, ==, 1);
	claims_free(claims);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/claims/read", test_report_is_read);
	g_test_add_func("/claims/odd", test_odd_values_are_minus_one);
	g_test_add_func("/claims/pdf", test_pdf_lies_in_the_folder);
	g_test_add_func("/claims/other-files", test_other_files_are_refused);
	g_test_add_func("/claims/empty", test_empty_lists_are_well);
	return g_test_run();
}
