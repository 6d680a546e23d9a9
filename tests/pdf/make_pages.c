/* Writes the sample paper for the outside judges: make-pages FONTS FOLDER
   → web.pdf draft.pdf page-1.png page-2.png zones.json pages.txt */
#include "../unit/paint/sample_paper.h"

#define HEIGHT_PX 1400

static const char *folder;

static gboolean save(const char *name, GBytes *bytes, GError **error)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	gsize length;
	const char *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
	return data != NULL && g_file_set_contents(path, data, (gssize)length, error);
}

static gboolean save_pdf(const struct paper *paper, const struct paint_source *source, gboolean linearize,
			 GError **error)
{
	struct pdf_options options = {.linearize = linearize, .producer = "anban test"};
	g_autoptr(GBytes) file = pdf_document(paper, source, &options, error);
	return save(linearize ? "web.pdf" : "draft.pdf", file, error);
}

static gboolean save_previews(const struct paper *paper, const struct paint_source *source, GError **error)
{
	for (guint i = 0; i < paper->pages->len; i++) {
		g_autofree char *name = g_strdup_printf("page-%u.png", i + 1);
		g_autoptr(GBytes) file = preview_png(paper->pages->pdata[i], source, HEIGHT_PX, error);
		if (!save(name, file, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean save_texts(const struct paper *paper, GError **error)
{
	char *json = zones_json(paper);
	g_autoptr(GBytes) zones = g_bytes_new_take(json, strlen(json));
	GString *text = g_string_new(NULL);
	paper_write(paper, text);
	g_autoptr(GBytes) pages = g_string_free_to_bytes(text);
	return save("zones.json", zones, error) && save("pages.txt", pages, error);
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		g_printerr("usage: make-pages FONTS FOLDER\n");
		return 64;
	}
	folder = argv[2];
	struct diag *diag = diag_new();
	struct fontbook *book = fontbook_open(argv[1], diag);
	if (book == NULL)
		return 69;
	GHashTable *prints = sample_prints();
	struct paper *paper = sample_paper(book, prints);
	struct paint_source source = {book, prints};
	g_autoptr(GError) error = NULL;
	gboolean good = save_pdf(paper, &source, TRUE, &error) && save_pdf(paper, &source, FALSE, &error) &&
			save_previews(paper, &source, &error) && save_texts(paper, &error);
	if (!good)
		g_printerr("make-pages: %s\n", error != NULL ? error->message : "no output");
	paper_free(paper);
	g_hash_table_unref(prints);
	fontbook_free(book);
	diag_free(diag);
	return good ? 0 : 1;
}
