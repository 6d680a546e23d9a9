/* impression_ink.c - the pages as grey pixels: where something is printed */
#include <string.h>

#include "audit/impression.h"
#include "audit/poppler.h"

#define PAPER_WHITE 250 /* a hairline leaves more than this of a pixel */

int impression_px(fix length)
{
	return fix_scale(length, IMPRESSION_PPI_TENTHS, 720) / FIX_PT;
}

/* Skips white, gives the number there; -1 at the end. */
static int read_number(const guint8 **at, const guint8 *end)
{
	int number = -1;

	while (*at < end && g_ascii_isspace(**at))
		(*at)++;
	for (; *at < end && g_ascii_isdigit(**at) && number < 100000; (*at)++)
		number = MAX(number, 0) * 10 + (**at - '0');
	return number;
}

/* One picture in the binary grey form "P5 width height 255 …"; FALSE when it is none. */
static gboolean read_page(struct printed_page *page, const guint8 **at, const guint8 *end)
{
	if (end - *at < 2 || memcmp(*at, "P5", 2) != 0)
		return FALSE;
	*at += 2;
	page->width_px = read_number(at, end);
	page->height_px = read_number(at, end);
	gsize size = (gsize)MAX(page->width_px, 0) * (gsize)MAX(page->height_px, 0);
	if (read_number(at, end) != 255 || size == 0 || (gsize)(end - *at) < size + 1)
		return FALSE;
	(*at)++;
	page->ink = g_malloc(size);
	for (gsize i = 0; i < size; i++)
		page->ink[i] = (*at)[i] < PAPER_WHITE;
	*at += size;
	return TRUE;
}

gboolean impression_add_ink(struct impression *impression, const char *pdf, GError **error)
{
	g_autoptr(GBytes) printed = poppler_run("pdftoppm", "-r 50.8 -gray", pdf, NULL, error);
	gsize length = 0;

	if (printed == NULL)
		return FALSE;
	const guint8 *at = g_bytes_get_data(printed, &length), *end = at + length;
	for (guint i = 0; i < impression->pages->len; i++) {
		if (read_page(impression->pages->pdata[i], &at, end))
			continue;
		g_set_error(error, POPPLER_ERROR, POPPLER_ERROR_FAILED,
			    "pdftoppm draws no sheet %u: build the edition again", i + 1);
		return FALSE;
	}
	return TRUE;
}
