/*
 * html.h - a page of the web, written so that copy can never become markup
 *
 * Every text and every attribute goes through the same escapes; elements that are
 * open are known, so that what is closed is always the innermost. Names of elements
 * and attributes are ours and never copy.
 */
#ifndef DESK_HTML_H
#define DESK_HTML_H

#include <glib.h>

struct html;

struct html *html_new(void);
/* Closes what is open and gives the text; caller frees it. */
char *html_finish(struct html *html);

/* Attributes come as pairs of name and value and end with NULL; one whose value is NULL is left
   out, one whose value is "" stands without a value. */
void html_open(struct html *html, const char *element, ...) G_GNUC_NULL_TERMINATED;
void html_close(struct html *html);
/* An element that holds nothing: img, input, rect. */
void html_single(struct html *html, const char *element, ...) G_GNUC_NULL_TERMINATED;
/* An element with a text in it. */
void html_line(struct html *html, const char *element, const char *text, ...) G_GNUC_NULL_TERMINATED;
void html_text(struct html *html, const char *text);
void html_format(struct html *html, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* <script type="application/json" id=ID>: data that no copy in it can end. */
void html_data(struct html *html, const char *id, const char *json);

#endif
