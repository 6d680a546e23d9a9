#include "edition/slug.h"

static void slug_is(const char *name, const char *expected)
{
	g_autofree char *slug = slug_of(name);

	g_assert_cmpstr(slug, ==, expected);
}

static void test_slug(void)
{
	slug_is("Đời sống & Luật", "doi-song-luat");
	slug_is("  Ấn bản -- số 1 ", "an-ban-so-1");
	slug_is("te\xCC\x82n", "ten");
	slug_is("ĐƯỜNG", "duong");
	slug_is("日報", "");
	slug_is("", "");
}

static void edition_slug_is(const char *name, int number, const char *expected)
{
	g_autofree char *slug = slug_of_edition(name, 2026, 11, 2, number);

	g_assert_cmpstr(slug, ==, expected);
}

static void test_edition(void)
{
	g_autofree char *long_name = g_strnfill(300, 'x');
	g_autofree char *slug = slug_of_edition(long_name, 2026, 11, 2, 1);

	edition_slug_is("The Red River Post", 1, "red-river-post-2026-11-02");
	edition_slug_is("A Paper", 2, "paper-2026-11-02-e2");
	edition_slug_is("An Ấn", 1, "an-2026-11-02");
	edition_slug_is("Theatre Post", 1, "theatre-post-2026-11-02");
	edition_slug_is("The ", 1, "the-2026-11-02");
	edition_slug_is("日報", 1, "edition-2026-11-02");
	g_assert_cmpuint(strlen(slug), ==, 111);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/slug/name", test_slug);
	g_test_add_func("/slug/edition", test_edition);
	return g_test_run();
}
