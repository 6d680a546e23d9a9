#include <glib.h>

#include "edition/edition.h"

static void is_printed(const char *url, const char *wanted)
{
	g_autofree char *address = edition_printed_address(url);
	g_assert_cmpstr(address, ==, wanted);
}

static void test_printed_address(void)
{
	is_printed("https://example.org/ferry", "example.org/ferry");
	is_printed("https://www.example.org/", "example.org");
	is_printed("https://example.org/society/a-ferry-link-opens-early", "example.org");
	is_printed("mailto:desk@example.org", "mailto:desk@example.org");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/edition/printed-address", test_printed_address);
	return g_test_run();
}
