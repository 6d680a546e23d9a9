/*
 * image.h - photographs as picture objects, each once
 */
#ifndef PAINT_PDF_IMAGE_H
#define PAINT_PDF_IMAGE_H

#include "page/page.h"
#include "paint/painter.h"
#include "paint/pdf/haru.h"

struct images;

struct images *images_new(struct haru *haru, GHashTable *prints);
void images_free(struct images *images);

/* The object of a photograph as the page wants it; a JPEG's bytes go in unchanged.
   0 when there is no print, or one that no PDF can carry. */
int image_object(struct images *images, const struct page_photo *photo, GError **error);

#endif
