/* Who may ask the server, and for what. */
#include "desk/server.h"
#include "desk/watch.h"

static void test_host(void)
{
	g_assert_true(server_host_is_own("127.0.0.1:8017", 8017));
	g_assert_true(server_host_is_own("LOCALHOST:8017", 8017));
	g_assert_false(server_host_is_own("localhost:8018", 8017));
	g_assert_false(server_host_is_own("localhost", 8017));
	g_assert_false(server_host_is_own("localhost.example.org:8017", 8017));
	g_assert_false(server_host_is_own("127.0.0.1:8017.example.org", 8017));
	g_assert_false(server_host_is_own("", 8017));
	g_assert_false(server_host_is_own(NULL, 8017));
}

static void test_name(void)
{
	g_assert_true(server_name_is_plain("page-1.html"));
	g_assert_false(server_name_is_plain(""));
	g_assert_false(server_name_is_plain("."));
	g_assert_false(server_name_is_plain("../proof.json"));
	g_assert_false(server_name_is_plain("a/b.html"));
	g_assert_false(server_name_is_plain("a\\b.html"));
	g_assert_false(server_name_is_plain(".hidden"));
	g_assert_false(server_name_is_plain("a%2e.html"));
}

static void test_saves(void)
{
	g_assert_true(watch_name_counts("ferry.md"));
	g_assert_true(watch_name_counts("edition.yaml"));
	g_assert_false(watch_name_counts(".ferry.md.swp"));
	g_assert_false(watch_name_counts("ferry.md~"));
	g_assert_false(watch_name_counts("4913"));
	g_assert_false(watch_name_counts("#ferry.md#"));
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/server/host", test_host);
	g_test_add_func("/server/name", test_name);
	g_test_add_func("/watch/name", test_saves);
	return g_test_run();
}
