/*
 * web_link.h - addresses that a reader may be sent to
 */
#ifndef PAINT_PDF_WEB_LINK_H
#define PAINT_PDF_WEB_LINK_H

#include <glib.h>

/* http, https, mailto or tel, and no control character in it. */
gboolean web_link_is_allowed(const char *to);
/* As a URI wants it: all but ASCII percent-encoded. Caller frees. */
char *web_link_address(const char *to);

#endif
