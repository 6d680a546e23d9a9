/*
 * image_rows.h - rows of pixels made ready for deflating
 */
#ifndef PAINT_PDF_IMAGE_ROWS_H
#define PAINT_PDF_IMAGE_ROWS_H

#include "photo/photo.h"

/* PRINT_PIXELS with a filter byte before each row, as PNG has them (None, Sub or Up, whichever leaves
   the smaller numbers). Caller unrefs. */
GBytes *image_rows_predicted(const struct photo_print *print);

#endif
