/*
 * drawing_form.h - a drawing, one page of PDF that cairo wrote, as an object of ours
 *
 * In:     a print of format PRINT_DRAWING
 * Out:    a form that fills the unit square, to be placed like a picture
 * Fails:  0 and PAINT_ERROR_PHOTO where the page holds what an archivable file
 *         must not take over unseen: type, marks, links
 */
#ifndef PAINT_PDF_DRAWING_FORM_H
#define PAINT_PDF_DRAWING_FORM_H

#include "paint/pdf/haru.h"
#include "photo/photo.h"

int drawing_form(struct haru *haru, const struct photo_print *print, const char *file, GError **error);

#endif
