/* waiting.c - shown while not one page could be made yet; the script tells the faults over it */
#include "desk/desk.h"
#include "desk/head.h"
#include "desk/html.h"

char *waiting_page(void)
{
	struct html *html = html_new();

	html_open(html, "html", "lang", "en", NULL);
	head_write(html, "No page yet – proof");
	html_open(html, "body", NULL);
	html_open(html, "header", "class", "top", NULL);
	head_write_live(html);
	html_close(html);
	html_open(html, "main", "id", "main", NULL);
	html_line(html, "h1", "No page yet", NULL);
	html_line(html, "p", "Mend the copy and save: the pages then stand here by themselves.", NULL);
	html_close(html);
	html_data(html, "proof-data", "{\"live\": true, \"page\": \"\", \"pages\": []}");
	return html_finish(html);
}
