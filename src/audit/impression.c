#include "audit/impression.h"

#include <string.h>

#include "audit/poppler.h"

static void printed_word_clear(gpointer data)
{
	g_free(((struct printed_word *)data)->text);
}

static void printed_page_free(gpointer data)
{
	struct printed_page *page = data;
	g_array_unref(page->words);
	g_array_unref(page->figures);
	g_free(page->ink);
	g_free(page);
}

void impression_free(struct impression *impression)
{
	if (impression == NULL)
		return;
	g_ptr_array_unref(impression->pages);
	g_free(impression);
}

/* ---- words: pdftotext -bbox writes a <page> of <word>s ---- */

struct reading {
	struct impression *impression;
	struct printed_word word;
	GString *text;
	gboolean in_word;
};

static fix length_of(const char **names, const char **values, const char *name)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], name) == 0)
			return fix_from_pt(CLAMP(g_ascii_strtod(values[i], NULL), -20000, 20000));
	return 0;
}

static void start_page(struct reading *reading, const char **names, const char **values)
{
	struct printed_page *page = g_new0(struct printed_page, 1);

	page->width = length_of(names, values, "width");
	page->height = length_of(names, values, "height");
	page->words = g_array_new(FALSE, TRUE, sizeof(struct printed_word));
	g_array_set_clear_func(page->words, printed_word_clear);
	page->figures = g_array_new(FALSE, TRUE, sizeof(struct rect));
	g_ptr_array_add(reading->impression->pages, page);
}

static void start_element(GMarkupParseContext *context, const char *element, const char **names,
			  const char **values, gpointer data, GError **error)
{
	struct reading *reading = data;

	(void)context;
	(void)error;
	if (strcmp(element, "page") == 0)
		start_page(reading, names, values);
	if (strcmp(element, "word") != 0)
		return;
	struct rect *box = &reading->word.box;
	box->x = length_of(names, values, "xMin");
	box->y = length_of(names, values, "yMin");
	box->width = length_of(names, values, "xMax") - box->x;
	box->height = length_of(names, values, "yMax") - box->y;
	g_string_truncate(reading->text, 0);
	reading->in_word = TRUE;
}

static void end_element(GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
	struct reading *reading = data;
	GPtrArray *pages = reading->impression->pages;

	(void)context;
	(void)error;
	if (strcmp(element, "word") != 0 || pages->len == 0)
		return;
	reading->in_word = FALSE;
	reading->word.text = g_strdup(reading->text->str);
	g_array_append_val(((struct printed_page *)pages->pdata[pages->len - 1])->words, reading->word);
}

static void text_in(GMarkupParseContext *context, const char *text, gsize length, gpointer data,
		    GError **error)
{
	struct reading *reading = data;

	(void)context;
	(void)error;
	if (reading->in_word)
		g_string_append_len(reading->text, text, (gssize)length);
}

static gboolean add_words(struct impression *impression, const char *pdf, GError **error)
{
	static const GMarkupParser parser = {start_element, end_element, text_in, NULL, NULL};
	g_autoptr(GBytes) printed = poppler_run("pdftotext", "-raw -bbox -enc UTF-8", pdf, "-", error);
	struct reading reading = {.impression = impression};
	gsize length = 0;

	if (printed == NULL)
		return FALSE;
	const char *text = g_bytes_get_data(printed, &length);
	g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, &reading, NULL);
	reading.text = g_string_new(NULL);
	gboolean well = g_markup_parse_context_parse(context, text, (gssize)length, error) &&
			g_markup_parse_context_end_parse(context, error);
	g_string_free(reading.text, TRUE);
	return well;
}

struct impression *impression_take(const char *pdf, GError **error)
{
	struct impression *impression = g_new0(struct impression, 1);

	impression->pages = g_ptr_array_new_with_free_func(printed_page_free);
	if (add_words(impression, pdf, error) && impression_add_ink(impression, pdf, error) &&
	    impression_add_figures(impression, pdf, error))
		return impression;
	impression_free(impression);
	return NULL;
}
