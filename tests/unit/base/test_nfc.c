#include "base/nfc.h"

static void composes(const char *text, const char *expected)
{
	g_autofree char *composed = nfc_compose(text);

	g_assert_cmpstr(composed, ==, expected);
}

static void test_short(void)
{
	composes("", "");
	composes("plain", "plain");
	composes("Vie\xCC\xA3\xCC\x82t", "Vi\xE1\xBB\x87t");
	composes("Vie\xCC\x82\xCC\xA3t", "Vi\xE1\xBB\x87t");
	composes("\xCC\x82 x", "\xCC\x82 x");
	composes("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "\xED\x95\x9C");
}

/* Wherever the text is cut in pieces, it is composed as one. */
static void test_as_one(void)
{
	static const char *const letters[] = {"a",
					      "\xCC\x81",
					      "o\xCC\x9B",
					      "\xCC\xA3",
					      "Đ",
					      " ",
					      "ệ",
					      "e\xCC\x82",
					      "\xE1\x84\x92",
					      "\xE1\x85\xA1",
					      "\xE1\x86\xAB",
					      "日",
					      "\xE0\xA7\x87",
					      "\xE0\xA6\xBE",
					      "\xF0\x9F\x99\x82"};
	guint seed = 7;

	for (int round = 0; round < 300; round++) {
		g_autoptr(GString) text = g_string_new(NULL);
		for (int i = 0; i < 100; i++) {
			seed = seed * 1103515245 + 12345;
			g_string_append(text, letters[(seed >> 16) % G_N_ELEMENTS(letters)]);
		}
		g_autofree char *whole = g_utf8_normalize(text->str, -1, G_NORMALIZE_NFC);
		composes(text->str, whole);
	}
}

static void test_long(void)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree char *composed = NULL;

	for (int i = 0; i < 300000; i++)
		g_string_append(text, "ệ");
	composed = nfc_compose(text->str);
	g_assert_cmpstr(composed, ==, text->str);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/nfc/short", test_short);
	g_test_add_func("/nfc/as-one", test_as_one);
	g_test_add_func("/nfc/long", test_long);
	return g_test_run();
}
