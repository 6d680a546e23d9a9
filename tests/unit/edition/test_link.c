#include "edition/link.h"

#include <string.h>

static void test_accepted(void)
{
	static const char *const pairs[][2] = {
		{"https://example.org/a?b=c#d", "https://example.org/a?b=c#d"},
		{"HTTP://example.org", "HTTP://example.org"},
		{"mailto:desk@example.org?subject=a%20b", "mailto:desk@example.org?subject=a%20b"},
		{"tel:+842455500118", "tel:+842455500118"},
		{"https://example.org/đường", "https://example.org/%C4%91%C6%B0%E1%BB%9Dng"},
		{"https://user@example.org:8080/(x)!", "https://user@example.org:8080/(x)!"},
	};
	for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
		const char *why = NULL;
		g_autofree char *link = link_accept(pairs[i][0], &why);
		g_assert_cmpstr(link, ==, pairs[i][1]);
	}
}

static void test_refused(void)
{
	static const char *const addresses[] = {
		"",
		"politics/a.md",
		"//example.org",
		"javascript:alert(1)",
		"JavaScript:alert(1)",
		" javascript:alert(1)",
		"java\nscript:alert(1)",
		"data:text/html,x",
		"file:///etc/passwd",
		"vbscript:x",
		"ftp://example.org",
		"https:",
		"https://",
		"https:///path",
		"http:example.org",
		"mailto:",
		"tel:",
		"https://example.org/a b",
		"https://example.org/\x01",
		"https://[::1/",
		"https://example.org:99999999/",
		"launch:x",
	};
	for (guint i = 0; i < G_N_ELEMENTS(addresses); i++) {
		const char *why = NULL;
		g_test_message("%s", addresses[i]);
		g_assert_null(link_accept(addresses[i], &why));
		g_assert_nonnull(why);
	}
}

static void test_long(void)
{
	g_autofree char *tail = g_strnfill(4100, 'x');
	g_autofree char *address = g_strconcat("https://example.org/", tail, NULL);
	const char *why;

	g_assert_null(link_accept(address, &why));
	g_assert_nonnull(strstr(why, "longer"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/link/accepted", test_accepted);
	g_test_add_func("/link/refused", test_refused);
	g_test_add_func("/link/long", test_long);
	return g_test_run();
}
