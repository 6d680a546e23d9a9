#include "paint/pdf/content.h"

#include <string.h>

#include "paint/pdf/number.h"

int64_t content_y(const struct content *content, fix y)
{
	return content->height - number_mpt(y);
}

void content_begin(struct content *content, int page, fix height)
{
	content->page = page;
	content->height = number_mpt(height);
	content->out = g_string_new(NULL);
	content->in_text = FALSE;
	content->open = CONTENT_NONE;
	content->colour = 0;
}

/* ---- marked content ---- */

static void mark_close(struct content *content)
{
	if (content->open != CONTENT_NONE)
		g_string_append(content->out, "EMC\n");
	content->open = CONTENT_NONE;
}

static void mark_open_artifact(struct content *content)
{
	content->open = STRUCTURE_ARTIFACT;
	content->open_artifact = structure_artifact(content->structure);
	if (*content->open_artifact == '\0')
		g_string_append(content->out, "/Artifact BMC\n");
	else
		g_string_append_printf(content->out, "/Artifact%sBDC\n", content->open_artifact);
}

static void mark_open(struct content *content, int element)
{
	content->open = element;
	int mcid = structure_content(content->structure, element);
	g_string_append_printf(content->out, "/%s<</MCID %d>>BDC\n",
			       structure_tag(content->structure, element), mcid);
}

static gboolean mark_is_open(const struct content *content, int element)
{
	if (content->open != element)
		return FALSE;
	return element != STRUCTURE_ARTIFACT ||
	       content->open_artifact == structure_artifact(content->structure);
}

/* Marked content must nest with text objects, so it never spans the edge of one. */
static void content_switch(struct content *content, gboolean text, int element)
{
	if (content->in_text == text && element != CONTENT_NONE && mark_is_open(content, element))
		return;
	mark_close(content);
	if (content->in_text != text)
		g_string_append(content->out, text ? "BT\n" : "ET\n");
	content->in_text = text;
	if (element == STRUCTURE_ARTIFACT)
		mark_open_artifact(content);
	else if (element != CONTENT_NONE)
		mark_open(content, element);
}

gboolean content_text_is(const struct content *content, int element)
{
	return content->in_text && mark_is_open(content, element);
}

void content_text(struct content *content, int element)
{
	content_switch(content, TRUE, element);
}

void content_graphics(struct content *content, int element)
{
	content_switch(content, FALSE, element);
}

/* The span carries the MCID itself: poppler loses what follows a span inside marked content. */
void content_text_as(struct content *content, int element, const char *actual)
{
	content_switch(content, TRUE, CONTENT_NONE);
	content->open = CONTENT_READ_AS;
	g_string_append_printf(content->out, "/Span<</MCID %d/ActualText",
			       structure_content(content->structure, element));
	g_string_append(content->out, "<FEFF");
	number_put_utf16(content->out, actual, strlen(actual));
	g_string_append(content->out, ">>>BDC\n");
}

void content_end(struct content *content)
{
	content_switch(content, FALSE, CONTENT_NONE);
	haru_page_contents(content->haru, content->page, content->out);
	g_string_free(content->out, TRUE);
	content->out = NULL;
}

/* ---- graphics ---- */

static void put_share(GString *out, uint32_t byte)
{
	number_put(out, (byte * 1000 + 127) / 255, 3);
	g_string_append_c(out, ' ');
}

void content_colour(struct content *content, uint32_t colour)
{
	uint32_t red = colour >> 16 & 255, green = colour >> 8 & 255, blue = colour & 255;
	if (content->colour == colour)
		return;
	content->colour = colour;
	put_share(content->out, red);
	if (red == green && green == blue) {
		g_string_append(content->out, "g\n");
		return;
	}
	put_share(content->out, green);
	put_share(content->out, blue);
	g_string_append(content->out, "rg\n");
}

void content_fill(struct content *content, int element, struct rect box, uint32_t colour)
{
	int64_t y = content_y(content, rect_foot(box)), x = number_mpt(box.x);
	int64_t numbers[] = {x, y, number_mpt(rect_right(box)) - x, content_y(content, box.y) - y};
	content_graphics(content, element);
	content_colour(content, colour);
	number_put_list(content->out, numbers, 4);
	g_string_append(content->out, "re f\n");
}

void content_picture(struct content *content, int element, int picture, struct rect box)
{
	int64_t y = content_y(content, rect_foot(box)), x = number_mpt(box.x);
	int64_t numbers[] = {number_mpt(rect_right(box)) - x, 0, 0, content_y(content, box.y) - y, x, y};
	content_graphics(content, element);
	g_string_append(content->out, "q ");
	number_put_list(content->out, numbers, 6);
	g_string_append_printf(content->out, "cm/%s Do Q\n",
			       haru_page_picture(content->haru, content->page, picture));
}
