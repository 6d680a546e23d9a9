/*
 * page_line.h - one line of a page's text: WORD KEY=VALUE... [: REST]
 *
 * The first fault of a line is kept in it and told by page_line_done; readers
 * go on with zeros until then.
 */
#ifndef PAGE_PAGE_LINE_H
#define PAGE_PAGE_LINE_H

#include "page/page.h"

#define PAGE_LINE_PAIRS 16

struct line_pair {
	char *key, *value;
	gboolean used;
};

struct line {
	int number;                   /* 1.. */
	char *word;
	struct line_pair pairs[PAGE_LINE_PAIRS];
	int count;
	char *rest;                   /* after the colon, or NULL */
	gboolean rest_used;
	GError *error;                /* the first fault */
};

/* Takes the line at *text apart and moves *text behind it; FALSE at the end of the text. */
gboolean page_line_next(struct line *line, const char **text);
void page_line_clear(struct line *line);
void page_line_fault(struct line *line, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* FALSE and an error when something was wrong, or stands there that nobody asked for. */
gboolean page_line_done(struct line *line, GError **error);

/* NULL when the key is not there. */
const char *page_line_value(struct line *line, const char *key);
char *page_line_text(struct line *line, const char *key);              /* caller frees */
const char *page_line_interned(struct line *line, const char *key);
gboolean page_line_flag(struct line *line, const char *key);           /* KEY=yes */
int page_line_int(struct line *line, const char *key, int fallback);
/* `count` numbers with commas between, points → fix with `lengths`; FALSE when the key is not there. */
gboolean page_line_numbers(struct line *line, const char *key, gboolean lengths, int *numbers, int count);
struct rect page_line_box(struct line *line);
uint32_t page_line_colour(struct line *line);
struct place page_line_place(struct line *line);                       /* file:line:column */

/* A length that a page may have: some of them can be added. */
gboolean page_line_is_near(int64_t length);
/* A whole number at *text, which moves behind it. */
gboolean page_line_take_int(const char **text, int *value);

#endif
