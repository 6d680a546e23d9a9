/*
 * content.h - one page's content stream
 *
 * Knows what is open in it: a text object, a piece of marked content, colours.
 * Everything painted is in exactly one piece of marked content, real or artifact.
 */
#ifndef PAINT_PDF_CONTENT_H
#define PAINT_PDF_CONTENT_H

#include "paint/pdf/haru.h"
#include "paint/pdf/structure.h"

#define CONTENT_NONE (-2)
#define CONTENT_READ_AS (-3)

struct content {
	struct haru *haru;
	struct structure *structure;
	int page;
	int64_t height;               /* of the page, mpt */
	GString *out;
	gboolean in_text;             /* between BT and ET */
	int open;                     /* element of the open marked content, or one of CONTENT_... */
	const char *open_artifact;
	uint32_t colour;              /* for filling */
};

void content_begin(struct content *content, int page, fix height);
void content_end(struct content *content);

/* What follows is text, or graphics, of this element. */
void content_text(struct content *content, int element);
gboolean content_text_is(const struct content *content, int element);   /* already */
void content_graphics(struct content *content, int element);
/* Text of this element that is to be read as something else; until the next call of one of these. */
void content_text_as(struct content *content, int element, const char *actual);
void content_colour(struct content *content, uint32_t colour);

void content_fill(struct content *content, int element, struct rect box, uint32_t colour);
void content_picture(struct content *content, int element, int picture, struct rect box);

/* From the foot, as PDF counts. */
int64_t content_y(const struct content *content, fix y);

#endif
