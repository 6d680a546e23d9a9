/* Any bytes as pages in text form; what is read is written back the same. */
#include "fuzz.h"
#include "page/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_strndup((const char *)data, size);
	g_autoptr(GError) error = NULL;
	struct paper *paper = paper_read(text, &error);

	g_assert((paper == NULL) == (error != NULL));
	if (paper != NULL) {
		g_autoptr(GString) first = g_string_new(NULL), second = g_string_new(NULL);
		struct paper *again;
		paper_write(paper, first);
		again = paper_read(first->str, NULL);
		g_assert_nonnull(again);
		paper_write(again, second);
		g_assert_cmpstr(first->str, ==, second->str);
		paper_free(again);
		paper_free(paper);
	}
	return 0;
}
