/* Copy never becomes markup, whatever it holds. */
#include "desk/html.h"

#include <string.h>

static void test_text(void)
{
	struct html *html = html_new();
	g_autofree char *text = NULL;

	html_line(html, "p", "<script>alert('&\"')</script>", "title", "\"><img src=x>", NULL);
	text = html_finish(html);
	g_assert_null(strstr(text, "<script"));
	g_assert_null(strstr(text, "<img"));
	g_assert_nonnull(strstr(text, "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;"));
	g_assert_nonnull(strstr(text, "title=\"&quot;&gt;&lt;img src=x&gt;\""));
}

static void test_open_is_closed(void)
{
	struct html *html = html_new();
	g_autofree char *text = NULL;

	html_open(html, "main", "id", "main", "hidden", NULL, NULL);
	html_open(html, "p", NULL);
	html_single(html, "input", "checked", "", "alt", "", NULL);
	text = html_finish(html);
	g_assert_cmpstr(text, ==,
			"<!doctype html>\n\n<main id=\"main\"><p><input checked alt=\"\"/></p></main>\n");
}

static void test_data(void)
{
	struct html *html = html_new();
	g_autofree char *text = NULL;

	html_data(html, "d", "{\"a\": \"</script><!--&\"}");
	text = html_finish(html);
	g_assert_null(strstr(text, "</script><!--"));
	g_assert_nonnull(strstr(text, "\\u003c/script\\u003e\\u003c!--\\u0026"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/html/text", test_text);
	g_test_add_func("/html/open-is-closed", test_open_is_closed);
	g_test_add_func("/html/data", test_data);
	return g_test_run();
}
