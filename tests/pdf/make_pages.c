/* Writes the sample paper as a PDF: make-pages FONTS OUT.pdf [draft] */
#include "../unit/paint/sample_paper.h"

static int fail(const char *text)
{
	g_printerr("make-pages: %s\n", text);
	return 1;
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return fail("usage: make-pages FONTS OUT.pdf [draft]");
	struct diag *diag = diag_new();
	struct fontbook *book = fontbook_open(argv[1], diag);
	if (book == NULL)
		return fail("the fonts cannot be opened");
	GHashTable *prints = sample_prints();
	struct paper *paper = sample_paper(book, prints);
	struct paint_source source = {book, prints};
	struct pdf_options options = {.linearize = argc < 4, .producer = "anban test"};
	g_autoptr(GError) error = NULL;
	GBytes *file = pdf_document(paper, &source, &options, &error);
	if (file == NULL)
		return fail(error->message);
	gsize length;
	const char *bytes = g_bytes_get_data(file, &length);
	if (!g_file_set_contents(argv[2], bytes, (gssize)length, &error))
		return fail(error->message);
	g_bytes_unref(file);
	paper_free(paper);
	g_hash_table_unref(prints);
	fontbook_free(book);
	diag_free(diag);
	return 0;
}
